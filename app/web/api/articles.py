"""Articles, as the API takes and gives them."""

from typing import Any

from flask_smorest import Blueprint
from marshmallow import Schema, fields

from app.domain.article import Standing
from app.domain.errors import ChangedError
from app.store.models import Article, Claim, Group
from app.store.queries.catalogue import article_entries, whole_article
from app.web.api.callers import caller
from app.web.api.claims import ClaimSchema, claim_document
from app.web.api.document import REQUEST_BODY, document_of_request
from app.web.api.fields import PageArgs, next_after, next_field
from app.web.api.frame import new_blueprint, not_here
from app.web.articles.adding import (
    add_document,
    decode_received,
    keep_document,
    read_decoded,
)
from app.web.identity import now, request_session

bp: Blueprint = new_blueprint("articles", "Titles, groups and claims of what was read")


class ArticleEntrySchema(Schema):
    """An article in a list."""

    id = fields.Integer(required=True)
    title = fields.String(required=True)
    language = fields.String(required=True)
    revision = fields.Integer(
        required=True, metadata={"description": "1 for an article as first imported."}
    )
    is_sample = fields.Boolean(required=True)
    imported_at = fields.AwareDateTime(required=True)
    groups = fields.Integer(required=True)
    claims = fields.Integer(required=True)
    unwritten = fields.Integer(
        required=True,
        metadata={"description": "Claims whose cards are yet to be written."},
    )
    kept_cards = fields.Integer(required=True)


class ArticlesSchema(Schema):
    """A page of articles."""

    articles = fields.List(fields.Nested(ArticleEntrySchema), required=True)
    next = next_field()


class ArticleGroupSchema(Schema):
    """A group with its claims."""

    id = fields.Integer(required=True)
    number = fields.Integer(required=True, allow_none=True)
    title = fields.String(required=True)
    language = fields.String(required=True)
    claims = fields.List(fields.Nested(ClaimSchema), required=True)


class ArticleSchema(Schema):
    """An article with all that it says."""

    id = fields.Integer(required=True)
    title = fields.String(required=True)
    language = fields.String(required=True)
    revision = fields.Integer(
        required=True, metadata={"description": "1 for an article as first imported."}
    )
    is_sample = fields.Boolean(required=True)
    imported_at = fields.AwareDateTime(required=True)
    core_insight = fields.Nested(ClaimSchema, required=True, allow_none=True)
    groups = fields.List(fields.Nested(ArticleGroupSchema), required=True)


class ImportedSchema(Schema):
    """What a document added; `unchanged`: ids of articles that were here already."""

    articles = fields.List(fields.Integer(), required=True)
    revised = fields.List(
        fields.Integer(),
        required=True,
        metadata={"description": "Ids of articles that have a new revision."},
    )
    unchanged = fields.List(fields.Integer(), required=True)
    groups = fields.Integer(required=True)
    claims = fields.Integer(required=True)
    warnings = fields.List(fields.String(), required=True)


class AcceptedSchema(Schema):
    """A long document that is read in the background."""

    job = fields.UUID(required=True, metadata={"description": "See `/jobs`."})


@bp.get("")
@bp.arguments(PageArgs, location="query", unknown=None)
@bp.response(200, ArticlesSchema)
def index(wanted: dict[str, Any]) -> dict[str, Any]:
    """List articles."""
    page = article_entries(request_session(), team_id=caller().team_id, **wanted)
    return {"articles": page, "next": next_after(page, wanted["limit"])}


@bp.get("/<int:article_id>")
@bp.response(200, ArticleSchema)
@bp.alt_response(404, "NOT_FOUND")
def show(article_id: int) -> dict[str, Any]:
    """Give an article with its groups and claims."""
    article = whole_article(
        request_session(), team_id=caller().team_id, article_id=article_id
    )
    return not_here("article") if article is None else _document(article)


@bp.post("")
@bp.doc(requestBody=REQUEST_BODY)
@bp.response(201, ImportedSchema)
@bp.alt_response(200, schema=ImportedSchema, description="All of it was here already")
@bp.alt_response(
    202,
    schema=AcceptedSchema,
    description="A long document is read by the worker: follow its job",
)
@bp.alt_response(400, "BAD_REQUEST")
@bp.alt_response(409, "CONFLICT")
@bp.alt_response(413, "REQUEST_ENTITY_TOO_LARGE")
@bp.alt_response(415, "UNSUPPORTED_MEDIA_TYPE")
@bp.alt_response(422, "UNPROCESSABLE_ENTITY")
def add() -> tuple[dict[str, Any], int]:
    """Read a document and add its articles; their cards are written afterwards.

    An article that is here with other text is refused with 409, unless `revise` says
    that it is to become the article's new revision.
    """
    document, revise = document_of_request()
    decoded = decode_received(document)
    if decoded.is_long:
        job_id = keep_document(
            request_session(),
            team_id=caller().team_id,
            person_id=caller().person.id,
            document=decoded,
            revise=revise,
            now=now(),
        )
        return {"job": job_id}, 202
    try:
        added = add_document(
            request_session(),
            team_id=caller().team_id,
            person_id=caller().person.id,
            document=read_decoded(decoded),
            now=now(),
            revise=revise,
        )
    except ChangedError as error:
        hint = "Send “revise”: true to take it as its new revision."
        raise ChangedError(f"{error.message} {hint}") from error
    answer = {
        "articles": added.imported.article_ids,
        "revised": added.imported.revised_ids,
        "unchanged": added.imported.unchanged_ids,
        "groups": added.imported.groups,
        "claims": added.imported.claims,
        "warnings": added.warnings,
    }
    is_new = added.imported.article_ids or added.imported.revised_ids
    return answer, 201 if is_new else 200


def _taken(group: Group) -> list[Claim]:
    return [claim for claim in group.claims if claim.standing is Standing.TAKEN]


def _is_left_behind(group: Group) -> bool:
    """Say whether only claims that are gone keep a group."""
    standings = {claim.standing for claim in group.claims}
    return standings == {Standing.GONE}


def _document(article: Article) -> dict[str, Any]:
    groups = [
        {
            "id": group.id,
            "number": group.number,
            "title": group.title,
            "language": group.language,
            "claims": [claim_document(claim) for claim in _taken(group)],
        }
        for group in article.groups
        if not group.is_core_insight and not _is_left_behind(group)
    ]
    core = [
        claim_document(claim)
        for group in article.groups
        if group.is_core_insight
        for claim in _taken(group)
    ]
    return {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "revision": article.revision,
        "is_sample": article.is_sample,
        "imported_at": article.imported_at,
        "core_insight": core[0] if core else None,
        "groups": groups,
    }
