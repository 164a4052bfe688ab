"""Check the library against its log, and mend what the log tells."""

from dataclasses import asdict

import click

from app.cli.command import command, print_json, ready_library
from app.services.check_library import check_library
from app.services.rebuild_library import rebuild_library
from app.store.db import db
from app.store.engine import sqlite_module
from app.store.queries.integrity import schema_findings
from app.store.writing import write_tx

#: The first version without the bug that may damage a library in WAL mode.
_SOUND_SQLITE = (3, 51, 3)


@click.command("check")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@command
def check(as_json: bool) -> None:  # noqa: FBT001
    """Compare everything with the log and the texts; exit 1 if anything is wrong."""
    session, _ = ready_library()
    _warn_of_old_sqlite()
    found = schema_findings(db.engine)
    if not found:
        # Where tables are not as they should be, what they hold cannot be compared.
        found = check_library(session)
    if as_json:
        print_json({"findings": [asdict(finding) for finding in found]})
    else:
        for finding in found:
            click.echo(f"{finding.kind} {finding.id}: {finding.detail}")
        click.echo(f"{len(found)} findings." if found else "Nothing is wrong.")
    if found:
        raise SystemExit(1)


@click.command("rebuild")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@command
def rebuild(as_json: bool) -> None:  # noqa: FBT001
    """Recompute every state, due date and count from the log."""
    session, _ = ready_library()
    with write_tx(session):
        states = rebuild_library(session)
    if as_json:
        print_json({"states": states})
    else:
        click.echo(f"{states} states were recomputed from the log.")


def _warn_of_old_sqlite() -> None:
    version = sqlite_module().sqlite_version_info
    if db.engine.dialect.name == "sqlite" and version < _SOUND_SQLITE:
        shown = ".".join(map(str, version))
        click.echo(
            f"SQLite {shown} can damage a library in rare cases; 3.51.3 and newer "
            "cannot. Install the package pysqlite3.",
            err=True,
        )


commands = [check, rebuild]
