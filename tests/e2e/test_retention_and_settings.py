"""What is measured, with its definition; and settings that take effect at once."""

import re

from playwright.sync_api import expect

from tests.support.browser import PageOpener
from tests.support.serving import Server


def test_retention_names_each_group_and_says_how_it_is_counted(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(sample_server.url)
    page.get_by_role("navigation").get_by_role("link", name="Retention").click()
    table = page.get_by_role("table", name=re.compile("^Retention by group"))
    groups = table.get_by_role("rowheader")
    assert groups.count() > 1
    meaning = page.get_by_text("the 95 % Wilson interval")
    expect(meaning.first).not_to_be_visible()
    page.get_by_text("How is this counted?").first.click()
    expect(meaning.first).to_be_visible()
    name = groups.first.inner_text().partition("›")[2].strip()
    groups.first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    trend = page.locator("figure").filter(has_text="Retention over time")
    assert trend.locator("table").count() == 1


def test_retention_is_downloaded_as_a_table(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(f"{sample_server.url}/retention?by=article")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as CSV").click()
    lines = download.value.path().read_text().splitlines()
    rows = page.get_by_role("table", name=re.compile("^Retention by article"))
    assert len(lines) == 1 + rows.get_by_role("rowheader").count()


def test_days_begin_in_the_zone_of_the_browser_until_one_is_chosen(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(sample_server.url, timezone="Asia/Tokyo")
    page.wait_for_load_state("networkidle")
    page.goto(f"{sample_server.url}/settings")
    expect(page.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
    expect(page.get_by_text("a guess until you save")).to_be_visible()


def test_a_theme_is_chosen_against_the_devices(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(f"{sample_server.url}/settings", color_scheme="light")
    page.get_by_label("Dark", exact=True).check()
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(f"{sample_server.url}/articles")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == (
        "dark"
    )
    page.goto(f"{sample_server.url}/settings")
    page.get_by_label(re.compile("System|As this device")).check()
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator("html")).to_have_attribute("data-theme", "system")


def test_single_keys_can_be_turned_off(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(f"{sample_server.url}/settings")
    page.get_by_label("Single-key shortcuts").uncheck()
    page.get_by_role("button", name="Save").first.click()
    page.goto(f"{sample_server.url}/study")
    page.keyboard.press("Space")
    page.keyboard.press("?")
    expect(page.get_by_role("button", name="Show answer")).to_be_visible()
    assert page.get_by_role("dialog").count() == 0
    page.goto(f"{sample_server.url}/settings")
    page.get_by_label("Single-key shortcuts").check()
    page.get_by_role("button", name="Save").first.click()
    page.goto(f"{sample_server.url}/study")
    page.keyboard.press("Space")
    expect(page.locator(".card__answer")).to_be_visible()
