"""Find rows that contradict each other. Reads the whole library."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, null, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.card import GAP, Kind
from app.domain.errors import InputError
from app.domain.review import Mode, Rating
from app.domain.study_day import can_be_study_day, zone_named
from app.store.migrating import differences
from app.store.models import (
    OPEN_JOB,
    Article,
    Card,
    CardVerdict,
    Claim,
    Document,
    Group,
    Job,
    Membership,
    Person,
    Proposal,
    Quiz,
    QuizQuestion,
    ReviewEntry,
    Revision,
    SettingsEntry,
    Withdrawal,
)

#: Rows read at a time from a table that may be long.
_BATCH = 5_000
#: What a difference of the schema means, by how it begins.
_HOW = (
    ("add_", "The database lacks it."),
    ("remove_", "The database has it, and nothing here knows it."),
    ("modify_", "The database has it in another form."),
)
_VERDICTS = {None: "missing", True: "right", False: "wrong"}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: its kind, the row it is about, and what is wrong."""

    kind: str
    id: int | str
    detail: str


def damage(session: Session) -> list[Finding]:
    """List what SQLite finds wrong with its own file; PostgreSQL keeps its own watch.

    Broken CHECK, NOT NULL and UNIQUE constraints and indexes that miss rows are part of
    it: where there is any, the rest of the library cannot be read with trust.
    """
    if session.get_bind().dialect.name != "sqlite":
        return []
    rows = session.connection().exec_driver_sql("PRAGMA integrity_check").scalars()
    return [Finding("database", "file", f"{row}.") for row in rows if row != "ok"]


def schema_findings(engine: Engine) -> list[Finding]:
    """List where the database's tables are not those that this program works with."""
    found = []
    for difference in differences(engine):
        # What differs in one column comes as a list.
        parts = difference[0] if isinstance(difference, list) else difference
        kind, *named = parts
        names = [name for it in named if (name := _name(it)) is not None]
        what = next((words for start, words in _HOW if kind.startswith(start)), kind)
        found.append(Finding("schema", ".".join(names) or kind, what))
    return found


def _name(part: object) -> str | None:
    """Give the name of a table, a column, an index or a constraint."""
    if isinstance(part, str):
        return part
    name = getattr(part, "name", None)
    table = getattr(part, "table", None)
    return name if table is None or name is None else f"{table.name}.{name}"


def orphans(session: Session) -> list[Finding]:
    """List the rows that point at nothing; PostgreSQL never lets there be any."""
    if session.get_bind().dialect.name != "sqlite":
        return []
    rows = session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
    return [
        Finding("foreign_key", f"{table} {rowid}", f"It points at no row of {parent}.")
        for table, rowid, parent, _ in rows
    ]


def contradictions(session: Session) -> Iterator[Finding]:
    """List the rows that other rows prove wrong."""
    yield from _teams(session)
    yield from _groups(session)
    yield from _positions(session)
    yield from _cards(session)
    yield from _people(session)
    yield from _withdrawals(session)
    yield from _reviews(session)
    yield from _questions(session)
    yield from _jobs(session)
    yield from _revisions(session)


def _teams(session: Session) -> Iterator[Finding]:
    """Everything of an article belongs to one team."""
    pairs: list[tuple[str, Any, Any, Any]] = [
        ("article", Article, Document, Article.document_id == Document.id),
        ("group", Group, Article, Group.article_id == Article.id),
        ("claim", Claim, Group, Claim.group_id == Group.id),
        ("card", Card, Claim, Card.claim_id == Claim.id),
        ("card_verdict", CardVerdict, Card, CardVerdict.card_id == Card.id),
        ("proposal", Proposal, Article, Proposal.article_id == Article.id),
        ("job", Job, Article, Job.article_id == Article.id),
    ]
    for kind, child, parent, joined in pairs:
        rows = session.execute(
            select(child.id, child.team_id, parent.team_id.label("parents"))
            .join(parent, joined)
            .where(child.team_id != parent.team_id)
        )
        for row in rows:
            detail = f"It belongs to team {row.team_id}, what it is part of to team"
            row_id = row.id if isinstance(row.id, int) else str(row.id)
            yield Finding(kind, row_id, f"{detail} {row.parents}.")


def _groups(session: Session) -> Iterator[Finding]:
    rows = session.execute(
        select(Group.id, Group.position).where(
            Group.is_core_insight != (Group.position == 0)
        )
    )
    for row in rows:
        what = "is not" if row.position == 0 else "is"
        detail = f"It stands at position {row.position} and {what} the core insight."
        yield Finding("group", row.id, detail)


def _positions(session: Session) -> Iterator[Finding]:
    """List places that are none; two at one place break a constraint."""
    places: list[tuple[str, Any]] = [("group", Group), ("claim", Claim)]
    for kind, table in places:
        rows = session.execute(
            select(table.id, table.position).where(table.position < 0)
        )
        for row in rows:
            yield Finding(kind, row.id, f"It stands at position {row.position}.")


def _cards(session: Session) -> Iterator[Finding]:
    moved = session.execute(
        select(Card.id, Card.group_id, Claim.group_id)
        .join(Claim, Claim.id == Card.claim_id)
        .where(Card.group_id != Claim.group_id)
    )
    for card_id, own, of_claim in moved:
        detail = f"Its group is {own}, its claim's is {of_claim}."
        yield Finding("card_group", card_id, detail)
    cards = session.execute(
        select(
            Card.id,
            Card.kind,
            Card.question,
            Card.answer,
            Card.choices,
            Card.statement_text,
            Card.statement_true,
            Card.statement_changed,
        ).execution_options(yield_per=_BATCH)
    )
    for row in cards:
        if row.choices is not None and row.choices.count(row.answer) != 1:
            detail = "Its options do not hold its answer exactly once."
            yield Finding("choices", row.id, detail)
        if not row.question.strip() or not row.answer.strip():
            yield Finding("words", row.id, "Its question or its answer is empty.")
        if half := _statement_detail(row):
            yield Finding("statement", row.id, half)
        if row.kind is Kind.CLOZE and row.question.count(GAP) != 1:
            detail = "It is a cloze and does not show one gap."
            yield Finding("cloze", row.id, detail)


def _statement_detail(row: Any) -> str | None:
    text, changed = row.statement_text, row.statement_changed
    if (text is None) != (row.statement_true is None):
        return "Half of its statement is missing."
    if text is not None and not text.strip():
        return "Its statement is empty."
    if changed is not None and row.statement_true is not False:
        return "It says what was changed in a statement that is not false."
    return None


def _people(session: Session) -> Iterator[Finding]:
    for person_id in session.scalars(_without(SettingsEntry.person_id)):
        yield Finding("settings", person_id, "The person has no settings entry.")
    for person_id in session.scalars(_without(Membership.person_id)):
        yield Finding("membership", person_id, "The person is in no team.")
    for person in session.scalars(select(Person).order_by(Person.id)):
        if not is_zone(person.timezone):
            detail = f"“{person.timezone}” is not the name of a time zone."
            yield Finding("timezone", person.id, detail)


def _without(person_id: Any) -> Select[int]:
    """Select the people that a table knows nothing of."""
    known = select(person_id).where(person_id == Person.id).exists()
    return select(Person.id).where(~known).order_by(Person.id)


def _withdrawals(session: Session) -> Iterator[Finding]:
    rows = session.execute(
        select(Withdrawal.seq, Withdrawal.person_id, ReviewEntry.person_id.label("of"))
        .join(ReviewEntry, ReviewEntry.seq == Withdrawal.review_seq)
        .where(Withdrawal.person_id != ReviewEntry.person_id)
    )
    for row in rows:
        detail = f"Person {row.person_id} withdrew a review of person {row.of}."
        yield Finding("withdrawal", row.seq, detail)


def _reviews(session: Session) -> Iterator[Finding]:
    """Compare each review's study day with its moment in its zone."""
    rows = session.execute(
        select(
            ReviewEntry.seq,
            ReviewEntry.reviewed_at,
            ReviewEntry.study_day,
            ReviewEntry.zone,
        )
        .where(ReviewEntry.mode != Mode.IMPORT)
        .order_by(ReviewEntry.seq)
        .execution_options(yield_per=_BATCH)
    )
    for row in rows:
        try:
            is_right = can_be_study_day(row.study_day, row.reviewed_at, row.zone)
        except InputError as error:
            yield Finding("review", row.seq, error.message)
            continue
        if not is_right:
            local = row.reviewed_at.astimezone(zone_named(row.zone)).date()
            detail = f"Its study day is {row.study_day}; it was given on {local}."
            yield Finding("review", row.seq, detail)


def has_unknown_zone(session: Session, person_id: int) -> bool:
    """Say whether a person's log names a time zone that there is none of."""
    zones = session.scalars(
        select(ReviewEntry.zone).where(ReviewEntry.person_id == person_id).distinct()
    ).all()
    return not all(map(is_zone, zones))


def is_zone(name: str) -> bool:
    """Say whether days can be counted in the zone of that name."""
    try:
        zone_named(name)
    except InputError:
        return False
    return True


def _questions(session: Session) -> Iterator[Finding]:
    answered = (
        select(ReviewEntry.seq).where(ReviewEntry.id == QuizQuestion.review_id).exists()
    )
    rows = session.scalars(
        select(QuizQuestion.id).where(QuizQuestion.answered_at.is_not(None), ~answered)
    )
    for question_id in rows:
        detail = "It was answered, and its review is not in the log."
        yield Finding("quiz_question", question_id, detail)
    for question_id, is_right, rating in wrong_verdicts(session):
        told = "not answered" if rating is None else f"graded {rating}"
        detail = f"Its verdict is {_VERDICTS[is_right]}; in the log it is {told}."
        yield Finding("verdict", question_id, detail)


def wrong_verdicts(session: Session) -> list[tuple[int, bool | None, int | None]]:
    """List questions whose verdict the log contradicts: id, verdict, grade in the log.

    Wrong is Again and right is better; what was not answered has no verdict.
    """
    graded = (
        select(
            QuizQuestion.id,
            QuizQuestion.is_right,
            ReviewEntry.rating,
        )
        .join(Quiz, Quiz.id == QuizQuestion.quiz_id)
        .join(
            ReviewEntry,
            (ReviewEntry.id == QuizQuestion.review_id)
            & (ReviewEntry.person_id == Quiz.person_id),
        )
        .where(
            QuizQuestion.answered_at.is_not(None),
            QuizQuestion.is_right.is_(None)
            | (QuizQuestion.is_right != (ReviewEntry.rating > int(Rating.AGAIN))),
        )
    )
    open_ = select(QuizQuestion.id, QuizQuestion.is_right, null()).where(
        QuizQuestion.answered_at.is_(None), QuizQuestion.is_right.is_not(None)
    )
    return [
        (question_id, is_right, rating)
        for wanted in (graded, open_)
        for question_id, is_right, rating in session.execute(
            wanted.order_by(QuizQuestion.id)
        )
    ]


def _jobs(session: Session) -> Iterator[Finding]:
    for job in session.scalars(select(Job).order_by(Job.created_at)):
        if job.done > job.total or job.done < 0:
            detail = f"It has written {job.done} of {job.total} claims."
            yield Finding("job", str(job.id), detail)
        if (job.finished_at is None) != (job.status in OPEN_JOB):
            ended = "has not ended" if job.finished_at is None else "has ended"
            detail = f"It is {job.status.value}, and {ended}."
            yield Finding("job", str(job.id), detail)


def _revisions(session: Session) -> Iterator[Finding]:
    """Compare an article that was changed with the rows of its revisions."""
    count, newest = func.count(Revision.id), func.max(Revision.number)
    rows = session.execute(
        select(Article.id, Article.revision, count, newest)
        .outerjoin(Revision, Revision.article_id == Article.id)
        .group_by(Article.id, Article.revision)
        .order_by(Article.id)
    )
    for article_id, revision, stored, last in rows:
        wanted = revision if revision > 1 else 0
        if stored != wanted or (last or 0) != wanted:
            detail = f"It is revision {revision}; {stored} are recorded."
            yield Finding("revision", article_id, detail)
    apart = session.execute(
        select(Article.id)
        .join(Revision, Revision.article_id == Article.id)
        .where(
            Revision.number == Article.revision,
            (Revision.fingerprint != Article.fingerprint)
            | (Revision.document_id != Article.document_id),
        )
        .order_by(Article.id)
    )
    for (article_id,) in apart:
        detail = "Its text is not that of its newest revision."
        yield Finding("revision", article_id, detail)
