"""Guess an encoding from the bytes alone, or admit that it is not certain.

A wrong guess would make wrong cards, a refusal only costs a "save as UTF-8". So each
candidate must read as a language, and exactly one may.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable

from app.documents.cjk import reads_as_chinese, reads_as_japanese
from app.documents.western import reads_as_western

_SAMPLE = 20_000
_FEWEST_LETTERS = 4
_LEAST_ASCII = 0.7
_LEAST_OF_ONE_SCRIPT = 0.8
_BAD = {"Cc", "Cn", "Co", "Cs"}
_WHITE = "\t\n\v\f\r"


def guess(data: bytes) -> str | None:
    """Return the text of `data` if just one known encoding makes sense of it."""
    found = [text for codec, reads in _CANDIDATES if (text := _as(data, codec, reads))]
    return found[0] if len(found) == 1 else None


def _as(data: bytes, codec: str, reads: Callable[[str], bool]) -> str | None:
    if b"\0" in data and not codec.startswith("utf-16"):
        return None
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    is_text = all(
        char in _WHITE or unicodedata.category(char) not in _BAD for char in set(text)
    )
    return text if is_text and reads(text[:_SAMPLE]) else None


def _reads_as_wide(text: str) -> bool:
    """Tell whether characters of two bytes each make a text.

    Read in the wrong order, ASCII becomes rare ideographs and an alphabet is strewn
    over dozens of scripts.
    """
    ascii_share = sum(char.isascii() for char in text) / len(text)
    if ascii_share >= _LEAST_ASCII:
        return any(char.isalpha() for char in text if char.isascii())
    if reads_as_chinese(text) or reads_as_japanese(text):
        return True
    scripts = Counter(ord(char) >> 8 for char in text if char.isalpha())
    letters = sum(scripts.values())
    if letters < _FEWEST_LETTERS:
        return False
    (script, count), *_ = scripts.most_common(1)
    # The ideographs' blocks are judged by their frequency above, not by their number.
    is_alphabet = script < 0x30 or 0xAC <= script <= 0xD7
    return is_alphabet and count >= _LEAST_OF_ONE_SCRIPT * letters


_CANDIDATES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("utf-16-le", _reads_as_wide),
    ("utf-16-be", _reads_as_wide),
    ("gb18030", reads_as_chinese),
    ("cp932", reads_as_japanese),
    ("cp1252", reads_as_western),
)
