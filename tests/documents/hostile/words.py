"""Word documents made to harm."""

import io
import random
import struct
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.support.word import archive, body_xml, document, paragraph

TEXT = "The harmless sentence of this document has more than five words."
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def _with_body(xml: str, *, packed: bool = True) -> bytes:
    return document(parts={"word/document.xml": xml}, packed=packed)


def _bomb() -> bytes:
    return _with_body(body_xml(paragraph("A" * 60_000_000)))


def _ratio() -> bytes:
    """Stay below the cap of a part, so that only the ratio tells."""
    return _with_body(body_xml(paragraph("A" * 9_000_000)))


def _entities(*declared: str, use: str) -> str:
    doctype = f"<!DOCTYPE d [{''.join(declared)}]>"
    return _DECLARATION + doctype + body_xml(paragraph("USE")).replace("USE", use)


def _laughs() -> bytes:
    declared = ['<!ENTITY l0 "laugh">']
    declared += [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)]
    return _with_body(_entities(*declared, use="&l9;"))


def _quadratic() -> bytes:
    return _with_body(
        _entities(f'<!ENTITY a "{"a" * 50_000}">', use="&a;" * 20_000),
        packed=False,
    )


def _one_entity() -> bytes:
    return _with_body(_entities('<!ENTITY a "expanded">', use=f"{TEXT} &a;"))


def _file_entity() -> bytes:
    return _with_body(_entities('<!ENTITY f SYSTEM "file:///etc/passwd">', use="&f;"))


def _net_entity_in_styles() -> bytes:
    styles = '<!DOCTYPE s SYSTEM "http://127.0.0.1:9/evil.dtd"><s/>'
    return document(paragraph(TEXT), parts={"word/styles.xml": styles})


def _parameter_entity_in_properties() -> bytes:
    xml = '<!DOCTYPE p [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><p/>'
    return document(paragraph(TEXT), parts={"docProps/core.xml": xml})


def _outside_relations() -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="r1" Type="{office}/image" TargetMode='
        '"External" Target="file:///etc/passwd"/><Relationship Id="r2" Type='
        f'"{office}/attachedTemplate" TargetMode="External" '
        'Target="http://127.0.0.1:9/template.dotm"/></Relationships>'
    )
    return document(paragraph(TEXT), parts={"word/_rels/document.xml.rels": rels})


def _deep() -> bytes:
    depth = 100_000
    xml = body_xml("<w:sdt>" * depth + "</w:sdt>" * depth)
    return _with_body(xml, packed=False)


def _deep_tables() -> bytes:
    opened, closed = "<w:tbl><w:tr><w:tc>" * 70, "</w:tc></w:tr></w:tbl>" * 70
    return _with_body(body_xml(opened + paragraph(TEXT) + closed))


def _outside_names() -> bytes:
    names = ["../../escaped.txt", "/srv/escaped.txt", "..\\..\\escaped.txt", "C:\\x"]
    return document(paragraph(TEXT), parts=dict.fromkeys(names, "escaped"))


def _symlink() -> bytes:
    packed = io.BytesIO(document(paragraph(TEXT)))
    with ZipFile(packed, "a") as written:
        link = ZipInfo("word/media/link")
        link.external_attr = 0o120777 << 16
        written.writestr(link, "/etc/passwd")
    return packed.getvalue()


def _nested() -> bytes:
    inner = document(paragraph(TEXT))
    for _ in range(5):
        inner = archive({"word/document.docx": inner})
    return inner


def _many_entries() -> bytes:
    packed = io.BytesIO(document(paragraph(TEXT)))
    with ZipFile(packed, "a") as written:
        for number in range(20_000):
            written.writestr(f"word/media/{number}", b"")
    return packed.getvalue()


def _twice() -> bytes:
    packed = io.BytesIO(document(paragraph(TEXT)))
    content = body_xml(paragraph("Another document of the same name hides in here."))
    directory_name, other = b"word/document.xml", b"word/document.xm_"
    with ZipFile(packed, "a", ZIP_DEFLATED) as written:
        written.writestr(other.decode(), content)
    return packed.getvalue().replace(other, directory_name)


def _with_size(size: int) -> bytes:
    """Lie in the directory about how large the main part unpacks."""
    packed = bytearray(document(paragraph(TEXT)))
    place = packed.rindex(b"PK\x01\x02", 0, packed.rindex(b"word/document.xml"))
    struct.pack_into("<I", packed, place + 24, size)
    return bytes(packed)


def _large_media() -> bytes:
    """Claim two pictures of 600 MB each, which nobody reads."""
    media = {f"word/media/{number}.png": bytes(3_000_000) for number in range(2)}
    packed = bytearray(document(paragraph(TEXT), parts=media))
    place = 0
    while (place := packed.find(b"PK\x01\x02", place + 1)) > 0:
        if b"media" in packed[place : place + 80]:
            struct.pack_into("<II", packed, place + 20, 4_000_000, 600_000_000)
    return bytes(packed)


def _locked() -> bytes:
    packed = bytearray(document(paragraph(TEXT)))
    place = 0
    while (place := packed.find(b"PK\x01\x02", place + 1)) > 0:
        packed[place + 8] |= 1
    return bytes(packed)


def _cut() -> bytes:
    whole = document(paragraph(TEXT))
    return whole[: len(whole) // 2] + b"word/document.xml"


def _flipped() -> bytes:
    packed = bytearray(document(paragraph(TEXT * 20)))
    place = packed.index(b"word/document.xml") + 60
    packed[place] ^= 0xFF
    return bytes(packed)


def _huge_but_honest() -> bytes:
    dice = random.Random(8)
    said = (
        " ".join(f"w{dice.randrange(10**6)}" for _ in range(12)) for _ in range(10_000)
    )
    return _with_body(body_xml(*map(paragraph, said)))


def _strange_encoding() -> bytes:
    return _with_body(
        '<?xml version="1.0" encoding="utf-7"?>' + body_xml(paragraph(TEXT))
    )


def _no_main_part() -> bytes:
    return archive({"word/document.txt": TEXT})


def _field_code() -> bytes:
    field = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
        " DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe </w:instrText></w:r><w:r>"
        '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    return document(field, paragraph(TEXT))


DOCUMENTS: list[tuple[str, str, Callable[[], bytes], str | None]] = [
    ("docx bomb", "a part of 60 MB", _bomb, "far more than"),
    ("docx ratio", "a part of 9 MB in 9 kB", _ratio, "far more than"),
    ("docx large media", "1.2 GB all in all", _large_media, "far more than"),
    ("docx laughs", "a billion expanded entities", _laughs, "broken XML|declares"),
    ("docx quadratic", "one entity 20,000 times", _quadratic, "broken XML|declares"),
    ("docx entity", "one harmless entity", _one_entity, "declares XML entities"),
    ("docx file entity", "to read a file", _file_entity, "declares XML entities"),
    ("docx net entity", "to call home", _net_entity_in_styles, "declares XML"),
    ("docx %", "to call home", _parameter_entity_in_properties, "XML"),
    ("docx relations", "to load from outside", _outside_relations, None),
    ("docx deep", "100,000 elements deep", _deep, "broken XML"),
    ("docx tables", "70 tables inside each other", _deep_tables, "nested too deeply"),
    ("docx names", "to write outside", _outside_names, None),
    ("docx symlink", "to read a file through a link", _symlink, None),
    ("docx nested", "archives in archives", _nested, "no main part"),
    ("docx entries", "20,000 entries", _many_entries, "20,007 files"),
    ("docx twice", "two main parts", _twice, "two files of one name"),
    ("docx small", "to say less than it is", lambda: _with_size(100), "broken"),
    ("docx large", "to say 4 GB", lambda: _with_size(2**32 - 2), "far more than"),
    ("docx locked", "to need a password", _locked, "password"),
    ("docx cut", "half of a file", _cut, "cut off or broken"),
    ("docx flipped", "a wrong byte", _flipped, "broken"),
    ("docx huge", "10,000 paragraphs", _huge_but_honest, None),
    ("docx utf-7", "a strange encoding", _strange_encoding, None),
    ("docx headless", "no main part", _no_main_part, "main part"),
    ("docx field", "to start a program", _field_code, None),
]
