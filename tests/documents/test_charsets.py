import pytest

from app.documents.charsets import charset_of_page, codec_of


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("utf8", "utf-8"),
        (' "GB2312" ', "gb18030"),
        ("gbk", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("sjis", "cp932"),
        ("ISO-8859-1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("windows-1251", "cp1251"),
        ("koi8-r", "koi8-r"),
        ("EUC-KR", "cp949"),
        ("big5", "big5"),
        ("utf-7", None),
        ("iso-2022-jp", None),
        ("hz", None),
        ("base64", None),
        ("rot13", None),
        ("unicode_escape", None),
        ("idna", None),
        ("no such thing", None),
        ("", None),
        (None, None),
        ("a\0b", None),
    ],
)
def test_a_label_names_the_encoding_that_browsers_read(
    label: str | None, codec: str | None
) -> None:
    assert codec_of(label) == codec


@pytest.mark.parametrize(
    ("page", "label"),
    [
        (b'<!doctype html><meta charset="gbk"><p>x', "gbk"),
        (b"<html><head><META CHARSET=utf-8>", "utf-8"),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">',
            "Shift_JIS",
        ),
        (b'<?xml version="1.0" encoding="ISO-8859-2"?><html>', "ISO-8859-2"),
        (b"<p>The word charset=gbk in a text</p>", None),
        (b"<p>" + b" " * 9_000 + b'<meta charset="gbk">', None),
    ],
)
def test_a_page_names_its_charset(page: bytes, label: str | None) -> None:
    assert charset_of_page(page) == label
