import re

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import Origin, Status
from app.store.models import Article, Card, Claim, Group, Job
from app.store.writing import write_tx
from tests.factories import make_article, make_card
from tests.support.pages import get_page, post
from tests.web.test_articles import another_teams

A, B, C = (
    "Rents fell by 4% in 2024; prices rose by 2%.",
    "Banks lent $3bn.",
    "Few move.",
)
VERBS = ("take", "reject", "return", "merge")
FORMS = ("reword", "split", "move")


@pytest.fixture
def article_id(session: Session) -> int:
    with write_tx(session):
        article = make_article(
            session, groups=((A, B, C), ("Owners wait.",)), core_insight="Homes cost."
        )
        for claim in claims_of(session, article.id):
            claim.written_with = "1"
        return article.id


def claims_of(session: Session, article_id: int) -> list[Claim]:
    return list(
        session.scalars(
            sa.select(Claim)
            .join(Group)
            .where(Group.article_id == article_id)
            .order_by(Group.position, Claim.position)
        )
    )


def claims(session: Session, article_id: int) -> list[Claim]:
    session.rollback()
    return claims_of(session, article_id)


def jobs(session: Session) -> int:
    session.rollback()
    return session.scalar(sa.select(sa.func.count()).select_from(Job)) or 0


def add_card(session: Session, claim_id: int, status: Status = Status.KEPT) -> int:
    with write_tx(session):
        claim = session.get_one(Claim, claim_id)
        return make_card(session, claim, status=status, origin=Origin.RULES).id


def offer(session: Session, claim_id: int) -> None:
    with write_tx(session):
        claim = session.get_one(Claim, claim_id)
        claim.standing, claim.doubt = (
            Standing.OFFERED,
            "It is not certain what “it” is.",
        )
        claim.written_with = None


# In the article


def test_a_rejected_claim_goes_below_and_comes_back_by_undo(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    claim_id = claims(session, article_id)[1].id
    card_id = add_card(session, claim_id)
    home = f"/articles/{article_id}"
    back = f"{home}?claim={claim_id}#claim-{claim_id}"
    assert f"/claims/{claim_id}/reject" in get_page(client, home)
    answer = post(client, f"/claims/{claim_id}/reject", {"next": back})
    assert answer.location == (
        f"{home}?claim={claim_id}&dropped={claim_id}#claim-{claim_id}"
    )
    html = get_page(client, answer.location)
    assert "Rejected (1)" in html
    assert "Its cards are asked no more." in html
    answer = post(client, f"/claims/{claim_id}/return")
    assert answer.location == back
    html = get_page(client, back)
    assert "Rejected (1)" not in html
    assert "back as it was" in html
    session.rollback()
    assert session.get_one(Card, card_id).status is Status.KEPT
    assert jobs(session) == 0


def test_a_sentence_taken_back_gets_its_cards_written(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    claim_id = claims(session, article_id)[2].id
    offer(session, claim_id)
    html = get_page(client, f"/articles/{article_id}")
    assert "1 sentence is offered as a claim" in html
    post(client, f"/claims/{claim_id}/reject")
    assert "Take back" in get_page(client, f"/articles/{article_id}")
    post(client, f"/claims/{claim_id}/take")
    assert claims(session, article_id)[2].standing is Standing.TAKEN
    assert jobs(session) == 1


def test_a_claim_is_reworded_beside_its_source(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    claim_id = claims(session, article_id)[1].id
    url = f"/claims/{claim_id}/reword"
    html = get_page(client, f"{url}?next=/inbox")
    assert f">\r\n{A}</textarea>" in html
    assert f'<mark id="source-{claim_id}">{A}</mark>' in html
    assert 'name="next" value="/inbox"' in html
    same = "In 2024 rents fell by 4%; prices rose by 2%."
    answer = post(client, url, {"text": same, "next": "/inbox"})
    assert answer.location == "/inbox"
    assert "whose answer still stands" in get_page(client, "/inbox")
    # To be compared with other articles again.
    assert jobs(session) == 1
    answer = post(client, url, {"text": A.replace("4%", "5%")})
    assert (
        answer.location == f"/articles/{article_id}?claim={claim_id}#claim-{claim_id}"
    )
    html = get_page(client, answer.location)
    assert "Its cards are written anew" in html
    assert jobs(session) == 1


def test_a_claim_is_split_where_the_line_is_broken(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    claim_id = claims(session, article_id)[1].id
    url = f"/claims/{claim_id}/split"
    html = get_page(client, url)
    broken = "Rents fell by 4% in 2024;\nprices rose by 2%."
    assert f">\r\n{broken}</textarea>" in html
    post(client, url, {"text": broken.replace("\n", "\r\n")})
    texts = [it.text for it in claims(session, article_id)][1:3]
    assert texts == broken.split("\n")
    assert jobs(session) == 1


@pytest.mark.parametrize(
    ("part", "sent", "says"),
    [
        ("reword", {"text": " "}, "A claim needs words."),
        ("reword", {}, "A claim needs words."),
        ("split", {"text": A}, "Break the line once"),
        ("split", {"text": f"{A}\nMore."}, "Only the line break may be new"),
        ("move", {}, "Choose a group."),
        ("move", {"group_id": "x"}, "Choose a group."),
    ],
)
def test_what_cannot_be_done_is_said_and_what_was_typed_is_kept(
    client: FlaskClient,
    session: Session,
    article_id: int,
    part: str,
    sent: dict[str, str],
    says: str,
) -> None:
    claim_id = claims(session, article_id)[1].id
    answer = post(client, f"/claims/{claim_id}/{part}", sent)
    assert answer.status_code == 400
    assert says in answer.text
    if "text" in sent:
        assert sent["text"] in answer.text
    assert [it.text for it in claims(session, article_id)][1] == A


def test_the_core_insight_is_not_split(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    core = claims(session, article_id)[0].id
    answer = post(client, f"/claims/{core}/split", {"text": "Homes\ncost."})
    assert answer.status_code == 409
    assert "The core insight is one claim" in answer.text


def test_a_claim_is_merged_with_the_next_if_there_is_one(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    first, _, last = (it.id for it in claims(session, article_id)[1:4])
    html = get_page(client, f"/articles/{article_id}")
    assert f"/claims/{first}/merge" in html
    assert f"/claims/{last}/merge" not in html
    post(client, f"/claims/{first}/merge")
    assert claims(session, article_id)[1].text == f"{A} {B}"
    assert jobs(session) == 1
    answer = post(client, f"/claims/{last}/merge")
    assert answer.status_code == 303
    assert "No claim follows this one" in get_page(client, answer.location)


def test_a_claim_is_moved_to_a_group_and_along(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    first, second = (it.id for it in claims(session, article_id)[1:3])
    url = f"/claims/{first}/move"
    assert "Group 2: Part 2" in get_page(client, url)
    post(client, url, {"direction": "down"})
    assert [it.id for it in claims(session, article_id)[1:3]] == [second, first]
    answer = post(client, f"/claims/{second}/move", {"direction": "up"})
    assert answer.status_code == 409
    assert "is the first of its group" in answer.text
    session.rollback()
    group = session.get_one(Article, article_id).groups[2].id
    post(client, url, {"group_id": group})
    session.rollback()
    assert session.get_one(Claim, first).group_id == group


def test_what_is_not_mine_or_missing_does_not_exist(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    theirs = another_teams(session)
    their_claim = theirs.groups[0].claims[0].id
    their_article = theirs.id
    gone = claims(session, article_id)[3].id
    with write_tx(session):
        session.get_one(Claim, gone).standing = Standing.GONE
    for claim_id in (their_claim, gone, 99_999):
        for part in FORMS:
            get_page(client, f"/claims/{claim_id}/{part}", status=404)
        for name in (*VERBS, *FORMS):
            sent = {"text": "Rents\nfell.", "group_id": 1}
            answer = post(client, f"/claims/{claim_id}/{name}", sent)
            assert answer.status_code == 404, name
    sent = {"first": "Rents", "last": "fell"}
    assert post(client, f"/articles/{their_article}/claims", sent).status_code == 404


def test_every_post_wants_the_forms_token_and_the_right_method(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    claim_id = claims(session, article_id)[1].id
    for name in (*VERBS, *FORMS):
        assert client.post(f"/claims/{claim_id}/{name}").status_code == 403, name
    for name in VERBS:
        assert client.get(f"/claims/{claim_id}/{name}").status_code == 405, name
    assert client.post(f"/articles/{article_id}/claims").status_code == 403
    assert client.get(f"/articles/{article_id}/claims").status_code == 405


# Marking


def test_a_passage_is_marked_by_its_words(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    sent = {"first": "prices", "last": "by 2%.", "group_id": "0", "base": "0"}
    answer = post(client, f"/articles/{article_id}/claims", sent)
    made = claims(session, article_id)[2]
    assert made.text == "prices rose by 2%."
    assert answer.location == f"/articles/{article_id}?claim={made.id}#claim-{made.id}"
    assert "The passage is a claim now" in get_page(client, answer.location)
    assert jobs(session) == 1


def test_a_passage_is_marked_by_its_places_on_the_page(
    client: FlaskClient, session: Session, article_id: int
) -> None:
    session.rollback()
    article = session.get_one(Article, article_id)
    text, group = article.document.text, article.groups[2].id
    start = text.index("prices")
    sent = {"base": "4", "start": start - 4, "end": start + 7, "group_id": group}
    post(client, f"/articles/{article_id}/claims", sent)
    assert "prices rose" in [it.text for it in claims(session, article_id)]
    session.rollback()
    assert (
        session.get_one(Article, article_id).groups[2].claims[0].text == "prices rose"
    )


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [
        ({}, 400, "Give the first words of the claim."),
        ({"first": "Wages <b>", "last": "rose"}, 400, "does not stand in the source"),
        ({"first": "Banks", "last": "$3bn."}, 409, "is a claim already"),
        ({"start": "1", "end": "1"}, 400, "outside of the article"),
        ({"start": "0", "end": "999999"}, 400, "outside of the article"),
        ({"start": "-5", "end": "3"}, 400, "outside of the article"),
    ],
)
def test_what_cannot_be_marked_is_said_beside_the_words(
    client: FlaskClient,
    session: Session,
    article_id: int,
    sent: dict[str, str],
    status: int,
    says: str,
) -> None:
    answer = post(client, f"/articles/{article_id}/claims", sent)
    assert answer.status_code == status
    assert says in answer.text
    if "first" in sent:
        typed = sent["first"].replace("<b>", "&lt;b&gt;")
        assert f'value="{typed}"' in answer.text
    assert len(claims(session, article_id)) == 5


# In the inbox


@pytest.fixture
def waiting(session: Session, article_id: int) -> list[int]:
    """The article's own claims, the second offered, the others with a waiting card."""
    ids = [it.id for it in claims(session, article_id)[1:4]]
    offer(session, ids[1])
    for claim_id in (ids[0], ids[2]):
        add_card(session, claim_id, Status.WAITING)
    return ids


def test_offered_sentences_stand_between_the_claims_with_their_reason(
    client: FlaskClient, waiting: list[int]
) -> None:
    html = get_page(client, "/inbox")
    shown = re.findall(r'name="claim" value="(\d+)"', html)
    assert list(map(int, shown)) == waiting
    assert "1 sentence is offered as a claim" in html
    assert "It is not certain what “it” is." in html
    for claim_id in waiting:
        assert f'<mark id="source-{claim_id}">' in html


def test_ticks_are_kept_while_a_claim_is_edited(
    client: FlaskClient, session: Session, waiting: list[int]
) -> None:
    sent = {"shown": [1, 2], "card": [], "claim": waiting}
    for part in FORMS:
        answer = post(client, f"/inbox/claims/{waiting[0]}/{part}", sent)
        assert answer.location == (
            f"/claims/{waiting[0]}/{part}?next=/inbox%23claim-{waiting[0]}"
        )
    session.rollback()
    assert not any(session.scalars(sa.select(Card.is_ticked)))


def test_a_claim_rejected_in_the_inbox_is_brought_back_by_undo(
    client: FlaskClient, session: Session, waiting: list[int]
) -> None:
    first, _, last = waiting
    sent = {"shown": [1, 2], "card": [2], "claim": waiting}
    answer = post(client, f"/inbox/claims/{first}/reject", sent)
    assert answer.location == f"/inbox?dropped={first}#claim-{waiting[1]}"
    html = get_page(client, answer.location)
    assert "Rejected:" in html
    assert f'id="claim-{first}"' not in html
    answer = post(client, "/inbox/claims/return", {"claim": first})
    assert answer.location == f"/inbox#claim-{first}"
    session.rollback()
    assert [
        it.is_ticked for it in session.scalars(sa.select(Card).order_by(Card.id))
    ] == [
        False,
        True,
    ]
    assert f'id="claim-{last}"' in get_page(client, "/inbox")


@pytest.mark.parametrize(
    ("verb", "standing"), [("take", Standing.TAKEN), ("reject", Standing.REJECTED)]
)
def test_sentences_offered_are_taken_or_dismissed_one_or_all(
    client: FlaskClient,
    session: Session,
    waiting: list[int],
    verb: str,
    standing: Standing,
) -> None:
    offer(session, waiting[2])
    answer = post(client, f"/inbox/claims/{waiting[1]}/{verb}", {"claim": waiting})
    get_page(client, answer.location)
    answer = post(
        client,
        f"/inbox/offered/{verb}",
        {"claim": waiting, "offered": waiting[2:], "article": "1"},
    )
    get_page(client, answer.location)
    session.rollback()
    found = [session.get_one(Claim, it).standing for it in waiting]
    assert found == [Standing.TAKEN, standing, standing]
    assert jobs(session) == (1 if verb == "take" else 0)


def test_claims_are_merged_in_the_inbox(
    client: FlaskClient, session: Session, waiting: list[int]
) -> None:
    answer = post(client, f"/inbox/claims/{waiting[0]}/merge", {"claim": waiting})
    assert answer.location == f"/inbox#claim-{waiting[0]}"
    session.rollback()
    assert session.get_one(Claim, waiting[0]).text == f"{A} {C}"
    assert jobs(session) == 1
    answer = post(client, f"/inbox/claims/{waiting[0]}/merge", {"claim": waiting})
    assert "No claim follows" in get_page(client, answer.location)


def test_nothing_is_kept_where_nothing_is_ticked(
    client: FlaskClient, session: Session, waiting: list[int]
) -> None:
    button = re.compile(r"<button[^>]*data-keep[^>]*>")
    assert "hidden" not in "".join(button.findall(get_page(client, "/inbox")))
    with write_tx(session):
        session.execute(sa.update(Card).values(is_ticked=False))
    html = get_page(client, "/inbox")
    assert all(" hidden" in it for it in button.findall(html))
    assert "Keep what is ticked" in html


def test_the_inboxs_posts_want_a_token_and_their_method(
    client: FlaskClient, app: Flask
) -> None:
    for name in ("claims/1/reject", "claims/1/reword", "claims/1/merge"):
        assert client.post(f"/inbox/{name}").status_code == 403
        assert client.get(f"/inbox/{name}").status_code == 405
    for name in ("offered/take", "claims/return"):
        assert client.post(f"/inbox/{name}").status_code == 403
    assert post(client, "/inbox/claims/99/reject").status_code == 404
    assert post(client, "/inbox/offered/take", {"offered": "99"}).status_code == 404
