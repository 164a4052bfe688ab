from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from app.domain.errors import ConflictError, InputError, NotFoundError
from app.domain.memory.schedule import NEW, fold
from app.domain.memory.settings import SchedulerSettings
from app.domain.retention.counting import DailyCount, daily_counts, merged
from app.domain.review import CLOCK_TOLERANCE, Format, Mode, Rating, Review
from app.domain.study_day import study_day
from app.services.answer_card import (
    MAX_DURATION_MS,
    Answer,
    Answered,
    answer_card,
)
from app.services.keep_cards import delete_cards
from app.services.relearn_cards import relearn_cards
from app.services.undo_review import undo_review
from app.store.models import (
    Card,
    CardState,
    Person,
    ReviewEntry,
    Team,
    Withdrawal,
)
from app.store.models import DailyCount as DailyCountRow
from app.store.queries.log import reviews_of_card
from app.store.schedules import schedule_of
from app.store.writing import write_tx
from tests.factories import make_article, make_card, review_id
from tests.support.library import NOW

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
SETTINGS = SchedulerSettings()


def answered(
    session: Session, person: Person, card_id: int, number: int = 1, **over: Any
) -> Answered:
    """Answer in a transaction of its own."""
    now = over.pop("now", NOW)
    zone = over.pop("zone", "UTC")
    columns: dict[str, Any] = {"rating": Rating.GOOD, "duration_ms": 4_000}
    with write_tx(session):
        return answer_card(
            session,
            person_id=person.id,
            answer=Answer(id=review_id(number), card_id=card_id, **columns | over),
            settings=SETTINGS,
            zone=zone,
            now=now,
        )


def new_card(session: Session) -> int:
    with write_tx(session):
        return make_card(session).id


def state(session: Session, card_id: int) -> CardState:
    session.rollback()
    return session.scalars(
        sa.select(CardState).where(CardState.card_id == card_id)
    ).one()


def entries(session: Session) -> list[ReviewEntry]:
    session.rollback()
    return list(session.scalars(sa.select(ReviewEntry).order_by(ReviewEntry.seq)))


def counts(session: Session, group_id: int) -> dict[date, DailyCount]:
    session.rollback()
    rows = session.scalars(
        sa.select(DailyCountRow)
        .where(DailyCountRow.group_id == group_id)
        .order_by(DailyCountRow.study_day)
    )
    return {
        row.study_day: DailyCount(
            row.reviews,
            row.new_cards,
            row.young_passed,
            row.young_total,
            row.mature_passed,
            row.mature_total,
            row.duration_ms,
        )
        for row in rows
    }


# One answer


def test_an_answer_is_an_entry_of_the_log_with_its_study_day(
    session: Session, person: Person
) -> None:
    card_id = new_card(session)
    at = datetime(2026, 3, 5, 2, 30, tzinfo=UTC)
    answered(session, person, card_id, zone="Europe/Berlin", now=at)
    (entry,) = entries(session)
    assert entry.id == review_id(1)
    assert (entry.reviewed_at, entry.recorded_at) == (at, at)
    # 03:30 in Berlin: the study day began the day before, at 04:00.
    assert (entry.study_day, entry.zone) == (date(2026, 3, 4), "Europe/Berlin")
    assert (entry.rating, entry.duration_ms, entry.interval_before) == (3, 4_000, 0)
    assert (entry.mode, entry.format, entry.options) == (
        Mode.STUDY,
        Format.RECALL,
        None,
    )


@pytest.mark.parametrize(
    ("given_ms", "stored"),
    [(-5, 0), (0, 0), (59_999, 59_999), (60_001, MAX_DURATION_MS)],
)
def test_time_counts_up_to_a_minute(
    session: Session, person: Person, given_ms: int, stored: int
) -> None:
    answered(session, person, new_card(session), duration_ms=given_ms)
    assert entries(session)[0].duration_ms == stored


def test_the_interval_before_is_the_one_that_was_scheduled(
    session: Session, person: Person
) -> None:
    card_id = new_card(session)
    first = answered(session, person, card_id, 1, rating=Rating.EASY)
    days = first.schedule.interval_days
    assert days > 1
    later = answered(session, person, card_id, 2, now=NOW + days * DAY)
    assert later.review.interval_before == days
    assert [it.interval_before for it in entries(session)] == [0, days]


def test_practice_is_logged_and_changes_nothing(
    session: Session, person: Person
) -> None:
    card_id = new_card(session)
    answered(session, person, card_id, mode=Mode.PRACTICE)
    stored = state(session, card_id)
    assert schedule_of(stored) == NEW
    assert len(entries(session)) == 1
    assert counts(session, stored.group_id) == {}


# The same answer again


def test_the_same_answer_again_gives_what_was_stored(
    session: Session, person: Person
) -> None:
    card_id = new_card(session)
    first = answered(session, person, card_id)
    again = answered(session, person, card_id, now=NOW + 2 * DAY)
    assert again == replace(first, is_repeat=True)
    # A page without script is sent again: we reckon its duration, and differently.
    over = {"duration_ms": 9, "is_duration_told": False}
    again = answered(session, person, card_id, now=NOW + 2 * DAY, **over)
    assert again == replace(first, is_repeat=True)
    assert len(entries(session)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"rating": Rating.AGAIN},
        {"mode": Mode.QUIZ},
        {"format": Format.TYPED},
        {"options": 2},
        {"duration_ms": 4_001},
        {"reviewed_at": NOW - MINUTE},
    ],
)
def test_the_same_id_with_other_content_changes_nothing(
    session: Session, person: Person, other: dict[str, Any]
) -> None:
    card_id = new_card(session)
    first = answered(session, person, card_id)
    with pytest.raises(ConflictError, match="nothing was changed"):
        answered(session, person, card_id, **other)
    assert schedule_of(state(session, card_id)) == first.schedule
    assert len(entries(session)) == 1


def test_a_duration_above_the_most_that_counts_is_the_same_as_that(
    session: Session, person: Person
) -> None:
    card_id = new_card(session)
    answered(session, person, card_id, duration_ms=MAX_DURATION_MS + 1)
    again = answered(session, person, card_id, duration_ms=MAX_DURATION_MS + 2)
    assert again.is_repeat


def test_the_same_id_for_another_card_changes_nothing(
    session: Session, person: Person
) -> None:
    first, other = new_card(session), new_card(session)
    answered(session, person, first)
    with pytest.raises(ConflictError):
        answered(session, person, other)
    assert schedule_of(state(session, other)) == NEW


# Refusals


def test_anothers_card_is_not_found(session: Session, person: Person) -> None:
    with write_tx(session):
        team = Team(name="Others", created_at=NOW)
        session.add(team)
        session.flush()
        article = make_article(session, team_id=team.id)
        card_id = make_card(session, article.groups[0].claims[0]).id
    for number in (card_id, 999_999):
        with pytest.raises(NotFoundError):
            answered(session, person, number)
    assert entries(session) == []


def test_an_answer_of_the_future_is_refused(session: Session, person: Person) -> None:
    card_id = new_card(session)
    latest = NOW + CLOCK_TOLERANCE
    with pytest.raises(InputError, match="future"):
        answered(session, person, card_id, reviewed_at=latest + MINUTE)
    assert answered(session, person, card_id, reviewed_at=latest).schedule.reps == 1


@pytest.mark.parametrize("year", [1, 1970, 1979])
def test_an_answer_of_before_there_were_any_is_refused(
    session: Session, person: Person, year: int
) -> None:
    card_id = new_card(session)
    with pytest.raises(InputError, match="cannot be right"):
        answered(session, person, card_id, reviewed_at=NOW.replace(year=year))
    assert entries(session) == []


def test_a_deleted_card_takes_the_answers_of_before_it_was_deleted(
    session: Session, person: Person
) -> None:
    card_id = new_card(session)
    with write_tx(session):
        team_id = session.get_one(Card, card_id).team_id
        delete_cards(session, team_id=team_id, card_ids=[card_id], now=NOW)
    for at in (NOW, NOW + MINUTE):
        with pytest.raises(NotFoundError, match="may have been deleted"):
            answered(session, person, card_id, reviewed_at=at)
    late = answered(session, person, card_id, reviewed_at=NOW - MINUTE)
    assert late.schedule.reps == 1
    again = answered(session, person, card_id, reviewed_at=NOW - MINUTE)
    assert again.is_repeat


# Late answers


def test_a_late_answer_takes_its_place_in_time(
    session: Session, person: Person
) -> None:
    early, late = new_card(session), new_card(session)
    for card_id, order in ((early, (1, 2, 3)), (late, (3, 1, 2))):
        for number in order:
            answered(
                session,
                person,
                card_id,
                number if card_id == early else number + 10,
                rating=Rating.EASY,
                reviewed_at=NOW - (30 - 9 * number) * DAY,
            )
    assert state(session, early).reps == state(session, late).reps == 3
    assert state(session, early).stability == state(session, late).stability


# Whatever happens: the state and the counts are what the log says

MOMENTS = st.integers(-40 * 24 * 60, 0)
ANSWERS = st.tuples(
    st.just("answer"),
    st.integers(0, 1),
    st.sampled_from(Rating),
    MOMENTS,
    st.sampled_from(
        [
            (Mode.STUDY, Format.RECALL),
            (Mode.QUIZ, Format.TYPED),
            (Mode.QUIZ, Format.CHOICE),
            (Mode.PRACTICE, Format.RECALL),
        ]
    ),
)
#: An answer sent again, or taken back: which of those given so far.
AGAIN = st.tuples(st.sampled_from(["repeat", "undo"]), st.integers(0, 20))
#: A fact of a card's claim changed, so many minutes before now.
RELEARN = st.tuples(st.just("relearn"), st.integers(0, 1), MOMENTS)
STEPS = st.lists(st.one_of(ANSWERS, ANSWERS, AGAIN, RELEARN), min_size=1, max_size=14)
_runs = iter(range(1, 100_000))


@given(steps=STEPS)
@settings(
    max_examples=40,
    # Each example makes cards of its own, in a group of its own.
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_state_and_counts_are_what_the_log_says(
    session: Session, person: Person, steps: list[tuple[Any, ...]]
) -> None:
    run = next(_runs)
    session.rollback()
    with write_tx(session):
        article = make_article(session, groups=(("One is 1.", "Two is 2."),))
        group = article.groups[0]
        group_id = group.id
        cards = [make_card(session, claim).id for claim in group.claims]
    given_so_far: list[Answer] = []
    withdrawn: set[UUID] = set()
    relearns: list[tuple[int, datetime]] = []
    for number, taken in enumerate(steps):
        if taken[0] == "relearn":
            _, which, minutes = taken
            relearns.append((cards[which], NOW + minutes * MINUTE))
            with write_tx(session):
                relearn_cards(
                    session, card_ids=[cards[which]], now=NOW + minutes * MINUTE
                )
        elif taken[0] == "answer":
            _, which, rating, minutes, (mode, asked) = taken
            answer = Answer(
                id=review_id(run * 1_000 + number),
                card_id=cards[which],
                rating=rating,
                duration_ms=1_000 + number,
                mode=mode,
                format=asked,
                options=3 if asked is Format.CHOICE else None,
                reviewed_at=NOW + minutes * MINUTE,
            )
            given_so_far.append(answer)
            take(session, person, answer)
        elif given_so_far:
            answer = given_so_far[taken[1] % len(given_so_far)]
            if taken[0] == "repeat":
                take(session, person, answer)
            else:
                withdrawn.add(answer.id)
                take_back(session, person, answer)
        check(session, person, cards, group_id, given_so_far, withdrawn, relearns)


def take(session: Session, person: Person, answer: Answer) -> None:
    with write_tx(session):
        answer_card(
            session,
            person_id=person.id,
            answer=answer,
            settings=SETTINGS,
            zone="UTC",
            now=NOW,
        )


def take_back(session: Session, person: Person, answer: Answer) -> None:
    with write_tx(session):
        undo_review(
            session,
            person_id=person.id,
            review_id=answer.id,
            settings=SETTINGS,
            now=NOW,
        )


def check(
    session: Session,
    person: Person,
    cards: list[int],
    group_id: int,
    answers: list[Answer],
    withdrawn: set[UUID],
    relearns: list[tuple[int, datetime]],
) -> None:
    logs: dict[int, list[Review]] = {
        card_id: reviews_of_card(session, person.id, card_id) for card_id in cards
    }
    for card_id, log in logs.items():
        expected = [it for it in answers if it.card_id == card_id]
        assert {it.id for it in log} == {it.id for it in expected} - withdrawn
        for review in log:
            assert review.study_day == study_day(review.reviewed_at, "UTC")
        assert schedule_of(state(session, card_id)) == fold(
            log, SETTINGS, relearn_at=[at for it, at in relearns if it == card_id]
        )
    assert counts(session, group_id) == merged(
        *(daily_counts(log).items() for log in logs.values())
    )


def test_nothing_of_a_log_is_ever_changed(session: Session, person: Person) -> None:
    card_id = new_card(session)
    answered(session, person, card_id, 1, rating=Rating.EASY, now=NOW - 9 * DAY)
    before = [(it.seq, it.id, it.interval_before) for it in entries(session)]
    answered(session, person, card_id, 2, reviewed_at=NOW - 20 * DAY)
    with write_tx(session):
        undo_review(
            session,
            person_id=person.id,
            review_id=review_id(2),
            settings=SETTINGS,
            now=NOW,
        )
    after = [(it.seq, it.id, it.interval_before) for it in entries(session)]
    assert after[:1] == before
    assert len(after) == 2
    assert session.scalar(sa.select(sa.func.count()).select_from(Withdrawal)) == 1
    assert session.scalar(sa.select(sa.func.count()).select_from(Card)) == 1
