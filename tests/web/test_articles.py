import io
import re
from collections.abc import Mapping
from datetime import timedelta

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from app.domain.card import Status, Tier
from app.services.run_job import advance_job, end_job, start_job, take_job
from app.store.db import db
from app.store.models import (
    Article,
    Card,
    Claim,
    Document,
    Job,
    JobStatus,
    Person,
    Team,
)
from app.store.writing import write_tx
from tests.factories import (
    count_queries,
    make_article,
    make_card,
    make_review,
    own_team,
)
from tests.support.library import NOW
from tests.support.pages import check_page, csrf_token, get_page, post

DIGEST = """\
Ferries turn electric

Core Insight: Short crossings go electric first because harbours can charge them.[1]

Group 1: Costs
- A battery ferry on the Vessby crossing costs 40% less to run than its forerunner.[2]
- Charging takes 9 minutes at each of the two quays.[2][3]

Group 2: Limits
- Crossings above 60 km stay with diesel until batteries weigh half as much.[4]
"""


def articles(session: Session) -> list[Article]:
    session.rollback()
    return list(session.scalars(sa.select(Article).order_by(Article.id)))


def another_teams(session: Session) -> Article:
    with write_tx(session):
        team = Team(name="Others", created_at=NOW)
        session.add(team)
        session.flush()
        return make_article(session, title="Theirs", team_id=team.id)


def post_large(
    client: FlaskClient, url: str, data: Mapping[str, object]
) -> TestResponse:
    """Post a form without the temporary file that the client would leave open."""
    fields = {"csrf_token": csrf_token(client), **data}
    boundary, body = encode_multipart(fields)
    kind = f"multipart/form-data; boundary={boundary}"
    return client.post(url, data=body, content_type=kind)


# Adding


def test_a_pasted_digest_becomes_an_article_whose_cards_are_to_be_written(
    client: FlaskClient, session: Session
) -> None:
    answer = post(client, "/articles", {"text": DIGEST})
    article = articles(session)[0]
    assert answer.status_code == 303
    assert answer.location == f"/articles/{article.id}"
    assert article.title == "Ferries turn electric"
    job = session.scalars(sa.select(Job)).one()
    assert (job.article_id, job.status, job.total) == (
        article.id,
        JobStatus.QUEUED,
        4,
    )
    html = get_page(client, f"/articles/{article.id}")
    assert "1 article read: 4 claims." in html
    assert f'data-poll="/articles/{article.id}/progress"' in html


def test_line_ends_of_a_text_field_do_not_make_another_article(
    client: FlaskClient, session: Session
) -> None:
    post(client, "/articles", {"text": DIGEST.replace("\n", "\r\n")})
    assert "\r" not in session.scalars(sa.select(Document.text)).one()
    answer = post(client, "/articles", {"text": DIGEST})
    assert answer.location == f"/articles/{articles(session)[0].id}"


def test_a_file_is_told_by_its_content_and_keeps_its_name(
    client: FlaskClient, session: Session
) -> None:
    upload = (io.BytesIO(b"\xef\xbb\xbf" + DIGEST.encode()), "ferries.bin")
    answer = post(client, "/articles", {"file": upload})
    assert answer.status_code == 303
    assert session.scalars(sa.select(Document.name)).one() == "ferries.bin"
    assert articles(session)[0].title == "Ferries turn electric"


def test_the_same_text_again_leads_to_the_stored_article(
    client: FlaskClient, session: Session
) -> None:
    post(client, "/articles", {"text": DIGEST})
    answer = post(client, "/articles", {"text": DIGEST})
    stored = articles(session)
    assert len(stored) == 1
    assert answer.location == f"/articles/{stored[0].id}"
    assert "already here" in get_page(client, answer.location)


def test_a_taken_title_shows_what_another_text_would_change(
    client: FlaskClient, session: Session
) -> None:
    post(client, "/articles", {"text": DIGEST})
    changed = DIGEST.replace("9 minutes", "7 minutes")
    answer = post(client, "/articles", {"text": changed})
    html = answer.get_data(as_text=True)
    assert answer.status_code == 200
    check_page(answer)
    assert "nothing is stored yet" in html
    assert len(articles(session)) == 1


def test_several_digests_in_one_paste_lead_to_the_list(
    client: FlaskClient, session: Session
) -> None:
    other = DIGEST.replace("Ferries turn electric", "Trams return").replace(
        "40%", "20%"
    )
    answer = post(client, "/articles", {"text": f"{DIGEST}\n\n{other}"})
    assert {it.title for it in articles(session)} == {
        "Ferries turn electric",
        "Trams return",
    }
    assert answer.location == "/articles"
    assert "2 articles read" in get_page(client, "/articles")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ({}, "Paste a text, choose a file, or give the address of a page."),
        (
            {"text": " \n "},
            "Paste a text, choose a file, or give the address of a page.",
        ),
        ({"text": "Too short."}, "No claim was found"),
        ({"text": "A\x00B"}, "NUL"),
        ({"file": b""}, "empty"),
        ({"file": b"%PDF-1.7\x00\x01\x02"}, "cut off or broken"),
        ({"file": b"A\x00\x01\x02"}, "NUL byte"),
        ({"file": b"caf\xe9 au lait"}, "not valid UTF-8"),
        ({"text": "Some words", "file": DIGEST.encode()}, "both"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(
    client: FlaskClient, session: Session, data: dict[str, object], says: str
) -> None:
    if isinstance(content := data.get("file"), bytes):
        data = {**data, "file": (io.BytesIO(content), "some.txt")}
    answer = post(client, "/articles", data)
    html = answer.get_data(as_text=True)
    assert answer.status_code == 400
    check_page(answer)
    assert says in html
    if text := str(data.get("text", "")).replace("\x00", "").strip():
        assert text[:1] in html
    assert not articles(session)


def test_too_many_claims_are_refused_with_the_text_kept(
    app: Flask, client: FlaskClient, session: Session
) -> None:
    app.config["MAX_CLAIMS"] = 3
    answer = post(client, "/articles", {"text": DIGEST})
    assert answer.status_code == 400
    assert "PREBRIEF_MAX_CLAIMS" in answer.get_data(as_text=True)
    assert "Charging takes 9 minutes" in answer.get_data(as_text=True)
    assert not articles(session)


def test_a_long_document_passes_where_other_forms_stop(
    app: Flask, client: FlaskClient, session: Session
) -> None:
    blank = "\n" * 600_000
    assert len(blank) > app.config["MAX_CONTENT_LENGTH"]
    assert post_large(client, "/articles", {"text": DIGEST + blank}).status_code == 303
    other = DIGEST.replace("Ferries turn electric", "Trams return") + blank
    upload = FileStorage(io.BytesIO(other.encode()), "long.txt")
    assert post_large(client, "/articles", {"file": upload}).status_code == 303
    kept = session.scalars(sa.select(Document.name).order_by(Document.id)).all()
    assert kept[1:] == ["long.txt"]
    refused = post_large(client, "/articles/samples/delete", {"text": blank})
    assert refused.status_code == 413


def test_a_document_above_the_limit_is_refused(
    app: Flask, client: FlaskClient, session: Session
) -> None:
    app.config["MAX_BYTES"] = 1_000
    upload = (io.BytesIO(b"x" * 1_001), "long.txt")
    answer = post(client, "/articles", {"file": upload})
    assert answer.status_code == 400
    assert "at most 1,000" in answer.get_data(as_text=True)
    longer = FileStorage(io.BytesIO(b"x" * 200_000), "longer.txt")
    assert post_large(client, "/articles", {"file": longer}).status_code == 413


# The list


def test_an_empty_library_says_what_to_do(client: FlaskClient) -> None:
    html = get_page(client, "/articles")
    assert "No articles yet" in html
    assert "Remove the samples" not in html


def test_the_list_counts_what_an_article_holds(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        article = make_article(
            session,
            title="Homes",
            groups=(("Rents fell.", "Prices rose."), ("Few move.",)),
            core_insight="Homes are dear.",
        )
        claim = article.groups[1].claims[0]
        due = make_card(session, claim)
        buried = make_card(session, claim)
        make_card(session, claim)
        make_card(session, claim, status=Status.WAITING)
        make_card(session, claim, status=Status.REJECTED)
        make_card(session, claim, status=Status.RETIRED)
        for card in (due, buried):
            make_review(session, card, at=NOW - timedelta(days=30))
        session.execute(
            sa.text("UPDATE card_states SET buried_until = :until WHERE card_id = :id"),
            {"until": "2026-03-06 04:00:00", "id": buried.id},
        )
    html = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", get_page(client, "/articles")))
    assert "English · 2 groups · 4 claims · 3 cards · 1 waiting" in html
    assert "1 due" in html


def test_the_list_is_read_in_as_many_queries_for_one_article_as_for_many(
    client: FlaskClient, session: Session, app: Flask
) -> None:
    counts = []
    for more in (1, 12):
        with write_tx(session):
            for _ in range(more):
                make_card(session)
        with count_queries(_engine(app)) as statements:
            client.get("/articles")
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 14


def test_the_list_has_pages(client: FlaskClient, session: Session) -> None:
    with write_tx(session):
        first = make_article(session, title="The very first")
        for _ in range(50):
            make_article(session)
    html = get_page(client, "/articles")
    assert "The very first" not in html
    older = re.search(r'href="(/articles\?before=\d+)"', html)
    assert older
    html = get_page(client, older.group(1))
    assert f'href="/articles/{first.id}"' in html
    assert "Older" not in html
    assert "No older articles" in get_page(client, f"/articles?before={first.id}")


def test_samples_are_marked_and_removed_in_one_click(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        make_article(session, title="A sample", is_sample=True)
        make_article(session, title="My own")
    html = get_page(client, "/articles")
    assert html.count(">sample<") == 1
    answer = post(client, "/articles/samples/delete")
    assert answer.location == "/articles"
    assert [it.title for it in articles(session)] == ["My own"]
    assert "1 article" in get_page(client, "/articles")


# One article


def test_each_claim_stands_beside_its_place_in_the_source(
    client: FlaskClient, session: Session
) -> None:
    post(client, "/articles", {"text": DIGEST})
    article = articles(session)[0]
    html = get_page(client, f"/articles/{article.id}")
    for claim in session.scalars(sa.select(Claim)):
        assert f'id="claim-{claim.id}"' in html
        assert f'href="#source-{claim.id}"' in html
        marked = re.search(
            rf'<mark id="source-{claim.id}"><a href="#claim-{claim.id}">(.*?)</a>',
            html,
            re.DOTALL,
        )
        assert marked
        assert marked.group(1) == DIGEST[claim.start : claim.end]
    assert "[2, 3]" in html
    assert "Core insight" in html
    assert "Group 2: Limits" in html


def test_an_article_of_a_larger_document_shows_its_own_text(
    client: FlaskClient, session: Session
) -> None:
    other = DIGEST.replace("Ferries turn electric", "电车回来了 🚋").replace(
        "Vessby", "Nyholm"
    )
    post(client, "/articles", {"text": f"{other}\n\n{DIGEST}"})
    ferries = next(it for it in articles(session) if it.title.startswith("Ferries"))
    html = get_page(client, f"/articles/{ferries.id}")
    assert "Nyholm" not in html
    for claim in session.scalars(
        sa.select(Claim).where(Claim.group_id.in_([it.id for it in ferries.groups]))
    ):
        marked = re.search(
            rf'<mark id="source-{claim.id}"><a [^>]*>(.*?)</a>', html, re.DOTALL
        )
        assert marked
        assert re.sub(r"\[\d+\]", "", marked.group(1)) == claim.text


def test_cards_show_where_they_stand_and_what_can_be_done(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        article = make_article(session)
        claim = article.groups[0].claims[0]
        ids = {
            status: make_card(session, claim, status=status).id
            for status in (
                Status.KEPT,
                Status.SUSPENDED,
                Status.WAITING,
                Status.REJECTED,
                Status.RETIRED,
            )
        }
    html = get_page(client, f"/articles/{article.id}")
    moves = {
        Status.KEPT: {"suspend", "delete"},
        Status.SUSPENDED: {"keep", "delete"},
        Status.WAITING: {"keep", "reject", "delete"},
        Status.REJECTED: {"return"},
        Status.RETIRED: set(),
    }
    for status, card_id in ids.items():
        found = set(re.findall(rf'action="/cards/{card_id}/(\w+)"', html))
        assert found == moves[status], status
    assert "1 rejected card" in html
    assert f'href="/cards/new?claim={claim.id}&amp;next=' in html


def test_an_uncovered_claim_says_why_until_a_card_asks_for_it(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        article = make_article(session)
        claim = article.groups[0].claims[0]
        claim.uncovered_reason = "It names no fact."
        claim.notes = ["From 60 to 30 is a fall by half."]
        make_card(session, claim, status=Status.WAITING, tier=Tier.SUGGESTED)
    html = get_page(client, f"/articles/{article.id}")
    assert "It names no fact." in html
    assert "From 60 to 30 is a fall by half." in html
    with write_tx(session):
        make_card(session, session.get_one(Claim, claim.id))
    assert "It names no fact." not in get_page(client, f"/articles/{article.id}")


def test_an_article_is_read_in_as_many_queries_for_10_claims_as_for_200(
    client: FlaskClient, session: Session, app: Flask
) -> None:
    counts = []
    for claims in (10, 200):
        with write_tx(session):
            article = make_article(
                session,
                groups=[
                    [f"Statement {claims}, {g}, {c}." for c in range(claims // 10)]
                    for g in range(10)
                ],
            )
            for group in article.groups:
                for claim in group.claims:
                    make_card(session, claim, status=Status.WAITING)
        with count_queries(_engine(app)) as statements:
            client.get(f"/articles/{article.id}")
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 22


def test_a_long_article_has_pages_and_opens_at_a_claim(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        article = make_article(
            session, groups=[[f"Statement {c}." for c in range(250)], ["The last."]]
        )
        last = article.groups[1].claims[0]
        make_card(session, last)
    first_page = get_page(client, f"/articles/{article.id}")
    assert first_page.count('class="claim"') == 200
    assert f'id="claim-{last.id}"' not in first_page
    html = get_page(client, f"/articles/{article.id}?claim={last.id}")
    assert html.count('class="claim"') == 51
    assert f'id="source-{last.id}"' in html
    assert f'value="/articles/{article.id}?claim={last.id}#claim-{last.id}"' in html
    assert "Page 2 of 2" in get_page(client, f"/articles/{article.id}?page=99")


@pytest.mark.parametrize("query", ["page=0", "page=-5", "page=x", "claim=9999"])
def test_an_odd_page_number_opens_the_first_page(
    client: FlaskClient, session: Session, query: str
) -> None:
    with write_tx(session):
        article = make_article(session)
    get_page(client, f"/articles/{article.id}?{query}")


def test_another_teams_article_does_not_exist(
    client: FlaskClient, session: Session
) -> None:
    theirs = another_teams(session)
    get_page(client, f"/articles/{theirs.id}", status=404)
    assert client.get(f"/articles/{theirs.id}/progress").status_code == 404
    for verb in ("write", "cancel", "delete"):
        answer = post(client, f"/articles/{theirs.id}/{verb}")
        assert answer.status_code == 404, verb
    assert [it.title for it in articles(session)] == ["Theirs"]
    assert "Theirs" not in get_page(client, "/articles")


def test_a_missing_article_and_a_wrong_method_are_told(client: FlaskClient) -> None:
    get_page(client, "/articles/77", status=404)
    assert client.get("/articles/77/delete").status_code == 405


def test_deleting_says_what_is_lost_and_takes_all_of_it(
    client: FlaskClient, session: Session
) -> None:
    with write_tx(session):
        card = make_card(session)
        make_review(session, card)
        article_id = card.claim.group.article_id
    html = get_page(client, f"/articles/{article_id}")
    assert "its 1 card and their 1 review will be deleted" in html
    answer = post(client, f"/articles/{article_id}/delete")
    assert answer.location == "/articles"
    assert not articles(session)
    assert not session.scalars(sa.select(Card)).all()
    get_page(client, f"/articles/{article_id}", status=404)


# The writing of its cards


def job_of(session: Session, person: Person) -> Job:
    with write_tx(session):
        article = make_article(session, groups=(("One fell.", "Two rose."),))
        job_id = start_job(
            session,
            team_id=own_team(session),
            person_id=person.id,
            article_id=article.id,
            now=NOW,
        )
    return session.get_one(Job, job_id)


def test_progress_is_followed_until_the_end(
    client: FlaskClient, session: Session, person: Person
) -> None:
    job = job_of(session, person)
    url = f"/articles/{job.article_id}/progress"
    assert client.get(url).json == {
        "done": 0,
        "total": 2,
        "status": "queued",
        "message": "Waiting for the card writer to begin.",
    }
    with write_tx(session):
        take_job(session, job_id=job.id, now=NOW)
        advance_job(session, job_id=job.id, written=1, now=NOW)
    got = client.get(url).json
    assert got is not None
    assert (got["done"], got["status"]) == (1, "running")
    assert "Writing cards: claims done" in get_page(client, "/articles")
    with write_tx(session):
        advance_job(session, job_id=job.id, written=1, now=NOW)
    got = client.get(url).json
    assert got is not None
    assert (got["done"], got["status"]) == (2, "running")
    assert "in other articles" in got["message"]
    with write_tx(session):
        end_job(session, job_id=job.id, status=JobStatus.DONE, now=NOW)
    got = client.get(url).json
    assert got is not None
    assert got["status"] == "done"


def test_stopping_and_going_on(
    client: FlaskClient, session: Session, person: Person
) -> None:
    job = job_of(session, person)
    page = f"/articles/{job.article_id}"
    assert "Stop writing" in get_page(client, page)
    assert post(client, f"{page}/cancel").location == page
    html = get_page(client, page)
    assert "Writing cards was stopped. 2 claims have no cards yet." in html
    assert post(client, f"{page}/write").location == page
    session.rollback()
    jobs = session.scalars(sa.select(Job).order_by(Job.created_at)).all()
    assert sorted(job.status for job in jobs) == [
        JobStatus.CANCELLED,
        JobStatus.QUEUED,
    ]


def test_a_running_job_stops_after_the_claims_in_hand(
    client: FlaskClient, session: Session, person: Person
) -> None:
    job = job_of(session, person)
    with write_tx(session):
        take_job(session, job_id=job.id, now=NOW)
    post(client, f"/articles/{job.article_id}/cancel")
    html = get_page(client, f"/articles/{job.article_id}")
    assert "Stopping after" in html
    assert "Stop writing" not in html


def test_a_failure_is_told_with_its_reason(
    client: FlaskClient, session: Session, person: Person
) -> None:
    job = job_of(session, person)
    with write_tx(session):
        end_job(
            session,
            job_id=job.id,
            status=JobStatus.FAILED,
            now=NOW,
            reason="It took too long.",
        )
    html = get_page(client, f"/articles/{job.article_id}")
    assert "It took too long." in html
    assert "Write the missing cards" in html


def _engine(app: Flask) -> Engine:
    with app.app_context():
        return db.engine
