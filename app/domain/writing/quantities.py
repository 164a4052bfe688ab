"""Find the quantities of an English text: hedge, number or range, unit. Pure.

A quantity is what a person would have to say to have named the figure: "about 25%",
"11 to 16 years", "more than $3 billion". Years, dates, ordinals and the numbers of
names (GPT-4, Phase 3, the S&P 500) are no quantities.
"""

import re
from dataclasses import dataclass

from app.domain.writing.quantity_grammar import (
    FRACTIONS,
    MAGNITUDES,
    PARTS,
    QUANTITY,
    SINGLY,
    WORD_VALUES,
)
from app.domain.writing.vocabulary import FUNCTION_WORDS, PERIOD_NOUNS, PERIOD_UNITS

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_NOUN_AFTER = re.compile(
    r"[ -](?:(?:[A-Za-z]+[ -]){0,2}?)([a-z]{3,}s)\b|[ -]([a-z]{3,})\b"
)
#: Where a sentence may begin, so that a capital tells nothing.
_OPENING = re.compile(r"(?:^|[.!?:;“\"‘(•–—-])\s*$")
#: Right before a figure: by how much.
_CHANGE = re.compile(
    r"\b(?:by|rose|risen|gained|grew|grown|fell|fallen|dropped|declined|climbed|jumped|"
    r"surged|slid|slipped|shrank|up|down)(?: (?:a|an|another|a further))? $"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a text. `low == high` unless it is a range; values in `unit`.

    `is_change`: it tells by how much something rose or fell, not where it stands.
    """

    start: int
    end: int
    text: str
    hedge: str
    low: float
    high: float
    unit: str
    noun: str
    is_change: bool = False

    @property
    def is_range(self) -> bool:
        """Say whether two ends are named."""
        return self.low != self.high

    @property
    def is_worded(self) -> bool:
        """Say whether the figure is written in words."""
        return not any(c.isdigit() for c in self.text)


def _value(number: str, magnitude: str | None) -> float:
    number = number.casefold()
    if number[0].isdigit():
        value = float(number.replace(",", ""))
    elif "-" in number:
        tens, ones = number.split("-")
        value = WORD_VALUES[tens] + (1 if ones == "one" else WORD_VALUES[ones])
    else:
        value = WORD_VALUES[number]
    return value * MAGNITUDES.get((magnitude or "").strip(" -").casefold(), 1)


def _unit(currency: str | None, unit: str | None) -> str:
    if currency:
        return currency.strip()
    name = (unit or "").strip(" -").casefold()
    if name in ("percent", "per cent"):
        return "%"
    if name in ("x", "fold", "times"):
        return "times"
    return name[:-1] if len(name) > 4 and name.endswith("s") else name


def _worded_values(core: str) -> tuple[float, str] | None:
    text = core.casefold()
    if text in FRACTIONS:
        return FRACTIONS[text], "fraction"
    if text.endswith("fold") and text[:-4] in WORD_VALUES:
        return WORD_VALUES[text[:-4]], "times"
    if text.startswith("one in "):
        last = text[7:]
        return 1 / (float(last) if last.isdigit() else WORD_VALUES[last]), "fraction"
    return None


def _noun(text: str, end: int) -> str:
    match = _NOUN_AFTER.match(text, end)
    return "" if match is None else (match[1] or match[2] or "")


def _is_named(before: str, core: str, after: str) -> bool:
    """Say whether a number in words is part of a name: "Three Mile Island"."""
    first = core.partition(" ")[0]
    if not first[0].isupper() or first.casefold() not in WORD_VALUES:
        return False
    opens = _OPENING.search(before) is not None
    goes_on = re.search(r" [A-Z]", core) or re.match(r" [A-Z][a-z]+ [A-Z]", after)
    return not opens or goes_on is not None


def _is_name_or_date(text: str, start: int, end: int, core: str) -> bool:
    before, after = text[:start], text[end:]
    if _is_named(before, core, after):
        return True
    if re.search(rf"\b{_MONTH}\.?\s*$", before) or re.match(rf"\s+{_MONTH}\b", after):
        return True
    if re.match(r":\d|\s?[ap]\.?m\b", after) or re.search(r"\d:$", before):
        return True
    if re.fullmatch(_YEAR.pattern + r"\s?[–—-]\s?\d+", core):
        return True
    if re.fullmatch(rf"between {_YEAR.pattern} and {_YEAR.pattern}", core):
        return True
    if re.search(rf"\b{_YEAR.pattern},? (?:and|or)\s*$", before) and _YEAR.fullmatch(
        core
    ):
        return True
    if re.fullmatch(_YEAR.pattern + r"(?:\s?[–—-]\s?\d+| to \d+)?s?", core):
        return not re.match(r"[ -][a-z]+s\b", after) or bool(
            re.search(
                r"\b(?:in|by|since|from|until|of|late|early|mid|the|to)\W*$",
                before,
                re.IGNORECASE,
            )
        )
    named = re.search(r"(?:^|[ (“\"])([A-Z][\w&]*)[ -]$", before)
    if named is None or not core[0].isdigit() or core[-1] == "%":
        return False
    return named.group(1).casefold() not in FUNCTION_WORDS


def _span_splits(text: str, start: int, parts: list[re.Match[str]], core: str) -> bool:
    """Say whether "A to B" leads from A to B and is no range."""
    if len(parts) < 2 or core[:7].casefold() == "between" or " to " not in core:
        return False
    first, last = parts[0], parts[1]
    one, other = (_unit(part["currency"], part["unit"]) for part in (first, last))
    stated = first["currency"] or first["unit"]
    low = _value(first["number"], first["magnitude"] or last["magnitude"])
    if _YEAR.fullmatch(first["number"]) and not stated:
        return bool(last["unit"] or last["magnitude"] or "," in last["number"])
    return (
        bool(re.search(r"\bfrom\s*$", text[:start], re.IGNORECASE))
        or bool(stated and one != other)
        or low >= _value(last["number"], last["magnitude"])
    )


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    core, start, end = match["core"], match.start(), match.end()
    if _is_name_or_date(text, match.start("core"), end, core):
        return None
    hedge = (match["hedge"] or "").strip().casefold()
    worded = _worded_values(core)
    if worded:
        low, unit = worded
        return Quantity(start, end, text[start:end], hedge, low, low, unit, "")
    parts = list(PARTS.finditer(core))
    if not parts:
        return None
    first, last = parts[0], parts[-1]
    low = _value(first["number"], first["magnitude"] or last["magnitude"])
    high = _value(last["number"], last["magnitude"])
    unit = _unit(first["currency"] or last["currency"], last["unit"] or first["unit"])
    if hedge.startswith("as ") and re.search(
        r"\b(?:times|twice|half)\s*$", text[:start]
    ):
        start, hedge = match.start("core"), ""
    phrasal = hedge == "up to" and re.search(
        r"\b(?:heat|warm|add|speed)(?:s|ed)?\s*$", text[:start]
    )
    spell = unit in PERIOD_UNITS or _noun(text, end).rstrip("s") in PERIOD_NOUNS
    if phrasal or (hedge == "over" and spell):
        start, hedge = match.start("core"), ""
    noun = "" if unit else _noun(text, end)
    change = _CHANGE.search(text, 0, start) is not None
    return Quantity(start, end, text[start:end], hedge, low, high, unit, noun, change)


def find_quantities(text: str) -> list[Quantity]:
    """List the quantities of an English text in order, none overlapping."""
    found: list[Quantity] = []
    at = 0
    while match := QUANTITY.search(text, at):
        parts = list(PARTS.finditer(match["core"]))
        if _span_splits(text, match.start(), parts, match["core"]):
            match = SINGLY.match(text, match.start()) or match
        at = match.end()
        quantity = _read(text, match)
        if quantity is not None:
            found.append(quantity)
    return found


def read_quantity(text: str) -> Quantity | None:
    """Read a text that is one quantity and nothing else; None where it is not."""
    found = find_quantities(text.strip())
    whole = len(found) == 1 and found[0].text == text.strip()
    return found[0] if whole else None
