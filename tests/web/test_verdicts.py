import re

import sqlalchemy as sa
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.domain.card import Origin, Status, Tier
from app.domain.verdict import Outcome
from app.store.models import Card, CardVerdict, Person
from app.store.writing import write_tx
from tests.factories import make_article, make_card
from tests.support.pages import get_page, post

SAID = "Your team rejected 8 of 9 questions of this kind."


def wait(session: Session, count: int, **over: object) -> list[int]:
    """Add waiting cards by rules to one claim; give their ids."""
    with write_tx(session):
        claim = make_article(session).groups[0].claims[0]
        return [
            make_card(
                session,
                claim,
                status=Status.WAITING,
                **{"origin": Origin.RULES, "pattern": "why", **over},  # type: ignore[arg-type] # columns
            ).id
            for _ in range(count)
        ]


def outcomes(session: Session) -> list[Outcome]:
    session.rollback()
    return list(
        session.scalars(sa.select(CardVerdict.outcome).order_by(CardVerdict.id))
    )


def test_the_inbox_says_what_the_team_made_of_a_kind_of_question(
    client: FlaskClient, session: Session
) -> None:
    *rejected, kept = wait(session, 9)
    # One of another kind, and a person's own, of which nothing is said.
    wait(session, 1, tier=Tier.SUGGESTED, doubt="the question is long.")
    wait(session, 1, pattern="how")
    wait(session, 1, origin=Origin.PERSON)
    assert SAID not in get_page(client, "/inbox")
    post(client, "/inbox/reject-unticked", {"shown": rejected})
    post(client, f"/cards/{kept}/keep")
    assert outcomes(session) == [Outcome.REJECTED] * 8 + [Outcome.KEPT]
    html = get_page(client, "/inbox")
    assert re.findall(r"Only suggested: [^<]+", html) == [
        f"Only suggested: the question is long. {SAID}"
    ]


def test_what_is_done_to_a_card_on_any_page_is_the_persons_verdict(
    client: FlaskClient, session: Session, person: Person
) -> None:
    (card_id,) = wait(session, 1)
    person_id = person.id
    words = {"question": "Why did rents fall?", "answer": "Few move.", "context": ""}
    post(client, f"/cards/{card_id}/edit", words)
    post(client, "/inbox/keep", {"shown": [card_id], "card": [card_id]})
    post(client, "/study/suspend", {"card_id": card_id})
    post(client, "/study/bring-back", {"card_id": card_id})
    post(client, f"/cards/{card_id}/delete")
    assert outcomes(session) == [
        Outcome.EDITED,
        Outcome.EDITED,
        Outcome.SUSPENDED,
        Outcome.EDITED,
        Outcome.DELETED,
    ]
    assert set(session.scalars(sa.select(CardVerdict.person_id))) == {person_id}


def test_undo_in_the_inbox_takes_verdicts_back(
    client: FlaskClient, session: Session
) -> None:
    ids = wait(session, 2)
    post(client, "/inbox/reject-unticked", {"shown": ids})
    post(client, "/inbox/return", {"card": ids})
    assert outcomes(session) == [Outcome.REJECTED] * 2 + [Outcome.RETURNED] * 2


def test_an_article_says_why_a_card_is_only_suggested(
    client: FlaskClient, session: Session
) -> None:
    (card_id,) = wait(session, 1, doubt="the question is long.")
    session.rollback()
    article_id = session.get_one(Card, card_id).claim.group.article_id
    said = "Only suggested: the question is long."
    assert said in get_page(client, f"/articles/{article_id}")
    post(client, f"/cards/{card_id}/keep")
    assert said not in get_page(client, f"/articles/{article_id}")
