"""Cards, as the API gives them."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields

from app.domain.card import Kind, Origin, Status, Tier
from app.store.models import Card
from app.store.queries.catalogue import card_of_team, cards_page
from app.web.api.callers import caller
from app.web.api.fields import PageArgs, QueryId, next_after, next_field
from app.web.api.frame import new_blueprint, not_here
from app.web.identity import request_session

bp: Blueprint = new_blueprint("cards", "Questions, each about one fact of one claim")


class StatementSchema(Schema):
    """A sentence to call true or false."""

    text = fields.String(required=True)
    true = fields.Boolean(required=True)
    changed = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "What makes it false."},
    )


class CardSchema(Schema):
    """A card."""

    id = fields.Integer(required=True)
    claim_id = fields.Integer(required=True)
    group_id = fields.Integer(required=True)
    kind = fields.Enum(Kind, by_value=True, required=True)
    pattern = fields.String(required=True)
    origin = fields.Enum(Origin, by_value=True, required=True)
    status = fields.Enum(Status, by_value=True, required=True)
    tier = fields.Enum(Tier, by_value=True, required=True)
    context = fields.String(required=True, allow_none=True)
    question = fields.String(required=True)
    answer = fields.String(required=True)
    choices = fields.List(fields.String(), required=True, allow_none=True)
    statement = fields.Nested(StatementSchema, required=True, allow_none=True)
    explanation = fields.String(required=True)
    created_at = fields.AwareDateTime(required=True)
    updated_at = fields.AwareDateTime(required=True)


class CardsArgs(PageArgs):
    """Which cards."""

    group_id = QueryId(load_default=None)
    status = fields.Enum(Status, by_value=True, load_default=None)


class CardsSchema(Schema):
    """A page of cards."""

    cards = fields.List(fields.Nested(CardSchema), required=True)
    next = next_field()


def card_document(card: Card) -> dict[str, Any]:
    """Give what `CardSchema` writes."""
    columns = {name: getattr(card, name) for name in _COLUMNS}
    return {**columns, "statement": _statement(card)}


_COLUMNS = tuple(name for name in CardSchema().fields if name != "statement")


def _statement(card: Card) -> dict[str, Any] | None:
    if card.statement_text is None:
        return None
    return {
        "text": card.statement_text,
        "true": card.statement_true,
        "changed": card.statement_changed,
    }


@bp.get("")
@bp.arguments(CardsArgs, location="query", unknown=None)
@bp.response(200, CardsSchema)
def index(wanted: dict[str, Any]) -> dict[str, Any]:
    """List cards."""
    page = cards_page(request_session(), team_id=caller().team_id, **wanted)
    return {
        "cards": [card_document(card) for card in page],
        "next": next_after(page, wanted["limit"]),
    }


@bp.get("/<int:card_id>")
@bp.response(200, CardSchema)
@bp.alt_response(404, "NOT_FOUND")
def show(card_id: int) -> dict[str, Any]:
    """Give a card."""
    card = card_of_team(request_session(), team_id=caller().team_id, card_id=card_id)
    return not_here("card") if card is None else card_document(card)
