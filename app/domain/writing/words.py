"""Words, numbers and likeness of texts, in English and in Chinese. Pure."""

import re

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def is_han(text: str) -> bool:
    """Say whether most letters of `text` are Chinese characters."""
    letters = [c for c in text if c.isalpha()]
    return 2 * len(_HAN.findall(text)) > len(letters)


def words(text: str) -> list[str]:
    """List the lower-case words of `text`; of Chinese, its characters and numbers."""
    if _HAN.search(text):
        return re.findall(r"[\u3400-\u9fff]|[a-z]+|\d+(?:\.\d+)?", text.casefold())
    return [word.casefold() for word in _WORD.findall(text)]


def numbers(text: str) -> list[str]:
    """List the numbers written in digits, thousands separators removed."""
    return [match.replace(",", "") for match in _NUMBER.findall(text)]


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Return shared / all words (0-1); two empty sets are equal."""
    union = one | other
    return len(one & other) / len(union) if union else 1.0


def share_in(part: list[str], whole: list[str]) -> float:
    """Return the share (0-1) of the words of `part` that occur in `whole`."""
    known = set(whole)
    return sum(word in known for word in part) / len(part) if part else 0.0


def capitalised(text: str) -> str:
    """Raise the first letter, unless the word has capitals inside (eBay, mRNA)."""
    first = text.split(maxsplit=1)[0] if text else ""
    return text if re.search(r"[A-Z]", first[1:]) else text[:1].upper() + text[1:]
