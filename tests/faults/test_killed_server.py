"""R2: the whole server killed again and again; every acknowledged answer is kept."""

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from tests.faults.crowd import crowd, server_errors
from tests.faults.proofs import assert_states_follow_from_the_log, assert_stored_once
from tests.support.serving import Server

KILLS, KILLS_IN_CI = 16, 5
LEAST_ACKNOWLEDGED_A_KILL = 20
START_SECONDS = 3.0


@pytest.mark.alone
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_server_that_is_killed_again_and_again_keeps_every_answer(
    server: Server,
    engine: Engine,
    card_ids: list[int],
    library_file: Path,
    is_timed: bool,
) -> None:
    dice = random.Random(2)
    kills = KILLS if is_timed else KILLS_IN_CI
    starts = []
    with crowd(server, card_ids) as tally:
        for _ in range(kills):
            # Long enough for answers to be under way, at no moment in particular.
            time.sleep(dice.uniform(0.3, 1.0))
            server.kill()
            starts.append(server.start())
    assert len(tally.acknowledged) >= LEAST_ACKNOWLEDGED_A_KILL * kills
    assert tally.broken_connections > 0, "no client noticed"
    assert server_errors(tally) == {}
    assert_stored_once(engine, tally.acknowledged)
    assert_states_follow_from_the_log(engine)
    with closing(sqlite3.connect(library_file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert max(starts) <= START_SECONDS or not is_timed
