"""Take the words of a page, each with its place and size, out of pdfium."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pypdfium2 import PdfPage, PdfTextPage
from pypdfium2 import raw as pdfium

from app.documents.characters import raised

#: What pdfium puts for a hyphen at the end of a line; ours is the plain one.
_BREAK = "\x02"
_SPACES = " \t\r\n\x00\xa0\u3000\u2000-\u200a\u202f"
_WORD = re.compile(f"[^{_SPACES}{_BREAK}]+{_BREAK}?|{_BREAK}")
_BOLD = re.compile(rb"bold|black|heavy|demi|medi(?!um)|cmbx|cmssbx|sfbx", re.IGNORECASE)
# Old TeX fonts set accents apart from their letters, before them.
_ACCENTS = {"¨": "\u0308", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c"}
_ACCENT = re.compile(f"([{''.join(_ACCENTS)}])([A-Za-zıȷ])")
_NAME_BYTES = 128
_QUARTER = 90
_ASLANT = -1
_UPRIGHT = 8
_RAISED_SIZE = 0.85
_RAISED_SHIFT = 0.15
_MARK = re.compile(r"(?:\[\d[\d, –-]{0,8}\]){1,3}[,.]?|[\d,–+−-]{1,6}|[*∗†‡]{1,3}")
_MARK_GAP = 0.35
_SAME_LINE = 0.5


@dataclass(frozen=True, slots=True)
class Word:
    """A word from `left` to `right` on the baseline `y`, in points from below.

    `size` is that of its letters as shown, whatever the page is scaled by. `is_spaced`
    tells that the file has a space before it.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    is_bold: bool
    is_spaced: bool = False


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of one page, which reaches from `bottom` to `top`."""

    words: list[Word]
    bottom: float
    top: float


def words_of(page: PdfPage) -> PageWords:
    """Return the upright words of a page in the order of the file.

    A page of which most text runs up or down is turned; what then still is not upright
    (a stamp at the edge, a watermark) is left out.
    """
    text_page = page.get_textpage()
    try:
        found = list(_Reader(text_page).words())
    finally:
        text_page.close()
    turns = Counter(turn for turn, _ in found if turn != _ASLANT)
    turn = turns.most_common(1)[0][0] if turns else 0
    left, low, right, high = page.get_cropbox()
    bottom, top = ((low, high), (-right, -left), (-high, -low), (left, right))[turn]
    words = [word for other, word in found if other == turn]
    return PageWords(_with_marks(words), bottom, top)


def _with_marks(words: list[Word]) -> list[Word]:
    """Put small raised figures, such as a note's mark, to the word before them."""
    found: list[Word] = []
    for word in words:
        above = found[-1] if found else None
        if above and _is_mark(word, above):
            text = above.text + raised(word.text)
            found[-1] = replace(above, text=text, right=max(above.right, word.right))
        else:
            found.append(word)
    return found


def _is_mark(word: Word, before: Word) -> bool:
    size = before.size
    return (
        word.size < _RAISED_SIZE * size
        and bool(_MARK.fullmatch(word.text))
        and _RAISED_SHIFT * size <= word.y - before.y <= size
        and abs(word.left - before.right) <= _MARK_GAP * size
    )


class _Reader:
    """Asks pdfium about single characters; each answer costs about a microsecond."""

    def __init__(self, page: PdfTextPage) -> None:
        self._page = page.raw
        self._count: int = page.count_chars()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._box = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._flags = ctypes.c_int()
        self._chars = self._all_chars()

    def words(self) -> Iterator[tuple[int, Word]]:
        """Yield each word with the quarter turns that it stands at."""
        for match in _WORD.finditer(self._chars):
            yield from self._split(match.start(), match.end())

    def _all_chars(self) -> str:
        """Return one character for each of pdfium's, at the same places."""
        count = self._count
        units = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetText(self._page, 0, count, units)
        text = bytes(units)[: 2 * count].decode("utf-16-le", "replace")
        if len(text) == count and "\0" not in text:
            return text.translate(_PLAIN)
        # Some have no character or two: then each is asked for.
        code = pdfium.FPDFText_GetUnicode
        page = self._page
        return "".join([_char(code(page, it)) for it in range(count)])

    def _split(self, start: int, end: int) -> Iterator[tuple[int, Word]]:
        """Give one word, or one for each line where its characters jump to another."""
        turn, size = self._shape(start)
        if turn == _ASLANT:
            return
        x, y = origin = self._origin(start)
        last_x, last_y = self._origin(end - 1) if end - start > 1 else origin
        away = abs(last_x - x) if turn % 2 else abs(last_y - y)
        if away <= _SAME_LINE * size:
            yield turn, self._word(start, end, turn, size, origin)
            return
        begin = start
        for place in range(start + 1, end):
            next_x, next_y = here = self._origin(place)
            if abs(next_x - x if turn % 2 else next_y - y) > _SAME_LINE * size:
                yield turn, self._word(begin, place, turn, size, origin)
                begin, origin = place, here
            x, y = here
        yield turn, self._word(begin, end, turn, size, origin)

    def _word(
        self, start: int, end: int, turn: int, size: float, origin: tuple[float, float]
    ) -> Word:
        text = self._chars[start:end].replace(_BREAK, "-")
        x, y = origin
        if end - start > 1 and self._is_smaller(end - 1, start):
            text = self._with_raised(text, start, end, size)
        pdfium.FPDFText_GetLooseCharBox(self._page, end - 1, self._box)
        box = self._box
        far = (box.right, box.top, -box.left, -box.bottom)[turn]
        near = (x, y, -x, -y)[turn]
        baseline = (y, -x, -y, x)[turn]
        is_spaced = start > 0 and self._chars[start - 1] == " "
        if not text.isascii():
            text = _ACCENT.sub(_composed, text)
        return Word(
            text,
            near,
            max(far, near),
            baseline,
            size,
            self._is_bold(start),
            is_spaced,
        )

    def _is_smaller(self, place: int, than: int) -> bool:
        """Compare two sizes as the file has them: most words have but one."""
        font_size = pdfium.FPDFText_GetFontSize
        page = self._page
        return bool(font_size(page, place) < _RAISED_SIZE * font_size(page, than))

    def _with_raised(self, text: str, start: int, end: int, size: float) -> str:
        """Write small raised digits behind a word as superscripts."""
        _, line = self._origin(start)
        place = end
        while place - 1 > start:
            _, y = self._origin(place - 1)
            small = self._shape(place - 1)[1] < _RAISED_SIZE * size
            if not small or y - line < _RAISED_SHIFT * size:
                break
            place -= 1
        behind = text[place - start :]
        return text[: place - start] + raised(behind) if behind else text

    def _origin(self, place: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self._page, place, self._x, self._y)
        return self._x.value, self._y.value

    def _shape(self, place: int) -> tuple[int, float]:
        """Give a character's quarter turns, or `_ASLANT`, and its size as shown."""
        matrix = self._matrix
        if not pdfium.FPDFText_GetMatrix(self._page, place, matrix):
            return 0, 1.0
        size = pdfium.FPDFText_GetFontSize(self._page, place)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
        turn = round(angle / _QUARTER)
        upright = abs(angle - turn * _QUARTER) <= _UPRIGHT
        scale = math.hypot(matrix.c, matrix.d)
        return (turn % 4 if upright else _ASLANT), abs(size * scale) or 1.0

    def _is_bold(self, place: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(
            self._page, place, self._name, _NAME_BYTES, self._flags
        )
        return bool(_BOLD.search(self._name.raw[: min(length, _NAME_BYTES)]))


def _composed(accented: re.Match[str]) -> str:
    letter = {"ı": "i", "ȷ": "j"}.get(accented[2], accented[2])
    return unicodedata.normalize("NFC", letter + _ACCENTS[accented[1]])


_PLAIN = {
    **dict.fromkeys([*range(0x20), *range(0xD800, 0xE000)], " "),
    0x0A: "\n",
    0x0D: "\n",
    0x02: _BREAK,
    0xFFFE: _BREAK,
}


def _char(code: int) -> str:
    """Return one character always: places in the text are pdfium's."""
    if code == 0x02:
        return _BREAK
    if code in (0x0A, 0x0D):
        return "\n"
    if code < 0x20 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return " "
    return chr(code)
