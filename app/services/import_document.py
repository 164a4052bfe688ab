"""Store what a document was read as."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, insert, select
from sqlalchemy.orm import Session

from app.domain import article as values
from app.domain.article import CORE_INSIGHT_TITLE, ChangeKind, DocumentKind
from app.domain.errors import ChangedError, ConflictError, InputError
from app.services.revise_article import Revised, revise_article
from app.store.models import Article, Claim, Document, Group
from app.store.queries.articles import own_article

#: Characters in a title, of up to 4 bytes; PostgreSQL indexes at most 2,704 bytes.
MAX_TITLE = 500


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import added. `article_ids` are the new ones, in the document's order."""

    article_ids: tuple[int, ...]
    groups: int
    claims: int
    #: Ids of articles that were here already with the same text.
    unchanged_ids: tuple[int, ...]
    #: Ids of articles that have a new revision.
    revised_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that was read, and the stored one that it is, if any."""

    reading: values.Article
    fingerprint: str
    stored_id: int | None
    #: Whether the stored one has the same text.
    is_same: bool

    @property
    def is_changed(self) -> bool:
        """Whether it would be a new revision of the stored one."""
        return self.stored_id is not None and not self.is_same


def import_document(
    session: Session,
    *,
    team_id: int,
    name: str,
    text: str,
    reading: values.Reading,
    max_claims: int,
    now: datetime,
    url: str | None = None,
    kind: DocumentKind = DocumentKind.TEXT,
    is_sample: bool = False,
    revise: bool = False,
    article_id: int | None = None,
    document: Document | None = None,
) -> Imported:
    """Add the articles of a document; the same text again adds nothing.

    `reading` is what `read_text(text)` gave: reading is long work, so it is done before
    the write begins. `url` is where the document was fetched from, and `document` the
    row that keeps its text already, if any. An article that is here with other text
    becomes its new revision where that is wanted, by `revise` or by naming the article
    it belongs to. Raises ChangedError where it is not, InputError above `max_claims` or
    `MAX_TITLE`, ConflictError for two articles that would be one; nothing is stored
    then.
    """
    _check_size(reading, name, max_claims)
    incoming = compare_with_stored(
        session,
        team_id=team_id,
        text=text,
        reading=reading,
        url=url,
        article_id=article_id,
    )
    unchanged = tuple(it.stored_id for it in incoming if it.stored_id and it.is_same)
    fresh = [it for it in incoming if not it.is_same]
    if not fresh:
        return Imported((), 0, 0, unchanged)
    _check_titles([it.reading.title for it in fresh])
    if not (revise or article_id is not None):
        _refuse_changed(fresh)
    if document is None:
        document = Document(
            team_id=team_id, name=name, kind=kind, url=url, text=text, imported_at=now
        )
        session.add(document)
        session.flush()
    revised = {
        it.stored_id: _revise(session, it, it.stored_id, document)
        for it in fresh
        if it.stored_id is not None
    }
    new = [it for it in fresh if it.stored_id is None]
    ids = [
        _add_article(session, document, it.reading, it.fingerprint, is_sample=is_sample)
        for it in new
    ]
    return Imported(
        tuple(ids),
        sum(len(it.reading.groups) for it in new)
        + sum(it.new_groups for it in revised.values()),
        sum(1 for it in new for _ in _claims(it.reading))
        + sum(it.counts[ChangeKind.NEW] for it in revised.values()),
        unchanged,
        tuple(revised),
    )


def compare_with_stored(
    session: Session,
    *,
    team_id: int,
    text: str,
    reading: values.Reading,
    url: str | None,
    article_id: int | None = None,
) -> list[Incoming]:
    """Find for each article read the stored one that it is; each text comes once.

    It is the one of the same text, the one that is named, the one of the same title, or
    the one that the same address brought alone. Raises NotFoundError for a named
    article of another team, InputError where a document of several is to be one.
    """
    if article_id is not None and len(reading.articles) != 1:
        raise InputError(
            f"This document holds {len(reading.articles)} articles; a new revision of "
            "one article is one article."
        )
    found: dict[str, Incoming] = {}
    for article in reading.articles:
        print_ = fingerprint(text[article.start : article.end])
        if print_ in found:
            continue
        same = _stored_id(session, team_id, Article.fingerprint == print_)
        if same is not None and article_id in (None, same):
            found[print_] = Incoming(article, print_, same, is_same=True)
            continue
        if same is not None:
            raise ConflictError(
                "This text is here already, as another article. Nothing was changed."
            )
        stored = article_id or _stored_id(
            session, team_id, Article.title == article.title
        )
        if stored is None and url and len(reading.articles) == 1:
            stored = _stored_id(session, team_id, Article.url == url)
        found[print_] = Incoming(article, print_, stored, is_same=False)
    if article_id is not None:
        own_article(session, team_id=team_id, article_id=article_id)
    return list(found.values())


def _stored_id(
    session: Session, team_id: int, condition: ColumnElement[bool]
) -> int | None:
    return session.scalars(
        select(Article.id)
        .where(Article.team_id == team_id, condition)
        .order_by(Article.id)
        .limit(1)
    ).first()


def _refuse_changed(fresh: Sequence[Incoming]) -> None:
    changed = next((it for it in fresh if it.is_changed), None)
    if changed is not None:
        raise ChangedError(
            f"The article “{changed.reading.title[:200]}” is already here with other "
            "text; nothing was imported.",
            changed.stored_id,
        )


def _revise(
    session: Session, it: Incoming, stored_id: int, document: Document
) -> Revised:
    article = session.scalars(
        select(Article)
        .where(Article.id == stored_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one()
    taken = select(Article.id).where(
        Article.team_id == article.team_id,
        Article.title == it.reading.title,
        Article.id != stored_id,
    )
    if session.scalars(taken).first() is not None:
        raise ConflictError(
            f"Another article is titled “{it.reading.title}”. Nothing was changed."
        )
    return revise_article(
        session,
        article=article,
        document=document,
        reading=it.reading,
        fingerprint=it.fingerprint,
        now=document.imported_at,
    )


def fingerprint(text: str) -> str:
    """Hash an article's text, whatever its line ends and outer white space."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()


def _check_size(reading: values.Reading, name: str, max_claims: int) -> None:
    count = sum(1 for article in reading.articles for _ in _claims(article))
    offers = sum(
        len(group.offered) for article in reading.articles for group in article.groups
    )
    if offers > max_claims:
        raise InputError(
            f"“{name}” holds {offers:,} sentences that may be claims; one import takes "
            f"at most {max_claims:,} (PREBRIEF_MAX_CLAIMS). Nothing was imported."
        )
    if count > max_claims:
        raise InputError(
            f"“{name}” holds {count:,} claims; one import takes at most "
            f"{max_claims:,} (PREBRIEF_MAX_CLAIMS). Nothing was imported."
        )


def check_title(title: str) -> None:
    """Raise InputError for a title that is longer than an index of titles takes."""
    if len(title) > MAX_TITLE:
        raise InputError(
            f"The title “{title[:40]}…” has {len(title):,} characters; at most "
            f"{MAX_TITLE} are taken. Nothing was imported."
        )


def _check_titles(titles: list[str]) -> None:
    for title, count in Counter(titles).items():
        check_title(title)
        if count > 1:
            raise ConflictError(
                f"Two articles of this document are titled “{title}” and differ. "
                "Nothing was imported: give one of them another title."
            )


def _claims(article: values.Article) -> Iterator[values.Claim]:
    if article.core_insight is not None:
        yield article.core_insight
    for group in article.groups:
        yield from group.claims


def _add_article(
    session: Session,
    document: Document,
    article: values.Article,
    print_: str,
    *,
    is_sample: bool,
) -> int:
    row = Article(
        team_id=document.team_id,
        document_id=document.id,
        title=article.title,
        url=document.url,
        language=article.language,
        start=article.start,
        end=article.end,
        fingerprint=print_,
        is_sample=is_sample,
        imported_at=document.imported_at,
    )
    session.add(row)
    session.flush()
    groups = [
        Group(
            team_id=row.team_id,
            article_id=row.id,
            position=position,
            number=group.number,
            title=group.title,
            language=group.language,
        )
        for position, group in enumerate(article.groups, start=1)
    ]
    contents: list[tuple[values.Claim | values.Offer, ...]]
    contents = [_in_reading_order(group) for group in article.groups]
    if (core := article.core_insight) is not None:
        groups.append(
            Group(
                team_id=row.team_id,
                article_id=row.id,
                position=0,
                is_core_insight=True,
                number=None,
                title=CORE_INSIGHT_TITLE,
                language=core.language,
            )
        )
        contents.append((core,))
    session.add_all(groups)
    session.flush()
    for stored, claims in zip(groups, contents, strict=True):
        _add_claims(session, stored, claims)
    return row.id


def _in_reading_order(group: values.Group) -> tuple[values.Claim | values.Offer, ...]:
    """Put the sentences offered between the claims, where they stand in the text."""
    if not group.offered:
        return group.claims
    return tuple(sorted([*group.claims, *group.offered], key=lambda it: it.start))


def _add_claims(
    session: Session,
    group: Group,
    claims: tuple[values.Claim | values.Offer, ...],
) -> None:
    if not claims:
        return
    session.execute(
        insert(Claim),
        [_claim_row(group, position, claim) for position, claim in enumerate(claims)],
    )


def _claim_row(
    group: Group, position: int, claim: values.Claim | values.Offer
) -> dict[str, object]:
    offer = claim if isinstance(claim, values.Offer) else None
    return {
        "team_id": group.team_id,
        "group_id": group.id,
        "position": position,
        "standing": values.Standing.OFFERED if offer else values.Standing.TAKEN,
        "doubt": offer.reason if offer else None,
        "text": claim.text,
        "language": claim.language,
        "citations": list(claim.citations),
        "start": claim.start,
        "end": claim.end,
        "notes": list(claim.notes) if isinstance(claim, values.Claim) else [],
        "written_with": None,
        "uncovered_reason": None,
    }
