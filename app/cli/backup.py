"""Copy the library, verify a copy, and put one back."""

from pathlib import Path

import click

from app.cli.command import command, ready_library
from app.store import backup as copies
from app.store.db import db


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--verify", "only_verify", is_flag=True, help="Check the copy FILE.")
@command
def backup(file: Path, only_verify: bool) -> None:  # noqa: FBT001
    """Write a consistent copy of the library to FILE, also while serving."""
    if only_verify:
        copies.verify(file)
        click.echo(f"{file} is whole.")
        return
    source = copies.database_file(db.engine.url)
    ready_library()
    copies.back_up(source, file)
    click.echo(f"The library was copied to {file}.")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@command
def restore(file: Path) -> None:
    """Put the copy FILE in the library's place; the old one is kept beside it."""
    target = copies.database_file(db.engine.url)
    # Our own connections count as use.
    db.engine.dispose()
    copies.restore(file, target)
    click.echo(f"The library is what {file} holds.")


commands = [backup, restore]
