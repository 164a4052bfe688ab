"""Pages of a sitting."""

from collections.abc import Collection
from typing import Any

from flask import Blueprint, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.domain.errors import InputError
from app.domain.study_day import zone_named
from app.services.answer_card import answer_card
from app.services.bury_card import bring_card_back, bury_card
from app.services.edit_card import edit_card
from app.services.keep_cards import suspend_cards
from app.services.undo_review import undo_review
from app.store.queries.people import scheduler_settings
from app.store.queries.sitting import has_waiting_cards, set_aside
from app.store.queries.study import coming, has_kept_cards
from app.store.queries.today import day_done
from app.store.writing import write_tx
from app.web.cards.forms import CardForm
from app.web.errors import wants_json
from app.web.formatters import coming_words
from app.web.identity import (
    current_person,
    current_team_id,
    now,
    request_session,
    today,
)
from app.web.moments import instant_of, milliseconds_of
from app.web.study.forms import (
    AnswerForm,
    Scope,
    id_of,
    posted_card,
    posted_review,
    uuid_of,
)
from app.web.study.showing import Sitting, shown_at, sitting

bp = Blueprint("study", __name__, url_prefix="/study")

#: What an edit keeps of the address, to come back to the same side of the same card.
KEPT = ("review", "show", "group", "article")

Page = str | tuple[str, int] | Response


@bp.get("")
def show() -> Page:
    """Show the card whose turn it is, or the one that the address names."""
    scope, first = Scope.asked(), id_of(request.args.get("card"))
    found = _sitting(scope, first)
    if not found.cards:
        return _finished_page(found, scope)
    form = None
    if request.args.get("edit") and found.cards[0].card.id == first:
        form = CardForm(formdata=None, obj=found.cards[0].card)
    return _card_page(found, scope, form)


@bp.post("/answer")
def answer() -> Page:
    """Take a grade; the same answer sent twice is one answer."""
    form, session, scope = AnswerForm(), request_session(), Scope.asked()
    with write_tx(session):
        person = current_person()
        answer_card(
            session,
            person_id=person.id,
            answer=form.values(now()),
            settings=scheduler_settings(session, person.id),
            zone=person.timezone,
            now=now(),
        )
    if wants_json():
        return jsonify(_sitting(scope, held=form.held()).as_json())
    return redirect(url_for(".show", **scope.query), 303)


@bp.post("/undo")
def undo() -> Page:
    """Take one answer back and show its card again."""
    session = request_session()
    with write_tx(session):
        person_id = current_person().id
        card_id, _ = undo_review(
            session,
            person_id=person_id,
            review_id=posted_review(),
            settings=scheduler_settings(session, person_id),
            now=now(),
        )
    return redirect(url_for(".show", card=card_id, **Scope.asked().query), 303)


@bp.post("/bury")
def bury() -> Page:
    """Hide a card until the next study day."""
    session, card_id = request_session(), posted_card()
    with write_tx(session):
        bury_card(session, person=current_person(), card_id=card_id, now=now())
    return redirect(url_for(".show", aside=card_id, **Scope.asked().query), 303)


@bp.post("/suspend")
def suspend() -> Page:
    """Ask a card no more until it is brought back."""
    session, card_id = request_session(), posted_card()
    with write_tx(session):
        suspend_cards(
            session,
            team_id=current_team_id(),
            person_id=current_person().id,
            card_ids=[card_id],
            now=now(),
        )
    return redirect(url_for(".show", aside=card_id, **Scope.asked().query), 303)


@bp.post("/bring-back")
def bring_back() -> Page:
    """Take back that a card was buried or suspended, and show it."""
    session, card_id = request_session(), posted_card()
    with write_tx(session):
        bring_card_back(
            session,
            person_id=current_person().id,
            team_id=current_team_id(),
            card_id=card_id,
            now=now(),
        )
    return redirect(url_for(".show", card=card_id, **Scope.asked().query), 303)


@bp.post("/edit")
def edit() -> Page:
    """Change a card's words, and go back to it: same card, same side."""
    form, session, card_id = CardForm(), request_session(), posted_card()
    try:
        with write_tx(session):
            edit_card(
                session,
                team_id=current_team_id(),
                person_id=current_person().id,
                card_id=card_id,
                now=now(),
                **form.values(),
            )
    except InputError as error:
        return _edit_refused(form, card_id, error)
    kept: dict[str, Any] = {
        name: request.args.getlist(name) for name in KEPT if name in request.args
    }
    return redirect(url_for(".show", card=card_id, **kept), 303)


def _edit_refused(form: CardForm, card_id: int, error: InputError) -> Page:
    scope = Scope.asked()
    found = _sitting(scope, card_id)
    if not found.cards or found.cards[0].card.id != card_id:
        raise error
    form.form_errors.append(error.message)
    return _card_page(found, scope, form), 400


def _sitting(
    scope: Scope, first: int | None = None, held: Collection[int] = ()
) -> Sitting:
    return sitting(
        request_session(),
        person=current_person(),
        scope=scope,
        team_id=current_team_id(),
        now=now(),
        first=first,
        review_id=uuid_of(request.args.get("review")),
        held=held,
    )


def _card_page(found: Sitting, scope: Scope, form: CardForm | None) -> str:
    shown = found.cards[0]
    # The side belongs to one showing: an old address never gives away another's.
    is_asked_for = shown.review_id == uuid_of(request.args.get("review"))
    is_revealed = request.args.get("show") == "answer" and is_asked_for
    return render_template(
        "study/card.html",
        sitting=found,
        shown=shown,
        scope=scope.query,
        scope_fields=scope.fields,
        form=form,
        is_revealed=is_revealed,
        shown_at=shown_at(instant_of(request.args.get("shown_at")), now()),
        now_ms=milliseconds_of(now()),
        aside=_aside(),
    )


def _finished_page(found: Sitting, scope: Scope) -> str:
    session, person, team_id = request_session(), current_person(), current_team_id()
    groups = scope.group_ids(session, team_id)
    after = coming(session, person, now(), group_ids=groups)
    zone = zone_named(person.timezone)
    return render_template(
        "study/finished.html",
        scope=scope.query,
        undo_id=found.undo_id,
        done=day_done(session, person.id, today()),
        after=after,
        next_words=after.next_at and coming_words(after.next_at, now=now(), zone=zone),
        has_kept=has_kept_cards(session, person.id, group_ids=groups),
        has_waiting=has_waiting_cards(session, team_id, group_ids=groups),
        aside=_aside(),
        person=person,
    )


def _aside() -> dict[str, Any] | None:
    """Give the card just set aside, as the address names it, with the way back."""
    card_id = id_of(request.args.get("aside"))
    if card_id is None:
        return None
    how = set_aside(request_session(), current_person().id, card_id, now())
    return None if how is None else {"card_id": card_id, "how": how}
