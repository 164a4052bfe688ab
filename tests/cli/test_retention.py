from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.domain.retention.table import DEFINITION
from app.domain.review import Rating
from app.store.writing import write_tx
from tests.cli.running import run, run_json
from tests.factories import make_card, make_review
from tests.support.library import NOW

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def fill(session: Session) -> None:
    """Answer twelve cards twice, the second time a day and ten days ago by turns."""
    with write_tx(session):
        for number in range(12):
            card = make_card(session)
            first = NOW - timedelta(days=50)
            make_review(session, card, rating=Rating.EASY, at=first)
            days = 10 if number % 2 else 1
            make_review(session, card, at=NOW - timedelta(days=days))


def test_the_document_carries_its_definition(app: Flask) -> None:
    assert run_json(app, "retention") == {"rows": [], "definition": DEFINITION}


def test_days_look_back_from_today(app: Flask, session: Session) -> None:
    fill(session)
    for days, reviews in ((1, 0), (2, 6), (10, 6), (11, 12)):
        (row,) = run_json(app, "retention", "--by", "team", "--days", str(days))["rows"]
        assert row["reviews"] == reviews, days
        assert (row["cards"], row["claims"], row["covered"]) == (12, 12, 12)


def test_words_give_share_number_and_interval(app: Flask, session: Session) -> None:
    fill(session)
    whole = run(app, "retention", "--by", "team").stdout
    assert "retention 100% (76%-100%, n = 12)" in whole
    assert (
        "too few (6 reviews)"
        in run(app, "retention", "--by", "team", "--days", "2").stdout
    )
    assert (
        "not measured yet"
        in run(app, "retention", "--by", "team", "--days", "1").stdout
    )
    assert whole.rstrip().endswith(DEFINITION)


@pytest.mark.parametrize(
    "arguments", [("--by", "colour"), ("--days", "0"), ("--days", "many")]
)
def test_a_wrong_question_is_a_wrong_usage(
    app: Flask, arguments: tuple[str, str]
) -> None:
    assert run(app, "retention", *arguments).exit_code == 2


def test_more_days_than_the_calendar_has_are_refused(app: Flask) -> None:
    assert run(app, "retention", "--days", "9999999").exit_code == 2
