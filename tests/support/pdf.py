"""Write small PDF files, for tests: words at places, in the fonts each reader knows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

A4 = (595, 842)
FONTS = ("Helvetica", "Helvetica-Bold", "Courier", "Courier-Bold", "Times-Roman")


@dataclass(frozen=True)
class Text:
    """Words whose baseline starts at `x`, `y`, in points from the lower left."""

    x: float
    y: float
    words: str
    size: float = 10
    font: str = "Helvetica"


@dataclass
class Page:
    """A page of texts; `raw` is added to its content, `keys` to its dictionary."""

    texts: list[Text] = field(default_factory=list)
    raw: bytes = b""
    keys: bytes = b""


def column(
    lines: Sequence[str],
    *,
    x: float = 72,
    y: float = 760,
    leading: float = 12,
    size: float = 10,
    font: str = "Helvetica",
) -> list[Text]:
    """Set lines one below the other; an empty one leaves half a line of space."""
    texts = []
    for line in lines:
        if line:
            texts.append(Text(x, y, line, size, font))
        y -= leading if line else leading / 2
    return texts


def pdf(
    *pages: Page,
    title: str | None = None,
    objects: Mapping[int, bytes] | None = None,
    trailer: bytes = b"",
) -> bytes:
    """Give the bytes of a document; `objects` takes the place of ours by number.

    1 is the catalogue, 2 the page tree, 3 the properties; then come the fonts, then
    each page and its content.
    """
    first_page = 4 + len(FONTS)
    kids = b" ".join(b"%d 0 R" % (first_page + 2 * it) for it in range(len(pages)))
    written: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        3: b"<< /Title %s >>" % _string(title) if title else b"<< >>",
    }
    for number, name in enumerate(FONTS, 4):
        written[number] = (
            b"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding"
            b" /BaseFont /%s >>" % name.encode()
        )
    fonts = b" ".join(b"/F%d %d 0 R" % (it, it) for it in range(4, first_page))
    for index, page in enumerate(pages):
        number = first_page + 2 * index
        content = b"\n".join([*map(_shown, page.texts), page.raw])
        written[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d]" % A4
            + b" /Resources << /Font << %s >> >>" % fonts
            + b" /Contents %d 0 R %s >>" % (number + 1, page.keys)
        )
        written[number + 1] = stream(content)
    written.update(objects or {})
    return _file(written, trailer)


def stream(content: bytes, keys: bytes = b"") -> bytes:
    """Give a stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), keys, content)


def _shown(text: Text) -> bytes:
    return b"BT /F%d %s Tf %s %s Td %s Tj ET" % (
        4 + FONTS.index(text.font),
        f"{text.size:g}".encode(),
        f"{text.x:g}".encode(),
        f"{text.y:g}".encode(),
        _string(text.words),
    )


def _string(words: str) -> bytes:
    raw = words.encode("cp1252")
    for char in (b"\\", b"(", b")"):
        raw = raw.replace(char, b"\\" + char)
    return b"(%s)" % raw


def _file(objects: Mapping[int, bytes], trailer: bytes) -> bytes:
    found = b"%PDF-1.7\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(found)
        found += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    most = max(objects)
    table = b"0000000000 65535 f \n" + b"".join(
        b"%010d 00000 %s \n" % (places.get(it, 0), b"n" if it in places else b"f")
        for it in range(1, most + 1)
    )
    return (
        found
        + b"xref\n0 %d\n%s" % (most + 1, table)
        + b"trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R %s >>\n" % (most + 1, trailer)
        + b"startxref\n%d\n%%%%EOF\n" % len(found)
    )
