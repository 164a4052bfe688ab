"""Tell what is no statement at all: questions, calls, captions, speech about itself."""

import re

from app.domain.reading.script import width
from app.domain.reading.sentences import CLOSERS

_LEAST_WORDS = 5
_LEAST_WIDTH = 20
_CALLS = re.compile(
    r"(?:please|click|subscribe|sign up|read more|read on|read the full|read also"
    r"|share this|follow us|learn more|find out more|download|register|contact us"
    r"|join us|stay tuned|see also|see (?:the )?(?:figure|table|box|chart|appendix)"
    r"|further reading|related|watch|listen to|thank you|thanks for|advertisement"
    r"|sponsored|all rights reserved|copyright|reporting by|edited by|editing by"
    r"|this (?:article|post|story) (?:was|is|first|originally)"
    r"|(?:if you (?:liked|enjoyed)|let me know|tell us|leave a comment))\b"
    r"|(?:image|photo|picture|video|figure|fig\.|table|chart|caption|credit|graphic)s?"
    r"(?:\s(?:\d+|captions?|credits?|sources?|by [^:]{1,40}))?\s?[:.\uff1a]"
    r"|(?:(?:notes?|information|advice) (?:to|for) (?:the )?(?:editors?|readers|press"
    r"|media|journalists)|editor['’]s note|media contacts?|press contacts?|contacts?"
    r"|about the authors?|reading time|disclosure|correction|clarification)\s?[:.]"
    "|请?点击|订阅|关注我们|请关注|扫码|扫描|阅读原文|更多内容|想了解更多|转载|版权|欢迎"
    "|本文(?:首发|来源|作者)|图为|图\\d*[:\uff1a]|[(\uff08]?图[为/]|摄影[:\uff1a]|责任?编辑",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"(?:as|like) (?:(?:we|i) )?(?:have |has |was |were )?(?:already )?"
    r"(?:said|discussed|mentioned|noted|seen|shown|described|explained|saw)\b(?! by)"
    r"|(?:in this (?:article|post|section|report|chapter|paper)|here),? (?:we|i)\b"
    r"|this (?:article|post|section|report|chapter|paper|note|guide) \w+s\b"
    r"|let(?:'|’)?s\b|let us\b"
    r"|(?:(?:but|and|so) )?(?:two|three|four|five|several|a few|some|many) (?:other )?"
    r"(?:things|signals|signs|reasons|factors|questions|steps|points|facts|lessons"
    r"|caveats|explanations|trends|forces) (?!of\b|in\b|for\b|that\b)"
    r"|(?:but )?(?:first|here) (?:things first|is why|are)\b"
    "|如(?:上|前)(?:文)?所述|综上(?:所述)?|本文|下面|接下来|首先",
    re.IGNORECASE,
)
_ASKED_OF_READERS = re.compile(
    r"(?:then |first |now |just |simply |always |never |don['’]t )?"
    r"(?:picture|imagine|consider|think|remember|suppose|compare|note|look|ask|try"
    r"|take|keep|make|find|buy|use|check|start|stop|begin|avoid|choose|let|go|put"
    r"|give|turn|add|write|visit|forget|say|measure|replace|wait|beware|recall)"
    r" (?:a|an|the|this|that|these|it|them|your|what|how|if|about|of|at|for|out|up"
    r"|instead|whether|two|one|yourself|no|some|any|sure|first|on|with|back|only)\b",
    re.IGNORECASE,
)
_USE_OF = re.compile(r"(?:use|start|end|look|think|compare) of\b", re.IGNORECASE)


def is_statement(sentence: str) -> bool:
    """Tell whether a sentence of prose states anything, of whatever worth.

    It ends with a full stop and has at least five words (Chinese: ten characters).
    Questions, calls to readers, captions, and sentences about the text itself do not.
    """
    bare = sentence.rstrip(CLOSERS + " ")
    if bare[-1:] not in ".。!\uff01…":
        return False
    words = len(sentence.split())
    if words < _LEAST_WORDS and (sentence.isascii() or width(sentence) < _LEAST_WIDTH):
        return False
    opening = sentence.lstrip("\"'“‘「『(\uff08 ")
    if _CALLS.match(opening) or _LOOKS_BACK.match(opening):
        return False
    return not _ASKED_OF_READERS.match(opening) or bool(_USE_OF.match(opening))
