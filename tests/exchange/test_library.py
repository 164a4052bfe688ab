import json

import pytest

from app.domain.errors import InputError
from app.exchange.library import (
    Library,
    PreferencesRecord,
    is_library,
    library_bytes,
    read_library,
)

EMPTY = Library(
    preferences=PreferencesRecord("UTC", True, 4, 20, 200, False, "system", True),
    settings=(),
    documents=(),
    reviews=(),
    withdrawals=(),
    quizzes=(),
)


def test_a_library_is_read_as_it_was_written() -> None:
    assert read_library(library_bytes(EMPTY)) == EMPTY


def test_equal_libraries_give_equal_bytes() -> None:
    assert library_bytes(read_library(library_bytes(EMPTY))) == library_bytes(EMPTY)


@pytest.mark.parametrize(
    ("data", "ours"),
    [
        (library_bytes(EMPTY), True),
        (b"\xef\xbb\xbf" + library_bytes(EMPTY), True),
        (json.dumps(json.loads(library_bytes(EMPTY)), indent=2).encode(), True),
        (b'{"format":"prebrief"', True),
        (b'{"format":"other"}', False),
        (b'{"version":1,"format":"prebrief"}', False),
        (b"A digest\nthat quotes {", False),
        (b'[{"format":"prebrief"}]', False),
        (b"", False),
    ],
)
def test_an_export_is_told_by_how_it_begins(data: bytes, ours: bool) -> None:
    assert is_library(data) is ours


def test_an_export_that_was_spaced_anew_is_read() -> None:
    spaced = json.dumps(json.loads(library_bytes(EMPTY)), indent=2).encode()
    assert read_library(b"\xef\xbb\xbf" + spaced) == EMPTY


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (library_bytes(EMPTY)[:-20], "damaged or cut off: line 1, column"),
        (b'{"format":"prebrief","version":1,"x":"\xff"}', "byte 39 is not valid UTF-8"),
        (b'{"format":"prebrief","version":2}', "is of version 2; version 1 is read"),
        (b'{"format":"prebrief"}', "is of version None"),
        (b'{"format":"prebrief","version":1}', "export: the field “preferences” is"),
        (b'{"format":"prebrief","a":' + b"[" * 200_000, "holds what we never write"),
        (b'{"format":"prebrief","a":' + b"1" * 9_999 + b"}", "what we never write"),
        (
            library_bytes(EMPTY).replace(b'"reviews":[]', b'"reviews":[{}]'),
            "export.reviews[0]: the field “id” is missing.",
        ),
    ],
)
def test_a_damaged_export_is_refused_with_its_place(data: bytes, reason: str) -> None:
    assert is_library(data)
    with pytest.raises(InputError) as caught:
        read_library(data)
    assert reason in caught.value.message
