"""A sitting weighs little and never waits for its next card (U6)."""

import gzip
import statistics
from typing import TYPE_CHECKING

import pytest

from tests.support.browser import PageOpener
from tests.support.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Response

OK = 200
MOST_REQUESTS = 6
MOST_BYTES = {"script": 20_000, "stylesheet": 15_000, "font": 0}
MOST_BYTES_IN_ALL = 60_000
MOST_MS = 100
GRADED = 5
#: From the key to the next card's words on the page and the frame that shows them.
GRADE_AND_WAIT = """async () => {
  const press = (key) => document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
  const frame = () => new Promise(requestAnimationFrame);
  const question = () => document.querySelector("main h1")?.textContent;
  press(" ");
  await frame();
  const before = question();
  const start = performance.now();
  press("3");
  const waits = () => question() === before || document.querySelector(".card__answer");
  while (waits() && performance.now() - start < 2000) await frame();
  await frame();
  return performance.now() - start;
}"""


def packed_size(response: "Response") -> int:
    """Give the bytes of a response as they would travel, compressed."""
    return len(gzip.compress(response.body()))


@pytest.mark.parametrize("side", ["question", "answer"])
def test_a_page_of_study_keeps_to_its_budget(
    open_page: PageOpener, sample_server: Server, side: str
) -> None:
    page = open_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(f"{sample_server.url}/study", wait_until="networkidle")
    if side == "answer":
        card = page.locator("[data-study-reveal] input[name=card]").input_value()
        responses.clear()
        page.goto(
            f"{sample_server.url}/study?card={card}&show=answer",
            wait_until="networkidle",
        )
    sent = [it for it in responses if it.url.startswith("http")]
    assert 0 < len(sent) <= MOST_REQUESTS
    size_of: dict[str, int] = {}
    for it in [it for it in sent if it.status == OK]:
        kind = it.request.resource_type
        size_of[kind] = size_of.get(kind, 0) + packed_size(it)
    for kind, most in MOST_BYTES.items():
        assert size_of.get(kind, 0) <= most, size_of
    assert sum(size_of.values()) <= MOST_BYTES_IN_ALL, size_of


@pytest.mark.alone
def test_the_next_card_is_there_within_a_tenth_of_a_second(
    open_page: PageOpener, sample_server: Server, is_timed: bool
) -> None:
    page = open_page(f"{sample_server.url}/study")
    waits = []
    for _ in range(GRADED):
        with page.expect_response("**/study/answer*"):
            waits.append(page.evaluate(GRADE_AND_WAIT))
    assert statistics.median(waits) <= MOST_MS or not is_timed, waits
