from datetime import timedelta
from random import Random

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.errors import ConflictError, NotFoundError
from app.domain.study_day import study_day
from app.services.check_library import check_library
from app.services.delete_article import delete_samples
from app.services.simulate_year import DAYS, simulate_year
from app.store.models import Article, Card, CardState, Person, ReviewEntry
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review, own_team
from tests.support.library import NOW


@pytest.fixture
def samples(session: Session) -> list[Card]:
    """Three samples of four cards each, and a card of the person's own."""
    with write_tx(session):
        cards = []
        for _ in range(3):
            article = make_article(
                session, groups=(("One.", "Two."), ("Three.", "Four.")), is_sample=True
            )
            claims = [claim for group in article.groups for claim in group.claims]
            cards += [make_card(session, claim) for claim in claims]
        make_card(session)
    return cards


def fill(session: Session, person: Person, seed: int = 1) -> int:
    with write_tx(session):
        return simulate_year(
            session,
            person=person,
            team_id=own_team(session),
            now=NOW,
            dice=Random(seed),
        )


def log(session: Session) -> list[tuple[object, ...]]:
    columns = (ReviewEntry.id, ReviewEntry.card_id, ReviewEntry.reviewed_at)
    rows = session.execute(sa.select(*columns).order_by(ReviewEntry.seq))
    return [tuple(row) for row in rows]


def test_a_year_until_yesterday_hangs_on_the_samples_alone(
    session: Session, person: Person, samples: list[Card]
) -> None:
    added = fill(session, person)
    reviews = session.scalars(sa.select(ReviewEntry)).all()
    assert len(reviews) == added > 80
    today = study_day(NOW, person.timezone, person.day_start_hour)
    days = [review.study_day for review in reviews]
    assert today - timedelta(DAYS) <= min(days)
    assert today - timedelta(10) <= max(days) < today
    assert {review.card_id for review in reviews} <= {card.id for card in samples}
    assert {review.rating for review in reviews} >= {1, 3}


def test_states_and_counts_follow_from_the_log(
    session: Session, person: Person, samples: list[Card]
) -> None:
    fill(session, person)
    assert check_library(session) == []
    known = sa.select(sa.func.count()).where(CardState.reps > 0)
    assert session.scalars(known).one() > len(samples) // 2


def test_the_articles_arrive_before_they_are_studied(
    session: Session, person: Person, samples: list[Card]
) -> None:
    fill(session, person)
    first = dict(
        session.execute(
            sa.select(
                ReviewEntry.card_id, sa.func.min(ReviewEntry.reviewed_at)
            ).group_by(ReviewEntry.card_id)
        ).all()
    )
    cards = session.scalars(sa.select(Card).where(Card.id.in_(first)))
    assert all(card.created_at < first[card.id] for card in cards)
    arrivals = session.scalars(
        sa.select(Article.imported_at).where(Article.is_sample).order_by(Article.id)
    ).all()
    assert list(arrivals) == sorted(set(arrivals))


def test_the_same_seed_gives_the_same_year(
    session: Session, person: Person, samples: list[Card]
) -> None:
    def again(seed: int) -> list[tuple[object, ...]]:
        with write_tx(session):
            session.execute(sa.delete(ReviewEntry))
        fill(session, person, seed)
        return log(session)

    assert again(1) == again(1)
    assert again(1) != again(2)


def test_the_year_goes_with_the_samples(
    session: Session, person: Person, samples: list[Card]
) -> None:
    fill(session, person)
    with write_tx(session):
        assert delete_samples(session, team_id=own_team(session)) == 3
    assert log(session) == []
    assert check_library(session) == []


def test_answers_of_today_stay_and_the_year_goes_before_them(
    session: Session, person: Person, samples: list[Card]
) -> None:
    with write_tx(session):
        make_review(session, samples[0])
    fill(session, person)
    assert NOW in {row[2] for row in log(session)}
    assert len(log(session)) > 1
    assert check_library(session) == []


def test_samples_that_were_studied_before_today_are_left_alone(
    session: Session, person: Person, samples: list[Card]
) -> None:
    with write_tx(session):
        make_review(session, samples[0], at=NOW - timedelta(1))
    with pytest.raises(ConflictError, match="The samples have 1 answers of earlier"):
        fill(session, person)
    assert len(log(session)) == 1


def test_without_samples_there_is_nothing_to_study(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        make_card(session)
    with pytest.raises(NotFoundError):
        fill(session, person)
