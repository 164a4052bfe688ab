"""What the pages of a quiz show, worked out from what is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from sqlalchemy.orm import Session

from app.domain.quiz.judging import OVERRIDABLE, askable_format, judge, options_shown
from app.domain.quiz.scoring import Answered, Score, score, score_by_group
from app.domain.quiz.typed import Verdict
from app.domain.review import Format
from app.store.models import Article, Card, Claim, Group, QuizQuestion
from app.store.queries.remarks import AnsweredCard, answered_before, remarks_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as its page shows it: the `place`-th (from 1) of `total`."""

    question: QuizQuestion
    place: int
    total: int

    @property
    def number(self) -> int:
        """Its number in addresses: fixed, even where an earlier one drops out."""
        return self.question.position + 1

    @property
    def card(self) -> Card:
        """The card asked about."""
        return self.question.card

    @property
    def claim(self) -> Claim:
        """The claim behind the card."""
        return self.card.claim

    @property
    def group(self) -> Group:
        """The group of the claim."""
        return self.claim.group

    @property
    def article(self) -> Article:
        """The article of the group."""
        return self.group.article

    @property
    def format(self) -> Format:
        """The format it was asked in or, not answered yet, can be asked in."""
        if self.question.answered_at is not None:
            return self.question.format
        return askable_format(
            self.question.format,
            choices=self.question.choices,
            answer=self.card.answer,
            has_statement=self.card.statement_text is not None,
        )

    @property
    def options(self) -> Sequence[str]:
        """The options in the order shown; empty in other formats."""
        return (self.question.choices or ()) if self.format is Format.CHOICE else ()

    @property
    def right_place(self) -> int | None:
        """The right option's position; None where an edit took it away."""
        return _place(self.options, self.card.answer)

    @property
    def chosen_place(self) -> int | None:
        """The chosen option's position."""
        return _place(self.options, self.question.response)

    @property
    def is_overridable(self) -> bool:
        """Whether "I was right" can be said of it."""
        question = self.question
        return (
            question.answered_at is not None
            and not question.is_right
            and question.format in OVERRIDABLE
        )

    @property
    def remark(self) -> str:
        """The sentences that a verdict adds."""
        question, said = self.question, []
        if question.is_overridden:
            said.append("You said that you were right.")
        if question.format is Format.TRUE_FALSE:
            truth = "true" if self.card.statement_true else "false"
            said.append(f"The statement is {truth}.")
        elif question.format is Format.TYPED and question.response is not None:
            said.append(f"You typed “{question.response}”.")
            said.append(self._reason())
        elif question.format is Format.CHOICE and not question.is_right:
            said.append(f"You chose “{question.response}”.")
        if question.is_right and question.is_unsure:
            said.append("You were unsure, so it comes back sooner.")
        return " ".join(filter(None, said))

    def _reason(self) -> str:
        judgement = judge(
            self.question.response,
            format=Format.TYPED,
            question=self.card.question,
            answer=self.card.answer,
            statement_true=None,
        )
        return "" if judgement.verdict is Verdict.RIGHT else judgement.reason


#: Of fewer answers a score corrected for guessing is mostly chance itself.
FEWEST_TO_CORRECT = 5


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A group's share in the result."""

    group: Group
    score: Score

    @property
    def corrected(self) -> float | None:
        """The score corrected for guessing; None of fewer than `FEWEST_TO_CORRECT`."""
        few = self.score.asked < FEWEST_TO_CORRECT
        return None if few else self.score.corrected


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a quiz: `asked` of `total` questions were answered."""

    total: int
    score: Score
    groups: Sequence[GroupResult]
    misses: Sequence[Shown]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to ask."""
        return self.score.asked == self.total


def shown_questions(questions: Sequence[QuizQuestion]) -> list[Shown]:
    """Give each of a quiz's questions its place among them."""
    total = len(questions)
    return [
        Shown(question, place, total) for place, question in enumerate(questions, 1)
    ]


def first_open(questions: Sequence[Shown]) -> Shown | None:
    """Give the first question not answered yet."""
    return next((it for it in questions if it.question.answered_at is None), None)


def last_answered(questions: Sequence[Shown], *, before: Shown) -> Shown | None:
    """Give the answered question next before another."""
    earlier = [
        it
        for it in questions
        if it.place < before.place and it.question.answered_at is not None
    ]
    return earlier[-1] if earlier else None


def at_position(questions: Sequence[Shown], position: int) -> Shown | None:
    """Give the question at a stored position."""
    return next((it for it in questions if it.question.position == position), None)


def result_of(questions: Sequence[Shown]) -> Result:
    """Score a quiz by what was answered so far."""
    answered = [it for it in questions if it.question.answered_at is not None]
    answers = [
        Answered(
            group_id=it.group.id,
            is_right=bool(it.question.is_right),
            options=options_shown(it.question.format, it.question.choices),
        )
        for it in answered
    ]
    groups = {it.group.id: it.group for it in answered}
    return Result(
        total=len(questions),
        score=score(answers),
        groups=[
            GroupResult(groups[group_id], found)
            for group_id, found in score_by_group(answers).items()
        ],
        misses=[it for it in answered if not it.question.is_right],
    )


def notes_on(session: Session, shown: Shown, *, person_id: int) -> Sequence[str]:
    """Give the sentences beside the answer of a question that was answered.

    What changed is told since the person's answer before the one in this quiz.
    """
    question, card = shown.question, shown.card
    since = question.answered_at and answered_before(
        session, person_id=person_id, card_id=card.id, moment=question.answered_at
    )
    answered = AnsweredCard(card.id, shown.claim.id, shown.claim.notes, since)
    return remarks_of(session, [answered])[card.id]


def moment_words(instant: datetime, zone: tzinfo) -> str:
    """Give a moment as a person reads it, such as `5 Mar 2026, 14:50`."""
    local = instant.astimezone(zone)
    return f"{local.day} {local:%b %Y, %H:%M}"


def _place(options: Sequence[str], option: str | None) -> int | None:
    return next((i for i, one in enumerate(options) if one == option), None)
