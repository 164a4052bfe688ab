"""Check parts against the total that is told beside them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import prod

from app.domain.claim_notes.figures import (
    NUMBER,
    Figure,
    chinese_figure_pattern,
    figure_in,
    figure_pattern,
    half_step,
    plain,
    shown,
)

_FIGURE = re.compile(rf"(?<![\w.,–-]){figure_pattern('f')}", re.IGNORECASE)
_TOTAL = figure_pattern("total")
_HEDGE = (
    r"(?P<hedge>about |around |nearly |almost |roughly |some |just |over |more than )?"
)
_CUES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf",? together,? (?:(?:come|came|add up|amount|amounted) to |hold |held |have "
        rf"|had"
        rf" |make up |made up |account for |accounted for |make |made |are |were )?"
        rf"{_HEDGE}{_TOTAL}",
        rf"[,;:(–—-] ?(?:for |or |making |giving |bringing )?a total of"
        rf" {_HEDGE}{_TOTAL}",
        rf",? (?:and )?add(?:ed)? up to {_HEDGE}{_TOTAL}",
        rf", (?:or )?{_HEDGE}{_TOTAL}(?: [a-z]+)? (?:in total|in all|altogether"
        rf"|combined)\b",
    )
)
#: A cheap sign that one of the patterns above is worth trying.
_MAY_ADD_UP = re.compile(
    r"together|a total of|add(?:ed)? up to|in (?:total|all)\b|combined", re.IGNORECASE
)
#: Words by which the figures before are no plain parts of the total behind.
_NO_PARTS = re.compile(
    r"\b(?:of which|of whom|of them|among|including|included|net|minus|less|more|out"
    r" of|than"
    r"|each|every|apiece|twice|double\w*|half|halves|thirds?|quarters?|per|from|up|down"
    r"|rose|fell|grew|(?<!\d )against|versus|compared|with its|between|about|around"
    r"|nearly|almost"
    r"|over|some|at least|as many|as much|respectively|first|average|if|another|already"
    r"|would|plus or)\b",
    re.IGNORECASE,
)
_FROM_PLACES = re.compile(r"\bfrom (?=[A-Za-z])", re.IGNORECASE)
_SMALL_WORDS = (
    "a an and are as at away by came come costs for from go had have he held hold in"
    " is it"
    " its of on or she that the their they to was were which who will with against yes"
    " no"
    " together add added all altogether wait make makes"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_WORD_AFTER = re.compile(r"[ -]([A-Za-z]+)")
_NAMED = re.compile(r"(?:^|\s)[A-Z][\w&]*\s$")
_NAMES_BEFORE = frozenset(
    ["phase", "unit", "units", "line", "lines", "group", "part", "article", "q", "no"]
)
_ADDED = re.compile(
    rf"[Aa] total of {figure_pattern('total')} (?P<noun>[a-z]+), {figure_pattern('a')}"
    rf" [a-z]+ and {figure_pattern('b')} [a-z]+[,.]"
)
_LISTED = re.compile(
    rf"{figure_pattern('total')}: {figure_pattern('a')} (?P<by>from|in|for|by)"
    rf" [^,\d:;]+? and {figure_pattern('b')} (?P=by) [^,\d:;]+?\.?$"
)
_OPPOSED = (
    (r"for|in favou?r|yes|pro", r"against|no"),
    (r"yes", r"no"),
    (r"agreed?", r"disagreed?"),
    (r"approved?|support(?:ed)?", r"oppose[ds]?|reject(?:ed)?|disapproved?"),
    (r"won", r"lost"),
    (r"passed", r"failed"),
)
_OF_WHOLE = tuple(
    re.compile(
        rf"\bof the (?P<whole>{NUMBER}) [a-z]+, (?P<a>{NUMBER}) (?:[a-z]+"
        rf" ){{0,2}}(?:{one})"
        rf",? (?:and|but) (?P<b>{NUMBER}) (?:[a-z]+ ){{0,2}}(?:{other})\b",
        re.IGNORECASE,
    )
    for one, other in _OPPOSED
)
_PERCENT = " ?(?:%|percent|per cent)"
_UNSURE = r"not know|no opinion|undecided|unsure|not sure|don['’]t know|abstained"
_ANSWERED = tuple(
    re.compile(
        rf"(?P<a>{NUMBER}){_PERCENT} (?:[a-z]+ ){{0,2}}(?:{one})\b[^.;\d%]{{0,12}}?"
        rf"(?P<b>{NUMBER}){_PERCENT} (?:[a-z]+ ){{0,2}}(?:{other})\b"
        rf"(?:[^.;\d%]{{0,12}}?(?P<c>{NUMBER}){_PERCENT} (?:[a-z]+"
        rf" ){{0,2}}(?:{_UNSURE}))?",
        re.IGNORECASE,
    )
    for one, other in _OPPOSED
)
_CONSISTS = re.compile(
    r"\b(?:consists? of|(?:is|are) (?:made up|composed) of|comprises?|splits? into"
    rf"|(?:is|are) divided into)(?P<list>(?:,?(?: and)? {NUMBER}{_PERCENT}"
    r"(?: [a-z-]+){1,3}){2,})",
    re.IGNORECASE,
)
_SHARE_IN_LIST = re.compile(rf"({NUMBER}){_PERCENT}")

_HAN_FIGURE = re.compile(
    rf"{chinese_figure_pattern('f')}(?P<word>[\u4e00-\u9fffA-Za-z]{{0,2}})"
)
_HAN_TOTAL = re.compile(
    rf"[,，;；](?:两者|三者|二者|\d{{4}}年)?(?:合计|共计|总计|一共|总共|共)"
    r"[\u4e00-\u9fff]{0,2}?"
    rf"{chinese_figure_pattern('total')}(?P<word>[\u4e00-\u9fffA-Za-z]{{0,2}})"
)
_HAN_DATE_UNITS = frozenset("年月日号")
_HAN_NO_PARTS = re.compile(
    r"其中|包括|占比|每|平均|约|超|近|逾|比|从|由|至|多|余|第|除|净"
)
_HAN_ANSWERED = re.compile(
    rf"(?P<a>{NUMBER})%(?:的人)?(?:表示)?(?:赞成|支持|同意)[,，、](?P<b>{NUMBER})%(?:的人)?(?:表示)?"
    rf"(?:反对|不支持|不同意)(?:[,，、](?P<c>{NUMBER})%(?:的人)?(?:表示)?(?:不确定|不知道|弃权|未表态))?"
)


def sum_notes(text: str) -> Iterator[str]:
    """Yield a sentence for each total that its parts do not add up to.

    Only figures that are told as all the parts of the total are added: of one unit,
    none hedged, nothing like "of which" between. Rounding is allowed for. Answers that
    exclude each other (yes and no) and what something consists of end at 100 %.
    """
    if _MAY_ADD_UP.search(text):
        for cue in _CUES:
            for match in cue.finditer(text):
                yield from _total_note(text, match)
    yield from _listed_notes(text)
    for pattern in _OF_WHOLE if "of the " in text.lower() else ():
        for match in pattern.finditer(text):
            yield from _over_whole(match)
    if sum(map(plain, _SHARE_IN_LIST.findall(text))) > 100:
        yield from _over_all(text)


def _listed_notes(text: str) -> Iterator[str]:
    """Yield a sentence for each total that the two parts behind it do not make."""
    for match in _ADDED.finditer(text):
        parts, total = _parts_of(match)
        if sum(part.value for part in parts) > total.value:
            yield from _sum_note([parts], total)
    for match in _LISTED.finditer(text) if ": " in text else ():
        parts, total = _parts_of(match)
        if parts and not _NO_PARTS.search(_FROM_PLACES.sub("", match[0])):
            yield from _sum_note([parts], total)


def _parts_of(match: re.Match[str]) -> tuple[list[Figure], Figure]:
    """Return two parts and their total, no parts where the units differ."""
    parts, total = [figure_in(match, name) for name in "ab"], figure_in(match, "total")
    return (parts if _one_unit([*parts, total]) else []), total


def _over_whole(match: re.Match[str]) -> Iterator[str]:
    added = plain(match["a"]) + plain(match["b"])
    if added > plain(match["whole"]):
        yield (
            f"{match['a']} and {match['b']} are {shown(added)} together, more than"
            f" {match['whole']}."
        )


def chinese_sum_notes(text: str) -> Iterator[str]:
    """Yield the same for Chinese: A,B,合计T."""
    for match in _HAN_TOTAL.finditer(text):
        yield from _chinese_total_note(text, match)
    for match in _HAN_ANSWERED.finditer(text):
        yield from _hundred_note([match["a"], match["b"], match["c"]])


def _over_all(text: str) -> Iterator[str]:
    found = [match for pattern in _ANSWERED for match in pattern.finditer(text)]
    for match in found[:1]:
        yield from _hundred_note([match["a"], match["b"], match["c"]])
    for match in _CONSISTS.finditer(text):
        yield from _hundred_note(_SHARE_IN_LIST.findall(match["list"]))


def _hundred_note(numbers: list[str | None]) -> Iterator[str]:
    told = [number for number in numbers if number]
    added = sum(map(plain, told))
    if added - sum(map(half_step, told)) > 100.5:
        yield f"{_listed(told)} % are {shown(added)} % together: a whole has 100 %."


def _listed(parts: list[str]) -> str:
    return ", ".join(parts[:-1]) + f" and {parts[-1]}"


def _total_note(text: str, match: re.Match[str]) -> Iterator[str]:
    begin = max(text.rfind(stop, 0, match.start()) for stop in (". ", "; ", "? ", "! "))
    before = text[begin + 1 : match.start()]
    found = [one for one in _FIGURE.finditer(before) if _is_part(before, one)]
    total = figure_in(match, "total")
    parts = [figure_in(one, "f") for one in found]
    after = _word_after(text, match.end("total"))
    words = [_word_after(before, one.end()) for one in found]
    if (
        not 2 <= len(parts) <= 6
        or (match["hedge"] or "").strip()
        or _NO_PARTS.search(_FROM_PLACES.sub("", before))
        or not _one_unit([*parts, total])
        or not _one_noun(words, after)
    ):
        return
    yield from _sum_note(_readings(parts), total)


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Say whether a figure counts: no year, no number of a name ("Unit 2")."""
    if figure_in(match, "f").looks_like_a_year:
        return False
    before = text[: match.start()]
    words = before.lower().split()
    named = _NAMED.search(before) and before.strip() and not before.endswith("$")
    return not (named and words and words[-1] in _NAMES_BEFORE)


def _word_after(text: str, end: int) -> str:
    found = _WORD_AFTER.match(text, end)
    word = found[1].lower() if found else ""
    return "" if word in _SMALL else word.rstrip("s")


def _one_noun(words: list[str], after: str) -> bool:
    """Say whether the total counts what the parts count."""
    told = {word for word in words if word}
    return after in told if after else len(told) <= 1


def _one_unit(figures: list[Figure]) -> bool:
    return len({figure.unit for figure in figures}) == 1


def _readings(parts: list[Figure]) -> list[list[Figure]]:
    """Return how the parts may be meant: the 5 of "5 and 10 million" has two ways."""
    scaled = [part for part in parts if part.scaled]
    if not scaled or len(scaled) == len(parts):
        return [parts]
    like = scaled[-1]
    return [parts, [part if part.scaled else part.scaled_like(like) for part in parts]]


def _sum_note(readings: list[list[Figure]], total: Figure) -> Iterator[str]:
    for parts in readings:
        values = [part.value for part in parts]
        room = _room(parts, total)
        # "Three rounds of 5, for a total of 15" multiplies.
        if min(abs(sum(values) - total.value), abs(prod(values) - total.value)) <= room:
            return
    parts = readings[-1]
    added = sum(part.value for part in parts)
    yield (
        f"{_listed([part.text for part in parts])} add up to"
        f" {_told_like(added, total)},"
        f" not {total.text}."
    )


def _room(parts: list[Figure], total: Figure) -> float:
    """Return how far rounding may part a sum from its total."""
    coarse = total.give
    if any(_step(part) < _step(total) for part in parts):
        coarse = max(coarse, _step(total) / 2)
    return coarse + sum(part.give for part in parts) + 1e-9


def _step(figure: Figure) -> float:
    """Return the unit of the last digit that is not nought: 1,000 for 26,000."""
    step = figure.give * 2
    while figure.value and abs(figure.value / (step * 10) % 1) < 1e-9:
        step *= 10
    return step


def _told_like(value: float, total: Figure) -> str:
    """Write a sum in the way its stated total is written."""
    digits = re.search(NUMBER, total.text)
    if digits is None:
        return shown(value)
    scale = total.value / plain(digits[0])
    return total.text.replace(digits[0], shown(value / scale))


def _chinese_total_note(text: str, match: re.Match[str]) -> Iterator[str]:
    begin = max(text.rfind(stop, 0, match.start()) for stop in "。；;")
    before = text[begin + 1 : match.start()]
    found = [
        one
        for one in _HAN_FIGURE.finditer(before)
        if one["word"][:1] not in _HAN_DATE_UNITS
    ]
    total = figure_in(match, "total")
    parts = [figure_in(one, "f") for one in found]
    units = [one["word"] for one in found]
    if (
        not 2 <= len(parts) <= 6
        or _HAN_NO_PARTS.search(before)
        or not _one_unit([*parts, total])
        or not _one_measure([*units, match["word"]])
    ):
        return
    yield from _sum_note([parts], total)


def _one_measure(units: list[str]) -> bool:
    """Say whether all figures have one measure word; the last sign may be a noun's."""
    if any(not unit for unit in units):
        return not any(units)
    return all(one[0] == other[0] for one, other in pairwise(units))
