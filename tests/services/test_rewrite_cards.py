from typing import Any

import pytest
from sqlalchemy.orm import Session

from app.domain.card import Origin, Status, Written
from app.services.write_cards import write_cards
from app.store.models import Card
from app.store.queries.writing import article_to_write
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_draft
from tests.support.library import NOW

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ANEW = make_draft(
    "In 2024, rents fell by […].", "4%", explanation="In 2024, rents fell by 4%."
)
EDITED: dict[str, Any] = {"is_edited": True, "answer": "four in a hundred"}


@pytest.mark.parametrize(
    ("status", "over", "stays"),
    [
        (Status.KEPT, {}, True),
        (Status.SUSPENDED, {}, True),
        (Status.WAITING, {}, False),
        (Status.KEPT, EDITED, True),
        (Status.WAITING, EDITED, True),
        # Its facts changed.
        (Status.STALE, EDITED, False),
        (Status.KEPT, {"answer": "5%"}, False),
        (Status.SUSPENDED, {"answer": "5%"}, False),
    ],
)
def test_a_card_that_a_person_kept_or_edited_survives_that_its_claim_is_reworded(
    session: Session, status: Status, over: dict[str, Any], *, stays: bool
) -> None:
    with write_tx(session):
        article = make_article(session, groups=[[ANEW.explanation]])
        card = make_card(
            session,
            article.groups[0].claims[0],
            origin=Origin.RULES,
            kind=ANEW.kind,
            pattern=ANEW.pattern,
            status=status,
            question="Rents fell by […] in 2024.",
            **{"answer": "4%", **over},
        )
        before = card.question
        _, claims = article_to_write(session, article.id)
        added = write_cards(
            session,
            wanted=claims,
            written=Written((ANEW,), (), ()),
            writer_version="8",
            keep_default=False,
            now=NOW,
        )
    after = session.get_one(Card, card.id)
    assert added == 0
    assert after.question == (before if stays else ANEW.question)
    assert after.is_edited == (stays and bool(over))
