"""The document that a request brings: text in JSON, a file, or a page's address."""

import re
from typing import Any, NoReturn

from flask import current_app, request
from flask_smorest import abort
from marshmallow import ValidationError, fields, validate

from app.web.api.fields import Flag, StrictSchema
from app.web.articles.adding import Received, fetch_document
from app.web.identity import request_session

_MOST_NAME = 255
_MOST_ADDRESS = 2_000
#: JSON may write a character of one byte with six.
_JSON_STRETCH = 6
#: What a multipart body holds beside its file.
_ENVELOPE_BYTES = 10_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def _is_plain(text: str) -> None:
    if _CONTROL.search(text):
        raise ValidationError("A name holds no control characters.")


def _revise() -> Flag:
    return Flag(
        load_default=False,
        metadata={
            "description": "Take an article that is here with other text, by its title "
            "or address, as its new revision; else it is refused with 409."
        },
    )


class TextSchema(StrictSchema):
    """A document as text."""

    text = fields.String(required=True, validate=validate.Length(min=1))
    name = fields.String(
        load_default="API",
        validate=[validate.Length(min=1, max=_MOST_NAME), _is_plain],
        metadata={
            "description": "What the document is called, such as a file name.",
            "pattern": r"^[^\x00-\x1f\x7f-\x9f]*$",
        },
    )
    revise = _revise()


class AddressSchema(StrictSchema):
    """A page to fetch, once and now; it has to answer within 15 s."""

    url = fields.String(
        required=True,
        validate=validate.Length(min=1, max=_MOST_ADDRESS),
        metadata={"description": "An http or https address, without a login."},
    )
    revise = _revise()


#: All forms of the request, for the description.
REQUEST_BODY = {
    "required": True,
    "content": {
        "application/json": {"schema": {"oneOf": [TextSchema, AddressSchema]}},
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "properties": {
                    "file": {"type": "string", "format": "binary"},
                    "revise": {"type": "string", "enum": ["true", "false"]},
                },
                "required": ["file"],
                "additionalProperties": False,
            }
        },
    },
}


def document_of_request() -> tuple[Received, bool]:
    """Give the request's document, and whether it may revise what is here.

    It is fetched if the request only brings its address.

    Answers 413, 415 or 422 where the request is not as described. Raises InputError for
    a page that cannot be fetched.
    """
    most = current_app.config["MAX_BYTES"]
    if request.mimetype == "multipart/form-data":
        request.max_content_length = most + _ENVELOPE_BYTES
        return _file()
    if request.mimetype == "application/json":
        request.max_content_length = most * _JSON_STRETCH
        return _text_or_page()
    abort(415, message="Send application/json, or a file as multipart/form-data.")
    raise AssertionError


def _file() -> tuple[Received, bool]:
    file = request.files.get("file")
    others = {*request.files, *request.form} - {"file", "revise"}
    if file is None or others or "revise" in request.files:
        _refuse("file", ["Send one file, named “file”, and “revise” if need be."])
    revise = request.form.get("revise", "false")
    if revise not in ("true", "false"):
        _refuse("file", {"revise": ["It is “true” or “false”."]})
    name = _CONTROL.sub("", file.filename or "")[:_MOST_NAME]
    return Received(name or "file", file.read()), revise == "true"


def _text_or_page() -> tuple[Received, bool]:
    body = request.get_json()
    try:
        if isinstance(body, dict) and "url" in body:
            page: dict[str, Any] = AddressSchema().load(body)
            return fetch_document(request_session(), page["url"]), page["revise"]
        given: dict[str, Any] = TextSchema().load(body)
        return Received(given["name"], given["text"].encode()), given["revise"]
    except ValidationError as error:
        _refuse("json", error.messages)
    except UnicodeEncodeError as error:
        place = f"Character {error.start + 1:,} is half of a pair, and no character."
        _refuse("json", {"text": [place]})


def _refuse(where: str, messages: Any) -> NoReturn:
    abort(422, errors={where: messages})
    raise AssertionError
