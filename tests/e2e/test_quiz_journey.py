"""Three minutes before the meeting: a quiz by keys, and by touch on a phone."""

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.e2e.steps import answer_by_key, format_of, go_on, number_in, start_quiz
from tests.support.browser import PageOpener
from tests.support.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEAST_QUESTIONS = 3
MOST_QUESTIONS = 60


def test_a_quiz_is_started_answered_and_sent_to_study_by_keys(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(sample_server.url)
    page.keyboard.press("3")  # the first page's own key for it
    page.wait_for_url(re.compile(r"/quizzes/\d+$"))
    asked = []
    while not page.url.endswith("/result"):
        asked.append(answer_by_key(page))
        if "/questions/" in page.url:
            assert page.locator("main blockquote").inner_text(), "no quote of the claim"
        go_on(page)
        assert len(asked) < MOST_QUESTIONS
    assert len(asked) >= LEAST_QUESTIONS
    assert len(set(asked)) >= 2, "the formats are not mixed"
    score = page.get_by_role("heading", level=1).inner_text()
    assert re.fullmatch(rf"\d+ of {len(asked)} right", score)
    rows = page.get_by_role("table", name="Score by group").get_by_role("row")
    counted = [it.inner_text() for it in rows.locator("[data-label=Asked]").all()]
    assert sum(number_in(it) for it in counted) == len(asked)
    page.keyboard.press("s")
    page.wait_for_url(re.compile("/study"))


def test_right_and_wrong_are_told_at_once_and_an_unsure_answer_is_marked(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page()
    start_quiz(page, sample_server.url)
    while format_of(page) not in ("choice", "true_false"):
        answer_by_key(page)
        go_on(page)
    page.keyboard.press("u")
    expect(page.get_by_label("I am unsure")).to_be_checked()
    answer_by_key(page)
    expect(page).to_have_title(re.compile("^(Right|Not right): question"))
    shown = page.locator("[data-focus]")
    expect(shown).to_be_focused()
    expect(shown).to_contain_text(re.compile(r"^\s*(Right|Not right)\."))


def test_a_quiz_is_taken_by_touch_on_a_phone(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(f"{sample_server.url}/quizzes", width=360, height=740, touch=True)
    page.get_by_label("1 minute").tap()
    page.get_by_role("button", name="Start the quiz").tap()
    page.wait_for_url(re.compile(r"/quizzes/\d+$"))
    answered = 0
    while not page.url.endswith("/result"):
        _answer_by_touch(page)
        answered += 1
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert answered < MOST_QUESTIONS
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile(rf"\d+ of {answered} right")
    )


def _answer_by_touch(page: "Page") -> None:
    asked, before = format_of(page), page.url
    if asked == "recall":
        page.get_by_role("button", name="Show answer").tap()
        with page.expect_navigation(url=re.compile(r"/quizzes/\d+(/result)?$")):
            page.get_by_role("button", name="Recalled", exact=False).last.tap()
        return
    if asked == "typed":
        page.get_by_role("button", name="I do not know").tap()
    else:
        page.locator(".choice").first.tap()
    page.wait_for_url(lambda address: address != before)
    page.get_by_role("link", name=re.compile("^(Next question|See the result)")).tap()
    page.wait_for_url(re.compile(r"/quizzes/\d+(/result)?$"))
