"""Compare the words of claims: what they are about, said in one way. Pure."""

import re
import unicodedata
from collections.abc import Set
from functools import lru_cache

from app.domain.claims.aliases import unaliased
from app.domain.claims.vocabulary import (
    FUNCTION_WORDS,
    GENERAL_WORDS,
    IRREGULAR,
    SYNONYMS,
)
from app.domain.quiz.units import UNITS, singular

_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?\d*[a-z]*|\d+[a-z]\w*")
_PART_OF_YEAR = re.compile(r"[qh][1-4]")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")

#: Signs of Chinese that only join, and words that are told in many ways.
_HAN_EMPTY = re.compile(
    r"达到|突破|超过|左右|以上|以下|上下|以来|同时|目前|预计|约|[的了在是于与和及其中这那该将已被把对从由因到至为以并而也又都就还则位居占"
    r"年月日第个家名万亿元成倍一二三四五六七八九十两]"
)
_HAN_MEANING = (
    (re.compile(r"同比|[比较]上年|[比较]去年|[比较]前一年"), "同比"),
    (re.compile(r"增加|增长|上升|提高|上涨|攀升|上调|提升|升|涨"), "增"),
    (re.compile(r"下降|减少|下跌|降低|下滑|回落|下调|跌|减"), "降"),
    (re.compile(r"由于|因为"), "因"),
)


def stem(word: str) -> str:
    """Return an English word without its ending, so that its forms are one.

    A rough cut: what matters is that two forms of a word are cut alike.
    """
    word = word.removesuffix("'s").removesuffix("’s")
    word = IRREGULAR.get(word, word)
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


def topic_words(text: str) -> tuple[str, ...]:
    """Return what a claim is about, in order: its words without small, general ones.

    Forms and some synonyms of a word are one. Of Chinese, each sign and each pair of
    signs that follow one another is a word.
    """
    found: dict[str, None] = {}
    for word in plain_words(unaliased(text)):
        if word[0] > "\u3400":
            found.update(dict.fromkeys(_signs(word)))
        elif meant := _topic(word):
            found[meant] = None
    return tuple(found)


@lru_cache(maxsize=50_000)
def _topic(word: str) -> str:
    """Return what a word is counted as, "" where it tells nothing or is a unit."""
    if word in _SKIPPED or singular(word) in UNITS or _PART_OF_YEAR.fullmatch(word):
        return ""
    return "" if stem(word) in _SKIPPED else meaning(word)


def _signs(run: str) -> list[str]:
    for written, meant in _HAN_MEANING:
        run = written.sub(meant, run)
    found: list[str] = []
    for part in _HAN_EMPTY.sub(" ", run).split():
        for at, sign in enumerate(part):
            found += [sign, part[at : at + 2]] if at + 1 < len(part) else [sign]
    return found


def likeness(one: Set[str], other: Set[str]) -> float:
    """Return twice the shared words by all words of both (Dice, 0-1)."""
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))


def meaning(word: str) -> str:
    """Return what a lower-case English word is counted as."""
    cut = stem(word)
    return _MEANING.get(cut, cut)


def is_han_word(word: str) -> bool:
    """Say whether a word is written in Chinese signs."""
    return word[0] > "\u3400"
