"""A library that has been used in every way that an export must keep."""

from datetime import timedelta

from sqlalchemy.orm import Session

from app.domain.card import Kind, Status
from app.domain.memory.settings import SchedulerSettings
from app.domain.review import Mode, Rating
from app.services.answer_question import answer_question
from app.services.bury_card import bury_card
from app.services.change_settings import change_preferences, change_settings
from app.services.keep_cards import delete_cards, suspend_cards
from app.services.rebuild_library import rebuild_states
from app.services.start_quiz import start_quiz
from app.services.undo_review import undo_review
from app.store.models import Card, Person, Theme
from app.store.queries.people import local_person, scheduler_settings
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review, own_team, review_id
from tests.support.library import NOW

REVIEWS = 11


def live_in(session: Session) -> None:
    """Fill a fresh library with articles, cards of every status, a log and a quiz."""
    with write_tx(session):
        person = local_person(session)
        assert person is not None
        english = make_article(
            session,
            title="Housing: what rents say",
            groups=(("Rents fell by 4%.", "=1+1 is 2, as they say."), ("Few move.",)),
            core_insight="Homes are dear.",
        )
        chinese = make_article(
            session, title="利率", groups=(("利率下降了25个基点。",),), language="zh"
        )
        claims = [it for a in (english, chinese) for g in a.groups for it in g.claims]
        for claim in claims[:3]:
            claim.written_with = "1"
        claims[2].uncovered_reason = "It states no fact to ask for."
        cards = [make_card(session, claim) for claim in claims]
        cards += [
            make_card(session, claims[0], status=status, is_ticked=status in "waiting")
            for status in (Status.WAITING, Status.REJECTED, Status.STALE)
        ]
        cards.append(
            make_card(
                session,
                claims[1],
                kind=Kind.NUMERIC,
                context="In 2024.",
                answer="4%",
                choices=["4%", "5%"],
                statement_text="It fell by 5%.",
                statement_true=False,
                statement_changed="4% became 5%.",
                written_with="1",
            )
        )
        _answer(session, cards)
        _take_quiz(session, person)
        suspend_cards(session, team_id=own_team(session), card_ids=[4], now=NOW)
        delete_cards(session, team_id=own_team(session), card_ids=[5], now=NOW)
        bury_card(session, person=person, card_id=cards[2].id, now=NOW)
        _set_up(session, person)


def _answer(session: Session, cards: list[Card]) -> None:
    """Add ten reviews, one of them late and one in practice, and take one back."""
    ratings = [Rating.GOOD, Rating.EASY, Rating.AGAIN, Rating.HARD]
    for number in range(8):
        card = cards[number % 3]
        at = NOW + timedelta(days=number // 3 * 4, minutes=number)
        rating = ratings[number % 4]
        make_review(session, card, rating=rating, at=at, number=number)
    late = NOW - timedelta(days=2)
    make_review(session, cards[0], at=late, number=8)
    practised = NOW + timedelta(days=9)
    make_review(session, cards[1], at=practised, number=9, mode=Mode.PRACTICE)
    undo_review(
        session,
        person_id=1,
        review_id=review_id(4),
        settings=SchedulerSettings(),
        now=NOW + timedelta(days=10),
    )


def _take_quiz(session: Session, person: Person) -> None:
    """Answer the first of two questions."""
    quiz = start_quiz(
        session,
        person_id=person.id,
        team_id=own_team(session),
        minutes=None,
        question_count=2,
        now=NOW + timedelta(days=11),
    )
    answer_question(
        session,
        person=person,
        team_id=own_team(session),
        quiz_id=quiz.id,
        position=0,
        response=None,
        is_unsure=False,
        shown_at=None,
        now=NOW + timedelta(days=11, minutes=1),
    )


def _set_up(session: Session, person: Person) -> None:
    change_preferences(
        session,
        person=person,
        timezone="Asia/Kathmandu",
        day_start_hour=3,
        new_per_day=7,
        reviews_per_day=70,
        studies_without_asking=True,
        theme=Theme.DARK,
        uses_shortcuts=False,
    )
    change_settings(
        session,
        person_id=person.id,
        settings=SchedulerSettings(desired_retention=0.85),
        now=NOW + timedelta(days=12),
    )
    rebuild_states(
        session,
        person_id=person.id,
        settings=scheduler_settings(session, person.id),
    )
