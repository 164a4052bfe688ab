"""Rewriting: what an article's cards, written anew, would change, and what stays."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.card import CardDraft
from app.domain.writing.asked import Asked


@dataclass(frozen=True, slots=True)
class StandingCard:
    """A card of the claim `claim`. `is_open`: the writer may replace or remove it."""

    id: int
    claim: int
    is_open: bool
    words: CardDraft


@dataclass(frozen=True, slots=True)
class NewCard:
    """A card written anew for the claim `claim`."""

    claim: int
    words: CardDraft


@dataclass(frozen=True, slots=True)
class Settled:
    """A question that a person has decided about, in the words it was written with.

    They edited, rejected or deleted it; so it is not written to them again.
    """

    claim: int
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """An open card, and the words it would get."""

    card: StandingCard
    words: CardDraft


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What would be done to an article's cards; `renewed` only remember their writer.

    `staying` are all that keep their words: those in `renewed`, and those not open.
    """

    added: tuple[NewCard, ...]
    replaced: tuple[Replacement, ...]
    removed: tuple[StandingCard, ...]
    staying: tuple[StandingCard, ...]
    renewed: tuple[Replacement, ...]

    @property
    def is_empty(self) -> bool:
        """Whether every card stays as it is."""
        return not (self.added or self.replaced or self.removed)


def plan_rewriting(
    cards: Sequence[StandingCard],
    drafts: Iterable[NewCard],
    settled: Iterable[Settled] = (),
) -> Rewriting:
    """Compare an article's cards with `drafts`, written anew for the same claims.

    A card that is not open stays whatever the writer says, and nothing is added that
    asks the same again; nor is what a person has `settled`. An open card in the words
    of a draft stays; one that asks the same, or asks for the same answer, is replaced;
    one that no draft takes up is removed.
    """
    told = [
        Settled(card.claim, card.words.question, card.words.answer)
        for card in cards
        if not card.is_open
    ]
    told += settled
    new = list(drafts)
    free: defaultdict[int, list[StandingCard]] = defaultdict(list)
    for card in cards:
        if card.is_open:
            free[card.claim].append(card)
    taken = _take_up(range(len(new)), new, free, (_says_the_same, _asks_the_same))
    fresh = _unsettled((at for at in range(len(new)) if at not in taken), new, told)
    taken |= _take_up(fresh, new, free, (_has_the_same_answer,))
    pairs = [Replacement(card, new[at].words) for at, card in sorted(taken.items())]
    renewed = [it for it in pairs if _says_the_same(it.card.words, it.words)]
    same = {it.card.id for it in renewed}
    left = {card.id for mine in free.values() for card in mine}
    return Rewriting(
        added=tuple(new[at] for at in fresh if at not in taken),
        replaced=tuple(it for it in pairs if it.card.id not in same),
        removed=tuple(card for card in cards if card.id in left),
        staying=tuple(card for card in cards if not card.is_open or card.id in same),
        renewed=tuple(renewed),
    )


def _take_up(
    places: Iterable[int],
    new: Sequence[NewCard],
    free: Mapping[int, list[StandingCard]],
    ways: Sequence[Callable[[CardDraft, CardDraft], bool]],
) -> dict[int, StandingCard]:
    """Give each draft an open card of its claim, the best match first; empty `free`."""
    taken: dict[int, StandingCard] = {}
    waiting = list(places)
    for matches in ways:
        for at in waiting:
            mine = free.get(new[at].claim, [])
            alike = [card for card in mine if matches(card.words, new[at].words)]
            if at not in taken and alike:
                taken[at] = alike[0]
                mine.remove(alike[0])
    return taken


def _unsettled(
    places: Iterable[int], new: Sequence[NewCard], told: Sequence[Settled]
) -> list[int]:
    """Leave out what is asked by cards that stay, and what a person has settled."""
    asked = Asked.of(it.question for it in told)
    answers = {(it.claim, it.answer.casefold()) for it in told}
    return [
        at
        for at in places
        if not asked.has_like(new[at].words.question)
        and (new[at].claim, new[at].words.answer.casefold()) not in answers
    ]


def _says_the_same(card: CardDraft, draft: CardDraft) -> bool:
    """Say whether nothing that a person sees of a card would change."""
    return _seen(card) == _seen(draft)


def _asks_the_same(card: CardDraft, draft: CardDraft) -> bool:
    return card.question == draft.question


def _has_the_same_answer(card: CardDraft, draft: CardDraft) -> bool:
    return card.answer.casefold() == draft.answer.casefold()


def _seen(card: CardDraft) -> tuple[object, ...]:
    return (
        card.kind,
        card.tier,
        card.context,
        card.question,
        card.answer,
        card.choices,
        card.statement,
    )
