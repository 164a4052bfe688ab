"""Show how much is still known, group by group."""

from datetime import timedelta

import click
from flask import current_app

from app.cli.command import command, print_json, ready_library
from app.domain.retention.measuring import Retention
from app.domain.retention.table import DEFINITION, By, RetentionRow
from app.domain.study_day import study_day
from app.exchange.retention import retention_json
from app.store.queries.people import scheduler_settings, team_of
from app.store.queries.retention import Asked, retention_rows

#: A century: farther back lies no review.
_MOST_DAYS = 36_500


@click.command("retention")
@click.option(
    "--by", default=By.GROUP.value, type=click.Choice([it.value for it in By])
)
@click.option(
    "--days", type=click.IntRange(1, _MOST_DAYS), help="Only the last N study days."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@command
def retention(by: str, days: int | None, as_json: bool) -> None:  # noqa: FBT001
    """Print retention by group, article, kind, member or team."""
    session, person = ready_library()
    now = current_app.config["CLOCK"]()
    today = study_day(now, person.timezone, person.day_start_hour)
    asked = Asked(
        person_id=person.id,
        team_id=team_of(session, person.id),
        now=now,
        settings=scheduler_settings(session, person.id),
    )
    if days is not None:
        asked = asked.between(today - timedelta(days - 1), today)
    rows = retention_rows(session, asked, by=By(by))
    if as_json:
        print_json(retention_json(rows))
        return
    for row in rows:
        click.echo(_line(row))
    click.echo(DEFINITION)


def _line(row: RetentionRow) -> str:
    stock = row.stock
    predicted = "-" if stock.predicted is None else f"{stock.predicted:.0%}"
    return (
        f"{row.name}: {stock.cards} cards, {stock.covered} of {stock.claims} claims; "
        f"retention {_measured(row.measured.overall)}; predicted {predicted}; "
        f"{stock.due} due"
    )


def _measured(found: Retention) -> str:
    if found.share is None:
        return "not measured yet"
    if found.is_too_few:
        return f"too few ({found.total} reviews)"
    return f"{found.share:.0%} ({found.low:.0%}-{found.high:.0%}, n = {found.total})"


commands = [retention]
