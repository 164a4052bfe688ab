import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.store.base import Base
from app.store.migrating import current, differences, downgrade, head, upgrade
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review


def test_the_tables_are_what_the_migrations_make(engine: Engine) -> None:
    assert differences(engine) == []
    assert current(engine) == head()


def test_migrations_go_down_and_up_again(engine: Engine) -> None:
    downgrade(engine, "base")
    assert current(engine) is None
    upgrade(engine)
    assert differences(engine) == []


def test_what_is_stored_stays_through_every_revision_and_back(
    engine: Engine, session: Session
) -> None:
    with write_tx(session):
        article = make_article(session, core_insight="Rents fall.")
        card = make_card(session, article.groups[0].claims[0])
        make_review(session, card)
    session.close()
    before = _stored(engine)
    downgrade(engine, "0001")
    upgrade(engine)
    assert _stored(engine) == before


def _stored(engine: Engine) -> dict[str, list[str]]:
    """Give every row of every table that has any."""
    with engine.connect() as connection:
        found = {
            name: sorted(map(repr, connection.execute(sa.select(table))))
            for name, table in Base.metadata.tables.items()
        }
    return {name: rows for name, rows in found.items() if rows}
