"""Fetch a page from the public internet, and nothing from anywhere else.

Whoever can make this library fetch an address could otherwise look into the network it
runs in. So each connection goes to an address that was checked (`guarded_network`), by
whatever name or redirect it was come to; there are no cookies, no login, no proxy from
the environment; and time and size have bounds. An address that is refused is told in
the words of a server that does not answer.
"""

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus

import httpcore
import httpx

from app.domain.errors import InputError
from app.gateways.guarded_network import Deadline, GuardedNetwork, UntrustedError
from app.gateways.page_address import BadAddressError, default_port, page_address
from app.gateways.page_body import CODINGS, CutOffError, TooLargeError, read_body
from app.gateways.policy import NetworkPolicy

MOST_REDIRECTS = 3
MOST_BYTES = 5_000_000
#: What may be read as a document. Its content tells more; this only keeps the rest out.
MEDIA_TYPES = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "text/x-markdown",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
_HEADERS: Mapping[bytes | str, bytes | str] = {
    "User-Agent": "Prebrief/0.1 (reads a page once, when a person asks for it)",
    "Accept": "text/html, application/xhtml+xml, text/markdown, text/plain, "
    "application/pdf;q=0.9, */*;q=0.1",
    "Accept-Encoding": ", ".join(CODINGS),
    "Connection": "close",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page as received."""

    #: Where it came from at last, after all redirects, without a fragment.
    url: str
    data: bytes
    media_type: str
    #: The codec that its server names, if Python knows it.
    charset: str | None
    etag: str | None


class _UnreadableError(Exception):
    """Why a page cannot be read: ends a sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def fetch_page(
    url: str,
    *,
    policy: NetworkPolicy,
    deadline_seconds: float = 15,
    max_bytes: int = MOST_BYTES,
) -> FetchedPage:
    """Fetch a page by its http or https address.

    `deadline_seconds` bounds all of it, names, redirects and body together; `max_bytes`
    the body, as it comes and unpacked. Raises InputError, in one sentence that names
    the address, for whatever cannot be read.
    """
    deadline = Deadline(deadline_seconds)
    try:
        address = page_address(url, policy.ports)
    except BadAddressError as error:
        raise InputError(
            f"“{_shown(url)}” is not the address of a page: {error.reason}."
        ) from error
    try:
        return _fetch(address, policy, deadline, max_bytes)
    except _UnreadableError as error:
        raise InputError(
            f"The page at {_shown(url)} could not be read: {error.reason}."
        ) from error


def _fetch(
    address: httpx.URL, policy: NetworkPolicy, deadline: Deadline, max_bytes: int
) -> FetchedPage:
    """Follow the redirects to the page, in the words of `_UnreadableError`."""
    pool = httpcore.ConnectionPool(
        ssl_context=policy.ssl_context,
        network_backend=GuardedNetwork(policy, deadline),
    )
    try:
        with pool:
            for _ in range(MOST_REDIRECTS + 1):
                with pool.stream("GET", _target(address), headers=_HEADERS) as answer:
                    if answer.status not in _REDIRECTS:
                        return _read(address, answer, max_bytes)
                    address = _next_address(address, answer, policy)
    except UntrustedError as error:
        raise _UnreadableError(
            "its server offers no encrypted connection that can be trusted"
        ) from error
    except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
        raise _UnreadableError("its server could not be reached") from error
    except httpcore.TimeoutException as error:
        seconds = f"{deadline.seconds:g}"
        raise _UnreadableError(f"it took longer than {seconds} seconds") from error
    except TooLargeError as error:
        bound = f"{max_bytes:,}"
        raise _UnreadableError(f"it has more than {bound} bytes") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, CutOffError) as error:
        raise _UnreadableError("its server's answer is broken or cut off") from error
    raise _UnreadableError(f"it leads on more than {MOST_REDIRECTS} times")


def _target(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(
        scheme=url.raw_scheme,
        host=url.raw_host,
        port=url.port or default_port(url),
        target=url.raw_path,
    )


def _next_address(
    address: httpx.URL, answer: httpcore.Response, policy: NetworkPolicy
) -> httpx.URL:
    location = _header(answer, b"location")
    try:
        return page_address(str(address.join(location)), policy.ports)
    except (BadAddressError, httpx.InvalidURL, ValueError) as error:
        raise _UnreadableError("it leads on to an address that is not read") from error


def _read(address: httpx.URL, answer: httpcore.Response, max_bytes: int) -> FetchedPage:
    if answer.status != HTTPStatus.OK:
        raise _UnreadableError(f"its server answered with the status {answer.status}")
    media_type, charset = _content_type(_header(answer, b"content-type"))
    if media_type not in MEDIA_TYPES:
        raise _UnreadableError(
            f"it is of the type {_shown(media_type) or 'unknown'}, and only web pages, "
            "plain text, Markdown, PDF and Word documents are read"
        )
    coding = _header(answer, b"content-encoding").strip().lower()
    if coding not in ("", "identity", *CODINGS):
        raise _UnreadableError("it came packed in a way that was not asked for")
    data = read_body(
        answer.iter_stream(), is_gzip=coding in CODINGS, max_bytes=max_bytes
    )
    etag = _header(answer, b"etag")
    return FetchedPage(str(address), data, media_type, charset, etag or None)


def _header(answer: httpcore.Response, name: bytes) -> str:
    """Give the first header of a name, or nothing."""
    for key, value in answer.headers:
        if key.lower() == name:
            return value.decode("utf-8", "replace")
    return ""


def _content_type(header: str) -> tuple[str, str | None]:
    message = Message()
    message["Content-Type"] = "".join(it for it in header if it.isprintable())
    charset = message.get_content_charset() or ""
    # `Message` would take a type that is missing or malformed for plain text.
    media_type = header.partition(";")[0].strip().lower()
    try:
        # Some codecs are no encodings of text; those refuse to encode.
        " ".encode(charset)
        return media_type, codecs.lookup(charset).name
    except (LookupError, ValueError):
        return media_type, None


def _shown(text: str) -> str:
    """Give what can be shown of a text that was written by anyone."""
    plain = "".join(char for char in text.strip() if char.isprintable())
    return plain if len(plain) <= _MOST_SHOWN else f"{plain[:_MOST_SHOWN]}…"
