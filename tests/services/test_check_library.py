"""Plant what can go wrong in a library, and find all of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.review import Mode, Rating
from app.services.answer_question import answer_question
from app.services.check_library import MENDED, check_library
from app.services.rebuild_library import rebuild_library
from app.services.start_quiz import start_quiz
from app.services.undo_review import undo_review
from app.store.engine import sqlite_module
from app.store.models import Claim, Person
from app.store.queries.integrity import Finding, schema_findings
from app.store.queries.people import local_person, scheduler_settings
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review, own_team, review_id
from tests.support.library import NOW
from tests.support.revising import FIRST, LATER, take_in

#: What is planted as (kind of the finding, statement): each with its reason to look.
CORRUPTIONS = {
    # A crash between the log and the state, or a second writer beside `answer_card`.
    "reps differ": ("state", "UPDATE card_states SET reps = reps + 1"),
    # A state folded under other parameters than those in force.
    "stability differs": (
        "state",
        "UPDATE card_states SET stability = stability * 1.1 WHERE card_id = 1",
    ),
    # A due date set by hand, so that the card never comes.
    "due before its time": (
        "state",
        "UPDATE card_states SET due_at = '2020-01-01 00:00:00.000000' "
        "WHERE due_at IS NOT NULL",
    ),
    # A kept card that nobody is ever asked.
    "no state": ("state", "DELETE FROM card_states WHERE card_id = 2"),
    # A kept card that looks suspended.
    "inactive": (
        "state",
        "UPDATE card_states SET is_active = (1 = 0) WHERE card_id = 1",
    ),
    # A roll-up that a failed import left behind.
    "count differs": ("daily_count", "UPDATE daily_counts SET young_total = 9"),
    "count missing": ("daily_count", "DELETE FROM daily_counts"),
    "count of nothing": (
        "daily_count",
        "INSERT INTO daily_counts SELECT 1, 1, '2020-02-02', 1, 0, 0, 0, 0, 0, 10",
    ),
    # A claim that highlights other words than its own.
    "span elsewhere": (
        "claim_span",
        'UPDATE claims SET start = 0, "end" = 5 WHERE id = 1',
    ),
    "span outside": ("claim_span", 'UPDATE claims SET "end" = 99999 WHERE id = 1'),
    # A text that was changed under its article.
    "text changed": ("article", "UPDATE documents SET text = 'x' || text"),
    # A question whose options cannot be answered right.
    "no right option": ("choices", """UPDATE cards SET choices = '["a", "b"]'"""),
    "half a statement": ("statement", "UPDATE cards SET statement_text = 'So.'"),
    "empty question": ("words", "UPDATE cards SET question = ' ' WHERE id = 1"),
    "empty answer": ("words", "UPDATE cards SET answer = '', choices = NULL"),
    "empty statement": (
        "statement",
        "UPDATE cards SET statement_text = ' ', statement_true = (1 = 1)",
    ),
    "a change of no statement": (
        "statement",
        "UPDATE cards SET statement_changed = 'It became more.'",
    ),
    "a claim at no place": ("claim", "UPDATE claims SET position = -2 WHERE id = 1"),
    "a group at no place": ("group", "UPDATE groups SET position = -1 WHERE id = 2"),
    # A score that is not what was answered.
    "verdict turned": (
        "verdict",
        "UPDATE quiz_questions SET is_right = NOT is_right WHERE position = 0",
    ),
    "verdict lost": (
        "verdict",
        "UPDATE quiz_questions SET is_right = NULL WHERE position = 0",
    ),
    "verdict of nothing": (
        "verdict",
        "UPDATE quiz_questions SET is_right = (1 = 1) WHERE position = 1",
    ),
    "cloze without a gap": ("cloze", "UPDATE cards SET kind = 'cloze' WHERE id = 1"),
    # Counts per group read the copy on the card.
    "group differs": ("card_group", "UPDATE cards SET group_id = 2 WHERE id = 1"),
    # What one team thinks of a card changes what is written for another.
    "foreign verdict": (
        "card_verdict",
        "INSERT INTO teams SELECT 2, 'them', created_at FROM teams; "
        "INSERT INTO card_verdicts (team_id, card_id, judged_at, outcome, kind, "
        "pattern, tier, claim_text, question, answer) SELECT 2, id, created_at, "
        "'kept', kind, pattern, tier, explanation, question, answer FROM cards "
        "WHERE id = 1",
    ),
    # Somebody else took back this person's answer.
    "foreign withdrawal": (
        "withdrawal",
        "INSERT INTO people SELECT 2, 'you', created_at, timezone, "
        "is_timezone_confirmed, day_start_hour, new_per_day, reviews_per_day, "
        "studies_without_asking, theme, uses_shortcuts FROM people; "
        "INSERT INTO memberships VALUES (1, 2, 'member'); "
        "INSERT INTO settings_entries SELECT 2, 2, from_at, parameters, "
        "desired_retention, learning_steps, relearning_steps, maximum_interval "
        "FROM settings_entries; "
        "UPDATE withdrawals SET person_id = 2",
    ),
    # Nothing can be scheduled without settings.
    "no settings": ("settings", "DELETE FROM settings_entries"),
    "impossible settings": (
        "settings",
        "UPDATE settings_entries SET desired_retention = 7",
    ),
    "in no team": ("membership", "DELETE FROM memberships"),
    # A day that was recomputed, though past days never move.
    "study day moved": ("review", "UPDATE reviews SET study_day = '2026-01-01'"),
    "no such zone": ("review", "UPDATE reviews SET zone = 'Mars/Olympus'"),
    # Set by a program that did not look: every page would be refused.
    "a person in no zone": (
        "timezone",
        "UPDATE people SET timezone = 'Mars/Olympus', is_timezone_confirmed = (1 = 1)",
    ),
    # A worker that ended without a word.
    "job has no end": (
        "job",
        "UPDATE jobs SET status = 'failed'",
    ),
    "core insight misplaced": ("group", "UPDATE groups SET is_core_insight = (1 = 1)"),
    "another team's card": (
        "card",
        "INSERT INTO teams SELECT 2, name, created_at FROM teams; "
        "UPDATE cards SET team_id = 2 WHERE id = 2",
    ),
}
#: What only SQLite lets happen: rows that point at nothing, written by another tool.
BROKEN_REFERENCES = {
    "orphan review": "UPDATE reviews SET card_id = 999 WHERE seq = 1",
    "claim without a group": "UPDATE claims SET group_id = 999 WHERE id = 1",
    "job without an article": "UPDATE jobs SET article_id = 999",
    "state of a deleted card": "DELETE FROM cards WHERE id = 1",
}

only_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def studied(session: Session) -> Session:
    """A small library in use: two groups, three cards, reviews, an undo, a job."""
    with write_tx(session):
        article = make_article(
            session, groups=(("Rents fell by 4%.", "Few move."), ("Prices rose.",))
        )
        first, second = article.groups
        cards = [
            make_card(session, claim, choices=["4%", "5%"], answer="4%")
            for claim in (first.claims[0], first.claims[1], second.claims[0])
        ]
        for card, days in ((cards[0], (0, 3, 9)), (cards[2], (1, 2))):
            for number, day in enumerate(days):
                make_review(
                    session,
                    card,
                    at=NOW + timedelta(days=day),
                    rating=Rating.AGAIN if day == 9 else Rating.EASY,
                    number=card.id * 100 + number,
                )
        person = local_person(session)
        assert person is not None
        undo_review(
            session,
            person_id=person.id,
            review_id=review_id(cards[2].id * 100 + 1),
            settings=scheduler_settings(session, person.id),
            now=NOW + timedelta(days=10),
        )
        _add_job(session, article.id)
        _add_quiz(session, person)
    return session


def _add_job(session: Session, article_id: int) -> None:
    from app.services.run_job import start_job

    start_job(session, team_id=1, person_id=1, article_id=article_id, now=NOW)


def _add_quiz(session: Session, person: Person) -> None:
    """Add a quiz of two questions, the first of them answered."""
    at = NOW + timedelta(days=11)
    quiz = start_quiz(
        session,
        person_id=person.id,
        team_id=own_team(session),
        minutes=None,
        question_count=2,
        now=at,
    )
    answer_question(
        session,
        person=person,
        team_id=own_team(session),
        quiz_id=quiz.id,
        position=0,
        response=None,
        is_unsure=False,
        shown_at=None,
        now=at,
    )


def plant(session: Session, statements: str) -> None:
    with write_tx(session):
        for statement in statements.split("; "):
            session.connection().exec_driver_sql(statement)


def plant_behind_the_back(engine: Engine, statement: str) -> None:
    """Write as another tool would, which asks for no foreign keys."""
    connection = sqlite_module().connect(engine.url.database)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute(statement)
    connection.commit()
    connection.close()


def kinds(found: list[Finding]) -> set[str]:
    return {finding.kind for finding in found}


def test_nothing_is_found_in_a_clean_library(studied: Session) -> None:
    assert check_library(studied) == []


def test_nothing_is_found_in_an_empty_library(session: Session) -> None:
    assert check_library(session) == []


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_a_planted_corruption_is_found_and_mended_where_the_log_tells(
    studied: Session, name: str
) -> None:
    kind, statements = CORRUPTIONS[name]
    plant(studied, statements)
    found = check_library(studied)
    assert kind in kinds(found), found
    assert all(finding.detail.endswith(".") for finding in found)
    if kind in MENDED:
        with write_tx(studied):
            rebuild_library(studied)
        assert check_library(studied) == []


@only_sqlite
@pytest.mark.parametrize("name", BROKEN_REFERENCES)
def test_a_row_that_points_at_nothing_is_found(
    studied: Session, engine: Engine, name: str
) -> None:
    studied.rollback()
    plant_behind_the_back(engine, BROKEN_REFERENCES[name])
    assert "foreign_key" in kinds(check_library(studied))


@only_sqlite
def test_a_value_that_breaks_its_constraint_is_found(
    studied: Session, engine: Engine
) -> None:
    studied.rollback()
    plant_behind_the_back(engine, "UPDATE reviews SET rating = 7 WHERE seq = 1")
    assert kinds(check_library(studied)) == {"database"}


def test_a_finding_names_what_is_stored_and_what_should_be(studied: Session) -> None:
    plant(studied, "UPDATE card_states SET reps = 7 WHERE card_id = 1")
    assert check_library(studied) == [
        Finding("state", 1, "Person 1: reps is 7 and should be 3.")
    ]


def test_a_check_changes_nothing(studied: Session) -> None:
    plant(studied, "UPDATE card_states SET reps = 7 WHERE card_id = 1")
    first = check_library(studied)
    studied.rollback()
    assert check_library(studied) == first


@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.QUIZ])
def test_answers_of_every_mode_leave_the_library_clean(
    session: Session, mode: Mode
) -> None:
    with write_tx(session):
        make_review(session, make_card(session), mode=mode)
    assert check_library(session) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda claim: setattr(claim, "text", "Rents  fell by 4 %"),
        lambda claim: setattr(claim, "text", "“Rents fell by 4%”"),
    ],
)
def test_white_space_and_marks_are_no_difference_of_words(
    session: Session, change: Callable[[object], None]
) -> None:
    with write_tx(session):
        change(
            make_article(session, groups=(("Rents fell by 4%.",),)).groups[0].claims[0]
        )
    assert check_library(session) == []


@pytest.mark.parametrize(
    ("subject", "kinds"),
    [
        ("The Berlin board", []),  # put in for "it" by the reader
        ("The Berlin board’s", []),
        ("The Hamburg board", ["claim_span"]),
        ("The Berlin board fell and rose and", ["claim_span"]),
    ],
)
def test_a_name_put_in_for_a_pronoun_stands_in_the_document(
    session: Session, subject: str, kinds: list[str]
) -> None:
    told = "In May the Berlin board met.", "It, a rival, raised the cap by 4%."
    take_in(session, [("Caps", told)])
    with write_tx(session):
        claim = session.scalars(sa.select(Claim).where(Claim.text == told[1])).one()
        claim.text = told[1].replace("It", subject)
    assert [finding.kind for finding in check_library(session)] == kinds


SCHEMA = {
    "a table is gone": ("DROP TABLE card_matches", "card_matches", "lacks"),
    "a column is gone": (
        "ALTER TABLE claims DROP COLUMN doubt",
        "claims.doubt",
        "lacks",
    ),
    "an index is gone": (
        "DROP INDEX ix_cards_claim_id",
        "cards.ix_cards_claim_id",
        "lacks",
    ),
    "a table is foreign": ("CREATE TABLE notes (id INTEGER)", "notes", "nothing here"),
}


@only_sqlite
@pytest.mark.parametrize("name", SCHEMA)
def test_a_schema_that_is_not_ours_is_found(engine: Engine, name: str) -> None:
    assert schema_findings(engine) == []
    statement, place, what = SCHEMA[name]
    plant_behind_the_back(engine, statement)
    found = schema_findings(engine)
    assert {finding.kind for finding in found} == {"schema"}
    assert any(place in str(it.id) and what in it.detail for it in found), found


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE articles SET revision = 3",
        "DELETE FROM revisions WHERE number = 2",
        "UPDATE revisions SET fingerprint = 'x' WHERE number = 2",
    ],
)
def test_revisions_that_do_not_add_up_are_reported(
    session: Session, damage: str
) -> None:
    take_in(session, FIRST)
    take_in(session, FIRST[:1], revise=True, now=LATER)
    assert check_library(session) == []
    session.rollback()
    with write_tx(session):
        session.execute(sa.text(damage))
    assert {it.kind for it in check_library(session)} == {"revision"}
