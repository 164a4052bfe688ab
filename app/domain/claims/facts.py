"""Read the facts of a claim, and tell how those of two claims differ. Pure.

The facts are what a claim may be wrong in: its numbers with their units, its names,
whether it denies, and which way it says things go.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.domain.claims.names import Name, missing_names, name_words, names_in
from app.domain.claims.numbers import YEAR, Number, numbers_in
from app.domain.claims.words import plain_words, topic_words
from app.domain.quiz.directions import negations, opposed

#: Chinese words in which a negating sign negates nothing, and English bounds.
_NOT_DENIED = re.compile(
    r"不断|不仅|不但|不过|不同|不足|不少|不到|不只|不止|不论|不管|不超过|不低于|不少于|不得不|无论|无人机|无线|无锡|"
    r"非洲|非常|未来|并非没有"
)
#: What a figure is told for one of: "a year", "per tonne", "daily".
_RATE = re.compile(
    r"\b(?:per|an?|each|every) (?P<of>second|minute|hour|day|night|week|month|quarter"
    r"|year|decade|century|head|person|capita|household|tonne|ton|kilo\w*|kg|kwh|mwh|mw"
    r"|gw|watt|barrel|litre|liter|gallon|mile|km|share|unit|ship|car|vehicle|passenger"
    r"|employee|worker|customer|user|square \w+)\b"
    r"|\b(?P<often>annual|yearly|daily|weekly|monthly|quarterly|hourly)(?:ly)?\b",
    re.IGNORECASE,
)
_OFTEN = {
    "annual": "year",
    "yearly": "year",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "hourly": "hour",
}
_HAN_RATE = re.compile(r"每(?P<of>个?[年月周天日时秒吨人户桶千]|平方米|公里|100公里)")
_BOUNDS = re.compile(
    r"\b(?:(?:no|not) )?(?:less|fewer|more|later|earlier) than\b|\bnot only\b"
    r"|\bno\. ?(?=\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one claim, and the words that say what it is about.

    `topic` are the words of `order`, `words` all that are said, lower-case, in order.
    """

    numbers: tuple[Number, ...]
    names: tuple[Name, ...]
    topic: frozenset[str]
    order: tuple[str, ...]
    words: tuple[str, ...]
    name_words: frozenset[str]
    rates: tuple[str, ...]

    @property
    def values(self) -> frozenset[tuple[str, str, str]]:
        """Return the numbers by what makes them the same."""
        return frozenset(number.value for number in self.numbers)

    @property
    def quantities(self) -> tuple[Number, ...]:
        """Return the numbers that are no years."""
        return tuple(number for number in self.numbers if number.unit != YEAR)

    @property
    def years(self) -> frozenset[Decimal]:
        """Return the years that are named."""
        return frozenset(number.low for number in self.numbers if number.unit == YEAR)


def facts_of(text: str, language: str) -> Facts:
    """Return the facts of a claim in English (`en`) or Chinese (`zh`).

    Other languages are read like English: their numbers and names are found.
    """
    bare = _NOT_DENIED.sub("", text) if language == "zh" else _BOUNDS.sub("", text)
    words = plain_words(bare)
    order = topic_words(text)
    return Facts(
        numbers=numbers_in(text, language),
        names=names_in(text, language),
        topic=frozenset(order),
        order=order,
        words=tuple(word.replace("'", "").replace("’", "") for word in words),
        name_words=name_words(text),
        rates=_rates(text, language),
    )


def changed_facts(old: Facts, new: Facts) -> str | None:
    """Return in one or more sentences which facts changed, None where none did.

    Numbers are compared by value and unit ("a quarter" is 25 %), names by their words
    ("the Fed" is the Federal Reserve). A name that may be just the first word of a
    sentence counts only if the other claim has a name of its own in its place.
    """
    found = [
        *_changes(*_numbers_apart(old.numbers, new.numbers)),
        *_changes(*_names_apart(old, new)),
        *_rates_apart(old, new),
        *_turns(old, new),
    ]
    return " ".join(found) or None


def _rates(text: str, language: str) -> tuple[str, ...]:
    if language == "zh":
        return tuple(dict.fromkeys(match["of"] for match in _HAN_RATE.finditer(text)))
    found = (
        match["of"] or _OFTEN[match["often"].lower()] for match in _RATE.finditer(text)
    )
    return tuple(dict.fromkeys(rate.lower() for rate in found))


def _rates_apart(old: Facts, new: Facts) -> list[str]:
    """Tell the rates that took the place of others; one left out says as much."""
    gone = [f"per {rate}" for rate in old.rates if rate not in new.rates]
    come = [f"per {rate}" for rate in new.rates if rate not in old.rates]
    return _changes(gone, come) if len(gone) == len(come) else []


def agree(one: Facts, other: Facts) -> bool:
    """Say whether two claims have the same facts."""
    return changed_facts(one, other) is None


def _numbers_apart(
    old: Iterable[Number], new: Iterable[Number]
) -> tuple[list[str], list[str]]:
    """Return the numbers that only the one claim has and that only the other has.

    Those of one unit stand at one place of the two lists.
    """
    old, new = list(old), list(new)
    gone = _only(old, new)
    come = _only(new, old)
    bounds = _turned_bounds(old, new)
    ordered: list[Number] = []
    left = list(come)
    for number in gone:
        same = next((one for one in left if one.unit == number.unit), None)
        if same is not None:
            left.remove(same)
            ordered.append(same)
    paired_units = [one.unit for one in ordered]
    first: list[Number] = []
    rest: list[Number] = []
    for number in gone:
        if number.unit in paired_units:
            paired_units.remove(number.unit)
            first.append(number)
        else:
            rest.append(number)
    return (
        [number.text for number in [*first, *rest]] + [one for one, _ in bounds],
        [number.text for number in [*ordered, *left]] + [other for _, other in bounds],
    )


def _only(numbers: list[Number], others: list[Number]) -> list[Number]:
    known = {number.value for number in others}
    found = {number.value: number for number in numbers if number.value not in known}
    return list(found.values())


def _turned_bounds(old: list[Number], new: list[Number]) -> list[tuple[str, str]]:
    """Return the equal numbers of which one is a floor and the other a ceiling."""
    bounds = {number.value: number for number in new if number.bound}
    return [
        (number.text, bounds[number.value].text)
        for number in old
        if number.bound
        and number.value in bounds
        and bounds[number.value].bound != number.bound
    ]


def _names_apart(old: Facts, new: Facts) -> tuple[list[str], list[str]]:
    gone = missing_names(old.names, new.name_words, new.names)
    come = missing_names(new.names, old.name_words, old.names)
    if not (gone and come):
        gone = [name for name in gone if name.is_certain]
        come = [name for name in come if name.is_certain]
    return [name.text for name in gone], [name.text for name in come]


def _changes(gone: list[str], come: list[str]) -> list[str]:
    pairs = min(len(gone), len(come))
    return [
        *(f"{one} became {other}." for one, other in zip(gone, come, strict=False)),
        *(f"{one} is no longer said." for one in gone[pairs:]),
        *(f"{one} is new." for one in come[pairs:]),
    ]


def _turns(old: Facts, new: Facts) -> list[str]:
    was, now = negations(old.words), negations(new.words)
    found = []
    if len(was) % 2 != len(now) % 2:
        found.append(
            f"It is now denied (“{now[0]}”)."
            if len(now) > len(was)
            else f"It is no longer denied (“{was[0]}”)."
        )
    turned = opposed(old.words, new.words)
    if turned is not None:
        found.append(f"“{turned[0]}” became “{turned[1]}”.")
    return found
