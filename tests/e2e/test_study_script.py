"""What the study page promises with script: no wait, no loss, no grade by accident."""

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.browser import PageOpener
from tests.support.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

MOST_REQUESTS = 6
NEXT_CARD_MS = 100
#: What a browser says of the failures that these tests bring about.
FAILURES = ["ERR_FAILED", "ERR_INTERNET_DISCONNECTED", "status of 503"]
ANSWER = "**/study/answer*"

#: Time from the key to the next question, painted.
MEASURE = """() => new Promise((done) => {
  const card = document.querySelector("[data-study-card]");
  const begun = performance.now();
  new MutationObserver(() => requestAnimationFrame(() =>
    done(performance.now() - begun))).observe(card, {childList: true});
  document.querySelector("[name=rating][value='4']").click();
})"""

#: An element without the blanks between its parts.
SHAPE = r"""(it) => it.outerHTML
    .replace(/ tabindex="-1"| data-focus(="")?/g, "")
    .replace(/\s+/g, " ").replace(/> </g, "><")
    .replace(/> | </g, (m) => m.trim())"""


def open_study(open_page: PageOpener, server: Server) -> "Page":
    return open_page(f"{server.url}/study")


def left(page: "Page") -> int:
    found = re.search(r"(\d+) left", page.locator(".counts").inner_text())
    assert found
    return int(found[1])


def reveal(page: "Page") -> None:
    page.keyboard.press("Space")
    expect(page.locator(".card__answer")).to_be_focused()


def grade(page: "Page", key: str = "4") -> None:
    reveal(page)
    with page.expect_response(ANSWER):
        page.keyboard.press(key)


def break_answers(page: "Page", *, how: str) -> None:
    def answer(route: "Route") -> None:
        if how == "offline":
            route.abort()
        elif how == "busy":
            route.fulfill(status=503, body="{}")
        else:
            # It arrives and is stored; only what comes back is lost.
            route.fetch()
            route.abort()

    page.route(ANSWER, answer)


def test_the_page_takes_no_more_requests_than_its_budget(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{sample_server.url}/study", wait_until="networkidle")
    assert len(requests) <= MOST_REQUESTS, requests


def test_the_next_card_needs_no_round_trip(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_study(open_page, sample_server)
    grade(page)
    open_page.expected += FAILURES
    break_answers(page, how="offline")
    reveal(page)
    taken = page.evaluate(MEASURE)
    assert taken <= NEXT_CARD_MS
    expect(page.get_by_role("button", name="Show answer")).to_be_visible()


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_a_key_pressed_twice_shows_the_answer_and_grades_nothing(
    open_page: PageOpener, sample_server: Server, key: str
) -> None:
    page = open_study(open_page, sample_server)
    before = left(page)
    question = page.get_by_role("heading", level=1).inner_text()
    page.keyboard.press(key)
    page.keyboard.press(key)
    expect(page.locator(".card__answer")).to_be_visible()
    page.reload()
    expect(page.locator(".card__answer")).to_be_visible()
    assert left(page) == before
    assert page.get_by_role("heading", level=1).inner_text()[:20] == question[:20]


def test_a_finger_that_taps_twice_grades_nothing(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(f"{sample_server.url}/study", width=360, touch=True)
    before = left(page)
    # As with an answer so short that the grades come up under the finger.
    page.locator("[data-study-card]").evaluate("it => { it.style.display = 'none'; }")
    box = page.get_by_role("button", name="Show answer").bounding_box()
    assert box
    for _ in range(2):
        page.touchscreen.tap(box["x"] + 10, box["y"] + box["height"] / 2)
    expect(page.locator(".grades")).to_be_visible()
    page.goto(f"{sample_server.url}/study", wait_until="networkidle")
    assert left(page) == before


def test_a_grade_pressed_twice_grades_one_card(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_study(open_page, sample_server)
    before = left(page)
    reveal(page)
    with page.expect_response(ANSWER):
        page.keyboard.press("4")
        page.keyboard.press("4")
    expect(page.locator(".grades")).to_be_hidden()
    page.goto(f"{sample_server.url}/study")
    assert left(page) == before - 1


def test_what_the_script_builds_is_what_the_server_writes(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_study(open_page, sample_server)
    for _ in range(5):
        grade(page)
        for is_revealed in (False, True):
            if is_revealed:
                reveal(page)
            built = page.locator("[data-study-card]").evaluate(SHAPE)
            words = page.locator(".grade__interval").all_text_contents()
            assert "card=" in page.url
            page.reload()
            written = page.locator("[data-study-card]").evaluate(SHAPE)
            assert built == written
            assert words == page.locator(".grade__interval").all_text_contents()
        page.keyboard.press("3")
        expect(page.locator(".grades")).to_be_hidden()


@pytest.mark.parametrize("how", ["offline", "busy", "lost"])
def test_an_answer_that_does_not_arrive_is_kept_and_sent_again(
    open_page: PageOpener, sample_server: Server, how: str
) -> None:
    page = open_study(open_page, sample_server)
    open_page.expected += FAILURES
    before = left(page)
    grade(page)
    break_answers(page, how=how)
    reveal(page)
    page.keyboard.press("4")
    expect(page.get_by_text("1 answer waiting")).to_be_visible()
    reveal(page)
    page.keyboard.press("4")
    expect(page.get_by_text("2 answers waiting")).to_be_visible()
    page.unroute(ANSWER)
    expect(page.get_by_text("waiting:")).to_have_count(0, timeout=15_000)
    expect(page.locator("[data-study-undo]")).to_be_visible()
    page.goto(f"{sample_server.url}/study")
    assert left(page) == before - 3


def test_answers_wait_through_a_reload_and_go_first(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_study(open_page, sample_server)
    open_page.expected += FAILURES
    before = left(page)
    break_answers(page, how="offline")
    reveal(page)
    page.keyboard.press("4")
    expect(page.get_by_text("1 answer waiting")).to_be_visible()
    page.unroute(ANSWER)
    with page.expect_response(ANSWER) as sent:
        page.reload()
    assert sent.value.ok
    expect(page.locator(".counts")).to_contain_text(f"{before - 1} left")
    assert page.evaluate("localStorage.length") == 0


def test_an_answer_that_is_refused_is_told_and_dropped(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_study(open_page, sample_server)
    open_page.expected += ["status of 404"]
    page.evaluate(
        """() => {
      const root = document.querySelector("[data-study]");
      const held = JSON.parse(root.dataset.study);
      held[0].card_id = 999999;
      root.dataset.study = JSON.stringify(held);
    }"""
    )
    reveal(page)
    with page.expect_response(ANSWER):
        page.keyboard.press("4")
    expect(page.get_by_text("There is no such card")).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    expect(page.get_by_role("button", name="Show answer")).to_be_visible()


def test_another_form_waits_for_the_answer_under_way(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_study(open_page, sample_server)
    open_page.expected += FAILURES
    grade(page)
    question = page.get_by_role("heading", level=1).inner_text()
    break_answers(page, how="offline")
    reveal(page)
    page.keyboard.press("4")
    expect(page.get_by_text("1 answer waiting")).to_be_visible()
    page.unroute(ANSWER)
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.get_by_role("heading", level=1).inner_text() == question
