"""Give everything away: the library as JSON, cards as CSV, verdicts as JSON lines."""

import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import click
from sqlalchemy.orm import Session

from app.cli.command import command, print_json, ready_library
from app.domain.errors import InputError
from app.exchange.cards import cards_csv
from app.exchange.library import library_bytes
from app.exchange.verdicts import verdict_lines
from app.services.export_library import export_library
from app.services.export_verdicts import labelled_cards
from app.store.models import Person
from app.store.queries.card_table import card_rows
from app.store.queries.people import team_of


@click.command("export")
@click.argument("kind", type=click.Choice(["json", "csv", "verdicts"]))
@click.argument("out")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@command
def export(kind: str, out: str, as_json: bool) -> None:  # noqa: FBT001
    """Write the library as KIND to the file OUT, or to standard output for -.

    json: everything, and read again without loss. csv: the cards. verdicts: what the
    team kept, edited and rejected of the cards written by rules, a JSON object a line.
    """
    if not out:
        raise InputError("The name of the file to write is empty; give one, or -.")
    if out == "-" and as_json:
        raise click.UsageError("With - the export itself is printed: leave out --json.")
    session, person = ready_library()
    content = _CONTENTS[kind](session, person)
    if out == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        _replace(Path(out), content)
    except OSError as error:
        raise InputError(f"“{out}” cannot be written: {error.strerror}.") from error
    if as_json:
        print_json({"file": out, "bytes": len(content)})
    else:
        click.echo(f"Wrote {len(content):,} bytes to {out}.", err=True)


def _json(session: Session, person: Person) -> bytes:
    team_id = team_of(session, person.id)
    return library_bytes(export_library(session, person=person, team_id=team_id))


def _csv(session: Session, person: Person) -> bytes:
    rows = card_rows(session, person_id=person.id, team_id=team_of(session, person.id))
    return cards_csv(map(asdict, rows)).encode()


def _verdicts(session: Session, person: Person) -> bytes:
    return verdict_lines(labelled_cards(session, team_of(session, person.id)))


_CONTENTS = {"json": _json, "csv": _csv, "verdicts": _verdicts}


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


commands = [export]
