"""Gather everything that belongs to one person, for the export as JSON."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, selectinload

from app.exchange.library import (
    ArticleRecord,
    CardRecord,
    ChangeRecord,
    ClaimRecord,
    DocumentRecord,
    GroupRecord,
    Library,
    PreferencesRecord,
    QuestionRecord,
    QuizRecord,
    RelearnRecord,
    ReviewRecord,
    RevisionRecord,
    SettingsRecord,
    VerdictRecord,
    WithdrawalRecord,
)
from app.store.models import (
    Article,
    Card,
    CardState,
    CardVerdict,
    Claim,
    Document,
    Group,
    Person,
    Quiz,
    QuizQuestion,
    Relearn,
    ReviewEntry,
    Revision,
    SettingsEntry,
    Withdrawal,
)


def export_library(session: Session, *, person: Person, team_id: int) -> Library:
    """Give the team's articles and the person's log, settings and preferences.

    What is derived (states, counts), what is secret (API tokens) and what is under way
    (jobs) is left out. Nothing is changed.
    """
    gathering = _Gathering(session, person.id, team_id)
    documents = gathering.documents()
    return Library(
        preferences=_preferences(person),
        settings=_settings(session, person.id),
        documents=documents,
        reviews=_reviews(session, person.id, gathering.numbers),
        withdrawals=_withdrawals(session, person.id, gathering.numbers),
        quizzes=_quizzes(session, person.id, gathering.numbers),
        relearns=_relearns(session, person.id, gathering.numbers),
        verdicts=_verdicts(session, person.id, team_id, gathering.numbers),
    )


class _Gathering:
    """Documents down to their cards, which are numbered on the way."""

    def __init__(self, session: Session, person_id: int, team_id: int) -> None:
        self._session, self._team_id = session, team_id
        #: Number of each card by its id.
        self.numbers: dict[int, int] = {}
        self._buried: dict[int, datetime] = {
            card_id: until
            for card_id, until in session.execute(
                select(CardState.card_id, CardState.buried_until).where(
                    CardState.person_id == person_id,
                    CardState.buried_until.is_not(None),
                )
            )
            if until is not None
        }
        self._articles: dict[int, list[Article]] = defaultdict(list)
        for article in session.scalars(
            select(Article)
            .where(Article.team_id == team_id)
            .options(selectinload(Article.groups).selectinload(Group.claims))
            .order_by(Article.id)
        ):
            self._articles[article.document_id].append(article)
        self._cards: dict[int, list[Card]] = defaultdict(list)
        for card in session.scalars(
            select(Card).where(Card.team_id == team_id).order_by(Card.id)
        ):
            self._cards[card.claim_id].append(card)
        self._revisions: dict[int, list[Revision]] = defaultdict(list)
        for revision in session.scalars(
            select(Revision)
            .where(Revision.team_id == team_id)
            .options(selectinload(Revision.changes))
            .order_by(Revision.number)
        ):
            self._revisions[revision.article_id].append(revision)
        #: Place of each document among those exported, by its id.
        self._places: dict[int, int] = {}

    def documents(self) -> tuple[DocumentRecord, ...]:
        rows = self._session.scalars(
            select(Document)
            .where(Document.team_id == self._team_id, _is_used())
            .order_by(Document.id)
        ).all()
        self._places = {row.id: place for place, row in enumerate(rows)}
        return tuple(
            DocumentRecord(
                name=row.name,
                kind=row.kind,
                url=row.url,
                imported_at=row.imported_at,
                text=row.text,
                articles=tuple(map(self._article, self._articles[row.id])),
            )
            for row in rows
        )

    def _article(self, row: Article) -> ArticleRecord:
        return ArticleRecord(
            title=row.title,
            language=row.language,
            start=row.start,
            end=row.end,
            is_sample=row.is_sample,
            imported_at=row.imported_at,
            groups=tuple(map(self._group, row.groups)),
            url=row.url,
            revision=row.revision,
            revisions=self._revisions_of(row),
        )

    def _revisions_of(self, article: Article) -> tuple[RevisionRecord, ...]:
        claims = [claim.id for group in article.groups for claim in group.claims]
        places = {claim_id: place for place, claim_id in enumerate(claims)}
        return tuple(
            RevisionRecord(
                number=row.number,
                document=self._places[row.document_id],
                title=row.title,
                start=row.start,
                end=row.end,
                imported_at=row.imported_at,
                changes=tuple(
                    ChangeRecord(
                        claim=places[change.claim_id],
                        kind=change.kind,
                        text_before=change.text_before,
                        text_after=change.text_after,
                        what=change.what,
                    )
                    for change in row.changes
                ),
            )
            for row in self._revisions[article.id]
        )

    def _group(self, row: Group) -> GroupRecord:
        return GroupRecord(
            is_core_insight=row.is_core_insight,
            number=row.number,
            title=row.title,
            language=row.language,
            claims=tuple(map(self._claim, row.claims)),
        )

    def _claim(self, row: Claim) -> ClaimRecord:
        return ClaimRecord(
            text=row.text,
            language=row.language,
            citations=tuple(row.citations),
            start=row.start,
            end=row.end,
            notes=tuple(row.notes),
            written_with=row.written_with,
            uncovered_reason=row.uncovered_reason,
            standing=row.standing,
            doubt=row.doubt,
            is_edited=row.is_edited,
            cards=tuple(map(self._card, self._cards[row.id])),
        )

    def _card(self, row: Card) -> CardRecord:
        self.numbers[row.id] = len(self.numbers)
        return CardRecord(
            kind=row.kind,
            pattern=row.pattern,
            origin=row.origin,
            status=row.status,
            tier=row.tier,
            is_ticked=row.is_ticked,
            context=row.context,
            question=row.question,
            answer=row.answer,
            choices=_tuple(row.choices),
            statement_text=row.statement_text,
            statement_true=row.statement_true,
            statement_changed=row.statement_changed,
            explanation=row.explanation,
            written_with=row.written_with,
            created_at=row.created_at,
            updated_at=row.updated_at,
            buried_until=self._buried.get(row.id),
            returns_to=row.returns_to,
            features=_tuple(row.features),
            doubt=row.doubt,
            is_edited=row.is_edited,
        )


def _is_used() -> ColumnElement[bool]:
    """Say in SQL that an article has, or had, its text from a document."""
    of_article = select(Article.id).where(Article.document_id == Document.id)
    of_revision = select(Revision.id).where(Revision.document_id == Document.id)
    return of_article.exists() | of_revision.exists()


def _preferences(person: Person) -> PreferencesRecord:
    return PreferencesRecord(
        timezone=person.timezone,
        is_timezone_confirmed=person.is_timezone_confirmed,
        day_start_hour=person.day_start_hour,
        new_per_day=person.new_per_day,
        reviews_per_day=person.reviews_per_day,
        studies_without_asking=person.studies_without_asking,
        theme=person.theme.value,
        uses_shortcuts=person.uses_shortcuts,
    )


def _settings(session: Session, person_id: int) -> tuple[SettingsRecord, ...]:
    rows = session.scalars(
        select(SettingsEntry)
        .where(SettingsEntry.person_id == person_id)
        .order_by(SettingsEntry.seq)
    )
    return tuple(
        SettingsRecord(
            from_at=row.from_at,
            parameters=tuple(float(it) for it in row.parameters),
            desired_retention=row.desired_retention,
            learning_steps=tuple(row.learning_steps),
            relearning_steps=tuple(row.relearning_steps),
            maximum_interval=row.maximum_interval,
        )
        for row in rows
    )


def _reviews(
    session: Session, person_id: int, numbers: Mapping[int, int]
) -> tuple[ReviewRecord, ...]:
    """Give the log but for cards of teams that the person has left."""
    rows = session.execute(
        select(ReviewEntry.__table__)
        .where(ReviewEntry.person_id == person_id)
        .order_by(ReviewEntry.seq)
        .execution_options(yield_per=5_000)
    )
    return tuple(
        ReviewRecord(
            id=row.id,
            card=numbers[row.card_id],
            reviewed_at=row.reviewed_at,
            study_day=row.study_day,
            zone=row.zone,
            duration_ms=row.duration_ms,
            rating=row.rating,
            mode=row.mode,
            format=row.format,
            options=row.options,
            interval_before=row.interval_before,
            chosen_day=row.chosen_day,
            recorded_at=row.recorded_at,
        )
        for row in rows
        if row.card_id in numbers
    )


def _withdrawals(
    session: Session, person_id: int, numbers: Mapping[int, int]
) -> tuple[WithdrawalRecord, ...]:
    rows: Sequence[tuple[UUID, datetime, int]] = [
        (review, at, card_id)
        for review, at, card_id in session.execute(
            select(ReviewEntry.id, Withdrawal.withdrawn_at, ReviewEntry.card_id)
            .join(ReviewEntry, ReviewEntry.seq == Withdrawal.review_seq)
            .where(Withdrawal.person_id == person_id)
            .order_by(Withdrawal.seq)
        )
    ]
    return tuple(
        WithdrawalRecord(review=review, withdrawn_at=at)
        for review, at, card_id in rows
        if card_id in numbers
    )


def _relearns(
    session: Session, person_id: int, numbers: Mapping[int, int]
) -> tuple[RelearnRecord, ...]:
    rows = session.scalars(
        select(Relearn).where(Relearn.person_id == person_id).order_by(Relearn.seq)
    )
    return tuple(
        RelearnRecord(
            card=numbers[row.card_id], due_at=row.due_at, recorded_at=row.recorded_at
        )
        for row in rows
        if row.card_id in numbers
    )


def _verdicts(
    session: Session, person_id: int, team_id: int, numbers: Mapping[int, int]
) -> tuple[VerdictRecord, ...]:
    rows = session.scalars(
        select(CardVerdict)
        .where(CardVerdict.team_id == team_id)
        .order_by(CardVerdict.id)
    )
    return tuple(
        VerdictRecord(
            card=numbers[row.card_id],
            is_own=row.person_id == person_id,
            judged_at=row.judged_at,
            outcome=row.outcome,
            kind=row.kind,
            pattern=row.pattern,
            tier=row.tier,
            claim_text=row.claim_text,
            context=row.context,
            question=row.question,
            answer=row.answer,
            features=_tuple(row.features),
            written_with=row.written_with,
            new_context=row.new_context,
            new_question=row.new_question,
            new_answer=row.new_answer,
        )
        for row in rows
    )


def _quizzes(
    session: Session, person_id: int, numbers: Mapping[int, int]
) -> tuple[QuizRecord, ...]:
    rows = session.scalars(
        select(Quiz)
        .where(Quiz.person_id == person_id)
        .options(selectinload(Quiz.questions))
        .order_by(Quiz.id)
    )
    return tuple(
        QuizRecord(
            minutes=row.minutes,
            question_count=row.question_count,
            created_at=row.created_at,
            finished_at=row.finished_at,
            questions=tuple(
                _question(question, numbers[question.card_id])
                for question in row.questions
                if question.card_id in numbers
            ),
        )
        for row in rows
    )


def _question(row: QuizQuestion, number: int) -> QuestionRecord:
    return QuestionRecord(
        card=number,
        format=row.format,
        choices=_tuple(row.choices),
        review_id=row.review_id,
        shown_at=row.shown_at,
        answered_at=row.answered_at,
        response=row.response,
        is_right=row.is_right,
        is_unsure=row.is_unsure,
        is_overridden=row.is_overridden,
    )


def _tuple(texts: list[str] | None) -> tuple[str, ...] | None:
    return None if texts is None else tuple(texts)
