"""Choose the address that a page is known by. Pure."""

from urllib.parse import SplitResult, urldefrag, urlsplit

_PORTS = {"http": 80, "https": 443}


def page_address(fetched: str | None, named: str | None) -> str | None:
    """Give the address that a page names, if it may speak for the one it came from.

    Under it the page is the same one again, whatever was appended to follow a reader.
    Of another host, or of its host's front page for a page that is not it, nothing is
    believed; and a page that was not fetched has no address.
    """
    if fetched is None or named is None:
        return fetched
    came, says = urlsplit(fetched), urlsplit(named)
    try:
        is_same_host = _host(came) == _host(says)
    except ValueError:
        # A port that is none.
        return fetched
    is_front = not says.path.strip("/") and not says.query
    if not is_same_host or (is_front and came.path.strip("/")):
        return fetched
    return urldefrag(named).url


def _host(parts: SplitResult) -> tuple[str | None, int | None]:
    """Give the host and its port, None for the one that its scheme has anyway."""
    port = parts.port
    return parts.hostname, None if port == _PORTS.get(parts.scheme) else port
