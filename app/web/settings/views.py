"""Show and change a person's settings; issue and revoke their API tokens."""

from dataclasses import replace

from flask import (
    Blueprint,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response

from app.domain.study_day import zone_named
from app.services.change_settings import adopt_timezone, save_settings
from app.services.tokens import issue_token, revoke_token
from app.store.queries.people import scheduler_settings, tokens_of
from app.store.writing import write_tx
from app.web.identity import current_person, current_team_id, now, request_session
from app.web.settings.forms import COSTLY_RETENTION, SettingsForm, TokenForm
from app.web.settings.showing import token_lines

bp = Blueprint("settings", __name__, url_prefix="/settings")

Page = tuple[str, int] | Response


@bp.get("")
def show() -> Page:
    """Show the settings in force and the API tokens."""
    return _page(_current_form(), TokenForm(formdata=None), 200)


@bp.post("")
def save() -> Page:
    """Change the settings; cards are scheduled anew where that follows."""
    form, session = SettingsForm(), request_session()
    if not form.validate():
        return _page(form, TokenForm(formdata=None), 400)
    with write_tx(session):
        person = current_person()
        settings = scheduler_settings(session, person.id)
        save_settings(
            session,
            person=person,
            settings=replace(settings, **form.scheduler_values()),
            now=now(),
            **form.preferences(),
        )
    flash("The settings are saved.", "success")
    return redirect(url_for("settings.show"), 303)


@bp.post("/timezone")
def adopt() -> Response:
    """Take the zone of the person's browser, until they confirm one."""
    session = request_session()
    with write_tx(session):
        adopt_timezone(
            session, person=current_person(), timezone=request.form.get("timezone", "")
        )
    return Response(status=204)


@bp.post("/tokens")
def issue() -> Page:
    """Make a token and show it, this once."""
    form, session = TokenForm(), request_session()
    if not form.validate():
        return _page(_current_form(), form, 400)
    with write_tx(session):
        token = issue_token(
            session,
            person_id=current_person().id,
            team_id=current_team_id(),
            now=now(),
            **form.values(now()),
        )
    page = render_template("settings/token.html", token=token, name=form.name.data)
    response = make_response(page, 201)
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/tokens/<int:token_id>/revoke")
def revoke(token_id: int) -> Page:
    """End a token for good."""
    session = request_session()
    with write_tx(session):
        revoke_token(
            session, person_id=current_person().id, token_id=token_id, now=now()
        )
    flash("The token is revoked: nothing can use it any more.", "success")
    return redirect(url_for("settings.show", _anchor="tokens"), 303)


def _current_form() -> SettingsForm:
    person = current_person()
    return SettingsForm.of(person, scheduler_settings(request_session(), person.id))


def _page(form: SettingsForm, token_form: TokenForm, status: int) -> tuple[str, int]:
    person = current_person()
    page = render_template(
        "settings/index.html",
        form=form,
        token_form=token_form,
        costly_retention=COSTLY_RETENTION,
        is_zone_confirmed=person.is_timezone_confirmed,
        tokens=token_lines(
            tokens_of(request_session(), person.id),
            now=now(),
            zone=zone_named(person.timezone),
        ),
    )
    return page, status
