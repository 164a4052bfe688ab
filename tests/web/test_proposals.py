import re
from dataclasses import replace

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.domain.card import CardDraft, Kind, Origin, Status, Tier, Written
from app.services.propose_cards import store_proposal
from app.services.run_job import end_job
from app.store.models import Card, Job, JobKind, JobStatus
from app.store.queries.proposals import has_proposal
from app.store.queries.writing import article_to_rewrite
from app.store.writing import write_tx
from tests.factories import (
    make_article,
    make_card,
    make_draft,
    make_review,
    own_team,
)
from tests.support.library import NOW
from tests.support.pages import get_page, post

RENTS = make_draft(
    "Rents fell by […] in 2024.", "4%", explanation="Rents fell by 4% in 2024."
)
RENTS_ANEW = replace(RENTS, question="In 2024, rents fell by […].")
YEAR = replace(
    RENTS, kind=Kind.CLOZE, question="Rents fell by 4% in […].", answer="2024"
)


@pytest.fixture
def article_id(session: Session) -> int:
    """An article of one claim with a kept card of an older writer."""
    with write_tx(session):
        claim = make_article(session, title="Rents").groups[0].claims[0]
        claim.written_with = "7"
        make_card(
            session,
            claim,
            origin=Origin.RULES,
            kind=Kind.NUMERIC,
            question=RENTS.question,
            answer=RENTS.answer,
        )
        return claim.group.article_id


def propose(session: Session, article_id: int, *drafts: CardDraft) -> None:
    with write_tx(session):
        _, claims = article_to_rewrite(session, article_id)
        store_proposal(
            session,
            team_id=own_team(session),
            article_id=article_id,
            claims=claims,
            written=Written(drafts, (), ()),
            writer_version="8",
            now=NOW,
        )


def jobs(session: Session) -> list[tuple[JobKind, JobStatus]]:
    session.rollback()
    rows = session.execute(sa.select(Job.kind, Job.status).order_by(Job.created_at))
    return [(row.kind, row.status) for row in rows]


def questions(session: Session) -> dict[str, Status]:
    session.rollback()
    rows = session.execute(sa.select(Card.question, Card.status))
    return {row.question: row.status for row in rows}


def seen_on(html: str) -> str:
    found = re.search(r'name="seen" value="(\w+)"', html)
    assert found
    return found.group(1)


def test_an_article_leads_to_writing_its_cards_anew(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    url = f"/articles/{article_id}/anew"
    assert f'href="{url}"' in get_page(client, f"/articles/{article_id}")
    assert "would change before anything does" in get_page(client, url)
    assert post(client, url).location == url
    assert jobs(session) == [(JobKind.PROPOSAL, JobStatus.QUEUED)]
    html = get_page(client, url)
    assert f'data-poll="{url}/progress"' in html
    assert client.get(f"{url}/progress").json == {
        "done": 0,
        "total": 1,
        "status": "queued",
        "message": "Waiting for the card writer to begin.",
    }
    # The article's own progress is another.
    assert "data-poll" not in get_page(client, f"/articles/{article_id}")
    post(client, f"{url}/cancel")
    assert jobs(session) == [(JobKind.PROPOSAL, JobStatus.CANCELLED)]
    assert "every card is as it was" in get_page(client, url)


def test_a_writing_that_failed_says_why(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    url = f"/articles/{article_id}/anew"
    post(client, url)
    with write_tx(session):
        job_id = session.scalars(sa.select(Job.id)).one()
        reason = "It took too long."
        end_job(session, job_id=job_id, status=JobStatus.FAILED, now=NOW, reason=reason)
    assert reason in get_page(client, url)


def test_what_would_change_stands_beside_what_stays(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    with write_tx(session):
        claim = session.get_one(Card, 1).claim
        make_review(session, make_card(session, claim, question="What fell?"))
        for question in ("Rents fell […].", "Rents […] by 4%."):
            make_card(
                session,
                claim,
                origin=Origin.RULES,
                status=Status.REJECTED if "by" in question else Status.WAITING,
                question=question,
                answer="in 2024" if "by" in question else "much",
            )
    suggested = replace(YEAR, tier=Tier.SUGGESTED, doubt="the question is long.")
    anew = replace(RENTS_ANEW, choices=("3%", "4%", "6%"))
    propose(session, article_id, anew, suggested)
    html = get_page(client, f"/articles/{article_id}/anew")
    titles = re.findall(r'id="cards-(\w+)">(\w+) <span class="soft">\((\d)\)', html)
    assert titles == [
        ("added", "Added", "1"),
        ("replaced", "Replaced", "1"),
        ("removed", "Removed", "1"),
    ]
    assert "<ins>In 2024, rents</ins> fell by" in html
    assert "<del>Rents</del> fell by" in html
    assert "Only suggested: the question is long." in html
    assert "Options: new." in html
    assert "2 cards stay as they are" in html
    assert "Stays: it is your own." in html
    assert "Stays: you rejected it." in html
    assert questions(session)[RENTS.question] is Status.KEPT


def test_a_yes_takes_it_and_a_no_leaves_it(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    url = f"/articles/{article_id}/anew"
    propose(session, article_id, RENTS_ANEW, YEAR)
    post(client, f"{url}/drop")
    assert not has_proposal(session, article_id)
    assert list(questions(session)) == [RENTS.question]
    propose(session, article_id, RENTS_ANEW, YEAR)
    seen = seen_on(get_page(client, url))
    answer = post(client, f"{url}/take", {"seen": seen})
    assert answer.location == f"/articles/{article_id}"
    assert questions(session) == {
        RENTS_ANEW.question: Status.KEPT,
        YEAR.question: Status.WAITING,
    }
    html = get_page(client, f"/articles/{article_id}")
    assert "Cards added: 1; replaced: 1; removed: 0." in html
    # Its cards are compared with other articles' by the worker.
    assert jobs(session) == [(JobKind.CARDS, JobStatus.QUEUED)]


def test_a_yes_to_what_is_no_longer_so_takes_nothing_and_shows_it_anew(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    url = f"/articles/{article_id}/anew"
    propose(session, article_id, RENTS_ANEW)
    seen = seen_on(get_page(client, url))
    with write_tx(session):
        make_review(session, session.get_one(Card, 1))
    assert post(client, f"{url}/take", {"seen": seen}).location == url
    assert list(questions(session)) == [RENTS.question]
    html = get_page(client, url)
    assert "Something was changed or answered" in html
    assert "Nothing would change" in html
    assert "Stays: it has been answered." in html
    post(client, f"{url}/drop")
    assert post(client, f"{url}/take", {"seen": seen}).location == url
    assert list(questions(session)) == [RENTS.question]


def test_cards_that_are_being_written_are_not_written_anew_as_well(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    post(client, f"/articles/{article_id}/write")
    post(client, f"/articles/{article_id}/anew")
    assert jobs(session) == [(JobKind.CARDS, JobStatus.QUEUED)]
    html = get_page(client, f"/articles/{article_id}/anew")
    assert "are being written; wait" in html


@pytest.mark.parametrize("part", ["", "/take", "/drop", "/cancel"])
def test_an_article_that_is_not_there_is_not_written_anew(
    client: FlaskClient, session: Session, part: str
) -> None:
    assert client.get("/articles/99/anew").status_code == 404
    assert client.get("/articles/99/anew/progress").status_code == 404
    assert post(client, f"/articles/99/anew{part}").status_code == 404
