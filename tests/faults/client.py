"""Answer cards over the API, as one client among several: a process of its own.

Reads an `Order` as JSON from standard input, prints a `Tally` as JSON. Needs nothing
but the standard library, so that many of them start at once.
"""

import http.client
import json
import random
import signal
import sys
import time
import uuid
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

#: How long a client tries to hand in one answer before it gives up.
PATIENCE_SECONDS = 30.0


@dataclass(frozen=True)
class Order:
    """What a client is to do: so many answers, or answers until SIGTERM."""

    port: int
    token: str
    #: The first card gets three answers of five.
    card_ids: list[int]
    seed: int
    answers: int | None = None


@dataclass
class Tally:
    """What a client saw."""

    #: Review id: card, of what the server said that it stored.
    acknowledged: dict[str, int] = field(default_factory=dict)
    #: HTTP status: number of responses.
    statuses: dict[str, int] = field(default_factory=dict)
    #: From sending an answer to its response, without retries.
    milliseconds: list[float] = field(default_factory=list)
    broken_connections: int = 0


class Client:
    """Sends answers one after the other; the same id until one is acknowledged."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.tally = Tally()
        self.is_ending = False
        self.connection = http.client.HTTPConnection("127.0.0.1", order.port, timeout=9)

    def run(self) -> Tally:
        dice = random.Random(self.order.seed)
        for _ in count() if self.order.answers is None else range(self.order.answers):
            if self.is_ending:
                break
            first, *others = self.order.card_ids
            card_id = first if dice.random() < 0.6 else dice.choice(others)
            self._hand_in(
                {
                    "id": str(uuid.UUID(int=dice.getrandbits(128), version=4)),
                    "card_id": card_id,
                    "rating": dice.choice([1, 2, 3, 3, 3, 4]),
                    "reviewed_at": datetime.now(UTC).isoformat(),
                    "duration_ms": dice.randrange(1_000, 9_000),
                }
            )
        return self.tally

    def end(self, *_: object) -> None:
        """Let the answer under way be the last."""
        self.is_ending = True

    def _hand_in(self, review: dict[str, Any]) -> None:
        give_up = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < give_up:
            if self._is_stored(review):
                self.tally.acknowledged[review["id"]] = review["card_id"]
                return
            time.sleep(0.05)

    def _is_stored(self, review: dict[str, Any]) -> bool:
        begun = time.monotonic()
        headers = {
            "Authorization": f"Bearer {self.order.token}",
            "Content-Type": "application/json",
        }
        try:
            self.connection.request(
                "POST", "/api/v1/reviews", json.dumps([review]), headers
            )
            response = self.connection.getresponse()
            body = response.read()
        except (OSError, http.client.HTTPException):
            self.tally.broken_connections += 1
            self.connection.close()
            return False
        self.tally.milliseconds.append((time.monotonic() - begun) * 1_000)
        status = str(response.status)
        self.tally.statuses[status] = self.tally.statuses.get(status, 0) + 1
        if response.status != http.HTTPStatus.OK:
            return False
        return bool(json.loads(body)["reviews"][0]["status"] == http.HTTPStatus.OK)


if __name__ == "__main__":
    order = Order(**json.load(sys.stdin))
    client = Client(order)
    signal.signal(signal.SIGTERM, client.end)
    json.dump(asdict(client.run()), sys.stdout)
