"""Drop what is no text: Markdown and HTML marks, entities, characters nobody sees."""

import html
import re
from collections.abc import Iterator

from app.domain.reading.citations import marker_at
from app.domain.reading.places import Edit, Places, Side

# Unicode's Default_Ignorable_Code_Point without joiners and variation selectors.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_HIDDEN = re.compile(f"[{_UNSEEN}]")
# Joiners and selectors mean something in some scripts and in emoji, keycaps included.
_JOINERS = (
    "(?<=[\\x20-\u024f\u3000-\u9fff])(?:[\u200c\u200d]+"
    "|[\ufe00-\ufe0f]+(?![\ufe00-\ufe0f\u20e3]))"
)
_TARGET = r"\((?:[^\s()]|\([^\s()]{0,300}\)){0,1000}(?:\s\"[^\"\n]{0,200}\")?\)"
_INLINE_TAGS = "b|i|u|s|a|em|strong|span|small|mark|font|sub|sup|cite|q|del|ins"
_LINE_TAGS = "br|p|div|h[1-6]|ul|ol"
_REST_OF_TAG = r"(?:\s[^<>\n]{0,500})?/?>"
_MARK = re.compile(
    rf"(?m:^)[ \t]{{0,3}}(?P<quote>>[> \t]*)"
    rf"|(?m:^)(?P<fence>(?:`{{3}}|~{{3}})[^\n]*(?:\n|\Z))"
    rf"|(?=[{_UNSEEN}\u200c\u200d\ufe00-\ufe0f<&\\!\[*_`~])(?:"
    rf"(?P<unseen>[{_UNSEEN}]+|{_JOINERS})"
    r"|(?P<comment><!--)"
    r"|<sup>(?P<raised>\d{1,3}(?:[,\u2013-]\d{1,3}){0,9})</sup>"
    rf"|(?P<tag></?(?:{_INLINE_TAGS}){_REST_OF_TAG})"
    rf"|(?P<item><li{_REST_OF_TAG})"
    rf"|(?P<break></?(?:{_LINE_TAGS}|li){_REST_OF_TAG})"
    r"|(?P<address><)(?=https?://[^\s<>]{1,1000}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});)"
    r"|\\(?P<escaped>[\\`*_{}\[\]()#+.!~>|$&-])|(?P<hard_break>\\(?=[\r\n]|\Z))"
    rf"|(?P<image>!\[[^\[\]\n]{{0,300}}\]{_TARGET})"
    rf"|(?<![A-Za-z0-9])(?P<link>\[)(?=[^\[\]\n]{{1,300}}\](?:{_TARGET}|\[[^\[\]\n]{{0,99}}\]))"
    r"|(?P<code>(?P<ticks>`{1,2})[^`\n]{1,300}(?P=ticks))(?!`)"
    r"|(?<![\w*\\])(?:\*\*)?(?P<star>\*)(?=[^\s*][^*\n]{0,300}(?<=\S)\*)"
    r"|(?<![\w_\\])(?P<line>_)(?=[^\s_](?:[^_\n]{0,300}?[^\s_])?_(?!\w))"
    r"|(?P<struck>~~)(?=[^\s~][^~\n]{0,300}~~))"
)
_BEHIND_LINK = re.compile(rf"\](?:{_TARGET}|\[[^\[\]\n]{{0,99}}\])")
_DEFINITION = re.compile(
    r"(?m:^)[ ]{0,3}\[(?!\^?\d{1,3}\])([^\[\]\n]{1,99})\]:[ \t]+"
    r"(?:https?:|mailto:|[./#<])[^\n]{0,1000}(?m:$)"
)
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\n(?P<fields>(?:[^\n]*\n){1,60}?)---[ \t]*\n"
)
_TITLE_FIELD = re.compile(r"(?m)^title:[ \t]*[^\n]*$")
_MAIN_HEADING = re.compile(r"(?m)^#[ \t]|^=+[ \t]*$")
_TEXT_FENCE = re.compile(r"(?:`{3}|~{3})\s*(?:markdown|md|text|txt)?\s*")
_RAISED = str.maketrans("0123456789-\u2013", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻")
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0]")

# The closing sign of a pair of marks; code may have one or two ticks.
_PAIRS = {"star": "*", "line": "_", "struck": "~~", "address": ">", "code": "`"}
_INSTEAD = {"item": "\n- ", "break": "\n"}

Change = tuple[int, int, str, Side]


def without_marks(text: str) -> tuple[str, Places]:
    """Return `text` without marks, and where its characters stood before.

    Dropped are emphasis, the brackets and targets of links, code marks, images, fenced
    code, front matter (but for a title that the text has nowhere else), comments,
    quote marks at the start of a line, inline HTML tags, zero-width and bidirectional
    controls. Entities and escapes are replaced by what they stand for, tags that break
    a line by a line break. Bold marks and headings stay: they tell labels. Links about
    a citation marker stay, they belong to it. Linear in the length of the text.
    """
    pieces: list[str] = []
    edits: list[Edit] = []
    at = position = 0
    for start, end, instead, side in sorted(
        _changes(text), key=lambda change: change[:2]
    ):
        if start < position:
            continue
        pieces += (text[position:start], instead)
        at += start - position
        edits.append(Edit(at, len(instead), start, end, side))
        at += len(instead)
        position = end
    pieces.append(text[position:])
    return ("".join(pieces) if edits else text), Places(edits)


def _changes(text: str) -> Iterator[Change]:
    definitions = list(_DEFINITION.finditer(text))
    marks = _Marks(text, {match[1].casefold() for match in definitions})
    front = _FRONT_MATTER.match(text)
    if front:
        yield from _front_matter(text, front, marks)
    for match in definitions:
        yield marks.cut(*match.span())
    yield from marks.changes(front.end() if front else 0)


def _front_matter(text: str, front: re.Match[str], marks: "_Marks") -> Iterator[Change]:
    title = _TITLE_FIELD.search(text, *front.span("fields"))
    if title is None or _MAIN_HEADING.search(text, front.end()):
        yield marks.cut(front.start(), front.end())
        return
    yield marks.cut(front.start(), title.start())
    yield marks.cut(title.end(), front.end())


class _Marks:
    """What is dropped from or replaced in a text, found in one pass."""

    def __init__(self, text: str, names: set[str]) -> None:
        self._text = text
        self._names = names
        self._missing: set[str] = set()
        self._first = len(text) - len(text.lstrip())
        self._last = len(text.rstrip())

    def changes(self, position: int) -> Iterator[Change]:
        """Yield every change; the closing marks come with the opening ones."""
        while match := _MARK.search(self._text, position):
            kind = match.lastgroup
            position = max(match.end(), position + 1)
            end = None
            if kind == "comment":
                end = self._behind("-->", match.end())
                if end:
                    yield self.cut(match.start(), end)
            elif kind == "fence":
                end = self._behind("\n" + match["fence"][:3], match.end() - 1)
                if end:
                    yield from self._fence(match, end)
            elif kind in _PAIRS:
                yield from self._pair(kind, match)
            elif kind == "link":
                yield from self._link(*match.span("link"))
            elif kind:
                yield from self._replaced(kind, match)
            position = end or position

    def _behind(self, ending: str, position: int) -> int | None:
        """Return the end of the first `ending`; once there is none, look no further."""
        if ending in self._missing:
            return None
        found = self._text.find(ending, position)
        if found < 0:
            self._missing.add(ending)
            return None
        return found + len(ending)

    def _fence(self, opening: re.Match[str], end: int) -> Iterator[Change]:
        """Drop fenced code; of fenced text, and of a fence around all, the fences."""
        info = opening["fence"]
        around_all = opening.start() <= self._first and end >= self._last
        if _TEXT_FENCE.fullmatch(info) and (info.strip(" \n`~") or around_all):
            yield self.cut(*opening.span())
            yield self.cut(end - 3, end)
        else:
            yield self.cut(opening.start(), end)

    def cut(self, start: int, end: int) -> Change:
        """Drop a part but for its line breaks, so that lines count on."""
        return start, end, "\n" * self._text.count("\n", start, end), Side.NEITHER

    def _replaced(self, kind: str, match: re.Match[str]) -> Iterator[Change]:
        start, end = match.span()
        side = Side.NEITHER
        instead = _INSTEAD.get(kind, "")
        if kind == "raised":
            instead = match["raised"].translate(_RAISED)
        elif kind == "tag":
            side = Side.CLOSES if match["tag"].startswith("</") else Side.OPENS
        elif kind == "escaped":
            instead = match["escaped"]
        elif kind == "entity":
            meant = html.unescape(match["entity"])
            if meant == match["entity"]:
                return
            instead = "" if _HIDDEN.match(meant) else _CONTROL.sub(" ", meant)
        yield start, end, instead, side

    def _pair(self, kind: str, match: re.Match[str]) -> Iterator[Change]:
        start, opened = match.span(kind)
        sign = _PAIRS[kind]
        if kind == "code":
            size = len(match["ticks"])
            opened, closing = start + size, match.end() - size
        else:
            size = len(sign)
            closing = self._text.index(sign, opened + 1)
        yield start, opened, "", Side.OPENS
        yield closing, closing + size, "", Side.CLOSES

    def _link(self, start: int, end: int) -> Iterator[Change]:
        text = self._text
        if marker_at(text, start, len(text)):
            return
        closing = text.index("]", end)
        behind = _BEHIND_LINK.match(text, closing)
        if behind is None:
            return
        if text[closing + 1] == "[":
            name = text[closing + 2 : behind.end() - 1] or text[end:closing]
            if name.casefold() not in self._names:
                return
        yield start, end, "", Side.OPENS
        yield closing, behind.end(), "", Side.CLOSES
