"""Load the sample articles into a library that has never had any."""

import click
from flask import current_app
from sqlalchemy.orm import Session

from app.config import asset_root
from app.documents import decode
from app.domain.reading import read_text
from app.jobs.child import writer_child
from app.jobs.run import run_job
from app.services.import_document import import_document
from app.services.run_job import start_jobs
from app.store.models import Person
from app.store.queries.people import team_of
from app.store.writing import write_tx

#: Left in the instance folder once samples were loaded, so that they stay removed.
_MARK = "samples-loaded"


def load_samples(session: Session, person: Person, *, again: bool = False) -> None:
    """Import `seeds/` with their default cards kept, once in a library's life.

    `again`: even if they were removed since.
    """
    mark = current_app.config["INSTANCE"] / _MARK
    if mark.exists() and not again:
        return
    files = sorted((asset_root() / "seeds").glob("*"))
    files = [file for file in files if file.name != "SOURCES.md"]
    click.echo(
        f"Reading {len(files)} sample articles and writing their cards …", err=True
    )
    now = current_app.config["CLOCK"]()
    person_id, team_id = person.id, team_of(session, person.id)
    texts = {file.name: decode(file.read_bytes()) for file in files}
    readings = {name: read_text(text) for name, text in texts.items()}
    # New cards come in the order of import: what the pages speak is asked first.
    for name in sorted(texts, key=lambda it: readings[it].articles[0].language != "en"):
        with write_tx(session):
            imported = import_document(
                session,
                team_id=team_id,
                name=name,
                text=texts[name],
                reading=readings[name],
                max_claims=current_app.config["MAX_CLAIMS"],
                now=now,
                is_sample=True,
            )
            job_ids = start_jobs(
                session,
                team_id=team_id,
                person_id=person_id,
                article_ids=imported.article_ids,
                now=now,
            )
        for job_id in job_ids:
            run_job(job_id)
    writer_child.close()
    mark.touch()
