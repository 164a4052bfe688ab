"""Cut a tree of HTML elements into pieces."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from app.documents.characters import raised
from app.documents.parsers.pieces import Heading, Item, Paragraph, Piece, Table

_HEADING = re.compile(r"h([1-6])")
_BLOCK_TAGS = (
    "address article aside blockquote body center dd details div dl dt fieldset figure"
    " footer form header html main nav p pre section summary"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_LISTS = frozenset({"ul", "ol"})
_DROPPED = frozenset({"script", "style", "template", "img", "svg", "figcaption"})
_BOLD = frozenset({"b", "strong"})
_WHITE = re.compile(r"\s+")
_PARAGRAPHS = re.compile(r"\n\s*\n\s*")
_LONGEST_BOLD_LINE = 120


def pieces_of(root: _Element) -> list[Piece]:
    """Return the headings, paragraphs, items and tables below `root` in order."""
    return list(_Walker().walk(root))


class _Walker:
    """Gathers inline text until a block begins, then gives it as a piece."""

    def __init__(self) -> None:
        self._inline: list[str] = []

    def walk(self, element: _Element) -> Iterator[Piece]:
        self._add(element.text)
        for child in element:
            if isinstance(child.tag, str):
                yield from self._child(child)
            self._add(child.tail)
        yield from self._paragraphs()

    def _child(self, child: _Element) -> Iterator[Piece]:
        heading = _HEADING.fullmatch(child.tag)
        if child.tag in _DROPPED:
            return
        if heading:
            yield from self._paragraphs()
            yield Heading(int(heading[1]), inline_text(child))
        elif child.tag in _LISTS:
            yield from self._paragraphs()
            yield from _items(child, 0)
        elif child.tag == "table":
            yield from self._paragraphs()
            yield from _table(child)
        elif child.tag in _BLOCKS:
            yield from self._paragraphs()
            if _is_bold_line(child):
                yield Paragraph(f"**{inline_text(child).strip()}**")
            else:
                yield from self.walk(child)
        else:
            self._inline.append(inline_text(child))

    def _add(self, text: str | None) -> None:
        if text:
            self._inline.append(_unbroken(text))

    def _paragraphs(self) -> Iterator[Piece]:
        text = "".join(self._inline)
        self._inline.clear()
        for part in _PARAGRAPHS.split(text):
            if part.strip():
                yield Paragraph(part)


def inline_text(element: _Element) -> str:
    """Return an element's words: its line ends are its `<br>`, digits may be raised."""
    return "".join(_words(element))


def _words(element: _Element) -> Iterator[str]:
    if element.tag == "br":
        yield "\n"
        return
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return
    if element.tag == "sup":
        yield raised("".join(element.itertext()))
        return
    yield _unbroken(element.text)
    for child in element:
        yield from _words(child)
        yield _unbroken(child.tail)


def _unbroken(text: str | None) -> str:
    return _WHITE.sub(" ", text) if text else ""


def _items(listing: _Element, depth: int) -> Iterator[Piece]:
    number = 0
    for child in listing:
        if child.tag in _LISTS:
            yield from _items(child, depth + 1)
        if child.tag not in ("li", "dd", "dt"):
            continue
        number += 1
        own = [*_own_words(child)]
        yield Item(
            " ".join("".join(own).split()),
            depth,
            number if listing.tag == "ol" else None,
        )
        for nested in child.iter(*_LISTS):
            if _nearest_item(nested) is child:
                yield from _items(nested, depth + 1)


def _own_words(item: _Element) -> Iterator[str]:
    """Give the words of an item without those of the lists inside it."""
    yield item.text or ""
    for child in item:
        if child.tag in _LISTS or child.tag in _DROPPED:
            pass
        elif child.find(".//ul") is not None or child.find(".//ol") is not None:
            yield from (" ", *_own_words(child), " ")
        elif child.tag in _BLOCKS or child.tag == "br":
            yield f" {inline_text(child)} "
        else:
            yield inline_text(child)
        yield child.tail or ""


def _nearest_item(listing: _Element) -> _Element | None:
    return next(listing.iterancestors("li", "dd", "dt"), None)


def _table(table: _Element) -> Iterator[Piece]:
    if table.find(".//table") is not None or table.find(".//ul") is not None:
        # A table that holds tables or lists arranges a page.
        for cell in table.iter("td", "th"):
            if cell.find(".//table") is None:
                yield from pieces_of(cell)
        return
    rows = [row for row in table.iter("tr") if row.find("td") is not None or len(row)]
    cells = [
        tuple(" ".join(inline_text(cell).split()) for cell in row if _is_cell(cell))
        for row in rows
    ]
    headed = bool(rows) and all(cell.tag == "th" for cell in rows[0] if _is_cell(cell))
    yield Table(tuple(cells), headed)


def _is_cell(element: _Element) -> bool:
    return element.tag in ("td", "th")


def _is_bold_line(block: _Element) -> bool:
    """Tell whether a block is one short line, all of it bold: a heading in disguise."""
    if (block.text or "").strip() or len(block) != 1:
        return False
    (only,) = block
    text = inline_text(only).strip()
    return (
        only.tag in _BOLD
        and not (only.tail or "").strip()
        and 0 < len(text) <= _LONGEST_BOLD_LINE
        and "\n" not in text
    )
