import re
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.jobs.run import run_job
from app.store.models import Article, Document, Job, JobStatus, Team
from app.store.writing import write_tx
from app.web.articles.adding import LONG
from tests.support.library import NOW
from tests.support.pages import get_page, post

FACTS = "\n".join(
    f"- Rents in district {n} rose by {n % 40}%. [1]" for n in range(1_000)
)
TEXT = f"Rents of a long year\n\nGroup 1: Districts\n{FACTS}"


def paste(client: FlaskClient, text: str = TEXT) -> UUID:
    response = post(client, "/articles", {"text": text})
    assert response.status_code == 303
    found = re.fullmatch(r"/articles/readings/([0-9a-f-]{36})", response.location)
    assert found, response.location
    return UUID(found[1])


def test_a_long_paste_waits_for_the_worker(
    client: FlaskClient, session: Session
) -> None:
    assert len(TEXT) > LONG
    job_id = paste(client)
    assert session.scalars(sa.select(Article.id)).all() == []
    page = get_page(client, f"/articles/readings/{job_id}")
    assert "Waiting to be read." in page
    assert "Stop reading" in page
    progress = client.get(f"/articles/readings/{job_id}/progress").get_json()
    assert progress["status"] == "queued"
    assert f"/articles/readings/{job_id}" in get_page(client, "/articles")


def test_once_it_is_read_the_page_leads_to_its_article(
    client: FlaskClient, app: Flask, session: Session
) -> None:
    job_id = paste(client)
    with app.app_context():
        run_job(job_id)
    response = client.get(f"/articles/readings/{job_id}")
    article_id = session.scalars(sa.select(Article.id)).one()
    assert response.location == f"/articles/{article_id}"
    assert str(job_id) not in get_page(client, "/articles")


def test_a_reading_is_stopped_and_forgotten(
    client: FlaskClient, session: Session
) -> None:
    job_id = paste(client)
    home = f"/articles/readings/{job_id}"
    assert post(client, f"{home}/cancel").location == home
    assert "Stopped; nothing was imported." in get_page(client, home)
    assert post(client, f"{home}/drop").location == "/articles"
    assert client.get(home).status_code == 404
    assert session.scalars(sa.select(Document.id)).all() == []


def test_a_text_that_was_refused_says_why(
    client: FlaskClient, app: Flask, session: Session
) -> None:
    job_id = paste(client, "What? Why? Who?\n" * 4_000)
    with app.app_context():
        run_job(job_id)
    page = get_page(client, f"/articles/readings/{job_id}")
    assert "No claim was found in the text" in page
    assert "Forget this document" in page


def test_a_changed_text_leads_to_the_revisions_of_its_article_and_may_become_one(
    client: FlaskClient, app: Flask, session: Session
) -> None:
    with app.app_context():
        run_job(paste(client))
        job_id = paste(client, TEXT.replace("district 1 rose", "district 1 fell"))
        home = f"/articles/readings/{job_id}"
        run_job(job_id)
        article_id = session.scalars(sa.select(Article.id)).one()
        page = get_page(client, home)
        assert "is already here with other text; nothing was imported." in page
        assert f'href="/articles/{article_id}/revisions"' in page
        assert post(client, f"{home}/revise").location == home
        assert "Waiting to be read." in get_page(client, home)
        run_job(job_id)
    assert client.get(home).location == f"/articles/{article_id}"
    session.rollback()
    assert session.get_one(Article, article_id).revision == 2
    assert post(client, f"{home}/revise").status_code == 404


def test_a_text_refused_for_something_else_is_offered_as_no_revision(
    client: FlaskClient, app: Flask, session: Session
) -> None:
    with app.app_context():
        run_job(paste(client))
        article_id = session.scalars(sa.select(Article.id)).one()
        text = {"text": "What? Why? Who?\n" * 4_000}
        home = post(client, f"/articles/{article_id}/revisions", text).location
        run_job(UUID(home.rsplit("/", 1)[1]))
    page = get_page(client, home)
    assert "No claim was found" in page
    assert "Take it as a new revision" not in page
    assert post(client, f"{home}/revise").status_code == 404


@pytest.mark.parametrize("end", ["", "/progress"])
def test_a_reading_of_another_team_or_of_nobody_is_not_found(
    client: FlaskClient, session: Session, end: str
) -> None:
    job_id = paste(client)
    with write_tx(session):
        other = Team(name="Other", created_at=NOW)
        session.add(other)
        session.flush()
        session.get_one(Job, job_id).team_id = other.id
    for id_ in (job_id, uuid4()):
        assert client.get(f"/articles/readings/{id_}{end}").status_code == 404
    assert post(client, f"/articles/readings/{job_id}/cancel").status_code == 404
    assert post(client, f"/articles/readings/{job_id}/drop").status_code == 404
    assert post(client, f"/articles/readings/{job_id}/revise").status_code == 404
    session.expire_all()
    assert session.get_one(Job, job_id).status is JobStatus.QUEUED
