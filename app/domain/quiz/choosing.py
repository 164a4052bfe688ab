"""Choose the questions of a quiz: the least remembered, in mixed formats. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.card import Kind
from app.domain.dice import Dice
from app.domain.errors import InputError
from app.domain.queue import SIBLING_DISTANCE, keep_apart
from app.domain.review import Format

#: Seconds that a question takes, feedback read, until the person's own are known.
DEFAULT_SECONDS: Mapping[Format, float] = {
    Format.RECALL: 14.0,
    Format.TYPED: 20.0,
    Format.CHOICE: 12.0,
    Format.TRUE_FALSE: 9.0,
}

MOST_MINUTES = 120
MOST_QUESTIONS = 200

_FEWEST_CHOICES = 2


@dataclass(frozen=True, slots=True)
class QuizCard:
    """A kept card of the groups chosen: what the choice looks at.

    `position` orders cards within their group. `choices` are the card's options with
    the answer among them. `recall` is its retrievability at the time of the quiz (0-1),
    None for a card not learned yet.
    """

    card_id: int
    claim_id: int
    group_id: int
    position: int
    kind: Kind
    choices: tuple[str, ...] | None
    has_statement: bool
    recall: float | None


@dataclass(frozen=True, slots=True)
class Question:
    """A card asked once in a format.

    `choices` are the options in the order shown, None unless the format is `choice`.
    """

    card_id: int
    format: Format
    choices: tuple[str, ...] | None
    seconds: float


def formats_of(card: QuizCard) -> list[Format]:
    """Return the formats a card can be asked in; recall always, figures typed."""
    found = [Format.RECALL]
    if card.kind is Kind.NUMERIC:
        found.append(Format.TYPED)
    if card.choices is not None and len(card.choices) >= _FEWEST_CHOICES:
        found.append(Format.CHOICE)
    if card.has_statement:
        found.append(Format.TRUE_FALSE)
    return found


def choose_questions(
    cards: Iterable[QuizCard],
    *,
    dice: Dice,
    minutes: float | None = None,
    number: int | None = None,
    seconds: Mapping[tuple[Kind, Format], float] | None = None,
) -> tuple[Question, ...]:
    """Return the questions for so many minutes or so many questions, in order.

    The lowest retrievability comes first; cards not learned yet count 0 and take turns
    between groups. Cards of one claim are kept apart. Each card gets, of its formats,
    the one least used so far. `seconds` are the person's own medians by kind and
    format, where known. At least one question comes, if there is a card.

    Raises `InputError`: neither or both bounds are given, or one out of its range.
    """
    budget, most = _bounds(minutes, number)
    order = list(Format)
    dice.shuffle(order)
    used: Counter[Format] = Counter()
    questions: list[Question] = []
    spent = 0.0
    # Four times what fits leaves enough to keep claims apart.
    for card in _parted(_least_remembered(cards)[: 4 * most])[:most]:
        chosen = min(formats_of(card), key=lambda one: (used[one], order.index(one)))
        own = (seconds or {}).get((card.kind, chosen), DEFAULT_SECONDS[chosen])
        if questions and spent + own > budget:
            break
        spent += own
        used[chosen] += 1
        questions.append(
            Question(card.card_id, chosen, _shown(card, chosen, dice), own)
        )
    return tuple(questions)


def _bounds(minutes: float | None, number: int | None) -> tuple[float, int]:
    """Return the budget in seconds and the most questions."""
    if (minutes is None) == (number is None):
        raise InputError("A quiz takes a number of minutes or a number of questions.")
    if minutes is not None:
        if not 0 < minutes <= MOST_MINUTES:
            raise InputError(f"A quiz takes up to {MOST_MINUTES} minutes.")
        return minutes * 60.0, MOST_QUESTIONS
    if number is None or not 1 <= number <= MOST_QUESTIONS:
        raise InputError(f"A quiz takes from 1 to {MOST_QUESTIONS} questions.")
    return float("inf"), number


def _least_remembered(cards: Iterable[QuizCard]) -> list[QuizCard]:
    turns: Counter[int] = Counter()
    ranked = []
    for card in sorted(cards, key=lambda card: (card.position, card.card_id)):
        turn = 0
        if card.recall is None:
            turn = turns[card.group_id]
            turns[card.group_id] += 1
        ranked.append(
            (
                (card.recall or 0.0, turn, card.group_id, card.position, card.card_id),
                card,
            )
        )
    return [card for _, card in sorted(ranked, key=lambda row: row[0])]


def _parted(cards: list[QuizCard]) -> list[QuizCard]:
    return keep_apart(cards, key=lambda card: card.claim_id, distance=SIBLING_DISTANCE)


def _shown(card: QuizCard, chosen: Format, dice: Dice) -> tuple[str, ...] | None:
    if chosen is not Format.CHOICE or card.choices is None:
        return None
    options = list(card.choices)
    dice.shuffle(options)
    return tuple(options)
