"""Join words that a line's end cut in two, and keep the hyphens that were written."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_CUT = re.compile(r"([^\W_]+(?:[-\u2010\u2011][^\W_]+)*)[-\u2010\u00ad]\Z")
_NEXT = re.compile(r"([^\W_]+)")
_SHORTEST_PART = 3
_LONGEST_WORD = 60
#: Characters that may stand where a line cuts a word.
HYPHENS = "-\u2010\u2011"


class Hyphens:
    """Settles by the words of the text itself whether a hyphen belongs to a word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        for line in lines:
            # The last word may be cut, and then tells nothing.
            body = (
                line.rstrip().rstrip(HYPHENS) if line.rstrip()[-1:] in HYPHENS else line
            )
            words = _WORD.findall(body.lower().replace("\u2010", "-"))
            if body is not line and words:
                words.pop()
            self._words.update(words)

    def joined(self, above: str, below: str) -> str:
        """Return the line `above` with the line `below` behind it.

        At a hyphen between small letters the text decides: it has the word whole
        elsewhere (`information`) or with its hyphen (`long-term`); else, where both
        parts are words of the text themselves, the hyphen stays. A hyphen before a
        capital or a figure stays always.
        """
        cut, start = _CUT.search(above[-_LONGEST_WORD:]), _NEXT.match(below)
        if cut is None or start is None:
            return above + ("" if _meets_without_space(above, below) else " ") + below
        if self._keeps(cut[1], start[1]):
            return above + below
        return above[:-1] + below

    def _keeps(self, before: str, behind: str) -> bool:
        if not (before[-1].islower() and behind[0].islower()):
            return True
        first, second = before.lower(), behind.lower()
        last_part = re.split(f"[{HYPHENS}]", first)[-1]
        if first + second in self._words or last_part + second in self._words:
            return False
        if f"{first}-{second}" in self._words or f"{last_part}-{second}" in self._words:
            return True
        return (
            min(len(last_part), len(second)) >= _SHORTEST_PART
            and last_part in self._words
            and second in self._words
        )


def _meets_without_space(above: str, below: str) -> bool:
    """Tell whether two lines of ideographs meet, which are written without spaces."""
    return bool(_WIDE.match(above[-1:]) and _WIDE.match(below[:1]))


_WIDE = re.compile(
    r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]"
)
