"""Read what a quiz may be made of: groups, cards, the person's own pace."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import ColumnElement, Double, TextClause, cast, extract, func, select
from sqlalchemy.orm import Session

from app.domain.card import Kind
from app.domain.errors import NotFoundError
from app.domain.memory.fsrs import retrievability
from app.domain.quiz.choosing import MOST_QUESTIONS, QuizCard
from app.domain.retention.readiness import mean_recall_by_group
from app.domain.review import Format, Mode
from app.store.models import (
    IS_ACTIVE,
    Article,
    Card,
    CardState,
    Claim,
    Group,
    ReviewEntry,
)

#: How many articles the form offers, the newest first.
MOST_ARTICLES = 60

#: So many of the least remembered cards leave enough to keep claims apart.
_CANDIDATES = 4 * MOST_QUESTIONS
#: A person's pace: over so many last answers, from so many of one kind and format.
_LAST_ANSWERS = 1_000
_LEAST_ANSWERS = 5
#: Reading the verdict; when an answer is recalled, it is read before it is graded.
_VERDICT_SECONDS = 4.0
_DAY = timedelta(days=1)
_LEARNED = CardState.stability.is_not(None) & CardState.last_reviewed_at.is_not(None)


@dataclass(frozen=True, slots=True)
class QuizGroup:
    """A group that a quiz can ask about.

    `cards` counts the kept ones, `not_learned` the new ones of them; `recall` is the
    mean retrievability (0-1) of the others now, None where there are none.
    """

    id: int
    title: str
    language: str
    number: int | None
    is_core_insight: bool
    cards: int
    not_learned: int
    recall: float | None


@dataclass(frozen=True, slots=True)
class QuizArticle:
    """An article with the groups that have kept cards."""

    id: int
    title: str
    language: str
    groups: tuple[QuizGroup, ...]

    @property
    def cards(self) -> int:
        """The kept cards of all its groups."""
        return sum(group.cards for group in self.groups)

    @property
    def not_learned(self) -> int:
        """The new ones of them."""
        return sum(group.not_learned for group in self.groups)

    @property
    def recall(self) -> float | None:
        """The mean retrievability of its learned cards, None where there are none."""
        learned = self.cards - self.not_learned
        if not learned:
            return None
        recalled = sum(
            (group.recall or 0.0) * (group.cards - group.not_learned)
            for group in self.groups
        )
        return recalled / learned


def quiz_articles(
    session: Session,
    *,
    person_id: int,
    team_id: int,
    parameters: Sequence[float],
    now: datetime,
) -> list[QuizArticle]:
    """List the newest articles with kept cards, and their groups in order."""
    newest = (
        select(Article.id)
        .where(
            Article.team_id == team_id,
            select(Group.id)
            .join(CardState, CardState.group_id == Group.id)
            .where(
                Group.article_id == Article.id,
                CardState.person_id == person_id,
                IS_ACTIVE,
            )
            .exists(),
        )
        .order_by(Article.id.desc())
        .limit(MOST_ARTICLES)
        .subquery()
    )
    rows = session.execute(
        select(
            Article.id.label("article_id"),
            Article.title.label("article_title"),
            Article.language.label("article_language"),
            Group.id,
            Group.title,
            Group.language,
            Group.number,
            Group.is_core_insight,
            func.count(CardState.card_id).label("cards"),
            func.count(CardState.stability).label("learned"),
        )
        .join(newest, newest.c.id == Article.id)
        .join(Group, Group.article_id == Article.id)
        .join(CardState, CardState.group_id == Group.id)
        .where(CardState.person_id == person_id, IS_ACTIVE)
        .group_by(Article.id, Group.id)
        .order_by(Article.id.desc(), Group.position)
    ).all()
    recalls = _recall_by_group(
        session, person_id, [row.id for row in rows], parameters, now
    )
    articles: dict[int, tuple[str, str, list[QuizGroup]]] = {}
    for row in rows:
        found = articles.setdefault(
            row.article_id, (row.article_title, row.article_language, [])
        )
        found[2].append(
            QuizGroup(
                id=row.id,
                title=row.title,
                language=row.language,
                number=row.number,
                is_core_insight=row.is_core_insight,
                cards=row.cards,
                not_learned=row.cards - row.learned,
                recall=recalls.get(row.id),
            )
        )
    return [
        QuizArticle(article_id, title, language, tuple(groups))
        for article_id, (title, language, groups) in articles.items()
    ]


def groups_chosen(
    session: Session,
    *,
    team_id: int,
    group_ids: Collection[int],
    article_ids: Collection[int],
) -> Sequence[int]:
    """Give the ids of these groups and of all groups of these articles.

    Raises NotFoundError where one is not the team's.
    """
    rows = session.execute(
        select(Group.id, Group.article_id).where(
            Group.team_id == team_id,
            Group.id.in_(group_ids) | Group.article_id.in_(article_ids),
        )
    ).all()
    missing = set(group_ids) - {row.id for row in rows}
    if missing or set(article_ids) - {row.article_id for row in rows}:
        raise NotFoundError("There is no such group; it may have been deleted.")
    return sorted(row.id for row in rows)


def quiz_cards(
    session: Session,
    *,
    person_id: int,
    team_id: int,
    parameters: Sequence[float],
    now: datetime,
    group_ids: Collection[int] | None = None,
    card_ids: Collection[int] | None = None,
) -> list[QuizCard]:
    """Give the kept cards that a quiz may ask, of all groups or of those named.

    Of more than a quiz can hold, the least remembered and as many new ones.
    """
    conditions: list[ColumnElement[bool] | TextClause] = [
        CardState.person_id == person_id,
        IS_ACTIVE,
        CardState.group_id.in_(select(Group.id).where(Group.team_id == team_id)),
    ]
    if group_ids is not None:
        conditions.append(CardState.group_id.in_(group_ids))
    if card_ids is not None:
        conditions.append(CardState.card_id.in_(card_ids))
    elapsed = _elapsed_days(now)
    learned = session.execute(
        select(CardState.card_id, CardState.stability, elapsed.label("elapsed"))
        .where(*conditions, _LEARNED)
        # Retrievability falls as this rises, whatever the parameters.
        .order_by((elapsed / CardState.stability).desc(), CardState.card_id)
        .limit(_CANDIDATES)
    )
    new = session.scalars(
        select(CardState.card_id)
        .where(*conditions, ~_LEARNED)
        .order_by(CardState.card_id)
        .limit(_CANDIDATES)
    )
    recalls: dict[int, float | None] = {
        row.card_id: retrievability(float(row.elapsed), row.stability, parameters)
        for row in learned
    }
    recalls.update(dict.fromkeys(new))
    rows = session.execute(
        select(
            Card.id,
            Card.claim_id,
            Card.group_id,
            Claim.position,
            Card.kind,
            Card.answer,
            Card.choices,
            Card.statement_text,
        )
        .join(Card.claim)
        .where(Card.id.in_(recalls))
    )
    return [
        QuizCard(
            card_id=row.id,
            claim_id=row.claim_id,
            group_id=row.group_id,
            position=row.position,
            kind=row.kind,
            choices=tuple(row.choices)
            if row.choices is not None and row.answer in row.choices
            else None,
            has_statement=row.statement_text is not None,
            recall=recalls[row.id],
        )
        for row in rows
    ]


def seconds_by_format(
    session: Session, person_id: int
) -> dict[tuple[Kind, Format], float]:
    """Give the person's median seconds for a question, by kind and format.

    From their last answers, where there are enough of one sort; time to read the
    verdict is added.
    """
    last = (
        select(
            ReviewEntry.card_id,
            ReviewEntry.format,
            ReviewEntry.duration_ms,
            ReviewEntry.mode,
        )
        .where(ReviewEntry.person_id == person_id)
        .order_by(ReviewEntry.seq.desc())
        .limit(_LAST_ANSWERS)
        .subquery()
    )
    rows = session.execute(
        select(Card.kind, last.c.format, last.c.duration_ms)
        .join(last, last.c.card_id == Card.id)
        .where(last.c.duration_ms > 0, last.c.mode != Mode.IMPORT)
    )
    taken: dict[tuple[Kind, Format], list[int]] = {}
    for row in rows:
        taken.setdefault((row.kind, row.format), []).append(row.duration_ms)
    return {
        (kind, asked): median(found) / 1_000
        + (0.0 if asked is Format.RECALL else _VERDICT_SECONDS)
        for (kind, asked), found in taken.items()
        if len(found) >= _LEAST_ANSWERS
    }


def _recall_by_group(
    session: Session,
    person_id: int,
    group_ids: Sequence[int],
    parameters: Sequence[float],
    now: datetime,
) -> dict[int, float]:
    rows = session.execute(
        select(CardState.group_id, CardState.stability, _elapsed_days(now)).where(
            CardState.person_id == person_id,
            IS_ACTIVE,
            CardState.group_id.in_(group_ids),
            _LEARNED,
        )
    ).all()
    if not rows:
        return {}
    groups, stabilities, elapsed = zip(*rows, strict=True)
    return mean_recall_by_group(groups, elapsed, stabilities, parameters)


def _elapsed_days(now: datetime) -> ColumnElement[float]:
    """Give the days, in fractions, since a card's last review, to the second."""
    last = extract("epoch", CardState.last_reviewed_at)
    return cast((now.timestamp() - last) / _DAY.total_seconds(), Double)
