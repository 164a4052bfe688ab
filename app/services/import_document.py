"""Store what a document was read as."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.domain import article as values
from app.domain.errors import ConflictError, InputError
from app.store.models import Article, Claim, Document, Group

#: Title of the group that holds an article's core insight.
CORE_INSIGHT_TITLE = "Core insight"
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
    is_sample: bool = False,
) -> Imported:
    """Add the articles of a document; the same text again adds nothing.

    `reading` is what `read_text(text)` gave: reading is long work, so it is done before
    the write begins; `url` is where the document was fetched from. Raises InputError
    above `max_claims` or `MAX_TITLE`, and ConflictError for a title that is here
    already with other text; nothing is stored then.
    """
    _check_size(reading, name, max_claims)
    fresh: list[tuple[values.Article, str]] = []
    unchanged: list[int] = []
    seen: set[str] = set()
    for article in reading.articles:
        print_ = fingerprint(text[article.start : article.end])
        stored = _stored(session, team_id, article.title, print_)
        if stored is not None:
            unchanged.append(stored)
        elif print_ not in seen:
            seen.add(print_)
            fresh.append((article, print_))
    if not fresh:
        return Imported((), 0, 0, tuple(unchanged))
    _check_titles([article.title for article, _ in fresh])
    document = Document(team_id=team_id, name=name, url=url, text=text, imported_at=now)
    session.add(document)
    session.flush()
    ids = [
        _add_article(session, document, article, print_, is_sample=is_sample)
        for article, print_ in fresh
    ]
    return Imported(
        tuple(ids),
        sum(len(article.groups) for article, _ in fresh),
        sum(1 for article, _ in fresh for _ in _claims(article)),
        tuple(unchanged),
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


def _stored(session: Session, team_id: int, title: str, print_: str) -> int | None:
    """Give the id of the article with this text; refuse another text of this title."""
    same_text = session.scalars(
        select(Article.id).where(
            Article.team_id == team_id, Article.fingerprint == print_
        )
    ).first()
    if same_text is not None:
        return same_text
    same_title = session.scalars(
        select(Article.id).where(Article.team_id == team_id, Article.title == title)
    ).first()
    if same_title is not None:
        raise ConflictError(
            f"The article “{title}” is already here with other text. Nothing was "
            "imported: delete the old article first, or give the new one another title."
        )
    return None


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
