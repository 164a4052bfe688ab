"""Files that are no document at all, whatever their names say."""

import gzip
import io
import random
import sqlite3
import tarfile
from collections.abc import Callable

from tests.support.word import archive

TEXT = b"The harmless sentence of this document has more than five words."


def _tar() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as written:
        entry = tarfile.TarInfo("../../escaped.txt")
        entry.size = len(TEXT)
        written.addfile(entry, io.BytesIO(TEXT))
    return packed.getvalue()


def _database() -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE cards (id INTEGER PRIMARY KEY)")
    return connection.serialize()


DOCUMENTS: list[tuple[str, str, Callable[[], bytes], str | None]] = [
    ("gzip", "a packed text", lambda: gzip.compress(TEXT * 9), "gzip archive"),
    ("gzip bomb", "50 MB", lambda: gzip.compress(bytes(50_000_000)), "gzip archive"),
    ("tar", "a tape archive", _tar, "NUL byte"),
    ("zip", "an archive", lambda: archive({"a.txt": TEXT}), "ZIP archive"),
    ("empty zip", "an archive of nothing", lambda: archive({}), "is empty"),
    ("xlsx", "a workbook", lambda: archive({"xl/workbook.xml": b""}), "Excel"),
    ("7z", "an archive", lambda: b"7z\xbc\xaf\x27\x1c" + TEXT, "7z archive"),
    ("doc", "Word 97", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "old"),
    ("rtf", "rich text", lambda: b"{\\rtf1\\ansi " + TEXT + b"}", "RTF"),
    ("png", "a picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "picture"),
    ("sqlite", "a database", _database, "SQLite"),
    ("elf", "a program", lambda: b"\x7fELF\x02\x01\x01" + bytes(99), "binary file|NUL"),
    ("noise", "chance", lambda: random.Random(3).randbytes(9_999), "Byte|Line"),
    ("NUL", "a text with a NUL", lambda: TEXT + b"\0" + TEXT, "NUL byte"),
    ("surrogate", "half a pair", lambda: b"\xff\xfe\x00\xd8a\x00", "broken here"),
    ("escape", "codes for a terminal", lambda: TEXT + b"\x1b[2J", "control character"),
    ("overlong", "/ in two bytes", lambda: TEXT + b"\xc0\xaf", "not valid UTF-8"),
]
