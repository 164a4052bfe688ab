"""What two articles have in common is stored once, and shown from both sides."""

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.domain.claims.comparing import compare_article
from app.services.match_article import match_article
from app.store.models import Article, Card, CardMatch, Claim, ClaimMatch, Team
from app.store.queries.matches import (
    asked_cards,
    duplicates_of_claims,
    known_claims,
    matches_of_claims,
)
from app.store.writing import write_tx
from tests.factories import make_article, make_card, own_team
from tests.support.library import NOW

SAYS = "Rents in Berlin fell by 4% in 2024."
OTHERWISE = "In 2024, rents in Berlin declined by 4 percent."
DIFFERS = "Rents in Berlin fell by 6% in 2024."


def two_articles(session: Session, one: str, other: str) -> tuple[Claim, Claim]:
    with write_tx(session):
        articles = [
            make_article(session, title=title, groups=((text,),))
            for title, text in (("Prices", one), ("Homes", other))
        ]
        for article in articles:
            claim = article.groups[0].claims[0]
            make_card(
                session,
                claim,
                question="How far did rents in Berlin fall in 2024?",
                answer="4%",
            )
    session.rollback()
    first, second = session.scalars(sa.select(Claim).order_by(Claim.id)).all()
    return first, second


def match(session: Session, article_id: int, meanwhile: str | None = None) -> int:
    team_id = own_team(session)
    claims, cards = known_claims(session, team_id), asked_cards(session, team_id)
    matches = compare_article(article_id, claims, cards)
    with write_tx(session):
        if meanwhile:
            session.execute(sa.text(meanwhile))
        return match_article(
            session,
            team_id=team_id,
            article_id=article_id,
            matches=matches,
            claims=claims,
            cards=cards,
        )


@pytest.mark.parametrize("of", ["Prices", "Homes"])
def test_the_same_claim_said_otherwise_is_found_from_both_sides(
    session: Session, of: str
) -> None:
    one, other = two_articles(session, SAYS, OTHERWISE)
    article_id = session.scalars(sa.select(Article.id).where(Article.title == of)).one()
    match(session, article_id)
    found = matches_of_claims(session, [one.id, other.id])
    assert [(it.text, it.title, it.conflict) for it in found[one.id]] == [
        (OTHERWISE, "Homes", None)
    ]
    assert [(it.text, it.title) for it in found[other.id]] == [(SAYS, "Prices")]
    assert matches_of_claims(session, [one.id], only_conflicts=True) == {}


def test_a_claim_that_differs_in_one_figure_is_told_from_each_point_of_view(
    session: Session,
) -> None:
    one, other = two_articles(session, SAYS, DIFFERS)
    match(session, other.group.article_id)
    found = matches_of_claims(session, [one.id, other.id], only_conflicts=True)
    notes = [found[claim.id][0].conflict or "" for claim in (one, other)]
    assert notes[0].startswith("“Homes” says 6%")
    assert notes[1].startswith("“Prices” says 4%")


def test_cards_that_ask_the_same_are_flagged_and_stay(session: Session) -> None:
    one, _ = two_articles(session, SAYS, OTHERWISE)
    assert match(session, one.group.article_id) == 2
    cards = session.scalars(sa.select(Card).order_by(Card.id)).all()
    found = duplicates_of_claims(session, [card.claim_id for card in cards])
    assert [it.card_id for it in found[cards[0].id]] == [cards[1].id]
    assert [it.title for it in found[cards[1].id]] == ["Prices"]
    assert {card.status for card in cards} == {Status.KEPT}
    with write_tx(session):
        session.get_one(Card, cards[1].id).status = Status.RETIRED
    assert duplicates_of_claims(session, [cards[0].claim_id]) == {}


def test_matching_again_replaces_what_was_found(session: Session) -> None:
    one, other = two_articles(session, SAYS, OTHERWISE)
    for _ in range(2):
        assert match(session, one.group.article_id) == 2
    with write_tx(session):
        session.get_one(Claim, other.id).text = "Homes are dear in Paris."
    match(session, one.group.article_id)
    assert session.scalars(sa.select(ClaimMatch)).all() == []
    assert len(session.scalars(sa.select(CardMatch)).all()) == 1


@pytest.mark.parametrize(
    "meanwhile",
    [
        "UPDATE claims SET text = 'Other' WHERE id = 2",
        "UPDATE claims SET standing = 'gone' WHERE id = 2",
        "DELETE FROM articles WHERE title = 'Homes'",
    ],
)
def test_what_changed_meanwhile_is_left_out(session: Session, meanwhile: str) -> None:
    one, _ = two_articles(session, SAYS, OTHERWISE)
    match(session, one.group.article_id, meanwhile)
    assert session.scalars(sa.select(ClaimMatch)).all() == []


def test_another_team_is_never_compared(session: Session) -> None:
    one, other = two_articles(session, SAYS, "Homes are dear in Paris.")
    with write_tx(session):
        team = Team(name="Others", created_at=NOW)
        session.add(team)
        session.flush()
        make_article(session, groups=((OTHERWISE,),), team_id=team.id)
    match(session, one.group.article_id)
    assert matches_of_claims(session, [one.id, other.id]) == {}
