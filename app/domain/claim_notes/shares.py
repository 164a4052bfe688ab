"""Check shares of a whole and ranges."""

import re
from collections.abc import Iterator

from app.domain.claim_notes.figures import (
    NUMBER,
    figure_in,
    figure_pattern,
    half_step,
    plain,
    shown,
)

_MEMBERS = (
    r"respondents|companies|firms|businesses|enterprises|banks|users|customers|clients"
    r"|consumers|investors|people|adults|children|households|families|workers"
    r"|employees|patients|students|teachers|voters|executives|managers|developers"
    r"|engineers|participants|citizens|residents|countries|cities|schools|hospitals"
)
_PERCENT = " ?(?:%|percent|per cent)"
_OF_MEMBERS = re.compile(
    rf"(?<![\w.,$€£¥-])(?P<n>{NUMBER}){_PERCENT} of"
    rf"(?: (?:all|the|its|their|these|those|surveyed|American|European|Chinese|large"
    rf"|small|U\.S\.|US)){{0,2}} (?:{_MEMBERS})(?=[.,;:)]|$"
    r"| (?:[a-z]+ed|use|say|said|have|had|are|were|do|did|plan|expect|report|own)\b)",
    re.IGNORECASE,
)
_MARKET_SHARE = re.compile(
    rf"\bmarket share (?:of|at|to|is|was|reached|stands at) (?:about |over |nearly )?"
    rf"(?P<n>{NUMBER}){_PERCENT}(?! of\b)",
    re.IGNORECASE,
)
_CHINESE_MEMBERS = re.compile(
    rf"(?<![\d.])(?P<n>{NUMBER})%的(?:受访者|受访企业|企业|公司|用户|消费者|居民|家庭|员工)"
    r"(?=[\u4e00-\u9fff])(?!数|收入|成本|价值)"
)
_GROWTH_BEFORE = re.compile(
    r"(?:grew|grow|rose|rise|increas\w+|expand\w+|retention|equal\w*|worth|up)\b"
    r"[^.;]{0,30}$"
)
_FALL_OVER_ALL = re.compile(
    r"\b(?P<what>prices?|costs?|emissions|headcount|staff|weight|traffic|population)"
    r" (?:has |have |had |will |could )?(?:been )?"
    r"(?:fell|fallen|fall|dropped|drop|declined|decline|decreased|cut|reduced|shrank)"
    rf" (?:by )?(?:about |over |more than |nearly )?(?P<n>{NUMBER}){_PERCENT}",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"(?<![\w.,$€£¥%-])(?P<part>{NUMBER}) (?:out )?of (?:the |all |its )?"
    rf"(?P<whole>{NUMBER})"
    rf"(?: [A-Za-z][\w-]*){{0,3}} \((?P<n>{NUMBER}){_PERCENT}\)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"(?P<word>\w+ )?\bbetween {figure_pattern('a')} and {figure_pattern('b')}"
    r"(?P<next>[ -]?[A-Za-z.]*)",
    re.IGNORECASE,
)
_DASHED = re.compile(
    rf"(?<![\w.,/–-])(?P<a>(?P<a_sign>[$€£¥])?(?P<a_number>{NUMBER})(?P<a_scale>)"
    rf"(?P<a_share>%)?) ?[–-] ?(?P<b>(?P<b_sign>[$€£¥])?(?P<b_number>{NUMBER})"
    rf"(?P<b_scale>)(?P<b_share> ?%))(?![\w–-])"
)
# Two figures that are told apart rather than the ends of a range.
_CONTRAST_WORDS = (
    "gap difference differences spread gulf contrast ratio choice split divided choose"
    " choosing switch distinction comparison match war conflict moved"
)
_CONTRAST = frozenset(_CONTRAST_WORDS.split())
_NO_RANGE = re.compile(r"[ -]?(?:a\.?m|p\.?m|o|bc|bce|degrees?|north|south)\b", re.I)


def share_notes(text: str) -> Iterator[str]:
    """Yield a sentence for each share over 100 % and each count whose share is wrong.

    Only shares of persons and organisations, market shares and falls of what cannot
    fall below nothing are held to 100 %: debt may well be 250 % of output.
    """
    if not ("%" in text or "percent" in text or "per cent" in text):
        return
    for match in _OF_MEMBERS.finditer(text):
        if plain(match["n"]) > 100 and not _GROWTH_BEFORE.search(
            text, max(0, match.start() - 60), match.start()
        ):
            yield f"{match['n']} % is more than the whole: a share ends at 100 %."
    for match in _MARKET_SHARE.finditer(text):
        if plain(match["n"]) > 100:
            yield f"A market share of {match['n']} % is more than the whole market."
    for match in _FALL_OVER_ALL.finditer(text):
        if plain(match["n"]) > 100:
            yield f"Nothing falls by {match['n']} %: a fall of 100 % leaves nothing."
    for match in _COUNTED.finditer(text):
        yield from _count_note(match)


def chinese_share_notes(text: str) -> Iterator[str]:
    """Yield the same for shares of persons and organisations in Chinese."""
    for match in _CHINESE_MEMBERS.finditer(text):
        if plain(match["n"]) > 100:
            yield f"{match['n']} % is more than the whole: a share ends at 100 %."


def range_notes(text: str) -> Iterator[str]:
    """Yield a sentence for each range that runs from the greater figure to the less."""
    for match in _BETWEEN.finditer(text) if "between" in text.lower() else ():
        word = (match["word"] or "").strip().lower()
        hours = _is_hour(match, "a") and _is_hour(match, "b")
        if not (word in _CONTRAST or hours or _NO_RANGE.match(match["next"])):
            yield from _range_note(match)
    for match in _DASHED.finditer(text) if "%" in text else ():
        yield from _range_note(match)


def _is_hour(match: re.Match[str], name: str) -> bool:
    """Tell whether a figure may be a time of day, as in "between 9 and 5"."""
    figure = figure_in(match, name)
    return not figure.unit and not figure.scaled and figure.value <= 24


def _count_note(match: re.Match[str]) -> Iterator[str]:
    part, whole, stated = plain(match["part"]), plain(match["whole"]), plain(match["n"])
    if not 0 < part <= whole:
        return
    share = part / whole * 100
    if abs(share - stated) > max(1.0, half_step(match["n"])):
        count = f"{match['part']} of {match['whole']}"
        yield f"{count} is {shown(share)} %, not {match['n']} %."


def _range_note(match: re.Match[str]) -> Iterator[str]:
    low, high = figure_in(match, "a"), figure_in(match, "b")
    inherits = high.unit == "%" and not low.unit
    if low.unit != high.unit and not inherits:
        return
    lowest = (
        low.scaled_like(high).value if high.scaled and not low.scaled else low.value
    )
    if min(lowest, low.value) > high.value:
        yield f"The range from {low.text} to {high.text.strip()} runs backwards."
