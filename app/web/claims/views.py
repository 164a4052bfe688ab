"""Pages of one claim, and what can be done to it from any page."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app.domain.claims.editing import likely_split, place_of_break
from app.domain.errors import ConflictError, DomainError, InputError
from app.jobs import enqueue
from app.services.merge_claims import merge_with_next
from app.services.move_claim import move_along, move_to_group
from app.services.reject_claims import reject_claims, return_claims, take_claims
from app.services.reword_claim import reword_claim
from app.services.split_claim import split_claim
from app.store.models import Claim
from app.store.queries.articles import groups_of
from app.store.queries.claims import taken_claim
from app.store.writing import write_tx
from app.web.addresses import claim_address
from app.web.claims.forms import MoveForm, WordsForm
from app.web.claims.showing import group_words, surroundings
from app.web.claims.writing import start_writing
from app.web.identity import current_team_id, now, request_session
from app.web.returning import own_path, with_argument

bp = Blueprint("claims", __name__, url_prefix="/claims")

Page = str | tuple[str, int] | Response

#: What the address calls it: the service, and what is said when it is done.
STANDINGS: Mapping[str, tuple[Callable[..., list[Claim]], str]] = {
    "take": (take_claims, "The claim is taken."),
    "reject": (reject_claims, ""),
    "return": (return_claims, "The claim is back as it was, with its cards."),
}


@bp.post("/<int:claim_id>/<any(take, reject, return):verb>")
def stand(claim_id: int, verb: str) -> Page:
    """Take a claim, reject it, or undo its rejection."""
    service, done = STANDINGS[verb]
    session = request_session()
    with write_tx(session):
        claims = service(
            session, team_id=current_team_id(), claim_ids=[claim_id], now=now()
        )
        jobs = start_writing(session, claims)
        home = claim_address(claims[0].group.article_id, claim_id)
    enqueue(jobs)
    back = own_path(request.form.get("next"), home)
    if verb == "reject":
        return redirect(with_argument(back, "dropped", str(claim_id)), 303)
    flash(done, "success")
    return redirect(back, 303)


@bp.get("/<int:claim_id>/reword")
def reword(claim_id: int) -> Page:
    """Show a claim's words to be changed."""
    claim = _claim(claim_id)
    return _page("reword", claim, WordsForm(obj=claim), 200)


@bp.post("/<int:claim_id>/reword")
def save_words(claim_id: int) -> Page:
    """Change a claim's words."""
    form, session = WordsForm(), request_session()

    def save() -> str:
        what = reword_claim(
            session,
            team_id=current_team_id(),
            claim_id=claim_id,
            text=form.values(),
            now=now(),
        )
        if what is None:
            return (
                "The claim is reworded. Its facts are the same: every card stays "
                "whose answer still stands in it."
            )
        return f"The claim is reworded. {what} Its cards are written anew."

    return _save("reword", claim_id, form, save)


@bp.get("/<int:claim_id>/split")
def split(claim_id: int) -> Page:
    """Show a claim to be broken in two."""
    claim = _claim(claim_id)
    form = WordsForm(obj=claim)
    at = likely_split(claim.text)
    if at is not None:
        form.text.data = f"{claim.text[:at].rstrip()}\n{claim.text[at:]}"
    return _page("split", claim, form, 200)


@bp.post("/<int:claim_id>/split")
def save_split(claim_id: int) -> Page:
    """Make two claims of one."""
    form, session = WordsForm(), request_session()

    def save() -> str:
        claim = _claim(claim_id)
        at = place_of_break(claim.text, form.values())
        split_claim(
            session, team_id=current_team_id(), claim_id=claim_id, at=at, now=now()
        )
        return "The claim is split in two. Cards are written for both."

    return _save("split", claim_id, form, save)


@bp.get("/<int:claim_id>/move")
def move(claim_id: int) -> Page:
    """Show the groups that a claim may be moved to."""
    claim = _claim(claim_id)
    return _page("move", claim, MoveForm(data={"group_id": claim.group_id}), 200)


@bp.post("/<int:claim_id>/move")
def save_place(claim_id: int) -> Page:
    """Move a claim to another group, or up and down in its own."""
    form, session = MoveForm(), request_session()
    ids: Mapping[str, Any] = {"team_id": current_team_id(), "claim_id": claim_id}

    def save() -> str:
        if request.form.get("direction") in ("up", "down"):
            direction: Any = request.form["direction"]
            move_along(session, **ids, direction=direction)
        else:
            move_to_group(session, **ids, group_id=form.values())
        return "The claim is moved."

    return _save("move", claim_id, form, save)


@bp.post("/<int:claim_id>/merge")
def merge(claim_id: int) -> Page:
    """Merge a claim with the one behind it in its group."""
    session = request_session()
    try:
        with write_tx(session):
            claim = merge_with_next(
                session, team_id=current_team_id(), claim_id=claim_id
            )
            jobs = start_writing(session, [claim], are_words_new=True)
    except (InputError, ConflictError) as error:
        jobs = []
        flash(error.message, "warning")
    else:
        flash("The two claims are one, with the cards of both.", "success")
    enqueue(jobs)
    return redirect(own_path(request.form.get("next"), _home(_claim(claim_id))), 303)


def _save(
    part: str, claim_id: int, form: WordsForm | MoveForm, save: Callable[[], str]
) -> Page:
    """Do the work of a form, have cards written, and go back; or show it again."""
    session = request_session()
    try:
        with write_tx(session):
            done = save()
            session.expire_all()
            claim = _claim(claim_id)
            jobs = start_writing(session, [claim], are_words_new=part == "reword")
            home = _home(claim)
    except (InputError, ConflictError) as error:
        form.form_errors.append(error.message)
        return _page(part, _claim(claim_id), form, _status(error))
    enqueue(jobs)
    flash(done, "success")
    return redirect(own_path(request.form.get("next"), home), 303)


def _status(error: DomainError) -> int:
    return 409 if isinstance(error, ConflictError) else 400


def _claim(claim_id: int) -> Claim:
    return taken_claim(request_session(), team_id=current_team_id(), claim_id=claim_id)


def _home(claim: Claim) -> str:
    return claim_address(claim.group.article_id, claim.id)


def _page(
    part: str, claim: Claim, form: WordsForm | MoveForm, status: int
) -> tuple[str, int]:
    session: Session = request_session()
    if isinstance(form, MoveForm):
        groups: Sequence[Any] = groups_of(session, claim.group.article_id)
        form.group_id.choices = [(it.id, group_words(it)) for it in groups]
    home = _home(claim)
    page = render_template(
        f"claims/{part}.html",
        claim=claim,
        form=form,
        source_parts=surroundings(session, claim),
        back=own_path(request.values.get("next"), home),
    )
    return page, status
