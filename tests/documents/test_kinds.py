import pytest

from app.documents.kinds import binary_kind, text_kind
from app.domain.article import DocumentKind
from app.domain.errors import InputError
from tests.support.pdf import Page, column, pdf
from tests.support.word import document, paragraph

PDF = pdf(Page(column(["A line."])))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, DocumentKind.PDF),
        (b"\n" + PDF, DocumentKind.PDF),
        (b"HTTP/1.1 200 OK\r\n\r\n" + PDF, DocumentKind.PDF),
        (document(paragraph("A line.")), DocumentKind.DOCX),
        (b"A text about %PDF-1.7 and its header.", None),
        (b"PK is what archives start with.", None),
        ("Grün".encode("utf-16"), None),
        (b"", None),
    ],
)
def test_a_binary_kind_is_told_by_its_first_bytes(
    data: bytes, kind: DocumentKind | None
) -> None:
    assert binary_kind(data) is kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x1f\x8b\x08", "gzip"),
        (b"Rar!\x1a\x07\x00", "RAR"),
        (b"%!PS-Adobe-3.0", "PostScript"),
        (b"PK\x03\x04" + b"mimetypeapplication/epub+zip", "EPUB"),
        (b"PK\x03\x04" + b"mimetypeapplication/vnd.oasis.opendocument", "OpenDocument"),
        (b"PK\x03\x04" + b"ppt/presentation.xml", "PowerPoint"),
        (b"PK\x03\x04" + b"notes.txt", "ZIP archive"),
    ],
)
def test_other_binary_files_are_refused_by_their_names(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        binary_kind(data)


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><body><p>x</p></body></html>",
        "\ufeff\n<!doctype HTML>\n<p>x",
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>',
        "<!-- saved from a site -->\n<html lang=en>",
        "<HTML><BODY>x",
        "<head><title>x</title></head>",
        "<article>\n<p>A part of a page.</p>\n</article>\n",
        '<div class="a"><p>x</p></div>',
        "<p>One paragraph.</p>",
    ],
)
def test_a_page_is_told_by_its_tags(text: str) -> None:
    assert text_kind(text) is DocumentKind.HTML


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\nText.",
        "Title\n=====\n\nText.",
        "See [the page](https://a.example/b).",
        "A **bold** word.",
        "```\ncode\n```",
        "- [ ] a task",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        '<p align="center"><img src="a.png"></p>\n\n# Project\n\nText.',
    ],
)
def test_markdown_is_told_by_its_marks(text: str) -> None:
    assert text_kind(text) is DocumentKind.MARKDOWN


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        "- a bullet\n- another",
        "1. first\n2. second",
        "Costs: 3 * 4 ** 2",
        "<b>5 percent</b> is less than <10 percent",
        "The tag <p> opens a paragraph. It ends with </p>",
        "Core Insight: a [1]\n\nGroup 1: b\n- c [2](3)",
        "#hashtag at the start",
        "",
    ],
)
def test_the_rest_is_plain_text(text: str) -> None:
    assert text_kind(text) is DocumentKind.TEXT


def test_the_kind_of_a_large_text_is_found_at_once() -> None:
    for unit in ("[", "*", "|--", "<!--", "-\n", "<div ", "a"):
        text_kind(unit * 200_000)
