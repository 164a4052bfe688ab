import gzip
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest

from app.gateways.page_body import CutOffError, TooLargeError, read_body
from tests.gateways.bombs import bomb_of


def pieces(data: bytes, size: int = 1_000) -> Iterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


TEXT = bytes(range(256)) * 40


@pytest.mark.parametrize("size", [1, 7, 1_000, 1_000_000])
def test_a_packed_body_is_unpacked_however_it_comes(size: int) -> None:
    packed = pieces(gzip.compress(TEXT, mtime=0), size)
    assert read_body(packed, is_gzip=True, max_bytes=len(TEXT)) == TEXT
    assert read_body(pieces(TEXT, size), is_gzip=False, max_bytes=len(TEXT)) == TEXT


def test_members_that_follow_one_another_are_one_body() -> None:
    packed = (
        gzip.compress(b"one ") + gzip.compress(b"", mtime=0) + gzip.compress(b"two")
    )
    assert read_body([packed], is_gzip=True, max_bytes=100) == b"one two"
    assert read_body(pieces(packed, 3), is_gzip=True, max_bytes=100) == b"one two"


def test_nothing_is_nothing_packed_or_not() -> None:
    assert read_body([], is_gzip=True, max_bytes=1) == b""
    assert read_body([b""], is_gzip=False, max_bytes=1) == b""


@pytest.mark.parametrize("is_gzip", [True, False])
def test_one_byte_more_than_the_bound_is_too_large(is_gzip: bool) -> None:
    data = gzip.compress(TEXT, mtime=0) if is_gzip else TEXT
    with pytest.raises(TooLargeError):
        read_body(pieces(data), is_gzip=is_gzip, max_bytes=len(TEXT) - 1)


def test_a_bomb_is_given_up_at_the_bound() -> None:
    bound, bomb = 1_000_000, bomb_of(200_000_000)
    assert len(bomb) < bound
    tracemalloc.start()
    try:
        with pytest.raises(TooLargeError):
            read_body(pieces(bomb, 65_536), is_gzip=True, max_bytes=bound)
        assert tracemalloc.get_traced_memory()[1] < 5 * bound
    finally:
        tracemalloc.stop()


def test_bytes_that_unpack_to_nothing_are_counted_too() -> None:
    empty = gzip.compress(b"", mtime=0)
    endless = (empty for _ in range(1_000_000))
    with pytest.raises(TooLargeError):
        read_body(endless, is_gzip=True, max_bytes=10_000)


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(TEXT, mtime=0)[:-1],
        gzip.compress(TEXT, mtime=0)[:20],
        gzip.compress(TEXT, mtime=0)[:-8] + b"\0" * 8,
        gzip.compress(TEXT, mtime=0) + b"more",
        TEXT,
        zlib.compress(TEXT),
    ],
)
def test_what_is_no_whole_gzip_is_cut_off(data: bytes) -> None:
    with pytest.raises(CutOffError):
        read_body(pieces(data), is_gzip=True, max_bytes=len(TEXT))
