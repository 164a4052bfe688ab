"""Read a document and write its cards. No database."""

from collections.abc import Sequence
from typing import Any

import click

from app.cli.command import command, print_json
from app.cli.sources import source_text
from app.domain.reading import read_text
from app.domain.writing import check_cards, write_cards
from app.exchange.contract import card_json, rejected_json, uncovered_json
from app.language.pipelines import load_pipelines


@click.command("questions")
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--check", is_flag=True, help="Check every card; exit 1 if one fails.")
@command
def questions(file: str, as_json: bool, check: bool) -> None:  # noqa: FBT001
    """Write the cards of FILE, or of standard input for -."""
    pipelines = load_pipelines()
    found: dict[str, list[dict[str, Any]]] = {
        "cards": [],
        "uncovered": [],
        "rejected": [],
    }
    failures: list[str] = []
    for index, article in enumerate(read_text(source_text(file)).articles):
        written = write_cards(article, pipelines)
        found["cards"] += [card_json(index, card) for card in written.cards]
        found["uncovered"] += [uncovered_json(index, gap) for gap in written.uncovered]
        found["rejected"] += [rejected_json(index, it) for it in written.rejected]
        failures += check_cards(article, written.cards)
    if as_json:
        print_json(found)
    else:
        _print(found)
    if check:
        refuse(failures)


def refuse(failures: Sequence[str]) -> None:
    """Print what failed and exit 1, where anything did."""
    for failure in failures:
        click.echo(failure, err=True)
    if failures:
        raise SystemExit(1)


def _print(found: dict[str, list[dict[str, Any]]]) -> None:
    for card in found["cards"]:
        if card["context"]:
            click.echo(f"({card['context']})")
        click.echo(f"{card['question']}  →  {card['answer']}")
        click.echo(f"    {card['kind']}, {card['pattern']}, {card['tier']}")
    for gap in found["uncovered"]:
        place = "core insight" if gap["group"] is None else _place(gap)
        click.echo(f"No default card for the {place}: {gap['reason']}")


def _place(gap: dict[str, Any]) -> str:
    return f"claim {gap['claim'] + 1} of group {gap['group'] + 1}"


commands = [questions]
