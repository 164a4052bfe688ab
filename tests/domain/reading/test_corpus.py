import re

import pytest

from app.domain.article import Claim
from app.domain.reading import read_text
from tests.domain.reading.corpus import Document, Gold, Said
from tests.domain.reading.corpus_chinese import DOCUMENTS as CHINESE
from tests.domain.reading.corpus_edges import DOCUMENTS as EDGES
from tests.domain.reading.corpus_forms import DOCUMENTS as FORMS
from tests.domain.reading.corpus_found import DOCUMENTS as FOUND
from tests.domain.reading.corpus_markdown import DOCUMENTS as MARKDOWN
from tests.domain.reading.corpus_marks import DOCUMENTS as MARKS
from tests.domain.reading.corpus_news import DOCUMENTS as NEWS
from tests.domain.reading.corpus_odd import DOCUMENTS as ODD
from tests.domain.reading.corpus_pastes import DOCUMENTS as PASTES
from tests.domain.reading.corpus_prose import DOCUMENTS as PROSE
from tests.domain.reading.corpus_variants import DOCUMENTS as VARIANTS

CORPUS = (
    *(*FORMS, *MARKS, *EDGES, *ODD, *CHINESE, *PROSE, *VARIANTS),
    *(*PASTES, *MARKDOWN, *FOUND, *NEWS),
)


def named(document: Document) -> str:
    return re.sub(r"\W+", "-", document.name)


def told(claim: Claim) -> tuple[str, tuple[int, ...], str]:
    return claim.text, claim.citations, claim.language


def expected(said: Said) -> tuple[str, tuple[int, ...], str]:
    return said.text, said.citations, said.language


def claims_in_order(document: Document) -> list[tuple[Claim, Said]]:
    read = []
    for article, gold in zip(
        read_text(document.text).articles, document.articles, strict=True
    ):
        if article.core_insight and gold.core:
            read.append((article.core_insight, gold.core))
        for group, part in zip(article.groups, gold.parts, strict=True):
            read.extend(zip(group.claims, part.claims, strict=True))
    return sorted(read, key=lambda pair: pair[0].start)


@pytest.mark.parametrize("document", CORPUS, ids=named)
def test_every_article_arrives_with_its_parts(document: Document) -> None:
    read = tuple(
        (
            article.title,
            article.language,
            article.core_insight and told(article.core_insight),
            tuple(
                (group.number, group.title, tuple(map(told, group.claims)))
                for group in article.groups
            ),
        )
        for article in read_text(document.text).articles
    )
    assert read == tuple(map(as_read, document.articles))


def as_read(gold: Gold) -> tuple[object, ...]:
    return (
        gold.title,
        gold.language,
        gold.core and expected(gold.core),
        tuple(
            (part.number, part.title, tuple(map(expected, part.claims)))
            for part in gold.parts
        ),
    )


@pytest.mark.parametrize("document", CORPUS, ids=named)
def test_every_span_is_exact(document: Document) -> None:
    position = 0
    for claim, said in claims_in_order(document):
        under = document.text[claim.start : claim.end]
        wanted = (
            {said.quoted}
            if said.quoted
            else {said.text, said.text.rstrip(".。!\uff01")}
        )
        assert under in wanted
        assert claim.start == document.text.index(under, position)
        position = claim.end


@pytest.mark.parametrize("document", CORPUS, ids=named)
def test_doubts_are_told_and_only_they(document: Document) -> None:
    warnings = read_text(document.text).warnings
    assert len(warnings) == len(document.warnings)
    for wanted in document.warnings:
        assert any(wanted in warning for warning in warnings), warnings


@pytest.mark.parametrize("document", CORPUS, ids=named)
def test_articles_lie_in_order_around_their_claims(document: Document) -> None:
    position = 0
    for article in read_text(document.text).articles:
        assert position <= article.start < article.end <= len(document.text)
        position = article.end
        for group in article.groups:
            for claim in group.claims:
                assert article.start <= claim.start < claim.end <= article.end
