"""Write an article's cards anew in the child, and keep them to be looked at."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from app.domain.card import CardDraft, Uncovered, Written
from app.domain.writing import WRITER_VERSION
from app.jobs.child import writer_child
from app.services.propose_cards import store_proposal
from app.services.run_job import advance_job
from app.store.models import Article, Job
from app.store.queries.names import known_countries
from app.store.queries.verdicts import tastes_of
from app.store.queries.writing import article_to_rewrite
from app.store.writing import write_tx

#: Claims in a batch.
BATCH = 16


def propose_all(
    session: Session,
    job: Job,
    clock: Callable[[], datetime],
    report: Callable[[int, int], None] | None,
) -> bool:
    """Write all cards anew as one run of the writer would; say whether it was wanted.

    Nothing of the article is changed, and nothing is kept of half a run: a job that is
    taken up again begins anew.
    """
    job_id, article_id, team_id = job.id, job.article_id, job.team_id
    if article_id is None or session.get(Article, article_id) is None:
        return False
    article, claims = article_to_rewrite(session, article_id)
    tastes = tastes_of(session, team_id)
    known = known_countries(session, team_id)
    cards: list[CardDraft] = []
    uncovered: list[Uncovered] = []
    for start in range(0, len(claims), BATCH):
        batch = claims[start : start + BATCH]
        # Nothing is held while the child works.
        session.rollback()
        written = writer_child.write(
            article,
            [it.place for it in batch],
            [card.question for card in cards],
            tastes,
            known,
        )
        cards += written.cards
        uncovered += written.uncovered
        with write_tx(session):
            goes_on = advance_job(
                session, job_id=job_id, written=len(batch), now=clock()
            )
        if not goes_on:
            return False
        if report is not None:
            moved = session.get_one(Job, job_id)
            report(moved.done, moved.total)
    with write_tx(session):
        if session.get(Job, job_id) is None:
            # Its article was deleted meanwhile, and the job with it.
            return False
        store_proposal(
            session,
            team_id=team_id,
            article_id=article_id,
            claims=claims,
            written=Written(tuple(cards), tuple(uncovered), ()),
            writer_version=WRITER_VERSION,
            now=clock(),
        )
    return True
