from datetime import timedelta

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.card import Kind, Status
from app.domain.memory.fsrs import DEFAULT_PARAMETERS, retrievability
from app.domain.review import Format, Mode, Rating
from app.store.models import CardState, Person
from app.store.queries import quiz_cards as queries
from app.store.queries.quiz_cards import QuizArticle, seconds_by_format
from app.store.writing import write_tx
from tests.factories import (
    count_queries,
    make_article,
    make_card,
    make_review,
    own_team,
)
from tests.support.library import NOW


def articles(session: Session, person: Person) -> list[QuizArticle]:
    return queries.quiz_articles(
        session,
        person_id=person.id,
        team_id=own_team(session),
        parameters=DEFAULT_PARAMETERS,
        now=NOW,
    )


def recall_now(session: Session, person: Person, card_id: int) -> float:
    state = session.get_one(CardState, (person.id, card_id))
    assert state.stability is not None
    assert state.last_reviewed_at is not None
    elapsed = (NOW - state.last_reviewed_at) / timedelta(days=1)
    return retrievability(elapsed, state.stability, DEFAULT_PARAMETERS)


def test_a_group_shows_its_kept_cards_and_their_mean_recall(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        article = make_article(session, title="A", groups=(("One.",), ("Two.",)))
        claim = article.groups[0].claims[0]
        learned = [make_card(session, claim) for _ in range(2)]
        make_card(session, claim)
        make_card(session, claim, status=Status.WAITING)
        make_review(session, learned[0], rating=Rating.EASY, at=NOW - timedelta(40))
        make_review(session, learned[1], rating=Rating.GOOD, at=NOW - timedelta(3))
        (found,) = articles(session, person)
        (group,) = found.groups
        recalls = [recall_now(session, person, card.id) for card in learned]
    assert found.title == "A"
    assert (group.title, group.number) == ("Part 1", 1)
    assert (group.cards, group.not_learned) == (3, 1)
    assert group.recall == pytest.approx(sum(recalls) / 2)


def test_an_article_weighs_its_groups_by_their_learned_cards(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        article = make_article(session, groups=(("One.",), ("Two.",)))
        one, two = (group.claims[0] for group in article.groups)
        learned = [make_card(session, claim) for claim in (one, one, two)]
        make_card(session, two)
        for days, card in zip((40, 3, 9), learned, strict=True):
            make_review(session, card, at=NOW - timedelta(days))
        (found,) = articles(session, person)
        recalls = [recall_now(session, person, card.id) for card in learned]
    assert (found.cards, found.not_learned) == (4, 1)
    assert found.recall == pytest.approx(sum(recalls) / 3)


def test_a_group_of_new_cards_has_no_recall(session: Session, person: Person) -> None:
    with write_tx(session):
        make_card(session)
        ((group,),) = [article.groups for article in articles(session, person)]
    assert (group.cards, group.not_learned, group.recall) == (1, 1, None)


def test_only_the_newest_articles_are_offered(
    session: Session, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "MOST_ARTICLES", 2)
    with write_tx(session):
        for title in ("Old", "Newer", "Newest"):
            article = make_article(session, title=title)
            make_card(session, article.groups[0].claims[0])
        make_article(session, title="Without cards")
        found = [article.title for article in articles(session, person)]
    assert found == ["Newest", "Newer"]


@pytest.mark.parametrize("count", [1, 8])
def test_the_form_takes_two_queries_whatever_the_library(
    session: Session, engine: Engine, person: Person, count: int
) -> None:
    with write_tx(session):
        for _ in range(count):
            make_review(session, make_card(session), at=NOW - timedelta(1))
        team_id, person_id = own_team(session), person.id
    with count_queries(engine) as statements:
        found = queries.quiz_articles(
            session,
            person_id=person_id,
            team_id=team_id,
            parameters=DEFAULT_PARAMETERS,
            now=NOW,
        )
    assert len(found) == count
    assert len([it for it in statements if it.startswith("SELECT")]) == 2


def test_cards_of_another_team_are_never_asked(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        make_card(session)
        other = own_team(session) + 1
        found = queries.quiz_cards(
            session,
            person_id=person.id,
            team_id=other,
            parameters=DEFAULT_PARAMETERS,
            now=NOW,
        )
    assert found == []


def test_of_many_cards_the_least_remembered_are_taken(
    session: Session, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "_CANDIDATES", 2)
    with write_tx(session):
        cards = [make_card(session) for _ in range(4)]
        for days, card in zip((1, 9, 3, 30), cards, strict=True):
            make_review(session, card, at=NOW - timedelta(days))
        found = queries.quiz_cards(
            session,
            person_id=person.id,
            team_id=own_team(session),
            parameters=DEFAULT_PARAMETERS,
            now=NOW,
        )
        expected = {
            cards[i].id: recall_now(session, person, cards[i].id) for i in (1, 3)
        }
    assert {card.card_id: card.recall for card in found} == pytest.approx(expected)


def test_the_pace_is_the_median_where_answers_suffice(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        cards = [make_card(session, kind=Kind.NUMERIC) for _ in range(6)]
        for card in cards:
            # 4 seconds each by the factory.
            make_review(session, card, at=NOW - timedelta(2))
            make_review(
                session,
                card,
                at=NOW - timedelta(1),
                mode=Mode.QUIZ,
                format=Format.TYPED,
            )
        for card in cards[:4]:
            make_review(session, card, mode=Mode.QUIZ, format=Format.CHOICE, options=3)
        found = seconds_by_format(session, person.id)
    assert found == {
        (Kind.NUMERIC, Format.RECALL): 4.0,
        (Kind.NUMERIC, Format.TYPED): 8.0,
    }
