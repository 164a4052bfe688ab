import re
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.steps import cards_written
from tests.support.browser import PageOpener, assert_accessible
from tests.support.serving import Server

if TYPE_CHECKING:
    from playwright.sync_api import Page


PROSE = Path(__file__).parents[1] / "domain/reading/prose/bridge_news.txt"
#: Marks five words that belong to no claim yet, and gives them.
MARK = """() => {
  const source = document.querySelector(".source__text");
  for (const node of source.childNodes) {
    const found = node.nodeType === 3 && /\\p{L}+( \\p{L}+){4}/u.exec(node.data);
    if (!found) continue;
    const range = document.createRange();
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return found[0];
  }
}"""


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
    page.keyboard.press("u")
    page.wait_for_url("**/inbox")
    assert page.get_by_text("1 card waits again").is_visible()
    assert page.locator(f"#{ids[0]}").count() == 1


AT_HAND = "document.activeElement.closest('.claim')"


def hand(page: "Page") -> str:
    """Give the text of the claim that has focus."""
    text: str = page.evaluate(
        f"{AT_HAND}?.querySelector('.claim__text')"
        "?.firstChild.textContent.trim() ?? 'none'"
    )
    return text


def says(page: "Page", words: str) -> None:
    """Wait until a page says so and has run its scripts."""
    page.get_by_text(words).wait_for()
    page.wait_for_load_state()


def comes_to_hand(page: "Page", text: str) -> None:
    """Wait until the claim of that text has focus: the page's script gives it."""
    page.wait_for_function(
        f"text => {AT_HAND}?.querySelector('.claim__text')"
        "?.firstChild.textContent.trim() === text",
        arg=text,
    )


def offered_ids(page: "Page") -> set[str]:
    values = page.locator("input[name=offered]")
    return set(values.evaluate_all("all => all.map(it => it.value)"))


def offered(page: "Page") -> int:
    return len(offered_ids(page))


def test_claims_and_sentences_offered_are_worked_by_keys_alone(
    sample_server: Server, open_page: PageOpener
) -> None:
    page = open_page(f"{sample_server.url}/articles")
    page.get_by_label("Text", exact=True).fill(PROSE.read_text(encoding="utf-8"))
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url(re.compile(r"/articles/\d+$"))
    cards_written(page)
    inbox = page.url.replace("/articles/", "/inbox?article=")
    page.goto(inbox)
    before = offered(page)
    assert before > 2

    # A sentence offered is taken, another dismissed, and that undone.
    page.keyboard.press("n")
    assert page.evaluate(f"!!{AT_HAND}?.querySelector('.inbox-offer')")
    lit = page.locator("mark[data-current]")
    assert lit.count() == 1
    assert lit.inner_text() == hand(page)
    assert_accessible(page)
    page.keyboard.press("o")
    says(page, "The sentence is a claim now")
    assert offered(page) == before - 1
    page.keyboard.press("r")
    page.wait_for_url("**dropped=**")
    says(page, "Rejected:")
    page.keyboard.press("u")
    page.wait_for_url(lambda address: "dropped" not in address)
    assert offered(page) == before - 1

    # A claim is reworded, split, rejected and brought back.
    page.goto(f"{sample_server.url}/inbox")
    page.keyboard.press("p")
    for _ in range(page.locator("[data-item]").count()):
        if page.evaluate(f"!!{AT_HAND}.querySelector('[data-tool]')"):
            break
        page.keyboard.press("n")
    words = hand(page)
    page.keyboard.press("w")
    page.wait_for_url("**/reword?**")
    page.keyboard.press("Control+End")
    page.keyboard.type(" So it was.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    says(page, "Its facts are the same")
    comes_to_hand(page, f"{words} So it was.")
    page.keyboard.press("R")
    page.wait_for_url("**dropped=**")
    assert page.get_by_text(f"“{words} So it was.”").count() == 1
    says(page, "Rejected:")
    page.keyboard.press("u")
    page.wait_for_url(lambda address: "dropped" not in address)
    comes_to_hand(page, f"{words} So it was.")
    page.keyboard.press("s")
    page.wait_for_url("**/split?**")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    says(page, "The claim is split in two")

    # And all that is offered on the page goes at one key, and comes back at one.
    page.goto(inbox)
    left = offered_ids(page)
    assert left
    page.keyboard.press("D")
    page.wait_for_url("**dropped=**")
    assert not left & offered_ids(page)
    says(page, "Rejected:")
    page.keyboard.press("z")
    page.wait_for_url(lambda address: "dropped" not in address)
    assert offered_ids(page) == left


def test_a_passage_marked_in_the_source_becomes_a_claim(
    sample_server: Server, open_page: PageOpener
) -> None:
    page = open_page(f"{sample_server.url}/articles")
    page.locator("h3 a[href^='/articles/']").last.click()
    page.locator(".source__text").wait_for()
    words: str = page.evaluate(MARK)
    bar = page.locator("[data-marked]")
    bar.wait_for()
    assert words in bar.inner_text()
    assert_accessible(page)
    page.keyboard.press("m")
    page.wait_for_url(re.compile(r"\?claim=(\d+)#claim-\1$"))
    made = page.locator(f"#claim-{page.url.rpartition('-')[2]} .claim__text")
    assert made.inner_text().startswith(words)
