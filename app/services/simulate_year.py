"""Fill the log of the samples with a year of answers by a simulated learner."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import islice

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.dice import Dice
from app.domain.errors import ConflictError, NotFoundError
from app.domain.simulation import Learner, Simulated, simulate
from app.domain.study_day import day_start, study_day
from app.services.rebuild_library import rebuild_states
from app.store.log_rows import review_row
from app.store.models import (
    Article,
    Card,
    Claim,
    Document,
    Group,
    Person,
    ReviewEntry,
)
from app.store.queries.people import scheduler_settings

DAYS = 365
NEW_PER_DAY = 2
#: The day on which the last article arrives: some of it is still to be learned.
LAST_ARRIVAL = DAYS - 5
#: Who studies on three days of four has something due on most days.
LEARNER = Learner(attendance=0.75)
_BATCH = 1_000


def simulate_year(
    session: Session, *, person: Person, team_id: int, now: datetime, dice: Dice
) -> int:
    """Add the answers of the `DAYS` study days before today; give their number.

    The sample articles arrive one after the other and are dated so. Today is left to
    the person, with what they have answered. Raises NotFoundError where no sample card
    is kept, ConflictError where one has answers of earlier days.
    """
    cards = _sample_cards(session, team_id)
    if not cards:
        raise NotFoundError("There is no sample card to study.")
    settings = scheduler_settings(session, person.id)
    zone, hour = person.timezone, settings.day_start_hour
    today = study_day(now, zone, hour)
    _refuse_studied(session, team_id, today)
    first_day = today - timedelta(DAYS)
    articles = list(dict.fromkeys(article_id for _, article_id in cards))
    arrivals = {
        article_id: place * LAST_ARRIVAL // max(len(articles) - 1, 1)
        for place, article_id in enumerate(articles)
    }
    for article_id, offset in arrivals.items():
        arrived_at = day_start(first_day + timedelta(offset), zone, hour)
        _date_back(session, article_id, arrived_at)
    log = simulate(
        [arrivals[article_id] for _, article_id in cards],
        learner=LEARNER,
        settings=settings,
        first_day=first_day,
        days=DAYS,
        zone=zone,
        new_per_day=NEW_PER_DAY,
        dice=dice,
    )
    added = _insert(session, person.id, [card_id for card_id, _ in cards], log)
    rebuild_states(session, person_id=person.id, settings=settings)
    return added


def _sample_cards(session: Session, team_id: int) -> Sequence[tuple[int, int]]:
    """Give each kept card with its article, in reading order."""
    rows = session.execute(
        select(Card.id, Article.id)
        .join(Claim, Claim.id == Card.claim_id)
        .join(Group, Group.id == Claim.group_id)
        .join(Article, Article.id == Group.article_id)
        .where(Card.team_id == team_id, Article.is_sample, Card.status == Status.KEPT)
        .order_by(Article.id, Group.position, Claim.position, Card.id)
    )
    return [(card_id, article_id) for card_id, article_id in rows]


def _refuse_studied(session: Session, team_id: int, today: date) -> None:
    answers = session.scalars(
        select(func.count(ReviewEntry.seq))
        .join(Card, Card.id == ReviewEntry.card_id)
        .join(Group, Group.id == Card.group_id)
        .join(Article, Article.id == Group.article_id)
        .where(
            Article.team_id == team_id,
            Article.is_sample,
            ReviewEntry.study_day < today,
        )
    ).one()
    if answers:
        raise ConflictError(
            f"The samples have {answers:,} answers of earlier days; nothing was added. "
            "Remove the samples on the page of articles to start anew."
        )


def _date_back(session: Session, article_id: int, arrived_at: datetime) -> None:
    groups = select(Group.id).where(Group.article_id == article_id)
    document = select(Article.document_id).where(Article.id == article_id)
    for statement in (
        update(Article).where(Article.id == article_id).values(imported_at=arrived_at),
        update(Document)
        .where(Document.id == document.scalar_subquery())
        .values(imported_at=arrived_at),
        update(Card)
        .where(Card.group_id.in_(groups))
        .values(created_at=arrived_at, updated_at=arrived_at),
    ):
        session.execute(statement, execution_options={"synchronize_session": False})


def _insert(
    session: Session,
    person_id: int,
    card_ids: Sequence[int],
    log: Iterator[Simulated],
) -> int:
    added = 0
    rows = (
        review_row(
            one.review,
            person_id=person_id,
            card_id=card_ids[one.card],
            recorded_at=one.review.reviewed_at,
        )
        for one in log
    )
    while batch := list(islice(rows, _BATCH)):
        session.execute(insert(ReviewEntry), batch)
        added += len(batch)
    return added
