"""Fill a library with cards and a learner's reviews, through the app's own code."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.domain import article as values
from app.domain.card import Kind, Origin, Status, Tier
from app.domain.memory.settings import SchedulerSettings
from app.domain.simulation import Learner, Simulated, simulate
from app.services.import_document import import_document
from app.services.rebuild_library import rebuild_states
from app.services.set_up_library import set_up_library
from app.store.engine import create_engine
from app.store.log_rows import review_row
from app.store.migrating import upgrade
from app.store.models import Card, Claim, ReviewEntry
from app.store.queries.people import team_of
from app.store.writing import write_tx

GROUPS = 10
DAYS = 730
REVIEWS_PER_CARD = 10
SEED = 20_260_101


def fill(path: Path, *, cards: int, today: date) -> None:
    """Make a library of so many cards with about ten reviews a card, until yesterday.

    The learner follows FSRS-6 at the default parameters over two years.
    """
    engine = create_engine(f"sqlite:///{path}")
    upgrade(engine)
    settings = SchedulerSettings()
    now = datetime.combine(today, datetime.min.time(), tzinfo=UTC)
    with Session(engine) as session:
        with write_tx(session):
            person = set_up_library(session, timezone="UTC", now=now)
            person_id, team_id = person.id, team_of(session, person.id)
            _add_cards(session, team_id, cards, now)
        with write_tx(session):
            card_ids = list(session.scalars(select(Card.id).order_by(Card.id)))
            reviews = _reviews(len(card_ids), settings, today)
            while batch := list(islice(reviews, 10_000)):
                session.execute(
                    insert(ReviewEntry),
                    [
                        review_row(
                            item.review,
                            person_id=person_id,
                            card_id=card_ids[item.card],
                            recorded_at=item.review.reviewed_at,
                        )
                        for item in batch
                    ],
                )
            rebuild_states(session, person_id=person_id, settings=settings)
        stored = session.scalar(select(func.count(ReviewEntry.seq))) or 0
        assert stored >= cards * REVIEWS_PER_CARD * 0.8, stored
    engine.dispose()


def _add_cards(session: Session, team_id: int, cards: int, now: datetime) -> None:
    text, claims, position = "Bench\n", list[values.Claim](), 6
    for number in range(cards):
        words = f"Plant {number} delivered {number % 997 + 3} megawatts in 2025."
        claims.append(values.Claim(words, "en", (1,), position, position + len(words)))
        position += len(words) + 1
    text += "\n".join(claim.text for claim in claims)
    size = -(-cards // GROUPS)
    groups = tuple(
        values.Group(
            number + 1,
            f"Region {number + 1}",
            "en",
            tuple(claims[number * size : (number + 1) * size]),
        )
        for number in range(GROUPS)
    )
    article = values.Article("Bench", "en", None, groups, 0, len(text))
    import_document(
        session,
        team_id=team_id,
        name="bench",
        text=text,
        reading=values.Reading((article,), ()),
        max_claims=cards,
        now=now,
    )
    rows = session.execute(select(Claim.id, Claim.group_id, Claim.text)).all()
    session.execute(
        insert(Card),
        [
            {
                "team_id": team_id,
                "claim_id": row.id,
                "group_id": row.group_id,
                "kind": Kind.NUMERIC,
                "pattern": "number-cloze",
                "origin": Origin.RULES,
                "status": Status.KEPT,
                "tier": Tier.DEFAULT,
                "is_ticked": True,
                "context": None,
                "question": row.text.replace(row.text.split()[3], "[…]", 1),
                "answer": row.text.split()[3],
                "choices": None,
                "explanation": row.text,
                "written_with": "bench",
                "created_at": now,
                "updated_at": now,
            }
            for row in rows
        ],
    )


def _reviews(
    cards: int, settings: SchedulerSettings, today: date
) -> Iterator[Simulated]:
    """Yield the log of two years; cards arrive evenly, the last 2 % stay new."""
    dice = random.Random(SEED)  # noqa: S311 - chance, not secrets
    arrivals = [card * DAYS // cards for card in range(cards * 98 // 100)]
    return simulate(
        arrivals,
        learner=Learner(),
        settings=settings,
        first_day=today - timedelta(DAYS),
        days=DAYS,
        zone="UTC",
        new_per_day=-(-cards // DAYS) * 2,
        dice=dice,
    )
