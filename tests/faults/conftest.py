"""A library with cards to answer, and a server over it."""

from collections.abc import Callable

import pytest
from sqlalchemy.orm import Session

from app.store.writing import write_tx
from tests.factories import make_article, make_card
from tests.support.serving import Server

CARDS = 20


@pytest.fixture
def card_ids(session: Session) -> list[int]:
    """Give twenty kept cards."""
    with write_tx(session):
        claim = make_article(session).groups[0].claims[0]
        made = [make_card(session, claim).id for _ in range(CARDS)]
    session.rollback()
    return made


@pytest.fixture
def server(
    card_ids: list[int], database_url: str, start_server: Callable[..., Server]
) -> Server:
    """Serve the library."""
    return start_server(DATABASE_URL=database_url)
