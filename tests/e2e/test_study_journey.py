"""From the first page to a finished sitting, with a digest of one's own, by keys."""

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.e2e.digest import CLAIMS, DIGEST
from tests.e2e.steps import number_in, paste
from tests.support.browser import PageOpener
from tests.support.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST_ANSWERS = 100


def test_the_first_card_is_graded_after_three_clicks(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(sample_server.url)
    page.get_by_role("main").get_by_role("link", name="Study").click()
    page.get_by_role("button", name="Show answer").click()
    with page.expect_response("**/study/answer*") as answer:
        page.get_by_role("button", name=re.compile("^Good")).click()
    assert answer.value.ok
    expect(page.locator("[data-study-undo]")).to_be_visible()


def test_a_pasted_digest_is_kept_by_one_key_and_studied_by_keys_to_its_end(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page()
    article = paste(page, sample_server.url, DIGEST)
    assert page.locator("[id^=claim-]").count() == CLAIMS
    # The keys work once the page and its scripts are there.
    page.wait_for_load_state("load")
    page.keyboard.press("i")
    page.wait_for_url("**/inbox?article=*")
    ticked = number_in(page.locator("[data-ticked]").first.inner_text())
    assert ticked >= CLAIMS - 1, "a claim without a card is told with its reason"
    page.keyboard.press("k")
    expect(page.get_by_text(f"{ticked} cards kept")).to_be_visible()

    page.goto(article)
    page.keyboard.press("t")
    page.wait_for_url("**/study?article=*")
    answers = 0
    while page.locator("[data-study]").count():
        _grade_easy(page)
        answers += 1
        assert answers <= MOST_ANSWERS
    assert answers == ticked, "an easy card is not asked again today"
    expect(page.get_by_role("heading", level=1)).to_have_text("That is all for now")
    with page.expect_navigation():
        page.keyboard.press("u")
    expect(page.get_by_role("button", name="Show answer")).to_be_visible()
    _grade_easy(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("That is all for now")


def _grade_easy(page: "Page") -> None:
    """Reveal and grade by keys; wait until the answer is stored and the page moved."""
    page.keyboard.press("Space")
    expect(page.locator(".card__answer")).to_be_focused()
    with page.expect_response("**/study/answer*"):
        page.keyboard.press("4")
    expect(page.locator(".card__answer")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_each_of_the_four_keys_grades_and_undo_brings_the_card_back(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(f"{sample_server.url}/study")
    for key in "1234":
        question = page.get_by_role("heading", level=1).text_content() or ""
        page.keyboard.press("Space")
        with page.expect_response("**/study/answer*") as answer:
            page.keyboard.press(key)
        assert answer.value.ok
        assert f'name="rating"\r\n\r\n{key}' in (answer.value.request.post_data or "")
        expect(page.get_by_role("heading", level=1)).not_to_have_text(question)
    with page.expect_navigation():
        page.keyboard.press("z")
    expect(page.get_by_role("heading", level=1)).to_have_text(question)


def test_a_card_is_edited_in_place_and_comes_back_on_the_same_side(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(f"{sample_server.url}/study")
    page.keyboard.press("Space")
    page.keyboard.press("e")
    answer = page.get_by_label("Answer")
    answer.fill("An answer of my own")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".card__reply")).to_have_text("An answer of my own")


def test_the_source_opens_at_the_claim(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(f"{sample_server.url}/study")
    page.keyboard.press("Space")
    claim = page.locator(".card__answer blockquote").inner_text()
    page.keyboard.press("s")
    page.wait_for_url(re.compile(r"/articles/\d+\?claim=(\d+)#claim-\1$"))
    shown = page.locator(":target")
    expect(shown).to_be_in_viewport()
    assert shown.inner_text().strip()[:20] == claim.strip()[:20]
    place = page.locator(".source mark[data-current]")
    expect(place).to_be_in_viewport()
    assert place.inner_text().strip()[:20] == claim.strip()[:20]


def test_help_lists_the_keys_and_gives_focus_back(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(f"{sample_server.url}/study")
    page.get_by_role("button", name="Show answer").focus()
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys on this page")
    expect(keys).to_contain_text("Show answer")
    page.keyboard.press("Escape")
    expect(keys).to_have_count(0)
    expect(page.get_by_role("button", name="Show answer")).to_be_focused()
