"""The document that a request brings: text in JSON, or a file."""

import re
from typing import Any, NoReturn

from flask import current_app, request
from flask_smorest import abort
from marshmallow import ValidationError, fields, validate

from app.web.api.fields import StrictSchema

_MOST_NAME = 255
#: JSON may write a character of one byte with six.
_JSON_STRETCH = 6
#: What a multipart body holds beside its file.
_ENVELOPE_BYTES = 10_000
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def _is_plain(text: str) -> None:
    if _CONTROL.search(text):
        raise ValidationError("A name holds no control characters.")


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


#: Both forms of the request, for the description.
REQUEST_BODY = {
    "required": True,
    "content": {
        "application/json": {"schema": TextSchema},
        "multipart/form-data": {
            "schema": {
                "type": "object",
                "properties": {"file": {"type": "string", "format": "binary"}},
                "required": ["file"],
                "additionalProperties": False,
            }
        },
    },
}


def document_of_request() -> tuple[str, bytes]:
    """Give the name and the bytes of the request's document.

    Answers 413, 415 or 422 where the request is not as described.
    """
    most = current_app.config["MAX_BYTES"]
    if request.mimetype == "multipart/form-data":
        request.max_content_length = most + _ENVELOPE_BYTES
        return _file()
    if request.mimetype == "application/json":
        request.max_content_length = most * _JSON_STRETCH
        return _text()
    abort(415, message="Send application/json, or a file as multipart/form-data.")
    raise AssertionError


def _file() -> tuple[str, bytes]:
    file = request.files.get("file")
    others = {*request.files, *request.form} - {"file"}
    if file is None or others:
        _refuse("file", ["Send one file, named “file”, and nothing else."])
    name = _CONTROL.sub("", file.filename or "")[:_MOST_NAME]
    return name or "file", file.read()


def _text() -> tuple[str, bytes]:
    try:
        given: dict[str, Any] = TextSchema().load(request.get_json())
        return given["name"], given["text"].encode()
    except ValidationError as error:
        _refuse("json", error.messages)
    except UnicodeEncodeError as error:
        place = f"Character {error.start + 1:,} is half of a pair, and no character."
        _refuse("json", {"text": [place]})


def _refuse(where: str, messages: Any) -> NoReturn:
    abort(422, errors={where: messages})
    raise AssertionError
