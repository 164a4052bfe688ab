"""Without JavaScript every page works by its forms (U4)."""

import re

from playwright.sync_api import expect

from tests.e2e.digest import DIGEST, TITLE
from tests.e2e.steps import WRITING_MS, number_in
from tests.support.browser import PageOpener
from tests.support.serving import Server


def test_a_digest_is_pasted_kept_and_studied_by_forms(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(f"{sample_server.url}/articles", javascript=False)
    page.get_by_label("Text", exact=True).fill(DIGEST)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    article = page.url.split("#")[0]
    for _ in range(WRITING_MS // 500):
        if not page.get_by_role("button", name="Stop writing").count():
            break
        page.wait_for_timeout(500)
        page.goto(article)
    page.locator("main").get_by_role("link", name=re.compile("^Inbox")).click()
    page.get_by_role("button", name="Keep all").first.click()
    expect(page.get_by_text(re.compile(r"\d+ cards kept"))).to_be_visible()

    page.goto(f"{sample_server.url}/study?article={article.rpartition('/')[2]}")
    left = number_in(page.locator(".counts__new b").inner_text())
    page.get_by_role("button", name="Show answer").click()
    page.get_by_role("button", name=re.compile("^Easy")).click()
    assert number_in(page.locator(".counts__new b").inner_text()) == left - 1
    page.get_by_role("button", name="Undo").click()
    assert number_in(page.locator(".counts__new b").inner_text()) == left


def test_a_card_is_edited_and_buried_by_forms(
    open_page: PageOpener, sample_server: Server
) -> None:
    page = open_page(f"{sample_server.url}/study", javascript=False)
    page.get_by_role("link", name="Edit", exact=False).click()
    page.get_by_label("Question").fill("What did I ask myself?")
    page.get_by_role("button", name="Save").click()
    question = page.get_by_role("heading", level=1)
    expect(question).to_have_text("What did I ask myself?")
    page.get_by_role("button", name="Bury").click()
    expect(question).not_to_have_text("What did I ask myself?")
    page.get_by_role("button", name="Bring it back").click()
    expect(question).to_have_text("What did I ask myself?")


def test_a_quiz_is_taken_by_forms(open_page: PageOpener, sample_server: Server) -> None:
    page = open_page(f"{sample_server.url}/quizzes", javascript=False)
    page.get_by_label("Or a number of questions").fill("3")
    page.get_by_role("button", name="Start the quiz").click()
    while not page.url.endswith("/result"):
        if page.get_by_role("button", name="Show answer").count():
            page.get_by_role("button", name="Show answer").click()
            page.get_by_role("button", name="Not recalled").click()
        elif page.get_by_role("button", name="I do not know").count():
            page.get_by_role("button", name="I do not know").click()
        elif page.locator(".choice").count():
            page.locator("button.choice").first.click()
        if "/questions/" in page.url:
            page.get_by_role(
                "link", name=re.compile("^(Next question|See the result)")
            ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile(r"\d of 3 right")
    )
