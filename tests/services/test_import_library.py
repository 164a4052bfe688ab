import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.card import Origin, Status
from app.domain.errors import ConflictError, DomainError, InputError
from app.exchange.library import Library, library_bytes, read_library
from app.services.check_library import check_library
from app.services.delete_article import delete_article
from app.services.edit_card import edit_card
from app.services.export_library import export_library
from app.services.import_library import ImportedLibrary, import_library
from app.services.keep_cards import keep_cards, reject_cards
from app.services.relearn_cards import relearn_cards
from app.store.models import (
    Article,
    Card,
    CardState,
    CardVerdict,
    Claim,
    DailyCount,
    Document,
    Person,
    ReviewEntry,
    SettingsEntry,
)
from app.store.queries.people import local_person, team_of
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review
from tests.lived_in import REVIEWS, live_in
from tests.support.library import NOW
from tests.support.revising import EAST, FALL, FALL_6, FIRST, LATER, PLAZA, take_in


def give(session: Session) -> bytes:
    person = local_person(session)
    assert person is not None
    team_id = team_of(session, person.id)
    return library_bytes(export_library(session, person=person, team_id=team_id))


def take(
    session: Session, data: bytes | Library, max_claims: int = 10_000
) -> ImportedLibrary:
    library = data if isinstance(data, Library) else read_library(data)
    with write_tx(session):
        person = local_person(session)
        assert person is not None
        return import_library(
            session,
            person=person,
            team_id=team_of(session, person.id),
            library=library,
            max_claims=max_claims,
            now=NOW + timedelta(days=30),
        )


def wipe(session: Session) -> None:
    """Delete all articles, and with them their cards and their reviews."""
    with write_tx(session):
        for article_id in session.scalars(sa.select(Article.id)).all():
            delete_article(session, team_id=1, article_id=article_id)
        session.execute(sa.text("DELETE FROM quizzes"))


def schedules(session: Session) -> list[tuple[Any, ...]]:
    """Give what each question is scheduled as, whatever its card's id.

    A card that was deleted without an answer has nothing to keep.
    """
    columns = [it for it in CardState.__table__.columns if not it.foreign_keys]
    return [
        tuple(row)
        for row in session.execute(
            sa.select(Card.question, *columns)
            .join(Card, Card.id == CardState.card_id)
            .where(CardState.is_active | (CardState.reps > 0))
            .order_by(Card.question)
        )
    ]


def counts(session: Session) -> list[tuple[Any, ...]]:
    columns = [it for it in DailyCount.__table__.columns if not it.foreign_keys]
    rows = session.execute(
        sa.select(*columns).where(DailyCount.reviews > 0).order_by(*columns)
    )
    return [tuple(row) for row in rows]


def test_what_was_exported_comes_back_byte_for_byte(session: Session) -> None:
    live_in(session)
    before = give(session)
    known = schedules(session), counts(session)
    wipe(session)
    assert session.scalars(sa.select(Document)).all() == []
    imported = take(session, before)
    assert give(session) == before
    assert (schedules(session), counts(session)) == known
    assert check_library(session) == []
    assert imported == ImportedLibrary(
        articles=2,
        groups=3,
        claims=5,
        cards=9,
        reviews=REVIEWS,
        article_ids=imported.article_ids,
    )
    assert len(imported.article_ids) == 2


def test_revisions_and_relearn_entries_come_back_byte_for_byte(
    session: Session,
) -> None:
    take_in(session, FIRST)
    with write_tx(session):
        claim = session.scalars(sa.select(Claim).where(Claim.text == FALL)).one()
        card = make_card(session, claim)
        make_review(session, card)
        card_id = card.id
    make_other_articles(session)
    changed = (("Prices", (FALL_6, EAST)), ("Demand", (PLAZA,)))
    take_in(session, changed, revise=True, now=LATER, url="https://example.org/a")
    with write_tx(session):
        keep_cards(session, team_id=1, card_ids=[card_id], now=LATER)
        relearn_cards(session, card_ids=[card_id], now=LATER)
    assert check_library(session) == []
    exported = give(session)
    due_at = session.scalars(sa.select(CardState.due_at)).one()
    wipe(session)
    assert session.scalar(sa.select(sa.func.count(Document.id))) == 0
    take(session, exported)
    assert give(session) == exported
    assert session.scalars(sa.select(CardState.due_at)).one() == due_at == LATER
    take(session, exported)
    assert give(session) == exported
    assert check_library(session) == []


def test_verdicts_and_features_come_back_byte_for_byte(session: Session) -> None:
    exported = give(judged(session))
    found = json.loads(exported)
    assert [it["outcome"] for it in found["verdicts"]] == ["edited", "rejected"]
    assert [it["is_own"] for it in found["verdicts"]] == [True, False]
    wipe(session)
    assert session.scalars(sa.select(CardVerdict)).all() == []
    for _ in range(2):
        take(session, exported)
        assert give(session) == exported
    assert check_library(session) == []


def judged(session: Session) -> Session:
    """A library with a card that was edited, and one that somebody else rejected."""
    with write_tx(session):
        person = local_person(session)
        assert person is not None
        claim = make_article(session).groups[0].claims[0]
        cards = [
            make_card(
                session,
                claim,
                origin=Origin.RULES,
                status=Status.WAITING,
                features=["asked"],
                doubt="the question is long.",
                written_with="8",
            )
            for _ in range(2)
        ]
        edit_card(
            session,
            team_id=claim.team_id,
            person_id=person.id,
            card_id=cards[0].id,
            question="By how much?",
            answer="4%",
            context=None,
            now=NOW,
        )
        reject_cards(
            session,
            team_id=claim.team_id,
            person_id=person.id,
            card_ids=[cards[1].id],
            now=NOW,
        )
        session.execute(
            sa.update(CardVerdict)
            .where(CardVerdict.card_id == cards[1].id)
            .values(person_id=None)
        )
    return session


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"card": 99}, "export.verdicts[0]: there is no card 99"),
        ({"card": -1}, "export.verdicts[0]: there is no card -1"),
        ({"outcome": "kept"}, "new words belong to an edited card"),
        ({"new_answer": None}, "new words belong to an edited card"),
        ({"outcome": "praised"}, "this should be one of its values"),
    ],
)
def test_a_verdict_that_contradicts_itself_is_refused(
    session: Session, change: dict[str, Any], reason: str
) -> None:
    exported = json.loads(give(judged(session)))
    wipe(session)
    exported["verdicts"][0] |= change
    with pytest.raises(InputError) as caught:
        take(session, json.dumps(exported).encode())
    assert reason in caught.value.message


def make_other_articles(session: Session) -> None:
    with write_tx(session):
        make_article(session)


@pytest.mark.parametrize(
    "broken",
    [
        {"document": 99},
        {"number": 7},
        {"end": 10**6},
        {"changes": [{"claim": 99, "kind": "gone", "text_before": None}]},
    ],
)
def test_revisions_that_do_not_add_up_are_refused_whole(
    session: Session, broken: dict[str, Any]
) -> None:
    take_in(session, FIRST)
    take_in(session, FIRST[:1], revise=True, now=LATER)
    document = json.loads(give(session))
    wipe(session)
    for change in broken.get("changes", ()):
        change |= {"text_after": None, "what": None}
    document["documents"][1]["articles"][0]["revisions"][1] |= broken
    with pytest.raises(InputError, match="do not add up"):
        take(session, json.dumps(document).encode())
    session.rollback()
    assert session.scalar(sa.select(sa.func.count(Document.id))) == 0


def test_an_export_holds_everything(session: Session) -> None:
    live_in(session)
    found = json.loads(give(session))
    assert found["format"] == "prebrief"
    assert found["version"] == 1
    assert [it["text"][:7] for it in found["documents"]] == [
        "Housing",
        "利率\n利率下降",
    ]
    cards = [
        card
        for document in found["documents"]
        for article in document["articles"]
        for group in article["groups"]
        for claim in group["claims"]
        for card in claim["cards"]
    ]
    assert {card["status"] for card in cards} == {
        "waiting",
        "kept",
        "suspended",
        "rejected",
        "stale",
        "retired",
    }
    assert sum(card["buried_until"] is not None for card in cards) == 1
    assert len(found["reviews"]) == REVIEWS
    assert len(found["withdrawals"]) == 1
    assert len(found["settings"]) == 2
    assert found["preferences"]["timezone"] == "Asia/Kathmandu"
    assert [len(quiz["questions"]) for quiz in found["quizzes"]] == [2]


def test_the_same_export_again_adds_nothing(session: Session) -> None:
    live_in(session)
    before = give(session)
    for _ in range(2):
        imported = take(session, before)
        assert imported == ImportedLibrary(0, 0, 0, 0, 0, ())
        assert give(session) == before


def test_a_library_in_use_gets_what_it_lacks_and_keeps_its_settings(
    session: Session,
) -> None:
    live_in(session)
    exported = give(session)
    with write_tx(session):
        delete_article(session, team_id=1, article_id=1)
        person = local_person(session)
        assert person is not None
        person.new_per_day = 3
        make_review(
            session, make_card(session, make_article(session).groups[0].claims[0])
        )
    imported = take(session, exported)
    assert imported.articles == 1
    assert 0 < imported.reviews <= REVIEWS
    person = local_person(session)
    assert person is not None
    assert person.new_per_day == 3
    assert len(session.scalars(sa.select(SettingsEntry)).all()) == 2
    assert len(session.scalars(sa.select(Article)).all()) == 3
    assert check_library(session) == []


def test_a_library_with_nothing_but_samples_takes_the_settings(
    session: Session,
) -> None:
    live_in(session)
    exported = give(session)
    wipe(session)
    with write_tx(session):
        make_card(session, make_article(session, is_sample=True).groups[0].claims[0])
        person = local_person(session)
        assert person is not None
        person.new_per_day = 3
    assert take(session, exported).articles == 2
    person = local_person(session)
    assert person is not None
    assert person.new_per_day == 7


def test_a_card_that_is_here_is_not_added_and_one_that_is_not_is(
    session: Session,
) -> None:
    live_in(session)
    exported = give(session)
    answered = sa.select(ReviewEntry.card_id)
    unanswered = session.scalars(
        sa.select(Card.id).where(Card.id.not_in(answered), Card.status == "kept")
    ).first()
    assert unanswered is not None
    # A card is known by its answers, whatever its words are now; else by its words.
    for card_id, added in ((1, 0), (unanswered, 1), (unanswered, 0)):
        with write_tx(session):
            edit_card(
                session,
                team_id=1,
                card_id=card_id,
                question=f"Something else than {card_id}?",
                answer="Yes",
                context=None,
                now=session.get_one(Card, card_id).created_at,
            )
        imported = take(session, exported)
        assert (imported.articles, imported.cards) == (0, added)
    assert check_library(session) == []


def test_the_same_answer_with_other_content_is_refused_whole(session: Session) -> None:
    live_in(session)
    exported = json.loads(give(session))
    exported["reviews"][0]["rating"] = 1
    exported["documents"][0]["articles"][0]["groups"][1]["claims"][0]["cards"][0][
        "question"
    ] = "A new one?"
    before = give(session)
    with pytest.raises(ConflictError, match="already stored with other content"):
        take(session, json.dumps(exported).encode())
    assert give(session) == before


def test_a_title_that_is_taken_by_another_text_is_refused(session: Session) -> None:
    with write_tx(session):
        make_article(session, title="Rents", groups=(("One claim here.",),))
    exported = json.loads(give(session))
    exported["documents"][0]["text"] += "more"
    exported["documents"][0]["articles"][0]["end"] += 4
    with pytest.raises(ConflictError, match="“Rents” is already here with other text"):
        take(session, json.dumps(exported).encode())


def test_an_article_that_was_read_in_another_way_is_refused(session: Session) -> None:
    with write_tx(session):
        make_article(session, title="Rents", groups=(("One claim here.",),))
    exported = json.loads(give(session))
    exported["documents"][0]["articles"][0]["groups"][0]["claims"][0]["text"] = "One."
    with pytest.raises(ConflictError, match="was read in another way"):
        take(session, json.dumps(exported).encode())


def test_a_document_above_the_bound_is_refused(session: Session) -> None:
    live_in(session)
    exported = give(session)
    wipe(session)
    with pytest.raises(InputError, match="holds 4 claims; a document has at most 3"):
        take(session, exported, max_claims=3)
    assert session.scalars(sa.select(Article)).all() == []


def first(found: dict[str, Any], *path: str) -> dict[str, Any]:
    """Give the first article, or what lies under it by the first of each list."""
    item: dict[str, Any] = found["documents"][0]["articles"][0]
    for name in path:
        item = item[name][0]
    return item


Change = Callable[[dict[str, Any]], object]
CONTRADICTIONS: dict[str, tuple[Change, str]] = {
    "no such card": (
        lambda it: it["reviews"][0].update(card=99),
        "there is no card 99",
    ),
    "card before the first": (
        lambda it: it["reviews"][0].update(card=-1),
        "there is no card -1",
    ),
    "id with two answers": (
        lambda it: it["reviews"][1].update(id=it["reviews"][0]["id"]),
        "is there before, with another answer",
    ),
    "duration below 0": (
        lambda it: it["reviews"][0].update(duration_ms=-1),
        "is below 0",
    ),
    "no such zone": (
        lambda it: it["reviews"][0].update(zone="Mars/Olympus"),
        "is not the name of a time zone",
    ),
    "answered before there were programs": (
        lambda it: it["reviews"][0].update(reviewed_at="1970-01-01T00:00:00+00:00"),
        "export.reviews[0]: The answer's moment",
    ),
    "answered in the future": (
        lambda it: it["reviews"][0].update(reviewed_at="2999-01-01T00:00:00+00:00"),
        "lies in the future",
    ),
    "study day of the future": (
        lambda it: it["reviews"][0].update(study_day="2999-01-01"),
        "export.reviews[0]: 2999-01-01 is not the study day",
    ),
    "study day of another program": (
        lambda it: it["reviews"][0].update(study_day="1700-01-01", mode="import"),
        "1700-01-01 is not the study day",
    ),
    "withdrawn from nothing": (
        lambda it: it["reviews"].clear(),
        "there is no review",
    ),
    "quiz of no card": (
        lambda it: it["quizzes"][0]["questions"][0].update(card=99),
        "there is no card 99",
    ),
    "title without end": (
        lambda it: first(it).update(title="so " * 200),
        "has 600 characters; at most 500",
    ),
    "span outside": (
        lambda it: first(it, "groups", "claims").update(end=9999),
        "a span lies outside",
    ),
    "span backwards": (
        lambda it: first(it).update(start=5, end=4),
        "a span lies outside",
    ),
    "two core insights": (
        lambda it: first(it)["groups"][1].update(is_core_insight=True),
        "the core insight is not the first group",
    ),
    "options without the answer": (
        lambda it: first(it, "groups", "claims", "cards").update(choices=["a"]),
        "do not hold its answer exactly once",
    ),
    "half a statement": (
        lambda it: first(it, "groups", "claims", "cards").update(statement_text="So."),
        "has half a statement",
    ),
    "no settings": (lambda it: it["settings"].clear(), "at least one entry"),
    "settings out of bounds": (
        lambda it: it["settings"][0].update(desired_retention=2),
        "Desired retention lies from",
    ),
    "no such theme": (
        lambda it: it["preferences"].update(theme="neon"),
        "there is no such theme",
    ),
    "day starts at 30": (
        lambda it: it["preferences"].update(day_start_hour=30),
        "starts at an hour from 0 to 23",
    ),
    "below no cards": (
        lambda it: it["preferences"].update(new_per_day=-1),
        "a daily number is below 0",
    ),
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_an_export_that_contradicts_itself_is_refused_whole(
    session: Session, name: str
) -> None:
    change, reason = CONTRADICTIONS[name]
    live_in(session)
    exported = json.loads(give(session))
    wipe(session)
    before = give(session)
    change(exported)
    with pytest.raises(DomainError) as caught:
        take(session, json.dumps(exported).encode())
    assert reason in caught.value.message
    assert give(session) == before
    assert session.scalars(sa.select(ReviewEntry)).all() == []


def test_states_of_every_member_follow(session: Session, person: Person) -> None:
    live_in(session)
    exported = give(session)
    wipe(session)
    take(session, exported)
    kept = sa.select(sa.func.count(Card.id)).where(Card.status == "kept")
    active = sa.select(sa.func.count()).where(CardState.is_active)
    assert session.scalar(kept) == session.scalar(active)
