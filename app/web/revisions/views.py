"""Pages of revisions."""

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from app.domain.errors import ChangedError, ConflictError, InputError
from app.domain.study_day import zone_named
from app.store.queries.articles import own_article
from app.store.queries.revisions import revisions_of
from app.web.articles.adding import (
    Read,
    add_document,
    decode_received,
    fetch_document,
    read_decoded,
)
from app.web.articles.forms import AddForm
from app.web.articles.showing import day_words
from app.web.identity import current_person, current_team_id, now, request_session
from app.web.readings.views import keep_and_wait
from app.web.revisions.forms import TakeForm
from app.web.revisions.showing import compare_read, past_revisions

bp = Blueprint("revisions", __name__, url_prefix="/articles")

Page = str | tuple[str, int] | Response

#: What the forms have beside their document.
_FORM_BYTES = 100_000
#: Doubts of the reader that are told.
_MOST_WARNINGS = 3


@bp.url_value_preprocessor
def _raise_limit(endpoint: str | None, _values: object) -> None:
    # Before the form's token is looked for, which reads the whole request.
    if request.method == "POST":
        most = current_app.config["MAX_BYTES"]
        if endpoint == "revisions.take":
            # Base64 writes three bytes with four characters.
            most = -(-most // 3) * 4
        request.max_content_length = most + _FORM_BYTES
        request.max_form_memory_size = most + _FORM_BYTES


@bp.get("/<int:article_id>/revisions")
def index(article_id: int) -> Page:
    """List an article's revisions with what each of them changed."""
    session, person = request_session(), current_person()
    article = own_article(session, team_id=current_team_id(), article_id=article_id)
    zone = zone_named(person.timezone)
    return render_template(
        "revisions/index.html",
        article=article,
        revisions=past_revisions(revisions_of(session, article_id)),
        day=lambda instant: day_words(instant, zone),
        added=day_words(article.imported_at, zone),
        form=AddForm(formdata=None),
    )


@bp.post("/<int:article_id>/revisions")
def compare(article_id: int) -> Page:
    """Show what a document would change in the article that the person names."""
    form, session, team_id = AddForm(), request_session(), current_team_id()
    try:
        url = form.address()
        document = fetch_document(session, url) if url else form.received()
        decoded = decode_received(document)
        own_article(session, team_id=team_id, article_id=article_id)
        if decoded.is_long:
            return keep_and_wait(decoded, article_id=article_id)
        read = read_decoded(decoded)
        return preview_page(read, article_id=article_id)
    except (InputError, ConflictError) as error:
        flash(error.message, "error")
        return redirect(url_for(".index", article_id=article_id), 303)


@bp.post("/revise")
def take() -> Page:
    """Take the document that was looked at as the new revision."""
    form, session = TakeForm(), request_session()
    values, read = form.values(), read_decoded(decode_received(form.received()))
    try:
        added = add_document(
            session,
            team_id=current_team_id(),
            person_id=current_person().id,
            document=read,
            now=now(),
            **values,
        )
    except ChangedError as error:
        return preview_page(read, article_id=values["article_id"], overtaken=error)
    imported = added.imported
    if imported.unchanged_ids:
        _tell_unchanged()
    ids = [*imported.revised_ids, *imported.article_ids]
    if len(ids) > 1:
        flash(f"{len(ids):,} articles were taken.", "success")
        return redirect(url_for("articles.index"), 303)
    if imported.revised_ids:
        flash("The new revision is here.", "success")
    return redirect(
        url_for("articles.show", article_id=(*ids, *imported.unchanged_ids)[0]), 303
    )


def preview_page(
    read: Read, *, article_id: int | None, overtaken: ChangedError | None = None
) -> Page:
    """Show what a document changes, with a button that takes it.

    `overtaken` is why a button pressed before took nothing.
    """
    found = compare_read(
        request_session(), team_id=current_team_id(), read=read, article_id=article_id
    )
    if not found.previews and not found.new:
        # Sent twice, or taken on another page.
        _tell_unchanged()
        return redirect(url_for("articles.show", article_id=found.same_ids[0]), 303)
    if overtaken is not None:
        flash(overtaken.message, "warning")
    if not found.previews:
        return redirect(url_for("articles.index"), 303)
    page = render_template(
        "revisions/preview.html",
        previews=found.previews,
        new=found.new,
        form=TakeForm.of(read.received, found.previews, article_id),
        warnings=read.reading.warnings[:_MOST_WARNINGS],
    )
    return page, 200 if overtaken is None else 409


def _tell_unchanged() -> None:
    flash("This text is already here; nothing was added for it.", "warning")
