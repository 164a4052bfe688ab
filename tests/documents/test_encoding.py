import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import decode
from app.domain.errors import InputError

CHINESE = "储能成本下降正在改变电网\uff0c光伏配储成为主流的选择。"
JAPANESE = "太陽光発電の価格が下がる"
GERMAN = "Müller und Söhne haben die Preise für Strom gesenkt"


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
        ("no mark".encode("utf-16-le"), "no mark"),
        ("no mark".encode("utf-16-be"), "no mark"),
        (CHINESE.encode("utf-16-le"), CHINESE),
        ("中".encode("utf-16-le") + CHINESE.encode("utf-16-le"), "中" + CHINESE),
        (JAPANESE.encode("shift_jis"), JAPANESE),
        (GERMAN.encode("cp1252"), GERMAN),
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
        (b"n\0m\0\0\0", r"Byte 2 \(line 1\): a NUL byte"),
        (b"one\r\ntwo\rthree \x07", "Line 3: the control character U[+]0007"),
        ("one\n\x9btwo".encode(), "Line 2: the control character U[+]009B"),
        (
            b"one\ncaf\xe9 au lait",
            r"Byte 8 \(line 2\): the byte 0xE9 is not valid UTF-8",
        ),
        ("Müller und Söhne".encode("latin-1"), "not valid UTF-8"),
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


@pytest.mark.parametrize(
    ("text", "codec", "charset"),
    [
        ("Цены на энергию", "cp1251", "windows-1251"),
        ("Цены на энергию", "koi8-r", "KOI8-R"),
        ("Ceny energii słonecznej", "iso8859-2", "iso-8859-2"),
        ("태양광 발전 가격", "cp949", "euc-kr"),
        ("儲能成本下降", "big5", "Big5"),
        ("太陽光", "euc_jp", "EUC-JP"),
        ("café", "cp1252", "latin1"),
        ("储能", "gb18030", "gb2312"),
        # A label that does not fit, or that nobody knows, is passed over.
        ("Zürich – 5 €", "utf-8", "iso-8859-1"),
        ("Zürich – 5 €", "utf-8", "windows-1251"),
        ("Zürich – 5 €", "utf-8", "no-such-set"),
        ("Zürich – 5 €", "utf-8", "utf-7"),
        (CHINESE, "gb18030", "utf-8"),
        ("plain", "utf-8", "utf-16"),
    ],
)
def test_a_charset_is_heeded_where_it_fits(text: str, codec: str, charset: str) -> None:
    assert decode(text.encode(codec), charset=charset) == text


def test_a_byte_order_mark_is_believed_more_than_a_charset() -> None:
    data = codecs.BOM_UTF8 + "储能".encode()
    assert decode(data, charset="gb18030") == "储能"


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
