"""Find a place of the plain text again in the text it was made of."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto


class Side(Enum):
    """Which neighbour a dropped mark belongs to: `*` to the word that it encloses."""

    OPENS = auto()
    CLOSES = auto()
    NEITHER = auto()


@dataclass(frozen=True, slots=True)
class Edit:
    """`size` characters at `at` of the plain text, for `start` to `end` of the text."""

    at: int
    size: int
    start: int
    end: int
    side: Side


class Places:
    """Where each character of a plain text stood, in logarithmic time."""

    def __init__(self, edits: list[Edit]) -> None:
        """Take the edits in order; what lies between them is the same in both."""
        self._edits = edits
        self._ats = [edit.at for edit in edits]

    def start(self, position: int) -> int:
        """Return where a span that starts at `position` does, with opening marks."""
        last, place, _ = self._of(position)
        while last >= 0:
            edit = self._edits[last]
            if edit.side is not Side.OPENS or edit.end != place:
                break
            place = edit.start
            last -= 1
        return place

    def end(self, position: int) -> int:
        """Return where a span that ends before `position` does, with closing marks."""
        last, _, place = self._of(position - 1)
        for edit in self._edits[last + 1 : last + 9]:
            if edit.side is not Side.CLOSES or edit.start != place:
                break
            place = edit.end
        return place

    def _of(self, position: int) -> tuple[int, int, int]:
        """Return the last edit before a character, and where that starts and ends."""
        last = bisect_right(self._ats, position) - 1
        if last < 0:
            return last, position, position + 1
        edit = self._edits[last]
        if position < edit.at + edit.size:
            return last - 1 if edit.size else last, edit.start, edit.end
        place = position - edit.at - edit.size + edit.end
        return last, place, place + 1
