"""Read what retention is measured and predicted by, in a fixed number of queries."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, distinct, func, or_, select
from sqlalchemy.orm import Session

from app.domain.card import Kind, Status
from app.domain.memory.schedule import Phase
from app.domain.memory.settings import SchedulerSettings
from app.domain.retention.counting import DailyCount, daily_counts
from app.domain.retention.measuring import measure
from app.domain.retention.readiness import mean_recall_by_group
from app.domain.retention.table import By, RetentionRow, Stock
from app.store.models import (
    IS_ACTIVE,
    Article,
    Card,
    CardState,
    Claim,
    Group,
    Person,
    Team,
)
from app.store.models import DailyCount as DailyCountRow
from app.store.queries.articles import TAKEN_IN_GROUP
from app.store.queries.log import logs_by_card

_DAY_SECONDS = 86_400.0
_COUNTS = tuple(field.name for field in fields(DailyCount))


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose retention is asked for: a person's, over their team's articles, now."""

    person_id: int
    team_id: int
    now: datetime
    settings: SchedulerSettings
    first_day: date = date.min
    last_day: date = date.max

    def between(self, first_day: date, last_day: date) -> "Asked":
        """Give the same question, measured over these study days only."""
        return replace(self, first_day=first_day, last_day=last_day)


def retention_rows(session: Session, asked: Asked, *, by: By) -> list[RetentionRow]:
    """Give the retention table of one person; the team's only member, so far, for all.

    Reads the daily counts, so its cost grows with groups and days, not with reviews;
    by kind it reads the log. Claims of no kept card count in `claims`; of a kind, all.
    """
    if by is By.KIND:
        return _by_kind(session, asked)
    groups = _groups(session, asked.team_id)
    key = _key(session, asked, by, groups)
    parts = _parts(session, asked)
    counts = counts_by_group(session, asked)
    members: dict[tuple[int | str, str], list[int]] = defaultdict(list)
    for group_id in groups:
        members[key(group_id)].append(group_id)
    return [
        RetentionRow(
            id=identity,
            name=name,
            stock=_stock(
                [parts[it] for it in ids if it in parts],
                claims=sum(groups[it].claims for it in ids),
            ),
            measured=measure(
                count for it in ids for count in counts.get(it, {}).values()
            ),
        )
        for (identity, name), ids in members.items()
    ]


def counts_by_group(
    session: Session, asked: Asked
) -> Mapping[int, Mapping[date, DailyCount]]:
    """Give the daily counts of the window, by group and study day."""
    rows = session.execute(
        select(
            DailyCountRow.group_id,
            DailyCountRow.study_day,
            *(getattr(DailyCountRow, name) for name in _COUNTS),
        ).where(
            DailyCountRow.person_id == asked.person_id,
            DailyCountRow.study_day.between(asked.first_day, asked.last_day),
        )
    )
    found: dict[int, dict[date, DailyCount]] = defaultdict(dict)
    for group_id, day, *counts in rows:
        found[group_id][day] = DailyCount(*counts)
    return found


@dataclass(frozen=True, slots=True)
class GroupName:
    """A group with its article and its number of claims."""

    id: int
    title: str
    article_id: int
    article: str
    claims: int


def group_name(session: Session, *, team_id: int, group_id: int) -> GroupName | None:
    """Give a group of the team by its id."""
    return _groups(session, team_id).get(group_id)


def _groups(session: Session, team_id: int) -> dict[int, GroupName]:
    rows = session.execute(
        select(
            Group.id,
            Group.number,
            Group.title,
            Article.id,
            Article.title,
            func.count(Claim.id),
        )
        .join(Article, Article.id == Group.article_id)
        .join(Claim, TAKEN_IN_GROUP, isouter=True)
        .where(Group.team_id == team_id)
        .group_by(Group.id, Article.id)
        .order_by(Article.id, Group.position)
    )
    return {
        group_id: GroupName(
            group_id, title or f"Group {number}", article_id, article, claims
        )
        for group_id, number, title, article_id, article, claims in rows
    }


def _key(
    session: Session, asked: Asked, by: By, groups: Mapping[int, GroupName]
) -> Callable[[int], tuple[int | str, str]]:
    if by is By.GROUP:
        return lambda it: (it, f"{groups[it].article} › {groups[it].title}")
    if by is By.ARTICLE:
        return lambda it: (groups[it].article_id, groups[it].article)
    if by is By.MEMBER:
        name = session.scalars(
            select(Person.name).where(Person.id == asked.person_id)
        ).one()
        return lambda _: (asked.person_id, name)
    name = session.scalars(select(Team.name).where(Team.id == asked.team_id)).one()
    return lambda _: (asked.team_id, name)


@dataclass(slots=True)
class _Part:
    """The stock of one group or kind, so that parts can be added up."""

    cards: int = 0
    covered: int = 0
    due: int = 0
    learned: int = 0
    recall: float = 0.0


def _parts(
    session: Session, asked: Asked, *, by_kind: bool = False
) -> dict[Any, _Part]:
    """Give the stock by group, or by kind."""
    found: dict[Any, _Part] = defaultdict(_Part)
    of_card = Card.kind if by_kind else Card.group_id
    kept = session.execute(
        select(of_card, func.count(Card.id), func.count(distinct(Card.claim_id)))
        .where(Card.team_id == asked.team_id, Card.status == Status.KEPT)
        .group_by(of_card)
    )
    for key, cards, covered in kept:
        found[key].cards, found[key].covered = cards, covered
    of_state = Card.kind if by_kind else CardState.group_id
    due = select(of_state, func.count()).where(
        CardState.person_id == asked.person_id, is_due(asked.now)
    )
    learned = select(of_state, CardState.last_reviewed_at, CardState.stability).where(
        CardState.person_id == asked.person_id,
        IS_ACTIVE,
        CardState.stability.is_not(None),
    )
    if by_kind:
        of_its_card = Card.id == CardState.card_id
        due = due.select_from(CardState).join(Card, of_its_card)
        learned = learned.select_from(CardState).join(Card, of_its_card)
    for key, count in session.execute(due.group_by(of_state)):
        found[key].due = count
    _add_recall(found, session.execute(learned).all(), asked)
    return found


def _add_recall(
    found: dict[Any, _Part],
    learned: Sequence[tuple[Any, datetime | None, float | None]],
    asked: Asked,
) -> None:
    """Note the number of learned cards and their mean retrievability now."""
    numbers = {key: number for number, key in enumerate(found)}
    keys, elapsed, stabilities = list[int](), list[float](), list[float]()
    for key, last, stability in learned:
        if last is not None and stability is not None:
            keys.append(numbers.setdefault(key, len(numbers)))
            elapsed.append((asked.now - last).total_seconds() / _DAY_SECONDS)
            stabilities.append(stability)
    parameters = asked.settings.parameters
    means = mean_recall_by_group(keys, elapsed, stabilities, parameters)
    counts = Counter(keys)
    for key, number in numbers.items():
        found[key].learned = counts[number]
        found[key].recall = means.get(number, 0.0)


def is_due(now: datetime) -> ColumnElement[bool]:
    """Say in SQL that a state's card is asked for now: learned once, and due."""
    return and_(
        IS_ACTIVE,
        CardState.phase.in_((Phase.LEARNING, Phase.REVIEW, Phase.RELEARNING)),
        CardState.due_at <= now,
        or_(CardState.buried_until.is_(None), CardState.buried_until <= now),
    )


def _stock(parts: Iterable[_Part], claims: int) -> Stock:
    whole = _Part()
    for part in parts:
        whole.cards += part.cards
        whole.covered += part.covered
        whole.due += part.due
        whole.learned += part.learned
        whole.recall += part.recall * part.learned
    return Stock(
        cards=whole.cards,
        claims=claims,
        covered=whole.covered,
        due=whole.due,
        predicted=whole.recall / whole.learned if whole.learned else None,
    )


def _by_kind(session: Session, asked: Asked) -> list[RetentionRow]:
    kinds = dict(
        session.execute(
            select(Card.id, Card.kind).where(Card.team_id == asked.team_id)
        ).all()
    )
    counts: dict[Kind, DailyCount] = defaultdict(DailyCount)
    for card_id, log in logs_by_card(session, asked.person_id):
        for day, count in daily_counts(log).items():
            if card_id in kinds and asked.first_day <= day <= asked.last_day:
                counts[kinds[card_id]] += count
    parts = _parts(session, asked, by_kind=True)
    claims = sum(group.claims for group in _groups(session, asked.team_id).values())
    return [
        RetentionRow(
            id=kind.value,
            name=kind.value,
            stock=_stock([parts[kind]], claims=claims),
            measured=measure([counts[kind]]),
        )
        for kind in Kind
        if kind in kinds.values()
    ]
