import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.article import Article, Claim, Reading
from app.domain.errors import InputError
from app.domain.reading import read_text

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


def letters(text: str) -> str:
    """Leave letters only: what no marker, stop, white space or bold mark can hide."""
    return "".join(filter(str.isalpha, re.sub(r"\]\([^\s()]+\)", "]", text)))


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
        spans = sorted((claim.start, claim.end) for claim in claims_of(article))
        assert all(start < end for start, end in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        for group in article.groups:
            starts = [claim.start for claim in group.claims]
            assert starts == sorted(starts)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_a_span_holds_the_words_of_its_claim(text: str) -> None:
    reading = read(text)
    for article in reading.articles if reading else ():
        for claim in claims_of(article):
            under = text[claim.start : claim.end]
            assert letters(under) == letters(claim.text)
            assert claim.text == claim.text.strip()
            assert "\n" not in claim.text
            assert "  " not in claim.text


@settings(max_examples=200, deadline=None)
@given(texts)
def test_reading_the_same_text_again_gives_the_same(text: str) -> None:
    assert read(text) == read(text)
