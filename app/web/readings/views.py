"""Pages of long documents that the worker reads: how far, stopped, or refused."""

from uuid import UUID

from flask import (
    Blueprint,
    Response,
    flash,
    jsonify,
    redirect,
    render_template,
    url_for,
)
from werkzeug.wrappers import Response as Redirect

from app.jobs import enqueue
from app.services.run_job import cancel_job
from app.services.start_reading import drop_reading, revise_by_reading
from app.store.models import JobStatus
from app.store.queries.readings import own_reading
from app.store.writing import write_tx
from app.web.articles.adding import Decoded, keep_document
from app.web.identity import current_person, current_team_id, now, request_session
from app.web.readings.showing import reading_progress, revised_by

bp = Blueprint("readings", __name__, url_prefix="/articles/readings")


def keep_and_wait(document: Decoded, *, article_id: int | None = None) -> Redirect:
    """Keep a long document for the worker, and go where its reading is followed."""
    job_id = keep_document(
        request_session(),
        team_id=current_team_id(),
        person_id=current_person().id,
        document=document,
        article_id=article_id,
        now=now(),
    )
    return redirect(url_for("readings.show", job_id=job_id), 303)


@bp.get("/<uuid:job_id>")
def show(job_id: UUID) -> str | Redirect:
    """Show how far the reading is; once it is done, go to its article."""
    job, name = own_reading(request_session(), current_team_id(), job_id)
    if job.status is JobStatus.DONE:
        return redirect(url_for("articles.show", article_id=job.article_id), 303)
    return render_template(
        "readings/show.html",
        job=job,
        name=name,
        progress=reading_progress(job),
        article_id=revised_by(job),
    )


@bp.get("/<uuid:job_id>/progress")
def progress(job_id: UUID) -> Response:
    """Say how far the reading is."""
    job, _ = own_reading(request_session(), current_team_id(), job_id)
    return jsonify(reading_progress(job).as_json())


@bp.post("/<uuid:job_id>/cancel")
def cancel(job_id: UUID) -> Redirect:
    """Stop reading; nothing is imported then."""
    session = request_session()
    with write_tx(session):
        own_reading(session, current_team_id(), job_id)
        cancel_job(session, team_id=current_team_id(), job_id=job_id, now=now())
    return redirect(url_for(".show", job_id=job_id), 303)


@bp.post("/<uuid:job_id>/revise")
def revise(job_id: UUID) -> Redirect:
    """Take a text that was refused as a revision of the article it changes."""
    session = request_session()
    with write_tx(session):
        revise_by_reading(session, team_id=current_team_id(), job_id=job_id)
    enqueue([job_id])
    return redirect(url_for(".show", job_id=job_id), 303)


@bp.post("/<uuid:job_id>/drop")
def drop(job_id: UUID) -> Redirect:
    """Forget a document that was not imported."""
    session = request_session()
    with write_tx(session):
        drop_reading(session, team_id=current_team_id(), job_id=job_id)
    flash("The document is forgotten.", "success")
    return redirect(url_for("articles.index"), 303)
