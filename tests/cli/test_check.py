from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.store.engine import sqlite_module
from app.store.writing import write_tx
from tests.cli.running import refused, run, run_json
from tests.factories import make_card, make_review

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def corrupt(session: Session) -> None:
    with write_tx(session):
        make_review(session, make_card(session))
        session.connection().exec_driver_sql("UPDATE card_states SET reps = 7")


def test_a_clean_library_has_no_findings(app: Flask) -> None:
    result = run(app, "check", "--json")
    assert (result.exit_code, result.stdout) == (0, '{"findings": []}\n')
    assert run(app, "check").stdout == "Nothing is wrong.\n"


@pytest.mark.usefixtures("corrupt")
def test_each_finding_is_told_and_the_exit_status_is_1(app: Flask) -> None:
    result = run(app, "check", "--json")
    assert result.exit_code == 1
    assert run_json(app, "check") == {
        "findings": [
            {
                "kind": "state",
                "id": 1,
                "detail": "Person 1: reps is 7 and should be 1.",
            }
        ]
    }
    assert run(app, "check").stdout.splitlines() == [
        "state 1: Person 1: reps is 7 and should be 1.",
        "1 findings.",
    ]


@pytest.mark.usefixtures("corrupt")
def test_a_rebuild_mends_what_a_check_found(app: Flask) -> None:
    assert run_json(app, "rebuild") == {"states": 1}
    assert run(app, "check").exit_code == 0
    assert "1 states" in run(app, "rebuild").stdout


def test_a_table_that_is_gone_is_the_finding(app: Flask, session: Session) -> None:
    with write_tx(session):
        session.connection().exec_driver_sql("DROP TABLE card_matches")
    session.close()
    result = run(app, "check")
    assert result.exit_code == 1
    assert "schema card_matches: The database lacks it." in result.stdout


@pytest.mark.parametrize(
    ("version", "lines"), [((3, 40, 1), 1), ((3, 51, 2), 1), ((3, 51, 3), 0)]
)
def test_an_sqlite_with_a_known_bug_is_named_in_one_line(
    app: Flask,
    monkeypatch: pytest.MonkeyPatch,
    version: tuple[int, int, int],
    lines: int,
) -> None:
    monkeypatch.setattr(sqlite_module(), "sqlite_version_info", version)
    result = run(app, "check", "--json")
    assert result.exit_code == 0
    assert len(result.stderr.splitlines()) == lines


def test_a_file_that_is_no_database_is_refused_in_one_line(
    app: Flask, database_url: str
) -> None:
    path = Path(database_url.removeprefix("sqlite:///"))
    path.write_bytes(b"something else entirely" * 100)
    reason = refused(app, "check")
    assert reason == "The database cannot be used: file is not a database"
