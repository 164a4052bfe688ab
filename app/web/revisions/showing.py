"""What the pages of revisions show: each change with its words marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.article import ChangeKind
from app.domain.claims.revision_plan import plan_revision
from app.domain.claims.wording import Part, marked_words
from app.services.import_document import compare_with_stored
from app.store.models import Article, Revision
from app.store.queries.revisions import statements_of
from app.web.articles.adding import Read

#: Changes of one kind that a page lists; the rest is counted.
MOST = 200
#: In the order in which they are shown.
_ORDER = (
    ChangeKind.FACTS_CHANGED,
    ChangeKind.REWORDED,
    ChangeKind.NEW,
    ChangeKind.GONE,
)


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A claim's words before and after, in parts, and what changed in its facts."""

    before: Sequence[Part]
    after: Sequence[Part]
    language: str
    what: str | None
    #: Its claim, where that is in the article now.
    claim_id: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one kind: up to `MOST` of `count`."""

    kind: ChangeKind
    count: int
    changes: Sequence[ShownChange]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a new revision of an article would change."""

    article: Article
    title: str
    language: str
    same: int
    sections: Sequence[Section]

    @property
    def number(self) -> int:
        """The number it would have."""
        return self.article.revision + 1

    @property
    def counts(self) -> Sequence[tuple[ChangeKind, int]]:
        """How many claims became what."""
        found = {section.kind: section.count for section in self.sections}
        return [
            (ChangeKind.SAME, self.same),
            *((kind, found.get(kind, 0)) for kind in _ORDER),
        ]


@dataclass(frozen=True, slots=True)
class Past:
    """A revision that was taken."""

    number: int
    title: str
    imported_at: datetime
    document_id: int
    sections: Sequence[Section]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a document would change, the articles it would add, and those it leaves."""

    previews: Sequence[Preview]
    new: int
    same_ids: Sequence[int]


def compare_read(
    session: Session, *, team_id: int, read: Read, article_id: int | None
) -> Comparison:
    """Compare a document with the articles that are here.

    Raises what `import_document` raises for a document that fits nothing.
    """
    incoming = compare_with_stored(
        session,
        team_id=team_id,
        text=read.text,
        reading=read.reading,
        url=read.received.url,
        article_id=article_id,
    )
    found = []
    for it in incoming:
        if not it.is_changed:
            continue
        article = session.get_one(Article, it.stored_id)
        old, groups = statements_of(session, article)
        plan = plan_revision(old, groups, it.reading, read.text)
        sections = [
            _section(
                kind,
                [
                    (change.before, change.after, change.language, change.what, None)
                    for change in plan.changes
                    if change.kind is kind
                ],
            )
            for kind in _ORDER
        ]
        found.append(
            Preview(
                article,
                it.reading.title,
                it.reading.language,
                plan.count(ChangeKind.SAME),
                [section for section in sections if section.count],
            )
        )
    return Comparison(
        found,
        sum(it.stored_id is None for it in incoming),
        [it.stored_id for it in incoming if it.stored_id is not None and it.is_same],
    )


def past_revisions(revisions: Sequence[Revision]) -> list[Past]:
    """Give revisions, newest first, as their page shows them."""
    found = []
    for revision in revisions:
        by_kind: Mapping[ChangeKind, list[_Words]] = {kind: [] for kind in _ORDER}
        for it in revision.changes:
            claim = it.claim
            is_here = it.kind is not ChangeKind.GONE
            by_kind[it.kind].append(
                (
                    it.text_before,
                    it.text_after,
                    claim.language,
                    it.what,
                    claim.id if is_here else None,
                )
            )
        found.append(
            Past(
                revision.number,
                revision.title,
                revision.imported_at,
                revision.document_id,
                [_section(kind, words) for kind, words in by_kind.items() if words],
            )
        )
    return found


_Words = tuple[str | None, str | None, str, str | None, int | None]


def _section(kind: ChangeKind, words: Sequence[_Words]) -> Section:
    return Section(kind, len(words), [_change(*it) for it in words[:MOST]])


def _change(
    before: str | None,
    after: str | None,
    language: str,
    what: str | None,
    claim_id: int | None,
) -> ShownChange:
    if before is not None and after is not None:
        old, new = marked_words(before, after)
    else:
        old = (Part(before, is_changed=False),) if before is not None else ()
        new = (Part(after, is_changed=False),) if after is not None else ()
    return ShownChange(old, new, language, what, claim_id)
