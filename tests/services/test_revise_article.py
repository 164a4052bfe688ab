"""A changed text becomes a revision: identity, schedules and history are kept."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.article import ChangeKind, Standing
from app.domain.card import (
    CardDraft,
    Kind,
    Origin,
    Status,
    Written,
)
from app.domain.errors import ChangedError, ConflictError, NotFoundError
from app.domain.memory.settings import SchedulerSettings
from app.domain.review import Rating
from app.services.check_library import check_library
from app.services.import_document import Imported
from app.services.keep_cards import suspend_cards
from app.services.rebuild_library import rebuild_states
from app.services.write_cards import write_cards
from app.store.models import (
    Article,
    Card,
    CardState,
    Claim,
    ClaimChange,
    Document,
    Group,
    Person,
    Relearn,
    Revision,
)
from app.store.queries.writing import article_to_write
from app.store.writing import write_tx
from tests.factories import make_card, make_draft, make_review, own_team
from tests.support.library import NOW
from tests.support.revising import (
    EAST,
    EAST_REWORDED,
    FALL,
    FALL_6,
    FIRST,
    FLATS,
    LATER,
    PERMITS,
    PLAZA,
    Parts,
    take_in,
)


def claim(session: Session, text: str) -> Claim:
    return session.scalars(sa.select(Claim).where(Claim.text == text)).one()


def card(session: Session, claim_text: str, *, over: dict[str, object]) -> int:
    """Keep a card of a claim, learned two days ago, and give its id."""
    with write_tx(session):
        made = make_card(session, claim(session, claim_text), **over)  # type: ignore[arg-type] # columns
        if made.status is Status.KEPT:
            make_review(session, made, rating=Rating.EASY, at=NOW - timedelta(days=2))
        return made.id


def of_rules(
    question: str, answer: str, pattern: str = "how-much"
) -> dict[str, object]:
    return {
        "origin": Origin.RULES,
        "pattern": pattern,
        "kind": Kind.NUMERIC,
        "question": question,
        "answer": answer,
        "written_with": "1",
    }


def write(session: Session, *drafts: CardDraft, now: datetime = LATER) -> None:
    """Have these drafts written for the one claim that is unwritten."""
    with write_tx(session):
        article_id = session.scalars(sa.select(Article.id)).one()
        _, unwritten = article_to_write(session, article_id)
        wanted = [it for it in unwritten if it.text in (FALL_6, EAST_REWORDED)]
        assert len(wanted) == 1
        group, place = wanted[0].place
        placed = tuple(
            CardDraft(
                group,
                place,
                it.kind,
                it.pattern,
                it.tier,
                it.context,
                it.question,
                it.answer,
                it.choices,
                it.statement,
                wanted[0].text,
            )
            for it in drafts
        )
        write_cards(
            session,
            wanted=wanted,
            written=Written(placed, (), ()),
            writer_version="2",
            keep_default=False,
            now=now,
        )


def revise_first(session: Session, parts: Parts, **over: object) -> Imported:
    return take_in(session, parts, revise=True, now=LATER, **over)  # type: ignore[arg-type] # as take_in


def sound(session: Session) -> None:
    session.rollback()
    assert check_library(session) == []


# What becomes of claims


def test_the_same_text_again_adds_nothing(session: Session) -> None:
    first = take_in(session, FIRST)
    again = revise_first(session, FIRST)
    assert again.unchanged_ids == first.article_ids
    assert again.revised_ids == ()
    assert session.scalar(sa.select(sa.func.count(Document.id))) == 1
    assert session.scalar(sa.select(sa.func.count(Revision.id))) == 0


def test_a_changed_text_is_refused_until_it_is_wanted(session: Session) -> None:
    take_in(session, FIRST)
    with pytest.raises(ChangedError, match="with other text"):
        take_in(session, FIRST[:1])
    session.rollback()
    assert session.scalar(sa.select(sa.func.count(Document.id))) == 1


def test_each_claim_keeps_its_identity_through_a_revision(session: Session) -> None:
    (article_id,) = take_in(session, FIRST, core="Berlin builds less.").article_ids
    ids = {text: claim(session, text).id for text in (FALL, EAST, FLATS, PERMITS)}
    changed: Parts = (
        ("Prices", (EAST_REWORDED, FALL_6)),
        ("New supply", (PLAZA, FLATS)),
    )
    imported = revise_first(session, changed, core="Berlin builds less.")
    assert imported.revised_ids == (article_id,)
    assert (imported.article_ids, imported.claims, imported.groups) == ((), 1, 0)
    session.rollback()
    assert claim(session, FALL_6).id == ids[FALL]
    assert claim(session, EAST_REWORDED).id == ids[EAST]
    assert claim(session, FLATS).id == ids[FLATS]
    gone = session.get_one(Claim, ids[PERMITS])
    assert (gone.standing, gone.text) == (Standing.GONE, PERMITS)
    article = session.get_one(Article, article_id)
    assert (article.revision, article.imported_at) == (2, LATER)
    assert [
        (group.position, group.title, [it.text for it in group.claims])
        for group in article.groups
    ] == [
        (0, "Core insight", ["Berlin builds less."]),
        (1, "Prices", [EAST_REWORDED, FALL_6]),
        (2, "New supply", [PLAZA, FLATS, PERMITS]),
    ]
    sound(session)


def test_the_revision_is_recorded_with_what_changed(session: Session) -> None:
    (article_id,) = take_in(session, FIRST).article_ids
    revise_first(
        session, (("Prices", (EAST_REWORDED, FALL_6)), ("Supply", (PLAZA, FLATS)))
    )
    rows = session.scalars(sa.select(Revision).order_by(Revision.number)).all()
    assert [(it.article_id, it.number, it.imported_at) for it in rows] == [
        (article_id, 1, NOW),
        (article_id, 2, LATER),
    ]
    assert rows[0].document_id != rows[1].document_id
    changes = session.scalars(sa.select(ClaimChange).order_by(ClaimChange.id)).all()
    assert {(it.kind, it.text_before, it.text_after, it.what) for it in changes} == {
        (ChangeKind.REWORDED, EAST, EAST_REWORDED, None),
        (ChangeKind.FACTS_CHANGED, FALL, FALL_6, "4% became 6%."),
        (ChangeKind.NEW, None, PLAZA, None),
        (ChangeKind.GONE, PERMITS, None, None),
    }
    assert {it.revision_id for it in changes} == {rows[1].id}
    revise_first(session, FIRST)
    numbers = session.scalars(sa.select(Revision.number).order_by(Revision.number))
    assert list(numbers) == [1, 2, 3]
    sound(session)


def test_a_claim_that_moves_takes_cards_states_and_counts_along(
    session: Session, person: Person
) -> None:
    take_in(session, FIRST)
    card_id = card(session, EAST, over={})
    revise_first(session, (("Prices", (FALL,)), ("Supply", (FLATS, PERMITS, EAST))))
    session.rollback()
    supply = session.scalars(sa.select(Group).where(Group.title == "Supply")).one()
    moved = session.get_one(Card, card_id)
    state = session.get_one(CardState, (person.id, card_id))
    assert moved.claim.group_id == supply.id
    assert (moved.group_id, state.group_id) == (supply.id, supply.id)
    sound(session)
    with write_tx(session):
        rebuild_states(session, person_id=person.id, settings=SchedulerSettings())
    sound(session)


def test_a_group_that_is_gone_stands_last_with_its_history(session: Session) -> None:
    (article_id,) = take_in(session, FIRST).article_ids
    card_id = card(session, FLATS, over={})
    revise_first(session, (("Demand", (PLAZA,)), ("Prices", (FALL, EAST))))
    session.rollback()
    article = session.get_one(Article, article_id)
    assert [group.title for group in article.groups] == ["Demand", "Prices", "Supply"]
    assert session.get_one(Card, card_id).status is Status.RETIRED
    sound(session)


def test_an_empty_group_is_dropped(session: Session) -> None:
    (article_id,) = take_in(session, (*FIRST, ("Outlook", ()))).article_ids
    revise_first(session, (FIRST[0], ("Supply", (FLATS, PERMITS, PLAZA))))
    session.rollback()
    titles = [it.title for it in session.get_one(Article, article_id).groups]
    assert titles == ["Prices", "Supply"]


def test_a_core_insight_may_come_and_go(session: Session) -> None:
    take_in(session, FIRST, core="Berlin builds less.")
    revise_first(session, FIRST)
    sound(session)
    revise_first(session, FIRST, core="Berlin builds far less than Hamburg.")
    sound(session)
    assert claim(session, "Berlin builds less.").standing is Standing.GONE


def test_what_a_person_rejected_stays_rejected(session: Session) -> None:
    take_in(session, FIRST, offered=("It was a hard year.",))
    with write_tx(session):
        claim(session, FALL).standing = Standing.REJECTED
    revise_first(
        session,
        (("Prices", (FALL_6, EAST)), ("Supply", (FLATS, PERMITS))),
        offered=("It was a hard year.",),
    )
    assert claim(session, FALL_6).standing is Standing.REJECTED
    assert claim(session, "It was a hard year.").standing is Standing.OFFERED
    assert session.scalar(sa.select(sa.func.count(ClaimChange.id))) == 0
    revise_first(session, FIRST)
    offers = sa.select(Claim).where(Claim.text == "It was a hard year.")
    assert session.scalars(offers).all() == []
    sound(session)


def test_a_persons_words_stay_while_the_source_says_the_same(session: Session) -> None:
    take_in(session, FIRST)
    with write_tx(session):
        own = claim(session, FALL)
        own.text, own.is_edited = "Berlin's rents went down by 4% in 2024.", True
        own_id = own.id
    revise_first(session, (("Prices", (PLAZA, FALL)), ("Supply", (FLATS, PERMITS))))
    own = session.get_one(Claim, own_id)
    assert (own.text, own.is_edited) == (
        "Berlin's rents went down by 4% in 2024.",
        True,
    )
    assert session.scalars(sa.select(Claim).where(Claim.text == FALL)).all() == []
    sound(session)
    revise_first(session, (("Prices", (PLAZA, FALL_6)), ("Supply", (FLATS, PERMITS))))
    session.rollback()
    own = session.get_one(Claim, own_id)
    assert (own.text, own.is_edited) == (FALL_6, False)
    sound(session)


# What becomes of cards


def test_reworded_claims_keep_their_cards_as_they_are(session: Session) -> None:
    take_in(session, FIRST)
    with write_tx(session):
        claim(session, EAST).written_with = "1"
    card_id = card(session, EAST, over=of_rules("How high is vacancy?", "2.1%"))
    before = session.get_one(Card, card_id)
    state = session.scalars(sa.select(CardState)).one()
    kept = (before.question, before.answer, before.status, state.due_at)
    revise_first(session, (("Prices", (FALL, EAST_REWORDED)), FIRST[1]))
    session.rollback()
    after = session.get_one(Card, card_id)
    state = session.scalars(sa.select(CardState)).one()
    assert (after.question, after.answer, after.status, state.due_at) == kept
    assert after.explanation == EAST_REWORDED
    assert claim(session, EAST_REWORDED).written_with == "1"
    sound(session)


def test_an_answer_that_no_longer_stands_in_its_claim_makes_a_card_stale(
    session: Session,
) -> None:
    take_in(session, FIRST)
    with write_tx(session):
        claim(session, EAST).written_with = "1"
    stays = card(session, EAST, over=of_rules("How high is vacancy?", "2.1%"))
    fails = card(
        session, EAST, over=of_rules("What rose?", "The vacancy rate rose", "w")
    )
    revise_first(
        session,
        (
            ("Prices", (FALL, "In the east, the rate of vacancy rose to 2.1%.")),
            FIRST[1],
        ),
    )
    session.rollback()
    assert session.get_one(Card, stays).status is Status.KEPT
    assert session.get_one(Card, fails).status is Status.STALE


def test_a_card_of_a_claim_that_is_gone_takes_no_answer_given_since(
    session: Session,
) -> None:
    take_in(session, FIRST)
    card_id = card(session, PERMITS, over={})
    revise_first(session, (FIRST[0], ("Supply", (FLATS,))))
    session.rollback()
    retired = session.get_one(Card, card_id)
    assert (retired.status, retired.updated_at) == (Status.RETIRED, LATER)
    with write_tx(session):
        make_review(session, retired, at=LATER - timedelta(minutes=1))
    with pytest.raises(NotFoundError), write_tx(session):
        make_review(session, retired, at=LATER + timedelta(minutes=1))
    sound(session)


@pytest.fixture
def aged(session: Session) -> dict[str, int]:
    """Cards of a claim whose facts changed, by name; the claim awaits the writer."""
    take_in(session, FIRST)
    ids = {
        "much": card(session, FALL, over=of_rules("How far did rents fall?", "4%")),
        "where": card(session, FALL, over=of_rules("Where?", "Berlin", "where")),
        "other": card(session, FALL, over=of_rules("When?", "2024", "when")),
        "own": card(session, FALL, over={"answer": "4 percent"}),
        "waits": card(
            session,
            FALL,
            over={**of_rules("By how much?", "4%"), "status": Status.WAITING},
        ),
        "rests": card(
            session,
            FALL,
            over=of_rules("Fell by?", "4%", "by"),
        ),
        "beside": card(session, FLATS, over=of_rules("How many flats?", "17,000")),
    }
    with write_tx(session):
        suspend_cards(
            session, team_id=own_team(session), card_ids=[ids["rests"]], now=NOW
        )
    revise_first(session, (("Prices", (FALL_6, EAST)), FIRST[1]))
    session.rollback()
    return ids


def statuses(session: Session, ids: dict[str, int]) -> dict[str, Status]:
    session.rollback()
    return {name: session.get_one(Card, it).status for name, it in ids.items()}


def test_changed_facts_make_kept_cards_stale(
    session: Session, aged: dict[str, int]
) -> None:
    assert statuses(session, aged) == {
        "much": Status.STALE,
        "where": Status.STALE,
        "other": Status.STALE,
        "own": Status.STALE,
        "waits": Status.RETIRED,
        "rests": Status.SUSPENDED,
        "beside": Status.KEPT,
    }
    assert claim(session, FALL_6).written_with is None
    active = sa.select(CardState.card_id).where(CardState.is_active)
    assert session.scalars(active).all() == [aged["beside"]]
    sound(session)


def test_new_words_go_into_the_stale_card_and_it_is_asked_again(
    session: Session, person: Person, aged: dict[str, int]
) -> None:
    write(
        session,
        make_draft("How far did rents fall?", "6%", pattern="how-much"),
        make_draft("Where?", "Berlin", pattern="where"),
        make_draft("Fell by?", "6%", pattern="by"),
        make_draft("Is it less?", "yes", pattern="less"),
    )
    assert statuses(session, aged) == {
        "much": Status.KEPT,
        "where": Status.KEPT,
        "other": Status.RETIRED,
        "own": Status.STALE,
        "waits": Status.RETIRED,
        "rests": Status.SUSPENDED,
        "beside": Status.KEPT,
    }
    much = session.get_one(Card, aged["much"])
    assert (much.answer, much.explanation) == ("6%", FALL_6)
    assert session.get_one(Card, aged["rests"]).answer == "6%"
    state = session.get_one(CardState, (person.id, aged["much"]))
    assert (state.due_at, state.reps, state.is_active) == (LATER, 1, True)
    # What asks the same as before is not asked again, though it was rewritten.
    unchanged = session.get_one(CardState, (person.id, aged["where"]))
    assert unchanged.due_at != LATER
    entries = session.scalars(sa.select(Relearn.card_id)).all()
    assert set(entries) == {aged["much"], aged["rests"]}
    new = session.scalars(sa.select(Card).where(Card.question == "Is it less?")).one()
    assert (new.status, new.is_ticked) == (Status.WAITING, True)
    sound(session)
    with write_tx(session):
        rebuild_states(session, person_id=person.id, settings=SchedulerSettings())
    sound(session)


def test_a_claim_that_nothing_can_be_asked_of_retires_its_stale_cards(
    session: Session, aged: dict[str, int]
) -> None:
    write(session)
    found = statuses(session, aged)
    assert [found[name] for name in ("much", "where", "own")] == [
        Status.RETIRED,
        Status.RETIRED,
        Status.STALE,
    ]
    sound(session)


# Which article it is


def test_the_same_address_is_the_same_article(session: Session) -> None:
    (first,) = take_in(session, FIRST, url="https://example.org/a").article_ids
    imported = take_in(
        session,
        FIRST[:1],
        title="Berlin, updated",
        url="https://example.org/a",
        revise=True,
    )
    assert imported.revised_ids == (first,)
    session.rollback()
    assert session.get_one(Article, first).title == "Berlin, updated"


def test_a_person_may_name_the_article(session: Session) -> None:
    (first,) = take_in(session, FIRST).article_ids
    imported = take_in(session, FIRST[:1], title="Another", article_id=first)
    assert imported.revised_ids == (first,)
    with pytest.raises(NotFoundError):
        take_in(session, FIRST[1:], title="Third", article_id=9_999)


def test_two_articles_do_not_become_one(session: Session) -> None:
    (first,) = take_in(session, FIRST).article_ids
    take_in(session, FIRST[:1], title="Hamburg")
    with pytest.raises(ConflictError, match="as another article"):
        take_in(session, FIRST[:1], title="Hamburg", article_id=first)
    with pytest.raises(ConflictError, match="Another article is titled"):
        take_in(session, FIRST[1:], title="Hamburg", article_id=first)
    session.rollback()
    assert session.get_one(Article, first).revision == 1
