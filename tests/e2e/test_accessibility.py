"""Every page, in both themes, narrow and wide: nothing for axe to object to (U1-U5)."""

import re
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.e2e.digest import DIGEST
from tests.e2e.steps import answer_by_key, format_of, go_on, paste, start_quiz
from tests.support.browser import PageOpener, assert_accessible
from tests.support.serving import Server, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PROSE = Path(__file__).parents[1] / "domain/reading/prose/bridge_news.txt"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (360, 1280)
NARROWEST = 320
LEAST_TARGET = 24
LEAST_GRADE = 44
PAGES = (
    "today",
    "articles",
    "article",
    "cards anew",
    "article pasted",
    "card edit",
    "card new",
    "claim reword",
    "claim split",
    "claim move",
    "article with rejected",
    "article with offered",
    "inbox",
    "inbox with offered",
    "study question",
    "study answer",
    "study edit",
    "study finished",
    "quizzes",
    "quiz recall",
    "quiz answer",
    "quiz choice",
    "quiz true or false",
    "quiz typed",
    "quiz verdict",
    "quiz result",
    "retention",
    "retention by article",
    "retention group",
    "settings",
    "not found",
)
EMPTY_PAGES = {
    "today": "/",
    "articles": "/articles",
    "inbox": "/inbox",
    "study": "/study",
    "quizzes": "/quizzes",
    "retention": "/retention",
    "settings": "/settings",
}
TARGETS = """() => {
  const shown = (element) => element.checkVisibility({visibilityProperty: true});
  const inSentence = (element) => {
    const around = element.parentElement;
    return getComputedStyle(element).display === "inline" &&
      around.textContent.trim() !== element.textContent.trim();
  };
  const boxOf = (element) =>
    ((element.matches("input") && element.closest("label")) || element)
      .getBoundingClientRect();
  return [...document.querySelectorAll(
      "a[href], button, summary, select, textarea, input:not([type=hidden])")]
    .filter((element) => shown(element) && !element.closest(".visually-hidden")
      && !inSentence(element))
    .map((element) => ({
      box: boxOf(element),
      grade: element.matches(".grade, .choice"),
      html: element.outerHTML.slice(0, 200),
    }))
    .map(({box, grade, html}) => ({
      grade, html, size: Math.round(Math.min(box.width, box.height) * 10) / 10,
    }));
}"""
OUTLINE = """() => ({
  headings: document.querySelectorAll("h1").length,
  mains: document.querySelectorAll("main").length,
  navs: document.querySelectorAll("nav[aria-label=Main]").length,
  live: document.querySelectorAll("[aria-live], [role=status]").length,
  untabled: [...document.querySelectorAll("figure svg")].filter(
    (chart) => !chart.closest("figure").querySelector("table")).length,
  skipped: [...document.querySelectorAll("h1, h2, h3, h4")]
    .map((heading) => Number(heading.tagName[1]))
    .filter((level, at, all) => level > (all[at - 1] ?? 0) + 1).length,
})"""


@pytest.fixture(scope="module")
def full(
    chromium: "Browser", sample_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, str]:
    """Use the samples for a while; give the address that shows each page."""
    context = chromium.new_context()
    page = context.new_page()
    try:
        return {name: sample_server.url + it for name, it in _use(page, sample_server)}
    finally:
        context.close()


def _use(page: "Page", server: Server) -> Iterator[tuple[str, str]]:
    url = server.url
    yield "today", "/"
    yield "articles", "/articles"
    page.goto(f"{url}/articles")
    links = page.locator("h3 a[href^='/articles/']")
    article = links.first.get_attribute("href") or ""
    yield "article", article
    yield "cards anew", f"{article}/anew"
    yield "article pasted", paste(page, url, DIGEST).removeprefix(url).split("#")[0]
    edit = page.get_by_role("link", name=re.compile("^Edit: ")).first
    yield "card edit", edit.get_attribute("href") or ""
    new = page.get_by_role("link", name=re.compile("^Add a card to: ")).first
    yield "card new", new.get_attribute("href") or ""
    yield from _use_claims(page, url)
    yield "inbox", "/inbox"
    yield "quizzes", "/quizzes"
    yield from _use_quizzes(page, url)
    yield from _use_study(page, url)
    yield "retention", "/retention"
    yield "retention by article", "/retention?by=article&window=all"
    page.goto(f"{url}/retention")
    group = page.locator("a[href^='/retention/groups/']").first
    yield "retention group", group.get_attribute("href") or ""
    yield "settings", "/settings"
    yield "not found", "/articles/999999"


def _use_claims(page: "Page", url: str) -> Iterator[tuple[str, str]]:
    """Look at a claim's forms, reject it, and paste prose that offers sentences."""
    article = page.url.removeprefix(url)
    claim = page.locator(".claim").first.get_attribute("id") or ""
    for part in ("reword", "split", "move"):
        yield f"claim {part}", f"/{claim.replace('claim-', 'claims/')}/{part}"
    page.locator(".tools summary").first.click()
    page.get_by_role("button", name="Reject the claim").first.click()
    page.get_by_text("Rejected (1)").wait_for()
    yield "article with rejected", article + page.url.removeprefix(url + article)
    page.get_by_role("button", name="Undo").click()
    page.locator(f"#{claim}").wait_for()
    page.goto(f"{url}/articles")
    page.get_by_label("Text", exact=True).fill(PROSE.read_text(encoding="utf-8"))
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("link", name="Look in the inbox").wait_for()
    prose = page.url.removeprefix(url)
    yield "article with offered", prose
    yield "inbox with offered", prose.replace("/articles/", "/inbox?article=")


def _use_quizzes(page: "Page", url: str) -> Iterator[tuple[str, str]]:
    """Start quizzes and answer each up to a format not yet seen."""
    names = {
        "recall": "quiz recall",
        "typed": "quiz typed",
        "choice": "quiz choice",
        "true_false": "quiz true or false",
    }
    while names:
        start_quiz(page, url)
        while not page.url.endswith("/result") and format_of(page) not in names:
            answer_by_key(page)
            go_on(page)
        if page.url.endswith("/result"):
            continue
        asked, path = format_of(page), page.url.removeprefix(url)
        yield names.pop(asked), path
        if asked == "recall":
            page.get_by_role("button", name="Show answer").click()
            yield "quiz answer", page.url.removeprefix(url)
    start_quiz(page, url)
    while "/questions/" not in page.url:
        answer_by_key(page)
    yield "quiz verdict", page.url.removeprefix(url)
    page.get_by_role("button", name="Stop").click()
    yield "quiz result", page.url.removeprefix(url)


def _use_study(page: "Page", url: str) -> Iterator[tuple[str, str]]:
    """Answer a whole group, then look at a card of another from every side."""
    page.goto(f"{url}/retention")
    group = page.locator("a[href^='/retention/groups/']").first
    number = (group.get_attribute("href") or "").rpartition("/")[2]
    finished = f"/study?group={number}"
    page.goto(url + finished)
    while page.get_by_role("button", name="Show answer").count():
        page.get_by_role("button", name="Show answer").click()
        page.get_by_role("button", name=re.compile("^Easy")).click()
        page.goto(url + finished)
    yield "study finished", finished
    page.goto(f"{url}/study")
    card = page.locator("[data-study-reveal] input[name=card]").input_value()
    yield "study question", f"/study?card={card}"
    review = uuid.UUID(int=1)
    yield "study answer", f"/study?card={card}&review={review}&show=answer"
    yield "study edit", f"/study?card={card}&edit=1"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A library that has nothing in it yet."""
    with serving(tmp_path_factory.mktemp("bare") / "instance") as server:
        yield server


def _assert_accessible_everywhere(page: "Page") -> None:
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert_accessible(page)


@pytest.mark.parametrize("name", PAGES)
def test_axe_has_nothing_against_a_page(
    open_page: PageOpener, full: Mapping[str, str], name: str
) -> None:
    open_page.expected.extend(["status of 404"] if name == "not found" else [])
    _assert_accessible_everywhere(open_page(full[name]))


@pytest.mark.parametrize("name", EMPTY_PAGES)
def test_axe_has_nothing_against_a_page_of_an_empty_library(
    open_page: PageOpener, bare: Server, name: str
) -> None:
    _assert_accessible_everywhere(open_page(bare.url + EMPTY_PAGES[name]))


def test_axe_has_nothing_against_a_refused_form(
    open_page: PageOpener, bare: Server
) -> None:
    page = open_page(f"{bare.url}/articles")
    open_page.expected.append("status of 400")
    page.get_by_role("button", name="Read it").click()
    page.get_by_text("Nothing was stored").wait_for()
    _assert_accessible_everywhere(page)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_the_narrowest_phone_and_a_finger_and_has_an_outline(
    open_page: PageOpener, full: Mapping[str, str], name: str
) -> None:
    open_page.expected.extend(["status of 404"] if name == "not found" else [])
    page = open_page(full[name], width=NARROWEST, touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST
    targets: list[dict[str, Any]] = page.evaluate(TARGETS)
    assert targets, "no target found: the measure is broken"
    small = [
        target
        for target in targets
        if target["size"] < (LEAST_GRADE if target["grade"] else LEAST_TARGET)
    ]
    assert small == []
    outline = page.evaluate(OUTLINE)
    assert outline.pop("live") >= 1
    assert outline == {
        "headings": 1,
        "mains": 1,
        "navs": 1,
        "untabled": 0,
        "skipped": 0,
    }
