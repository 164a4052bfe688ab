"""Claims, as the API gives them."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields

from app.store.models import Claim
from app.store.queries.catalogue import cards_of_claim, claim_of_team
from app.web.api.callers import caller
from app.web.api.cards import CardSchema, card_document
from app.web.api.frame import new_blueprint, not_here
from app.web.identity import request_session

bp: Blueprint = new_blueprint("claims", "Statements that an article makes")


class ClaimSchema(Schema):
    """A claim; `start` and `end` count code points of its document's text."""

    id = fields.Integer(required=True)
    group_id = fields.Integer(required=True)
    text = fields.String(required=True)
    language = fields.String(required=True)
    citations = fields.List(fields.Integer(), required=True)
    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    notes = fields.List(fields.String(), required=True)
    uncovered_reason = fields.String(
        required=True,
        allow_none=True,
        metadata={"description": "Why no default card was written for it."},
    )


class ClaimWithCardsSchema(ClaimSchema):
    """A claim with its article and its cards."""

    article_id = fields.Integer(required=True)
    cards = fields.List(fields.Nested(CardSchema), required=True)


def claim_document(claim: Claim) -> dict[str, Any]:
    """Give what `ClaimSchema` writes."""
    return {name: getattr(claim, name) for name in _COLUMNS}


_COLUMNS = tuple(ClaimSchema().fields)


@bp.get("/<int:claim_id>")
@bp.response(200, ClaimWithCardsSchema)
@bp.alt_response(404, "NOT_FOUND")
def show(claim_id: int) -> dict[str, Any]:
    """Give a claim with its cards."""
    session, team_id = request_session(), caller().team_id
    claim = claim_of_team(session, team_id=team_id, claim_id=claim_id)
    if claim is None:
        return not_here("claim")
    cards = cards_of_claim(session, team_id=team_id, claim_id=claim_id)
    return {
        **claim_document(claim),
        "article_id": claim.group.article_id,
        "cards": [card_document(card) for card in cards],
    }
