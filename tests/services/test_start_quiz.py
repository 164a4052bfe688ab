from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.card import Kind, Status
from app.domain.errors import InputError, NotFoundError
from app.domain.review import Format, Rating
from app.services.keep_cards import suspend_cards
from app.services.start_quiz import quiz_misses, start_quiz
from app.store.models import Card, Group, Person, Quiz, QuizQuestion, Team
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review, own_team
from tests.support.library import NOW


def questions(session: Session, quiz: Quiz) -> list[QuizQuestion]:
    return list(
        session.scalars(
            sa.select(QuizQuestion)
            .where(QuizQuestion.quiz_id == quiz.id)
            .order_by(QuizQuestion.position)
        )
    )


def begin(session: Session, person: Person, **over: object) -> Quiz:
    arguments: dict[str, object] = {"minutes": None, "question_count": None}
    return start_quiz(
        session,
        person_id=person.id,
        team_id=own_team(session),
        now=NOW,
        **{**arguments, **over},  # type: ignore[arg-type]  # any of its arguments
    )


def test_the_least_remembered_card_comes_first(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        older, newer = make_card(session), make_card(session)
        make_review(session, older, rating=Rating.EASY, at=NOW - timedelta(30))
        make_review(session, newer, rating=Rating.EASY, at=NOW - timedelta(2))
        quiz = begin(session, person, question_count=2)
        asked = [question.card_id for question in questions(session, quiz)]
        assert asked == [older.id, newer.id]


def test_without_groups_new_cards_wait_until_there_is_room(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        new, learned = make_card(session), make_card(session)
        make_review(session, learned, at=NOW - timedelta(1))
        one = begin(session, person, question_count=1)
        two = begin(session, person, question_count=2)
        timed = begin(session, person, minutes=1)
        assert [it.card_id for it in questions(session, one)] == [learned.id]
        assert [it.card_id for it in questions(session, two)] == [learned.id, new.id]
        assert [it.card_id for it in questions(session, timed)] == [learned.id, new.id]


def test_chosen_groups_bound_the_questions(session: Session, person: Person) -> None:
    with write_tx(session):
        article = make_article(session, groups=(("One.",), ("Two.",), ("Three.",)))
        cards = [make_card(session, group.claims[0]) for group in article.groups]
        other = make_card(session)
        some = begin(
            session,
            person,
            group_ids=[article.groups[0].id, article.groups[2].id],
            question_count=10,
        )
        whole = begin(session, person, article_ids=[article.id], question_count=10)
        assert {it.card_id for it in questions(session, some)} == {
            cards[0].id,
            cards[2].id,
        }
        found = {it.card_id for it in questions(session, whole)}
        assert found == {card.id for card in cards}
        assert other.id not in found


def test_only_kept_cards_are_asked(session: Session, person: Person) -> None:
    with write_tx(session):
        kept, suspended = make_card(session), make_card(session)
        make_card(session, status=Status.WAITING)
        team_id = own_team(session)
        suspend_cards(session, team_id=team_id, card_ids=[suspended.id], now=NOW)
        quiz = begin(session, person, question_count=10)
        assert [it.card_id for it in questions(session, quiz)] == [kept.id]


def test_the_options_are_stored_in_the_order_shown(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        claim = make_article(session).groups[0].claims[0]
        for number in range(8):
            answer = f"{number}%"
            choices = [answer, "11%", "12%", "13%"]
            make_card(session, claim, answer=answer, choices=choices)
        quiz = begin(session, person, question_count=8)
        chosen = [it for it in questions(session, quiz) if it.format is Format.CHOICE]
        assert chosen
        for it in chosen:
            assert it.choices is not None
            assert sorted(it.choices) == sorted(it.card.choices or ())
        orders = [(it.choices or []).index(it.card.answer) for it in chosen]
        assert len(set(orders)) > 1, "the answer always stands in the same place"


def test_options_without_the_answer_are_never_offered(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        for _ in range(4):
            make_card(session, answer="4%", choices=["5%", "6%"])
        quiz = begin(session, person, question_count=4)
        assert {it.format for it in questions(session, quiz)} == {Format.RECALL}


def test_formats_are_mixed(session: Session, person: Person) -> None:
    with write_tx(session):
        for number in range(8):
            make_card(
                session,
                kind=Kind.NUMERIC,
                answer=f"{number}%",
                choices=[f"{number}%", "50%"],
                statement_text="It fell.",
                statement_true=True,
            )
        quiz = begin(session, person, question_count=8)
        assert {it.format for it in questions(session, quiz)} == set(Format)


def test_the_time_is_filled_by_the_persons_own_pace(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        cards = [make_card(session) for _ in range(30)]
        before = begin(session, person, minutes=1)
        for number in range(5):
            # Each takes 4 seconds by the factory, recall's default is 14.
            make_review(session, cards[number], at=NOW - timedelta(days=1))
        after = begin(session, person, minutes=1)
        assert len(questions(session, before)) == 4
        assert len(questions(session, after)) == 15


def test_nothing_to_ask_is_said_and_stored_nowhere(
    session: Session, person: Person
) -> None:
    with pytest.raises(InputError, match="Keep some cards first"), write_tx(session):
        begin(session, person, minutes=3)
    assert session.scalars(sa.select(sa.func.count(Quiz.id))).one() == 0


@pytest.mark.parametrize(
    ("bounds", "sentence"),
    [
        ({}, "minutes or a number of questions"),
        ({"minutes": 3, "question_count": 5}, "minutes or a number of questions"),
        ({"minutes": 0}, "up to 120 minutes"),
        ({"question_count": 201}, "1 to 200 questions"),
    ],
)
def test_a_bound_out_of_its_range_is_refused(
    session: Session, person: Person, bounds: dict[str, int], sentence: str
) -> None:
    with write_tx(session):
        make_card(session)
    with pytest.raises(InputError, match=sentence), write_tx(session):
        begin(session, person, **bounds)


def test_another_teams_group_does_not_exist(session: Session, person: Person) -> None:
    with write_tx(session):
        team = Team(name="Others", created_at=NOW)
        session.add(team)
        session.flush()
        article = make_article(session, team_id=team.id)
        theirs = article.groups[0].id, article.id
    with pytest.raises(NotFoundError), write_tx(session):
        begin(session, person, group_ids=[theirs[0]], minutes=3)
    with pytest.raises(NotFoundError), write_tx(session):
        begin(session, person, article_ids=[theirs[1]], minutes=3)
    with pytest.raises(NotFoundError), write_tx(session):
        begin(session, person, group_ids=[99_999], minutes=3)


def test_the_misses_are_asked_again_and_nothing_else(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        for _ in range(3):
            make_card(session)
        quiz = begin(session, person, question_count=3)
        missed, known, deleted = questions(session, quiz)
        for question, is_right in ((missed, False), (known, True), (deleted, False)):
            question.answered_at, question.is_right = NOW, is_right
        session.get_one(Card, deleted.card_id).status = Status.RETIRED
        session.flush()
        again = quiz_misses(
            session,
            person_id=person.id,
            team_id=own_team(session),
            quiz_id=quiz.id,
            now=NOW,
        )
        assert [it.card_id for it in questions(session, again)] == [missed.card_id]
        assert missed.review_id != questions(session, again)[0].review_id


def test_a_quiz_without_misses_has_nothing_to_ask_again(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        make_card(session)
        quiz_id = begin(session, person, question_count=1).id
    with pytest.raises(InputError, match="answered wrong"), write_tx(session):
        quiz_misses(
            session,
            person_id=person.id,
            team_id=own_team(session),
            quiz_id=quiz_id,
            now=NOW,
        )


def test_a_quiz_of_another_team_has_no_misses_for_us(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        make_card(session)
        quiz_id = begin(session, person, question_count=1).id
    with pytest.raises(NotFoundError), write_tx(session):
        quiz_misses(
            session, person_id=person.id + 1, team_id=1, quiz_id=quiz_id, now=NOW
        )
    assert session.scalars(sa.select(sa.func.count(Group.id))).one() == 1
