"""Check that what is said to rise from one figure to another does rise."""

import re
from collections.abc import Iterator

from app.domain.claim_notes.changes import stated_changes
from app.domain.claim_notes.figures import (
    NUMBER,
    chinese_figure_pattern,
    figure_in,
    figure_pattern,
)

_RISES = r"rose|grew|increased|climbed|jumped|surged|soared|expanded"
_FALLS = r"fell|dropped|declined|decreased|plunged|shrank|slumped|tumbled"
_RAISES = r"raised|increased|lifted"
_LOWERS = r"cut|reduced|lowered|slashed"
_WAS = r"(?:was|were|been|being) "
_BY = rf"(?: (?:by )?{NUMBER} ?(?:%|percent|per cent))?(?: [a-z]+ly)?"
_WORD = r"(?: (?:[A-Za-z][\w'’-]*|(?:19|20)\d\d))"
_FROM_TO = (
    rf" from {figure_pattern('a')}(?P<a_words>{_WORD}{{0,4}}?),? to"
    rf" {figure_pattern('b')}"
    rf"(?P<b_words>{_WORD}{{0,3}})"
)
_TURN = re.compile(
    rf"\b(?:(?P<up>{_RISES}|{_WAS}(?:{_RAISES}))"
    rf"|(?P<down>{_FALLS}|{_WAS}(?:{_LOWERS}))"
    rf"|(?:(?P<raise>{_RAISES})|(?P<lower>{_LOWERS}))"
    rf" (?:its|the|their|his|her)(?: [a-z]+){{1,3}}?){_BY}{_FROM_TO}",
    re.IGNORECASE,
)
#: A cheap sign that the pattern above is worth trying.
_FROM_FIGURE = re.compile(r" from [$€£¥A-Z]{0,3}\d", re.IGNORECASE)
#: What a greater figure makes lower: ranks, the price of another currency, losses.
_REVERSED = re.compile(
    r"\b(?:rank\w*|places?|position|table|seeds?|seeded|league|ratings?|rated|numbers?"
    r"|no\.|exchange|currency|currencies|yen|lira|yuan|renminbi|rupees?|pesos?|won"
    r"|francs?|rand|kron[ae]r?|rubles?|roubles?|real|ringgit|baht|zloty|forint|loss\w*"
    r"|deficits?"
    r"|shortfall|odds|pace|temperatures?|degrees|minus|below|negative|age|grade|spread"
    r"|discount|yields?)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"^ (?:less|more|lower|higher|fewer|in|per|an?|out|below|above)\b"
)
# Small bare numbers after these verbs may be ranks.
_MAY_BE_RANKS = frozenset(["rose", "climbed", "jumped", "fell", "dropped", "tumbled"])
_CHINESE = re.compile(
    rf"[从由]{chinese_figure_pattern('a')}(?P<a_word>[\u4e00-\u9fff]{{0,3}}?)(?:大幅|逐步|迅速"
    rf"|小幅)?"
    r"(?:(?P<up>上涨|上升|增长|增加|提高|攀升|升|增|涨)|(?P<down>下降|下跌|减少|降低|下滑|回落|降|跌|减))(?:至|到)"
    rf"{chinese_figure_pattern('b')}(?P<b_word>[\u4e00-\u9fff]{{0,3}})"
)
_CHINESE_REVERSED = re.compile(
    r"汇率|日元兑|人民币兑|排名|名次|位次|亏损|赤字|逆差|缺口|零下|负|折扣|贴水|第"
)


def turn_notes(text: str) -> Iterator[str]:
    """Yield a sentence for each rise that falls by its figures, and the reverse.

    Ranks, exchange rates, losses and what is measured below nought are left alone:
    there the greater figure may be the lower one.
    """
    if not _FROM_FIGURE.search(text) or _REVERSED.search(text):
        return
    for match in _TURN.finditer(text):
        rises = bool(match["up"] or match["raise"])
        verb = (match["up"] or match["down"] or "").lower()
        after = figure_in(match, "b")
        bare = not after.unit and not after.scaled and after.value < 100
        if (bare and verb in _MAY_BE_RANKS) or _OTHERWISE.match(match["b_words"]):
            continue
        changes = stated_changes(text, match)
        if changes and all(change.rises != rises for change in changes):
            yield changes[-1].turned()


def chinese_turn_notes(text: str) -> Iterator[str]:
    """Yield the same for Chinese: 从A上涨至B."""
    if _CHINESE_REVERSED.search(text):
        return
    for match in _CHINESE.finditer(text):
        before, after = figure_in(match, "a"), figure_in(match, "b")
        unit = match["a_word"]
        told = bool(unit and match["b_word"].startswith(unit))
        if before.unit != after.unit or not (told or before.unit == "%"):
            continue
        if before.scaled != after.scaled or before.value == after.value:
            continue
        rises = after.value > before.value
        if rises != bool(match["up"]):
            told_as, meant = ("fall", "rise") if rises else ("rise", "fall")
            yield f"From {before.text} to {after.text} is a {meant}, not a {told_as}."
