"""Recognise the words that open a part: core insight, group, title, source."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from app.domain.reading.script import is_cjk
from app.domain.reading.sentences import CLOSERS, STOPS


class Part(Enum):
    """What a label opens."""

    CORE = auto()
    SUMMARY = auto()
    GROUP = auto()
    TITLE = auto()
    SOURCE = auto()
    REFERENCES = auto()


@dataclass(frozen=True, slots=True)
class Label:
    """A label at `start`; what it opens begins at `end`.

    `separated` tells whether a colon, dash or the like stands between the two,
    `dashed` whether that is a dash, so that the first item may follow at once, `worded`
    whether a group is called one, rather than a part or section, `counted` whether a
    title is called "Article 1".
    """

    part: Part
    start: int
    end: int
    number: int | None = None
    separated: bool = True
    dashed: bool = False
    worded: bool = False
    counted: bool = False


_BOLD = r"[*_]{0,3}"
_HAN_NUMBER = "[一二三四五六七八九十]{1,3}"
_NUMBER = rf"(?:\d{{1,3}}|{_HAN_NUMBER})"
_COUNTING = "one two three four five six seven eight nine ten eleven twelve"
_ROMAN = "(?-i:[IVX]{1,5}(?![A-Za-z]))"
_LETTER = "(?-i:[A-HJ-UWYZ](?![A-Za-z]))"
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_NUMBER_WORDS = {word: value for value, word in enumerate(_COUNTING.split(), 1)}
_HAN_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九", 1)}
_CORE = (
    r"(?:core|key|main|central)\s{1,3}(?:insight|viewpoint|view|idea|message|point|takeaway"
    r"|argument|thesis|conclusion|finding)s?"
    "|核心(?:[观觀][点點]|要[点點]|洞察|洞[见見]|[见見]解|[结結][论論]|[内內]容|思想|[论論][点點]"
    "|摘要|提示|看[点點]|信息|[资資][讯訊])"
)
# What a list of several points is called, rather than one insight.
LISTS_POINTS = re.compile(
    r"\W{0,3}(?:key|main|core|central)\s{1,3}"
    r"(?:insight|point|message|takeaway|argument|conclusion|finding)s\b"
    "|\\W{0,3}(?:核心)?(?:要[点點]|看[点點])",
    re.IGNORECASE,
)
_SUMMARY = (
    r"(?:executive\s)?summary|abstract|overview|tl;?dr|in\sbrief|bottom\sline|conclusion"
    "|摘要|概要|概述|[导導][读讀]|[总總][结結]|[结結][论論]|[结結][语語]|小[结結]"
)
_GROUP_EN = (
    r"(?:(?P<word>group)|section|part|theme|topic|chapter|cluster|category)\s{0,3}#?"
    rf"(?:(?P<en>\d{{1,3}}|{'|'.join(_NUMBER_WORDS)}|{_ROMAN})|(?P<letter>{_LETTER}))"
    r"(?:\s?(?:of|/)\s?\d{1,3})?"
)
_GROUP_ZH = (
    rf"第\s?(?P<zh>{_NUMBER})\s?(?:(?P<zh_word>[组組])|部分|章|[节節]|[类類])"
    rf"|(?:(?P<zh_word2>分[组組]|小[组組]|[组組][别別]|[组組])|主[题題]|部分)\s?(?P<zh2>{_NUMBER})"
)
_SEPARATOR = re.compile(
    rf"\s{{0,4}}{_BOLD}\s?(?:(?P<dash>[-–—]{{1,2}})(?=\s|$|[A-Z])|[:\uff1a|\uff5c、]|[.)\uff09](?=\s|$))"
    rf"\s{{0,4}}{_BOLD}"
)
_AT_START = re.compile(
    rf"[【「\[]?\s?{_BOLD}(?:(?P<core>{_CORE})|(?P<summary>{_SUMMARY})"
    rf"|(?P<group>{_GROUP_EN}|{_GROUP_ZH}))(?![\w%])(?![.,]\d){_BOLD}\s?(?P<close>[】」\]]?)",
    re.IGNORECASE,
)
_ALL_BOLD = re.compile(r"[*_]{2,3}[^*_]+[*_]{2,3}\s?")
_OUTLINE = re.compile(
    rf"(?:(?P<zh>{_HAN_NUMBER})[、.\uff0e]|[(\uff08](?P<zh2>{_HAN_NUMBER})[)\uff09])\s?"
)
_META = re.compile(
    rf"[(\uff08【\[]?{_BOLD}(?:(?P<title>title|headline|文章[标標][题題]|[标標][题題]|[题題]目"
    r"|(?P<counted>article\s?\d{1,2}(?:\s?(?:of|/)\s?\d{1,2})?|文章\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})))"
    r"|sources?|original(?:\s(?:source|article|link|text))?|via|links?|urls?|authors?"
    r"|published(?:\son)?|publication\sdate|publisher|date|posted(?:\son)?|byline"
    r"|written\sby|edited\sby|editors?|image|photo|tags|keywords"
    "|文章[来來]源|[资資]料[来來]源|信息[来來]源|[来來]源|出[处處]|原文(?:[链鏈]接|[连連][结結])?"
    "|[链鏈]接|[连連][结結]|作者|[发發][布佈表](?:[时時][间間]|日期)|日期|[时時][间間]"
    rf"|(?:[责責]任)?[编編][辑輯]|[记記]者|[图圖]源|[标標][签籤]|[关關][键鍵][词詞]){_BOLD}\s?[:\uff1a]{_BOLD}\s{{0,4}}",
    re.IGNORECASE,
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_BARE_META = re.compile(
    r"\d{1,4}[-/.年]\s?\d{1,2}(?:[-/.月]\s?\d{1,4})?日?(?:\s\d{1,2}:\d\d(?::\d\d)?)?$"
    rf"|(?:{_MONTHS})[a-z]{{0,6}}\.?\s\d{{1,2}},?\s\d{{4}}(?:\s?[·|,].{{0,60}})?$"
    rf"|\d{{1,2}}\.?\s(?:{_MONTHS})[a-z]{{0,6}}\.?\s\d{{4}}(?:\s?[·|,].{{0,60}})?$"
    r"|(?:last\s)?(?:posted|published|updated)(?:\s(?:on|in|at))?\s.{0,40}\d{4}.{0,40}$"
    r"|(?-i:[A-Z][A-Z .'’-]{2,40})(?:,|\s[-–—])\s[\w .,]{0,30}\d{4}"
    r"(?:\s[-–—]\s[^.!?]{0,60})?$"
    r"|(?:本[报報]|本刊|本[台臺]|新[华華]社)?\s?(?:[记記]者|通[讯訊][员員]|特[约約]撰稿)\s[^。]{1,30}$"
    r"|https?://\S{1,2000}$|©.{0,200}$"
    r"|by\s(?:our|(?:a\s)?staff|agencies)\b[^.!?]{0,60}$"
    r"|by(?-i:(?:\s(?:and|&|in|for|of|de|da|van|von))?\s[A-ZÀ-Þ][\w.'’-]{0,30},?){2,9}(?:\s?[,|·].{0,60})?$",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    rf"{_BOLD}(?:references?(?:\slist)?|bibliography|citations|footnotes|endnotes|sources"
    rf"|[参參]考[资資]料|[参參]考文[献獻]|引用(?:[来來]源)?|[注註][释釋]|[资資]料[来來]源){_BOLD}\s?[:\uff1a]?{_BOLD}$",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?=[CGScg核第组組来來资資文一二三四五六七八九十])(?:"
    r"(?<!\w)(?P<core>(?:[Cc]ore|CORE)\s{1,3}"
    r"(?:[Ii]nsight|[Vv]iewpoint|View|Idea|INSIGHT)[sS]?)(?!\w)"
    r"|(?P<zh_core>核心(?:[观觀][点點]|要[点點]|洞察|洞[见見]|[见見]解|[结結][论論]))"
    rf"|(?<!\w)(?P<group>(?P<word>[Gg]roup|GROUP)\s{{1,3}}(?P<en>\d{{1,3}}|[IVX]{{1,5}}))(?![\w%])(?![.,]\d)"
    rf"|(?P<zh_group>第\s?(?P<zh>{_NUMBER})\s?(?:(?P<zh_word>[组組])|部分)"
    rf"|(?<!\w)(?P<zh_word2>[组組])\s?(?P<zh2>{_NUMBER}))"
    rf"|(?P<listed>{_HAN_NUMBER})、"
    r"|(?<!\w)(?P<source>Sources?|[来來]源|[资資]料[来來]源|文章[来來]源)(?=\s?[:\uff1a]))"
)
# A source named behind a title, on the same line.
SOURCE_BEHIND = re.compile(
    r"(?<=[\s|\uff5c(\uff08·—-])(?:source|via|[来來]源|出[处處]|文章[来來]源)\s?[:\uff1a].{0,200}$",
    re.IGNORECASE,
)
_ITEM_SOON = re.compile(r"[^.!?。\uff01\uff1f]{0,150}?\s[-–—•]\s")


def label_at(text: str, start: int, end: int) -> Label | None:
    """Return the label that the line `text[start:end]` opens with, if any."""
    if _REFERENCES.match(text, start, end):
        return Label(Part.REFERENCES, start, end)
    meta = _META.match(text, start, end)
    if meta:
        part = Part.TITLE if meta["title"] else Part.SOURCE
        return Label(part, start, meta.end(), counted=bool(meta["counted"]))
    if _BARE_META.match(text, start, end):
        return Label(Part.SOURCE, start, end)
    match = _AT_START.match(text, start, end)
    if match:
        return _opening(text, match, end)
    outline = _OUTLINE.match(text, start, end)
    if outline:
        return Label(
            Part.GROUP, start, outline.end(), _value(outline["zh"] or outline["zh2"])
        )
    return None


def inline_labels(text: str, start: int, end: int, *, last: int) -> list[Label]:
    """Return the labels inside `text[start:end]`, where `last` group numbers were met.

    Inside a line a label counts only where a sentence has ended, and a group only with
    a number above the last one. The line's first core insight may follow a title.
    """
    found: list[Label] = []
    for match in _INLINE.finditer(text, start, end):
        label = _inside(text, match, start, end, last)
        if label is None or (found and label.start < found[-1].end):
            continue
        found.append(label)
        if label.part is Part.CORE:
            last = 0
        elif label.part is Part.GROUP:
            last = label.number or last
    return found


def follows_an_end(text: str, start: int, position: int) -> bool:
    """Tell whether `position` is the start or follows a full stop or a marker."""
    while position > start and (
        text[position - 1].isspace() or text[position - 1] in "*_#-•"
    ):
        position -= 1
    if position <= start:
        return True
    if text[position - 1] in "]\uff3d】〕":
        return True
    while position > start and text[position - 1] in CLOSERS:
        position -= 1
    return position > start and text[position - 1] in STOPS + ";\uff1b"


def _opening(text: str, match: re.Match[str], end: int) -> Label | None:
    part = Part.GROUP
    if match["core"]:
        part = Part.CORE
    elif match["summary"]:
        part = Part.SUMMARY
    return _labelled(text, match, part, end)


def _labelled(text: str, match: re.Match[str], part: Part, end: int) -> Label | None:
    groups = match.groupdict()
    number = next((groups[key] for key in ("en", "zh", "zh2") if groups.get(key)), None)
    separator = _SEPARATOR.match(text, match.end(), end)
    closed = bool(groups.get("close"))
    alone = not text[match.end() : min(end, match.end() + 8)].strip(" *_")
    plain = part is Part.GROUP and not groups.get("letter")
    bold = part is Part.CORE and bool(_ALL_BOLD.fullmatch(match.group()))
    bold = bold and not text[match.end() : match.end() + 1].islower()
    if separator is None and not (closed or alone or plain or bold):
        return None
    return Label(
        part=part,
        start=match.start(),
        end=separator.end() if separator else match.end(),
        number=_value(number) if number else None,
        separated=separator is not None or closed or alone or bold,
        dashed=separator is not None and bool(separator["dash"]),
        worded=any(groups.get(key) for key in ("word", "zh_word", "zh_word2")),
    )


def _inside(
    text: str, match: re.Match[str], start: int, end: int, last: int
) -> Label | None:
    after_end = follows_an_end(text, start, match.start())
    if match["source"]:
        separator = _SEPARATOR.match(text, match.end(), end)
        if separator is None or not after_end:
            return None
        return Label(Part.SOURCE, match.start(), separator.end())
    if match["core"] or match["zh_core"]:
        label = _labelled(text, match, Part.CORE, end)
        apart = match.start() == start or text[match.start() - 1].isspace()
        behind_title = apart and label is not None and (label.dashed or last == 0)
        behind_title = behind_title and not match.group()[0].islower()
        return label if after_end or behind_title else None
    if match["listed"]:
        number = _value(match["listed"])
        in_turn = after_end and number == last + 1
        return (
            Label(Part.GROUP, match.start(), match.end(), number) if in_turn else None
        )
    return _group_inside(text, match, end, last, after_end=after_end)


def _group_inside(
    text: str, match: re.Match[str], end: int, last: int, *, after_end: bool
) -> Label | None:
    label = _labelled(text, match, Part.GROUP, end)
    if label is None or label.number is None or label.number <= last:
        return None
    if label.separated and after_end:
        return label
    if (match["word"] or "").islower():
        return None
    if not after_end and (match["zh_group"] or label.number != last + 1):
        return None
    titled = text[label.end : label.end + 2].strip()[:1]
    opens = titled.isupper() or titled.isdigit() or titled == "-" or is_cjk(titled)
    return label if opens and _ITEM_SOON.match(text, label.end, end) else None


def _value(number: str) -> int | None:
    if number.isdigit():
        return int(number)
    if number.lower() in _NUMBER_WORDS:
        return _NUMBER_WORDS[number.lower()]
    if number[0] in _ROMAN_DIGITS:
        return _roman(number)
    tens, ten, ones = number.partition("十")
    if not ten:
        return _HAN_DIGITS.get(number)
    if (tens and tens not in _HAN_DIGITS) or (ones and ones not in _HAN_DIGITS):
        return None
    return 10 * _HAN_DIGITS.get(tens, 1) + _HAN_DIGITS.get(ones, 0)


def _roman(number: str) -> int | None:
    digits = [_ROMAN_DIGITS[char] for char in number]
    total = 0
    for digit, after in zip(digits, [*digits[1:], 0], strict=True):
        total += -digit if digit < after else digit
    return total
