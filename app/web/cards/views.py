"""Pages of one card, and what can be done to it from any page."""

from collections.abc import Callable, Mapping

from flask import Blueprint, flash, redirect, render_template, request
from werkzeug.wrappers import Response

from app.domain.errors import ConflictError, InputError
from app.services.edit_card import add_card, edit_card
from app.services.keep_cards import (
    delete_cards,
    keep_cards,
    reject_cards,
    return_cards,
    suspend_cards,
)
from app.store.models import Claim
from app.store.queries.cards import own_card, own_claim
from app.store.writing import write_tx
from app.web.addresses import claim_address
from app.web.cards.forms import CardForm
from app.web.identity import (
    current_person,
    current_team_id,
    now,
    request_session,
)
from app.web.returning import own_path

bp = Blueprint("cards", __name__, url_prefix="/cards")

Page = str | tuple[str, int] | Response

#: What the address calls a move: the service, and what is said when it is done.
_MOVES: Mapping[str, tuple[Callable[..., int], str]] = {
    "keep": (keep_cards, "The card is kept and will be asked."),
    "suspend": (suspend_cards, "The card is suspended: not asked until you resume it."),
    "reject": (reject_cards, "The card is rejected."),
    "return": (return_cards, "The card is back in the inbox."),
    "delete": (delete_cards, "The card is deleted."),
}


@bp.get("/<int:card_id>/edit")
def edit(card_id: int) -> Page:
    """Show a card's words to be changed."""
    card = own_card(request_session(), team_id=current_team_id(), card_id=card_id)
    return _edit_page(card_id, CardForm(obj=card), 200)


@bp.post("/<int:card_id>/edit")
def save(card_id: int) -> Page:
    """Change a card's words."""
    form, session = CardForm(), request_session()
    try:
        with write_tx(session):
            card = edit_card(
                session,
                team_id=current_team_id(),
                person_id=current_person().id,
                card_id=card_id,
                now=now(),
                **form.values(),
            )
            home = _home(card.claim)
    except InputError as error:
        form.form_errors.append(error.message)
        return _edit_page(card_id, form, 400)
    flash("The card is saved.", "success")
    return redirect(own_path(request.form.get("next"), home), 303)


@bp.get("/new")
def new() -> Page:
    """Show an empty card of a claim."""
    return _new_page(CardForm(formdata=None), 200)


@bp.post("/new")
def add() -> Page:
    """Add a card to a claim."""
    form, session = CardForm(), request_session()
    try:
        with write_tx(session):
            card = add_card(
                session,
                team_id=current_team_id(),
                claim_id=request.args.get("claim", 0, int),
                now=now(),
                **form.values(),
            )
            home = _home(card.claim)
    except (InputError, ConflictError) as error:
        form.form_errors.append(error.message)
        return _new_page(form, 409 if isinstance(error, ConflictError) else 400)
    flash("The card is added and will be asked.", "success")
    return redirect(own_path(request.form.get("next"), home), 303)


@bp.post("/<int:card_id>/<any(keep, suspend, reject, return, delete):move>")
def move(card_id: int, move: str) -> Page:
    """Keep (or resume), suspend, reject, return to the inbox, or delete a card."""
    service, done = _MOVES[move]
    session, team_id = request_session(), current_team_id()
    with write_tx(session):
        home = _home(own_card(session, team_id=team_id, card_id=card_id).claim)
        service(
            session,
            team_id=team_id,
            person_id=current_person().id,
            card_ids=[card_id],
            now=now(),
        )
    flash(done, "success")
    return redirect(own_path(request.form.get("next"), home), 303)


def _home(claim: Claim) -> str:
    return claim_address(claim.group.article_id, claim.id)


def _next(home: str) -> str:
    return own_path(request.values.get("next"), home)


def _edit_page(card_id: int, form: CardForm, status: int) -> tuple[str, int]:
    card = own_card(request_session(), team_id=current_team_id(), card_id=card_id)
    home = _home(card.claim)
    page = render_template(
        "cards/edit.html",
        card=card,
        claim=card.claim,
        form=form,
        home=home,
        back=_next(home),
    )
    return page, status


def _new_page(form: CardForm, status: int) -> tuple[str, int]:
    claim = own_claim(
        request_session(),
        team_id=current_team_id(),
        claim_id=request.args.get("claim", 0, int),
    )
    home = _home(claim)
    page = render_template(
        "cards/new.html", claim=claim, form=form, home=home, back=_next(home)
    )
    return page, status
