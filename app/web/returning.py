"""Go back to where a form was opened, and nowhere else."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

_LONGEST = 2_000
# What browsers drop or turn into a slash while they read an address.
_TREACHEROUS = re.compile(r"[\x00-\x20\x7f-\xa0\s\\]")


def own_path(wanted: str | None, default: str) -> str:
    """Give `wanted` if it is a path of ours, else `default`.

    A path of ours starts with exactly one `/`, also once percent-decoded, and holds no
    control character, white space, backslash or dot segment: nothing that a browser
    could read as the name of another host.
    """
    if not wanted or len(wanted) > _LONGEST:
        return default
    # Twice: a proxy on the way may decode once.
    for reading in (wanted, unquote(wanted), unquote(unquote(wanted))):
        path = re.split(r"[?#]", reading, maxsplit=1)[0]
        if not path.startswith("/") or path.startswith("//"):
            return default
        if _TREACHEROUS.search(path) or {".", ".."} & set(path.split("/")):
            return default
    return default if _TREACHEROUS.search(wanted) else wanted


def with_argument(path: str, name: str, value: str) -> str:
    """Give a path of ours with one argument of its query set."""
    parts = urlsplit(path)
    query = [it for it in parse_qsl(parts.query) if it[0] != name]
    return urlunsplit(parts._replace(query=urlencode([*query, (name, value)])))
