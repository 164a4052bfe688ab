"""Check shares of a whole."""

import re
from collections.abc import Iterator

from app.domain.claim_notes.figures import (
    NUMBER,
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
# Cheap signs that the patterns below are worth trying.
_PERCENT_TOLD = re.compile(r"%|per ?cent", re.IGNORECASE)
_OVER_99 = re.compile(rf"\d[\d,]\d(?:\.\d+)?{_PERCENT}", re.IGNORECASE)
_OF_MEMBERS = re.compile(
    rf"(?<![\w.,$€£¥-])(?P<n>{NUMBER}){_PERCENT} of"
    rf"(?: (?:all|the|its|their|these|those|surveyed|American|European|Chinese|large"
    rf"|small|U\.S\.|US)){{0,2}} (?:{_MEMBERS})(?=[.,;:)]|$"
    r"| (?:[a-z]+ed|use|say|said|have|had|are|were|do|did|plan|expect|report|own)\b)",
    re.IGNORECASE,
)
_MARKET_SHARE = re.compile(
    rf"\b(?:market share|share of the market)(?: (?:rose|climbed|grew|fell))?"
    rf" (?:of|at|to|is|was|reached|stands at) (?:about |over |nearly )?"
    rf"(?P<n>{NUMBER}){_PERCENT}(?! of\b)",
    re.IGNORECASE,
)
_SHARE_OF_WHOLE = re.compile(
    rf"\b(?:hold|holds|held|fill|fills|won|took|take|takes|got|received) "
    rf"(?P<n>{NUMBER}){_PERCENT} of (?:the|all) "
    r"(?:seats|votes?|electorate|board|workforce)(?=[.,;]|$| (?:in|on|at|of|and)\b)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:(?:survival|vacancy|unemployment|jobless|literacy|mortality|fatality|default"
    r"|delinquency|response|failure|poverty|employment|participation) rate"
    r"|unemployment|turnout)(?: of [a-z ]{1,20})? "
    r"(?:of|was|is|reached|hit|stands at|stood at|(?:rose|fell|climbed|grew) to) "
    rf"(?P<n>{NUMBER}){_PERCENT}",
    re.IGNORECASE,
)
_CHINESE_SHARE = re.compile(
    rf"市场份额(?:已|将|则)?(?:达到|为|达|占|升至|增至|提高到|上升到|上升至)(?P<n>{NUMBER})%(?!的)"
)
_CHINESE_RATE = re.compile(
    r"(?P<what>失业率|空置率|死亡率|存活率|违约率|识字率|贫困率|就业率)"
    rf"(?:已|将)?(?:为|达到?|升至|降至|上升到|下降到|上升至|下降至)(?P<n>{NUMBER})%"
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
    r"\b(?P<what>prices?|costs?|unit sales|headcount|staff|weight|traffic|population)"
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


_WHOLE = "{} % is more than the whole: a share ends at 100 %."
_RATE_NOTE = "Such a rate ends at 100 %, and {} % is more."
_ENDING_AT_100 = (
    (_MARKET_SHARE, "A market share of {} % is more than the whole market."),
    (_SHARE_OF_WHOLE, _WHOLE),
    (_RATE, _RATE_NOTE),
    (_FALL_OVER_ALL, "Nothing falls by {} %: a fall of 100 % leaves nothing."),
)
_CHINESE_ENDING_AT_100 = (
    (_CHINESE_MEMBERS, _WHOLE),
    (_CHINESE_SHARE, _WHOLE),
    (_CHINESE_RATE, _RATE_NOTE),
)


def share_notes(text: str) -> Iterator[str]:
    """Yield a sentence for each share over 100 % and each count whose share is wrong.

    Only shares of persons and organisations, of seats, votes and markets, rates of a
    whole and falls of what cannot fall below nothing are held to 100 %: debt may well
    be 250 % of output, and emissions may fall by 110 %.
    """
    if not _PERCENT_TOLD.search(text):
        return
    over = _OVER_99.search(text) is not None
    for match in _OF_MEMBERS.finditer(text) if over else ():
        if plain(match["n"]) > 100 and not _GROWTH_BEFORE.search(
            text, max(0, match.start() - 60), match.start()
        ):
            yield _WHOLE.format(match["n"])
    if over:
        yield from _over_100(text, _ENDING_AT_100)
    for match in _COUNTED.finditer(text):
        yield from _count_note(match)


def chinese_share_notes(text: str) -> Iterator[str]:
    """Yield the same for shares and rates of a whole in Chinese."""
    yield from _over_100(text, _CHINESE_ENDING_AT_100)


def _over_100(
    text: str, rules: tuple[tuple[re.Pattern[str], str], ...]
) -> Iterator[str]:
    for pattern, note in rules:
        for match in pattern.finditer(text):
            if plain(match["n"]) > 100:
                yield note.format(match["n"])


def _count_note(match: re.Match[str]) -> Iterator[str]:
    part, whole, stated = plain(match["part"]), plain(match["whole"]), plain(match["n"])
    if not 0 < part <= whole:
        return
    share = part / whole * 100
    if abs(share - stated) > max(1.0, half_step(match["n"])):
        count = f"{match['part']} of {match['whole']}"
        yield f"{count} is {shown(share)} %, not {match['n']} %."
