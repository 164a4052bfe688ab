"""Read a Word document: headings, paragraphs, lists, tables, footnotes."""

import io
import re
from collections.abc import Iterator
from zipfile import ZipFile

import mammoth
from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring, tostring
from lxml.html import HtmlElement, HTMLParser, fragment_fromstring

from app.documents.parsers.archive import Archive
from app.documents.parsers.pieces import (
    Heading,
    Paragraph,
    Parsed,
    Piece,
    with_one_title,
)
from app.documents.parsers.titles import sensible_title
from app.documents.parsers.tree import pieces_of
from app.domain.errors import InputError

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_OPTIONAL = ("_rels/.rels", "[Content_Types].xml")
_PARTS = re.compile(
    r"word/(?:document\d*|styles|numbering|footnotes|endnotes)\.xml"
    r"|word/_rels/(?:document\d*|footnotes|endnotes)\.xml\.rels"
)
_PROPERTIES = "docProps/core.xml"
_NOTE = re.compile(r"(?:foot|end)note-")
_OFF = {"0", "false", "off"}
# Word keeps the English names of its own styles in every language; capitals do not
# count. A title stands above all headings.
_HEADINGS = [f"p[style-name='heading {n}'] => h{min(n, 6)}:fresh" for n in range(1, 10)]
_ITEMS = [
    f"p:{kind}-list({depth}) => {'ul|ol > li > ' * (depth - 1)}{tag} > li:fresh"
    for depth in range(1, 6)
    for kind, tag in (("unordered", "ul"), ("ordered", "ol"))
]
_STYLES = "\n".join(["p[style-name='Title'] => h1.title:fresh", *_HEADINGS, *_ITEMS])
# Tables of contents, captions and page furniture are no part of the text.
_FURNITURE = re.compile(
    r"toc (?:\d|heading)|table of figures|caption|header|footer", re.IGNORECASE
)


def parse_docx(data: bytes) -> Parsed:
    """Return what a Word document holds, in order.

    Only parts of text are unpacked. Each is read as XML without a document type, so
    that no entity is ever expanded, and written anew for the converter. Raises
    InputError for a hostile or broken document.
    """
    archive = Archive(data)
    parts = {name: archive.read(name) or b"" for name in _wanted(archive)}
    trees = {name: _xml(name, part) for name, part in parts.items()}
    if not any(name.startswith("word/document") for name in trees):
        raise InputError("The Word document has no main part and cannot be read.")
    title = _title(archive)
    furniture = _furniture(trees.get("word/styles.xml"))
    for name, tree in trees.items():
        if name.startswith("word/") and name.endswith(".xml"):
            _drop_hidden(tree)
            _drop_furniture(tree, furniture)
    body = _converted(trees)
    own_title = body.find(".//h1[@class='title']")
    if own_title is not None:
        title = own_title.text_content().strip() or title
    notes = _notes(body)
    pieces = with_one_title(pieces_of(body), title)
    return Parsed([*pieces, *notes], title)


def _wanted(archive: Archive) -> Iterator[str]:
    for name in archive.names():
        if name in _OPTIONAL or _PARTS.fullmatch(name):
            yield name


def _xml(name: str, part: bytes) -> _Element:
    """Read a part; entities are neither resolved nor fetched, and refused at all."""
    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        tree = fromstring(part, parser)
    except (XMLSyntaxError, ValueError) as error:
        raise InputError(
            f"The part “{name[:60]}” of the Word document is broken XML."
        ) from error
    if tree.getroottree().docinfo.internalDTD is not None:
        raise InputError(
            "The Word document declares XML entities, which none needs, and was not"
            " read."
        )
    return tree


def _title(archive: Archive) -> str | None:
    properties = archive.read(_PROPERTIES)
    if not properties:
        return None
    title = _xml(_PROPERTIES, properties).findtext(_TITLE)
    return sensible_title(title)


def _drop_hidden(tree: _Element) -> None:
    """Drop runs that Word does not show."""
    for mark in list(tree.iter(f"{_W}vanish")):
        run = next(mark.iterancestors(f"{_W}r"), None)
        if run is not None and mark.get(f"{_W}val", "1") not in _OFF:
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)


def _furniture(styles: _Element | None) -> set[str]:
    """Return the ids of styles whose paragraphs are no part of the text."""
    found: set[str] = set()
    for style in () if styles is None else styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None and _FURNITURE.fullmatch(name.get(f"{_W}val", "")):
            found.add(style.get(f"{_W}styleId", ""))
    return found


def _drop_furniture(tree: _Element, furniture: set[str]) -> None:
    for style in list(tree.iter(f"{_W}pStyle")):
        paragraph = next(style.iterancestors(f"{_W}p"), None)
        if paragraph is not None and style.get(f"{_W}val") in furniture:
            parent = paragraph.getparent()
            if parent is not None:
                parent.remove(paragraph)


def _converted(trees: dict[str, _Element]) -> HtmlElement:
    plain = io.BytesIO()
    with ZipFile(plain, "w") as written:
        for name, tree in trees.items():
            written.writestr(name, tostring(tree, encoding="utf-8"))
    plain.seek(0)
    result = mammoth.convert_to_html(
        plain,
        style_map=_STYLES,
        include_default_style_map=False,
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=_no_image,
    )
    parser = HTMLParser(encoding="utf-8", no_network=True)
    return fragment_fromstring(result.value, create_parent="body", parser=parser)


def _no_image(_image: object) -> list[object]:
    return []


def _notes(body: HtmlElement) -> list[Piece]:
    """Cut the notes out of the body; give them as the list of references they are."""
    listings = [
        listing
        for listing in body.iter("ol")
        if len(listing) and _NOTE.match(listing[0].get("id", ""))
    ]
    notes = [
        " ".join(note.text_content().replace("↑", " ").split())
        for listing in listings
        for note in listing
    ]
    for listing in listings:
        listing.drop_tree()
    if not notes:
        return []
    numbered = (f"[{number}] {note}" for number, note in enumerate(notes, 1))
    return [Heading(2, "References"), *map(Paragraph, numbered)]
