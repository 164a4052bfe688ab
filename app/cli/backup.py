"""Copy the library, verify a copy, and put one back."""

from pathlib import Path

import click

from app.cli.command import command, print_json, ready_library
from app.store import backup as copies
from app.store.db import db


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--verify", "only_verify", is_flag=True, help="Check the copy FILE.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@command
def backup(file: Path, only_verify: bool, as_json: bool) -> None:  # noqa: FBT001
    """Write a consistent copy of the library to FILE, also while serving."""
    if only_verify:
        copies.verify(file)
        _say(f"{file} is whole.", file, as_json=as_json)
        return
    source = copies.database_file(db.engine.url)
    ready_library()
    copies.back_up(source, file)
    _say(f"The library was copied to {file}.", file, as_json=as_json)


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@command
def restore(file: Path, as_json: bool) -> None:  # noqa: FBT001
    """Put the copy FILE in the library's place; the old one is kept beside it."""
    target = copies.database_file(db.engine.url)
    # Our own connections count as use.
    db.engine.dispose()
    copies.restore(file, target)
    _say(f"The library is what {file} holds.", file, as_json=as_json)


def _say(sentence: str, file: Path, *, as_json: bool) -> None:
    if as_json:
        print_json({"file": str(file), "bytes": file.stat().st_size})
    else:
        click.echo(sentence)


commands = [backup, restore]
