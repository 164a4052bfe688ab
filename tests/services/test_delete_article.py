import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.errors import NotFoundError
from app.domain.memory.settings import SchedulerSettings
from app.services.bury_card import bury_card
from app.services.delete_article import delete_article, delete_samples
from app.services.run_job import start_job
from app.services.start_quiz import start_quiz
from app.services.undo_review import undo_review
from app.store.base import Base
from app.store.models import Article, Card, Document, Person, ReviewEntry
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review, own_team
from tests.support.library import NOW

#: What belongs to people and teams, not to articles; a quiz outlives its questions.
_STAYING = {
    "teams",
    "people",
    "memberships",
    "settings_entries",
    "api_tokens",
    "quizzes",
}


def used_article(session: Session, person: Person, **over: object) -> int:
    """Add an article with a row in every table that hangs on it."""
    article = make_article(session, **over)  # type: ignore[arg-type] # the factory's
    claim = article.groups[0].claims[0]
    kept, undone = make_card(session, claim), make_card(session, claim)
    make_review(session, kept)
    make_review(session, undone)
    review = session.scalars(
        sa.select(ReviewEntry).where(ReviewEntry.card_id == undone.id)
    ).one()
    undo_review(
        session,
        person_id=person.id,
        review_id=review.id,
        settings=SchedulerSettings(),
        now=NOW,
    )
    bury_card(session, person=person, card_id=undone.id, now=NOW)
    team_id = own_team(session)
    start_quiz(
        session,
        person_id=person.id,
        team_id=team_id,
        article_ids=[article.id],
        minutes=None,
        question_count=1,
        now=NOW,
    )
    start_job(
        session,
        team_id=team_id,
        person_id=person.id,
        article_id=article.id,
        now=NOW,
    )
    return article.id


def filled(session: Session) -> dict[str, int]:
    counts = {
        table.name: session.scalar(sa.select(sa.func.count()).select_from(table)) or 0
        for table in Base.metadata.sorted_tables
        if table.name not in _STAYING
    }
    return {name: number for name, number in counts.items() if number}


def test_nothing_of_a_deleted_article_is_left(session: Session, person: Person) -> None:
    with write_tx(session):
        article_id = used_article(session, person, title="Homes")
    assert {"reviews", "withdrawals", "daily_counts", "quiz_questions", "jobs"} <= set(
        filled(session)
    )
    with write_tx(session):
        title = delete_article(
            session, team_id=own_team(session), article_id=article_id
        )
    assert title == "Homes"
    assert filled(session) == {}


def test_another_article_of_the_library_stays_whole(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        staying = used_article(session, person)
    before = filled(session)
    with write_tx(session):
        article_id = used_article(session, person)
    with write_tx(session):
        delete_article(session, team_id=own_team(session), article_id=article_id)
    assert filled(session) == before
    assert session.scalars(sa.select(Article.id)).all() == [staying]


def test_a_document_stays_while_one_of_its_articles_does(session: Session) -> None:
    with write_tx(session):
        first, second = make_article(session), make_article(session)
        second.document_id = first.document_id
        session.flush()
        ids, document_id = (first.id, second.id), first.document_id
    left = []
    for article_id in ids:
        with write_tx(session):
            delete_article(session, team_id=own_team(session), article_id=article_id)
        left.append(session.scalars(sa.select(Document.id)).all())
    assert left == [[document_id], []]


def test_a_missing_or_foreign_article_is_not_deleted(session: Session) -> None:
    with write_tx(session):
        article_id = make_article(session).id
    for team_id, wanted in ((own_team(session), 999), (99, article_id)):
        with pytest.raises(NotFoundError), write_tx(session):
            delete_article(session, team_id=team_id, article_id=wanted)
    assert session.get(Article, article_id) is not None


def test_samples_go_and_own_articles_stay(session: Session, person: Person) -> None:
    with write_tx(session):
        own = used_article(session, person)
    before = filled(session)
    with write_tx(session):
        used_article(session, person, is_sample=True)
        make_article(session, is_sample=True)
    with write_tx(session):
        assert delete_samples(session, team_id=99) == 0
        assert delete_samples(session, team_id=own_team(session)) == 2
    assert filled(session) == before
    assert session.scalars(sa.select(Article.id)).all() == [own]
    with write_tx(session):
        assert delete_samples(session, team_id=own_team(session)) == 0
    assert session.scalars(sa.select(sa.func.count(Card.id))).one() == 2
