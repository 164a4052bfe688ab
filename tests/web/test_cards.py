import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.domain.card import GAP, Kind, Status
from app.services.edit_card import MAX_LENGTH
from app.store.models import Article, Card, Claim, Team
from app.store.writing import write_tx
from tests.factories import make_article, make_card
from tests.support.library import NOW
from tests.support.pages import check_page, get_page, post


def kept_card(session: Session, **over: object) -> tuple[int, str]:
    """Add a card; give its id and the address of its claim."""
    with write_tx(session):
        card = make_card(session, **over)  # type: ignore[arg-type] # columns
        claim = card.claim
        home = f"/articles/{claim.group.article_id}"
        return card.id, f"{home}?claim={claim.id}#claim-{claim.id}"


def load(session: Session, card_id: int) -> Card:
    session.rollback()
    return session.get_one(Card, card_id)


def anothers_card(session: Session) -> Card:
    with write_tx(session):
        team = Team(name="Others", created_at=NOW)
        session.add(team)
        session.flush()
        article = make_article(session, team_id=team.id)
        return make_card(session, article.groups[0].claims[0])


# Editing


def test_the_form_shows_the_words_the_claim_and_the_way_back(
    client: FlaskClient, session: Session
) -> None:
    card_id, home = kept_card(
        session, question="What <fell>?", answer="Rents", context="In 2024."
    )
    html = get_page(client, f"/cards/{card_id}/edit?next=/inbox?after=3%23card-4")
    for words in ("What &lt;fell&gt;?", "Rents", "In 2024.", "Rents fell by 4%"):
        assert words in html
    assert 'name="next" value="/inbox?after=3#card-4"' in html
    assert f'href="{home}"' in html


def test_saving_changes_the_words_and_goes_back(
    client: FlaskClient, session: Session
) -> None:
    card_id, home = kept_card(session)
    words = {"question": " What\r\nfell? ", "answer": "Rents", "context": ""}
    answer = post(client, f"/cards/{card_id}/edit", words)
    assert (answer.status_code, answer.location) == (303, home)
    card = load(session, card_id)
    assert (card.question, card.answer, card.context) == ("What\nfell?", "Rents", None)
    answer = post(client, f"/cards/{card_id}/edit", {**words, "next": "/inbox#card-7"})
    assert answer.location == "/inbox#card-7"
    answer = post(client, f"/cards/{card_id}/edit", {**words, "next": "//evil.example"})
    assert answer.location == home


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"question": " "}, "The question is empty."),
        ({"answer": ""}, "The answer is empty."),
        ({"question": "x" * (MAX_LENGTH + 1)}, "at most 2,000 fit"),
        ({"context": "x" * (MAX_LENGTH + 1)}, "The context has 2,001 characters"),
        ({"answer": "a\x00b"}, "U+0000 at place 2"),
    ],
)
def test_words_that_do_not_fit_are_refused_and_kept(
    client: FlaskClient, session: Session, words: dict[str, str], says: str
) -> None:
    card_id, _ = kept_card(session, question="Before?")
    sent = {"question": "After?", "answer": "Typed", "context": "", "next": "/inbox"}
    answer = post(client, f"/cards/{card_id}/edit", {**sent, **words})
    html = answer.get_data(as_text=True)
    assert answer.status_code == 400
    check_page(answer)
    assert says in html
    assert "Typed" in html or "answer" in words
    assert 'name="next" value="/inbox"' in html
    assert load(session, card_id).question == "Before?"


def test_a_cloze_keeps_its_gap(client: FlaskClient, session: Session) -> None:
    card_id, _ = kept_card(session, kind=Kind.CLOZE, question=f"Rents {GAP}.")
    sent = {"question": "Rents fell.", "answer": "fell", "context": ""}
    answer = post(client, f"/cards/{card_id}/edit", sent)
    assert answer.status_code == 400
    assert "exactly once" in answer.get_data(as_text=True)


def test_a_deleted_or_foreign_card_does_not_exist(
    client: FlaskClient, session: Session
) -> None:
    deleted, _ = kept_card(session, status=Status.RETIRED)
    words = {"question": "What?", "answer": "That", "context": ""}
    for card_id in (deleted, anothers_card(session).id, 999):
        get_page(client, f"/cards/{card_id}/edit", status=404)
        assert post(client, f"/cards/{card_id}/edit", words).status_code == 404
        for move in ("keep", "suspend", "reject", "return", "delete"):
            answer = post(client, f"/cards/{card_id}/{move}")
            assert answer.status_code == 404, move
    assert client.get("/cards/1/suspend").status_code == 405
    assert post(client, "/cards/1/burn").status_code == 404


# Moving


@pytest.mark.parametrize(
    ("before", "move", "after"),
    [
        (Status.KEPT, "suspend", Status.SUSPENDED),
        (Status.SUSPENDED, "keep", Status.KEPT),
        (Status.WAITING, "keep", Status.KEPT),
        (Status.WAITING, "reject", Status.REJECTED),
        (Status.REJECTED, "return", Status.WAITING),
        (Status.KEPT, "delete", Status.RETIRED),
    ],
)
def test_a_move_is_made_and_goes_back(
    client: FlaskClient, session: Session, before: Status, move: str, after: Status
) -> None:
    card_id, home = kept_card(session, status=before)
    answer = post(client, f"/cards/{card_id}/{move}")
    assert (answer.status_code, answer.location) == (303, home)
    assert load(session, card_id).status is after


def test_a_move_that_does_not_fit_is_refused(
    client: FlaskClient, session: Session
) -> None:
    card_id, _ = kept_card(session)
    answer = post(client, f"/cards/{card_id}/reject")
    assert answer.status_code == 409
    check_page(answer)
    assert load(session, card_id).status is Status.KEPT


# Adding


def own_article(session: Session) -> tuple[Article, Claim]:
    with write_tx(session):
        article = make_article(session)
        return article, article.groups[0].claims[0]


def test_a_card_is_added_to_a_claim_and_kept(
    client: FlaskClient, session: Session
) -> None:
    article, claim = own_article(session)
    url = f"/cards/new?claim={claim.id}"
    assert "Rents fell by 4%" in get_page(client, url)
    words = {"question": "What fell?", "answer": "Rents", "context": "In 2024."}
    answer = post(client, url, words)
    home = f"/articles/{article.id}"
    assert answer.location == f"{home}?claim={claim.id}#claim-{claim.id}"
    session.rollback()
    card = session.scalars(sa.select(Card)).one()
    assert (card.status, card.kind, card.context) == (
        Status.KEPT,
        Kind.QA,
        "In 2024.",
    )
    again = post(client, url, {**words, "answer": "The rents"})
    assert again.status_code == 409
    check_page(again)
    assert "The rents" in again.get_data(as_text=True)


def test_an_empty_card_is_refused(client: FlaskClient, session: Session) -> None:
    _, claim = own_article(session)
    answer = post(
        client, f"/cards/new?claim={claim.id}", {"question": "", "answer": "kept so"}
    )
    assert answer.status_code == 400
    check_page(answer)
    assert "kept so" in answer.get_data(as_text=True)


@pytest.mark.parametrize("query", ["", "?claim=x", "?claim=999"])
def test_a_card_needs_a_claim_of_ours(client: FlaskClient, query: str) -> None:
    get_page(client, f"/cards/new{query}", status=404)
    words = {"question": "What fell?", "answer": "Rents"}
    assert post(client, f"/cards/new{query}", words).status_code == 404


def test_a_foreign_claim_does_not_exist(client: FlaskClient, session: Session) -> None:
    claim_id = anothers_card(session).claim_id
    get_page(client, f"/cards/new?claim={claim_id}", status=404)
