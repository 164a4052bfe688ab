import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import decode
from app.domain.errors import InputError

CHINESE = "储能成本下降正在改变电网\uff0c光伏配储成为主流的选择。"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain", "plain"),
        ("Zürich – 5 €".encode(), "Zürich – 5 €"),
        (codecs.BOM_UTF8 + b"marked", "marked"),
        (codecs.BOM_UTF16_LE + "wide 储能".encode("utf-16-le"), "wide 储能"),
        (codecs.BOM_UTF16_BE + "wide 储能".encode("utf-16-be"), "wide 储能"),
        (CHINESE.encode("gb18030"), CHINESE),
        (("Core Insights " + CHINESE).encode("gbk"), "Core Insights " + CHINESE),
        (b"tab\there\r\nand\x0cthere", "tab\there\r\nand\x0cthere"),
    ],
)
def test_a_text_is_decoded(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The document is empty."),
        (b" \n\t\r\n", "nothing but white space"),
        (codecs.BOM_UTF8, "nothing but white space"),
        ("\u3000\u200b\n".encode(), "nothing but white space"),
        (b"one\ntwo\x00three", r"Byte 8 \(line 2\): a NUL byte"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a NUL byte"),
        ("no mark".encode("utf-16-le"), r"Byte 2 \(line 1\): a NUL byte"),
        (b"one\r\ntwo\rthree \x07", "Line 3: the control character U[+]0007"),
        ("one\n\x9btwo".encode(), "Line 2: the control character U[+]009B"),
        (
            b"one\ncaf\xe9 au lait",
            r"Byte 8 \(line 2\): the byte 0xE9 is not valid UTF-8",
        ),
        ("Müller und Söhne".encode("latin-1"), "not valid UTF-8"),
        ("太陽光発電の価格が下がる".encode("shift_jis"), "not valid UTF-8"),
        ("太陽光発電の価格が下がる".encode("euc-jp"), "not valid UTF-8"),
        ("태양광 발전 가격이 내려간다".encode("euc-kr"), "not valid UTF-8"),
        (
            codecs.BOM_UTF16_LE + b"a\x00\n\x00b",
            r"Byte 7 \(line 2\): the text starts as",
        ),
        (codecs.BOM_UTF8 + b"ab\xff", r"Byte 6 \(line 1\): the text starts as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        decode(data)


def test_a_size_limit_is_kept() -> None:
    assert decode(b"12345", max_bytes=5) == "12345"
    with pytest.raises(InputError, match="has 6 bytes; at most 5 are read"):
        decode(b"123456", max_bytes=5)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_written_text_comes_back_from_utf_8(text: str) -> None:
    marked = codecs.BOM_UTF8 + ("x" + text).encode()
    assert decode(marked) == "x" + text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused_with_a_sentence(data: bytes) -> None:
    try:
        assert decode(data).strip("\ufeff")
    except InputError as refusal:
        assert refusal.message.endswith(".")  # noqa: PT017 -- both outcomes are right
