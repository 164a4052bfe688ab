"""Put the cards of a sitting in order. Pure.

The order is worked out anew for every card shown, from what is due and what was done
today, so it holds across reloads, devices and undo without a stored queue.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import TypeVar

from app.domain.memory.fsrs import DEFAULT_PARAMETERS
from app.domain.memory.schedule import Phase, recall_at

#: A card still waiting for its learning step may be shown this early, when all else is
#: done.
LEARN_AHEAD = timedelta(minutes=20)

#: So many other cards come between two of the same claim, where there are any.
SIBLING_DISTANCE = 3

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class QueueCard:
    """A kept card that may be shown: what the order looks at.

    `position` orders new cards within their group. A new card has neither `due_at` nor
    `stability` (days) nor `last_reviewed_at`.
    """

    card_id: int
    claim_id: int
    group_id: int
    position: int
    phase: Phase
    due_at: datetime | None = None
    stability: float | None = None
    last_reviewed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """What the person did this study day.

    `introduced` counts the new cards answered by group; `reviewed` the answers to cards
    in review; `recent_claims` are the claims of the last answers, latest last.
    """

    introduced: Mapping[int, int] = field(default_factory=dict)
    reviewed: int = 0
    recent_claims: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class DailyLimits:
    """How many new cards and reviews a study day takes, 0 or more."""

    new: int = 20
    reviews: int = 200


@dataclass(frozen=True, slots=True)
class Queue:
    """The cards of a sitting, first to last, and how many of each are left.

    Counts are of `cards`: `new`, `learning` (relearning too), `review`.
    """

    cards: tuple[QueueCard, ...]
    new: int
    learning: int
    review: int


def order_queue(
    cards: Iterable[QueueCard],
    now: datetime,
    *,
    today: Today,
    limits: DailyLimits,
    parameters: Sequence[float] = DEFAULT_PARAMETERS,
) -> Queue:
    """Return what to study now, in order.

    First the learning steps that are over, the longest over first. Then reviews, lowest
    retrievability first, with the new cards spread evenly among them; new cards take
    turns between groups. Cards of one claim are kept apart. Last the learning steps
    that end within `LEARN_AHEAD`.
    """
    learning: list[QueueCard] = []
    ahead: list[QueueCard] = []
    reviews: list[QueueCard] = []
    new: list[QueueCard] = []
    for card in cards:
        if card.phase is Phase.NEW:
            new.append(card)
        elif card.due_at is None or card.due_at <= now:
            (reviews if card.phase is Phase.REVIEW else learning).append(card)
        elif card.phase is not Phase.REVIEW and card.due_at <= now + LEARN_AHEAD:
            ahead.append(card)
    learning.sort(key=_by_due)
    ahead.sort(key=_by_due)
    reviews.sort(key=lambda card: (_recall(card, now, parameters), card.card_id))
    reviews = reviews[: max(limits.reviews - today.reviewed, 0)]
    new_left = max(limits.new - sum(today.introduced.values()), 0)
    turns = _in_turns(new, today.introduced)[:new_left]
    mixed = _mixed(reviews, turns, today)
    ordered = learning + keep_apart(
        mixed,
        key=lambda card: card.claim_id,
        distance=SIBLING_DISTANCE,
        before=(*today.recent_claims, *(card.claim_id for card in learning)),
    )
    return Queue(
        cards=(*ordered, *ahead),
        new=len(turns),
        learning=len(learning) + len(ahead),
        review=len(reviews),
    )


def keep_apart(
    items: Iterable[_Item],
    *,
    key: Callable[[_Item], int],
    distance: int,
    before: Sequence[int] = (),
) -> list[_Item]:
    """Return the items with `distance` others between two of one key, where it can be.

    From the front, each place gets the first item left that fits or, where none fits,
    the one whose key was used longest ago: the order stays close to the one given.
    `before` holds the keys that came before the first place, latest last. Meant for a
    sitting's worth of items: time grows with the square of one key's.
    """
    left = list(items)
    used = {one: place - len(before) for place, one in enumerate(before)}
    ordered: list[_Item] = []
    while left:
        place = len(ordered)
        chosen, chosen_since = 0, -1
        for index, item in enumerate(left):
            last = used.get(key(item))
            if last is None or place - last > distance:
                chosen = index
                break
            if place - last > chosen_since:
                chosen, chosen_since = index, place - last
        item = left.pop(chosen)
        used[key(item)] = place
        ordered.append(item)
    return ordered


def _by_due(card: QueueCard) -> tuple[float, int]:
    return (card.due_at.timestamp() if card.due_at else 0.0), card.card_id


def _recall(card: QueueCard, now: datetime, parameters: Sequence[float]) -> float:
    """Return the card's retrievability now, 0 where nothing is known."""
    recall = recall_at(
        now,
        last_reviewed_at=card.last_reviewed_at,
        stability=card.stability,
        parameters=parameters,
    )
    return recall or 0.0


def _in_turns(
    new: Iterable[QueueCard], introduced: Mapping[int, int]
) -> list[QueueCard]:
    """Return new cards so that groups take turns, those with fewer today first."""
    turn: dict[int, count[int]] = {}
    ranked = []
    for card in sorted(new, key=lambda card: (card.position, card.card_id)):
        group = card.group_id
        turns = turn.setdefault(group, count(introduced.get(group, 0)))
        ranked.append((next(turns), group, card.position, card.card_id, card))
    return [card for *_, card in sorted(ranked, key=lambda row: row[:-1])]


def _mixed(
    reviews: list[QueueCard], new: list[QueueCard], today: Today
) -> list[QueueCard]:
    """Return both in order, the new ones spread evenly over the whole day.

    Card i of a day's n has its place at (i + 1/2) / n, those already done counted in,
    so that the mix goes on where the last answer left it.
    """
    placed = []
    introduced = sum(today.introduced.values())
    for kind, done, group in ((0, today.reviewed, reviews), (1, introduced, new)):
        whole = done + len(group)
        for index, card in enumerate(group, done):
            placed.append(((index + 0.5) / whole, kind, index, card))
    return [card for *_, card in sorted(placed, key=lambda row: row[:-1])]
