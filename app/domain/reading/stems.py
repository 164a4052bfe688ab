"""Know English words again in singular and plural, roughly."""

import re
from functools import lru_cache

_ANY_WORD = re.compile(r"[A-Za-zÀ-ɏ][\w’'-]*")


# Most words of a text come again: this halves the time.
@lru_cache(maxsize=8_192)
def stem(word: str) -> str:
    """Return `word` in lower case without a plural ending, roughly."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def stems(text: str, *, names: bool) -> frozenset[str]:
    """Return the stems of the words of `text`, with or without those of `names`."""
    words = (match.group() for match in _ANY_WORD.finditer(text))
    return frozenset(stem(word) for word in words if names or word[0].islower())
