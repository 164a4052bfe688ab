import io
import struct
from zipfile import ZipFile, ZipInfo

import pytest

from app.documents.parsers import archive
from app.documents.parsers.archive import Archive
from app.domain.errors import InputError
from tests.support.word import archive as packed


def test_entries_are_read_by_name() -> None:
    found = Archive(packed({"a": b"one", "b/c": "two"}))
    assert found.names() == ["a", "b/c"]
    assert found.read("b/c") == b"two"
    assert found.read("missing") is None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(9)])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="cut off or broken"):
        Archive(data)


def test_more_entries_than_allowed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_ENTRIES", 3)
    assert Archive(packed({str(n): b"" for n in range(3)}))
    with pytest.raises(InputError, match="holds 4 files; at most 3"):
        Archive(packed({str(n): b"" for n in range(4)}))


def test_an_entry_may_unpack_to_two_hundred_times_its_size() -> None:
    # Text packs thirty to one; whoever packs a thousand to one means harm.
    with pytest.raises(InputError, match="far more than a document holds"):
        Archive(packed({"a": bytes(1_000_000)}))
    assert Archive(packed({"a": bytes(99_999)})).read("a")
    stored = packed({"a": bytes(1_000_000)}, packed=False)
    assert Archive(stored).read("a")


def test_all_entries_together_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 100)
    assert Archive(packed({"a": b"x" * 50, "b": b"x" * 50}))
    with pytest.raises(InputError, match="far more than a document holds"):
        Archive(packed({"a": b"x" * 50, "b": b"x" * 51}))


def test_a_part_of_text_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PART", 100)
    found = Archive(packed({"a": b"x" * 100, "b": b"x" * 101}, packed=False))
    assert found.read("a")
    with pytest.raises(InputError, match="far more than a document holds"):
        found.read("b")


def test_what_is_really_unpacked_counts_not_what_is_said() -> None:
    data = bytearray(packed({"a": bytes(5_000_000)}))
    place = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, place + 24, 90_000)
    with pytest.raises(InputError):
        Archive(bytes(data)).read("a")


def test_two_entries_of_one_name_are_refused() -> None:
    written = io.BytesIO()
    with ZipFile(written, "w") as archive_file:
        archive_file.writestr("a", b"one")
        archive_file.writestr(ZipInfo("b"), b"two")
    data = written.getvalue().replace(b"b", b"a")
    with pytest.raises(InputError, match="two files of one name"):
        Archive(data)


def test_an_entry_with_a_password_is_refused() -> None:
    data = bytearray(packed({"a": b"one"}))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InputError, match="protected by a password"):
        Archive(bytes(data)).read("a")
