"""Turn what went wrong into a page, or into a problem document for scripts.

Every answer says the cause, the next step and the request's id, which stands in the log
line too. The log names paths, never what was typed.
"""

import errno
import logging
import re
import secrets
import sqlite3
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import (
    Flask,
    Response,
    current_app,
    g,
    has_request_context,
    jsonify,
    render_template,
    request,
)
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError, IntegrityError, OperationalError
from werkzeug.exceptions import HTTPException, InternalServerError

from app.domain.errors import ConflictError, DomainError, InputError, NotFoundError
from app.store.db import current_session
from app.web.error_words import FAILURES, FORM_TOO_OLD, UNREACHABLE, WORDS

#: A refusal's class and its status; anything else that is a DomainError is 400.
STATUS_OF: tuple[tuple[type[DomainError], int], ...] = (
    (InputError, 400),
    (NotFoundError, 404),
    (ConflictError, 409),
)

#: An OperationalError of SQLite that says nothing of the moment: our own mistake.
_OURS = ("no such column", "no such function", "syntax error", "has no column")
#: How PostgreSQL and SQLite refuse a number that no column holds.
_TOO_LARGE = ("out of range", "too large to convert to SQLite")
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
#: What a person did not type: numbers, ids and moments that the page put into the form.
_MACHINE_MADE = re.compile(r"[\d.:+TZ-]*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: The media type of a problem document (RFC 9457).
PROBLEM = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """What to tell: in a page, or as RFC 9457 puts it."""

    status: int
    title: str
    cause: str
    next_step: str
    #: Field: what is wrong with it.
    errors: Any = None


def init_app(app: Flask) -> None:
    """Answer every error of the app, and put the request's id into its log."""
    app.logger.addFilter(_with_request_id)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _form_too_old)
    app.register_error_handler(DomainError, _refusal)
    app.register_error_handler(OperationalError, _database_failure)
    app.register_error_handler(sqlite3.OperationalError, _database_failure)
    app.register_error_handler(IntegrityError, _stored_meanwhile)
    app.register_error_handler(DataError, _out_of_range)
    app.register_error_handler(OverflowError, _out_of_range)
    app.register_error_handler(OSError, _file_failure)


def request_id() -> str:
    """Give the id by which this request is found in the log."""
    if "request_id" not in g:
        g.request_id = secrets.token_hex(6)
    identity: str = g.request_id
    return identity


def problem_of(error: DomainError) -> Problem:
    """Give what to tell about a refusal: its own sentence is the cause."""
    status = next((it for kind, it in STATUS_OF if isinstance(error, kind)), 400)
    title, _, next_step = WORDS[status]
    return Problem(status, title, error.message, next_step)


def wants_json() -> bool:
    """Say whether a script asks: the API's, or a page's by `Accept`."""
    kinds = ["text/html", "application/json", PROBLEM]
    best = request.accept_mimetypes.best_match(kinds, default="text/html")
    return request.path.startswith("/api/") or best != "text/html"


def _http(error: HTTPException) -> Response | HTTPException:
    if error.response is not None or error.code is None:
        return error
    if isinstance(error, InternalServerError):
        return _broken()
    title, cause, next_step = WORDS.get(error.code, WORDS[400])
    data = getattr(error, "data", None) or {}
    problem = Problem(
        error.code,
        title,
        data.get("message", cause),
        next_step,
        data.get("errors", data.get("messages")),
    )
    response = _answer(problem)
    for name, value in error.get_headers():
        if name != "Content-Type":
            response.headers[name] = value
    response.headers.update(data.get("headers") or {})
    return response


def _form_too_old(_error: CSRFError) -> Response:
    return _answer(Problem(403, *FORM_TOO_OLD))


def _refusal(error: DomainError) -> Response:
    return _answer(problem_of(error))


def _stored_meanwhile(error: IntegrityError) -> Response:
    if "unique" not in str(error.orig).lower():
        raise error
    return _answer(Problem(409, *WORDS[409]))


def _out_of_range(error: DataError | OverflowError) -> Response:
    said = str(getattr(error, "orig", error))
    if not any(sign in said for sign in _TOO_LARGE):
        raise error
    title, _, next_step = WORDS[400]
    cause = "A number in the request is larger than any that is stored."
    return _answer(Problem(400, title, cause, next_step))


def _file_failure(error: OSError) -> Response:
    if error.errno not in _NO_SPACE:
        raise error
    return _unavailable("no space left")


def _database_failure(error: OperationalError | sqlite3.OperationalError) -> Response:
    said = str(getattr(error, "orig", error)).lower()
    if any(sign in said for sign in _OURS):
        raise error
    return _unavailable(said)


def _unavailable(said: str) -> Response:
    current_app.logger.error("%s %s: %s", request.method, request.path, said)
    cause, next_step, seconds = next(
        (words for signs, words in FAILURES if any(sign in said for sign in signs)),
        UNREACHABLE,
    )
    response = _answer(Problem(503, WORDS[503][0], cause, next_step))
    response.headers["Retry-After"] = str(seconds)
    return response


def _broken() -> Response:
    return _answer(Problem(500, *WORDS[500]))


def _answer(problem: Problem) -> Response:
    response = _as_json(problem) if wants_json() else _as_page(problem)
    response.status_code = problem.status
    response.headers["X-Request-Id"] = request_id()
    return response


def _as_json(problem: Problem) -> Response:
    document = {
        "type": "about:blank",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.cause,
        "next_step": problem.next_step,
        "request_id": request_id(),
    }
    if problem.errors is not None:
        document["errors"] = problem.errors
    response = jsonify(document)
    response.mimetype = PROBLEM
    return response


def _as_page(problem: Problem) -> Response:
    filled: dict[str, Any] = {
        "status": problem.status,
        "title": problem.title,
        "cause": problem.cause,
        "next_step": problem.next_step,
        "request_id": request_id(),
        "kept": _typed(),
        **_way_back(),
    }
    try:
        # What failed may have left the transaction unusable.
        current_session().rollback()
        page = render_template("errors/error.html", **filled)
    except Exception:  # the frame reads the database, which may be what failed
        current_app.logger.debug("The error page goes without its frame", exc_info=True)
        template = current_app.jinja_env.get_template("errors/error.html")
        page = template.render(**filled)
    return current_app.response_class(page, mimetype="text/html")


def _way_back() -> dict[str, str]:
    """Give the link to the page whose form failed, where the browser names it."""
    origin = urlsplit(request.referrer or "")
    is_ours = origin.netloc == request.host and origin.path.startswith("/")
    if not is_ours or origin.path.startswith("//") or request.method == "GET":
        return {}
    query = f"?{origin.query}" if origin.query else ""
    return {"action_label": "Back to the form", "action_href": origin.path + query}


def _typed() -> list[dict[str, str]]:
    """Give what a person typed into the form, so that they can copy it."""
    try:
        fields = list(request.form.items(multi=True))
    except HTTPException:
        return []
    return [
        {"label": name.replace("_", " ").capitalize(), "text": text}
        for name, text in fields
        if name != "csrf_token" and not _MACHINE_MADE.fullmatch(text)
    ]


def _with_request_id(record: logging.LogRecord) -> bool:
    if has_request_context():
        record.msg = f"[{request_id()}] {record.msg}"
    return True
