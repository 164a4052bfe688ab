"""Sent twice is answered once, and never grades what comes next (R3)."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.steps import format_of, number_in, start_quiz
from tests.support.browser import PageOpener
from tests.support.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page


#: So soon after the answer is shown, the key that showed it does not grade: study.js
#: has 250 ms.
DOUBLE_MS = 300


def answers_today(page: "Page", url: str) -> int:
    """Read off the first page how many answers this study day has."""
    page.goto(url)
    told = page.get_by_text(re.compile(r"^\d+ answers? today"))
    return number_in(told.inner_text()) if told.count() else 0


@pytest.mark.parametrize("key", ["Enter", "3", "Space"])
def test_a_key_pressed_twice_grades_one_card(
    open_page: PageOpener, sample_server: Server, key: str
) -> None:
    page = open_page()
    before = answers_today(page, sample_server.url)
    page.goto(f"{sample_server.url}/study")
    page.keyboard.press("Space")
    expect(page.locator(".card__answer")).to_be_visible()
    page.wait_for_timeout(DOUBLE_MS)
    with page.expect_response("**/study/answer*"):
        page.keyboard.press(key)
        page.keyboard.press(key)
    expect(page.locator("[data-study-undo]")).to_be_visible()
    assert answers_today(page, sample_server.url) == before + 1


def test_a_grade_tapped_twice_grades_one_card(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(width=360, height=740, touch=True)
    before = answers_today(page, sample_server.url)
    page.goto(f"{sample_server.url}/study")
    page.get_by_role("button", name="Show answer").tap()
    good = page.get_by_role("button", name=re.compile("^Good"))
    good.scroll_into_view_if_needed()
    box = good.bounding_box()
    assert box is not None
    place = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    with page.expect_response("**/study/answer*"):
        page.touchscreen.tap(*place)
        page.touchscreen.tap(*place)
    expect(page.locator("[data-study-undo]")).to_be_visible()
    assert answers_today(page, sample_server.url) == before + 1


def test_a_grade_clicked_twice_without_script_grades_one_card(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(javascript=False)
    before = answers_today(page, sample_server.url)
    page.goto(f"{sample_server.url}/study")
    page.get_by_role("button", name="Show answer").click()
    page.get_by_role("button", name=re.compile("^Good")).dblclick()
    page.wait_for_url(re.compile(r"/study$"))
    assert answers_today(page, sample_server.url) == before + 1


def test_a_key_pressed_twice_answers_one_question_of_a_quiz(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page()
    start_quiz(page, sample_server.url)
    quiz, asked = page.url, format_of(page)
    if asked == "recall":
        page.keyboard.press("Space")
        page.wait_for_url(re.compile("answer="))
    if asked == "typed":
        page.locator("input[name=response]").fill("a guess")
    key = "Enter" if asked in ("typed", "recall") else "1"
    with page.expect_navigation():
        page.keyboard.press(key)
        page.keyboard.press(key)
    page.goto(quiz)
    expect(page.get_by_text(re.compile(r"^Question \d+ of"))).to_have_text(
        re.compile("^Question 2 of")
    )
