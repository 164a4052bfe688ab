import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.documents.guessing import guess

# From facts made up for the tests.
TEXTS: dict[str, str] = json.loads(
    Path(__file__).with_name("texts.json").read_text("utf-8")
)
WESTERN = (
    "English French German Spanish Portuguese Italian Dutch Swedish Danish Finnish"
)
WIDE = "Chinese Japanese English French Russian Greek Polish"
READ = [
    ("Chinese", "gb18030"),
    ("Traditional Chinese", "gb18030"),
    ("Japanese", "cp932"),
    *[(language, "cp1252") for language in WESTERN.split()],
    *[(language, "utf-16-le") for language in WIDE.split()],
    *[(language, "utf-16-be") for language in WIDE.split()],
]
NOT_READ = [
    ("Japanese", "euc_jp"),
    ("Korean", "cp949"),
    ("Traditional Chinese", "big5"),
    ("Russian", "cp1251"),
    ("Russian", "koi8-r"),
    ("Russian", "iso8859-5"),
    ("Russian", "cp866"),
    ("Greek", "cp1253"),
    ("Czech", "cp1250"),
    ("Czech", "iso8859-2"),
    ("Polish", "cp1250"),
    ("Polish", "iso8859-2"),
    ("Hungarian", "cp1250"),
    ("Turkish", "cp1254"),
    ("Romanian", "cp1250"),
    ("Thai", "cp874"),
    ("French", "mac_roman"),
    ("French", "cp850"),
    ("German", "mac_roman"),
    ("German", "cp437"),
    ("Spanish", "mac_roman"),
]
SIZES = (2, 3, 4, 6, 10, 20, 40, 80)


@pytest.mark.parametrize(("language", "codec"), READ)
def test_a_text_is_read_in_its_encoding(language: str, codec: str) -> None:
    text = TEXTS[language]
    assert guess(text.encode(codec)) == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("储能成本", "gb18030"),
        ("价格下降", "gb18030"),
        ("これは本だ", "cp932"),
        ("コストの低下", "cp932"),
        ("Price", "utf-16-le"),
        ("Price", "utf-16-be"),
        ("储能成本\n", "utf-16-le"),
        ("Die Netze und die Zähler", "cp1252"),
        ("The cost of heat and the £3 rule", "cp1252"),
    ],
)
def test_a_short_text_is_read_in_its_encoding(text: str, codec: str) -> None:
    assert guess(text.encode(codec)) == text


@pytest.mark.parametrize(("language", "codec"), NOT_READ)
def test_another_encoding_is_not_read_as_one_we_know(language: str, codec: str) -> None:
    assert guess(TEXTS[language].encode(codec, "ignore")) is None


@pytest.mark.parametrize(("language", "codec"), READ + NOT_READ)
def test_no_part_of_a_text_is_ever_misread(language: str, codec: str) -> None:
    text = TEXTS[language].encode(codec, "ignore").decode(codec)
    wrong = [
        (part, found)
        for part in parts(text)
        if (found := guess(part.encode(codec))) not in (None, part)
    ]
    assert wrong == []


def parts(text: str) -> Iterator[str]:
    """Give every part that is no valid UTF-8, of two to eighty characters."""
    for size in SIZES:
        for start in range(len(text) - size + 1):
            part = text[start : start + size]
            if not part.isascii() and not re.fullmatch(r"[二〇三八]+", part):
                yield part


@pytest.mark.parametrize(
    "data",
    [
        b"caf\xe9",
        b"caf\xe9 au lait",
        b"\x80\x81\x82",
        b"\xff\xff\xff\xff",
        b"ab\x00",
        b"\x00\x00\x00\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x7fELF\x02\x01\x01\x00",
        bytes(range(256)),
        bytes(range(128, 256)),
    ],
)
def test_what_is_not_certain_is_not_guessed(data: bytes) -> None:
    assert guess(data) is None
