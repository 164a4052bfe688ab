"""Turn away requests that no page of ours can have sent, before anything else runs.

Local mode has no password, so any page open in the same browser could otherwise write
here, and a host name rebound to 127.0.0.1 could read.
"""

import json
import logging
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.errors import PROBLEM
from app.web.headers import security_headers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_log = logging.getLogger(__name__)

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OUR_SITES = frozenset({"same-origin", "none"})
_DEFAULT_PORTS = {"http": "80", "https": "443"}


@dataclass(frozen=True, slots=True)
class _Refusal:
    status: int
    phrase: str
    cause: str
    next_step: str


_WRONG_HOST = _Refusal(
    421,
    "Misdirected Request",
    "Prebrief does not answer to this host name.",
    "Open it by the address it printed at its start, or add the name to "
    "PREBRIEF_HOSTS.",
)
_WRONG_SITE = _Refusal(
    403,
    "Forbidden",
    "This change was asked for by a page of another site, so nothing was changed.",
    "Open Prebrief itself and try again there.",
)


class Shield:
    """WSGI middleware: a list of host names, and no unsafe request from elsewhere."""

    def __init__(self, inner: "WSGIApplication", hosts: str) -> None:
        self.inner = inner
        self._hosts = {name for it in hosts.split(",") if (name := it.strip().lower())}

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Hand the request on, or refuse it with 421 or 403 and say why.

        The API is answered with a problem document, anything else with plain text.
        """
        host = environ.get("HTTP_HOST", "").lower()
        if _split_port(host)[0] not in self._hosts:
            return _refuse(environ, start_response, _WRONG_HOST)
        if environ["REQUEST_METHOD"] not in _SAFE_METHODS and not _is_ours(
            environ, host
        ):
            return _refuse(environ, start_response, _WRONG_SITE)
        return self.inner(environ, start_response)


def _is_ours(environ: "WSGIEnvironment", host: str) -> bool:
    """Say whether a page of ours, or no page at all, sent this.

    Browsers since 2023 send Sec-Fetch-Site. Older ones send Origin with what is unsafe;
    scripts send neither.
    """
    site = environ.get("HTTP_SEC_FETCH_SITE")
    if site is not None:
        return site in _OUR_SITES
    origin = environ.get("HTTP_ORIGIN")
    if origin is None:
        return True
    scheme = environ["wsgi.url_scheme"]
    their_scheme, _, their_host = origin.lower().partition("://")
    return their_scheme == scheme and _place(scheme, their_host) == _place(scheme, host)


def _place(scheme: str, host: str) -> tuple[str, str]:
    name, port = _split_port(host)
    return name, port or _DEFAULT_PORTS[scheme]


def _split_port(host: str) -> tuple[str, str]:
    """Give name and port; the name stays whole where what follows is no port."""
    name, colon, port = host.rpartition(":")
    # The colons inside [::1] end with a bracket, not with digits.
    if colon and (port == "" or (port.isascii() and port.isdigit())):
        return name, port
    return host, ""


def _refuse(
    environ: "WSGIEnvironment", start_response: "StartResponse", refusal: _Refusal
) -> Iterable[bytes]:
    request_id = secrets.token_hex(6)
    _log.info("[%s] %s: %s", request_id, refusal.status, refusal.cause)
    if environ.get("PATH_INFO", "").startswith("/api/"):
        kind, body = PROBLEM, _document(refusal, request_id)
    else:
        kind = "text/plain; charset=utf-8"
        body = f"{refusal.cause} {refusal.next_step}\n".encode()
    start_response(
        f"{refusal.status} {refusal.phrase}",
        [
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("X-Request-Id", request_id),
            *security_headers(nonce=None),
        ],
    )
    return [body]


def _document(refusal: _Refusal, request_id: str) -> bytes:
    """Give the problem document (RFC 9457), as all errors of the API have it."""
    document = {
        "type": "about:blank",
        "title": refusal.phrase,
        "status": refusal.status,
        "detail": refusal.cause,
        "next_step": refusal.next_step,
        "request_id": request_id,
    }
    return json.dumps(document).encode()
