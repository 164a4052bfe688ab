"""Write the candidates of a Chinese claim by patterns, without a parser.

The claim is shown in its own words with one gap: on the end of a way (从…增至…), on a
quantity with its measure word, on what is preferred (而不是), on a reason (由于).
"""

import re

from app.domain.card import GAP, Kind
from app.domain.writing.candidate import Candidate
from app.domain.writing.weights import worth

_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?|"
    r"[一二两三四五六七八九十百千]+(?=[多余]?[万亿倍成个家项种座名人年月天]))"
)
_HEDGE = r"(?:大约|约为|约|近|将近|接近|超过|逾|至少|不足|不到|高达|多达|最多)?"
_UNIT = (
    r"(?:%|％|个百分点|[多余]?(?:万亿|千亿|百亿|亿|千万|百万|万|千)?"
    r"(?:美元|元|欧元|日元|英镑|港元|吨|桶|千瓦时|千瓦|吉瓦|兆瓦|公里|平方公里|平方米|米|公顷|亩|"
    r"倍|成|个月|个小时|小时|分钟|年|天|周|岁|人次|人|名|家|个|项|种|座|辆|台|架|艘|所|条|例|份|户|次|度|摄氏度)?)"
)
_QUANTITY = re.compile(
    rf"{_HEDGE}{_NUMBER}(?:%|％)?(?:(?:至|到|[-–~～])\d[\d,]*(?:\.\d+)?)?{_UNIT}"
    r"(?:以上|以下|左右|上下)?"
)
_DATE = re.compile(r"^(?:1[5-9]|20|21)\d\d年?$|^\d+[月日号]")
_FROM_TO = re.compile(
    r"从[^，。；]{1,24}?(?:大幅|逐步|迅速|一路)?"
    r"(?:降至|降到|降低到|下降到|下降至|增至|增加到|增长到|增长至|升至|上升到|上升至|扩大到|缩短到|缩短至|转向|变为|变成|提高到|提高至)"
    r"(?:(?:19|20)\d\d年[^，。；的]{0,4}的)?"
    r"(?P<end>[^，。；、]{1,20})"
)
_CAUSE = re.compile(
    r"(?:主要)?(?P<marker>由于|因为|得益于|归因于|源于|取决于)(?P<end>[^，。；]{3,36}?)"
    r"(?=而|导致|使得|造成|，|。|；|$)"
)
_RATHER = re.compile(
    r"(?:是|为|在于|取决于|转向)(?P<end>[^，。；是为]{2,20})，?而(?:不是|非)"
)
_BASE = re.compile(r"(?:从|自|比|较|相比|高于|低于|每|第|超出|在)$")
_CHANGE = re.compile(
    r"(?:增长|增加|下降|减少|上升|提高|降低|上涨|下跌|缩短|扩大|提升|增|降|升|涨|跌)了?$"
)
_LEVEL = re.compile(r"(?:达到|达|为|至|到|有|占|突破|需要|需|花费|可|是|共)了?$")
_SHARE = re.compile(r"的")
_POINTER = re.compile(r"^(?:这|那|该|此|其|它|他|她|上述|前者|后者)")
_LONG, _VERY_LONG = 60, 90


def _sentences(claim: str) -> list[str]:
    """Return the sentences of a claim, whole where they lean on each other."""
    parts = [part for part in re.split(r"(?<=[。！？；])", claim.strip()) if part]
    leans = any(_POINTER.match(part) for part in parts[1:])
    return [claim.strip()] if leans or len(claim) <= _LONG else parts


def _printed(text: str) -> str:
    text = text.strip().rstrip("；，,;")
    return text if text.endswith(("。", "！", "？")) else text + "。"


def _candidate(
    sentence: str, start: int, end: int, pattern: str, part: str, kind: Kind, *more: str
) -> Candidate:
    question = _printed(sentence[:start] + GAP + sentence[end:])
    features = {part, *more}
    if _POINTER.match(question):
        features.add("reference")
    if len(question) > _VERY_LONG:
        features.add("very-long-question")
    elif len(question) > _LONG:
        features.add("long-question")
    return Candidate(
        kind,
        pattern,
        question,
        sentence[start:end],
        _printed(sentence),
        f"{pattern}@{sentence[:6]}",
        frozenset(features),
        round(worth(features), 4),
    )


def _part(sentence: str, start: int, end: int, text: str) -> str | None:
    """Name the part that a quantity plays; None where it is not to be asked."""
    before = sentence[:start]
    bare = re.fullmatch(r"[\d,.]+", text) is not None
    if _DATE.match(text) or _BASE.search(before) or bare:
        return None
    if re.search(r"[A-Za-z第-]$", before) or re.match(
        r"[A-Za-z月日号年代]", sentence[end:]
    ):
        return None
    if _CHANGE.search(before) or text.endswith("倍"):
        return "change"
    if text.endswith(("%", "％", "成")) and _SHARE.match(sentence[end:]):
        return "share"
    if re.search(r"[年月周天]$", text):
        return "period"
    return "level" if _LEVEL.search(before) else "count"


def _quantities(sentence: str) -> list[Candidate]:
    found = []
    matches = list(_QUANTITY.finditer(sentence))
    for match in matches:
        part = _part(sentence, match.start(), match.end(), match.group())
        if part is None:
            continue
        more = ("other-figures",) if len(matches) > 2 else ()
        found.append(
            _candidate(
                sentence, *match.span(), "number-cloze", part, Kind.NUMERIC, *more
            )
        )
    return found


def chinese_candidates(claim: str) -> list[Candidate]:
    """List the cards that could be written for a Chinese claim, best first."""
    found: list[Candidate] = []
    for sentence in _sentences(claim):
        turns = list(_FROM_TO.finditer(sentence))
        for match in turns:
            end = match["end"]
            kind = Kind.NUMERIC if _QUANTITY.fullmatch(end) else Kind.CLOZE
            found.append(
                _candidate(sentence, *match.span("end"), "from-to", "from-to", kind)
            )
        taken = [match.span("end") for match in turns]
        found += [
            candidate
            for candidate in _quantities(sentence)
            if not any(candidate.answer in sentence[slice(*span)] for span in taken)
        ]
        for rule, pattern in ((_RATHER, "contrast"), (_CAUSE, "cause")):
            name = "cause-cloze" if pattern == "cause" else pattern
            found += [
                _candidate(sentence, *match.span("end"), name, pattern, Kind.CLOZE)
                for match in rule.finditer(sentence)
            ]
    return sorted(found, key=lambda c: (-c.worth, c.question))
