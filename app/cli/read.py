"""Read a document and say what was found. No database."""

import click

from app.cli.command import command, print_json
from app.cli.sources import source_text
from app.domain.article import Article, Claim
from app.domain.reading import read_text
from app.exchange.contract import reading_json


@click.command("read")
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--with-text", is_flag=True, help="Add the text that spans count in.")
@click.option(
    "--offered",
    is_flag=True,
    help="Add the sentences of prose that were not taken as claims, and why.",
)
@command
def read(file: str, as_json: bool, with_text: bool, offered: bool) -> None:  # noqa: FBT001
    """Read FILE, or standard input for -, into articles, groups and claims."""
    text = source_text(file)
    reading = read_text(text)
    if as_json:
        spanned = text if with_text else None
        print_json(reading_json(reading, text=spanned, offered=offered))
        return
    for article in reading.articles:
        _print(article, offered=offered)
    for warning in reading.warnings:
        click.echo(warning, err=True)


def _print(article: Article, *, offered: bool) -> None:
    click.echo(f"{article.title} ({article.language})")
    if article.core_insight is not None:
        click.echo(f"  Core insight: {_words(article.core_insight)}")
    for group in article.groups:
        number = "" if group.number is None else f"{group.number}. "
        click.echo(f"  {number}{group.title}")
        for claim in group.claims:
            click.echo(f"    - {_words(claim)}")
            for note in claim.notes:
                click.echo(f"      Note: {note}")
        for offer in group.offered if offered else ():
            click.echo(f"    ? {offer.text}")
            click.echo(f"      {offer.reason}")


def _words(claim: Claim) -> str:
    citations = "".join(f"[{number}]" for number in claim.citations)
    return f"{claim.text} {citations}".rstrip()


commands = [read]
