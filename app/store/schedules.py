"""Turn a row of `card_states` into a schedule and back."""

from typing import Any

from app.domain.memory.fsrs import MemoryState
from app.domain.memory.schedule import Schedule


def schedule_of(row: Any) -> Schedule:
    """Give the schedule that a row stores."""
    memory = (
        None if row.stability is None else MemoryState(row.stability, row.difficulty)
    )
    return Schedule(
        phase=row.phase,
        step=row.step,
        memory=memory,
        due_at=row.due_at,
        interval_days=row.interval_days,
        last_reviewed_at=row.last_reviewed_at,
        last_study_day=row.last_study_day,
        reps=row.reps,
        lapses=row.lapses,
    )


def columns_of(schedule: Schedule) -> dict[str, object]:
    """Give the columns that store a schedule."""
    memory = schedule.memory
    return {
        "phase": schedule.phase,
        "step": schedule.step,
        "stability": None if memory is None else memory.stability,
        "difficulty": None if memory is None else memory.difficulty,
        "due_at": schedule.due_at,
        "interval_days": schedule.interval_days,
        "last_reviewed_at": schedule.last_reviewed_at,
        "last_study_day": schedule.last_study_day,
        "reps": schedule.reps,
        "lapses": schedule.lapses,
    }
