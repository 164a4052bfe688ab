import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.services.delete_article import delete_article
from app.store.base import Base
from app.store.migrating import current, differences, downgrade, head, upgrade
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review, own_team


def test_the_tables_are_what_the_migrations_make(engine: Engine) -> None:
    assert differences(engine) == []
    assert current(engine) == head()


def test_every_id_that_is_named_from_outside_is_given_once() -> None:
    keys = {table.name: table.c.get("id") for table in Base.metadata.sorted_tables}
    numbered = {
        name
        for name, key in keys.items()
        if key is not None and key.primary_key and isinstance(key.type, sa.Integer)
    }
    assert {"articles", "groups", "claims", "cards", "quizzes"} <= numbered
    assert numbered == {
        table.name
        for table in Base.metadata.sorted_tables
        if table.dialect_options["sqlite"]["autoincrement"]
    }


def test_what_is_deleted_leaves_its_id_to_nobody(session: Session) -> None:
    ids = []
    for _ in range(2):
        with write_tx(session):
            article = make_article(session)
            claim = article.groups[0].claims[0]
            ids.append(
                [article.id, claim.group_id, claim.id, make_card(session, claim).id]
            )
            delete_article(session, team_id=own_team(session), article_id=article.id)
    assert all(later > earlier for earlier, later in zip(*ids, strict=True))


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_table_made_anew_that_would_give_an_id_twice_is_a_difference(
    engine: Engine,
) -> None:
    downgrade(engine, "0003")
    assert ("modify_autoincrement", "articles") in differences(engine)


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
