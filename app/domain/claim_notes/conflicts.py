"""Find the same quantity with another value in another article. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.claim_notes.tolerance import may_be_equal
from app.domain.claims.candidates import WordIndex
from app.domain.claims.facts import Facts, facts_of
from app.domain.claims.matching import KnownClaim
from app.domain.claims.names import missing_names
from app.domain.claims.numbers import RANK, YEAR, Number
from app.domain.claims.sketch import Sketch, sketch
from app.domain.claims.words import is_han_word, likeness, meaning
from app.domain.quiz.directions import contradicts

#: Claims whose words are less alike are not compared clause by clause.
_LEAST = 0.5
_CLAUSE = re.compile(r"[;；—–:：(（]|,(?!\d{3})|，|\b(?:while|whereas|although|but)\b")
#: Words that tell the time of a claim only to who knows its date.
_UNDATED = re.compile(
    r"\b(?:now|currently|today|recent(?:ly)?|ago|so far|still|already"
    r"|(?:last|next|this|past) (?:year|quarter|month|week|decade))\b"
    r"|[今去明本]年|目前|现在|如今|近期|[上下本]个?[月周]|近年",
    re.IGNORECASE,
)
#: Openings that speak of something the article has named before.
_POINTING = re.compile(
    r"^(?:(?:the|this|that|these|those|its|their|his|her|it|they|he|she|we|our|such"
    r"|some|one|another)\b|[该此这那其它他她]|公司|项目|集团)",
    re.IGNORECASE,
)
#: What of a thing is measured, where two claims must not differ.
_MEASURES_WORDS = (
    "volume value total average mean median rate level share number net gross real"
    " nominal growth adjusted per annual annually monthly quarterly overall whole"
    " entire"
    " peak minimum maximum least most first last early late end start beginning"
)
_MEASURES = frozenset(_MEASURES_WORDS.split())
#: So many words (signs, in Chinese) say what a claim without a name is about.
_FEWEST = 3
_FEWEST_SIGNS = 4


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims, by their keys, that differ in one quantity; `note` says so."""

    key: int
    other: int
    note: str


def conflicts(
    claims: Iterable[KnownClaim], others: Iterable[KnownClaim]
) -> list[Conflict]:
    """Return the claims that give the value of a quantity otherwise than another's.

    The two, or their first clauses, must be about the same in every word that matters,
    name the same years, ranks, rates and names, and differ in the value of exactly one
    quantity of the same unit, by more than rounding and hedges explain. What is told of
    "now" or of "the company" may be of another day or another company, and is left.
    The time taken grows with the number of claims, not with the number of pairs.
    """
    known = list(others)
    sketches = [sketch(claim.text) for claim in known]
    index = WordIndex(one.keys for one in sketches)
    pieces: dict[int, list[_Piece]] = {}
    found: list[Conflict] = []
    for claim in claims:
        mine = sketch(claim.text)
        read: list[_Piece] | None = None
        for at in index.like(mine.keys):
            other = known[at]
            if not _is_comparable(claim, mine, other, sketches[at]):
                continue
            read = _pieces(claim) if read is None else read
            if at not in pieces:
                pieces[at] = _pieces(other)
            apart = _first_apart(read, pieces[at])
            if apart is not None:
                note = (
                    f"“{other.title}” says {apart[1]} where this claim says {apart[0]}."
                )
                found.append(Conflict(claim.key, other.key, note))
    return found


@dataclass(frozen=True, slots=True)
class _Piece:
    """A claim or its first clause, with its facts."""

    text: str
    language: str
    facts: Facts


def _is_comparable(
    claim: KnownClaim, mine: Sketch, other: KnownClaim, its: Sketch
) -> bool:
    return (
        other.article != claim.article
        and other.language == claim.language
        and likeness(mine.topic, its.topic) >= _LEAST
    )


def _pieces(claim: KnownClaim) -> list[_Piece]:
    """Return the claim and, where it has more, its first clause with a quantity.

    None where the claim leans on its article: on its date, or on what was named before.
    """
    if _UNDATED.search(claim.text):
        return []
    whole = _Piece(claim.text, claim.language, facts_of(claim.text, claim.language))
    found = [whole]
    for match in _CLAUSE.finditer(claim.text):
        text = claim.text[: match.start()]
        facts = facts_of(text, claim.language)
        if _measured(facts):
            found.append(_Piece(text, claim.language, facts))
            break
    return [piece for piece in found if _is_specific(piece)]


def _measured(facts: Facts) -> list[Number]:
    return [number for number in facts.numbers if number.unit not in (YEAR, RANK)]


def _is_specific(piece: _Piece) -> bool:
    """Say whether a piece says what it is about, whatever article it stands in."""
    words = [word for word in piece.facts.topic if not is_han_word(word)]
    if any(name.is_certain for name in piece.facts.names) or (
        piece.facts.names and (piece.facts.years or len(words) > 1)
    ):
        return not re.match(
            r"(?:its|their|his|her)\b|[该此其]", piece.text, re.IGNORECASE
        )
    if _POINTING.match(piece.text):
        return False
    signs = [word for word in piece.facts.topic if is_han_word(word) and len(word) == 1]
    return len(words) >= _FEWEST or len(signs) >= _FEWEST_SIGNS


def _first_apart(mine: list[_Piece], its: list[_Piece]) -> tuple[str, str] | None:
    for one in mine:
        for other in its:
            found = _apart(one, other)
            if found is not None:
                return found
    return None


def _apart(one: _Piece, other: _Piece) -> tuple[str, str] | None:
    """Return how the two write the quantity in which alone they differ."""
    if not _say_the_same(one.facts, other.facts):
        return None
    here, there = _measured(one.facts), _measured(other.facts)
    mine = [number for number in here if number.value not in other.facts.values]
    its = [number for number in there if number.value not in one.facts.values]
    if len(here) != len(there) or len(mine) != 1 or len(its) != 1:
        return None
    ours, theirs = mine[0], its[0]
    if ours.unit != theirs.unit or meaning(ours.noun) != meaning(theirs.noun):
        return None
    if len(here) > 1 and not ours.unit:
        return None
    if may_be_equal(ours, one.text, theirs, other.text):
        return None
    return ours.text, theirs.text


def _say_the_same(one: Facts, other: Facts) -> bool:
    """Say whether two pieces agree in all but their quantities."""
    return (
        _topic(one) == _topic(other)
        and _times(one) == _times(other)
        and set(one.rates) == set(other.rates)
        and _MEASURES.intersection(one.words) == _MEASURES.intersection(other.words)
        and not missing_names(one.names, other.name_words, other.names)
        and not missing_names(other.names, one.name_words, one.names)
        and not contradicts(one.words, other.words)
    )


def _topic(facts: Facts) -> frozenset[str]:
    """Return the words of a piece; of Chinese its signs, whose order may differ."""
    if any(map(is_han_word, facts.topic)):
        return frozenset(word for word in facts.topic if len(word) == 1)
    return facts.topic


def _times(facts: Facts) -> frozenset[tuple[str, str, str]]:
    return frozenset(
        number.value for number in facts.numbers if number.unit in (YEAR, RANK)
    )
