"""R1: many answers at once, most of them to one card, and none is lost."""

from statistics import quantiles

import pytest
from sqlalchemy.engine import Engine

from tests.faults.crowd import CLIENTS, crowd, server_errors
from tests.faults.proofs import (
    assert_states_follow_from_the_log,
    assert_stored_once,
    stored_answers,
)
from tests.support.serving import Server

ANSWERS_OF_EACH, ANSWERS_OF_EACH_IN_CI = 200, 50
P95_MILLISECONDS = 250


@pytest.mark.alone
def test_of_answers_given_at_once_none_is_lost_and_none_overwritten(
    server: Server, engine: Engine, card_ids: list[int], is_timed: bool
) -> None:
    answers = ANSWERS_OF_EACH if is_timed else ANSWERS_OF_EACH_IN_CI
    with crowd(server, card_ids, answers=answers) as tally:
        pass
    assert server_errors(tally) == {}
    assert len(tally.acknowledged) == CLIENTS * answers
    assert len(stored_answers(engine)) == len(tally.acknowledged)
    assert_stored_once(engine, tally.acknowledged)
    assert_states_follow_from_the_log(engine)
    p95 = quantiles(tally.milliseconds, n=20)[-1]
    assert p95 <= P95_MILLISECONDS or not is_timed
