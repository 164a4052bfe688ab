"""Fill the samples with a year of simulated answers, for every page to show."""

from random import Random

import click
from flask import current_app
from sqlalchemy import select

from app.cli.command import command, print_json, ready_library
from app.cli.samples import load_samples
from app.services.simulate_year import DAYS, simulate_year
from app.store.models import Article
from app.store.queries.people import team_of
from app.store.writing import write_tx

#: The same library on the same day gets the same year.
_SEED = 20_260


@click.command("demo")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@command
def demo(as_json: bool) -> None:  # noqa: FBT001
    """Study the sample articles as a simulated learner would have for a year."""
    session, person = ready_library()
    samples = select(Article.id).where(Article.is_sample).limit(1)
    if session.scalars(samples).first() is None:
        load_samples(session, person, again=True)
    with write_tx(session):
        added = simulate_year(
            session,
            person=person,
            team_id=team_of(session, person.id),
            now=current_app.config["CLOCK"](),
            dice=Random(_SEED),  # noqa: S311 - no secret: a seed must repeat
        )
    if as_json:
        print_json({"reviews": added, "days": DAYS})
    else:
        click.echo(
            f"Added {added:,} simulated answers over {DAYS} days to the samples."
        )


commands = [demo]
