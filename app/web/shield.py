"""Turn away requests that no page of ours can have sent, before anything else runs.

Local mode has no password, so any page open in the same browser could otherwise write
here, and a host name rebound to 127.0.0.1 could read.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.web.headers import security_headers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OUR_SITES = frozenset({"same-origin", "none"})
_DEFAULT_PORTS = {"http": "80", "https": "443"}

_WRONG_HOST = (
    "421 Misdirected Request",
    "Prebrief does not answer to this host name. Open it by the address it printed at "
    "its start, or add the name to PREBRIEF_HOSTS.\n",
)
_WRONG_SITE = (
    "403 Forbidden",
    "This change was asked for by a page of another site, so nothing was changed. Open "
    "Prebrief itself and try again there.\n",
)


class Shield:
    """WSGI middleware: a list of host names, and no unsafe request from elsewhere."""

    def __init__(self, inner: "WSGIApplication", hosts: str) -> None:
        self.inner = inner
        self._hosts = {name for it in hosts.split(",") if (name := it.strip().lower())}

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Hand the request on, or refuse it with 421 or 403 and a plain sentence."""
        host = environ.get("HTTP_HOST", "").lower()
        if _split_port(host)[0] not in self._hosts:
            return _refuse(start_response, *_WRONG_HOST)
        if environ["REQUEST_METHOD"] not in _SAFE_METHODS and not _is_ours(
            environ, host
        ):
            return _refuse(start_response, *_WRONG_SITE)
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
    start_response: "StartResponse", status: str, sentence: str
) -> Iterable[bytes]:
    body = sentence.encode()
    start_response(
        status,
        [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            *security_headers(nonce=None),
        ],
    )
    return [body]
