"""PDF files made to harm."""

import zlib
from collections.abc import Callable

from tests.support.pdf import FONTS, Page, Text, column, pdf, stream

TEXT = "The harmless sentence of this document has more than five words."
_PAGE = 4 + len(FONTS)
_FONT = b"<< /Type /Font /Subtype /TrueType /BaseFont /X"


def _one(**over: object) -> bytes:
    return pdf(Page(column([TEXT])), **over)  # type: ignore[arg-type]  # any keyword


def _cyclic() -> bytes:
    return _one(
        objects={
            2: b"<< /Type /Pages /Kids [90 0 R] /Count 5 >>",
            90: b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 90 0 R] /Count 5 >>",
        }
    )


def _counting(pages: int, times: int = 1) -> bytes:
    kids = b"%d 0 R " % _PAGE * times
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages)
    return _one(objects={2: tree})


def _action(action: bytes) -> bytes:
    catalogue = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << %s >> >>" % action
    return _one(objects={1: catalogue})


def _content(content: bytes, keys: bytes = b"") -> bytes:
    return _one(objects={_PAGE + 1: stream(content, keys)})


def _flate() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(10_000_000)) for _ in range(40))
    return _content(packed + packer.flush(), b"/Filter /FlateDecode")


def _twice_flate() -> bytes:
    packed = zlib.compress(zlib.compress(bytes(100_000_000), 9) * 30, 9)
    return _content(packed, b"/Filter [/FlateDecode /FlateDecode]")


def _form_of_itself() -> bytes:
    keys = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 99 99]"
        b" /Resources << /XObject << /A 90 0 R >> >>"
    )
    return _one(
        objects={
            _PAGE: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources"
            b" << /XObject << /A 90 0 R >> >> /Contents %d 0 R >>" % (_PAGE + 1),
            _PAGE + 1: stream(b"/A Do " * 20),
            90: stream(b"/A Do " * 20, keys),
        }
    )


def _lying_font() -> bytes:
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 beginbfrange"
        b" <00> <FF> <D800> endbfrange 3 beginbfchar <54> <0000> <68> <202E>"
        b" <65> <FFFF> endbfchar endcmap end"
    )
    return _one(
        objects={
            4: _FONT + b" /FirstChar -5 /LastChar 99999999 /Widths 90 0 R"
            b" /FontDescriptor 91 0 R /ToUnicode 92 0 R >>",
            90: b"[ 1e38 -1e38 (x) 90 0 R ]",
            91: b"<< /Type /FontDescriptor /FontName /X /FontFile2 93 0 R"
            b" /Ascent 1e30 /Flags 4 >>",
            92: stream(cmap),
            93: stream(bytes(range(256)) * 40),
        }
    )


def _no_text() -> bytes:
    return pdf(Page(raw=b"q 500 0 0 500 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"))


def _locked() -> bytes:
    handler = (
        b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >>"
        % (b"41" * 32, b"42" * 32)
    )
    return _one(objects={90: handler}, trailer=b"/Encrypt 90 0 R /ID [<00> <00>]")


def _heap_of_words() -> bytes:
    """Put every word on the same spot, so that each is near each other."""
    return pdf(Page([Text(100, 400, "word word word") for _ in range(20_000)]))


def _staircase() -> bytes:
    """Start 20,000 lines one below the other at 2,500 different places."""
    return pdf(Page([Text(n % 2_500, 800 - n / 26, "step", 1) for n in range(20_000)]))


def _huge_numbers() -> bytes:
    return _content(
        b"BT /F4 1e30 Tf 1e30 0 0 1e30 -1e30 1e30 Tm (Huge) Tj ET BT /F4 10 Tf"
        b" 99999999999999999999 0 Td (Far) Tj ET BT /F4 0 Tf 1 1 Td (None) Tj ET"
    )


def _cut() -> bytes:
    return _one()[:600]


def _without_table() -> bytes:
    whole = _one()
    return whole[: whole.index(b"xref")] + b"%%EOF"


def _table_of_itself() -> bytes:
    whole = _one()
    place = whole.index(b"xref\n")
    return whole.replace(b"/Info 3 0 R", b"/Info 3 0 R /Prev %d" % place)


DOCUMENTS: list[tuple[str, str, Callable[[], bytes], str | None]] = [
    ("pdf cyclic", "a page tree that ends nowhere", _cyclic, "no text|broken"),
    ("pdf 2e9", "two thousand million pages", lambda: _counting(2 * 10**9), None),
    ("pdf 2,100", "a page 2,100 times", lambda: _counting(2_100, 2_100), "2,100 pages"),
    ("pdf -1", "less than no pages", lambda: _counting(-1), None),
    ("pdf 1,900", "1,900 pages that are one", lambda: _counting(1_900), None),
    ("pdf cut", "a part of a file", _cut, "cut off"),
    ("pdf headless", "no table of its objects", _without_table, "cut off"),
    ("pdf table loop", "a table before itself", _table_of_itself, None),
    (
        "pdf launch",
        "to start a program",
        lambda: _action(b"/S /Launch /F (/bin/sh) /NewWindow true"),
        None,
    ),
    (
        "pdf script",
        "to run a script",
        lambda: _action(b"/S /JavaScript /JS (while\\(1\\){app.alert\\(1\\)})"),
        None,
    ),
    (
        "pdf address",
        "to call home",
        lambda: _action(b"/S /URI /URI (http://127.0.0.1:9/home)"),
        None,
    ),
    ("pdf flate", "400 MB of nothing", _flate, "too large|memory|too long|no text"),
    ("pdf flates", "3 GB packed twice", _twice_flate, "large|memory|long|no text"),
    (
        "pdf form loop",
        "a drawing that holds itself",
        _form_of_itself,
        "no text|too large|too long",
    ),
    ("pdf font", "a font that lies in all it says", _lying_font, None),
    ("pdf numbers", "numbers beyond all bounds", _huge_numbers, None),
    ("pdf arrays", "100,000 arrays deep", lambda: _content(b"[" * 100_000), "no text"),
    (
        "pdf catalogue",
        "a catalogue 100,000 arrays deep",
        lambda: _one(objects={90: b"[" * 100_000 + b"]" * 100_000, 1: b"90 0 R"}),
        "broken",
    ),
    ("pdf heap", "20,000 words on one spot", _heap_of_words, None),
    ("pdf stairs", "20,000 lines aside of each other", _staircase, None),
    ("pdf scan", "nothing but a picture", _no_text, "only pictures"),
    ("pdf locked", "to need a password", _locked, "password"),
    ("pdf junk", "bytes of anything", lambda: b"%PDF-1.7\n" + bytes(999), "broken"),
]
