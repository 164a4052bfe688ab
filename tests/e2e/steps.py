"""Steps that several journeys take, as a person at the screen would take them."""

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.e2e.digest import TITLE

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: The worker writes the cards of a digest meanwhile, on a machine that may be busy.
WRITING_MS = 60_000
MOST_QUESTIONS = 60


def paste(page: "Page", url: str, text: str) -> str:
    """Paste a digest, wait until its cards are written, give its article's address."""
    page.goto(f"{url}/articles")
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    cards_written(page)
    return page.url


def cards_written(page: "Page") -> None:
    """Wait until an article's page no longer says that its cards are being written."""
    expect(page.get_by_role("button", name="Stop writing")).to_have_count(
        0, timeout=WRITING_MS
    )


def start_quiz(page: "Page", url: str, *, minutes: int = 3) -> None:
    """Start a quiz over everything by the button of the quizzes page."""
    page.goto(f"{url}/quizzes")
    if minutes == 3:
        page.get_by_role("button", name="Three minutes").click()
    else:
        page.get_by_label(f"{minutes} minute", exact=False).check()
        page.get_by_role("button", name="Start the quiz").click()
    page.wait_for_url(re.compile(r"/quizzes/\d+$"))


def number_in(text: str | None) -> int:
    """Give the first whole number of a text, thousands separated by commas."""
    found = re.search(r"\d[\d,]*", text or "")
    assert found is not None, text
    return int(found[0].replace(",", ""))


def format_of(page: "Page") -> str:
    """Tell how the question on the page is asked: one of the formats of a quiz."""
    if page.get_by_role("button", name="Show answer").count():
        return "recall"
    if page.locator("input[name=response]").count():
        return "typed"
    if page.get_by_role("group", name="True or false?").count():
        return "true_false"
    return "choice"


def answer_by_key(page: "Page") -> str:
    """Answer the question on the page by keys, as true or first; tell its format."""
    asked = format_of(page)
    before = page.url
    if asked == "recall":
        page.keyboard.press("Space")
        page.wait_for_url(re.compile(r"[?&]answer="))
        with page.expect_navigation():
            page.keyboard.press("3")
        return asked
    if asked == "typed":
        page.locator("input[name=response]").fill("something else")
        page.keyboard.press("Enter")
    else:
        page.keyboard.press("1")
    page.wait_for_url(lambda address: address != before)
    return asked


def go_on(page: "Page") -> None:
    """Leave a verdict by key: to the next question, or to the result."""
    if "/questions/" in page.url:
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/quizzes/\d+(/result)?$"))
