import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import turns

SOON = 0.1
AT_LAST = 10.0


@pytest.fixture(autouse=True)
def own_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DOOR", "ROOM"):
        (tmp_path / name).touch()
        monkeypatch.setattr(turns, name, tmp_path / name)
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")


class Visitor:
    """A worker that takes a turn and keeps it until it is told to go."""

    def __init__(self, *, alone: bool) -> None:
        self.entered = threading.Event()
        self.leave = threading.Event()
        self.thread = threading.Thread(target=self.visit, args=(alone,))
        self.thread.start()

    def visit(self, alone: bool) -> None:
        with turns.take_turn(alone=alone):
            self.entered.set()
            self.leave.wait(AT_LAST)

    def go(self) -> None:
        self.leave.set()
        self.thread.join()


@pytest.fixture
def beside() -> Iterator[Visitor]:
    visitor = Visitor(alone=False)
    assert visitor.entered.wait(AT_LAST)
    yield visitor
    visitor.go()


def test_tests_run_beside_each_other(beside: Visitor) -> None:
    other = Visitor(alone=False)
    assert other.entered.wait(AT_LAST)
    other.go()


def test_a_test_that_is_alone_waits_for_the_others_to_end(beside: Visitor) -> None:
    alone = Visitor(alone=True)
    assert not alone.entered.wait(SOON)
    beside.go()
    assert alone.entered.wait(AT_LAST)
    alone.go()


def test_nobody_overtakes_a_test_that_waits_to_be_alone(beside: Visitor) -> None:
    alone = Visitor(alone=True)
    assert not alone.entered.wait(SOON)
    late = Visitor(alone=False)
    assert not late.entered.wait(SOON)
    beside.go()
    assert alone.entered.wait(AT_LAST)
    assert not late.entered.is_set()
    alone.go()
    assert late.entered.wait(AT_LAST)
    late.go()
