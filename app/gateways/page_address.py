"""Read the address of a page as a person wrote it, or a server answered it. Pure."""

import re
import unicodedata
from collections.abc import Collection

import httpx

_MOST_CHARACTERS = 2_000
_PARTS = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):(?P<rest>.*)", re.I)
_PLACE = re.compile(r"//(?P<authority>[^/?#]*)(?P<path>.*)")
#: A name or an IPv4 address, or an IPv6 address in brackets; then a port.
_AUTHORITY = re.compile(
    r"(?P<host>\[[0-9a-f:.]+\]|[^\s/\\?#@:\[\]%]+)(?::(?P<port>[0-9]{0,5}))?", re.I
)
#: What NFKC leaves of the dots of other scripts.
_IDEOGRAPHIC_DOT = "\u3002"


class BadAddressError(Exception):
    """The text is not the address of a page; `reason` ends a sentence that says so."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def page_address(text: str, ports: Collection[int]) -> httpx.URL:
    """Read an http or https address without login, at one of `ports`.

    The host is brought into one form before it is looked at: full-width letters and
    dots become plain ones, other scripts IDNA. The fragment is dropped. What the host's
    name leads to is not known here. Raises BadAddressError.
    """
    text = text.strip()
    if len(text) > _MOST_CHARACTERS:
        raise BadAddressError(f"it has more than {_MOST_CHARACTERS:,} characters")
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in text):
        raise BadAddressError("it holds a control character")
    parts = _PARTS.fullmatch(text)
    if parts is None:
        raise BadAddressError("it does not begin with https:// or http://")
    if parts["scheme"].lower() not in ("http", "https"):
        raise BadAddressError("only https:// and http:// are read")
    place = _PLACE.fullmatch(parts["rest"])
    if place is None:
        raise BadAddressError("it does not begin with https:// or http://")
    host = _host(place["authority"])
    try:
        url = httpx.URL(f"{parts['scheme']}://{host}{place['path']}")
    except (httpx.InvalidURL, ValueError) as error:
        raise BadAddressError("its host is not a name on the internet") from error
    if (url.port or default_port(url)) not in ports:
        raise BadAddressError("only the ports 80 and 443 are read")
    return url.copy_with(fragment=None)


def default_port(url: httpx.URL) -> int:
    """Give the port of a scheme."""
    return 443 if url.scheme == "https" else 80


def _host(authority: str) -> str:
    """Give the host in one form, with its port."""
    plain = unicodedata.normalize("NFKC", authority).replace(_IDEOGRAPHIC_DOT, ".")
    if "@" in plain:
        raise BadAddressError("it holds a name or password before an @")
    found = _AUTHORITY.fullmatch(plain)
    name = found["host"].lower().rstrip(".") if found else ""
    if found is None or not name:
        raise BadAddressError("its host is not a name on the internet")
    return f"{name}:{found['port']}" if found["port"] else name
