"""Find what a sentence calls "the bridge" or "Analysts" without saying which."""

import re
from collections.abc import Set

from app.domain.reading.stems import stem, stems
from app.domain.reading.vocabulary import (
    ACTORS,
    BASE,
    BEHIND_NOUNS,
    FINITE,
    KINDS,
    MONTHS,
    OF_MANY,
    OFFICES,
    ONE_OF_MANY,
    PAST,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    UNIQUE,
    VERBS,
    WEEKDAYS,
)

WORD = re.compile(r"[A-Za-zÀ-ɏ][\w'’-]*|\d[\d.,]*%?|[^\s\w]")
_SOME_ACTORS = re.compile(r"(?:Some|Many|Most|Several|Other|Few|Two|Three) (\w+)")
_NAMED_BEHIND = re.compile(r", (?:the )?[A-ZÀ-Þ]")
_APPOSED = re.compile(r"[A-ZÀ-Þ][\w-]+,")
_COUNT = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "ten"])
_SUPERLATIVE = re.compile(r"\bmost\b|\w{3}est\b")
_THE = re.compile(r"\b[Tt]he (?=[a-zà-ÿ])")
NAMES_SOMEBODY = re.compile(r"\s[A-ZÀ-Þ][a-zà-ÿ]")
_TIME_BEHIND = re.compile(
    rf"(?:on|in|at|by|since|until|after|before|during|from|between) "
    rf"(?:early |late |about )?(?:\d|{MONTHS}|{WEEKDAYS})"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DAY = re.compile(rf"\b(?:{MONTHS}|{WEEKDAYS})\b(?: \d{{1,2}}\b)?")
_UNDATED = re.compile(rf"{_DAY.pattern}|{_YEAR.pattern}")
_FIGURE = re.compile(
    r"\d|\b(?:half|thirds?|quarters?|fifths?|tenths?|dozen|[mb]illion)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve) [a-z]+s\b"
)
_DETERMINED = re.compile(r"[a-zà-ÿ][\w’'-]*")
_OWN = ("'s", "’s", "s'", "s’")
_GENERALLY = frozenset(["must", "can", "cannot", "may", "need", "use"])
_PARTICULARLY = VERBS - _GENERALLY
_BEHIND_BARE = PREPOSITIONS | RELATIVES
_GENERAL = frozenset(["industry", "sector", "economy"])
_AVERAGES = ("national average", "global average", "world average")
_NAME_INSIDE = re.compile(r"[a-z,] [A-ZÀ-Þ]")
_NAMED_SO = re.compile(r", (?:known|called|named|dubbed|nicknamed)\b")
_OPENS_PLACED = re.compile(r"(?:In|Across|For) (?:the )?[A-ZÀ-Þ]\w+,? the [a-z]")
_OF_STATES = frozenset(
    ["government", "parliament", "army", "capital", "state", "population", "police"]
)
_OTHERS = frozenset(
    [
        "other",
        "rival",
        "second",
        "third",
        "next",
        "previous",
        "former",
        "last",
        "latest",
    ]
)
_NO_PARTS = _OTHERS | OFFICES | OF_MANY | {"one"}
_KNOWING = frozenset(
    ["researchers", "scientists", "economists", "doctors", "engineers"]
)
_SAYING = frozenset(
    ["said", "told", "described", "called", "reported", "warned", "liked", "argued"]
)
_NAMED_KINDS = frozenset().union(*KINDS) - {"group", "region"}
_SOME_LENGTH = 11
_LONG = 14
_NEVER_BARE = RELATIVES | {"of", "to"}


def bare_subject(
    sentence: str,
    subject: int,
    earlier: Set[str],
    named: Set[str],
    *,
    topical: bool,
) -> str:
    """Return a subject like "the bridge" or "Analysts" that says not which."""
    the = _THE.match(sentence, subject)
    if the:
        bare = _bare(sentence, the.end())
        if not bare:
            return ""
        words = [stem(word) for word in bare.split()]
        known = (
            _has_told_head(words, named, sentence)
            or _NAMED_SO.match(sentence, the.end() + len(bare))
            or (words[-1] in _OF_STATES and _OPENS_PLACED.match(sentence))
            or (
                (
                    topical
                    or (words[-1] not in _NAMED_KINDS and _FIGURE.search(sentence))
                )
                and _is_part(words, sentence)
            )
            or (words == ["government"] and _FIGURE.search(sentence))
            or (
                words[0] == "first" and bool(NAMES_SOMEBODY.search(sentence, the.end()))
            )
            or (words[-1] in UNIQUE and len(words) == 1)
            or _in_title(words, named, sentence)
            or (
                words[-1] not in OFFICES
                and _NAMED_BEHIND.match(sentence, the.end() + len(bare))
            )
        )
        return "" if known else f"the {bare}"
    actors = _SOME_ACTORS.match(sentence, subject)
    if actors and actors[1].lower() in ACTORS:
        return actors.group()
    word, _, rest = sentence[subject:].partition(" ")
    if not word[:1].isupper() or not word.isalpha() or stem(word) in named:
        return ""
    follows = first_word(rest, 0) if rest[:1].islower() else ""
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    if word.lower() in PRONOUNS or not (plural or stem(word) in earlier):
        return ""
    past = follows in PAST or (follows.endswith("ed") and follows not in BASE)
    if _is_told(rest, known=word.lower() not in ACTORS):
        return ""
    long = sentence.count(" ") >= _LONG
    if word.lower() in ACTORS:
        knows = long and word.lower() in _KNOWING
        knows = knows and bool(follows in BASE or _FIGURE.search(sentence))
        unknown = not knows and (past or follows in _PARTICULARLY)
    else:
        unknown = past and not (long and follows not in _SAYING)
    return word if unknown and _is_common(word, sentence) else ""


def _is_part(words: list[str], sentence: str) -> bool:
    """Tell whether "the coat" of a sentence of some length belongs to the topic."""
    some_length = sentence.count(" ") >= _SOME_LENGTH - 2
    owned = any(it.endswith(_OWN) for it in sentence.lower().split()[1:2])
    return not owned and some_length and not _NO_PARTS.intersection(words)


def _has_told_head(words: list[str], named: Set[str], sentence: str) -> bool:
    """Tell whether "the stricken ship" of a sentence with a figure is in the title."""
    if words[-1] not in named or not _OTHERS.isdisjoint(words):
        return False
    told = _FIGURE.search(sentence) or NAMES_SOMEBODY.search(sentence)
    return bool(told) or sentence.count(" ") >= _LONG


def _is_told(rest: str, *, known: bool) -> bool:
    """Tell whether what people did is told by name or figure, and by date."""
    dated = bool(_YEAR.search(rest) or _DAY.search(rest))
    named = bool(NAMES_SOMEBODY.search(_DAY.sub("", rest)))
    return dated and (named or (known and bool(_FIGURE.search(_UNDATED.sub("", rest)))))


def bare_elsewhere(sentence: str, earlier: Set[str], named: Set[str]) -> str:
    """Return a later "the bridge" that a sentence further up has introduced.

    Of "the river" and the like there are so many that another sentence must have.
    Beside a name or a figure, what is no subject may be left to the reader to guess.
    """
    for the in _THE.finditer(sentence):
        bare = _bare(sentence, the.end())
        head = bare.rsplit(" ", 1)[-1]
        known = stem(head) in UNIQUE or _has_stem(sentence[: the.start()], head)
        known = known or _in_title([stem(it) for it in bare.split()], named, sentence)
        known = known or bool(_SUPERLATIVE.search(bare)) or _is_general(bare)
        if not bare or known:
            continue
        if head in ONE_OF_MANY and stem(head) not in named:
            return f"the {bare}"
        many = _is_of_many(bare, sentence, the.start(), named)
        if many or (stem(head) in earlier and not _says_enough(sentence)):
            return f"the {bare}"
    return ""


def _says_enough(sentence: str) -> bool:
    """Tell whether a sentence is long, or of some length with a name or figure."""
    spaces = sentence.count(" ")
    told = _NAME_INSIDE.search(sentence) or _FIGURE.search(sentence)
    return spaces >= _LONG or (spaces >= _SOME_LENGTH and bool(told))


def _is_general(bare: str) -> bool:
    """Tell whether "the chemical industry" and the like need no other sentence."""
    words = bare.split()
    return (len(words) > 1 and words[-1] in _GENERAL) or bare in _AVERAGES


def _is_of_many(bare: str, sentence: str, place: int, told: Set[str]) -> bool:
    """Tell whether "the river" or "the city's" at `place` follows no name it may be."""
    words = bare.split()
    owners = [it.removesuffix("'s").removesuffix("’s") for it in words[:-1]]
    owners = [it for it in owners if stem(it) not in told]
    if words[-1] not in OF_MANY and not OF_MANY.intersection(owners):
        return False
    named = NAMES_SOMEBODY.search(sentence, 0, place) or _APPOSED.match(sentence)
    return not named and not _NAMED_BEHIND.match(sentence, place + len(f"the {bare}"))


def is_third_person(word: str) -> bool:
    """Tell whether `word` may be a verb in the form of "falls" or "carries"."""
    if not word.endswith("s"):
        return False
    return bool({word[:-1], word[:-2], word[:-3] + "y"} & BASE)


def first_word(sentence: str, position: int) -> str:
    """Return the word at a place in small letters, "" where none starts."""
    match = WORD.match(sentence, position)
    return match.group().replace("’", "'").lower() if match else ""


def _in_title(words: list[str], named: Set[str], sentence: str) -> bool:
    """Tell whether a title says what "the leap second" or "the bank's managers" are."""
    if not words or words[0] not in named:
        return False
    return named >= set(words) or _is_owner(words[0], sentence)


def _is_owner(word: str, sentence: str) -> bool:
    """Tell whether "the bank" owns something in the sentence."""
    return any(f"the {word}{mark}s " in sentence.lower() for mark in "'’")


def _is_common(word: str, sentence: str) -> bool:
    """Tell whether a word at the start is no name: no name has all small letters."""
    return word[1:].islower() and word not in sentence[len(word) :]


def _bare(sentence: str, position: int) -> str:
    """Return the words after a "the" where nothing behind them says which, or ""."""
    words: list[str] = []
    while match := _DETERMINED.match(sentence, position):
        word = match.group()
        if words and word in _NEVER_BARE:
            return ""
        if words and _TIME_BEHIND.match(sentence, match.start()):
            return " ".join(words)
        if words and word in _BEHIND_BARE:
            verb = len(words) > 1 and words[-1].endswith(("s", "ed"))
            verb = verb and not words[-1].endswith("ss")
            return " ".join(words[:-1]) if verb else ""
        if words and word in ("and", "or"):
            return ""
        noun = sentence.startswith(" of ", match.end())
        counted = word == "most" and set(words) <= _COUNT
        ends = _is_verb(word, words[-1]) or word in BEHIND_NOUNS if words else False
        ends = ends or (word == "first" and words != [] and words[-1][-2:] not in _OWN)
        if ends and not noun and not counted:
            return " ".join(words)
        words.append(word)
        position = match.end()
        if sentence[position : position + 1] != " ":
            return " ".join(words)
        position += 1
        if not sentence[position : position + 1].islower():
            verb = len(words) > 1 and words[-1].endswith(("s", "ed"))
            return " ".join(words[:-1]) if verb else ""
    return " ".join(words)


def _is_verb(word: str, before: str) -> bool:
    if word in FINITE or word.endswith(("ed", "ly")) or is_third_person(word):
        return True
    return word in BASE and before.endswith("s")


def _has_stem(text: str, word: str) -> bool:
    return stem(word) in stems(text, names=True)
