"""Little that unpacks to much."""

import zlib


def bomb_of(size: int) -> bytes:
    """Pack so many zeros; a thousandth of them is left."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    zeros = bytes(1_000_000)
    packed = [packer.compress(zeros) for _ in range(size // len(zeros))]
    return b"".join([*packed, packer.flush()])
