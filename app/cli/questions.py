"""Read a document and write its cards. No database."""

from typing import Any

import click

from app.cli.command import command, print_json
from app.cli.sources import source_text
from app.domain.article import Article
from app.domain.card import CardDraft
from app.domain.reading import read_text
from app.domain.writing import check_card, write_cards
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
        for card in written.cards:
            failures += _failures(article, card)
    if as_json:
        print_json(found)
    else:
        _print(found)
    if check and failures:
        for failure in failures:
            click.echo(failure, err=True)
        raise SystemExit(1)


def _failures(article: Article, card: CardDraft) -> list[str]:
    if card.group is None or card.claim is None:
        claim = article.core_insight
    else:
        claim = article.groups[card.group].claims[card.claim]
    if claim is None:
        return [f"“{card.question}”: there is no such claim."]
    reasons = check_card(card, claim.text, claim.language)
    return [f"“{card.question}”: {reason}" for reason in reasons]


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
