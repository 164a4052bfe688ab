"""Check a change told twice: from one figure to another, and by how much."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from app.domain.claim_notes.figures import (
    NUMBER,
    NUMBER_WORD,
    Figure,
    chinese_figure_pattern,
    figure_in,
    figure_pattern,
    half_step,
    plain,
    shown,
)

_WORD = r"(?: (?:[A-Za-z][\w'’-]*|(?:19|20)\d\d))"
_ABOUT = (
    r"(?P<hedge>about|around|roughly|nearly|almost|some|approximately|close to"
    r"|more than|over|at least|well over|up to|less than|under|as much as)? ?"
)
_NEAR = r"(?:about |around |roughly |nearly |almost |just |only |some |approximately )?"
_FROM_TO = (
    rf"\bfrom {_NEAR}{figure_pattern('a')}(?P<a_words>{_WORD}{{0,6}}?)"
    rf",? to {_NEAR}{figure_pattern('b')}(?P<b_words>{_WORD}{{0,6}}?)"
)
_TO_FROM = (
    rf"(?:to {_NEAR}{figure_pattern('b')}(?P<b_words>{_WORD}{{0,6}}?),? )?"
    rf"from {_NEAR}{figure_pattern('a')}(?P<a_words>{_WORD}{{0,6}}?)"
)
_RISE = r"increase|rise|gain|growth|jump|surge|expansion|hike"
_FALL = r"reduction|decrease|drop|decline|fall|cut|saving|plunge|slump"
_NOUN = rf"(?P<noun>{_RISE}|{_FALL}|improvement|change)"
_RISES = r"rose|grew|increased|climbed|jumped|surged|soared|gained|expanded|up"
_FALLS = r"fell|dropped|declined|decreased|plunged|shrank|slumped|down"
_VERB = rf"(?P<verb>{_RISES}|{_FALLS})"
_TIMES = rf"(?P<n>{NUMBER}|{NUMBER_WORD})(?: times|[- ]?fold|[x×])"
_SHARE = rf"(?P<n>{NUMBER}) ?(?:%|percent|per cent)(?! point|-point)"
_LINK = r"(?:,| \(|;| -| –| —)? ?(?:or |i\.e\.,? |which is |that is |representing )?"
_AN = r"(?:an? )?(?:\w+ )?"
_COMPARED = (
    r"(?:more|higher|larger|bigger|faster|greater|less|lower|cheaper|smaller|fewer)"
)
_MULTIPLES = {
    "doubl": 2.0,
    "tripl": 3.0,
    "trebl": 3.0,
    "quadrupl": 4.0,
    "halv": 2.0,
}
_BY_FACTOR = rf"a factor of (?P<n>{NUMBER})"
_MULTIPLE = r"(?P<multiple>doubl|tripl|trebl|quadrupl|halv)"

_FACTORS = (
    rf"{_FROM_TO}{_LINK}{_AN}{_NOUN} (?:of|by) {_ABOUT}{_TIMES}",
    rf"{_FROM_TO}{_LINK}{_AN}{_NOUN} (?:of|by) {_ABOUT}{_BY_FACTOR}",
    rf"{_FROM_TO}{_LINK}(?:by )?{_ABOUT}{_BY_FACTOR}",
    rf"{_FROM_TO}{_LINK}(?:an? )?{_ABOUT}{_TIMES} {_NOUN}",
    rf"{_FROM_TO}{_LINK}{_ABOUT}{_TIMES} {_COMPARED}",
    rf"\b(?:an? )?{_ABOUT}{_TIMES} {_NOUN},? {_FROM_TO}",
    rf"\b{_VERB} (?:by )?{_ABOUT}{_TIMES},? {_FROM_TO}",
    rf"\b{_VERB} by {_ABOUT}{_BY_FACTOR},? {_FROM_TO}",
)
_MULTIPLIED = (
    rf"\b{_ABOUT}{_MULTIPLE}ed{_WORD}{{0,3}}?,? {_FROM_TO}",
    rf"{_FROM_TO}, {_ABOUT}{_MULTIPLE}ing(?=[.,;]|$| (?:in|over|within|since)\b)",
)
_SHARES = (
    rf"{_FROM_TO}{_LINK}{_AN}{_NOUN} of {_ABOUT}{_SHARE}",
    rf"{_FROM_TO}{_LINK}(?:an? )?{_ABOUT}{_SHARE} {_NOUN}",
    rf"{_FROM_TO}{_LINK}{_VERB} (?:by )?{_ABOUT}{_SHARE}",
    rf"\b{_VERB} (?:by )?{_ABOUT}{_SHARE},? {_FROM_TO}",
    rf"\b(?:an? )?{_ABOUT}{_SHARE} {_NOUN},? {_FROM_TO}",
    rf"\b{_VERB} (?:by )?{_ABOUT}{_SHARE},? {_TO_FROM}",
)
# Cheap signs that the patterns above are worth trying.
_FROM_FIGURE = re.compile(r"\bfrom [^.\d]{0,20}\d", re.IGNORECASE)
_FACTOR_TOLD = re.compile(r"times|fold|a factor of|\d[x×]")
# Words that give the stated change another base than the two figures beside it.
_OTHER_BASE = re.compile(
    r"\b(?:annual|annually|annualized|annualised|yearly|cagr|compound|per year|a year"
    r"|each|every|year-on-year|year-over-year|year on year|year over year|yoy|average"
    r"|quarter|quarterly|month|monthly|week|real terms|inflation|adjusted|respectively"
    r"|earlier|points?|ago|prior|versus|compared|than)\b",
    re.IGNORECASE,
)
_NO_UNIT_WORDS = (
    "a an per in at on by of for the during last this within over under since between"
    " after before and as today now then with while but or when across"
)
_NO_UNIT = frozenset(_NO_UNIT_WORDS.split())
_LOOSE_HEDGES = frozenset(["about", "around", "roughly", "nearly", "almost", "some"])
_AT_LEAST = frozenset(["more than", "over", "at least", "well over"])
_AT_MOST = frozenset(["up to", "less than", "under", "as much as"])
_SLACK = 0.1
_LOOSE_SLACK = 0.25
_LOOKAHEAD = 40

_CHINESE = re.compile(
    rf"从(?:约|近)?{chinese_figure_pattern('a')}(?P<a_words>[\u4e00-\u9fff/]{{0,8}}?)"
    r"(?:降|跌|减|下滑|缩|增|升|涨|提高|攀升|飙升)[\u4e00-\u9fff]{0,2}?(?:至|到|为|成)(?:约|近)?"
    rf"{chinese_figure_pattern('b')}(?P<b_words>[\u4e00-\u9fff/]{{0,8}}?)[,\uff0c]"
    r"(?P<noun>下降|降低|减少|降幅|缩小|增长|增加|上涨|提高|提升|涨幅|增幅)"
    r"(?:了|达|约|近|为|高达){0,2}(?P<hedge>超过?|逾)?"
    rf"(?P<n>{NUMBER})(?P<measure>倍|%)"
)


@cache
def _compiled(patterns: tuple[str, ...]) -> Sequence[re.Pattern[str]]:
    """Compile when the first text needs it: all of them slow every start by a tenth."""
    return [re.compile(pattern, re.IGNORECASE) for pattern in patterns]


@dataclass(frozen=True, slots=True)
class Change:
    """What a match says: from `before` to `after`."""

    before: Figure
    after: Figure

    def ratios(self) -> tuple[float, float]:
        """Return the least and the greatest factor that the rounded figures allow."""
        small, large = sorted(
            (self.before, self.after), key=lambda figure: figure.value
        )
        least = (large.value - large.give) / (small.value + small.give)
        most = (large.value + large.give) / max(small.value - small.give, 1e-12)
        return max(least, 1.0), most

    @property
    def rises(self) -> bool:
        """Tell whether the second figure is the greater."""
        return self.after.value > self.before.value

    def turned(self) -> str:
        """Return the sentence that says which way the change goes."""
        meant, told_as = ("rise", "fall") if self.rises else ("fall", "rise")
        figures = f"From {self.before.text} to {self.after.text}"
        return f"{figures} is a {meant}, not a {told_as}."

    @property
    def ratio(self) -> float:
        """Return the factor between the two figures, at least one."""
        values = sorted((self.before.value, self.after.value))
        return values[1] / values[0]

    @property
    def share(self) -> float:
        """Return the size of the change in percent of the first figure."""
        return abs(self.after.value - self.before.value) / self.before.value * 100

    def shares(self) -> tuple[float, float]:
        """Return the least and the greatest percentage that rounding allows."""
        before, after = self.before, self.after
        ends = [
            abs(b / a - 1) * 100
            for a in (before.value - before.give, before.value + before.give)
            for b in (after.value - after.give, after.value + after.give)
            if a > 0
        ]
        return min(ends), max(ends)


def change_notes(text: str) -> Iterator[str]:
    """Yield a sentence for each change whose stated size does not fit its figures.

    Rounding of all three figures, hedges ("about", "more than"), and the two senses of
    "an increase of 3 times" are allowed for; a size told per year, against another
    quarter or in points is not compared.
    """
    if not _FROM_FIGURE.search(text):
        return
    lower = text.lower()
    if _FACTOR_TOLD.search(lower):
        for pattern in _compiled(_FACTORS):
            for match in pattern.finditer(text):
                yield from _factor_note(text, match, plain(match["n"]), match["n"])
    if any(stem in lower for stem in _MULTIPLES):
        yield from _multiple_notes(text)
    if "%" in text or "percent" in lower or "per cent" in lower:
        for pattern in _compiled(_SHARES):
            for match in pattern.finditer(text):
                yield from _share_note(text, match)


def _multiple_notes(text: str) -> Iterator[str]:
    for pattern in _compiled(_MULTIPLIED):
        for match in pattern.finditer(text):
            size = _MULTIPLES[match["multiple"].lower()]
            yield from _factor_note(text, match, size, "", exact=True)


def chinese_change_notes(text: str) -> Iterator[str]:
    """Yield the same for Chinese: 从A降至B,下降N倍."""
    for match in _CHINESE.finditer(text):
        if match["measure"] == "倍":
            yield from _factor_note(text, match, plain(match["n"]), match["n"])
        else:
            yield from _share_note(text, match)


# "An increase of 3 times" may also mean fourfold; "doubled" has one meaning.
def _factor_note(
    text: str, match: re.Match[str], size: float, number: str, *, exact: bool = False
) -> Iterator[str]:
    changes = stated_changes(text, match)
    give = half_step(number) if number.replace(",", "").isdigit() else 0.0
    if not changes or size <= 0:
        return
    hedge = (match["hedge"] or "").lower()
    if any(_factor_fits(change, size, give, hedge) for change in changes):
        return
    change = changes[-1]
    if not exact and any(
        change.after.value > change.before.value
        and _factor_fits(change, size + 1, give, hedge)
        for change in changes
    ):
        return
    yield (
        f"From {change.before.text} to {change.after.text} is a factor of"
        f" {shown(change.ratio)}, not {shown(size)}."
    )


def _factor_fits(change: Change, size: float, give: float, hedge: str) -> bool:
    """Tell whether a factor fits, all figures taken as rounded."""
    least, most = change.ratios()
    slack = _LOOSE_SLACK if hedge in _LOOSE_HEDGES else _SLACK
    if hedge in _AT_LEAST or hedge in {"超", "超过", "逾"}:
        return most * (1 + _SLACK) >= size
    if hedge in _AT_MOST:
        return least * (1 - _SLACK) <= size
    return (size - give) * (1 - slack) <= most and least <= (size + give) * (1 + slack)


def _share_note(text: str, match: re.Match[str]) -> Iterator[str]:
    changes = stated_changes(text, match)
    if not changes:
        return
    number = match["n"]
    hedge = (match["hedge"] or "").lower()
    if any(_share_fits(change, number, hedge) for change in changes):
        return
    change = changes[-1]
    verb = "rise" if change.after.value > change.before.value else "fall"
    yield (
        f"From {change.before.text} to {change.after.text} is a {verb} of"
        f" {shown(change.share)} %, not {number} %."
    )


def _share_fits(change: Change, number: str, hedge: str) -> bool:
    size = plain(number)
    least, most = change.shares()
    slack = _LOOSE_SLACK if hedge in _LOOSE_HEDGES else _SLACK
    if hedge in _AT_LEAST or hedge in {"超", "超过", "逾"}:
        return most + 1 >= size * (1 - _SLACK)
    if hedge in _AT_MOST:
        return least - 1 <= size * (1 + _SLACK)
    room = max(1.0, slack * size, half_step(number))
    if least - room <= size <= most + room:
        return True
    points = abs(change.after.value - change.before.value)
    return change.before.unit == "%" and abs(points - size) <= room


def stated_changes(text: str, match: re.Match[str]) -> list[Change]:
    """Return the readings of a match that can be checked, none if it cannot be.

    "From 5 to 10 million" has two readings: the 5 may be in millions.
    """
    if match.groupdict().get("b") is None:
        return []
    hedge = match.groupdict().get("hedge") or ""
    around = match.group().replace(hedge, "", 1)
    around += text[match.end() : match.end() + _LOOKAHEAD]
    before, after = figure_in(match, "a"), figure_in(match, "b")
    if (
        _OTHER_BASE.search(around)
        or before.looks_like_a_year
        or after.looks_like_a_year
    ):
        return []
    if not before.value or not after.value or before.value == after.value:
        return []
    if not _same_unit(before, after, match["a_words"], _words_after(text, match)):
        return []
    changes = [Change(before, after)]
    if after.scaled and not before.scaled:
        scaled = Change(before.scaled_like(after), after)
        if scaled.rises and not match["a_words"].strip():
            return [scaled]
        changes.append(scaled)
    return changes


def _same_unit(before: Figure, after: Figure, a_words: str, b_words: str) -> bool:
    if before.unit != after.unit and not (after.unit == "%" and not before.unit):
        return False
    a_unit, b_unit = _unit_word(a_words), _unit_word(b_words)
    if a_unit and b_unit and a_unit != b_unit:
        return False
    a_per, b_per = _per(a_words), _per(b_words)
    return not (a_per and b_per) or a_per == b_per


def _words_after(text: str, match: re.Match[str]) -> str:
    """Return the words behind the second figure, up to the next punctuation."""
    rest = text[match.end("b") : match.end("b") + _LOOKAHEAD]
    return re.split(r"[.,;:()\uff0c。]", rest, maxsplit=1)[0]


def _unit_word(words: str) -> str:
    first = words.lower().split(None, 1)[0].rstrip("s") if words.strip() else ""
    return "" if first in _NO_UNIT or first.isdigit() or first == "a" else first


def _per(words: str) -> str:
    found = re.search(r"\b(?:per|an?) (\w+)", words.lower())
    return found[1].rstrip("s") if found else ""
