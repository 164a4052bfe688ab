from sqlalchemy.engine import Engine

from app.store.migrating import current, differences, downgrade, head, upgrade


def test_the_tables_are_what_the_migrations_make(engine: Engine) -> None:
    assert differences(engine) == []
    assert current(engine) == head()


def test_migrations_go_down_and_up_again(engine: Engine) -> None:
    downgrade(engine, "base")
    assert current(engine) is None
    upgrade(engine)
    assert differences(engine) == []
