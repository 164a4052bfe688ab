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
# Word keeps the English names of its own styles in every language. Tables of contents,
# captions and page furniture are no part of the text; a title stands above headings.
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='heading 7'] => h6:fresh
p[style-name='heading 8'] => h6:fresh
p[style-name='heading 9'] => h6:fresh
p[style-name='caption'] => !
p[style-name='TOC Heading'] => !
p[style-name='toc 1'] => !
p[style-name='toc 2'] => !
p[style-name='toc 3'] => !
p[style-name='toc 4'] => !
p[style-name='toc 5'] => !
p[style-name='TOC 1'] => !
p[style-name='TOC 2'] => !
p[style-name='TOC 3'] => !
p[style-name='table of figures'] => !
p[style-name='header'] => !
p[style-name='footer'] => !
comment-reference => !
"""


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
    for name, tree in trees.items():
        if name.startswith("word/") and name.endswith(".xml"):
            _drop_hidden(tree)
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


def _converted(trees: dict[str, _Element]) -> HtmlElement:
    plain = io.BytesIO()
    with ZipFile(plain, "w") as written:
        for name, tree in trees.items():
            written.writestr(name, tostring(tree, encoding="utf-8"))
    plain.seek(0)
    result = mammoth.convert_to_html(
        plain,
        style_map=_STYLES,
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
