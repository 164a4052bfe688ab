from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.services.run_job import start_job
from app.store.models import CardState, Claim, Document, Job, JobStatus, Person
from app.store.queries.articles import (
    Loss,
    article_lines,
    claims_from,
    latest_job,
    loss_of,
    place_of_claim,
    source_text,
)
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review, own_team
from tests.support.library import NOW


def test_claims_are_found_by_their_place_in_reading_order(session: Session) -> None:
    with write_tx(session):
        article = make_article(
            session, groups=(("B.", "C."), ("D.",)), core_insight="A."
        )
        elsewhere = make_article(session).groups[0].claims[0].id
    texts = [it.text for it in claims_from(session, article.id, place=0, limit=9)]
    assert texts == ["A.", "B.", "C.", "D."]
    third = claims_from(session, article.id, place=2, limit=1)
    assert [it.text for it in third] == ["C."]
    assert third[0].group.position == 1
    assert place_of_claim(session, article.id, third[0].id) == 2
    assert place_of_claim(session, article.id, elsewhere) == 0


def test_a_source_text_counts_code_points(session: Session) -> None:
    with write_tx(session):
        article = make_article(session)
        session.get_one(Document, article.document_id).text = "a🚋字\r\nb"
    part = source_text(session, article, start=1, end=5)
    assert part == "🚋字\r\n"
    assert source_text(session, article, start=5, end=5) == ""


def test_only_what_the_person_can_answer_now_is_due(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        claim = make_article(session).groups[0].claims[0]
        due, suspended, buried = (make_card(session, claim) for _ in range(3))
        make_card(session, claim)
        for card in (due, suspended, buried):
            make_review(session, card, at=NOW - timedelta(days=90))
        suspended.status = Status.SUSPENDED
        states = {it.card_id: it for it in session.scalars(sa.select(CardState))}
        states[suspended.id].is_active = False
        states[buried.id].buried_until = NOW + timedelta(hours=1)

    def line(person_id: int) -> tuple[int, int, int]:
        found = article_lines(
            session,
            team_id=own_team(session),
            person_id=person_id,
            now=NOW,
            before=None,
            limit=5,
        )[0]
        return found.kept, found.waiting, found.due

    assert line(person.id) == (3, 0, 1)
    assert line(person.id + 1) == (3, 0, 0)


def test_the_newest_job_is_the_one_that_counts(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        article = make_article(session)
        ids = []
        for minutes in (0, 1):
            job_id = start_job(
                session,
                team_id=own_team(session),
                person_id=person.id,
                article_id=article.id,
                now=NOW + timedelta(minutes=minutes),
            )
            session.get_one(Job, job_id).status = JobStatus.CANCELLED
            ids.append(job_id)
    job = latest_job(session, article.id)
    assert job is not None
    assert job.id == ids[1] != ids[0]


def test_deleted_cards_are_no_loss_but_their_reviews_are(session: Session) -> None:
    with write_tx(session):
        article = make_article(session)
        claim: Claim = article.groups[0].claims[0]
        kept, deleted = make_card(session, claim), make_card(session, claim)
        make_card(session, claim, status=Status.WAITING)
        for card in (kept, deleted):
            make_review(session, card)
        deleted.status = Status.RETIRED
        make_review(session, make_card(session))
    assert loss_of(session, article.id) == Loss(cards=2, reviews=2)
