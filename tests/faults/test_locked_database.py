"""R8 and M3: another process holds the database, for a while or for long."""

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from tests.faults.browser import new_answer, open_browser
from tests.faults.proofs import assert_states_follow_from_the_log, stored_answers
from tests.support.serving import Server

pytestmark = [
    pytest.mark.alone,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

A_WHILE = 3.0
REFUSED_WITHIN = 6.0
READ_WITHIN = 1.0
PAGES = ("/", "/study", "/articles", "/retention")
#: Takes the write lock, says so, and keeps it until its input ends.
HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE teams SET name = name || '!'")
print("held", flush=True)
sys.stdin.read()
connection.execute("ROLLBACK")
"""


@dataclass
class Holder:
    """Another process in the middle of a write."""

    process: "subprocess.Popen[str]"

    def let_go(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.stdin = None
        self.process.wait(10)


@contextmanager
def held(path: Path) -> Iterator[Holder]:
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "held\n"
        yield Holder(process)
    finally:
        process.kill()
        process.communicate()


def test_a_lock_held_for_three_seconds_delays_an_answer(
    server: Server, engine: Engine, card_ids: list[int], library_file: Path
) -> None:
    browser = open_browser(server)
    with held(library_file) as holder, ThreadPoolExecutor() as threads:
        begun = time.monotonic()
        answers = [
            threads.submit(browser.answer, new_answer(it)) for it in card_ids[:4]
        ]
        time.sleep(A_WHILE)
        assert not any(it.done() for it in answers)
        holder.let_go()
        assert [it.result().status for it in answers] == [200] * len(answers)
        assert time.monotonic() - begun <= REFUSED_WITHIN
    assert len(stored_answers(engine)) == len(answers)
    assert_states_follow_from_the_log(engine)


def test_a_lock_held_for_long_ends_in_503_for_everyone_within_six_seconds(
    server: Server, engine: Engine, card_ids: list[int], library_file: Path
) -> None:
    browser = open_browser(server)
    fields = [new_answer(it) for it in card_ids[:8]]
    with held(library_file), ThreadPoolExecutor(8) as threads:
        begun = time.monotonic()
        refused = list(threads.map(browser.answer, fields))
        seconds = time.monotonic() - begun
    assert [it.status for it in refused] == [503] * len(fields)
    assert all(it.retry_after is not None for it in refused)
    assert seconds <= REFUSED_WITHIN
    assert stored_answers(engine) == set()
    # Sent once more under the same ids, as the page does.
    assert [browser.answer(it).status for it in fields] == [200] * len(fields)
    assert len(stored_answers(engine)) == len(fields)
    assert_states_follow_from_the_log(engine)


def test_pages_are_read_while_another_process_writes(
    server: Server, card_ids: list[int], library_file: Path
) -> None:
    browser = open_browser(server)
    for path in PAGES:
        browser.get(path)  # its template is compiled
    with held(library_file):
        for path in PAGES:
            begun = time.monotonic()
            assert browser.get(path) == http.HTTPStatus.OK
            assert time.monotonic() - begun <= READ_WITHIN
