"""Put an export as JSON back: into an empty library all of it, else what is new."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from app.domain.errors import ConflictError, InputError
from app.domain.memory.settings import SchedulerSettings
from app.domain.review import Mode, check_moment
from app.domain.study_day import (
    can_be_study_day,
    check_day_start_hour,
    offered_zone,
)
from app.exchange.library import (
    Library,
    PreferencesRecord,
    QuizRecord,
    RelearnRecord,
    ReviewRecord,
    SettingsRecord,
    WithdrawalRecord,
)
from app.services.import_articles import ArticleImport
from app.services.import_verdicts import add_verdicts
from app.services.rebuild_library import rebuild_states
from app.store.batches import batches
from app.store.models import (
    Article,
    CardState,
    Person,
    Quiz,
    QuizQuestion,
    Relearn,
    ReviewEntry,
    SettingsEntry,
    Theme,
    Withdrawal,
)
from app.store.queries.people import members, scheduler_settings

#: What makes two reviews of one id the same answer.
_SAME = ("reviewed_at", "rating", "mode", "format", "options", "duration_ms")


@dataclass(frozen=True, slots=True)
class ImportedLibrary:
    """What was added. Hand the articles to a job: it writes what cards they lack."""

    articles: int
    groups: int
    claims: int
    cards: int
    reviews: int
    article_ids: tuple[int, ...]


def import_library(
    session: Session,
    *,
    person: Person,
    team_id: int,
    library: Library,
    max_claims: int,
    now: datetime,
) -> ImportedLibrary:
    """Add what the library lacks; the same export again adds nothing.

    Settings and preferences are taken only by a library without answers, and without
    articles but samples: one in use keeps its own. Raises InputError for an export that
    contradicts itself, has answers of a moment that cannot be or a document above
    `max_claims`, ConflictError where what is here contradicts it; nothing is stored
    then.
    """
    is_fresh = _is_fresh(session, person.id, team_id)
    if is_fresh:
        _take_settings(session, person.id, library.settings)
        _take_preferences(person, library.preferences)
    articles = ArticleImport(
        session,
        team_id=team_id,
        max_claims=max_claims,
        known=_known_cards(session, person.id, library.reviews),
    )
    articles.add_all(library.documents)
    _check_moments(library.reviews, now)
    reviews = _add_reviews(session, person.id, library.reviews, articles.card_ids)
    _add_withdrawals(session, person.id, library.withdrawals)
    relearns = _add_relearns(session, person.id, library.relearns, articles.card_ids)
    _add_quizzes(session, person.id, team_id, library.quizzes, articles.card_ids)
    add_verdicts(
        session,
        person_id=person.id,
        team_id=team_id,
        verdicts=library.verdicts,
        card_ids=articles.card_ids,
    )
    session.flush()
    if articles.cards or reviews or relearns:
        for member_id in members(session, team_id):
            rebuild_states(
                session,
                person_id=member_id,
                settings=scheduler_settings(session, member_id),
            )
        _bury(session, person.id, articles.buried)
    return ImportedLibrary(
        articles=articles.articles,
        groups=articles.groups,
        claims=articles.claims,
        cards=articles.cards,
        reviews=reviews,
        article_ids=tuple(articles.article_ids),
    )


def _is_fresh(session: Session, person_id: int, team_id: int) -> bool:
    """Say whether nobody has begun: no article but samples, and no answer."""
    of_team = (
        select(Article.id)
        .where(Article.team_id == team_id, ~Article.is_sample)
        .limit(1)
    )
    of_person = (
        select(ReviewEntry.seq).where(ReviewEntry.person_id == person_id).limit(1)
    )
    return (
        session.scalars(of_team).first() is None
        and session.scalars(of_person).first() is None
    )


def _take_settings(
    session: Session, person_id: int, entries: Sequence[SettingsRecord]
) -> None:
    if not entries:
        raise InputError("export.settings: there should be at least one entry.")
    session.execute(delete(SettingsEntry).where(SettingsEntry.person_id == person_id))
    for entry in entries:
        # Refuses what lies outside its bounds.
        SchedulerSettings(
            parameters=entry.parameters,
            desired_retention=entry.desired_retention,
            learning_steps=tuple(timedelta(seconds=s) for s in entry.learning_steps),
            relearning_steps=tuple(
                timedelta(seconds=s) for s in entry.relearning_steps
            ),
            maximum_interval=entry.maximum_interval,
        )
        session.add(
            SettingsEntry(
                person_id=person_id,
                from_at=entry.from_at,
                parameters=list(entry.parameters),
                desired_retention=entry.desired_retention,
                learning_steps=list(entry.learning_steps),
                relearning_steps=list(entry.relearning_steps),
                maximum_interval=entry.maximum_interval,
            )
        )
        session.flush()


def _take_preferences(person: Person, preferences: PreferencesRecord) -> None:
    check_day_start_hour(preferences.day_start_hour)
    if preferences.new_per_day < 0 or preferences.reviews_per_day < 0:
        raise InputError("export.preferences: a daily number is below 0.")
    if preferences.theme not in set(Theme):
        raise InputError("export.preferences.theme: there is no such theme.")
    person.timezone = offered_zone(preferences.timezone)
    person.is_timezone_confirmed = preferences.is_timezone_confirmed
    person.day_start_hour = preferences.day_start_hour
    person.new_per_day = preferences.new_per_day
    person.reviews_per_day = preferences.reviews_per_day
    person.studies_without_asking = preferences.studies_without_asking
    person.theme = Theme(preferences.theme)
    person.uses_shortcuts = preferences.uses_shortcuts


def _known_cards(
    session: Session, person_id: int, reviews: Sequence[ReviewRecord]
) -> dict[int, int]:
    """Give the ids of the cards whose answers are here, by the export's numbers."""
    numbers = {review.id: review.card for review in reviews}
    known: dict[int, int] = {}
    for some in batches(list(numbers)):
        for review_id, card_id in session.execute(
            select(ReviewEntry.id, ReviewEntry.card_id).where(
                ReviewEntry.person_id == person_id, ReviewEntry.id.in_(some)
            )
        ):
            known[numbers[review_id]] = card_id
    return known


def _check_moments(reviews: Sequence[ReviewRecord], now: datetime) -> None:
    """Refuse answers of a moment, zone or day that cannot be."""
    for number, review in enumerate(reviews):
        try:
            check_moment(review.reviewed_at, now)
            is_day = can_be_study_day(review.study_day, review.reviewed_at, review.zone)
        except InputError as error:
            raise InputError(f"export.reviews[{number}]: {error.message}") from error
        if not is_day and not _is_foreign_day(review):
            raise InputError(
                f"export.reviews[{number}]: {review.study_day} is not the study day of "
                f"{review.reviewed_at.isoformat()}."
            )


def _is_foreign_day(review: ReviewRecord) -> bool:
    """Say whether another program may have counted that day, in whatever zone."""
    apart = abs(review.reviewed_at.astimezone(UTC).date() - review.study_day)
    return review.mode is Mode.IMPORT and apart <= timedelta(2)


def _add_reviews(
    session: Session,
    person_id: int,
    reviews: Sequence[ReviewRecord],
    card_ids: Sequence[int],
) -> int:
    """Add the log entries that are not here yet, in their order; give their number."""
    rows: dict[UUID, dict[str, Any]] = {}
    for number, review in enumerate(reviews):
        row = _review_row(review, person_id, card_ids, f"export.reviews[{number}]")
        if rows.setdefault(review.id, row) != row:
            raise InputError(
                f"export.reviews[{number}]: the id {review.id} is there before, "
                "with another answer."
            )
    for some in batches(list(rows)):
        stored = session.execute(
            select(ReviewEntry.__table__).where(
                ReviewEntry.person_id == person_id, ReviewEntry.id.in_(some)
            )
        )
        for found in stored.all():
            row = rows.pop(found.id)
            same = all(getattr(found, name) == row[name] for name in _SAME)
            if not same or found.card_id != row["card_id"]:
                raise ConflictError(
                    f"The answer {found.id} is already stored with other content; "
                    "nothing was imported."
                )
    for new in batches(list(rows.values())):
        session.execute(insert(ReviewEntry), new)
    return len(rows)


def _review_row(
    review: ReviewRecord, person_id: int, card_ids: Sequence[int], place: str
) -> dict[str, Any]:
    if review.duration_ms < 0 or review.interval_before < 0:
        raise InputError(f"{place}: a duration or an interval is below 0.")
    return {
        "id": review.id,
        "person_id": person_id,
        "card_id": _card_id(card_ids, review.card, place),
        "reviewed_at": review.reviewed_at,
        "study_day": review.study_day,
        "zone": review.zone,
        "duration_ms": review.duration_ms,
        "rating": int(review.rating),
        "mode": review.mode,
        "format": review.format,
        "options": review.options,
        "interval_before": review.interval_before,
        "chosen_day": review.chosen_day,
        "recorded_at": review.recorded_at,
    }


def _card_id(card_ids: Sequence[int], number: int, place: str) -> int:
    if not 0 <= number < len(card_ids):
        raise InputError(f"{place}: there is no card {number}.")
    return card_ids[number]


def _add_withdrawals(
    session: Session, person_id: int, withdrawals: Sequence[WithdrawalRecord]
) -> None:
    wanted = {it.review: it.withdrawn_at for it in withdrawals}
    seqs: dict[UUID, int] = {}
    withdrawn: set[int] = set()
    for some in batches(list(wanted)):
        for review_id, seq, known in session.execute(
            select(ReviewEntry.id, ReviewEntry.seq, Withdrawal.seq)
            .outerjoin(Withdrawal, Withdrawal.review_seq == ReviewEntry.seq)
            .where(ReviewEntry.person_id == person_id, ReviewEntry.id.in_(some))
        ):
            seqs[review_id] = seq
            if known is not None:
                withdrawn.add(seq)
    for review_id, at in wanted.items():
        if review_id not in seqs:
            raise InputError(f"export.withdrawals: there is no review {review_id}.")
        if seqs[review_id] not in withdrawn:
            session.add(
                Withdrawal(
                    person_id=person_id, review_seq=seqs[review_id], withdrawn_at=at
                )
            )
            # One by one, so that they keep their order.
            session.flush()


def _add_relearns(
    session: Session,
    person_id: int,
    relearns: Sequence[RelearnRecord],
    card_ids: Sequence[int],
) -> int:
    """Add the entries that are not here yet, in their order; give their number."""
    known = {
        (row.card_id, row.due_at)
        for row in session.execute(
            select(Relearn.card_id, Relearn.due_at).where(
                Relearn.person_id == person_id
            )
        )
    }
    rows = [
        {
            "person_id": person_id,
            "card_id": _card_id(card_ids, it.card, f"export.relearns[{number}]"),
            "due_at": it.due_at,
            "recorded_at": it.recorded_at,
        }
        for number, it in enumerate(relearns)
    ]
    new = [row for row in rows if (row["card_id"], row["due_at"]) not in known]
    for some in batches(new):
        session.execute(insert(Relearn), some)
    return len(new)


def _add_quizzes(
    session: Session,
    person_id: int,
    team_id: int,
    quizzes: Iterable[QuizRecord],
    card_ids: Sequence[int],
) -> None:
    known = set(
        session.scalars(select(Quiz.created_at).where(Quiz.person_id == person_id))
    )
    for number, quiz in enumerate(quizzes):
        if quiz.created_at in known:
            continue
        row = Quiz(
            person_id=person_id,
            team_id=team_id,
            minutes=quiz.minutes,
            question_count=quiz.question_count,
            created_at=quiz.created_at,
            finished_at=quiz.finished_at,
        )
        session.add(row)
        session.flush()
        place = f"export.quizzes[{number}]"
        for position, question in enumerate(quiz.questions):
            session.add(
                QuizQuestion(
                    quiz_id=row.id,
                    position=position,
                    card_id=_card_id(card_ids, question.card, place),
                    format=question.format,
                    choices=None if question.choices is None else [*question.choices],
                    review_id=question.review_id,
                    shown_at=question.shown_at,
                    answered_at=question.answered_at,
                    response=question.response,
                    is_right=question.is_right,
                    is_unsure=question.is_unsure,
                    is_overridden=question.is_overridden,
                )
            )


def _bury(session: Session, person_id: int, buried: dict[int, datetime]) -> None:
    by_moment: dict[datetime, list[int]] = defaultdict(list)
    for card_id, until in buried.items():
        by_moment[until].append(card_id)
    for until, ids in by_moment.items():
        for some in batches(ids):
            session.execute(
                update(CardState)
                .where(CardState.person_id == person_id, CardState.card_id.in_(some))
                .values(buried_until=until)
            )
