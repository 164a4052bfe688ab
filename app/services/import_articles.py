"""Store the articles of an export, and find the cards that are here already."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session, selectinload

from app.domain.article import Standing
from app.domain.errors import ConflictError, InputError
from app.exchange.library import (
    ArticleRecord,
    CardRecord,
    ClaimRecord,
    DocumentRecord,
    GroupRecord,
    RevisionRecord,
)
from app.services.import_document import check_title, fingerprint
from app.store.models import (
    Article,
    Card,
    Claim,
    ClaimChange,
    Document,
    Group,
    Revision,
)

#: What makes two cards of one claim the same card.
_Key = tuple[str, str, str, str]


class ArticleImport:
    """Adds documents one after the other and counts what was added."""

    def __init__(
        self,
        session: Session,
        *,
        team_id: int,
        max_claims: int,
        known: Mapping[int, int],
    ) -> None:
        self._session, self._team_id, self._max_claims = session, team_id, max_claims
        #: Ids of cards that are here, by number: those an answer of theirs tells.
        self._known = known
        self.articles = self.groups = self.claims = self.cards = 0
        #: Ids of all cards of the export, here before or not, by their number.
        self.card_ids: list[int] = []
        #: Until when the person has cards buried, by the ids of cards that were added.
        self.buried: dict[int, datetime] = {}
        #: Articles added: they are yet to be compared with others, or to get cards.
        self.article_ids: list[int] = []
        #: Documents of the export, and the ids of those stored so far by their place.
        self._documents: Sequence[DocumentRecord] = ()
        self._ids: dict[int, int] = {}

    def add_all(self, documents: Sequence[DocumentRecord]) -> None:
        """Add the articles of documents; one that is here adds its new cards only."""
        self._documents = documents
        for document in documents:
            for article in document.articles:
                _check_revisions(article, documents)
        # Those of older revisions have no article of their own, and keep their place.
        earlier = self._places_of_revisions(documents)
        for place, document in enumerate(documents):
            if place in earlier:
                self._document_id(place)
            self._add(place, document)

    def _places_of_revisions(self, documents: Sequence[DocumentRecord]) -> set[int]:
        """Give the places of documents that revisions of new articles come from."""
        return {
            revision.document
            for document in documents
            for article in document.articles
            if article.revisions and self._stored(document, article) is None
            for revision in article.revisions
        }

    def _add(self, number: int, record: DocumentRecord) -> None:
        place = f"export.documents[{number}]"
        claims = sum(len(g.claims) for a in record.articles for g in a.groups)
        if claims > self._max_claims:
            raise InputError(
                f"{place} holds {claims:,} claims; a document has at most "
                f"{self._max_claims:,} (PREBRIEF_MAX_CLAIMS). Nothing was imported."
            )
        for at, article in enumerate(record.articles):
            _check_article(record, article, f"{place}.articles[{at}]")
            self._add_article(number, article)

    def _stored(
        self, document: DocumentRecord, record: ArticleRecord
    ) -> Article | None:
        """Give the article that is here with the same text."""
        print_ = fingerprint(document.text[record.start : record.end])
        return self._session.scalars(
            select(Article)
            .where(Article.team_id == self._team_id, Article.fingerprint == print_)
            .options(selectinload(Article.groups).selectinload(Group.claims))
        ).first()

    def _add_article(self, number: int, record: ArticleRecord) -> None:
        document = self._documents[number]
        stored = self._stored(document, record)
        if stored is not None:
            self._merge(stored, record)
            return
        self._refuse_taken_title(record.title)
        row = Article(
            team_id=self._team_id,
            document_id=self._document_id(number),
            title=record.title,
            url=record.url,
            revision=record.revision,
            language=record.language,
            start=record.start,
            end=record.end,
            fingerprint=fingerprint(document.text[record.start : record.end]),
            is_sample=record.is_sample,
            imported_at=record.imported_at,
        )
        self._session.add(row)
        self._session.flush()
        self.articles += 1
        position, claim_ids = 0, list[int]()
        for group in record.groups:
            position += not group.is_core_insight
            claim_ids += self._add_group(
                row.id, group, 0 if group.is_core_insight else position
            )
        for revision in record.revisions:
            self._add_revision(row, revision, claim_ids)
        self.article_ids.append(row.id)

    def _refuse_taken_title(self, title: str) -> None:
        taken = self._session.scalars(
            select(Article.id).where(
                Article.team_id == self._team_id, Article.title == title
            )
        ).first()
        if taken is not None:
            raise ConflictError(
                f"The article “{title}” is already here with other text. Nothing was "
                "imported: delete the article here first."
            )

    def _document_id(self, number: int) -> int:
        if number not in self._ids:
            record = self._documents[number]
            row = Document(
                team_id=self._team_id,
                name=record.name,
                kind=record.kind,
                url=record.url,
                text=record.text,
                imported_at=record.imported_at,
            )
            self._session.add(row)
            self._session.flush()
            self._ids[number] = row.id
        return self._ids[number]

    def _add_revision(
        self, article: Article, record: RevisionRecord, claim_ids: Sequence[int]
    ) -> None:
        text = self._documents[record.document].text
        row = Revision(
            team_id=self._team_id,
            article_id=article.id,
            number=record.number,
            document_id=self._document_id(record.document),
            title=record.title,
            start=record.start,
            end=record.end,
            fingerprint=fingerprint(text[record.start : record.end]),
            imported_at=record.imported_at,
        )
        self._session.add(row)
        self._session.flush()
        for change in record.changes:
            self._session.add(
                ClaimChange(
                    team_id=self._team_id,
                    revision_id=row.id,
                    claim_id=claim_ids[change.claim],
                    kind=change.kind,
                    text_before=change.text_before,
                    text_after=change.text_after,
                    what=change.what,
                )
            )
            # One by one, so that they keep their order.
            self._session.flush()

    def _add_group(
        self, article_id: int, record: GroupRecord, position: int
    ) -> list[int]:
        group = Group(
            team_id=self._team_id,
            article_id=article_id,
            position=position,
            is_core_insight=record.is_core_insight,
            number=record.number,
            title=record.title,
            language=record.language,
        )
        self._session.add(group)
        self._session.flush()
        self.groups += not record.is_core_insight
        self.claims += len(record.claims)
        rows = [
            Claim(
                team_id=self._team_id,
                group_id=group.id,
                position=number,
                text=claim.text,
                language=claim.language,
                citations=list(claim.citations),
                start=claim.start,
                end=claim.end,
                notes=list(claim.notes),
                written_with=claim.written_with,
                uncovered_reason=claim.uncovered_reason,
                standing=claim.standing,
                doubt=claim.doubt,
                is_edited=claim.is_edited,
            )
            for number, claim in enumerate(record.claims)
        ]
        self._session.add_all(rows)
        self._session.flush()
        for row, claim in zip(rows, record.claims, strict=True):
            self._add_cards(row, claim.cards)
        return [row.id for row in rows]

    def _merge(self, stored: Article, record: ArticleRecord) -> None:
        """Add the cards that the article's claims lack."""
        if _shape(stored.groups) != _shape(record.groups):
            raise ConflictError(
                f"The article “{stored.title}” is already here and was read in another "
                "way. Nothing was imported: delete the article here first."
            )
        for group, group_record in zip(stored.groups, record.groups, strict=True):
            for claim, claim_record in zip(
                group.claims, group_record.claims, strict=True
            ):
                self._merge_cards(claim, claim_record)

    def _merge_cards(self, claim: Claim, record: ClaimRecord) -> None:
        if claim.written_with is None:
            # The export brings the cards that would be written.
            claim.written_with = record.written_with
            claim.uncovered_reason = record.uncovered_reason
        cards = self._session.scalars(
            select(Card).where(Card.claim_id == claim.id).order_by(Card.id.desc())
        ).all()
        known = {card.id for card in cards} & set(self._known.values())
        here: dict[_Key, list[int]] = defaultdict(list)
        for card in cards:
            if card.id not in known:
                here[_key(card)].append(card.id)
        for card_record in record.cards:
            known_id = self._known.get(len(self.card_ids))
            same = here[_key(card_record)]
            if known_id in known:
                # It may have been edited since: its answers tell which one it is.
                self.card_ids.append(known_id)
            elif same:
                self.card_ids.append(same.pop())
            else:
                self._add_cards(claim, [card_record])

    def _add_cards(self, claim: Claim, records: Sequence[CardRecord]) -> None:
        if not records:
            return
        ids = self._session.scalars(
            insert(Card).returning(Card.id, sort_by_parameter_order=True),
            [_card_row(claim, record) for record in records],
        ).all()
        self.card_ids += ids
        self.cards += len(ids)
        for card_id, record in zip(ids, records, strict=True):
            if record.buried_until is not None:
                self.buried[card_id] = record.buried_until


def _check_revisions(
    record: ArticleRecord, documents: Sequence[DocumentRecord]
) -> None:
    numbers = [revision.number for revision in record.revisions]
    claims = sum(len(group.claims) for group in record.groups)
    wanted = list(range(1, record.revision + 1)) if record.revision > 1 else []
    is_sound = numbers == wanted and all(
        0 <= it.document < len(documents)
        and 0 <= it.start < it.end <= len(documents[it.document].text)
        and all(0 <= change.claim < claims for change in it.changes)
        for it in record.revisions
    )
    if not is_sound:
        raise InputError(f"export: the revisions of “{record.title}” do not add up.")


def _check_article(document: DocumentRecord, record: ArticleRecord, place: str) -> None:
    check_title(record.title)
    length = len(document.text)
    spans = [
        (claim.start, claim.end)
        for group in record.groups
        for claim in group.claims
        # What is gone stands in an older document.
        if claim.standing is not Standing.GONE
    ]
    for start, end in [(record.start, record.end), *spans]:
        if not 0 <= start < end <= length:
            raise InputError(f"{place}: a span lies outside of its document's text.")
    core = Counter(group.is_core_insight for group in record.groups)[True]
    if core > 1 or (core and not record.groups[0].is_core_insight):
        raise InputError(f"{place}: the core insight is not the first group.")
    for group in record.groups:
        for claim in group.claims:
            for card in claim.cards:
                _check_card(card, place)


def _check_card(card: CardRecord, place: str) -> None:
    if card.choices is not None and card.choices.count(card.answer) != 1:
        raise InputError(
            f"{place}: the options of “{card.question}” do not hold its answer "
            "exactly once."
        )
    if (card.statement_text is None) != (card.statement_true is None):
        raise InputError(f"{place}: “{card.question}” has half a statement.")


def _shape(groups: Iterable[Group] | Iterable[GroupRecord]) -> list[list[str]]:
    return [[claim.text for claim in group.claims] for group in groups]


def _key(card: Card | CardRecord) -> _Key:
    return card.kind.value, card.pattern, card.question, card.answer


def _card_row(claim: Claim, record: CardRecord) -> dict[str, Any]:
    return {
        "team_id": claim.team_id,
        "claim_id": claim.id,
        "group_id": claim.group_id,
        "kind": record.kind,
        "pattern": record.pattern,
        "origin": record.origin,
        "status": record.status,
        "returns_to": record.returns_to,
        "tier": record.tier,
        "is_ticked": record.is_ticked,
        "context": record.context,
        "question": record.question,
        "answer": record.answer,
        "choices": None if record.choices is None else list(record.choices),
        "statement_text": record.statement_text,
        "statement_true": record.statement_true,
        "statement_changed": record.statement_changed,
        "explanation": record.explanation,
        "written_with": record.written_with,
        "features": None if record.features is None else list(record.features),
        "doubt": record.doubt,
        "is_edited": record.is_edited,
        "created_at": record.created_at,
        "updated_at": record.updated_at,
    }
