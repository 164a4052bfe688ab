"""Find what a sentence of English prose gives a figure of, or a rule, without whose."""

import re

from app.domain.reading.vocabulary import MONTHS

_NAME = re.compile(r"(?<=[a-z,;:(“\"\d%] )[(“\"]?[A-ZÀ-Þ]")
_YEAR = re.compile(r"\b(?:1\d|20)\d\ds?\b")
# "Net income was $156 million."
_ACCOUNT = re.compile(
    r"(?:The )?(?:(?:Net|Gross|Operating|Pre-?tax|Annual|Quarterly|Total|Underlying"
    r"|Core)"
    r" )?(?:income|profits?|loss|losses|revenues?|sales|turnover|earnings|margins?"
    r"|costs"
    r"|debt|net debt|cash flow|dividends?|shares|assets|headcount|staff|spending)"
    r" (?:\w+ly )?(?:was|were|is|are|came|rose|fell|grew|stood|reached|totalled|totaled"
    r"|hit|dropped|climbed|jumped|slipped|doubled|tripled|amounted)\b",
    re.IGNORECASE,
)
# "Issuers must back every token": under which law?
_DUTY = re.compile(
    r"(?:(?:[A-Z][\w-]*|All|Every|Each|Larger?|Smaller?|Foreign|Other) )?"
    r"(?:[A-Z]?[a-z-]*(?:ers|ors|ies|banks|firms|exchanges|states|parties|brands"
    r"|shops))"
    r" (?:must|may not|are (?:required|obliged|forbidden|allowed|permitted|barred"
    r"|banned|exempt))\b"
    r"|[A-Z][\w-]*(?: [a-z-]+){0,3} (?:is|are) (?:possible|compulsory|mandatory|banned"
    r"|exempt|required|prohibited|forbidden|permitted|allowed)"
    r" (?=for\b|from\b|to\b|in\b|above\b|below\b)"
)
_IN_FORCE = re.compile(
    r"\b(?:[Uu]nder|[Bb]y|[Ii]n|[Ff]rom|[Oo]f|across) (?:the )?[A-ZÀ-Þ]"
)
# "has since been widened": since when?
_SINCE = re.compile(r"\b(?:has|have|had) since (?=\w+(?:ed|en)\b|\w+n\b)")
# "Later the telescope saw": later than what?
_LATER = re.compile(
    r"(Later|Earlier|Soon|Afterwards|Eventually|Subsequently|Previously|Shortly after)"
    r",? (?=the\b|an?\b|its\b|[A-ZÀ-Þ])"
)
# "to take out 20% by 2020": of what?
_SHARE = re.compile(
    r"\bto (?:take out|cut|remove|shed|save|reach|achieve|lose|recover|recycle)"
    r" (?:about |around |at least )?\d[\d.]*(?:%| per ?cent)(?= by\b| before\b|\.$)"
)
_RELATIVE_IT = re.compile(r"\bthe ([a-z-]+) (?:it|they) (?=\w+(?:ed|s)\b|had\b|has\b)")
_FIRST_NAME = re.compile(
    r"[A-ZÀ-Þ][\w’'-]* (?=[a-z]+(?:ed|s)\b)|(?:An?|The) [a-z-]+ [a-z]"
)
_SAME = re.compile(
    r"\bthe same (?:month|year|week|quarter|period|day)\b(?! (?:of|last|a|in) )"
)
_TIME = re.compile(rf"\d|\b(?:{MONTHS})\b|\b(?:year|month|week|quarter|day)\b")


def unowned_in(sentence: str, *, has_leader: bool) -> str:
    """Return words that leave open whose figure, or which rule, they tell; or "".

    `has_leader` tells that the title names who the article is about, so that "sales"
    are theirs.
    """
    account = None if has_leader else _ACCOUNT.match(sentence)
    if account and not _NAME.search(sentence):
        return account.group().rsplit(" ", 1)[0]
    duty = None if has_leader else _DUTY.match(sentence)
    if duty and not _IN_FORCE.search(sentence):
        return duty.group()
    later = _LATER.match(sentence)
    if later and not _YEAR.search(sentence):
        return later[1]
    since = _SINCE.search(sentence)
    if since and not _YEAR.search(sentence):
        return "since"
    share = _SHARE.search(sentence)
    if share:
        return share.group()
    same = _SAME.search(sentence)
    if same and not _TIME.search(sentence, 0, same.start()):
        return same.group()
    return _relative_it(sentence)


def _relative_it(sentence: str) -> str:
    """Return "drinks it" of "the drinks it covered" if nothing before is named."""
    match = _RELATIVE_IT.search(sentence)
    if not match or _NAME.search(sentence, 0, match.start()):
        return ""
    before = sentence[: match.start()]
    return "" if _FIRST_NAME.search(before) else match.group()[4:].rstrip()
