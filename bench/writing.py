"""Write cards for 10, 100 and 1,000 claims, and print how time and memory grow.

    python -m bench.writing [--claims 10 100 1000] [--rounds 3] [--documents 4]

Each size is written in a process of its own, with its models loaded before the clock
starts. Ratios are what counts; absolute times say little here. Time is processor time,
so that others on the machine do not show. Then several documents are given to the
app's writing process at once: its memory is set against that after one of them.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, product
from pathlib import Path
from statistics import median

from app.domain.article import Article, Claim, Group
from app.domain.writing import positions, write_cards
from app.jobs.child import WriterChild
from app.language.pipelines import load_pipelines

GROUP_SIZE = 10
_SENTENCES = (
    "The port of {place} handled {n} million tonnes of {goods} in {year}.",
    "Exports of {goods} from {place} fell by {n}% in {year} because a drought closed "
    "the canal.",
    "The regulator of {place} approved {n} plants for {goods} in {year}, although two "
    "courts had stopped the plan.",
    "Since {year} the price of {goods} in {place} has risen from $20 to ${n} a tonne.",
    "Growers in {place} store {goods} for {n} weeks, so buyers pay less in spring than "
    "in autumn {year}.",
)
_PLACES = (
    "Antwerp", "Bergen", "Cork", "Durban", "Essen", "Fukuoka", "Genoa", "Halifax",
    "Izmir", "Jakarta",
)  # fmt: skip
_GOODS = ("barley", "copper", "timber", "salmon", "cement", "cotton", "coal", "steel")


def _claims() -> Iterator[str]:
    """Yield statements of which no two ask nearly the same; there are 2,000."""
    mixed = product((2021, 2022, 2023, 2024, 2025), _GOODS, _PLACES, _SENTENCES)
    for at, (year, goods, place, sentence) in enumerate(mixed):
        n = 23 + at * 7 % 61
        yield sentence.format(place=place, goods=goods, year=year, n=n)


def make_article(claims: int, skip: int = 0) -> Article:
    """Return an article of so many claims, in groups of ten."""
    texts = list(islice(_claims(), skip, skip + claims))
    made = [Claim(text, "en", (), 0, len(text)) for text in texts]
    groups = tuple(
        Group(1 + at // GROUP_SIZE, "Trade", "en", tuple(made[at : at + GROUP_SIZE]))
        for at in range(0, claims, GROUP_SIZE)
    )
    return Article("Ports and prices", "en", None, groups, 0, 0)


def peak_mib(pid: int | str = "self") -> float:
    """Give the most memory that a process has had so far."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found
    return int(found[1]) / 1024


def measure_here(claims: int) -> dict[str, float]:
    """Write an article of so many claims in this process."""
    pipelines = load_pipelines()
    write_cards(make_article(10, skip=1_500), pipelines)
    before = peak_mib()
    begun = time.process_time()
    written = write_cards(make_article(claims), pipelines)
    seconds = time.process_time() - begun
    assert len(written.cards) >= claims / 2
    return {"seconds": seconds, "before": before, "peak": peak_mib()}


def _measure_apart(claims: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.writing", "--here", str(claims)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _print_growth(sizes: list[int], rounds: int) -> None:
    found = {
        size: [_measure_apart(size) for _ in range(rounds if size < 1_000 else 1)]
        for size in sizes
    }
    per_claim, memory = {}, {}
    for size, runs in found.items():
        per_claim[size] = median(run["seconds"] for run in runs) / size
        memory[size] = median(run["peak"] for run in runs)
    first = sizes[0]
    print(
        f"{'claims':>8} {'ms a claim':>12} {'ratio':>7} {'peak MiB':>10} {'ratio':>7}"
    )
    for size in sizes:
        print(
            f"{size:8,} {1_000 * per_claim[size]:12.1f} "
            f"{per_claim[size] / per_claim[first]:7.2f} "
            f"{memory[size]:10.0f} {memory[size] / memory[first]:7.2f}"
        )


def _children() -> list[int]:
    """List the processes that this one started and that still run."""
    tasks = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return [int(pid) for path in tasks for pid in path.read_text().split()]


def _memory_of_children() -> float:
    return sum(peak_mib(pid) for pid in _children())


def _print_at_once(documents: int, claims: int) -> None:
    child = WriterChild()
    articles = [make_article(claims, skip=claims * at) for at in range(documents + 1)]

    def write(article: Article) -> int:
        return len(child.write(article, positions(article), []).cards)

    try:
        assert write(articles[0])
        one = _memory_of_children()
        with ThreadPoolExecutor(documents) as threads:
            assert all(threads.map(write, articles[1:]))
        several = _memory_of_children()
    finally:
        child.close()
    print(
        f"memory of the writing processes after {documents} documents at once of "
        f"{claims} claims, over that after one: {several / one:.2f} ({one:.0f} MiB, "
        f"then {several:.0f} MiB)"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.writing")
    parser.add_argument("--claims", type=int, nargs="+", default=[10, 100, 1_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--documents", type=int, default=4)
    parser.add_argument("--here", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here is not None:
        print(json.dumps(measure_here(options.here)))
        return
    _print_growth(sorted(options.claims), options.rounds)
    _print_at_once(options.documents, 30)


if __name__ == "__main__":
    main()
