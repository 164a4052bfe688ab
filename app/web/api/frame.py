"""The API's frame: what every call and every error looks like."""

import http
from typing import Any, NoReturn

from flask import Request
from flask_smorest import Api as SmorestApi
from flask_smorest import Blueprint, abort
from flask_smorest.utils import prepare_response
from marshmallow import Schema, fields
from webargs.flaskparser import FlaskParser

from app.web.api.callers import require_token
from app.web.errors import PROBLEM

#: The name of the security scheme in the description.
SCHEME = "token"


class StrictParser(FlaskParser):
    """Reads what a call brings; JSON of no bounds is refused as no JSON is."""

    def load_json(self, req: Request, schema: Schema) -> Any:
        """Give the body's JSON; answer 400 for what cannot be read."""
        try:
            return super().load_json(req, schema)
        except (RecursionError, ValueError):
            # Nested too deeply, or a number of thousands of digits.
            abort(400, errors={"json": ["Invalid JSON body."]})
            raise


class ApiBlueprint(Blueprint):  # type: ignore[misc] # flask-smorest carries no types
    """A blueprint of the API."""

    ARGUMENTS_PARSER = StrictParser()


class ProblemSchema(Schema):
    """An error, as RFC 9457 puts it."""

    type = fields.String(required=True)
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String(
        required=True, metadata={"description": "The cause, as a sentence."}
    )
    next_step = fields.String(required=True)
    request_id = fields.String(
        required=True, metadata={"description": "Stands in the log, too."}
    )
    errors = fields.Raw(metadata={"description": "What is wrong with each field."})


class Api(SmorestApi):  # type: ignore[misc] # flask-smorest carries no types
    """Describes errors as problem documents; `app.web.errors` answers with them."""

    ERROR_SCHEMA = ProblemSchema

    def _register_error_handlers(self) -> None:
        # The app's own handlers serve the API, too.
        pass

    def _register_responses(self) -> None:
        described = {
            it.name: it.phrase
            for it in http.HTTPStatus
            if it >= http.HTTPStatus.BAD_REQUEST
        }
        described["DEFAULT_ERROR"] = "Any other error"
        for name, description in described.items():
            response = {"description": description, "schema": ProblemSchema}
            prepare_response(response, self.spec, PROBLEM)
            self.spec.components.response(name, response, lazy=True)


def new_blueprint(noun: str, description: str) -> Blueprint:
    """Make the blueprint of a noun; each of its calls needs a token."""
    blueprint = ApiBlueprint(
        f"api_{noun}", __name__, url_prefix=f"/api/v1/{noun}", description=description
    )
    blueprint.before_request(require_token)
    return blueprint


def not_here(what: str) -> NoReturn:
    """Answer 404: it does not exist, or belongs to another team."""
    abort(404, message=f"There is no such {what}.")
    raise AssertionError
