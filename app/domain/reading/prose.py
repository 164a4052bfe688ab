"""Tell which sentences of running text state something."""

import re

from app.domain.reading.script import width
from app.domain.reading.sentences import CLOSERS

_LEAST_WORDS = 5
_LEAST_WIDTH = 20
_CALLS = re.compile(
    r"(?:please|click|subscribe|sign up|read more|read on|read the full|share this"
    r"|follow us|learn more|download|register|contact us|join us|stay tuned|see also"
    r"|watch|listen to|thank you|thanks for|advertisement|all rights reserved|copyright"
    r"|this (?:article|post|story) (?:was|is|first|originally))\b"
    r"|(?:image|photo|picture|figure|table|chart)s?(?:\s\d+)?\s?[:\uff1a]"
    "|请?点击|订阅|关注我们|扫码|扫描|阅读原文|更多内容|转载|版权|欢迎"
    "|本文(?:首发|来源|作者)",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"(?:as|like) (?:(?:we|i) )?(?:have |has |was |were )?(?:already )?"
    r"(?:said|discussed|mentioned|noted|seen|shown|described|explained|saw)\b(?! by)"
    r"|(?:in this (?:article|post|section|report)|here),? (?:we|i)\b"
    r"|let(?:'|’)?s\b|let us\b"
    "|如(?:上|前)(?:文)?所述|综上所述",
    re.IGNORECASE,
)


def states_something(sentence: str) -> bool:
    """Tell whether a sentence of prose is a claim and not speech around one.

    A claim ends with a full stop and has at least five words (Chinese: ten characters).
    Questions, calls to action, captions and sentences that only point back to the text
    before them are none.
    """
    bare = sentence.rstrip(CLOSERS + " ")
    if bare[-1:] not in ".。!\uff01…":
        return False
    words = len(sentence.split())
    if words < _LEAST_WORDS and (sentence.isascii() or width(sentence) < _LEAST_WIDTH):
        return False
    opening = sentence.lstrip("\"'“‘「『(\uff08 ")
    return not (_CALLS.match(opening) or _LOOKS_BACK.match(opening))
