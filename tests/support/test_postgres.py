import pytest
import sqlalchemy as sa

pytestmark = pytest.mark.postgres


def test_the_server_is_a_real_postgresql_18(postgres_url: str) -> None:
    engine = sa.create_engine(postgres_url)
    with engine.connect() as connection:
        version = connection.scalar(sa.text("SHOW server_version"))
    engine.dispose()
    assert version is not None
    assert version.startswith("18")


@pytest.mark.parametrize("visit", [1, 2])
def test_each_test_has_an_empty_database_of_its_own(
    postgres_url: str, visit: int
) -> None:
    engine = sa.create_engine(postgres_url)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE visits (number integer)"))
        connection.execute(sa.text("INSERT INTO visits VALUES (:n)"), {"n": visit})
        assert connection.scalar(sa.text("SELECT max(number) FROM visits")) == visit
    engine.dispose()
