"""Let a test that measures time run while no other worker runs a test."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

# Locks lie on files that the checkout has anyway, so none is left behind.
DOOR = Path(__file__)
ROOM = Path(__file__).parents[1] / "conftest.py"


@contextlib.contextmanager
def take_turn(*, alone: bool) -> Iterator[None]:
    """Hold a place beside the tests of the other workers, or the only place.

    Whoever comes passes the door first; a test that wants to be alone keeps it
    shut while it waits for the room to empty, so that it cannot wait for ever.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        yield
        return
    with DOOR.open() as door, ROOM.open() as room:
        fcntl.flock(door, fcntl.LOCK_EX)
        fcntl.flock(room, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        if not alone:
            fcntl.flock(door, fcntl.LOCK_UN)
        yield
