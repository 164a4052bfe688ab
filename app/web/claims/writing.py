"""Have cards written for claims that have none yet, and claims compared anew."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.services.run_job import start_job
from app.store.models import Claim
from app.web.identity import current_person, now


def start_writing(
    session: Session, claims: Collection[Claim], *, are_words_new: bool = False
) -> list[UUID]:
    """Start a job for each article with unwritten claims among these.

    With `are_words_new` also where all are written: the job compares the article with
    others again. Call within the write; hand what it gives to `enqueue` once that is
    committed.
    """
    articles = {
        (claim.team_id, claim.group.article_id)
        for claim in claims
        if claim.standing is Standing.TAKEN
        and (are_words_new or claim.written_with is None)
    }
    return [
        start_job(
            session,
            team_id=team_id,
            person_id=current_person().id,
            article_id=article_id,
            now=now(),
        )
        for team_id, article_id in sorted(articles)
    ]
