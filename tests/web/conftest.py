"""A library with one of everything, so that no page is looked at empty."""

from dataclasses import dataclass
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from app.domain.article import DocumentKind
from app.domain.card import Status
from app.services.run_job import start_job
from app.services.start_quiz import start_quiz
from app.services.start_reading import start_reading
from app.services.tokens import issue_token
from app.store.models import Person, Quiz
from app.store.queries.people import tokens_of
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review, own_team
from tests.support.library import NOW


@dataclass(frozen=True)
class Filled:
    """The ids of what there is, named as the routes name them."""

    article_id: int
    group_id: int
    claim_id: int
    card_id: int
    quiz_id: int
    number: int
    job_id: UUID
    token: str
    token_id: int


@pytest.fixture
def filled(session: Session, person: Person) -> Filled:
    """Fill the library: an article with waiting and kept cards, reviews, a quiz."""
    with write_tx(session):
        article = make_article(
            session,
            title="Offices & “rents” <2026>",
            core_insight="Offices stand empty because people work at home.",
            groups=(
                ("Rents fell by 4% in 2024.", "Banks lent $3bn in March."),
                ("Owners wait for lower rates.",),
            ),
        )
        claims = [claim for group in article.groups for claim in group.claims]
        cards = [make_card(session, claim) for claim in claims]
        for number, card in enumerate(cards[:2]):
            make_review(session, card, number=number)
        make_card(session, claims[0], status=Status.WAITING)
        make_card(session, claims[1], status=Status.SUSPENDED)
        start_job(
            session,
            team_id=article.team_id,
            person_id=person.id,
            article_id=article.id,
            now=NOW,
        )
        job_id = start_reading(
            session,
            team_id=article.team_id,
            person_id=person.id,
            name="A long <report>",
            text="Rents fell by 4% in 2024.",
            kind=DocumentKind.TEXT,
            url=None,
            article_id=None,
            revise=False,
            now=NOW,
        )
        token = issue_token(
            session,
            person_id=person.id,
            team_id=own_team(session),
            name="script",
            may_write=True,
            now=NOW,
        )
        quiz = _quiz(session, person)
        return Filled(
            article_id=article.id,
            group_id=claims[0].group_id,
            claim_id=claims[0].id,
            card_id=cards[0].id,
            quiz_id=quiz.id,
            number=1,
            job_id=job_id,
            token=token,
            token_id=tokens_of(session, person.id)[0].id,
        )


def _quiz(session: Session, person: Person) -> Quiz:
    return start_quiz(
        session,
        person_id=person.id,
        team_id=own_team(session),
        minutes=None,
        question_count=2,
        now=NOW,
    )
