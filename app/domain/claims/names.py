"""Find the names in a claim, and tell which of them another claim lacks. Pure."""

import re
from dataclasses import dataclass

from app.domain.claims.aliases import unaliased
from app.domain.claims.vocabulary import HAN_NAMES, OPENERS
from app.domain.claims.words import folded

_LETTER = r"[^\W\u3400-\u9fff]|&"
_TOKEN = re.compile(rf"[A-Za-z\u00c0-\u024f](?:{_LETTER})*(?:[.'’-](?:{_LETTER})+)*")
_STARTS = re.compile(r"(?:^|[.!?:;]\s+|[\"“‘(]\s?)$")
_PART_OF_YEAR = re.compile(r"[QH][1-4]")
_JOINTS = frozenset(
    ["of", "de", "and", "the", "for", "van", "von", "al", "del", "la", "&"]
)
#: Beyond this share of capitals a text is a headline, where capitals tell nothing.
_HEADLINE = 0.6

_HAN_NAME = re.compile("|".join(sorted(HAN_NAMES, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written and its words; not certain where a sentence opens with it."""

    text: str
    words: frozenset[str]
    is_certain: bool


def names_in(text: str, language: str) -> tuple[Name, ...]:
    """List the names of a claim, each once, in the order of their first place."""
    if language == "zh":
        known = [
            Name(name, frozenset([name]), is_certain=True)
            for name in _HAN_NAME.findall(text)
        ]
        latin = [name for name in _latin(text) if name.text.strip()]
        return tuple(dict.fromkeys([*known, *latin]))
    return tuple(dict.fromkeys(_latin(text)))


def name_words(text: str) -> frozenset[str]:
    """Return all words of a text in the form that names are compared in."""
    plain = unaliased(text)
    return frozenset(
        part for word in _TOKEN.findall(plain) for part in _parts(word)
    ) | frozenset(_HAN_NAME.findall(text))


def missing_names(
    names: tuple[Name, ...], words: frozenset[str], others: tuple[Name, ...]
) -> list[Name]:
    """List the names that a text with these words and names does not say.

    A shorter form of a name counts ("Novo" for "Novo Nordisk"), and so do initials.
    """
    return [name for name in names if not _is_said(name, words, others)]


_PEOPLE = ("n", "an", "ian", "ese", "s")


def _is_among(word: str, words: frozenset[str]) -> bool:
    """Say whether a word of a name is among others, Kenyan for Kenya too."""
    return word in words or any(
        word + ending in words
        or (len(word) > len(ending) + 3 and word.removesuffix(ending) in words)
        for ending in _PEOPLE
    )


def _is_said(name: Name, words: frozenset[str], others: tuple[Name, ...]) -> bool:
    if all(_is_among(word, words) for word in name.words):
        return True
    for other in others:
        if other.words < name.words:
            return True
        if _initials(name) in other.words or _initials(other) in name.words:
            return True
    return False


def _initials(name: Name) -> str:
    parts = [part for part in re.split(r"[\s-]+", name.text) if part[:1].isupper()]
    return folded("".join(part[0] for part in parts)) if len(parts) > 1 else "\0"


def _parts(word: str) -> list[str]:
    lower = folded(word).removesuffix("'s").removesuffix("’s").replace(".", "")
    return [part.strip("'’") for part in lower.split("-") if part.strip("'’")]


def _latin(text: str) -> list[Name]:
    plain = unaliased(text)
    tokens = list(_TOKEN.finditer(plain))
    is_headline = _is_headline([token[0] for token in tokens])
    found: list[Name] = []
    run: list[re.Match[str]] = []
    for token in [*tokens, None]:
        if token is not None and _joins(plain, run, token):
            run.append(token)
            continue
        found += _name(plain, run, is_headline=is_headline)
        run = [token] if token is not None and _may_be(token) else []
    return found


def _is_headline(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3]
    raised = sum(word[0].isupper() for word in long)
    return len(long) >= 4 and raised > _HEADLINE * len(long)


def _may_be(token: re.Match[str]) -> bool:
    return any(char.isupper() for char in token[0]) or (
        any(char.isdigit() for char in token[0]) and "-" not in token[0]
    )


def _joins(text: str, run: list[re.Match[str]], token: re.Match[str]) -> bool:
    """Say whether a word goes on with the name that the run has begun."""
    if not run or text[run[-1].end() : token.start()] != " ":
        return False
    if token[0] in _JOINTS:
        return token[0] == "of"
    return token[0][0].isupper()


def _name(text: str, run: list[re.Match[str]], *, is_headline: bool) -> list[Name]:
    while run and run[-1][0] in _JOINTS:
        run = run[:-1]
    at_start = bool(run) and bool(_STARTS.search(text, 0, run[0].start()))
    if at_start and run[0][0].lower() in OPENERS and not _is_marked(run[0][0]):
        run, at_start = run[1:], False
        if run and run[0][0] == "of":
            run = run[1:]
    if not run:
        return []
    first = run[0][0]
    certain = not is_headline and (not at_start or len(run) > 1)
    certain = certain or any(_is_marked(token[0]) for token in run)
    parts = [part for token in run for part in _parts(token[0]) if part not in _JOINTS]
    alone = len(run) == 1
    if not parts or (alone and (len(first) == 1 or _PART_OF_YEAR.fullmatch(first))):
        return []
    shown = text[run[0].start() : run[-1].end()].removesuffix("'s").removesuffix("’s")
    return [Name(shown, frozenset(parts), certain)]


def _is_marked(word: str) -> bool:
    """Say whether a word is written like nothing but a name: IMF, eBay, H20."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return any(char.isupper() for char in bare[1:]) or any(map(str.isdigit, bare))
