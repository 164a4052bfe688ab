"""The first page: what the day asks, and one button for each way to do it."""

from datetime import date

from flask import Blueprint, render_template

from app.domain.retention.table import By, RetentionRow
from app.store.queries.articles import article_count, sample_count
from app.store.queries.people import scheduler_settings
from app.store.queries.retention import Asked, retention_rows
from app.store.queries.study import due_counts
from app.store.queries.today import day_done, forecast
from app.web.identity import (
    current_person,
    current_team_id,
    now,
    request_session,
    today,
)

bp = Blueprint("today", __name__)

#: Days looked ahead, today included.
FORECAST_DAYS = 8
#: Groups named as the weakest.
WEAKEST = 3


@bp.get("/")
def show() -> str:
    """Show the day."""
    session, person, team_id = request_session(), current_person(), current_team_id()
    settings = scheduler_settings(session, person.id)
    rows = retention_rows(
        session,
        Asked(person.id, team_id, now(), settings),
        by=By.GROUP,
    )
    ahead = forecast(session, person, today=today(), days=FORECAST_DAYS)
    return render_template(
        "today/today.html",
        has_articles=article_count(session, team_id) > 0,
        has_samples=sample_count(session, team_id) > 0,
        due=due_counts(session, person, now()),
        done=day_done(session, person.id, today()),
        ahead=[{"label": _day_name(day), "value": count} for day, count in ahead],
        weakest=_weakest(rows, settings.desired_retention),
        has_memory=any(row.stock.predicted is not None for row in rows),
        without_memory=sum(1 for row in rows if _is_unlearned(row)),
    )


def _day_name(day: date) -> str:
    return "Today" if day == today() else f"{day:%a} {day.day}"


def _weakest(rows: list[RetentionRow], wanted: float) -> list[RetentionRow]:
    """Give the groups known least, of those below the wanted share of recall (0-1)."""
    below = [
        (predicted, row.name, row)
        for row in rows
        if (predicted := row.stock.predicted) is not None and predicted < wanted
    ]
    return [row for *_, row in sorted(below, key=lambda it: it[:2])[:WEAKEST]]


def _is_unlearned(row: RetentionRow) -> bool:
    return row.stock.cards > 0 and row.stock.predicted is None
