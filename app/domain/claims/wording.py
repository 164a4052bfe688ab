"""Mark the words in which two wordings of a claim differ. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

#: A word with the space after it, or one sign of Chinese; nothing is left over.
_PIECE = re.compile(r"[\u3400-\u9fff]\s*|[^\s\u3400-\u9fff]+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text that both wordings have, or only this one."""

    text: str
    is_changed: bool


def marked_words(before: str, after: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Cut both wordings into parts, those that the other lacks marked as changed."""
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    matcher = SequenceMatcher(
        a=[it.strip() for it in old], b=[it.strip() for it in new], autojunk=False
    )
    left: list[Part] = []
    right: list[Part] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        is_changed = tag != "equal"
        left += _part(old[a:b], is_changed=is_changed)
        right += _part(new[c:d], is_changed=is_changed)
    return tuple(left), tuple(right)


def _part(pieces: Sequence[str], *, is_changed: bool) -> list[Part]:
    text = "".join(pieces)
    words = text.rstrip() if is_changed else text
    # The space behind a changed word is not marked with it.
    parts = [Part(words, is_changed), Part(text[len(words) :], is_changed=False)]
    return [part for part in parts if part.text]
