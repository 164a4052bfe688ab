"""Take from this process what a parser does not need. POSIX only."""

import os
import resource
import sys
from typing import Any

#: Bytes of address space.
MOST_MEMORY = 1_000_000_000
#: Seconds of work.
MOST_SECONDS = 30
#: Bytes that may be written to the answer.
MOST_WRITTEN = 10_010_000
_NICE = 5
# Events of Python's that no parser causes: the network, other processes, the disk.
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.truncate",
    "shutil.",
    "tempfile.",
    "urllib.",
    "http.",
)
_READ_ONLY = os.O_RDONLY | os.O_CLOEXEC


def confine() -> None:
    """Bound memory, time and output; to be called before any parser is loaded."""
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_AS, MOST_MEMORY)
    # A second apart: the soft limit has a signal of its own, the hard one kills.
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS + 1))
    _limit(resource.RLIMIT_FSIZE, MOST_WRITTEN)
    os.nice(_NICE)


def seal(*, opens_nothing: bool) -> None:
    """Forbid the network, other processes and files, once the parser is loaded.

    Parsers may still load code and word lists of their own as they need them. One that
    `opens_nothing` loses the right to any descriptor: that holds for native code, too.
    """
    if opens_nothing:
        _limit(resource.RLIMIT_NOFILE, 3)
    sys.addaudithook(_Seal())


class _Seal:
    """Refuses what a parser has no business with."""

    def __init__(self) -> None:
        places = {sys.prefix, sys.base_prefix, sys.exec_prefix, *filter(None, sys.path)}
        self._code = tuple(f"{os.path.realpath(place)}{os.sep}" for place in places)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError(event)
        if event == "open" and not self._may_open(arguments[0], arguments[2]):
            raise PermissionError(f"open {arguments[0]!r}")

    def _may_open(self, path: object, flags: int) -> bool:
        if not isinstance(path, (str, bytes)) or flags & ~_READ_ONLY:
            return False
        return os.path.realpath(os.fsdecode(path)).startswith(self._code)


def _limit(what: int, most: int) -> None:
    resource.setrlimit(what, (most, most))
