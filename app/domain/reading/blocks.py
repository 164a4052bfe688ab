"""Cut a text into blocks: labels, headings, list items and lines of running text."""

import re
from dataclasses import replace

from app.domain.reading.block import Block, Kind, moved_end
from app.domain.reading.bullets import Bullet, bullet_at, emoji_at, items
from app.domain.reading.citations import find_markers, marker_at
from app.domain.reading.labels import Label, Part, inline_labels, label_at
from app.domain.reading.lines import Line
from app.domain.reading.script import language_of, width
from app.domain.reading.sentences import ends_complete, sentences
from app.domain.reading.title_like import is_title_like
from app.domain.reading.wrapping import unwrapped

_UNDER_HEADS = re.compile(r"[|:\- \t]+")
_RULE = re.compile(r"(?:[-*_=~—─━][ \t]?){3,}")
_TABLE_ROW = re.compile(r"\|[^\r\n]*\|")
_CELL = re.compile(r"[^|]+")
_HASHES = re.compile(r"(#{1,6})[ \t]+")
_ALL_BOLD = re.compile(r"(\*\*|__)(?!\s)((?:(?!\1)[^\r\n]){1,200})\1[:\uff1a]?")
_COLON = re.compile(r"[^:\uff1a]{1,80}(:(?=\s)|\uff1a)")
_OPENS_LOW = re.compile(r"[a-z,;:)\]\uff09\uff0c\uff1b\uff1a、。]")
_WRAP_WIDTH = 50
_TITLE_WORDS = 12


def blocks(text: str) -> list[Block]:
    """Return the blocks of `text` in order, without source lines and references."""
    splitter = _Splitter(text)
    for line in unwrapped(text):
        splitter.take(line)
    return splitter.found


class _Splitter:
    """The blocks found so far, and what the lines before say about the next one."""

    def __init__(self, text: str) -> None:
        self.found: list[Block] = []
        self._text = text
        self._gap = False
        self._line = Line(0, 0, 0, 0)
        self._last_line = Line(0, 0, 0, 0)
        self._last_group = 0
        self._in_references = False
        self._number = 0
        self._counted = 0
        self._before_row = 0

    def take(self, line: Line) -> None:
        """Add the blocks of one line, which may have been wrapped over several."""
        self._line = line
        self._number, self._counted = line.number, line.start
        if line.start == line.end:
            self._gap = True
            return
        if _RULE.fullmatch(self._text, line.start, line.end):
            self._rule(line.start, line.end)
        elif _TABLE_ROW.fullmatch(self._text, line.start, line.end):
            self._row(line.start, line.end)
        else:
            self._content(line.start, line.end)
        self._last_line = line

    def _content(self, start: int, end: int) -> None:
        hashes = _HASHES.match(self._text, start, end)
        bullet = None if hashes else self._bullet(start, end)
        body = hashes.end() if hashes else bullet.end if bullet else start
        body = emoji_at(self._text, body, end)
        label = label_at(self._text, body, end)
        if self._is_reference(body, end, label, listed=bullet is not None):
            self._gap = True
            return
        if label and label.part is Part.TITLE:
            style = "counted" if label.counted else ""
            self._add(Kind.TITLE, label.end, end, style=style)
            return
        if label and not self._opens(label, end, listed=bullet is not None):
            label = None
        if hashes and label is None:
            self._heading(body, end, len(hashes[1]))
            return
        level = len(hashes[1]) if hashes else 0
        self._parts(body, end, label, bullet, level)

    def _row(self, start: int, end: int) -> None:
        """Add the sentences in the cells of a table's row, its heads left out."""
        if _UNDER_HEADS.fullmatch(self._text, start, end):
            if self._text[self._last_line.start] == "|":
                del self.found[self._before_row :]
            return
        self._before_row = len(self.found)
        for cell in _CELL.finditer(self._text, start, end):
            if ends_complete(self._text, *cell.span()):
                self._add(Kind.TEXT, *cell.span())
        self._gap = True

    def _bullet(self, start: int, end: int) -> Bullet | None:
        """Return the bullet of a line; before a full sentence an emoji is one, too."""
        bullet = bullet_at(self._text, start, end)
        decorated = emoji_at(self._text, start, end)
        if bullet or decorated == start or not ends_complete(self._text, start, end):
            return bullet
        return Bullet(start, decorated, "emoji")

    def _parts(
        self,
        body: int,
        end: int,
        label: Label | None,
        bullet: Bullet | None,
        level: int,
    ) -> None:
        """Add the blocks of a line that may hold several labels."""
        start = label.end if label else body
        labels = [label] if label else []
        if label and label.part is Part.CORE:
            self._last_group = 0
        elif label and label.part is Part.GROUP:
            self._last_group = label.number or 0
        labels += inline_labels(self._text, start, end, last=self._last_group)
        ends = [found.start for found in labels] + [end]
        if ends[0] > body and self._entitles(body, ends[0], labels, bullet):
            self._add(Kind.LOOSE, body, ends[0])
        elif ends[0] > body:
            self._lead(body, ends[0], bullet, whole=not labels)
        for found, stop in zip(labels, ends[1:], strict=True):
            self._labelled(found, stop, level)
            self._last_group = _group_after(found, self._last_group)

    def _entitles(
        self, start: int, end: int, labels: list[Label], bullet: Bullet | None
    ) -> bool:
        """Tell whether a text opens with a short sentence before its core insight."""
        if bullet or self.found or not labels or labels[0].part is not Part.CORE:
            return False
        return (
            self._is_short(start, end)
            and len(list(sentences(self._text, start, end))) == 1
        )

    def _labelled(self, label: Label, end: int, level: int) -> None:
        if label.part is Part.SOURCE:
            return
        if label.part is Part.GROUP:
            self._group(label, end, level)
            return
        kind = Kind.CORE if label.part is Part.CORE else Kind.SUMMARY
        self._add(kind, label.start, label.end, level=level)
        before, spans = items(self._text, label.end, end, after_title=False)
        if self._text[label.end : before].strip():
            first = Kind.ITEM if label.dashed or spans else Kind.TEXT
            self._add(first, label.end, before)
        self._items(spans)

    def _group(self, label: Label, end: int, level: int) -> None:
        """Add a group's heading and what follows on its line.

        Its title ends at the first bullet. Without a bullet the whole rest is the
        title, unless it is made of sentences: then a short first one is.
        """
        text = self._text
        before, spans = items(text, label.end, end, after_title=True)
        if spans and self._is_only_title(label.end, before, end):
            before, spans = end, []
        title_end, rest = before, before
        if text[label.end : before].strip():
            parts = sentences(text, label.end, before)
            first = next(parts)
            stated = next(parts, None) is not None or ends_complete(text, *first)
            if stated and not is_title_like(text, label.end, before):
                title_end = rest = self._title_end(label.end, first, before, spans)
        number = label.number
        style = "group" if label.worded else ""
        self._add(
            Kind.GROUP, label.end, title_end, number=number, level=level, style=style
        )
        if text[rest:before].strip():
            self._add(Kind.ITEM if label.dashed or spans else Kind.TEXT, rest, before)
        self._items(spans)

    def _is_only_title(self, start: int, dash: int, end: int) -> bool:
        """Tell whether a dash belongs to a title, as in "Cold - heat"."""
        behind = self._text[dash:end].lstrip(" -–—")
        lone = behind[:1].islower() and is_title_like(self._text, start, end)
        return lone and not self._cited(start, end)

    def _title_end(
        self, start: int, first: tuple[int, int], end: int, spans: list[tuple[int, int]]
    ) -> int:
        """Return where the title ends that sentences without a bullet stand behind."""
        colon = None if spans else _COLON.match(self._text, start, first[1])
        if colon and self._is_short(start, colon.start(1)):
            return colon.end()
        short = first[1] < end or spans or not self._cited(*first)
        return first[1] if short and self._is_short(*first) else start

    def _is_short(self, start: int, end: int) -> bool:
        words = self._text[start:end]
        return (
            not self._cited(start, end)
            and len(words.split()) <= _TITLE_WORDS
            and width(words) <= _TITLE_WORDS * 6
        )

    def _cited(self, start: int, end: int) -> bool:
        return next(find_markers(self._text, start, end), None) is not None

    def _lead(
        self, start: int, end: int, bullet: Bullet | None, *, whole: bool
    ) -> None:
        """Add what stands before the first label of a line, or a line without any."""
        if bullet:
            begin = bullet.start if bullet.style == "number" else start
            before, spans = items(self._text, begin, end, after_title=False)
            if before > start:
                self._add(
                    Kind.ITEM, start, before, number=bullet.number, style=bullet.style
                )
            self._items(spans)
            return
        bold = _ALL_BOLD.fullmatch(self._text, start, end) if whole else None
        if bold:
            self._heading(bold.start(2), bold.end(2), 7)
        elif whole and self._continues(start, end):
            self.found[-1] = moved_end(self.found[-1], end)
        elif self._text[start:end].strip(" *_#-–—|"):
            self._add(Kind.TEXT, start, end)

    def _continues(self, start: int, end: int) -> bool:
        """Tell whether a line only carries on the item or paragraph above it.

        It does when it is indented under its item, opens with a small letter or a
        comma, or when the line above is as full as a wrapped line would be; never
        after a blank line, a full stop (an indented line excepted) or in another
        script.
        """
        if self._gap or not self.found or self.found[-1].kind not in _OPEN:
            return False
        text, last, above = self._text, self.found[-1], self._last_line
        listed = last.kind is Kind.ITEM
        if not listed and last.kind is Kind.TEXT and last.end != above.end:
            return False
        language = language_of(text[start:end])
        before = language_of(text[max(above.start, last.start) : above.end])
        if language != before and "und" not in (language, before):
            return False
        if listed and self._line.indent > last.indent:
            return True
        if ends_complete(text, last.start, last.end):
            return False
        if _OPENS_LOW.match(text, start):
            return True
        first_word = text[start:end].split(None, 1)[0]
        full = width(text[above.start : above.end])
        return full >= _WRAP_WIDTH and (
            full + 1 + min(width(first_word), 30) >= width(text[start:end])
        )

    def _opens(self, label: Label, end: int, *, listed: bool) -> bool:
        """Tell whether a label at the start of a line really opens a part."""
        text = self._text
        if label.part is Part.SOURCE:
            return False
        if label.part is Part.SUMMARY and listed:
            return False
        if label.part is not Part.GROUP:
            return True
        if label.separated and text[label.start] not in "一二三四五六七八九十(\uff08":
            return True
        rest = text[label.end : min(end, label.end + 8)].strip(" *_")[:1]
        return (not rest or not rest.islower()) and is_title_like(
            text, label.start, end
        )

    def _is_reference(
        self, start: int, end: int, label: Label | None, *, listed: bool
    ) -> bool:
        """Tell whether a line names a source and belongs to no article's text."""
        if label and label.part in (Part.SOURCE, Part.REFERENCES):
            self._in_references = label.part is Part.REFERENCES
            return True
        marker = marker_at(self._text, start, end)
        if label is not None and label.part is not Part.GROUP:
            self._in_references = False
        elif self._in_references:
            if label is None and (listed or marker or not self._gap):
                return True
            self._in_references = False
        if marker is None or listed or not self.found:
            return False
        rest = self._text[marker.end : end]
        return (
            rest[:1] in ":\uff1a"
            or "http" in rest
            or not ends_complete(rest, 0, len(rest))
        )

    def _rule(self, start: int, end: int) -> None:
        """Add a rule; one of equals signs under a lone line makes that the title."""
        last = self.found[-1] if self.found else None
        under = last is not None and not self._gap and last.kind is Kind.TEXT
        if (
            last
            and under
            and self._text[start] == "="
            and last.start >= self._last_line.start
        ):
            self.found[-1] = replace(last, kind=Kind.HEADING, level=1)
            return
        self._add(Kind.RULE, start, end)

    def _heading(self, start: int, end: int, level: int) -> None:
        self._add(Kind.HEADING, start, end, level=level)

    def _items(self, spans: list[tuple[int, int]]) -> None:
        for start, end in spans:
            self._add(Kind.ITEM, start, end)

    def _add(
        self,
        kind: Kind,
        start: int,
        end: int,
        *,
        number: int | None = None,
        level: int = 0,
        style: str = "",
    ) -> None:
        line = self._line
        self._number += self._text.count("\n", self._counted, start)
        self._counted = max(start, self._counted)
        self.found.append(
            Block(
                kind,
                start,
                end,
                self._number,
                self._gap,
                line.indent,
                number,
                level,
                style,
            )
        )
        self._gap = False


_OPEN = (Kind.ITEM, Kind.TEXT)


def _group_after(label: Label, last: int) -> int:
    if label.part is Part.CORE:
        return 0
    return (label.number or last) if label.part is Part.GROUP else last
