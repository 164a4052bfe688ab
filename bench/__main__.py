"""Fill two libraries, one ten times the other, and print how the hot paths compare.

    python -m bench [--cards 10000] [--rounds 5] [--each 60] [--keep FOLDER]

Ratios are of medians taken in the same rounds; absolute times say little here.
"""

import argparse
import math
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from app.store.engine import sqlite_module
from bench.commit import Commits
from bench.fill import fill
from bench.servers import Client, bare_server, our_server
from bench.timing import Task, in_turns, medians, percentile, ratio

BARE, COMMIT = "bare Flask page", "one durable SQLite commit"
ANSWER, STUDY, GROUP, RETENTION = (
    "answer (POST, durable, brings the next card)",
    "study page",
    "study page of a group",
    "retention page",
)


class Answers:
    """Answers cards over HTTP, each time the next that is not answered yet."""

    def __init__(self, client: Client, database: Path) -> None:
        self._client = client
        self._database = database
        rows = self._query(
            "SELECT card_id FROM card_states WHERE is_active AND phase = 'review' "
            "ORDER BY due_at"
        )
        self._cards = iter([row[0] for row in rows])
        self._before = self.stored()
        self.given = 0

    def __call__(self) -> None:
        """Grade one card Good."""
        fields = {
            "review_id": uuid4(),
            "card_id": next(self._cards),
            "rating": 3,
            "duration_ms": 4_000,
        }
        self._client.post("/study/answer", fields)
        self.given += 1

    def stored(self) -> int:
        """Give the number of reviews in the database."""
        return int(self._query("SELECT count(*) FROM reviews")[0][0])

    def check(self) -> None:
        """Make sure that every answer taken is stored."""
        assert self.stored() == self._before + self.given

    def _query(self, sql: str) -> Sequence[tuple[int, ...]]:
        connection = sqlite_module().connect(self._database)
        try:
            return list(connection.execute(sql))
        finally:
            connection.close()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("--cards", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--keep", type=Path, help="keep the libraries in this folder")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = options.keep or Path(
            stack.enter_context(tempfile.TemporaryDirectory())
        )
        folder.mkdir(parents=True, exist_ok=True)
        small = _filled(folder, options.cards)
        large = _filled(folder, options.cards * 10)
        _measure(stack, folder, {"small": small, "large": large}, options)


def _filled(folder: Path, cards: int) -> Path:
    path = folder / f"{cards}.sqlite"
    if not path.exists():
        begun = time.perf_counter()
        fill(path, cards=cards, today=datetime.now(UTC).date())
        print(f"filled {cards:,} cards in {time.perf_counter() - begun:.0f} s")
    return path


def _measure(
    stack: ExitStack,
    folder: Path,
    libraries: dict[str, Path],
    options: argparse.Namespace,
) -> None:
    bare = stack.enter_context(bare_server())
    commits = Commits(Path(stack.enter_context(tempfile.TemporaryDirectory())) / "c")
    tasks: dict[str, Task] = {
        BARE: lambda: _expect(bare.get("/"), "Hello"),
        COMMIT: commits,
    }
    clients: dict[str, Client] = {}
    answers: list[Answers] = []
    for name, path in libraries.items():
        client = stack.enter_context(our_server(path, folder / f"instance-{name}"))
        clients[name] = client
        taken = Answers(client, path)
        answers.append(taken)
        tasks[f"{name}: {ANSWER}"] = taken
        tasks |= _pages(name, client)
    start = {name: client.rss_mib() for name, client in clients.items()}
    in_turns(tasks, rounds=1, each=5)
    found = in_turns(tasks, rounds=options.rounds, each=options.each)
    for taken in answers:
        taken.check()
    assert commits.count() == 5 + options.rounds * options.each
    _print(found)
    for name, client in clients.items():
        print(f"memory {name}: {start[name]:.0f} MiB, then {client.rss_mib():.0f} MiB")


def _pages(name: str, client: Client) -> dict[str, Task]:
    return {
        f"{name}: {STUDY}": lambda: _expect(client.get("/study"), "megawatts"),
        f"{name}: {GROUP}": lambda: _expect(client.get("/study?group=10"), "megawatts"),
        f"{name}: {RETENTION}": lambda: _expect(client.get("/retention"), "Region 10"),
    }


def _expect(page: str, words: str) -> None:
    assert words in page, page[:500]


def _print(found: dict[str, list[list[float]]]) -> None:
    print(f"{'':55} {'p50 ms':>8} {'p95 ms':>8} {'x bare page (least-most)':>26}")
    for name, rounds in found.items():
        middle, least, most = ratio(rounds, found[BARE])
        p50, p95 = percentile(rounds, 0.5), percentile(rounds, 0.95)
        print(
            f"{name:55} {p50:8.2f} {p95:8.2f} {middle:10.2f} ({least:.2f}-{most:.2f})"
        )
    for kind in (ANSWER, STUDY, GROUP, RETENTION):
        small, large = found[f"small: {kind}"], found[f"large: {kind}"]
        growth, _, _ = ratio(large, small)
        print(
            f"growth to ten times the cards, {kind}: {growth:.2f}x, exponent "
            f"{math.log10(growth):.2f}"
        )
    for name in ("small", "large"):
        middle, least, most = ratio(found[f"{name}: {ANSWER}"], found[COMMIT])
        print(f"{name}: answer / one commit: {middle:.1f} ({least:.1f}-{most:.1f})")
    every = ", ".join(f"{it:.2f}" for it in medians(found[BARE]))
    print(f"bare page, median of each round: {every} ms")


if __name__ == "__main__":
    main()
