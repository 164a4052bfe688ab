"""Write the candidates of a Chinese claim by patterns, without a parser.

The claim is shown in its own words with one gap: on the end of a way (从…增至…), on a
quantity with its measure word, on what is preferred (而不是), on a reason (由于). Of a
long claim only the clauses up to the gap are shown: later ones lean on earlier ones,
never the other way round, unless the claim opens with 由于, 虽然 and the like.
"""

import re
from collections.abc import Iterator

from app.domain.card import GAP, Kind
from app.domain.writing.candidate import Candidate
from app.domain.writing.chinese_quantities import (
    QUANTITY,
    Found,
    as_quantity,
    count_figures,
    find_chinese,
)
from app.domain.writing.weights import plain_chance

_TO = (
    r"(?:降至|降到|降低到|降低至|下降到|下降至|减少到|减少至|跌至|跌到|下跌至|增至|增加到|增加至|"
    r"增长到|增长至|升至|升到|上升到|上升至|涨至|涨到|上涨至|扩大到|扩大至|缩短到|缩短至|提高到|"
    r"提高至|提升至|提升到|转向|转为|变为|变成)"
)
_FROM_TO = re.compile(
    r"(?:从|由|自)(?P<start>[^，。；]{1,28}?)(?:大幅|逐步|迅速|一路|分阶段|快速)?"
    + _TO
    + r"(?:(?:19|20)\d\d年[^，。；的\d]{0,4}的)?(?P<end>[^，。；、]{1,20})"
)
_MARKER = r"由于|因为|得益于|归因于|源于|取决于|主要原因是|原因是|原因在于"
_CAUSE = re.compile(
    rf"(?:主要|主因)?(?P<marker>{_MARKER})(?P<end>[^，。；]{{3,36}}?)"
    r"(?=而|导致|使得|造成|，|。|；|$)"
)
_FRONTED = re.compile(
    r"(?P<marker>由于|因为)(?P<cause>[^，。；]{4,36})，(?P<effect>[^，。；\d%]{6,40}"
    r"|[^，。；]{6,40})。?"
)
_RATHER = re.compile(
    r"(?:是|为|在于|取决于|转向|依靠|依赖|选择)(?P<end>[^，。；是为]{2,20})，?而(?:不是|非)"
)
_VERSUS = re.compile(
    r"(?:增长|增速|速度|下降)?(?P<marker>快于|慢于|高于|低于|多于|少于|不如|强于)"
    r"(?P<end>[^，。；\d]{2,12})(?=[，。；]|$)"
)
_OBJECT = re.compile(
    r"(?:取消|废除|禁止|放弃|取代|替代|收购|推迟|暂停|叫停|退出)了?"
    r"(?P<end>[^，。；\d了]{3,16})(?=[，。；]|$)"
)
_RULES = (
    (_RATHER, "contrast", "contrast"),
    (_CAUSE, "cause-cloze", "cause"),
    (_VERSUS, "comparison-cloze", "comparison"),
    (_OBJECT, "object-cloze", "object"),
)
_POINTER = re.compile(r"^(?:这|那|该|此|其(?!中)|它|他|她|上述|前者|后者|两者|双方)")
#: What follows on something, and "the company", point at another claim.
_FOLLOWS = re.compile(
    r"^[^，。；]{0,10}(?:随即|随后|跟进)|(?:^|，)(?:公司|该公司|两家公司)(?!法)"
)
_LEANS = re.compile(r"[，：；](?:由于|虽然|尽管|如果|因为|随着|当|一旦|即使)")
_OPENS_WIDE = re.compile(r"^(?:由于|虽然|尽管|如果|因为|一旦|即使|为了|除非)")
_PART_OF = re.compile(r"(?:其中|另有|此外)[^，；]{0,16}$")
_RESULT = re.compile(r"^(?:因此|所以|从而|进而|其|它|该|这|使|导致)|由于|因为")
#: A figure of a list, and what a way measures that both its ends already tell.
_LISTED = re.compile(r"(?:\d[\d.]*[%％]?|…\])[^，；。、]{0,12}(?:、|和)")
_MEASURED_WAY = re.compile(r"(?:从|由|自)[^，。]*\d[^，。]*(?:到|至)[^，。]*\d")
_WAY_SIZE = re.compile(r"(?:跌幅|涨幅|增幅|降幅)[^，。]{0,3}$")
_LONG, _VERY_LONG, _SHORTEST = 60, 90, 10


def _sentences(claim: str) -> list[str]:
    """Return the sentences of a claim, whole where they lean on each other."""
    parts = [part for part in re.split(r"(?<=[。！？；])", claim.strip()) if part]
    leans = any(_POINTER.match(part) for part in parts[1:])
    return [claim.strip()] if leans or len(claim) <= _LONG else parts


def _printed(text: str) -> str:
    text = text.strip().rstrip("；，,;")
    return text if text.endswith(("。", "！", "？")) else text + "。"


def _shown_to(sentence: str, start: int, end: int) -> int:
    """Return where a card may stop showing the sentence: at the gap's own clause."""
    comma = re.search(r"[，；]", sentence[end:])
    if comma is None or _OPENS_WIDE.match(sentence) or _LEANS.search(sentence):
        return len(sentence)
    stop = end + comma.start()
    rest = sentence[stop + 1 :]
    leans = re.match(r"(?:而(?:不是|非)|但(?:仅|只)|却|即|也就是|低于|高于)", rest)
    figures = count_figures(sentence) > 1
    opened = sentence[:start].count("“") > sentence[:stop].count("”")
    if leans or opened or stop < _SHORTEST or not (figures or len(sentence) > _LONG):
        return len(sentence)
    return stop


def _clause(question: str) -> str:
    """Return the clause of a question that holds the gap."""
    before, after = question.split(GAP)
    return re.split(r"[，；]", before)[-1] + GAP + re.split(r"[，；。]", after)[0]


def _candidate(
    sentence: str, start: int, end: int, pattern: str, part: str, kind: Kind, *more: str
) -> Candidate:
    stop = _shown_to(sentence, start, end)
    question = _printed(sentence[:start] + GAP + sentence[end:stop])
    features = {part, *more}
    if _POINTER.match(question) or _FOLLOWS.search(question):
        features.add("reference")
    if len(question) > _VERY_LONG:
        features.add("very-long-question")
    elif len(question) > _LONG:
        features.add("long-question")
    if count_figures(question) > 1:
        features.add("other-figures")
    if kind is Kind.NUMERIC and len(_LISTED.findall(_clause(question))) > 1:
        features.add("series")
    if _MEASURED_WAY.search(question) and _WAY_SIZE.search(sentence[:start]):
        features.add("told")
    if _PART_OF.search(sentence[:start]):
        features.add("aside")
    answer = sentence[start:end]
    return Candidate(
        kind,
        pattern,
        question,
        answer,
        _printed(sentence[:stop]),
        f"{pattern}@{start}" if kind is Kind.NUMERIC else f"{pattern}@{sentence[:6]}",
        frozenset(features),
        round(plain_chance(features), 4),
        points_at=question[:2] if "reference" in features else "",
        quantity=as_quantity(answer) if kind is Kind.NUMERIC else None,
    )


def _ways(sentence: str) -> Iterator[Candidate]:
    """List the ends of ways from A to B, none that goes on to a third stop."""
    for match in _FROM_TO.finditer(sentence):
        end = match["end"]
        is_figure = QUANTITY.fullmatch(end) is not None
        if not is_figure and re.search(r"\d", end):
            continue
        kind = Kind.NUMERIC if is_figure else Kind.CLOZE
        pattern = "from-to" if is_figure else "turn"
        yield _candidate(sentence, *match.span("end"), "from-to", pattern, kind)


def _is_modifier(sentence: str, found: Found) -> bool:
    """Say whether a span of time only goes beside: 为期五年的税, 七年间."""
    return found.part == "period" and sentence[found.end : found.end + 1] in (
        "的",
        "间",
    )


def _quantities(sentence: str) -> Iterator[Candidate]:
    """List the quantities, those left out that a way starts from or ends in."""
    ways = [match.span() for match in _FROM_TO.finditer(sentence)]
    for found in find_chinese(sentence):
        if any(start <= found.start < end for start, end in ways):
            continue
        yield _candidate(
            sentence,
            found.start,
            found.end,
            "number-cloze",
            found.part,
            Kind.NUMERIC,
            *(("modifier",) if _is_modifier(sentence, found) else ()),
        )


def _phrases(sentence: str) -> Iterator[Candidate]:
    for rule, pattern, part in _RULES:
        for match in rule.finditer(sentence):
            span = match.span("end")
            fronted = ("fronted",) if match.start() == 0 and part == "cause" else ()
            long = ("long-answer",) if span[1] - span[0] > 16 else ()
            yield _candidate(
                sentence, *span, pattern, part, Kind.CLOZE, *fronted, *long
            )


def _why(sentence: str) -> Iterator[Candidate]:
    """Ask 为什么 of the main clause of 由于A，B."""
    match = _FRONTED.fullmatch(sentence)
    if match is None or _RESULT.search(match["effect"]):
        return
    features = {"cause", "asked"}
    question = f"为什么{match['effect']}？"
    yield Candidate(
        Kind.QA,
        "why",
        question,
        match["marker"] + match["cause"],
        _printed(sentence),
        f"cause-cloze@{sentence[:6]}",
        frozenset(features),
        round(plain_chance(features), 4),
    )


def chinese_candidates(claim: str) -> list[Candidate]:
    """List the cards that could be written for a Chinese claim, best first."""
    found = [
        candidate
        for sentence in _sentences(claim)
        for rule in (_ways, _quantities, _phrases, _why)
        for candidate in rule(sentence)
    ]
    return sorted(found, key=lambda c: (-c.worth, c.question))
