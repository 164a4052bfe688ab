"""Recompute all that is kept beside the log and the texts; report each difference."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date, datetime
from difflib import SequenceMatcher
from functools import cache, partial
from itertools import groupby
from math import isclose
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import Status
from app.domain.errors import InputError
from app.domain.memory.schedule import NEW, Schedule
from app.domain.retention.counting import DailyCount
from app.services.import_document import fingerprint
from app.services.rebuild_library import Folded
from app.store.models import Article, CardState, Claim, Document, Group, Person
from app.store.models import DailyCount as DailyCountRow
from app.store.queries.integrity import (
    Finding,
    contradictions,
    damage,
    has_unknown_zone,
    orphans,
)
from app.store.queries.people import scheduler_settings
from app.store.schedules import columns_of

#: Kinds of findings that `rebuild_library` mends.
MENDED = frozenset({"state", "daily_count", "card_group", "timezone", "verdict"})

_COUNTS = tuple(field.name for field in fields(DailyCount))
_NO_LETTER = re.compile(r"[\W_]+")
#: Two ways to the same number may round differently.
_TOLERANCE = 1e-9


def check_library(session: Session) -> list[Finding]:
    """List everything that is wrong with the library; nothing is changed.

    A damaged file is all that is reported where there is one: what is read from it
    proves nothing.
    """
    found = damage(session)
    if found:
        return found
    found = orphans(session)
    found += contradictions(session)
    found += _texts(session)
    unreadable = {it.id for it in found if it.kind == "settings"}
    for person_id in session.scalars(select(Person.id).order_by(Person.id)).all():
        if person_id not in unreadable:
            found += _derived(session, person_id)
    return found


def _texts(session: Session) -> Iterator[Finding]:
    """Compare articles and claims with the text that they were read from."""
    rows = session.execute(
        select(Article.id, Article.document_id, Article.start, Article.end)
        .add_columns(Article.fingerprint)
        .order_by(Article.document_id, Article.id)
    ).all()
    for document_id, articles in groupby(rows, key=lambda row: row.document_id):
        text = session.scalar(select(Document.text).where(Document.id == document_id))
        if text is None:
            # An article without its document is an orphan, and reported as one.
            continue
        letters = cache(partial(_folded, text))
        for article in articles:
            yield from _article(session, article, text, letters)


def _article(
    session: Session, article: Any, text: str, letters: Callable[[], str]
) -> Iterator[Finding]:
    """Compare an article; `letters` gives those of its document, if need be."""
    if not 0 <= article.start < article.end <= len(text):
        detail = f"It lies outside its document of {len(text)} characters."
        yield Finding("article", article.id, detail)
    elif fingerprint(text[article.start : article.end]) != article.fingerprint:
        detail = "Its text is not the one that was imported."
        yield Finding("article", article.id, detail)
    claims = session.execute(
        select(Claim.id, Claim.text, Claim.start, Claim.end)
        .join(Group, Group.id == Claim.group_id)
        .where(
            Group.article_id == article.id,
            # A person's words need not be the source's; those of a claim that is gone
            # stand in an older revision.
            ~Claim.is_edited,
            Claim.standing != Standing.GONE,
        )
        .order_by(Claim.id)
    )
    for claim in claims:
        if not 0 <= claim.start < claim.end <= len(text):
            detail = f"Its span lies outside its document of {len(text)} characters."
            yield Finding("claim_span", claim.id, detail)
        elif not _holds(text[claim.start : claim.end], claim.text, letters):
            detail = "Its words do not stand where its span points."
            yield Finding("claim_span", claim.id, detail)


def _holds(source: str, told: str, document: Callable[[], str]) -> bool:
    """Say whether a claim that tells `told` was read from `source`.

    Its letters stand there in this order; between them the source has what reading
    takes away: markers, bold marks, line ends. A name put in for a pronoun stands
    elsewhere in the document, whose letters `document` gives, and is less than half of
    the words.
    """
    left = iter(_letters(source))
    if all(letter in left for letter in _letters(told)):
        return True
    words = _words(told)
    same = SequenceMatcher(None, _words(source), words, autojunk=False)
    put_in = [
        "".join(words[start:end]).casefold()
        for kind, _, _, start, end in same.get_opcodes()
        if kind in ("insert", "replace")
    ]
    kept = sum(block.size for block in same.get_matching_blocks())
    # "Norden Bank's", put in for "its", has an s that the source need not have.
    return 2 * kept > len(words) and all(
        name.removesuffix("s") in document() for name in put_in
    )


def _folded(text: str) -> str:
    return _letters(text).casefold()


def _words(text: str) -> list[str]:
    return [word for word in map(_letters, text.split()) if word]


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", text))


def _derived(session: Session, person_id: int) -> Iterator[Finding]:
    """Compare a person's states and counts with what their log folds to."""
    try:
        settings = scheduler_settings(session, person_id)
    except InputError as error:
        yield Finding("settings", person_id, error.message)
        return
    if has_unknown_zone(session, person_id):
        # The review is reported by itself; nothing can be folded until it is right.
        return
    folded = Folded(session, person_id=person_id, settings=settings)
    yield from _states(session, person_id, folded)
    yield from _counts(session, person_id, folded)


def _states(session: Session, person_id: int, folded: Folded) -> Iterator[Finding]:
    missing = set(folded.schedules)
    rows = session.execute(
        select(CardState.__table__)
        .where(CardState.person_id == person_id)
        .order_by(CardState.card_id)
    )
    for row in rows:
        missing.discard(row.card_id)
        detail = _state_detail(row, folded)
        if detail:
            yield Finding("state", row.card_id, f"Person {person_id}: {detail}")
    for card_id in sorted(missing):
        detail = f"Person {person_id}: there is no state of this card."
        yield Finding("state", card_id, detail)


def _state_detail(row: Any, folded: Folded) -> str | None:
    if row.card_id not in folded.cards:
        return "a state of a card that the person does not have."
    group_id, status = folded.cards[row.card_id]
    schedule: Schedule = folded.schedules.get(row.card_id, NEW)
    wanted = {
        "group_id": group_id,
        "is_active": status is Status.KEPT,
        **columns_of(schedule),
    }
    differences = [
        f"{name} is {_shown(stored)} and should be {_shown(value)}"
        for name, value in wanted.items()
        if not _same(stored := getattr(row, name), value)
    ]
    return "; ".join(differences) + "." if differences else None


def _counts(session: Session, person_id: int, folded: Folded) -> Iterator[Finding]:
    wanted = {
        (group_id, day): count
        for group_id, days in folded.counts.items()
        for day, count in days.items()
        if count != DailyCount()
    }
    rows = session.execute(
        select(DailyCountRow.__table__)
        .where(DailyCountRow.person_id == person_id)
        .order_by(DailyCountRow.group_id, DailyCountRow.study_day)
    )
    for row in rows:
        stored = DailyCount(*(getattr(row, name) for name in _COUNTS))
        count = wanted.pop((row.group_id, row.study_day), DailyCount())
        differences = [
            f"{name} is {getattr(stored, name)} and should be {getattr(count, name)}"
            for name in _COUNTS
            if getattr(stored, name) != getattr(count, name)
        ]
        if differences:
            yield _count(person_id, row.group_id, row.study_day, differences)
    for group_id, day in sorted(wanted):
        yield _count(person_id, group_id, day, ["the count is missing"])


def _count(person_id: int, group_id: int, day: date, differences: list[str]) -> Finding:
    detail = f"Person {person_id}: {'; '.join(differences)}."
    return Finding("daily_count", f"{group_id} {day}", detail)


def _same(stored: object, value: object) -> bool:
    if isinstance(stored, float) and isinstance(value, float):
        return isclose(stored, value, rel_tol=_TOLERANCE)
    return stored == value


def _shown(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
