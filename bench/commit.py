"""The floor under every answer: one row committed durably to SQLite."""

import itertools
from pathlib import Path

from app.store.engine import sqlite_module


class Commits:
    """Commits one row each time it is called: WAL, synchronous=FULL."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite_module().connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, n TEXT)")
        self._numbers = itertools.count()

    def __call__(self) -> None:
        """Commit a row."""
        self._connection.execute("BEGIN IMMEDIATE")
        number = str(next(self._numbers))
        self._connection.execute("INSERT INTO rows (n) VALUES (?)", (number,))
        self._connection.execute("COMMIT")

    def count(self) -> int:
        """Give the number of rows there are."""
        row = self._connection.execute("SELECT count(*) FROM rows").fetchone()
        return int(row[0])
