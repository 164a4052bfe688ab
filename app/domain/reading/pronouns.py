"""Find a pronoun of an English sentence that nothing before it in there can name."""

import re

from app.domain.reading.definites import WORD, first_word, is_third_person
from app.domain.reading.openings import EXPLETIVE
from app.domain.reading.vocabulary import (
    BASE,
    FINITE,
    MONTHS,
    OWNERS,
    PAST_FORMS,
    PLURAL,
    PLURALS_WITHOUT_S,
    POINTING,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SINGULAR,
    SUBORDINATORS,
    VERBS,
)

_OWN = ("'s", "’s")
# What starts another clause, in which a pronoun may mean the subject of the first.
_ANY = re.compile(
    rf"\b(?:{'|'.join(sorted(PRONOUNS | set(map(str.capitalize, PRONOUNS))))})\b"
)
_FUNCTION_WORDS = POINTING | PRONOUNS | SUBORDINATORS
_PLACING = frozenset(["in", "In", "at", "At", "near", "Near", "from", "From", "to"])
# "when He Jiankui announced" has a name, not a pronoun.
_NAME_ON = re.compile(r" [A-ZÀ-Þ]")
_NO_NOUNS = frozenset(["the", "and", "or", "million", "billion", "that", "not", "per"])
_MONTHS = frozenset(MONTHS.split("|"))
_CLAUSES = RELATIVES | SUBORDINATORS | set(",;:") | {"and", "but", "or", "so", "than"}


def unnamed_pronoun(sentence: str) -> str:
    """Return the first pronoun that nothing before it in the sentence can name.

    An object is never the subject of its own clause: "It surprised him".
    """
    if not _ANY.search(sentence):
        return ""
    before: list[str] = []
    for match in WORD.finditer(sentence):
        word = match.group()
        lowered = word.lower()
        called = (
            bool(before) and word[0].isupper() and _NAME_ON.match(sentence, match.end())
        )
        if called or lowered not in PRONOUNS:
            before.append(word)
        elif not EXPLETIVE.match(sentence, match.start()):
            follows = first_word(sentence, match.end() + 1)
            is_object = _is_object(lowered, follows)
            named = _may_name(lowered, before, is_object=is_object)
            owned = any(it[0].isupper() and it.endswith(_OWN) for it in before)
            alone = is_object and not owned and not _CLAUSES & set(before)
            return "" if named and not alone else word
        else:
            before.append(word)
    return ""


def _is_object(pronoun: str, follows: str) -> bool:
    """Tell whether a pronoun is what is acted on, neither subject nor owner."""
    if pronoun in OWNERS and follows.isalpha() and follows not in PREPOSITIONS:
        return False
    if pronoun != "it":
        return pronoun in ("them", "him", "her")
    return not (follows in FINITE or is_third_person(follows) or follows in BASE)


def _is_name(words: list[str]) -> bool:
    """Tell whether the first of some words looks like a name before a verb."""
    first, second = (*words, "", "")[:2]
    common = first.lower() in _FUNCTION_WORDS or first[-1:] == "s"
    return not common and (second in PAST_FORMS or second.endswith("ed"))


def _may_be_one(word: str) -> bool:
    """Tell whether a word may be a noun of which there is one."""
    many = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    verb = word in VERBS or word.endswith(("ed", "ly"))
    return not (many or verb or word in _NO_NOUNS or word in _MONTHS)


def _may_name(pronoun: str, before: list[str], *, is_object: bool) -> bool:
    content = [word for word in before if word[0].isalpha()]
    content = [word for word in content if word not in PREPOSITIONS]
    if pronoun == "it" and is_object:
        one = any(word in ("a", "an", "the", "each", "every") for word in before)
        shared = before[-1:] == ["of"] and "of" in before[:-1]
        return one or shared or any(it[0].isupper() for it in before[1:])
    if pronoun in SINGULAR:
        return len(content) > 1 and any(map(_may_be_one, content))
    if pronoun in PLURAL:
        nouns = [word for word in content if word not in VERBS]
        return any(w.endswith("s") or w in PLURALS_WITHOUT_S for w in nouns)
    names = any(
        word[0].isupper() and before[at] not in _PLACING
        for at, word in enumerate(before[1:])
    )
    names = names or _is_name(content)
    return names or any(word in ("a", "an", "who") for word in content)
