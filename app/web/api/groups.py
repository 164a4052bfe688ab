"""Groups, as the API gives them."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields

from app.store.queries.catalogue import group_entries
from app.web.api.callers import caller
from app.web.api.fields import PageArgs, QueryId, next_after, next_field
from app.web.api.frame import new_blueprint
from app.web.identity import request_session

bp: Blueprint = new_blueprint("groups", "Titled parts of an article")


class GroupEntrySchema(Schema):
    """A group in a list."""

    id = fields.Integer(required=True)
    article_id = fields.Integer(required=True)
    number = fields.Integer(required=True, allow_none=True)
    title = fields.String(required=True)
    language = fields.String(required=True)
    is_core_insight = fields.Boolean(required=True)
    claims = fields.Integer(required=True)
    kept_cards = fields.Integer(required=True)


class GroupsArgs(PageArgs):
    """Which groups."""

    article_id = QueryId(load_default=None)


class GroupsSchema(Schema):
    """A page of groups."""

    groups = fields.List(fields.Nested(GroupEntrySchema), required=True)
    next = next_field()


@bp.get("")
@bp.arguments(GroupsArgs, location="query", unknown=None)
@bp.response(200, GroupsSchema)
def index(wanted: dict[str, Any]) -> dict[str, Any]:
    """List groups; an article's core insight is one of them."""
    page = group_entries(request_session(), team_id=caller().team_id, **wanted)
    return {"groups": page, "next": next_after(page, wanted["limit"])}
