"""The retention table and a group's own page."""

from flask import Blueprint, Response, jsonify, render_template, request

from app.domain.errors import InputError, NotFoundError
from app.domain.retention.measuring import Window, measure, measure_windows
from app.domain.retention.table import By, RetentionRow
from app.domain.retention.trend import trend
from app.exchange.retention import retention_csv, retention_json
from app.store.queries.people import scheduler_settings
from app.store.queries.recall import claims_of_group
from app.store.queries.retention import (
    Asked,
    counts_by_group,
    group_name,
    retention_rows,
)
from app.web.identity import (
    current_person,
    current_team_id,
    now,
    request_session,
    today,
)
from app.web.retention.words import STRETCH_NAMES, WINDOW_NAMES, points

bp = Blueprint("retention", __name__)


@bp.get("/retention")
def index() -> str:
    """Show the table."""
    by, window, rows = _table()
    counts = counts_by_group(request_session(), _asked()) if by is By.GROUP else {}
    return render_template(
        "retention/index.html",
        by=by,
        window=window,
        windows=WINDOW_NAMES,
        rows=rows,
        total=measure(
            count
            for days in counts_by_group(request_session(), _asked(window)).values()
            for count in days.values()
        ),
        trends={
            row.id: trend(counts[int(row.id)], today()).shares
            for row in rows
            if by is By.GROUP and int(row.id) in counts
        },
        desired=_asked().settings.desired_retention,
    )


@bp.get("/retention.csv")
def as_csv() -> Response:
    """Give the same rows as CSV."""
    return Response(
        retention_csv(_table()[2]),
        mimetype="text/csv",
        headers={"Content-Disposition": "attachment; filename=retention.csv"},
    )


@bp.get("/retention.json")
def as_json() -> Response:
    """Give the same rows as JSON."""
    return jsonify(retention_json(_table()[2]))


@bp.get("/retention/groups/<int:group_id>")
def group(group_id: int) -> str:
    """Show one group: its trend, and its claims with the weakest first."""
    session, asked = request_session(), _asked()
    name = group_name(session, team_id=asked.team_id, group_id=group_id)
    if name is None:
        raise NotFoundError("There is no such group; it may have been deleted.")
    days = counts_by_group(session, asked).get(group_id, {})
    course = trend(days, today())
    return render_template(
        "retention/group.html",
        group=name,
        claims=claims_of_group(session, asked, group_id),
        points=points(course.stretches),
        stretch=STRETCH_NAMES[course.days],
        windows=[
            (WINDOW_NAMES[window], found)
            for window, found in measure_windows(days.items(), today()).items()
        ],
        measured=measure(days.values()),
        desired=asked.settings.desired_retention,
    )


def _table() -> tuple[By, Window, list[RetentionRow]]:
    unknown = set(request.args) - {"by", "window"}
    if unknown:
        raise InputError(
            f"The address asks for “{min(unknown)[:40]}”, which this page does not "
            "know; it takes by and window."
        )
    try:
        by = By(request.args.get("by", By.GROUP))
        window = Window(request.args.get("window", Window.ALL))
    except ValueError:
        raise InputError(
            "The address asks for a table that there is not; choose one on the page."
        ) from None
    return by, window, retention_rows(request_session(), _asked(window), by=by)


def _asked(window: Window = Window.ALL) -> Asked:
    session, person = request_session(), current_person()
    asked = Asked(
        person_id=person.id,
        team_id=current_team_id(),
        now=now(),
        settings=scheduler_settings(session, person.id),
    )
    return asked.between(*window.days(today()))
