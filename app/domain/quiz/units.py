"""Know numbers, magnitudes and units by the ways people type them. Pure.

Every unit leads to the one it is compared in and a factor: 0.6 cents is $0.006, two
years are 24 months.
"""

from decimal import Decimal

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_HAN = "零一二三四五六七八九十"

#: Number words, in English and Chinese.
NUMBER_WORDS: dict[str, Decimal] = {
    **{word: Decimal(n) for n, word in enumerate(_ONES.split())},
    **{word: Decimal(10 * n) for n, word in enumerate(_TENS.split(), start=3)},
    **{word: Decimal(n) for n, word in enumerate(_HAN)},
    "两": Decimal(2),
    "dozen": Decimal(12),
}

#: Words that stand for a share of the whole.
SHARE_WORDS: dict[str, Decimal] = {
    "half": Decimal(1) / 2,
    "third": Decimal(1) / 3,
    "quarter": Decimal(1) / 4,
    "fifth": Decimal(1) / 5,
    "sixth": Decimal(1) / 6,
    "eighth": Decimal(1) / 8,
    "tenth": Decimal(1) / 10,
    "一半": Decimal(1) / 2,
}

#: Words that stand for so many times.
TIMES_WORDS: dict[str, Decimal] = {
    **dict.fromkeys(("double", "doubled", "twice", "翻倍"), Decimal(2)),
    **dict.fromkeys(("triple", "tripled", "thrice"), Decimal(3)),
    **dict.fromkeys(("quadruple", "quadrupled"), Decimal(4)),
}

MAGNITUDES: dict[str, Decimal] = {
    **dict.fromkeys(("hundred", "百"), Decimal(10**2)),
    **dict.fromkeys(("thousand", "k", "千"), Decimal(10**3)),
    "万": Decimal(10**4),
    **dict.fromkeys(("million", "m", "mn", "mio", "百万"), Decimal(10**6)),
    "亿": Decimal(10**8),
    **dict.fromkeys(("billion", "b", "bn", "十亿"), Decimal(10**9)),
    **dict.fromkeys(("trillion", "tn", "trn", "万亿"), Decimal(10**12)),
}

#: The unit of shares; 60 % is 0.6 of the whole.
SHARE = "share"
TIMES = "times"


def _unit(names: str, unit: str, factor: str = "1") -> dict[str, tuple[str, Decimal]]:
    return dict.fromkeys(names.split(), (unit, Decimal(factor)))


#: How a unit is typed (singular) -> the unit compared in, and how many of it make one.
UNITS: dict[str, tuple[str, Decimal]] = {
    **_unit("% percent pct 百分之", SHARE, "0.01"),
    **_unit("point pp 百分点 个百分点", "point"),
    **_unit("bp", "point", "0.01"),
    **_unit("x × time fold 倍", TIMES),
    **_unit("$ us$ usd dollar 美元", "usd"),
    **_unit("cent ¢ 美分", "usd", "0.01"),
    **_unit("€ eur euro 欧元", "eur"),
    **_unit("£ gbp pound 英镑", "pound"),
    **_unit("¥", "¥"),
    **_unit("cny rmb yuan 元 人民币", "cny"),
    **_unit("jpy yen 日元", "jpy"),
    **_unit("ns nanosecond", "second", "1e-9"),
    **_unit("microsecond", "second", "1e-6"),
    **_unit("ms millisecond 毫秒", "second", "0.001"),
    **_unit("s sec second 秒", "second"),
    **_unit("min minute 分钟", "second", "60"),
    **_unit("h hr hour 小时", "second", "3600"),
    **_unit("d day 天 日", "second", "86400"),
    **_unit("wk week 周 星期", "second", "604800"),
    **_unit("mo month 月 个月", "month"),
    **_unit("yr y year 年", "month", "12"),
    **_unit("decade", "month", "120"),
    **_unit("century", "month", "1200"),
    **_unit("mg milligram", "gram", "0.001"),
    **_unit("g gram 克", "gram"),
    **_unit("kg kilo kilogram kilogramme 公斤 千克", "gram", "1e3"),
    **_unit("ton tonne 吨", "gram", "1e6"),
    **_unit("nm nanometre nanometer 纳米", "metre", "1e-9"),
    **_unit("mm millimetre millimeter 毫米", "metre", "0.001"),
    **_unit("cm centimetre centimeter 厘米", "metre", "0.01"),
    **_unit("metre meter 米", "metre"),
    **_unit("km kilometre kilometer 公里 千米", "metre", "1e3"),
    **_unit("mile", "mile"),
    **_unit("w watt 瓦", "watt"),
    **_unit("kw kilowatt 千瓦", "watt", "1e3"),
    **_unit("mw megawatt 兆瓦", "watt", "1e6"),
    **_unit("gw gigawatt 吉瓦", "watt", "1e9"),
    **_unit("tw terawatt", "watt", "1e12"),
    **_unit("wh", "watt hour"),
    **_unit("kwh", "watt hour", "1e3"),
    **_unit("mwh", "watt hour", "1e6"),
    **_unit("gwh", "watt hour", "1e9"),
    **_unit("twh", "watt hour", "1e12"),
    **_unit("kb kilobyte", "byte", "1e3"),
    **_unit("mb megabyte", "byte", "1e6"),
    **_unit("gb gigabyte", "byte", "1e9"),
    **_unit("tb terabyte", "byte", "1e12"),
    **_unit("°c celsius 摄氏度 度", "°c"),
    **_unit("°f fahrenheit", "°f"),
}

_MEASURES = frozenset(unit for unit, _ in UNITS.values())

#: What one sign may mean.
_EITHER = {"¥": frozenset({"cny", "jpy"})}


def is_measure(unit: str) -> bool:
    """Say whether a unit is one of the table, not just the noun that is counted."""
    return unit in _MEASURES


def is_same_unit(one: str, other: str) -> bool:
    """Say whether two units can mean the same; ¥ is yuan or yen."""
    return (
        one == other or other in _EITHER.get(one, ()) or one in _EITHER.get(other, ())
    )


def singular(word: str) -> str:
    """Return a unit or counted noun without its plural ending, as the table has it."""
    if word in UNITS or len(word) < 3 or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]
