from dataclasses import replace

import pytest

from app.domain.card import CardDraft, Tier
from app.domain.writing import check_card
from app.domain.writing.candidate import Candidate
from app.domain.writing.candidates import english_candidates
from app.domain.writing.formats import with_options, with_statement
from app.domain.writing.parsing import Parses, Pipelines

CLAIM = "A new tunnel cuts the trip to Oslo by 40 minutes."


@pytest.fixture(scope="module")
def candidate(parses: Parses) -> Candidate:
    return english_candidates(CLAIM, frozenset(), (), {}, parses)[0]


def _draft(candidate: Candidate) -> CardDraft:
    return CardDraft(
        0,
        0,
        candidate.kind,
        candidate.pattern,
        Tier.DEFAULT,
        None,
        candidate.question,
        candidate.answer,
        None,
        None,
        CLAIM,
    )


def _findings(draft: CardDraft) -> list[str]:
    return check_card(draft, CLAIM, "en")


def test_options_that_fail_the_gate_are_left_out(candidate: Candidate) -> None:
    draft = _draft(candidate)
    assert with_options(draft, candidate, (), _findings, seed=0).choices is not None
    failing = with_options(draft, candidate, (), lambda _: ["No."], seed=0)
    assert failing == draft


@pytest.mark.parametrize("true", [True, False])
def test_a_statement_stands_only_where_its_opposite_would(
    candidate: Candidate, pipelines: Pipelines, true: bool
) -> None:
    draft = with_options(_draft(candidate), candidate, (), _findings, seed=0)
    doc, inflect = pipelines.parse(candidate.stem), pipelines.inflect
    card = with_statement(draft, candidate, doc, inflect, _findings, true=true)
    assert card.statement is not None
    assert card.statement.true is true
    assert (card.statement.text == CLAIM) is true

    def refuses_one(other: CardDraft) -> list[str]:
        statement = other.statement
        return [] if statement is not None and statement.true is true else ["No."]

    none = with_statement(draft, candidate, doc, inflect, refuses_one, true=true)
    assert none == draft


def test_without_a_parse_only_a_figure_is_changed(candidate: Candidate) -> None:
    draft = with_options(_draft(candidate), candidate, (), _findings, seed=0)
    bare = replace(draft, choices=None)

    def inflect(lemma: str, tag: str) -> str | None:
        raise AssertionError((lemma, tag))

    card = with_statement(draft, candidate, None, inflect, _findings, true=False)
    assert card.statement is not None
    assert "The figure" in (card.statement.changed or "")
    assert with_statement(bare, candidate, None, inflect, _findings, true=False) == bare
