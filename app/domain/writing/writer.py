"""Write the cards of an article: each claim through the stages, one after another."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from app.domain.article import Article
from app.domain.card import CardDraft, RejectedDraft, Tier, Uncovered, Written
from app.domain.writing.candidate import Candidate
from app.domain.writing.candidates import english_candidates
from app.domain.writing.chinese import chinese_candidates
from app.domain.writing.choice import choose
from app.domain.writing.gate import check_card, question_words
from app.domain.writing.options import number_options
from app.domain.writing.parsing import Parses, Pipelines
from app.domain.writing.quantities import Quantity
from app.domain.writing.task import (
    ClaimTask,
    Position,
    make_task,
    positions,
    quantities_by_claim,
)
from app.domain.writing.true_false import make_statement

_REPEATED = "It asks nearly the same as an earlier question."
_TOLD = {
    "reference": "It leans on something that an earlier claim names.",
    "relative-date": "It counts time from a day that it does not name.",
}


def _draft(task: ClaimTask, candidate: Candidate, tier: Tier) -> CardDraft:
    return CardDraft(
        task.group,
        task.claim,
        candidate.kind,
        candidate.pattern,
        tier,
        candidate.context,
        candidate.question,
        candidate.answer,
        None,
        None,
        task.text,
    )


def _rejected(task: ClaimTask, candidate: Candidate, reason: str) -> RejectedDraft:
    return RejectedDraft(
        task.group, task.claim, candidate.pattern, candidate.question, reason
    )


def _with_formats(
    task: ClaimTask,
    candidate: Candidate,
    tier: Tier,
    siblings: Sequence[Quantity],
    pipelines: Pipelines,
    parses: Parses,
) -> CardDraft:
    """Return the card with the options and the statement that pass the gate."""
    draft = _draft(task, candidate, tier)
    choices = None
    if candidate.quantity is not None:
        choices = number_options(
            candidate.quantity, siblings, candidate.question, seed=task.seed
        )
    offered = replace(draft, choices=choices)
    if not check_card(offered, task.text, task.language):
        draft = offered
    if task.language != "en":
        return draft
    statement = make_statement(
        candidate,
        draft.choices,
        parses.of(candidate.stem),
        pipelines.inflect,
        true=task.is_true,
    )
    stated = replace(draft, statement=statement)
    return draft if check_card(stated, task.text, task.language) else stated


def _candidates(task: ClaimTask, parses: Parses) -> list[Candidate] | None:
    """Return the candidates of one claim; None in a language nobody writes yet."""
    if task.language == "en":
        return english_candidates(task.text, task.known, task.earlier, parses)
    if task.language == "zh":
        return chinese_candidates(task.text)
    return None


def _why_uncovered(candidates: Sequence[Candidate], refused: int) -> str:
    """Say in words why a claim got no default card."""
    if not candidates and refused:
        return "Every question that could be asked failed the checks."
    if not candidates:
        return "It holds no figure, cause or contrast that a gap could stand on."
    for feature, reason in _TOLD.items():
        if all(feature in candidate.features for candidate in candidates):
            return reason
    return "No question about it is good enough to be asked unbidden."


def _write_claim(
    task: ClaimTask,
    siblings: Sequence[Quantity],
    pipelines: Pipelines,
    parses: Parses,
    asked: Sequence[frozenset[str]],
) -> Written:
    """Write the cards of one claim."""
    candidates = _candidates(task, parses)
    if candidates is None:
        reason = f"Cards are not yet written in its language ({task.language})."
        return Written((), (Uncovered(task.group, task.claim, reason),), ())
    passed: list[Candidate] = []
    rejected: list[RejectedDraft] = []
    for candidate in candidates:
        draft = _draft(task, candidate, Tier.SUGGESTED)
        findings = check_card(draft, task.text, task.language)
        if findings:
            rejected.append(_rejected(task, candidate, findings[0]))
        else:
            passed.append(candidate)
    chosen = choose(passed, asked)
    rejected += [_rejected(task, repeated, _REPEATED) for repeated in chosen.repeated]
    cards = [
        _with_formats(task, candidate, tier, siblings, pipelines, parses)
        for tier, some in (
            (Tier.DEFAULT, chosen.default),
            (Tier.SUGGESTED, chosen.suggested),
        )
        for candidate in some
    ]
    uncovered: tuple[Uncovered, ...] = ()
    if not chosen.default:
        reason = _why_uncovered(passed, len(rejected))
        uncovered = (Uncovered(task.group, task.claim, reason),)
    return Written(tuple(cards), uncovered, tuple(rejected))


def write_claims(
    article: Article,
    wanted: Iterable[Position],
    pipelines: Pipelines,
    *,
    seed: int = 0,
    earlier: Sequence[str] = (),
    on_claim: Callable[[Position], None] | None = None,
) -> Written:
    """Write the cards of the claims at the `wanted` positions, in that order.

    `earlier` are the questions already written for this article. Batches in the order of
    `positions`, each given the questions of those before it, equal the whole run.
    `on_claim` is called after each claim.
    """
    index = {position: at for at, position in enumerate(positions(article))}
    quantities = quantities_by_claim(article)
    parses = Parses(pipelines.parse)
    asked = [question_words(question) for question in earlier]
    cards: list[CardDraft] = []
    uncovered: list[Uncovered] = []
    rejected: list[RejectedDraft] = []
    for position in wanted:
        task = make_task(article, position, index[position], seed)
        siblings = [
            quantity
            for text, some in quantities.items()
            if text != task.text
            for quantity in some
        ]
        written = _write_claim(task, siblings, pipelines, parses, asked)
        cards += written.cards
        uncovered += written.uncovered
        rejected += written.rejected
        asked += [question_words(card.question) for card in written.cards]
        if on_claim is not None:
            on_claim(position)
    return Written(tuple(cards), tuple(uncovered), tuple(rejected))


def write_cards(article: Article, pipelines: Pipelines, *, seed: int = 0) -> Written:
    """Write the cards of a whole article: its core insight, then claim by claim."""
    return write_claims(article, positions(article), pipelines, seed=seed)
