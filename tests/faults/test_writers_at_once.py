"""R1 in the store: processes write at once; without its guards the store fails."""

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest
from sqlalchemy.engine import Engine

from tests.faults.proofs import (
    assert_states_follow_from_the_log,
    divergences,
    stored_answers,
)
from tests.support.serving import ROOT

WRITERS = 4
ANSWERS_OF_EACH = 30
ALL = WRITERS * ANSWERS_OF_EACH

only_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@dataclass(frozen=True)
class Written:
    committed: int
    failed: int


def write_at_once(url: str, card_id: int, guard: str) -> Written:
    """Let processes answer one card at once; give what they say they did."""
    arguments = [url, str(card_id), str(ANSWERS_OF_EACH)]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.writer", *arguments, str(seed), guard],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in range(WRITERS)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [json.loads(process.communicate(timeout=60)[0]) for process in processes]
    return Written(
        sum(it["committed"] for it in said), sum(it["failed"] for it in said)
    )


def test_processes_that_answer_one_card_at_once_lose_nothing(
    database_url: str, engine: Engine, card_ids: list[int]
) -> None:
    assert write_at_once(database_url, card_ids[0], "whole") == Written(ALL, 0)
    assert len(stored_answers(engine)) == ALL
    assert_states_follow_from_the_log(engine)


@only_sqlite
def test_without_the_lock_at_the_beginning_answers_are_refused(
    database_url: str, engine: Engine, card_ids: list[int]
) -> None:
    written = write_at_once(database_url, card_ids[0], "immediate")
    assert written.failed > 0
    assert len(stored_answers(engine)) == written.committed < ALL


@only_sqlite
def test_without_a_beginning_of_ours_updates_are_lost_without_an_error(
    database_url: str, engine: Engine, card_ids: list[int]
) -> None:
    write_at_once(database_url, card_ids[0], "begin")
    assert divergences(engine) != []
