"""Take in anything we read, told apart by content, and write its cards."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from flask import current_app
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cli.command import command, print_json, ready_library
from app.cli.sources import fetch_source, is_address, read_bytes
from app.documents import read_document
from app.domain.article import Standing
from app.domain.errors import ChangedError, DomainError
from app.domain.reading import read_text
from app.exchange.library import is_library, read_library
from app.jobs.child import writer_child
from app.jobs.run import run_job
from app.services.import_document import import_document
from app.services.import_library import import_library
from app.services.run_job import start_job
from app.store.models import Article, Card, Claim, Group, Job, JobStatus, Person
from app.store.queries.people import team_of
from app.store.writing import write_tx


@dataclass
class Added:
    """What an import added, by the contract's names."""

    articles: int = 0
    groups: int = 0
    claims: int = 0
    cards: int = 0
    reviews: int = 0
    meetings: int = 0
    media: int = 0


@click.command("import")
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@click.option("--revise", is_flag=True, help="Take changed articles as revisions.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@command
def import_(paths: tuple[str, ...], revise: bool, as_json: bool) -> None:  # noqa: FBT001
    """Import files, folders of files, pages by their address, or - for standard input.

    An address begins with https:// or http://; its page is fetched once, now.
    """
    session, person = ready_library()
    importing = _Importing(session, person, revise=revise)
    try:
        for path in _sources(paths):
            importing.take(path)
    finally:
        writer_child.close()
    counts: dict[str, Any] = asdict(importing.added)
    if as_json:
        print_json({**counts, "skipped": importing.skipped})
    else:
        words = [f"{count:,} {name}" for name, count in counts.items() if count]
        click.echo(f"Added {', '.join(words) or 'nothing'}.")
    if importing.skipped:
        raise SystemExit(1)


def _sources(paths: Iterable[str]) -> Iterator[str]:
    """Give files as they are and the files of folders in the order of their names."""
    for path in paths:
        is_folder = path not in {"", "-"} and Path(path).is_dir()
        if is_address(path) or not is_folder:
            yield path
            continue
        for file in sorted(Path(path).iterdir()):
            if file.is_file() and not file.name.startswith("."):
                yield str(file)


class _Importing:
    """Takes one source after the other; what is refused is skipped whole."""

    def __init__(self, session: Session, person: Person, *, revise: bool) -> None:
        self._session, self._revise = session, revise
        self._person_id, self._team_id = person.id, team_of(session, person.id)
        self.added = Added()
        self.skipped: list[dict[str, str]] = []
        #: Articles that were not compared with others yet.
        self._unmatched: set[int] = set()

    def take(self, path: str) -> None:
        try:
            article_ids = self._take(path)
        except ChangedError as error:
            hint = "Take it as its new revision with --revise."
            self._skip(path, f"{error.message} {hint}")
            return
        except DomainError as error:
            self._skip(path, error.message)
            return
        for article_id in article_ids:
            self._write_cards(path, article_id)

    def _take(self, path: str) -> Iterable[int]:
        if is_address(path):
            # No snapshot is held while a server is waited for.
            self._session.rollback()
            page = fetch_source(path)
            return self._take_document(
                path, page.data, name=page.url, url=page.url, charset=page.charset
            )
        data = read_bytes(path, takes_exports=True)
        if is_library(data):
            return self._take_library(data)
        name = "standard input" if path == "-" else Path(path).name
        return self._take_document(path, data, name=name)

    def _take_library(self, data: bytes) -> Iterable[int]:
        library = read_library(data)
        with write_tx(self._session):
            imported = import_library(
                self._session,
                person=self._session.get_one(Person, self._person_id),
                team_id=self._team_id,
                library=library,
                max_claims=current_app.config["MAX_CLAIMS"],
                now=_now(),
            )
        self.added.articles += imported.articles
        self.added.groups += imported.groups
        self.added.claims += imported.claims
        self.added.cards += imported.cards
        self.added.reviews += imported.reviews
        self._unmatched |= {*imported.article_ids}
        return imported.article_ids

    def _take_document(
        self,
        path: str,
        data: bytes,
        *,
        name: str,
        url: str | None = None,
        charset: str | None = None,
    ) -> Iterable[int]:
        found = read_document(
            data,
            max_bytes=current_app.config["MAX_BYTES"],
            charset=charset,
            url=url,
        )
        reading = read_text(found.text)
        with write_tx(self._session):
            imported = import_document(
                self._session,
                team_id=self._team_id,
                name=name,
                url=found.url,
                kind=found.kind,
                text=found.text,
                reading=reading,
                max_claims=current_app.config["MAX_CLAIMS"],
                now=_now(),
                revise=self._revise,
            )
        self.added.articles += len(imported.article_ids)
        self.added.groups += imported.groups
        self.added.claims += imported.claims
        for warning in reading.warnings:
            click.echo(f"{path}: {warning}", err=True)
        self._unmatched |= {*imported.article_ids, *imported.revised_ids}
        return imported.article_ids + imported.revised_ids + imported.unchanged_ids

    def _write_cards(self, path: str, article_id: int) -> None:
        """Write the cards that an article lacks, those of an earlier attempt too."""
        before = self._count_cards(article_id)
        with write_tx(self._session):
            if not self._needs_job(article_id):
                return
            job_id = start_job(
                self._session,
                team_id=self._team_id,
                person_id=self._person_id,
                article_id=article_id,
                now=_now(),
            )
            title = self._session.get_one(Article, article_id).title
        run_job(
            job_id,
            report=lambda done, total: click.echo(
                f"{title}: cards of {done} of {total} claims", err=True
            ),
        )
        self.added.cards += self._count_cards(article_id) - before
        job = self._session.get(Job, job_id)
        if job is not None and job.status is JobStatus.FAILED and job.reason:
            self._skip(path, job.reason)

    def _count_cards(self, article_id: int) -> int:
        return self._session.scalars(
            select(func.count(Card.id))
            .join(Group, Group.id == Card.group_id)
            .where(Group.article_id == article_id)
        ).one()

    def _needs_job(self, article_id: int) -> bool:
        if article_id in self._unmatched:
            return True
        unwritten = (
            select(Claim.id)
            .join(Group, Group.id == Claim.group_id)
            .where(Group.article_id == article_id, Claim.written_with.is_(None))
            .where(Claim.standing == Standing.TAKEN)
            .limit(1)
        )
        return self._session.scalars(unwritten).first() is not None

    def _skip(self, path: str, reason: str) -> None:
        click.echo(f"{path}: {reason}", err=True)
        self.skipped.append({"path": path, "reason": reason})


def _now() -> datetime:
    moment: datetime = current_app.config["CLOCK"]()
    return moment


commands = [import_]
