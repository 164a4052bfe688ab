"""Compare the words of claims: what they are about, said in one way. Pure."""

import re
import unicodedata

from app.domain.claims.vocabulary import FUNCTION_WORDS, GENERAL_WORDS, SYNONYMS

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?\d*[a-z]*|\d+[a-z]\w*")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")

_HAN_EMPTY = "的了在是于与和及其中这那该将已被把对从到至为以并而也又都就还则"


def stem(word: str) -> str:
    """Return an English word without its ending, so that its forms are one.

    A rough cut: what matters is that two forms of a word are cut alike.
    """
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sle":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


_SKIPPED = FUNCTION_WORDS | frozenset(map(stem, GENERAL_WORDS))
_MEANING: dict[str, str] = {}
for _line in SYNONYMS:
    _first, *_others = map(stem, _line.split())
    for _other in (_first, *_others):
        _MEANING.setdefault(_other, _first)


def folded(text: str) -> str:
    """Return a text in one width and case, without accents."""
    wide = unicodedata.normalize("NFKD", text).casefold()
    if wide.isascii():
        return wide
    return "".join(char for char in wide if not unicodedata.combining(char))


def plain_words(text: str) -> list[str]:
    """List the lower-case words of a text in order; of Chinese, its runs of signs."""
    lower = folded(text)
    if lower.isascii():
        return _WORD.findall(lower)
    return _WORD.findall(lower) + _HAN_RUN.findall(lower)


def topic_words(text: str) -> frozenset[str]:
    """Return what a claim is about: its words without small, general ones.

    Forms and some synonyms of a word are one; of Chinese, each pair of signs that
    follow one another is a word.
    """
    found: set[str] = set()
    for word in plain_words(text):
        if word[0] > "\u3400":
            found.update(_pairs(word))
        elif word not in _SKIPPED:
            cut = stem(word)
            if cut not in _SKIPPED:
                found.add(_MEANING.get(cut, cut))
    return frozenset(found)


def _pairs(run: str) -> set[str]:
    kept = re.sub(f"[{_HAN_EMPTY}]", " ", run)
    return {
        part[at : at + 2]
        for part in kept.split()
        for at in range(max(1, len(part) - 1))
    }


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return twice the shared words by all words of both (Dice, 0-1)."""
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))
