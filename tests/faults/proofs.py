"""What must hold of a library after whatever happened to it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.memory.schedule import Schedule, fold
from app.services.check_library import check_library
from app.store.models import CardState, ReviewEntry
from app.store.queries.log import logs_by_card
from app.store.queries.people import local_person, scheduler_settings
from app.store.schedules import schedule_of


def assert_stored_once(engine: Engine, acknowledged: Mapping[str, int]) -> None:
    """Every acknowledged answer is one row, at its card."""
    stored = stored_answers(engine)
    missing = {UUID(it): card for it, card in acknowledged.items()}.items() - stored
    assert not missing, f"{len(missing)} acknowledged answers are lost"


def stored_answers(engine: Engine) -> set[tuple[UUID, int]]:
    """Give the id and the card of every row of the log."""
    with Session(engine) as session:
        rows = session.execute(select(ReviewEntry.id, ReviewEntry.card_id)).all()
    assert len(rows) == len({row.id for row in rows}), "an answer is stored twice"
    return {(row.id, row.card_id) for row in rows}


def assert_states_follow_from_the_log(engine: Engine) -> None:
    """Each stored state, count and due date is what the log, read alone, gives."""
    assert divergences(engine) == []
    with Session(engine) as session:
        assert check_library(session) == []


def divergences(engine: Engine) -> list[str]:
    """Name the cards whose stored state is not the replay of their log."""
    found = []
    with Session(engine) as session:
        person = local_person(session)
        assert person is not None
        settings = scheduler_settings(session, person.id)
        logs = dict(logs_by_card(session, person.id))
        rows = Counter(session.scalars(select(ReviewEntry.card_id)).all())
        for state in session.scalars(select(CardState)).all():
            stored = schedule_of(state)
            if stored.reps != rows[state.card_id]:
                found.append(
                    f"card {state.card_id}: {stored.reps} reps, "
                    f"{rows[state.card_id]} rows"
                )
            replayed = fold(list(logs.get(state.card_id, [])), settings)
            if rounded(stored) != rounded(replayed):
                found.append(f"card {state.card_id}: {stored} is not {replayed}")
    return found


def rounded(schedule: Schedule) -> Schedule:
    """Drop the last digits, in which two ways to one number may differ."""
    memory = schedule.memory
    if memory is None:
        return schedule
    return replace(
        schedule,
        memory=replace(
            memory,
            stability=round(memory.stability, 6),
            difficulty=round(memory.difficulty, 6),
        ),
    )
