"""Tell what unit and scale a question leaves to whoever answers with a number. Pure."""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.card import GAP
from app.domain.quiz.amounts import Amount, read_unit
from app.domain.quiz.units import MAGNITUDES, SHARE, TIMES, UNITS, singular

#: What a bare number may count for by itself: 25 is 25 times, or 25 %.
_SAYS_NOTHING = frozenset({TIMES, "point"})
_TIME = frozenset({"second", "month"})
_PERCENT = UNITS["%"]
_UNITS = frozenset(UNITS.values())
_NO_NAMES = frozenset(("a", "an", "the", "of", "per"))

_HAN = "|".join(
    sorted(
        (word for word in (*MAGNITUDES, *UNITS) if "\u4e00" <= word[0] <= "\u9fff"),
        key=len,
        reverse=True,
    )
)
_WORD = re.compile(rf"[\s-]*(%|us\$|[$€£¥¢×]|°[cf]|[a-z]+|{_HAN})")
_SIGN_BEFORE = re.compile(r"(us\$|[$€£¥]|\b(?:usd|eur|gbp|cny|rmb|jpy)|百分之)\s*$")
_ASKED = re.compile(r"\bhow many\b|多少|几(?=[个倍年天])")
_SHARE_ASKED = re.compile(
    r"\b(?:what|which) (?:percentage|per ?cent|share|proportion)\b|百分之(?:几|多少)"
)
#: Behind "per" stands what an amount is divided by, not what it is counted in.
_DIVISOR = re.compile(r"(?:\bper|/)\s*(?!cent\b)(?:(?:square|cubic)\s)?[a-z]+")
_PERCENTAGE = re.compile(r"\bpercentages?\b(?! point)")
_COUNTED = re.compile(rf"(?<![\d,.])\d[\d,.]*+(?:{_WORD.pattern})(?:{_WORD.pattern})?")
_SIGN = re.compile(r"us\$|[%$€£¥¢]|°[cf]|百分之")
_NAME = re.compile(r"(?:percentage|basis) points?|per cent|[a-z]{3,}")
#: Words of other meanings, which name a unit behind a number alone.
_AMBIGUOUS = frozenset(
    ("time", "point", "second", "pound", "minute", "min", "sec", "fold", "mile")
)
_LONGEST = 2_000

Unit = tuple[str, Decimal]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question says of the number that it asks for.

    `scale` (million is 10**6, else 1) and `unit` stand beside the gap, or behind "how
    many"; `unit` is None where none does. `others` are the units it names anywhere.
    """

    scale: Decimal
    unit: Unit | None
    is_gap: bool
    others: frozenset[Unit]

    def answered_by(self, said: Amount) -> Amount:
        """Give a number that was typed with the scale and unit that stand there."""
        return _with_scale(_with_unit(said, self.unit), self.scale)

    def answer_of(self, right: Amount) -> Amount:
        """Give the card's answer with what stands beside its gap."""
        scale = self.scale if self.is_gap else Decimal(1)
        return _with_scale(_with_unit(right, self.unit), scale)

    def leaves_clear(self, right: Amount, said: Amount) -> bool:
        """Say whether a number without a unit can only mean the answer's unit.

        It can not where the question names a unit that it might be counted in as well.
        Years and the like are no such unit for what is not time, nor are shares for a
        number of millions.
        """
        its = right.unit, right.factor
        rivals = {
            (unit, factor)
            for unit, factor in self.others - {its}
            if (unit in _TIME) == (right.unit in _TIME)
            and unit != TIMES
            and not (said.scale > 1 and unit in (SHARE, "point"))
        }
        if right.unit in _SAYS_NOTHING and its not in self.others:
            return False
        return not rivals


def read_asked(question: str) -> Asked:
    """Read what a question, or a sentence with a gap, leaves to its answer."""
    before, gap, after = question[:_LONGEST].partition(GAP)
    before, after = _folded(before), _folded(after)
    asked = None if gap else _ASKED.search(before)
    scale, unit = _beside(after if gap else before[asked.end() :] if asked else "")
    if gap and unit is None and (sign := _SIGN_BEFORE.search(before)):
        unit = UNITS[sign[1]]
    if not gap and _SHARE_ASKED.search(before):
        unit = _PERCENT
    return Asked(scale, unit, bool(gap), _named(f"{before} \n {after}"))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _with_scale(amount: Amount, scale: Decimal) -> Amount:
    if amount.scale != 1:
        return amount
    return replace(
        amount, low=amount.low * scale, high=amount.high * scale, scale=scale
    )


def _with_unit(amount: Amount, unit: Unit | None) -> Amount:
    if amount.unit or unit is None:
        return amount
    return replace(amount, unit=unit[0], factor=unit[1])


def _beside(text: str) -> tuple[Decimal, Unit | None]:
    """Read the scale and the unit that a text begins with."""
    scale, at = Decimal(1), 0
    while (found := _WORD.match(text, at)) and singular(found[1]) in MAGNITUDES:
        scale *= MAGNITUDES[singular(found[1])]
        at = found.end()
    words: list[str] = []
    while len(words) < 2 and (found := _WORD.match(text, at)):
        words.append(found[1])
        at = found.end()
    for some in (words, words[:1]):
        unit = _unit(some)
        if unit is not None:
            return scale, unit
    return scale, None


def _unit(words: list[str]) -> Unit | None:
    """Give the unit that all of these words name; "a month" and "share" name none."""
    is_name = words and (words[0] not in _NO_NAMES or words == ["per", "cent"])
    unit = read_unit(words) if is_name else None
    return unit if unit in _UNITS else None


def _named(text: str) -> frozenset[Unit]:
    """Give the units that a text names, by sign, by word, or behind a number."""
    text = _DIVISOR.sub(" ", text)
    found = {UNITS[sign] for sign in _SIGN.findall(text)}
    if _PERCENTAGE.search(text):
        found.add(_PERCENT)
    for number in _COUNTED.finditer(text):
        behind = re.sub(r"^[\d,.]+", "", number[0])
        unit = _beside(behind)[1]
        if unit is not None:
            found.add(unit)
    for name in _NAME.findall(text):
        unit = _unit(name.split())
        if unit is not None and singular(name) not in _AMBIGUOUS:
            found.add(unit)
    return frozenset(found)
