"""Tell which dates of an English sentence only its day of writing tells."""

import re
from collections.abc import Set

from app.domain.reading.leaning import find_in
from app.domain.reading.vocabulary import MONTHS, PAST, WEEKDAYS

_FLOATING = re.compile(
    r"\b(?:(?:this|last|next|past|coming|previous|following) (?:few |two |three )?"
    r"(?:year|month|week|quarter|decade|summer|winter|spring|autumn|fall|season)s?"
    r"(?! (?:of|before|after)\b)"
    r"|(?:over|at) the weekend|(?:over|during) the holidays"
    r"|(?:the )?following (?:day|morning|evening|night|weekend)"
    r"|the current (?:fiscal )?(?:year|month|week|quarter|season)"
    r"|yesterday|tomorrow|tonight|(?:announced|agreed|reported|published|decided)"
    r" overnight|recently|lately|so far(?! (?:that|as)\b)|to date"
    r"|soon|shortly|(?:\w+ )?(?:years?|months?|weeks?|days?|hours?|decades?)"
    r" (?:ago|later|earlier|after the|before the)"
    rf"|(?:on|since|until|by|late|early|from) (?:{WEEKDAYS.lower()})"
    rf"(?!, (?:the )?(?:\d{{1,2}} )?(?:{MONTHS.lower()}))"
    rf"|(?:since|until|by) (?:{MONTHS.lower()})(?=[.,;])"
    r"|the (?:day|night|week|year) (?:before|after)"
    r"|(?:closed|closing|ended|ending|finished|finishing|opened|opening)"
    r" (?:about |around |nearly )?(?:[\d.]+(?:%| per ?cent) )?(?:lower|higher)"
    rf"(?!.*\b(?:{WEEKDAYS.lower()})))\b",
)
# Beside a year these say when: "in June 2024 and a year later".
_COUNTS_ON = re.compile(
    r"\b(?:later|earlier|before|after|following|previous)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_FULL_DATE = re.compile(
    rf"\b\d{{1,2}} ({MONTHS}) \d{{4}}|({MONTHS}) \d{{1,2}}, \d{{4}}"
)
_YEARLESS = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}})\b(?!\d)"
    rf"|^(?:In|Since|By|Until|From) (?:early |late |mid-)?(?:{MONTHS})\b"
)


_DAY = re.compile(rf"\b(?:{MONTHS}|{WEEKDAYS})\b")
_OF_WRITING = re.compile(
    rf"\b(?:{MONTHS}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
    r" (?:\d{1,2}, )?(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}",
    re.IGNORECASE,
)
_DATED_LINE = re.compile(
    rf",\s(?:\d{{1,2}}\s)?(?:{MONTHS})\s(?:\d{{1,2}},\s)?(?:19|20)\d\d$"
)
# Even who knows the day of writing cannot date these: they count from something told.
_COUNTED = re.compile(
    r"\b(?:later|earlier|before|after|following|previous|lower|higher)\b"
)
_MONTHS = tuple(MONTHS.split("|"))
_SOME_LENGTH = 12
# A year that "a decade earlier" may count from stands before it, or straight behind.
_COUNTED_YEAR = re.compile(r",? (?:in|on|by|than|of) (?:\w+ )?(?:\d{1,2}, )?\d{4}\b")


def ends_with_date(line: str) -> bool:
    """Tell whether a line is like "Field report, 4 October 2024"."""
    return bool(_DATED_LINE.search(line))


def states_day_of_writing(lines: str) -> bool:
    """Tell whether the lines about an article's start name the date it is of."""
    return bool(_OF_WRITING.search(lines))


def is_told_by_writing(floating: str, sentence: str) -> bool:
    """Tell whether a floating date is plain to who knows the day of writing.

    So is "than a year earlier", beside the figure of now.
    """
    if _COUNTED.search(floating.lower()):
        compared = rf"(?:than|from|with|in|of)[^,;]{{0,40}} {re.escape(floating)}"
        return floating.startswith("a year ") and bool(re.search(compared, sentence))
    return True


def is_of_month(floating: str, sentence: str) -> bool:
    """Tell whether "In June" alone floats in a sentence of some length."""
    is_month = floating.startswith("In ") and floating.endswith(_MONTHS)
    return is_month and len(sentence.split()) >= _SOME_LENGTH


def _is_habit(yearless: str, sentence: str) -> bool:
    """Tell whether "In December" is every December: the sentence tells what is."""
    words = set(sentence.split())
    past = words & PAST or any(it.endswith("ed") for it in words)
    is_month = yearless.startswith("In ") and not re.search(r"\d", yearless)
    return is_month and not past and bool(words & {"is", "are", "has", "have"})


def names_month(sentence: str) -> bool:
    """Tell whether a sentence names a month or a day of the week."""
    return bool(_DAY.search(sentence))


def told_months(sentence: str) -> frozenset[str]:
    """Return the months that a sentence names with their year."""
    return frozenset(it for match in _FULL_DATE.findall(sentence) for it in match if it)


def floating_date(sentence: str, told: Set[str] = frozenset()) -> str:
    """Return the first date that only the day of writing tells, or "".

    `told` holds the months whose year sentences before have told.
    """
    has_year = bool(_YEAR.search(sentence))
    floats = find_in(_FLOATING, sentence)
    if "following" in floats:
        day = _DAY.search(sentence, 0, sentence.find(floats))
        floats = "" if day else floats
    dated = (
        _FULL_DATE if "day" in floats else _YEAR if _COUNTS_ON.search(floats) else None
    )
    if floats and not (dated and dated.search(sentence)):
        return floats
    if floats.endswith(("later", "earlier")):
        start = sentence.find(floats)
        counts = _COUNTED_YEAR.match(sentence, start + len(floats))
        if not counts and not _YEAR.search(sentence, 0, start):
            return floats
    yearless = None if has_year else _YEARLESS.search(sentence)
    if yearless and _is_habit(yearless.group(), sentence):
        return ""
    if yearless is None or not told.isdisjoint(yearless.group().split()):
        return ""
    return yearless.group()
