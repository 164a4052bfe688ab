"""Keep the daily counts equal to the log."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from sqlalchemy import Insert, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from app.domain.retention.counting import DailyCount
from app.store.models import DailyCount as DailyCountRow

Counts = Mapping[date, DailyCount]

_FIELDS = tuple(field.name for field in fields(DailyCount))


def _upsert(dialect: Any) -> Insert:
    statement = dialect.insert(DailyCountRow)
    upsert: Insert = statement.on_conflict_do_update(
        index_elements=["person_id", "group_id", "study_day"],
        set_={
            name: getattr(DailyCountRow, name) + getattr(statement.excluded, name)
            for name in _FIELDS
        },
    )
    return upsert


_UPSERT = {"sqlite": _upsert(sqlite), "postgresql": _upsert(postgresql)}
_DROP_EMPTY = delete(DailyCountRow).where(
    DailyCountRow.person_id == bindparam("person"),
    DailyCountRow.group_id == bindparam("group"),
    DailyCountRow.reviews == 0,
)


def count_reviews(
    session: Session, *, person_id: int, group_id: int, before: Counts, after: Counts
) -> None:
    """Replace what one card counted before by what it counts now."""
    rows = []
    # In one order for all writers, who would otherwise wait for each other in a ring.
    for day in sorted(before.keys() | after.keys()):
        old, new = before.get(day, DailyCount()), after.get(day, DailyCount())
        if old == new:
            continue
        change = {
            name: value - getattr(old, name) for name, value in asdict(new).items()
        }
        rows.append(
            {"person_id": person_id, "group_id": group_id, "study_day": day, **change}
        )
    if not rows:
        return
    session.execute(_UPSERT[session.get_bind().dialect.name], rows)
    if before:
        session.execute(_DROP_EMPTY, {"person": person_id, "group": group_id})
