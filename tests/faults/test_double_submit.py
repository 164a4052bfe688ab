"""R3: one answer sent twice is one answer; another one under its id is refused."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.store.models import ReviewEntry
from tests.faults.browser import GOOD, Browser, Fields, new_answer, open_browser
from tests.faults.proofs import assert_states_follow_from_the_log, stored_answers
from tests.support.library import NOW
from tests.support.pages import post
from tests.support.serving import Server

PAIRS = 50
AGAIN = 1


def send_pairs(
    browser: Browser, pairs: Sequence[tuple[Fields, Fields]]
) -> list[set[int]]:
    """Send both of each pair at the same moment; give the statuses of each pair."""
    with ThreadPoolExecutor(2) as threads:
        return [send_at_once(threads, browser, pair) for pair in pairs]


def send_at_once(
    threads: ThreadPoolExecutor, browser: Browser, pair: tuple[Fields, Fields]
) -> set[int]:
    barrier = Barrier(2)

    def send(fields: Fields) -> int:
        barrier.wait(10)
        return browser.answer(fields).status

    return set(threads.map(send, pair))


def test_an_answer_sent_twice_at_once_is_one_row(
    server: Server, engine: Engine, card_ids: list[int]
) -> None:
    browser = open_browser(server)
    answers = [new_answer(card_ids[n % len(card_ids)]) for n in range(PAIRS)]
    statuses = send_pairs(browser, [(it, it) for it in answers])
    assert statuses == [{200}] * PAIRS
    assert len(stored_answers(engine)) == PAIRS
    before = log_of(engine)
    assert [browser.answer(it).status for it in answers] == [200] * PAIRS
    assert log_of(engine) == before
    others = [it | {"rating": str(AGAIN)} for it in answers]
    assert [browser.answer(it).status for it in others] == [409] * PAIRS
    assert log_of(engine) == before
    assert_states_follow_from_the_log(engine)


def test_of_two_answers_sent_at_once_under_one_id_one_is_stored_and_one_refused(
    server: Server, engine: Engine, card_ids: list[int]
) -> None:
    answers = [new_answer(card_ids[n % len(card_ids)]) for n in range(PAIRS)]
    others = [{"rating": str(AGAIN)}, {"card_id": str(card_ids[-1])}]
    pairs = [(it, it | others[n % 2]) for n, it in enumerate(answers)]
    statuses = send_pairs(open_browser(server), pairs)
    differ = [one != other for one, other in pairs]
    assert statuses == [{200, 409} if it else {200} for it in differ]
    assert len(stored_answers(engine)) == len(pairs)
    assert_states_follow_from_the_log(engine)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_without_one_id_a_double_submit_is_two_answers(
    server: Server, engine: Engine, card_ids: list[int]
) -> None:
    pairs = [(new_answer(it), new_answer(it)) for it in card_ids[:3]]
    send_pairs(open_browser(server), pairs)
    assert len(stored_answers(engine)) == 2 * len(pairs)


@pytest.mark.parametrize("rating", [GOOD, AGAIN])
def test_an_answer_sent_again_a_day_later_changes_nothing(
    app: Flask, client: FlaskClient, engine: Engine, card_ids: list[int], rating: int
) -> None:
    answer = new_answer(card_ids[0])
    headers = {"Accept": "application/json"}
    assert post(client, "/study/answer", answer, headers=headers).status_code == 200
    before = log_of(engine)
    app.config["CLOCK"] = lambda: NOW + timedelta(hours=24)
    again = post(
        client, "/study/answer", answer | {"rating": str(rating)}, headers=headers
    )
    assert again.status_code == (200 if rating == GOOD else 409)
    assert log_of(engine) == before
    assert_states_follow_from_the_log(engine)


def log_of(engine: Engine) -> list[tuple[object, ...]]:
    """Give all of the log."""
    table = ReviewEntry.__table__
    with Session(engine) as session:
        rows = session.execute(select(table).order_by(table.c.id)).all()
    return [tuple(row) for row in rows]
