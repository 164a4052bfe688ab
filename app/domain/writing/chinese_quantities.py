"""Find the quantities of a Chinese sentence, and the part that each plays. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.writing.quantities import Quantity

_WORDED = r"[一二两三四五六七八九十百千]+"
_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?|"
    rf"{_WORDED}分之{_WORDED}|"
    rf"{_WORDED}(?=[多余]?[万亿倍成个家项种座名人年月天]))"
)
_HEDGE = r"(?:大约|约|近|将近|接近|超过|逾|至少|不足|不到|高达|多达|最多)?"
_SCALE = r"[多余]?(?:万亿|千亿|百亿|亿|千万|百万|万|千)?"
_MEASURE = (
    r"(?:美元|元|欧元|日元|韩元|英镑|港元|瑞士法郎|法郎|卢比|卢布|雷亚尔|比索|加元|澳元|"
    r"吨|公斤|千克|克|桶|千瓦时|吉瓦时|兆瓦时|太瓦时|亿瓦时|瓦时|千瓦|吉瓦|兆瓦|"
    r"公里|平方公里|平方米|立方米|米|公顷|亩|海里|纳米|"
    r"倍|成|个基点|个月|个小时|小时|分钟|秒|年|天|周|岁|"
    r"人次|人|名|家|个|项|种|座|辆|台|架|艘|所|条|例|份|户|次|度|摄氏度|部|件|套|颗|枚|张|只|头|株)?"
)
_UNIT = rf"(?:%|％|个百分点|{_SCALE}{_MEASURE})"
_RANGE = rf"(?:(?:%|％|{_SCALE})(?:至|到|[-–~～])\d[\d,]*(?:\.\d+)?)?"
QUANTITY = re.compile(rf"{_HEDGE}{_NUMBER}{_RANGE}{_UNIT}(?:以上|以下|左右|上下|之多)?")
_DATE = re.compile(r"^(?:1[5-9]|20|21)\d\d年?$|^\d+[月日号]")
#: What stands before a figure that others are only measured against.
_BASE = re.compile(
    r"(?:从|自|由|比|较|相比|高于|低于|多于|少于|优于|每|第|超出|在|原有|原来的?|此前的?)"
    r"(?:约)?$|"
    r"(?:高于|低于|多于|少于|超过|领先|不及)[^，。；]{1,12}的(?:约)?$|"
    r"(?:高于|低于|多于|少于|超过)[^，。；]{1,24}和[^，。；]{1,8}的$"
)
_CHANGE = re.compile(
    r"(?:增长|增加|下降|减少|上升|提高|降低|上涨|下跌|缩短|扩大|提升|跌幅|涨幅|增幅|降幅|"
    r"增|降|升|涨|跌)了?(?:约)?$"
)
_LEVEL = re.compile(
    r"(?:达到|高达|达|为|至|到|有|突破|需要|需|花费|可|是|共|出口|进口|生产|销售|投资|"
    r"净利润|收入|销量|产量)了?$"
)
_SHARE = re.compile(r"占[^，。；]{0,16}的?$")
_BOUND = re.compile(r"超过|逾|至少|不足|不到|高达|多达|最多|以上|以下|之多|多")


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity of a sentence with its part; offsets are those in the sentence."""

    start: int
    end: int
    text: str
    part: str


def _part(sentence: str, match: re.Match[str]) -> str | None:
    """Name the part that a quantity plays; None where it is not to be asked."""
    text, before = match.group(), sentence[: match.start()]
    bare = re.fullmatch(r"[\d,.]+", text) is not None
    aged = text.endswith("岁") and re.match(r"及以|以|的", sentence[match.end() :])
    if aged or re.search(r"满$", before) or re.match(r"两[项个者]$", text):
        return None
    if re.match(r"一(?!半|[十百千万亿分])", text):
        return None
    if _DATE.match(text) or _BASE.search(before) or bare:
        return None
    if re.search(r"[A-Za-z第-]$", before) or re.match(
        r"[A-Za-z月日号年代届期强来]", sentence[match.end() :]
    ):
        return None
    if _CHANGE.search(before) or text.endswith("倍"):
        return "change"
    shared = text.endswith(("%", "％", "成")) or "分之" in text
    if shared and (sentence[match.end() :][:1] == "的" or _SHARE.search(before)):
        return "share"
    if re.search(r"[年月周天]$", text):
        return "period"
    return "level" if _LEVEL.search(before) else "count"


def find_chinese(sentence: str) -> Iterator[Found]:
    """List the quantities of a sentence that may be asked for."""
    for match in QUANTITY.finditer(sentence):
        part = _part(sentence, match)
        if part is not None:
            yield Found(match.start(), match.end(), match.group(), part)


def count_figures(sentence: str) -> int:
    """Count the quantities of a sentence, years and dates left out."""
    found = (match.group() for match in QUANTITY.finditer(sentence))
    return sum(not _DATE.match(text) and not text.isdigit() for text in found)


def as_quantity(text: str) -> Quantity | None:
    """Return one plain figure as a quantity; None for a range, a bound, words.

    Its value is the number as printed: other figures are made from that.
    """
    numbers = re.findall(r"\d[\d,]*(?:\.\d+)?", text)
    if len(numbers) != 1 or _BOUND.search(text) or "分之" in text:
        return None
    value = float(numbers[0].replace(",", ""))
    unit = re.sub(r"^.*?\d[\d,.]*", "", text)
    unit = "%" if unit[:1] in ("%", "％") else unit
    return Quantity(0, len(text), text, "", value, value, unit, "")
