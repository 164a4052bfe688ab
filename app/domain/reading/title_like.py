"""Tell whether a line could be a title by its looks."""

from app.domain.reading.sentences import SELDOM_LAST, ends_complete, sentences

_FEW_WORDS = 4
_TITLE_WIDTH = 200


def is_title_like(text: str, start: int, end: int) -> bool:
    """Tell whether a line could be a title: short, without full stop and marker.

    Exclamation and question marks may stand in a title, and an abbreviation end it.
    """
    if end - start > _TITLE_WIDTH:
        return False
    words = text[start:end].strip().rstrip("\"'”’»」』*_")
    if not any(map(str.isalpha, words)):
        return False
    if words[-1] in "。.\uff0e;\uff1b,\uff0c:\uff1a":
        if not _is_abbreviation(words):
            return False
    elif words[-1] not in "!?\uff01\uff1f" and ends_complete(text, start, end):
        return False
    *before, _last = sentences(words, 0, len(words))
    return not any(words[stop - 1] in ".。" for _, stop in before)


def _is_abbreviation(words: str) -> bool:
    """Tell whether a full stop at the end of a title belongs to an abbreviation."""
    *before, last = words.split()
    short = len(before) < _FEW_WORDS and last[:-1].lower() in SELDOM_LAST
    return words[-1] == "." and (words[-3:-2] in {".", ""} or short)
