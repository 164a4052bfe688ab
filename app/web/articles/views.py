"""Pages of articles."""

from functools import partial

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as Redirect

from app.domain.errors import ChangedError, ConflictError, DomainError, InputError
from app.domain.study_day import zone_named
from app.jobs import enqueue
from app.services.delete_article import delete_article, delete_samples
from app.services.mark_claim import mark_claim
from app.services.run_job import cancel_job, start_job
from app.store.models import Document
from app.store.queries.articles import (
    article_lines,
    latest_job,
    loss_of,
    own_article,
    place_of_claim,
    sample_count,
    unwritten_count,
)
from app.store.queries.claims import offered_count, rejected_of
from app.store.queries.readings import unfinished_readings
from app.store.queries.study import due_counts
from app.store.writing import write_tx
from app.web.addresses import claim_address
from app.web.articles.adding import (
    Added,
    add_document,
    decode_received,
    fetch_document,
    read_decoded,
)
from app.web.articles.forms import AddForm
from app.web.articles.showing import (
    CLAIMS_ON_PAGE,
    article_page,
    day_words,
    progress_of,
    source_address,
)
from app.web.claims.forms import MarkForm
from app.web.claims.showing import group_words
from app.web.claims.writing import start_writing
from app.web.identity import current_person, current_team_id, now, request_session
from app.web.readings.showing import reading_progress
from app.web.readings.views import keep_and_wait
from app.web.revisions.views import preview_page

bp = Blueprint("articles", __name__, url_prefix="/articles")

Page = str | tuple[str, int] | Redirect

#: Articles on one page of the list.
ON_PAGE = 50
#: What a form has beside its document.
_FORM_BYTES = 100_000
#: Rejected claims that an article lists.
_MOST_REJECTED = 200
#: Doubts of the reader that are told; the rest is counted.
_MOST_WARNINGS = 3


@bp.url_value_preprocessor
def _raise_limit(endpoint: str | None, _values: object) -> None:
    # Before the form's token is looked for, which reads the whole request.
    if endpoint == "articles.add":
        most = current_app.config["MAX_BYTES"] + _FORM_BYTES
        request.max_content_length = most
        request.max_form_memory_size = most


@bp.get("")
def index() -> Page:
    """List the articles, and take a new one."""
    return _list_page(AddForm(), 200)


@bp.post("")
def add() -> Page:
    """Store a document that was pasted, uploaded or fetched; go to its article."""
    form, session = AddForm(), request_session()
    try:
        url = form.address()
        document = fetch_document(session, url) if url else form.received()
        decoded = decode_received(document)
        if decoded.is_long:
            return keep_and_wait(decoded)
        read = read_decoded(decoded)
        added = add_document(
            session,
            team_id=current_team_id(),
            person_id=current_person().id,
            document=read,
            now=now(),
        )
    except ChangedError:
        return preview_page(read, article_id=None)
    except (InputError, ConflictError) as error:
        return _refused(form, error)
    _tell(added)
    ids = [*added.imported.article_ids, *added.imported.unchanged_ids]
    if len(ids) > 1:
        return redirect(url_for(".index"), 303)
    return redirect(url_for(".show", article_id=ids[0]), 303)


@bp.get("/<int:article_id>")
def show(article_id: int) -> Page:
    """Show an article: its claims beside their source, with their cards."""
    return _article_page(article_id, MarkForm(formdata=None), 200)


@bp.post("/<int:article_id>/claims")
def mark(article_id: int) -> Page:
    """Make a claim of a part of its source."""
    form, session, team_id = MarkForm(), request_session(), current_team_id()
    try:
        with write_tx(session):
            article = own_article(session, team_id=team_id, article_id=article_id)
            text = session.get_one(Document, article.document_id).text
            claim = mark_claim(
                session,
                team_id=team_id,
                article_id=article_id,
                **form.values(article, text),
            )
            jobs = start_writing(session, [claim])
            home = claim_address(article_id, claim.id)
    except (InputError, ConflictError) as error:
        form.form_errors.append(error.message)
        status = 409 if isinstance(error, ConflictError) else 400
        return _article_page(article_id, form, status)
    enqueue(jobs)
    flash(
        "The passage is a claim now; its cards come when they are written.", "success"
    )
    return redirect(home, 303)


def _article_page(article_id: int, form: MarkForm, status: int) -> tuple[str, int]:
    session, person = request_session(), current_person()
    article = own_article(session, team_id=current_team_id(), article_id=article_id)
    place = (request.args.get("page", 1, int) - 1) * CLAIMS_ON_PAGE
    if claim_id := request.args.get("claim", 0, int):
        place = place_of_claim(session, article_id, claim_id)
    page = article_page(session, article, place=place)
    groups = [it.group for it in page.groups]
    form.offer(groups, list(map(group_words, groups)))
    rejected = rejected_of(session, article_id, limit=_MOST_REJECTED + 1)
    html = render_template(
        "articles/show.html",
        mark=form,
        rejected=rejected[:_MOST_REJECTED],
        has_more_rejected=len(rejected) > _MOST_REJECTED,
        dropped=next((it for it in rejected if it.id == _dropped()), None),
        offered=offered_count(session, article.team_id, article_id=article_id),
        article=article,
        page=page,
        progress=progress_of(latest_job(session, article_id)),
        unwritten=unwritten_count(session, article_id),
        due=due_counts(session, person, now(), group_ids=page.group_ids).total,
        loss=loss_of(session, article_id),
        added=day_words(article.imported_at, zone_named(person.timezone)),
        source_url=source_address(article),
    )
    return html, status


def _dropped() -> int:
    """Give the claim that was just rejected, if the address names one."""
    return request.args.get("dropped", 0, int)


@bp.get("/<int:article_id>/progress")
def progress(article_id: int) -> Response:
    """Say how far the writing of its cards is."""
    session = request_session()
    own_article(session, team_id=current_team_id(), article_id=article_id)
    return jsonify(progress_of(latest_job(session, article_id)).as_json())


@bp.post("/<int:article_id>/write")
def write(article_id: int) -> Page:
    """Have the cards written that are missing."""
    session = request_session()
    with write_tx(session):
        own_article(session, team_id=current_team_id(), article_id=article_id)
        job_id = start_job(
            session,
            team_id=current_team_id(),
            person_id=current_person().id,
            article_id=article_id,
            now=now(),
        )
    enqueue([job_id])
    return redirect(url_for(".show", article_id=article_id), 303)


@bp.post("/<int:article_id>/cancel")
def cancel(article_id: int) -> Page:
    """Stop writing its cards; what is written stays."""
    session = request_session()
    with write_tx(session):
        own_article(session, team_id=current_team_id(), article_id=article_id)
        job = latest_job(session, article_id)
        if job is not None and progress_of(job).is_open:
            cancel_job(session, team_id=job.team_id, job_id=job.id, now=now())
    return redirect(url_for(".show", article_id=article_id), 303)


@bp.post("/<int:article_id>/delete")
def delete(article_id: int) -> Page:
    """Delete an article with all that hangs on it."""
    session = request_session()
    with write_tx(session):
        title = delete_article(
            session, team_id=current_team_id(), article_id=article_id
        )
    flash(f"“{title[:200]}” was deleted, with its cards and reviews.", "success")
    return redirect(url_for(".index"), 303)


@bp.post("/samples/delete")
def remove_samples() -> Page:
    """Delete every sample article."""
    session = request_session()
    with write_tx(session):
        count = delete_samples(session, team_id=current_team_id())
    flash(f"The samples were removed: {_counted(count, 'article')}.", "success")
    return redirect(url_for(".index"), 303)


def _list_page(form: AddForm, status: int) -> tuple[str, int]:
    session, person, team_id = request_session(), current_person(), current_team_id()
    lines = article_lines(
        session,
        team_id=team_id,
        person_id=person.id,
        now=now(),
        before=request.args.get("before", None, int),
        limit=ON_PAGE + 1,
    )
    page = render_template(
        "articles/index.html",
        form=form,
        articles=lines[:ON_PAGE],
        readings=unfinished_readings(session, team_id),
        reading_words=reading_progress,
        has_more=len(lines) > ON_PAGE,
        is_first="before" not in request.args,
        samples=sample_count(session, team_id),
        day=partial(day_words, zone=zone_named(person.timezone)),
    )
    return page, status


def _refused(form: AddForm, error: DomainError) -> tuple[str, int]:
    fields = [form.text, form.file, form.url]
    field = next((it for it in reversed(fields) if it.data), form.text)
    field.errors = [error.message]
    return _list_page(form, 409 if isinstance(error, ConflictError) else 400)


def _tell(added: Added) -> None:
    """Say what came of a document, and what the reader doubted."""
    new, old = len(added.imported.article_ids), len(added.imported.unchanged_ids)
    if new:
        claims = _counted(added.imported.claims, "claim")
        flash(f"{_counted(new, 'article')} read: {claims}.", "success")
    if old:
        what = "This text is" if new + old == 1 else f"{_counted(old, 'article')} were"
        flash(f"{what} already here; nothing was added for it.", "warning")
    for warning in added.warnings[:_MOST_WARNINGS]:
        flash(warning[:300], "warning")
    if (more := len(added.warnings) - _MOST_WARNINGS) > 0:
        flash(f"And {_counted(more, 'doubt')} more.", "warning")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
