"""Formats: the options and the statement that a card gets beside its question."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain.card import GAP, CardDraft, Statement
from app.domain.writing.candidate import Candidate
from app.domain.writing.name_options import NameKind, kind_of_name, name_options
from app.domain.writing.options import number_options
from app.domain.writing.parsing import Doc, Inflector
from app.domain.writing.quantities import Quantity
from app.domain.writing.true_false import make_figure_statement, make_statement

#: What the gate has against a card, as sentences.
Findings = Callable[[CardDraft], list[str]]


def with_options(
    draft: CardDraft,
    candidate: Candidate,
    siblings: Sequence[Quantity],
    findings: Findings,
    *,
    seed: int,
) -> CardDraft:
    """Return the card with options, where there are fair ones that pass the gate."""
    if candidate.quantity is None:
        return draft
    question = candidate.question
    choices = number_options(candidate.quantity, siblings, question, seed=seed)
    offered = replace(draft, choices=choices)
    return draft if findings(offered) else offered


def with_names(
    draft: CardDraft,
    doc: Doc,
    near: Callable[[NameKind], Sequence[str]],
    known: Sequence[str],
    findings: Findings,
    *,
    seed: int,
) -> CardDraft:
    """Return a card that asks for a name with options, where there are fair ones.

    `doc` is the parsed sentence with the gap filled, `near` gives the article's names
    of a kind, `known` are those of the team's other articles.
    """
    place = draft.question.find(GAP)
    end = place + len(draft.answer)
    labels = [token.ent_type_ for token in doc if place <= token.idx < end]
    if place < 0 or doc.text[place:end] != draft.answer:
        return draft
    kind = kind_of_name(draft.answer, labels)
    if kind is None:
        return draft
    choices = name_options(
        draft.answer,
        kind,
        draft.question,
        draft.explanation,
        near(kind),
        known,
        seed=seed,
    )
    offered = replace(draft, choices=choices)
    return draft if findings(offered) else offered


def with_statement(
    draft: CardDraft,
    candidate: Candidate,
    doc: Doc | None,
    inflect: Inflector,
    findings: Findings,
    *,
    true: bool,
) -> CardDraft:
    """Return the card with a true or a false statement, where there is a safe one.

    There is one only where both would pass the gate: were it harder to make a false
    one, most statements would be true, and guessing would pay. Without a parse only a
    figure is changed.
    """

    def made(*, true: bool) -> Statement | None:
        if doc is None:
            return make_figure_statement(candidate, draft.choices, true=true)
        return make_statement(candidate, draft.choices, doc, inflect, true=true)

    both = {
        truth: replace(draft, statement=made(true=truth)) for truth in (True, False)
    }
    return draft if any(map(findings, both.values())) else both[true]
