"""Build Word documents of minimal XML, for tests."""

import io
from collections.abc import Mapping, Sequence
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = {
    "Title": "Title",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Heading3": "heading 3",
    "TOC1": "toc 1",
    "Caption": "caption",
}
_FORMATS = {1: "bullet", 2: "decimal"}


def run(text: str, properties: str = "") -> str:
    """Give a run of text; `properties` is XML such as `<w:b/>`."""
    return (
        f"<w:r><w:rPr>{properties}</w:rPr>"
        f'<w:t xml:space="preserve">{_escaped(text)}</w:t></w:r>'
    )


def paragraph(
    text: str = "",
    *,
    style: str = "",
    level: int | None = None,
    numbered: bool = False,
    runs: str = "",
) -> str:
    """Give a paragraph in `style`, at `level` of a list if one is given."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        number = 2 if numbered else 1
        properties += (
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs or run(text)}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Give a table of paragraphs."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def document(
    *body: str,
    title: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    packed: bool = True,
) -> bytes:
    """Give a whole document; `parts` adds entries or takes the place of ours."""
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relationships(
            {
                "styles": "styles.xml",
                "numbering": "numbering.xml",
                "footnotes": "footnotes.xml",
            }
        ),
        "word/document.xml": body_xml(*body),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "docProps/core.xml": _properties(title),
    }
    entries.update(parts or {})
    return archive(entries, packed=packed)


def archive(entries: Mapping[str, str | bytes], *, packed: bool = True) -> bytes:
    """Put entries into a ZIP archive, made small or as they are."""
    found = io.BytesIO()
    with ZipFile(found, "w", ZIP_DEFLATED if packed else ZIP_STORED) as written:
        for name, content in entries.items():
            written.writestr(name, content)
    return found.getvalue()


def body_xml(*body: str) -> str:
    """Give the main part."""
    return f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>'


def footnotes_xml(*notes: str) -> str:
    """Give the part of the footnotes, numbered from 1."""
    found = "".join(
        f'<w:footnote w:id="{number}">{paragraph(note)}</w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    return f'<w:footnotes xmlns:w="{W}">{found}</w:footnotes>'


def footnote_mark(number: int) -> str:
    """Give the run that points at a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def _styles() -> str:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        "</w:style>"
        for key, name in _STYLES.items()
    )
    return f'<w:styles xmlns:w="{W}">{styles}</w:styles>'


def _numbering() -> str:
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{name}"/></w:lvl>'
            for level in range(3)
        )
        + "</w:abstractNum>"
        for key, name in _FORMATS.items()
    )
    numbers = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
        for key in _FORMATS
    )
    return f'<w:numbering xmlns:w="{W}">{abstract}{numbers}</w:numbering>'


def _properties(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_escaped(title)}</dc:title></cp:coreProperties>"
    )


def _content_types() -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )


def _relationships(targets: Mapping[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_RELS}">{found}</Relationships>'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
