"""The inbox's page and its buttons, each of which stores the ticks first."""

from collections.abc import Sequence
from typing import Any

from flask import (
    Blueprint,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from app.domain.errors import ConflictError, InputError
from app.jobs import enqueue
from app.services.keep_cards import (
    keep_ticked,
    reject_cards,
    return_cards,
    take_back_keep,
    tick_cards,
)
from app.services.merge_claims import merge_with_next
from app.services.reject_claims import return_claims
from app.store.queries.articles import article_count, own_article
from app.store.queries.cards import (
    kept_together,
    rejected_cards,
    stale_cards,
    waiting_counts,
)
from app.store.queries.claims import inbox_claims, offered_count, rejected_among
from app.store.writing import write_tx
from app.web.claims.views import STANDINGS
from app.web.claims.writing import start_writing
from app.web.errors import wants_json
from app.web.identity import (
    current_person,
    current_team_id,
    now,
    request_session,
)
from app.web.ids import MOST_ID
from app.web.inbox.forms import InboxForm
from app.web.inbox.showing import articles_in_inbox, following
from app.web.moments import exact_instant_of, microseconds_of

bp = Blueprint("inbox", __name__, url_prefix="/inbox")

#: Claims and sentences offered on one page.
ON_PAGE = 30
#: Ids that an address may name to be brought back.
_MOST_NAMED = 200
_ONE_TAKEN = "The sentence is a claim now; its cards come when they are written."
_TAKEN = "{} sentences are claims now; their cards come when they are written."

Page = str | Response


@bp.get("")
def index() -> Page:
    """Show what waits for a yes, beside its source."""
    session, team_id = request_session(), current_team_id()
    article_id, after = _number("article"), _number("after")
    if article_id is not None:
        own_article(session, team_id=team_id, article_id=article_id)
    claims = inbox_claims(
        session, team_id, article_id=article_id, after=after, limit=ON_PAGE + 1
    )
    return render_template(
        "inbox/index.html",
        articles=articles_in_inbox(session, claims[:ON_PAGE]),
        has_more=len(claims) > ON_PAGE,
        waiting=waiting_counts(session, team_id, article_id=article_id),
        offered=offered_count(session, team_id, article_id=article_id),
        article_id=article_id,
        after=after,
        kept=_number("kept"),
        others=_number("others"),
        kept_at=_kept_at(session, team_id),
        rejected=rejected_cards(session, team_id, _numbers("rejected")),
        dropped=rejected_among(session, team_id, _numbers("dropped")),
        has_articles=bool(claims) or article_count(session, team_id) > 0,
        stale=stale_cards(session, team_id, article_id=article_id, limit=ON_PAGE),
    )


@bp.post("/ticks")
def tick() -> Page:
    """Store the ticks, and go on to the next page."""
    form = InboxForm()
    _store(form)
    if wants_json():
        counts = waiting_counts(
            request_session(), current_team_id(), article_id=form.article.data
        )
        return jsonify(waiting=counts.cards, ticked=counts.ticked)
    return _back(form, after=(form.claim.data or [form.after.data])[-1])


@bp.post("/keep")
def keep() -> Page:
    """Keep all that is ticked, on this page and the others."""
    form, session, kept_at = InboxForm(), request_session(), now()
    with write_tx(session):
        tick_cards(session, team_id=current_team_id(), **form.values())
        count = keep_ticked(
            session,
            team_id=current_team_id(),
            person_id=current_person().id,
            article_id=form.article.data,
            up_to=form.up_to.data,
            now=kept_at,
        )
    others = max(count - len(form.card.data or ()), 0)
    return _back(
        form,
        kept_at=microseconds_of(kept_at) if count else None,
        others=others or None,
        kept=count,
    )


@bp.post("/unkeep")
def unkeep() -> Page:
    """Put all that was kept at once back into the inbox."""
    form, session = InboxForm(), request_session()
    kept_at = exact_instant_of(form.kept_at.data)
    count = 0
    if kept_at is not None:
        with write_tx(session):
            count = take_back_keep(
                session,
                team_id=current_team_id(),
                person_id=current_person().id,
                kept_at=kept_at,
                now=now(),
            )
    flash(_waits_again(count), "success" if count else "warning")
    return _back(form)


@bp.post("/reject")
def reject() -> Page:
    """Reject the card whose button was pressed."""
    form = InboxForm()
    return _reject(form, [form.card_id.data or 0])


@bp.post("/reject-unticked")
def reject_unticked() -> Page:
    """Reject what is not ticked on this page."""
    form = InboxForm()
    return _reject(form, form.unticked())


@bp.post("/edit")
def edit() -> Page:
    """Store the ticks, and open a card to change its words."""
    form = InboxForm()
    _store(form)
    card_id = form.card_id.data or 0
    back = _address(form, after=form.after.data, _anchor=f"card-{card_id}")
    return redirect(url_for("cards.edit", card_id=card_id, next=back), 303)


@bp.post("/claims/<int:claim_id>/<any(reword, split, move):part>")
def edit_claim(claim_id: int, part: str) -> Page:
    """Store the ticks, and open a claim to be changed."""
    form = InboxForm()
    _store(form)
    back = _address(form, after=form.after.data, _anchor=f"claim-{claim_id}")
    return redirect(url_for(f"claims.{part}", claim_id=claim_id, next=back), 303)


@bp.post("/claims/<int:claim_id>/merge")
def merge(claim_id: int) -> Page:
    """Merge a claim with the one behind it in its group."""
    form, session = InboxForm(), request_session()
    try:
        with write_tx(session):
            tick_cards(session, team_id=current_team_id(), **form.values())
            claim = merge_with_next(
                session, team_id=current_team_id(), claim_id=claim_id
            )
            jobs = start_writing(session, [claim], are_words_new=True)
    except (InputError, ConflictError) as error:
        jobs = []
        flash(error.message, "warning")
    enqueue(jobs)
    return _back(form, after=form.after.data, _anchor=f"claim-{claim_id}")


@bp.post("/claims/<int:claim_id>/<any(take, reject):verb>")
def stand(claim_id: int, verb: str) -> Page:
    """Take a sentence offered, or reject a claim."""
    return _stand(InboxForm(), [claim_id], verb)


@bp.post("/offered/<any(take, reject):verb>")
def stand_all(verb: str) -> Page:
    """Take or dismiss all the sentences offered on this page."""
    form = InboxForm()
    return _stand(form, form.offered.data or (), verb)


@bp.post("/claims/return")
def return_() -> Page:
    """Put rejected claims back where they were, with their cards."""
    form, session = InboxForm(), request_session()
    ids = form.claim.data or []
    with write_tx(session):
        claims = return_claims(
            session, team_id=current_team_id(), claim_ids=ids, now=now()
        )
        jobs = start_writing(session, claims)
    enqueue(jobs)
    anchor = f"claim-{ids[0]}" if ids else None
    return _back(form, after=form.after.data, _anchor=anchor)


@bp.post("/return")
def undo() -> Page:
    """Put rejected cards back where they were."""
    form, session = InboxForm(), request_session()
    ids = form.card.data or []
    with write_tx(session):
        return_cards(
            session,
            team_id=current_team_id(),
            person_id=current_person().id,
            card_ids=ids,
            now=now(),
        )
    return _back(form, after=form.after.data, _anchor=f"card-{ids[0]}" if ids else None)


def _store(form: InboxForm) -> None:
    session = request_session()
    with write_tx(session):
        tick_cards(session, team_id=current_team_id(), **form.values())


def _reject(form: InboxForm, card_ids: Sequence[int]) -> Page:
    session = request_session()
    with write_tx(session):
        tick_cards(session, team_id=current_team_id(), **form.values())
        reject_cards(
            session,
            team_id=current_team_id(),
            person_id=current_person().id,
            card_ids=card_ids,
            now=now(),
        )
    next_id = following(form.shown.data or (), card_ids)
    return _back(
        form,
        after=form.after.data,
        rejected=",".join(map(str, card_ids)) or None,
        _anchor=f"card-{next_id}" if next_id else None,
    )


def _stand(form: InboxForm, claim_ids: Sequence[int], verb: str) -> Page:
    session, service = request_session(), STANDINGS[verb][0]
    with write_tx(session):
        tick_cards(session, team_id=current_team_id(), **form.values())
        claims = service(
            session, team_id=current_team_id(), claim_ids=claim_ids, now=now()
        )
        jobs = start_writing(session, claims)
    enqueue(jobs)
    if verb == "take" and claims:
        flash(_TAKEN.format(len(claims)) if len(claims) > 1 else _ONE_TAKEN, "success")
    next_id = following(form.claim.data or (), claim_ids)
    dropped = ",".join(map(str, claim_ids)) if verb == "reject" else None
    return _back(
        form,
        after=form.after.data,
        dropped=dropped or None,
        _anchor=f"claim-{next_id}" if next_id else None,
    )


def _waits_again(count: int) -> str:
    if not count:
        return (
            "Nothing was left to take back: what was kept was changed or asked since."
        )
    return "1 card waits again." if count == 1 else f"{count:,} cards wait again."


def _back(form: InboxForm, **more: Any) -> Page:
    return redirect(_address(form, **more), 303)


def _address(form: InboxForm, **more: Any) -> str:
    return url_for(".index", article=form.article.data, **more)


def _number(name: str) -> int | None:
    """Give an id that the address names; None where it names none."""
    number = request.args.get(name, None, int)
    return number if number is not None and 0 <= number <= MOST_ID else None


def _kept_at(session: Session, team_id: int) -> int | None:
    """Give the moment of the keep that the address names, if it can be taken back."""
    kept_at = exact_instant_of(request.args.get("kept_at"))
    if kept_at is None or not kept_together(session, team_id, kept_at):
        return None
    return microseconds_of(kept_at)


def _numbers(name: str) -> Sequence[int]:
    named = request.args.get(name, "").split(",")[:_MOST_NAMED]
    return [int(it) for it in named if it.isascii() and it.isdigit() and len(it) < 10]
