import html
import re
import time
import unicodedata
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.article import Article, Claim, Offer, Reading
from app.domain.errors import InputError
from app.domain.reading import read_text

#: Seconds of processor time; the slowest text needs a tenth of it.
LONGEST = 10.0
#: What a name is put in for.
PUT_IN = re.compile(
    r"\b(?:its?|he|she|his|her|the (?:company|firm|group|startup))\b", re.IGNORECASE
)
FRAGMENTS = (
    "Core Insights - ",
    "Core Insight: ",
    "核心观点\uff1a",
    "Group 1: ",
    "Group 2",
    "Group 12 - ",
    "第一组\uff1a",
    "二、",
    "Title",
    "标题在这里",
    "Source: Reuters",
    "\n",
    "\r\n",
    "\n\n",
    " - ",
    "\n- ",
    "\n• ",
    "\n  - ",
    "\n1. ",
    "\n# ",
    "\n## ",
    "\n---\n",
    "**",
    "[1]",
    " [2][3]",
    "[4-6].",
    "【7】。",
    "⁸",
    "([9])",
    ". ",
    "? ",
    "。",
    ": ",
    "U.S. ",
    "Prices rose by 4.5 % in the U.S. market",
    "Prices fell from $60 to $0.006, a reduction of 1000 times",
    "价格上涨了三成",
    "and so on",
    "A",
    " ",
    "\u200b",
    "\u3000",
    "(",
    ")",
    "It employs 300 people in all. ",
    "Its sales rose to $5 in 2020. ",
    "However, The Bell Foundation was founded in 1961 by Maria Curie. ",
    "She won two prizes in 1903 and 1911. ",
    "The company sold 30 ships. ",
    "Acme Corp. built a ship in 1990. ",
    "When he left, they cried. ",
    "LISBON, March 3 - ",
    '"We are glad," he said. ',
    "它由三部分组成，共有30台。",
    "然而，2020年三峡大坝投入使用。",
    "*em* ",
    "[link](https://example.org/a_(b)) ",
    "`code`",
    "&nbsp;",
    "&amp;",
    "<b>",
    "</b>",
    "<br>",
    "<sup>3</sup>",
    "> ",
    "\n| A cell that says so in 2020. | 2 |\n",
    "\n```\n",
    "---\ntitle: T\n---\n",
    "<!--",
    "-->",
    "\\*",
    "‮",
    "‍",
    "~~",
)

texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join),
    st.lists(
        st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=30
    ).map("".join),
)


def read(text: str) -> Reading | None:
    """Return the reading, or nothing where the text was refused with a sentence."""
    try:
        return read_text(text)
    except InputError as refusal:
        if not refusal.message.endswith("."):
            raise
        return None


def claims_of(article: Article) -> list[Claim]:
    core = [article.core_insight] if article.core_insight else []
    return core + [claim for group in article.groups for claim in group.claims]


def statements_of(article: Article) -> list[Claim | Offer]:
    """Return the claims and the offers, which have places alike."""
    offers = [offer for group in article.groups for offer in group.offered]
    return [*claims_of(article), *offers]


def characters(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return [char for char in folded if char.isalnum()]


def common_start(claim: list[str], under: list[str]) -> int:
    """Return how many of `claim`, from its first on, stand in `under` in order."""
    position = count = 0
    for char in claim:
        while position < len(under) and under[position] != char:
            position += 1
        if position == len(under):
            break
        position += 1
        count += 1
    return count


def is_spelled_by(claim: str, under: str, before: str) -> bool:
    """Tell whether the words of a claim stand under its span in order.

    One name may have been put in for a pronoun: then it stands further up.
    """
    words = characters(claim)
    if common_start(words, characters(under)) == len(words):
        return True
    for stood in PUT_IN.finditer(under):
        head = characters(under[: stood.start()])
        tail = common_start(words[::-1], characters(under[stood.end() :])[::-1])
        name = "".join(words[len(head) : max(len(head), len(words) - tail)])
        if words[: len(head)] == head and name.removesuffix("s") in before:
            return True
    return False


@settings(max_examples=400, deadline=None)
@given(texts)
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    reading = read(text)
    assert reading is None or reading.articles


@settings(max_examples=400, deadline=None)
@given(texts)
def test_spans_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    reading = read(text)
    for article in reading.articles if reading else ():
        assert 0 <= article.start < article.end <= len(text)
        spans = sorted((it.start, it.end) for it in statements_of(article))
        assert all(start < end for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        for group in article.groups:
            starts = [claim.start for claim in group.claims]
            assert starts == sorted(starts)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_a_span_holds_the_words_of_its_claim_in_order(text: str) -> None:
    reading = read(text)
    plain = "".join(characters(html.unescape(re.sub(r"</?sup>", "", text))))
    for article in reading.articles if reading else ():
        for it in statements_of(article):
            under = html.unescape(text[it.start : it.end])
            assert is_spelled_by(it.text, under, plain), (it.text, under)
            assert it.text == it.text.strip()
            assert "\n" not in it.text
            assert "  " not in it.text


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map("".join))
def test_the_time_is_bounded_however_often_a_text_repeats(unit: str) -> None:
    """Thirty thousand characters; a rule that is not linear would take minutes."""
    begun = time.process_time()
    read(unit * (30_000 // len(unit)))
    assert time.process_time() - begun < LONGEST


@settings(max_examples=200, deadline=None)
@given(texts)
def test_reading_the_same_text_again_gives_the_same(text: str) -> None:
    assert read(text) == read(text)
