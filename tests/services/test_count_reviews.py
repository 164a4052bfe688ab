from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.retention.counting import DailyCount
from app.services.count_reviews import Counts, count_reviews
from app.store.models import DailyCount as DailyCountRow
from app.store.models import Person
from app.store.writing import write_tx
from tests.factories import make_article

DAYS = [date(2026, 3, 5) + timedelta(number) for number in range(6)]
ONE = DailyCount(reviews=1, new_cards=1, duration_ms=4_000)
YOUNG = DailyCount(reviews=1, young_passed=1, young_total=1, duration_ms=2_000)
MATURE = DailyCount(reviews=1, mature_total=1, duration_ms=1_000)

Counting = Callable[[Counts, Counts], None]


@pytest.fixture
def group_id(session: Session) -> int:
    with write_tx(session):
        return make_article(session).groups[0].id


@pytest.fixture
def count(session: Session, person: Person, group_id: int) -> Counting:
    person_id = person.id

    def counting(before: Counts, after: Counts) -> None:
        with write_tx(session):
            count_reviews(
                session,
                person_id=person_id,
                group_id=group_id,
                before=before,
                after=after,
            )

    return counting


def stored(session: Session) -> dict[date, DailyCount]:
    session.rollback()
    rows = session.scalars(sa.select(DailyCountRow))
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


def test_cards_of_a_group_add_up(session: Session, count: Counting) -> None:
    count({}, {DAYS[0]: ONE})
    count({}, {DAYS[0]: YOUNG, DAYS[1]: MATURE})
    assert stored(session) == {DAYS[0]: ONE + YOUNG, DAYS[1]: MATURE}


def test_what_a_card_counted_is_replaced(session: Session, count: Counting) -> None:
    count({}, {DAYS[0]: ONE, DAYS[1]: YOUNG})
    count({DAYS[0]: ONE, DAYS[1]: YOUNG}, {DAYS[0]: MATURE, DAYS[2]: YOUNG})
    assert stored(session) == {DAYS[0]: MATURE, DAYS[2]: YOUNG}


def test_a_day_that_counts_nothing_has_no_row(
    session: Session, count: Counting
) -> None:
    count({}, {DAYS[0]: ONE})
    count({DAYS[0]: ONE}, {})
    assert stored(session) == {}
    count({}, {DAYS[0]: DailyCount()})
    assert stored(session) == {}


def test_another_groups_counts_stay(
    session: Session, person: Person, count: Counting
) -> None:
    count({}, {DAYS[0]: ONE})
    with write_tx(session):
        other = make_article(session).groups[0].id
        for before, after in (({}, {DAYS[0]: YOUNG}), ({DAYS[0]: YOUNG}, {})):
            count_reviews(
                session,
                person_id=person.id,
                group_id=other,
                before=before,
                after=after,
            )
    assert stored(session) == {DAYS[0]: ONE}


def test_days_are_written_in_order_whatever_the_log_says_first(
    engine: Engine, count: Counting
) -> None:
    written: list[Any] = []

    def note(*args: Any) -> None:
        statement, parameters = args[2], args[3]
        if statement.startswith("INSERT INTO daily_counts"):
            written.append(parameters)

    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        count({}, dict.fromkeys((*DAYS[3:], *DAYS[:3]), ONE))
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)
    # Drivers take a day as it is or as its name, one row or many at a time.
    found = [day for it in _flat(written) for day in DAYS if it in (day, str(day))]
    assert found == DAYS


def _flat(values: Any) -> Iterator[Any]:
    if isinstance(values, Mapping):
        values = values.values()
    if isinstance(values, str) or not isinstance(values, Iterable):
        yield values
        return
    for value in values:
        yield from _flat(value)
