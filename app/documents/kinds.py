"""Tell what bytes are by the bytes themselves, never by a name."""

import re

from app.domain.article import DocumentKind
from app.domain.errors import InputError

_ZIP = b"PK\x03\x04"
_PDF = re.compile(rb"(?:\A|[\r\n])[ \t]*%PDF-\d")
_PDF_SEARCHED = 1_024
# What else starts in a way of its own, and what to do instead.
_REFUSED = (
    (b"\x1f\x8b", "This is a gzip archive; unpack it and send what is in it."),
    (b"BZh", "This is a bzip2 archive; unpack it and send what is in it."),
    (b"\xfd7zXZ\x00", "This is an xz archive; unpack it and send what is in it."),
    (b"7z\xbc\xaf\x27\x1c", "This is a 7z archive; unpack it and send what is in it."),
    (b"\x28\xb5\x2f\xfd", "This is a zstd archive; unpack it and send what is in it."),
    (b"Rar!\x1a\x07", "This is a RAR archive; unpack it and send what is in it."),
    (b"PK\x05\x06", "This ZIP archive is empty."),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "This is an old Office document, or one with a password; save it as .docx"
        " without a password.",
    ),
    (b"{\\rtf", "This is an RTF document; save it as .docx or as plain text."),
    (b"%!PS", "This is PostScript; save it as PDF."),
    (b"\x89PNG\r\n\x1a\n", "This is a picture (PNG), not a text."),
    (b"\xff\xd8\xff", "This is a picture (JPEG), not a text."),
    (b"GIF8", "This is a picture (GIF), not a text."),
    (b"SQLite format 3\x00", "This is a SQLite database, not a text."),
)
# Names that a ZIP archive holds when it is something else than a Word document.
_OTHER_ZIPS = (
    (b"xl/workbook", "This is an Excel workbook; save the sheet as CSV or as PDF."),
    (b"ppt/presentation", "This is a PowerPoint presentation; save it as PDF."),
    (b"application/epub+zip", "This is an EPUB book; save a chapter as HTML or PDF."),
    (
        b"application/vnd.oasis.opendocument",
        "This is an OpenDocument file; save it as .docx or as PDF.",
    ),
)
_DOCX_NAMES = (b"word/document", b"wordprocessingml.document.main")

_PROLOGUE = r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:(?!-->).){0,2000}-->\s*){0,10}"
_PAGE = re.compile(
    _PROLOGUE + r"(?:<!doctype\s+html|<(?:html|head|body)[\s>])", re.I | re.S
)
_FRAGMENT = re.compile(
    _PROLOGUE
    + r"<(?:article|section|main|div|p|h[1-6]|ul|ol|table|blockquote|header|meta"
    r"|title|base|link|script|style|span|center|font)(?:\s[^<>]{0,2000})?>",
    re.I | re.S,
)
_CLOSES = re.compile(
    r"</(?:article|section|main|div|p|h[1-6]|ul|ol|table|blockquote|body|html|script|span|center|font)\s*>\s*\Z",
    re.I,
)
_MARKDOWN = re.compile(
    r"^(?:#{1,6}[ \t]+\S|(?:```|~~~)|\[[^\]\n]{1,200}\]:[ \t]*\S|\|(?:[ :-]{3,}\|)+\s*$"
    r"|(?:[*+-]|\d{1,3}\.)[ \t]+\[[ xX]\][ \t])"
    r"|\[[^\]\n]{1,300}\]\((?:https?:|/|#|\.|mailto:)[^)\s]{0,2000}\)"
    r"|\*\*[^*\s][^*\n]{0,200}\*\*|^[^\n]{1,100}\n(?:={3,}|-{3,})[ \t]*$",
    re.M,
)
_MARKDOWN_SEARCHED = 100_000
_START = 10_000
_TAIL = 200


def binary_kind(data: bytes) -> DocumentKind | None:
    """Return PDF or DOCX, or None for what may be a text.

    Raises InputError, saying what it is, for other known binary files.
    """
    if _PDF.search(data[:_PDF_SEARCHED]):
        return DocumentKind.PDF
    if data.startswith(_ZIP):
        # Names in a ZIP archive are never compressed, so no archive is opened here.
        for name, refusal in _OTHER_ZIPS:
            if name in data:
                raise InputError(refusal)
        if any(name in data for name in _DOCX_NAMES):
            return DocumentKind.DOCX
        raise InputError(
            "This is a ZIP archive, and not a Word document; unpack it and send what is"
            " in it."
        )
    for start, refusal in _REFUSED:
        if data.startswith(start):
            raise InputError(refusal)
    return None


def starts_as_page(data: bytes) -> bool:
    """Tell whether bytes of any encoding that holds ASCII start as a page's do."""
    start = data[:_START].decode("latin-1")
    return bool(_PAGE.match(start) or _FRAGMENT.match(start))


def text_kind(text: str) -> DocumentKind:
    """Tell a page and Markdown from plain text.

    A page starts with a doctype or the like. A part of one starts with a block's tag
    and ends with the end of one: Markdown may start with a tag, too.
    """
    start = text[:_START].lstrip("\ufeff")
    if _PAGE.match(start):
        return DocumentKind.HTML
    if _FRAGMENT.match(start) and _CLOSES.search(text[-_TAIL:]):
        return DocumentKind.HTML
    if _MARKDOWN.search(text[:_MARKDOWN_SEARCHED]):
        return DocumentKind.MARKDOWN
    return DocumentKind.TEXT
