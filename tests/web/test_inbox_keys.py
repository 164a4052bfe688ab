import re
from typing import TYPE_CHECKING

from tests.support.browser import PageOpener, assert_accessible
from tests.support.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page


def focused(page: "Page") -> str:
    """Give the id of the card that has focus."""
    card: str = page.evaluate(
        "document.activeElement.closest('.inbox-card')?.id ?? 'none'"
    )
    return card


def test_the_inbox_is_worked_by_keys(
    sample_server: Server, open_page: PageOpener
) -> None:
    page = open_page(f"{sample_server.url}/inbox", width=360)
    ids = page.locator(".inbox-card").evaluate_all("all => all.map(it => it.id)")
    assert_accessible(page)
    page.keyboard.press("n")
    assert focused(page) == ids[1]
    page.keyboard.press("p")
    assert focused(page) == ids[0]

    with page.expect_response("**/inbox/ticks"):
        page.keyboard.press("Space")
    shown = page.locator("[data-ticked]").first
    shown.filter(has_text=re.compile("^1$")).wait_for()
    page.reload()
    assert page.locator(f"#{ids[0]} input[type=checkbox]").is_checked()

    page.keyboard.press("n")
    page.keyboard.press("r")
    page.wait_for_url("**rejected=**")
    assert focused(page) == ids[2]
    assert page.locator(f"#{ids[1]}").count() == 0
    page.keyboard.press("u")
    page.wait_for_url(f"**#{ids[1]}")
    assert focused(page) == ids[1]

    page.keyboard.press("?")
    keys = page.locator("dialog").inner_text()
    for line in ("Keep all that is ticked", "Edit the card at hand", "Next card"):
        assert line in keys
    page.keyboard.press("Escape")

    page.keyboard.press("e")
    page.wait_for_url("**/cards/*/edit**")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(f"**/inbox#{ids[1]}")

    page.keyboard.press("k")
    page.wait_for_url("**kept=1")
    assert page.locator(f"#{ids[0]}").count() == 0
    assert page.get_by_role("link", name="Study", exact=False).count() >= 1
