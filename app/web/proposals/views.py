"""The page of an article's cards written anew, and its buttons."""

from flask import (
    Blueprint,
    Response,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as Redirect

from app.domain.errors import ConflictError
from app.jobs import enqueue
from app.services.propose_cards import drop_proposal, start_proposal
from app.services.run_job import cancel_job, start_job
from app.services.take_proposal import compare_proposal, take_proposal
from app.store.models import OPEN_JOB
from app.store.queries.articles import own_article
from app.store.queries.proposals import latest_proposal_job, proposal_of
from app.store.writing import write_tx
from app.web.identity import current_person, current_team_id, now, request_session
from app.web.proposals.showing import proposal_progress, sections_of, staying_of

bp = Blueprint("proposals", __name__, url_prefix="/articles/<int:article_id>/anew")

Page = str | Redirect


@bp.get("")
def show(article_id: int) -> Page:
    """Show what the writer would change today, or how far it is."""
    session = request_session()
    article = own_article(session, team_id=current_team_id(), article_id=article_id)
    job = latest_proposal_job(session, article_id)
    proposal = proposal_of(session, article_id)
    compared = None if proposal is None else compare_proposal(session, proposal)
    return render_template(
        "proposals/show.html",
        article=article,
        progress=proposal_progress(job),
        compared=compared,
        sections=[] if compared is None else sections_of(compared, article_id),
        staying=[] if compared is None else staying_of(compared),
    )


@bp.post("")
def start(article_id: int) -> Page:
    """Have the cards written anew, to be looked at."""
    session = request_session()
    try:
        with write_tx(session):
            own_article(session, team_id=current_team_id(), article_id=article_id)
            job_id = start_proposal(
                session,
                team_id=current_team_id(),
                person_id=current_person().id,
                article_id=article_id,
                now=now(),
            )
    except ConflictError as error:
        flash(error.message, "warning")
    else:
        enqueue([job_id])
    return _back(article_id)


@bp.get("/progress")
def progress(article_id: int) -> Response:
    """Say how far the writing is."""
    session = request_session()
    own_article(session, team_id=current_team_id(), article_id=article_id)
    job = latest_proposal_job(session, article_id)
    return jsonify(proposal_progress(job).as_json())


@bp.post("/cancel")
def cancel(article_id: int) -> Page:
    """Stop the writing; every card is as it was."""
    session = request_session()
    with write_tx(session):
        own_article(session, team_id=current_team_id(), article_id=article_id)
        job = latest_proposal_job(session, article_id)
        if job is not None and job.status in OPEN_JOB:
            cancel_job(session, team_id=job.team_id, job_id=job.id, now=now())
    return _back(article_id)


@bp.post("/take")
def take(article_id: int) -> Page:
    """Do what the page showed."""
    session = request_session()
    try:
        with write_tx(session):
            own_article(session, team_id=current_team_id(), article_id=article_id)
            done = take_proposal(
                session,
                article_id=article_id,
                seen=request.form.get("seen", ""),
                now=now(),
            )
            # It writes nothing, and compares the new cards with other articles'.
            job_id = start_job(
                session,
                team_id=current_team_id(),
                person_id=current_person().id,
                article_id=article_id,
                now=now(),
            )
    except ConflictError as error:
        flash(error.message, "warning")
        return _back(article_id)
    enqueue([job_id])
    counts = (len(done.added), len(done.replaced), len(done.removed))
    flash(
        "Cards added: {:,}; replaced: {:,}; removed: {:,}.".format(*counts), "success"
    )
    return redirect(url_for("articles.show", article_id=article_id), 303)


@bp.post("/drop")
def drop(article_id: int) -> Page:
    """Leave every card as it is."""
    session = request_session()
    with write_tx(session):
        own_article(session, team_id=current_team_id(), article_id=article_id)
        drop_proposal(session, article_id=article_id)
    flash("Every card is as it was.", "success")
    return redirect(url_for("articles.show", article_id=article_id), 303)


def _back(article_id: int) -> Redirect:
    return redirect(url_for(".show", article_id=article_id), 303)
