"""Compare an article with the team's others in the child, and store what is found."""

from sqlalchemy.orm import Session

from app.domain.claims.comparing import Matches
from app.domain.claims.matching import KnownClaim
from app.jobs.child import writer_child
from app.jobs.wanted import wants
from app.services.match_article import match_article
from app.store.models import Job
from app.store.queries.matches import asked_cards, known_claims
from app.store.writing import write_tx


def match_written_article(session: Session, job: Job) -> bool:
    """Find what a job's article, now written, has in common with others.

    What a person changed in it meanwhile is compared again. Give False where someone
    called it off: the matches are then what they were.
    """
    article_id, team_id, is_wanted = job.article_id, job.team_id, wants(session, job)
    if article_id is None:
        return False
    claims = known_claims(session, team_id)
    while True:
        cards = asked_cards(session, team_id)
        matches: Matches | None = Matches({}, ())
        if any(claim.article != article_id for claim in claims):
            matches = writer_child.compare(article_id, claims, cards, is_wanted)
        if matches is None or not is_wanted():
            return False
        with write_tx(session):
            match_article(
                session,
                team_id=team_id,
                article_id=article_id,
                matches=matches,
                claims=claims,
                cards=cards,
            )
        compared, claims = claims, known_claims(session, team_id)
        if _of(article_id, claims) == _of(article_id, compared):
            return True


def _of(article_id: int, claims: list[KnownClaim]) -> list[KnownClaim]:
    return [claim for claim in claims if claim.article == article_id]
