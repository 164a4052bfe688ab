"""Answer cards straight through the service: a process of its own, guarded or not.

Arguments: database URL, card id, answers, seed, guard (a name in `TAKEN_AWAY`, or
"whole"). Says when it is ready and waits for a line; then prints as JSON how many
answers were committed and how many failed.
"""

import json
import random
import sys
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.domain.review import Rating
from app.services.answer_card import Answer, answer_card
from app.store import engine as store_engine
from app.store.queries.people import local_person, scheduler_settings
from app.store.writing import write_tx


def begin_deferred(connection: Connection) -> None:
    """Begin as most programs do: the lock is asked for at the first write."""
    connection.exec_driver_sql("BEGIN")


def begin_at_the_first_write(_connection: Connection) -> None:
    """Leave reads outside of the transaction, as Python's driver does by itself."""


#: Which guard is off: what stands in the place of our own BEGIN.
TAKEN_AWAY = {"immediate": begin_deferred, "begin": begin_at_the_first_write}


def main(url: str, card_id: int, answers: int, seed: int, guard: str) -> None:
    if guard in TAKEN_AWAY:
        vars(store_engine)["_begin"] = TAKEN_AWAY[guard]
    engine = store_engine.create_engine(url)
    dice = random.Random(seed)
    committed = failed = 0
    with Session(engine) as session:
        person = local_person(session)
        assert person is not None
        person_id, zone = person.id, person.timezone
        print("ready", flush=True)  # noqa: T201 - for the test, which waits for it
        sys.stdin.readline()
        for _ in range(answers):
            answer = Answer(
                id=UUID(int=dice.getrandbits(128), version=4),
                card_id=card_id,
                rating=Rating.GOOD,
                duration_ms=2_000,
            )
            try:
                with write_tx(session):
                    answer_card(
                        session,
                        person_id=person_id,
                        answer=answer,
                        settings=scheduler_settings(session, person_id),
                        zone=zone,
                        now=datetime.now(UTC),
                    )
            except OperationalError:
                failed += 1
            else:
                committed += 1
    json.dump({"committed": committed, "failed": failed}, sys.stdout)


if __name__ == "__main__":
    database, card, number, dice_seed, which = sys.argv[1:]
    main(database, int(card), int(number), int(dice_seed), which)
