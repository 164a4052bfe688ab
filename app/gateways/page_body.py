"""Read a body piece by piece, unpacked, and no further than a bound. Pure."""

import zlib
from collections.abc import Iterable, Iterator

#: The codings that are asked for and read. Decoders of others do not keep to a bound.
CODINGS = ("gzip",)
_GZIP = 16 + zlib.MAX_WBITS


class TooLargeError(Exception):
    """The body is larger than its bound, as it came or unpacked."""


class CutOffError(Exception):
    """The body is damaged, or ends too early."""


def read_body(pieces: Iterable[bytes], *, is_gzip: bool, max_bytes: int) -> bytes:
    """Join the pieces of a body, unpacked if need be.

    Never holds more than `max_bytes` and one piece. Raises TooLargeError beyond, and
    CutOffError for what is no whole gzip.
    """
    bounded = _counted(pieces, max_bytes)
    if not is_gzip:
        return b"".join(bounded)
    body = bytearray()
    for piece in _unpacked(bounded, max_bytes):
        body += piece
        if len(body) > max_bytes:
            raise TooLargeError
    return bytes(body)


def _counted(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise TooLargeError
        yield piece


def _unpacked(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    """Unpack at most `most` bytes and one more at a time; several members are one."""
    packer = zlib.decompressobj(_GZIP)
    is_begun = False
    for piece in pieces:
        data = piece
        while data:
            if packer.eof:
                packer = zlib.decompressobj(_GZIP)
            is_begun = True
            try:
                yield packer.decompress(data, most + 1)
            except zlib.error as error:
                raise CutOffError from error
            data = packer.unused_data or packer.unconsumed_tail
    if is_begun and not packer.eof:
        raise CutOffError
