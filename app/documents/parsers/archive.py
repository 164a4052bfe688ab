"""Open a ZIP archive that may be hostile: bounded before and while it is read."""

import io
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from app.domain.errors import InputError

#: Entries of one archive.
MOST_ENTRIES = 5_000
#: Bytes of all entries unpacked, and of one part of text.
MOST_UNPACKED = 1_000_000_000
MOST_PART = 10_000_000
#: Bytes that one packed byte may become; text packs 30 to 1 at most.
MOST_RATIO = 200
_FREE = 100_000
_CHUNK = 64 * 1024
_ENCRYPTED = 0x1


class Archive:
    """The entries of an archive by name; nothing is ever written to a disk."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, OverflowError, RuntimeError) as error:
            raise InputError(
                "The archive is cut off or broken and cannot be read."
            ) from error
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES:
            raise InputError(
                f"The archive holds {len(entries):,} files; at most {MOST_ENTRIES:,}"
                " are read."
            )
        self._entries: dict[str, ZipInfo] = {}
        for entry in entries:
            # Two entries of one name would let two readers see two documents.
            if entry.filename in self._entries:
                raise InputError("The archive holds two files of one name.")
            self._entries[entry.filename] = entry
        self._refuse_bomb(entries)

    def names(self) -> list[str]:
        """Return the names of all entries."""
        return list(self._entries)

    def read(self, name: str) -> bytes | None:
        """Return the bytes of an entry, None where there is none.

        Counts what is really unpacked: what an entry says of its size may be a lie.
        """
        entry = self._entries.get(name)
        if entry is None:
            return None
        if entry.flag_bits & _ENCRYPTED:
            raise InputError("The archive is protected by a password; save it without.")
        most = min(MOST_PART, max(MOST_RATIO * entry.compress_size, _FREE))
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    if size > most:
                        raise _bomb()
                    chunks.append(chunk)
        except (
            BadZipFile,
            zlib.error,
            EOFError,
            ValueError,
            RuntimeError,
        ) as error:
            raise InputError(
                "The archive is cut off or broken and cannot be read."
            ) from error
        return b"".join(chunks)

    def _refuse_bomb(self, entries: list[ZipInfo]) -> None:
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > MOST_UNPACKED:
            raise _bomb()
        for entry in entries:
            if entry.file_size > max(MOST_RATIO * entry.compress_size, _FREE):
                raise _bomb()


def _bomb() -> InputError:
    return InputError(
        "The archive unpacks to far more than a document holds, and was not read."
    )
