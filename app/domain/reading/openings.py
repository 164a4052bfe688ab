"""Find where the subjects of an English sentence stand, behind what opens it."""

import re
from functools import lru_cache

from app.domain.reading.definites import first_word
from app.domain.reading.vocabulary import (
    FINITE,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    WEEKDAYS,
)

_CLAUSE = re.compile(r"(?:[^,;:()]|,(?=\d)){1,160},\s")
_TIME = re.compile(
    rf"(?:In|By|Since|On|From|Until|During|Before|After|At|Between|Around)\s"
    rf"(?:(?:the|an?|early|late|mid-?|end|middle|start|about|around|of|and|to|last|first"
    rf"|second|third|fourth|quarter|half|few|ice|age|spring|summer|autumn|fall|winter"
    rf"|years?|months?|weeks?|days?|decades?|hours?|century|nights?|cent(?:ury|uries)"
    rf"|\d[\w,–-]*|two|three|four|five|six|ten|{MONTHS}|{WEEKDAYS})\s)+"
)
_ADVERB = re.compile(
    r"(?:Today|Now|Nowadays|Sometimes|Often|Usually|Typically|Normally|Initially"
    r"|Originally|Eventually|Later|Soon|Even|Still|At first|At present|In turn"
    r"|On average|Worldwide|Here|Yet),?\s"
)
# "Often described as a computer, it …", "Built in 1901, the tower …"
_PARTICIPLE = re.compile(
    r"(?:\w+ed|[Bb]uilt|[Kk]nown|[Bb]orn|[Mm]ade|[Ff]ound|[Ss]een|[Hh]eld|[Ll]ed|[Ss]et)"
    r" (?:as|in|by|to|for|at|on|from|with|of|after|between|under|near)\b"
    r"[^,;:()]{1,120}, (?=(?:it|its|they|their|he|she|his|her|the|an?)\b|[A-ZÀ-Þ])"
)
_ARTICLE = re.compile(r"(?:the|an?) $")
_PLACE = re.compile(
    r"(?:In|At|On|Near|Across|From|Under|For|Throughout)\s(?:the\s)?"
    r"(?:[A-ZÀ-Þ][\w’'.-]*\s(?:and\s(?=[A-Z]))?)+(?=\w)"
)
# "He Jiankui" is a name.
_HE_WHO = re.compile(r"H[ei] [A-ZÀ-Þ][a-z]")
EXPLETIVE = re.compile(
    r"it (?:(?:is|was|has been|will be|would be) (?:\w+ly |often |also )?(?:not )?"
    r"(?!(?:likely|known|estimated|thought|believed|said|expected) (?:for|to|as)\b)"
    r"(?:un|im)?(?:safe|likely|possible|clear|known|hard|easy|difficult|necessary|common|rare|usual"
    r"|cheaper|better|estimated|thought|believed|said|expected|legal|illegal"
    r"|only|until|because|here|there|in)\b.*?\b(?:that|to|for|when|before|who)\b"
    r"|took\b.*?\b(?:for|until|before)\b"
    r"|(?:takes?|costs?|(?:will|would|may|can|could) (?:take|cost))\b"
    r".*?\b(?:to|for|until|before)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def main_subject(sentence: str) -> tuple[int, ...]:
    """Return where the subjects start: of an opening clause, and of the main one.

    "In 2023 it …" and "When the price fell, owners …" open with a time or a clause.
    """
    first = first_word(sentence, 0)
    adverb = _ADVERB.match(sentence)
    participle = _PARTICIPLE.match(sentence, adverb.end() if adverb else 0)
    if participle:
        return (participle.end(),)
    if adverb:
        return (adverb.end(),)
    if first in SUBORDINATORS:
        clause = _CLAUSE.match(sentence)
        inner = len(first) + 1
        if clause and first not in PREPOSITIONS:
            return inner, clause.end()
        if clause:
            return clause.end(), inner
    behind = _behind_clause(sentence) if first in PREPOSITIONS else 0
    if behind:
        return (behind,)
    time = _TIME.match(sentence)
    if time:
        article = _ARTICLE.search(sentence, 0, time.end())
        return (article.start() if article else time.end(),)
    if first in PREPOSITIONS or first.endswith(("ing", "ly")):
        clause = _CLAUSE.match(sentence)
        if clause and not _has_verb(clause.group()):
            return (clause.end(),)
        place = _PLACE.match(sentence)
        return (place.end(),) if place else ()
    return (0,)


def _behind_clause(sentence: str) -> int:
    """Return where a pronoun or name stands behind "At 90 metres above sea," else 0."""
    clause = _CLAUSE.match(sentence)
    if not clause:
        return 0
    words = clause.group().split()
    named = words[-1].islower() and sentence[clause.end() : clause.end() + 1].isupper()
    if not named and first_word(sentence, clause.end()) not in PRONOUNS:
        return 0
    verb = any(it in FINITE or it.endswith("ed") for it in words)
    return 0 if verb else clause.end()


def _has_verb(words: str) -> bool:
    return any(word in FINITE for word in words.split())


def leads_with_pronoun(sentence: str, subject: int) -> str:
    """Return the pronoun that stands at `subject`, in lower case, or ""."""
    word = first_word(sentence, subject)
    if word == "it" and EXPLETIVE.match(sentence, subject):
        return ""
    if _HE_WHO.match(sentence, subject):
        return ""
    return word if word in PRONOUNS else ""
