from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.memory.schedule import NEW, Phase
from app.domain.review import Format, Mode, Rating
from app.services.bury_card import bury_card
from app.services.keep_cards import keep_cards, suspend_cards
from app.services.undo_review import undo_review
from app.store.models import Article, Card, CardState, Person
from app.store.queries.people import scheduler_settings
from app.store.queries.sitting import (
    has_waiting_cards,
    last_studied,
    study_cards,
)
from app.store.queries.study import (
    MOST,
    DueCounts,
    coming,
    due_counts,
    has_kept_cards,
    is_studyable,
    study_queue,
)
from app.store.schedules import columns_of
from app.store.writing import write_tx
from tests.factories import (
    count_queries,
    make_article,
    make_card,
    make_review,
    own_team,
    review_id,
)
from tests.support.library import NOW

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
TOMORROW = datetime(2026, 3, 6, 4, tzinfo=UTC)


def ids(session: Session, person: Person, **over: Any) -> list[int]:
    now = over.pop("now", NOW)
    queue = study_queue(session, person, now, **over)
    return [card.card_id for card in queue.cards]


def counts(session: Session, person: Person, **over: Any) -> tuple[int, int, int]:
    """Give new, learning, review: the queue's and the counted ones, which agree."""
    now = over.pop("now", NOW)
    queue = study_queue(session, person, now, **over)
    due = due_counts(session, person, now, **over)
    assert due == DueCounts(queue.new, queue.learning, queue.review)
    return queue.new, queue.learning, queue.review


def learned(
    session: Session, *, ago: timedelta, rating: Rating = Rating.EASY, **over: Any
) -> Card:
    """Make a card that went to review so long ago; Easy leaves the steps at once."""
    card = make_card(session, **over)
    make_review(session, card, rating=rating, at=NOW - ago)
    return card


# What is in the queue


def test_an_empty_library_has_nothing(session: Session, person: Person) -> None:
    assert ids(session, person) == []
    assert counts(session, person) == (0, 0, 0)
    assert due_counts(session, person, NOW).total == 0
    assert not has_kept_cards(session, person.id)


@pytest.mark.parametrize("status", [it for it in Status if it is not Status.KEPT])
def test_only_kept_cards_are_studied(
    session: Session, person: Person, status: Status
) -> None:
    with write_tx(session):
        card = make_card(session)
        session.execute(sa.update(CardState).values(is_active=False))
        card.status = status
    assert ids(session, person) == []
    assert not has_kept_cards(session, person.id)
    assert study_cards(session, person.id, [card.id]) == []


def test_cards_of_each_phase_are_counted_apart(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        new = make_card(session)
        again = make_card(session)
        make_review(session, again, rating=Rating.AGAIN, at=NOW - 2 * MINUTE)
        due = learned(session, ago=60 * DAY)
        learned(session, ago=MINUTE)
    assert counts(session, person) == (1, 1, 1)
    assert ids(session, person)[0] == again.id
    assert set(ids(session, person)) == {new.id, again.id, due.id}


def test_a_step_that_ends_within_twenty_minutes_comes_last(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        waiting = make_card(session)
        make_review(session, waiting, rating=Rating.GOOD, at=NOW - MINUTE)
        new = make_card(session)
    assert ids(session, person) == [new.id, waiting.id]
    assert counts(session, person) == (1, 1, 0)


def test_a_buried_card_comes_back_with_the_next_study_day(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        card = make_card(session)
        bury_card(session, person=person, card_id=card.id, now=NOW)
    assert counts(session, person) == (0, 0, 0)
    assert not is_studyable(session, person.id, card.id, NOW)
    assert ids(session, person, now=TOMORROW) == [card.id]
    assert coming(session, person, NOW).next_at == TOMORROW


def test_a_suspended_card_keeps_its_place_for_later(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        card = learned(session, ago=60 * DAY)
        suspend_cards(session, team_id=card.team_id, card_ids=[card.id], now=NOW)
    assert ids(session, person) == []
    with write_tx(session):
        keep_cards(session, team_id=card.team_id, card_ids=[card.id], now=NOW)
    assert counts(session, person) == (0, 0, 1)


def test_anothers_states_are_not_mine(session: Session, person: Person) -> None:
    with write_tx(session):
        card = make_card(session)
        other = Person(name="Other", created_at=NOW, timezone="UTC")
        session.add(other)
        session.flush()
    assert ids(session, other) == []
    assert study_cards(session, other.id, [card.id]) == []
    assert not is_studyable(session, other.id, card.id, NOW)


def test_a_sitting_can_be_about_some_groups(session: Session, person: Person) -> None:
    with write_tx(session):
        here, there = make_card(session), make_card(session)
        due = learned(session, ago=60 * DAY)
        groups = {here.group_id, due.group_id}
    assert set(ids(session, person, group_ids=groups)) == {here.id, due.id}
    assert counts(session, person, group_ids=groups) == (1, 0, 1)
    assert counts(session, person, group_ids=[]) == (0, 0, 0)
    assert has_kept_cards(session, person.id, group_ids=[there.group_id])
    assert not has_kept_cards(session, person.id, group_ids=[])


def test_cards_of_a_claim_are_kept_apart_from_the_last_answers(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        article = make_article(session, groups=(("One is 1.", "Two is 2."),))
        first, second = article.groups[0].claims
        answered = make_card(session, first)
        sibling = make_card(session, first)
        other = make_card(session, second)
        make_review(session, answered, rating=Rating.EASY, at=NOW - MINUTE)
    assert ids(session, person) == [other.id, sibling.id]


# The day's limits


def test_the_day_takes_so_many_new_cards(session: Session, person: Person) -> None:
    with write_tx(session):
        person.new_per_day = 3
        cards = [make_card(session) for _ in range(5)]
    assert counts(session, person) == (3, 0, 0)
    with write_tx(session):
        for card in cards[:2]:
            make_review(session, card, rating=Rating.EASY, at=NOW - MINUTE)
    assert counts(session, person) == (1, 0, 0)
    assert counts(session, person, now=TOMORROW) == (3, 0, 0)


def test_the_day_takes_so_many_reviews(session: Session, person: Person) -> None:
    with write_tx(session):
        person.reviews_per_day = 2
        cards = [learned(session, ago=60 * DAY) for _ in range(4)]
    assert counts(session, person) == (0, 0, 2)
    with write_tx(session):
        make_review(session, cards[0], rating=Rating.EASY, at=NOW - MINUTE)
    assert counts(session, person) == (0, 0, 1)


def test_an_answer_taken_back_gives_its_place_back(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        person.new_per_day = 1
        card = make_card(session)
        make_card(session)
        make_review(session, card, rating=Rating.EASY, at=NOW - MINUTE, number=1)
    assert counts(session, person) == (0, 0, 0)
    with write_tx(session):
        undo_review(
            session,
            person_id=person.id,
            review_id=review_id(1),
            settings=scheduler_settings(session, person.id),
            now=NOW,
        )
    assert ids(session, person) == [card.id]


def test_limits_of_nothing_leave_only_the_steps(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        person.new_per_day = person.reviews_per_day = 0
        make_card(session)
        learned(session, ago=60 * DAY)
        again = make_card(session)
        make_review(session, again, rating=Rating.AGAIN, at=NOW - MINUTE)
    assert ids(session, person) == [again.id]
    assert counts(session, person) == (0, 1, 0)


# One card by its id


def test_a_due_card_may_be_shown_whatever_the_limits(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        person.new_per_day = person.reviews_per_day = 0
        new, due = make_card(session), learned(session, ago=60 * DAY)
        done = learned(session, ago=MINUTE)
    assert is_studyable(session, person.id, new.id, NOW)
    assert is_studyable(session, person.id, due.id, NOW)
    assert not is_studyable(session, person.id, done.id, NOW)
    assert not is_studyable(session, person.id, 999, NOW)


def test_a_card_is_read_with_its_place(session: Session, person: Person) -> None:
    with write_tx(session):
        article = make_article(session, title="Homes", groups=(("Rents fell.",),))
        group = article.groups[0]
        claim = group.claims[0]
        claim.notes = ["It does not add up."]
        card = make_card(session, claim, context="In Oslo.")
        other = make_card(session)
    first, second = study_cards(session, person.id, [other.id, card.id])
    assert first.id == other.id
    assert (second.question, second.answer) == (card.question, card.answer)
    assert second.context == "In Oslo."
    assert second.claim_text == "Rents fell."
    assert (second.citations, second.notes) == ([1], ["It does not add up."])
    assert (second.group_number, second.group_title) == (1, "Part 1")
    assert (second.article_id, second.article_title) == (article.id, "Homes")
    assert second.schedule == NEW


# What undo takes back


def test_undo_takes_back_the_newest_that_stands(
    session: Session, person: Person
) -> None:
    assert last_studied(session, person, NOW) is None
    with write_tx(session):
        card = make_card(session)
        for number in (1, 2):
            at = NOW - (3 - number) * MINUTE
            make_review(session, card, number=number, at=at)
    assert last_studied(session, person, NOW) == (review_id(2), card.id)
    with write_tx(session):
        undo_review(
            session,
            person_id=person.id,
            review_id=review_id(2),
            settings=scheduler_settings(session, person.id),
            now=NOW,
        )
    assert last_studied(session, person, NOW) == (review_id(1), card.id)


def test_undo_leaves_quizzes_and_other_days_alone(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        card = make_card(session)
        make_review(session, card, number=1, at=NOW - DAY)
        make_review(
            session, card, number=2, mode=Mode.QUIZ, format=Format.TYPED, at=NOW
        )
    assert last_studied(session, person, NOW) is None
    assert last_studied(session, person, NOW - DAY) == (review_id(1), card.id)


# What comes next


def test_nothing_comes_where_nothing_is_kept(session: Session, person: Person) -> None:
    after = coming(session, person, NOW)
    assert after.next_at is None
    assert not after.is_new_limit_reached
    assert not after.is_review_limit_reached


def test_the_next_card_is_the_earliest_due(session: Session, person: Person) -> None:
    with write_tx(session):
        card = learned(session, ago=MINUTE)
        learned(session, ago=30 * MINUTE)
        due_at = session.get_one(CardState, (person.id, card.id)).due_at
    found = coming(session, person, NOW).next_at
    assert found is not None
    assert due_at is not None
    assert NOW < found <= due_at


@pytest.mark.parametrize("new_per_day", [0, 1])
def test_what_the_limit_of_new_cards_holds_back_comes_tomorrow(
    session: Session, person: Person, new_per_day: int
) -> None:
    with write_tx(session):
        person.new_per_day = new_per_day
        make_card(session)
        learned(session, ago=MINUTE)
        session.execute(
            sa.update(CardState)
            .where(CardState.phase == Phase.REVIEW)
            .values(due_at=NOW + 30 * DAY)
        )
    after = coming(session, person, NOW)
    assert after.is_new_limit_reached
    assert after.next_at == (TOMORROW if new_per_day else NOW + 30 * DAY)


def test_what_the_limit_of_reviews_holds_back_comes_tomorrow(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        person.reviews_per_day = 1
        for card in [learned(session, ago=60 * DAY) for _ in range(2)][:1]:
            make_review(session, card, rating=Rating.EASY, at=NOW - MINUTE)
    after = coming(session, person, NOW)
    assert after.is_review_limit_reached
    assert not after.is_new_limit_reached
    assert after.next_at == TOMORROW


def test_a_buried_step_comes_tomorrow(session: Session, person: Person) -> None:
    with write_tx(session):
        card = make_card(session)
        make_review(session, card, rating=Rating.AGAIN, at=NOW - MINUTE)
        bury_card(session, person=person, card_id=card.id, now=NOW)
    assert coming(session, person, NOW).next_at == TOMORROW


def test_waiting_cards_are_seen(session: Session) -> None:
    team = own_team(session)
    assert not has_waiting_cards(session, team)
    with write_tx(session):
        make_card(session, status=Status.WAITING)
    assert has_waiting_cards(session, team)


# What it costs


def fill(session: Session, person: Person, cards: int) -> None:
    """Add so many kept cards: a tenth new, half of the rest due."""
    article: Article = make_article(session)
    claim = article.groups[0].claims[0]
    first = make_card(session, claim)
    columns = {
        column.name: getattr(first, column.key)
        for column in sa.inspect(Card).columns
        if column.name != "id"
    }
    session.execute(sa.insert(Card), [columns] * cards)
    found = session.scalars(sa.select(Card.id).where(Card.id > first.id)).all()
    states = []
    for number, card_id in enumerate(found):
        due_at = NOW + timedelta(hours=number % 1_000 - 500)
        is_new = number % 10 == 0
        states.append(
            columns_of(NEW)
            | {
                "person_id": person.id,
                "card_id": card_id,
                "group_id": claim.group_id,
                "is_active": True,
                "phase": Phase.NEW if is_new else Phase.REVIEW,
                "stability": None if is_new else 10.0,
                "difficulty": None if is_new else 5.0,
                "due_at": None if is_new else due_at,
                "last_reviewed_at": None if is_new else due_at - 10 * DAY,
            }
        )
    session.execute(sa.insert(CardState), states)


READS: dict[str, Callable[[Session, Person], object]] = {
    "queue": lambda session, person: study_queue(session, person, NOW),
    "counts": lambda session, person: due_counts(session, person, NOW),
    "coming": lambda session, person: coming(session, person, NOW),
    "undo": lambda session, person: last_studied(session, person, NOW),
}


@pytest.fixture
def sqlite_steps(engine: Engine) -> Iterator[list[int]]:
    """Count the steps of SQLite's machine, in hundreds."""
    steps: list[int] = []

    def step() -> int:
        steps.append(1)
        return 0

    def count(connection: Any, _record: Any, _proxy: Any) -> None:
        connection.set_progress_handler(step, 100)

    sa.event.listen(engine, "checkout", count)
    yield steps
    sa.event.remove(engine, "checkout", count)


# PostgreSQL counts no steps, and scans what is small.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("read", READS)
def test_ten_times_the_cards_cost_no_more(
    session: Session, person: Person, sqlite_steps: list[int], read: str
) -> None:
    taken = []
    for cards in (1_500, 15_000):
        with write_tx(session):
            fill(session, person, cards)
        session.rollback()
        sqlite_steps.clear()
        READS[read](session, session.get_one(Person, person.id))
        taken.append(len(sqlite_steps))
    small, large = taken
    assert large <= small * 1.2 + 5, taken


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("read", READS)
def test_no_read_scans_a_table(
    session: Session, person: Person, engine: Engine, read: str
) -> None:
    with write_tx(session):
        fill(session, person, 10_000)
    person = session.get_one(Person, person.id)
    plans: list[str] = []

    def explain(connection: Any, *args: Any) -> None:
        statement, parameters = args[1], args[2]
        if statement.startswith("SELECT"):
            cursor = connection.connection.cursor()
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(row[3] for row in cursor.fetchall())

    sa.event.listen(engine, "before_cursor_execute", explain)
    try:
        READS[read](session, person)
    finally:
        sa.event.remove(engine, "before_cursor_execute", explain)
    assert plans
    # A bounded subquery's own rows are scanned, by its alias.
    scans = [it for it in plans if it.startswith("SCAN") and "anon" not in it]
    scans = [it for it in scans if it != "SCAN CONSTANT ROW"]
    assert not scans
    if read != "undo":
        assert any("ix_card_states_due" in it for it in plans)


def test_the_queue_takes_the_same_queries_however_long_it_is(
    session: Session, person: Person, engine: Engine
) -> None:
    taken = []
    for cards in (1, 30):
        with write_tx(session):
            for _ in range(cards):
                learned(session, ago=60 * DAY)
                make_card(session)
        person = session.get_one(Person, person.id)
        with count_queries(engine) as statements:
            ids(session, person)
        taken.append(len([it for it in statements if it.startswith("SELECT")]))
    assert taken == [5, 5]


def test_counts_stop_where_they_say(session: Session, person: Person) -> None:
    with write_tx(session):
        person.reviews_per_day = 5_000
        fill(session, person, 3_000)
    assert counts(session, session.get_one(Person, person.id))[2] == MOST
