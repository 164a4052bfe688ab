from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app.store.models import CardState, ReviewEntry
from app.store.writing import write_tx
from tests.factories import make_card, review_id
from tests.support.library import NOW

from .conftest import Call


@pytest.fixture
def card_id(session: Session) -> int:
    with write_tx(session):
        return make_card(session).id


def review(card_id: int, number: int = 1, **over: Any) -> dict[str, Any]:
    return {
        "id": str(review_id(number)),
        "card_id": card_id,
        "rating": 3,
        "reviewed_at": "2026-03-05T14:00:00Z",
        "duration_ms": 4_000,
    } | over


def stored(session: Session) -> list[ReviewEntry]:
    session.rollback()
    return list(session.scalars(sa.select(ReviewEntry).order_by(ReviewEntry.seq)))


def outcomes(call: Call, *given: dict[str, Any]) -> list[dict[str, Any]]:
    response = call("POST", "reviews", json=list(given))
    assert response.status_code == 200, response.text
    reviews: list[dict[str, Any]] = response.get_json()["reviews"]
    return reviews


def test_a_review_is_stored_as_it_was_given(
    call: Call, session: Session, card_id: int
) -> None:
    (outcome,) = outcomes(
        call, review(card_id, rating=2, reviewed_at="2026-03-05T15:30:00+05:30")
    )
    (entry,) = stored(session)
    assert entry.id == review_id(1)
    assert entry.rating == 2
    assert entry.reviewed_at == NOW.replace(hour=10, minute=0)
    assert (entry.mode, entry.format, entry.duration_ms) == ("study", "recall", 4_000)
    assert outcome["id"] == str(review_id(1))
    assert outcome["status"] == 200
    assert outcome["detail"] is None
    state = session.scalars(sa.select(CardState)).one()
    schedule = outcome["schedule"]
    assert schedule["phase"] == state.phase == "learning"
    assert schedule["stability"] == state.stability
    assert state.due_at is not None
    assert schedule["due_at"] == state.due_at.isoformat()


def test_the_same_review_twice_is_one_and_answers_the_same(
    call: Call, session: Session, card_id: int
) -> None:
    first = outcomes(call, review(card_id))
    assert outcomes(call, review(card_id)) == first
    assert outcomes(call, review(card_id), review(card_id)) == first * 2
    assert len(stored(session)) == 1


@pytest.mark.parametrize(
    "other",
    [{"rating": 1}, {"reviewed_at": "2026-03-05T14:00:01Z"}, {"duration_ms": 4_001}],
)
def test_the_same_id_with_other_content_is_409_and_changes_nothing(
    call: Call, session: Session, card_id: int, other: dict[str, Any]
) -> None:
    outcomes(call, review(card_id))
    (outcome,) = outcomes(call, review(card_id, **other))
    assert outcome["status"] == 409
    assert "other content" in outcome["detail"]
    assert outcome["schedule"] is None
    (entry,) = stored(session)
    assert entry.rating == 3


def test_each_review_is_answered_for_itself(
    call: Call, session: Session, card_id: int
) -> None:
    given = [
        review(card_id, 1),
        review(999, 2),
        review(card_id, 3, reviewed_at="2031-01-01T00:00:00Z"),
        review(card_id, 1, rating=4),
        review(card_id, 4, reviewed_at="0001-01-01T00:00:00+14:00"),
        review(card_id, 5, reviewed_at="2026-03-05T14:30:00Z"),
    ]
    found = outcomes(call, *given)
    assert [it["status"] for it in found] == [200, 404, 400, 409, 400, 200]
    assert [it["id"] for it in found] == [it["id"] for it in given]
    assert [it.id for it in stored(session)] == [review_id(1), review_id(5)]


def test_reviews_that_come_late_lead_to_the_same_schedule(
    call: Call, session: Session
) -> None:
    with write_tx(session):
        one, other = make_card(session).id, make_card(session).id
    moments = [NOW - timedelta(days=days) for days in (9, 6, 1)]

    def of(card_id: int, offset: int) -> list[dict[str, Any]]:
        return [
            review(card_id, offset + number, reviewed_at=moment.isoformat())
            for number, moment in enumerate(moments)
        ]

    outcomes(call, *of(one, 0))
    outcomes(call, *reversed(of(other, 10)))
    session.rollback()
    first, second = (
        session.scalars(sa.select(CardState).where(CardState.card_id == it)).one()
        for it in (one, other)
    )
    assert first.reps == second.reps == 3
    assert first.stability == second.stability
    assert first.last_reviewed_at == second.last_reviewed_at


def test_no_review_is_no_mistake(call: Call) -> None:
    assert outcomes(call) == []


@pytest.mark.parametrize(
    ("over", "field"),
    [
        ({"rating": 0}, "rating"),
        ({"rating": 5}, "rating"),
        ({"rating": 2.5}, "rating"),
        ({"rating": "3"}, "rating"),
        ({"rating": True}, "rating"),
        ({"rating": None}, "rating"),
        ({"card_id": "1"}, "card_id"),
        ({"card_id": 0}, "card_id"),
        ({"card_id": 2**31}, "card_id"),
        ({"card_id": 2**63}, "card_id"),
        ({"card_id": 1e300}, "card_id"),
        ({"duration_ms": -1}, "duration_ms"),
        ({"duration_ms": 1.5}, "duration_ms"),
        ({"id": "not a uuid"}, "id"),
        ({"id": 7}, "id"),
        ({"reviewed_at": "2026-03-05T14:00:00"}, "reviewed_at"),
        ({"reviewed_at": "yesterday"}, "reviewed_at"),
        ({"reviewed_at": 1772722200}, "reviewed_at"),
        ({"mode": "quiz"}, "mode"),
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_not_as_described_is_refused_whole(
    call: Call, session: Session, card_id: int, over: dict[str, Any], field: str
) -> None:
    given = [review(card_id, 1), review(card_id, 2) | over]
    response = call("POST", "reviews", json=given)
    assert response.status_code == 422
    assert list(response.get_json()["errors"]["json"]["1"]) == [field]
    assert stored(session) == []


@pytest.mark.parametrize("left_out", ["id", "card_id", "rating", "reviewed_at"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nothing_may_be_left_out(call: Call, card_id: int, left_out: str) -> None:
    given = review(card_id)
    del given[left_out]
    response = call("POST", "reviews", json=[given])
    assert response.status_code == 422
    assert list(response.get_json()["errors"]["json"]["0"]) == [left_out]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_more_than_500_at_once_are_refused(
    app: Flask, call: Call, session: Session, card_id: int
) -> None:
    given = [review(card_id, number) for number in range(501)]
    assert call("POST", "reviews", json=given).status_code == 422
    assert stored(session) == []


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[",
        "{}",
        "null",
        '"x"',
        "[[]]",
        "[NaN]",
        "[" * 10_000,
        "[" + "9" * 5_000,
        '{"a":' * 10_000,
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_no_list_of_reviews_is_refused(call: Call, body: str) -> None:
    response = call("POST", "reviews", data=body, content_type="application/json")
    assert response.status_code in (400, 422)
    assert response.mimetype == "application/problem+json"


def test_the_same_review_twice_at_once_is_one_and_answers_the_same(
    call: Call, session: Session
) -> None:
    with write_tx(session):
        ids = [make_card(session).id for _ in range(20)]
    with ThreadPoolExecutor(2) as pool:
        for number, card_id in enumerate(ids):
            given = review(card_id, number)
            twice = [pool.submit(outcomes, call, given) for _ in range(2)]
            first, second = (it.result() for it in twice)
            assert first == second
            assert first[0]["status"] == 200
    assert len(stored(session)) == len(ids)
