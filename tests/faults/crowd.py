"""Let several clients answer at once, and add up what they saw."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.faults.client import Order, Tally
from tests.support.serving import Server

CLIENT = Path(__file__).with_name("client.py")
CLIENTS = 8


def token_for(server: Server) -> str:
    """Make a token that may write, as a person would."""
    made = server.run_command("tokens", "add", "crowd", "--write", "--json")
    assert made.returncode == 0, made.stderr
    token: str = json.loads(made.stdout)["token"]
    return token


@contextlib.contextmanager
def crowd(
    server: Server,
    card_ids: Sequence[int],
    *,
    answers: int | None = None,
) -> Iterator[Tally]:
    """Let eight clients answer; the tally is filled when the block has been left.

    Each gives so many answers, or answers until the end of the block.
    """
    token = token_for(server)
    total = Tally()
    processes = []
    for seed in range(CLIENTS):
        process = subprocess.Popen(
            [sys.executable, "-I", str(CLIENT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdin is not None
        order = Order(server.port, token, list(card_ids), seed, answers)
        process.stdin.write(json.dumps(asdict(order)))
        process.stdin.close()
        process.stdin = None
        processes.append(process)
    try:
        yield total
        for process in processes:
            if answers is None:
                process.terminate()
        for process in processes:
            output, _ = process.communicate(timeout=120)
            assert process.returncode == 0
            add(total, Tally(**json.loads(output)))
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def add(total: Tally, one: Tally) -> None:
    """Add what one client saw."""
    assert not total.acknowledged.keys() & one.acknowledged.keys()
    total.acknowledged |= one.acknowledged
    for status, number in one.statuses.items():
        total.statuses[status] = total.statuses.get(status, 0) + number
    total.milliseconds += one.milliseconds
    total.broken_connections += one.broken_connections


def server_errors(tally: Tally) -> dict[str, int]:
    """Give the responses of 500 and above."""
    return {
        status: number for status, number in tally.statuses.items() if status >= "5"
    }
