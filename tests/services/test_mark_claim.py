import pytest
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.errors import ConflictError, InputError, NotFoundError
from app.services.mark_claim import mark_claim
from app.services.reject_claims import reject_claims
from app.store.models import Article
from app.store.writing import write_tx
from tests.factories import own_team
from tests.services.claims_at_hand import (
    LATER,
    TEXTS,
    add_article,
    article,
    assert_sound,
    claims,
    ids,
    set_standing,
    texts,
)

A, B, C = TEXTS[0]


def mark(
    session: Session,
    article_id: int,
    words: str,
    *,
    group_id: int | None = None,
    team: int | None = None,
) -> int:
    text = article(session, article_id).document.text
    start = text.index(words)
    with write_tx(session):
        return mark_claim(
            session,
            team_id=team or own_team(session),
            article_id=article_id,
            start=start,
            end=start + len(words),
            group_id=group_id,
        ).id


def test_a_marked_span_becomes_a_claim_where_it_is_read(session: Session) -> None:
    article_id = add_article(session)
    claim_id = mark(session, article_id, "Banks lent $3bn. [1]\nFew move. [1]")
    assert texts(session, article_id)[1] == [A, B, "Banks lent $3bn. Few move.", C]
    claim = next(it for it in claims(session, article_id) if it.id == claim_id)
    text = article(session, article_id).document.text
    assert text[claim.start : claim.end] == "Banks lent $3bn. [1]\nFew move."
    assert (claim.citations, claim.standing) == ([1], Standing.TAKEN)
    assert claim.written_with is None
    assert claim.is_edited
    assert_sound(session)


def test_it_goes_to_the_group_that_was_chosen(session: Session) -> None:
    article_id = add_article(session)
    other = article(session, article_id).groups[2].id
    mark(session, article_id, "prices rose by 2%.", group_id=other)
    assert texts(session, article_id)[2] == ["prices rose by 2%.", "Owners wait."]
    mark(session, article_id, "Article ")
    assert texts(session, article_id)[1][0] == "Article"


def test_a_marked_core_insight_takes_the_place_of_a_rejected_one(
    session: Session,
) -> None:
    article_id = add_article(session)
    core = article(session, article_id).groups[0].id
    with pytest.raises(ConflictError, match="core insight is one claim"):
        mark(session, article_id, "prices rose", group_id=core)
    first = ids(session, article_id)[:1]
    with write_tx(session):
        reject_claims(session, team_id=own_team(session), claim_ids=first, now=LATER)
    mark(session, article_id, "prices rose", group_id=core)
    assert texts(session, article_id)[0] == ["prices rose"]


def test_what_is_there_already_is_not_made_twice(session: Session) -> None:
    article_id = add_article(session)
    with pytest.raises(ConflictError, match="a claim already"):
        mark(session, article_id, f"{B} [1]")
    set_standing(session, ids(session, article_id)[2], Standing.OFFERED, "Unsure.")
    with pytest.raises(ConflictError, match="here already, as offered"):
        mark(session, article_id, B)


def test_what_cannot_be_marked_is_refused(session: Session) -> None:
    article_id = add_article(session)
    other = article(session, add_article(session)).groups[1].id
    with pytest.raises(InputError, match="no words"):
        mark(session, article_id, "[1]")
    with pytest.raises(NotFoundError, match="no such group"):
        mark(session, article_id, "prices rose", group_id=other)
    with pytest.raises(NotFoundError):
        mark(session, article_id, "prices rose", team=99)
    with write_tx(session):
        session.get_one(Article, article_id).start = 12
    with pytest.raises(InputError, match="outside of the article"):
        mark(session, article_id, "Article ")
