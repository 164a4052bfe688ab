"""Write the cards of an article: each claim through the stages, one after another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from app.domain.article import Article
from app.domain.card import CardDraft, Kind, RejectedDraft, Tier, Uncovered, Written
from app.domain.writing.asked import Asked
from app.domain.writing.candidate import Candidate
from app.domain.writing.candidates import english_candidates
from app.domain.writing.chinese import chinese_candidates
from app.domain.writing.choice import Chosen, choose
from app.domain.writing.formats import with_names, with_options, with_statement
from app.domain.writing.gate import check_card
from app.domain.writing.name_options import NameKind, names_in
from app.domain.writing.parsing import Parses, Pipelines
from app.domain.writing.reasons import why_suggested
from app.domain.writing.task import (
    MAX_CLAIM,
    ArticleFacts,
    ClaimTask,
    Position,
    gather,
    make_task,
    positions,
)
from app.domain.writing.tastes import NO_TASTES, Tastes, lowered, team_says
from app.domain.writing.weights import SUGGESTED

_REPEATED = "It asks nearly the same as an earlier question."
_NOTHING = "No gap in it would have only one good answer."
_LONG = "It is too long for a card ({count} characters); cut it into single statements."


@dataclass(frozen=True, slots=True)
class _Desk:
    """What one claim is written with: itself, its article's facts, the tools."""

    task: ClaimTask
    facts: ArticleFacts
    pipelines: Pipelines
    parses: Parses
    tastes: Tastes
    near: Callable[[NameKind], Sequence[str]]
    known: Sequence[str] = ()

    def draft(self, candidate: Candidate, tier: Tier) -> CardDraft:
        """Return a candidate as a card without options and statement."""
        return CardDraft(
            self.task.group,
            self.task.claim,
            candidate.kind,
            candidate.pattern,
            tier,
            candidate.context,
            candidate.question,
            candidate.answer,
            None,
            None,
            self.task.text,
            tuple(sorted(candidate.features)),
            None if tier is Tier.DEFAULT else why_suggested(candidate),
        )

    def refuse(self, candidate: Candidate, reason: str) -> RejectedDraft:
        """Return a candidate as refused, with the reason."""
        return RejectedDraft(
            self.task.group,
            self.task.claim,
            candidate.pattern,
            candidate.question,
            reason,
        )

    def findings(self, draft: CardDraft) -> list[str]:
        """Return what the gate has against a card."""
        return check_card(draft, self.task.text, self.task.language)


def _candidates(desk: _Desk) -> list[Candidate] | None:
    """Return the candidates of one claim; None in a language nobody writes yet."""
    task = desk.task
    if task.language == "en":
        return english_candidates(
            task.text, task.known, task.earlier, desk.facts.names, desk.parses
        )
    return chinese_candidates(task.text) if task.language == "zh" else None


def _with_formats(
    desk: _Desk, candidate: Candidate, tier: Tier, stated: int
) -> CardDraft:
    """Return a candidate as a card, with options and a statement where they are fair.

    The statements of a claim take turns: of its `stated` so far depends which is next.
    """
    task, is_english = desk.task, desk.task.language != "zh"
    card = desk.draft(candidate, tier)
    if candidate.kind is Kind.CLOZE and is_english:
        card = with_names(
            card,
            desk.parses.of(candidate.stem),
            desk.near,
            desk.known,
            desk.findings,
            seed=task.seed,
        )
    elif is_english or candidate.pattern != "from-to":
        unit = candidate.quantity.unit if candidate.quantity is not None else ""
        siblings = desk.facts.siblings(task.text, unit)
        card = with_options(card, candidate, siblings, desk.findings, seed=task.seed)
    return with_statement(
        card,
        candidate,
        desk.parses.of(candidate.stem) if is_english else None,
        desk.pipelines.inflect,
        desk.findings,
        true=task.is_true == (stated % 2 == 0),
    )


def _why_lower(desk: _Desk, candidate: Candidate) -> str:
    """Say what holds a candidate back, as half a sentence: the team or its features."""
    said = team_says(desk.tastes.get(candidate.pattern))
    return why_suggested(candidate) if said is None else f"{said[0].lower()}{said[1:]}"


def _why_uncovered(
    desk: _Desk,
    chosen: Chosen,
    passed: Sequence[Candidate],
    rejected: Sequence[RejectedDraft],
) -> str:
    """Say in words why a claim got no default card."""
    if chosen.suggested:
        reason = _why_lower(desk, chosen.suggested[0])
        return f"Its question is only suggested: {reason}"
    if chosen.repeated:
        return _REPEATED
    if passed:
        best = max(passed, key=lambda candidate: candidate.worth)
        return f"No question about it is good enough: {_why_lower(desk, best)}"
    if rejected:
        first = rejected[0].reason
        return f"What could be asked failed the checks. {first}"
    return _NOTHING


def _doubted(candidate: Candidate) -> Candidate:
    """Return a candidate of a claim whose figures do not add up: no figure unbidden."""
    if not any(letter.isdigit() for letter in candidate.answer):
        return candidate
    features = candidate.features | {"doubted-figure"}
    return replace(candidate, features=features, worth=min(candidate.worth, SUGGESTED))


def _sift(desk: _Desk) -> tuple[list[Candidate], list[RejectedDraft]] | None:
    """Return the candidates that pass the gate, and the others with what they fail.

    None in a language nobody writes yet.
    """
    candidates = _candidates(desk)
    if candidates is None:
        return None
    passed: list[Candidate] = []
    rejected: list[RejectedDraft] = []
    for candidate in candidates:
        findings = desk.findings(desk.draft(candidate, Tier.SUGGESTED))
        if findings:
            rejected.append(desk.refuse(candidate, findings[0]))
        else:
            passed.append(_doubted(candidate) if desk.task.is_doubted else candidate)
    return passed, rejected


def _write_claim(desk: _Desk, asked: Asked) -> Written:
    """Write the cards of one claim; what is asked is remembered in `asked`."""
    task = desk.task
    if len(task.text) > MAX_CLAIM:
        reason = _LONG.format(count=f"{len(task.text):,}")
        return Written((), (Uncovered(task.group, task.claim, reason),), ())
    sifted = _sift(desk)
    if sifted is None:
        reason = f"Cards are not yet written in its language ({task.language})."
        return Written((), (Uncovered(task.group, task.claim, reason),), ())
    passed, rejected = sifted
    passed = [lowered(candidate, desk.tastes) for candidate in passed]
    chosen = choose(passed, asked)
    uncovered: tuple[Uncovered, ...] = ()
    if not chosen.default:
        reason = _why_uncovered(desk, chosen, passed, rejected)
        uncovered = (Uncovered(task.group, task.claim, reason),)
    rejected += [desk.refuse(repeated, _REPEATED) for repeated in chosen.repeated]
    cards: list[CardDraft] = []
    for tier, some in (
        (Tier.DEFAULT, chosen.default),
        (Tier.SUGGESTED, chosen.suggested),
    ):
        for candidate in some:
            said = {c.statement.text for c in cards if c.statement is not None}
            card = _with_formats(desk, candidate, tier, len(said))
            if card.statement is not None and card.statement.text in said:
                card = replace(card, statement=None)
            cards.append(card)
    return Written(tuple(cards), uncovered, tuple(rejected))


def _names_near(
    facts: ArticleFacts, pipelines: Pipelines
) -> Callable[[NameKind], Sequence[str]]:
    """Give a look at the article's names, each kind gathered when first asked for."""
    return cache(lambda kind: names_in(kind, facts.texts, pipelines.parse))


def passing_candidates(
    article: Article, pipelines: Pipelines, *, seed: int = 0
) -> Iterator[tuple[ClaimTask, list[Candidate]]]:
    """Yield each claim with all its candidates that pass the gate, chosen or not."""
    facts = gather(article)
    near = _names_near(facts, pipelines)
    for position in positions(article):
        task = make_task(article, position, facts.order, seed)
        desk = _Desk(task, facts, pipelines, Parses(pipelines.parse), NO_TASTES, near)
        sifted = _sift(desk) if len(task.text) <= MAX_CLAIM else None
        if sifted is not None:
            yield task, sifted[0]


def write_claims(
    article: Article,
    wanted: Iterable[Position],
    pipelines: Pipelines,
    *,
    seed: int = 0,
    earlier: Sequence[str] = (),
    tastes: Tastes = NO_TASTES,
    known: Sequence[str] = (),
    on_claim: Callable[[Position], None] | None = None,
) -> Written:
    """Write the cards of the claims at the `wanted` positions, in that order.

    `earlier` are the questions already written for this article, `tastes` what the team
    thinks of each pattern, `known` the names that its other articles speak of. Batches
    in the order of `positions`, each given the questions of those before it, equal the
    whole run. `on_claim` is called after each claim.
    """
    facts = gather(article)
    near = _names_near(facts, pipelines)
    asked = Asked.of(earlier)
    cards: list[CardDraft] = []
    uncovered: list[Uncovered] = []
    rejected: list[RejectedDraft] = []
    for position in wanted:
        task = make_task(article, position, facts.order, seed)
        parses = Parses(pipelines.parse)
        desk = _Desk(task, facts, pipelines, parses, tastes, near, known)
        written = _write_claim(desk, asked)
        cards += written.cards
        uncovered += written.uncovered
        rejected += written.rejected
        if on_claim is not None:
            on_claim(position)
    return Written(tuple(cards), tuple(uncovered), tuple(rejected))


def write_cards(article: Article, pipelines: Pipelines, *, seed: int = 0) -> Written:
    """Write the cards of a whole article: its core insight, then claim by claim."""
    return write_claims(article, positions(article), pipelines, seed=seed)
