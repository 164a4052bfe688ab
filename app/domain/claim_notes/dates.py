"""Note the dates that only say how far they are from a day which nobody names."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.article import Article, Claim

_UNIT = r"(?:year|quarter|month|week|weekend)"
_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)"
)
_SEASON = r"(?:spring|summer|autumn|winter)"
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_RELATIVE = re.compile(
    rf"(?<!['’]s )(?<![-\w])(?P<said>(?:last|next|this) (?:{_UNIT}|{_DAY}|{_MONTH}"
    rf"|{_SEASON})"
    rf"|(?<=in the )(?:last|next) quarter"
    rf"|{_COUNT} (?:day|week|month|year)s? ago|yesterday|tomorrow)\b"
    r"(?!-| of\b|['’]s (?:worth|time)| (?:mile|century|hour|after|is|following)\b)",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"\b(?:the|its|his|her|their|our|your|my|an?|one|each|every|per|of)\s$",
    re.IGNORECASE,
)
_GENERAL = re.compile(r"^(?:yesterday|tomorrow)$", re.IGNORECASE)
_CHINESE = re.compile(
    r"(?P<said>(?<!过)去年|(?<!如)今年(?!轻)|(?<![说证表])明年|上个?月(?!球)|下个?月|本月|这个月|"
    r"上个?季度|下个?季度|本季度|[上下本]周(?!期)|昨[天日]|明天)"
)
_YEAR = re.compile(r"(?<!\d)(?<![$€£¥])(?:1[89]|20)\d\d(?![\d%,.]\d|\d|%)")


def states_date(text: str) -> bool:
    """Say whether a text names a year, which anchors the dates beside it."""
    return _YEAR.search(text) is not None


def date_notes(text: str, language: str) -> Iterator[str]:
    """Yield a sentence for the first date of a claim that needs another to be known.

    "Last year" and the like do, unless the claim itself names a year; "a year earlier"
    and "by mid-2024" do not.
    """
    said = _relative_date(text, language)
    if said is not None and not states_date(text):
        yield f"“{said}” hangs on a date that neither the claim nor its article names."


def with_date_notes(article: Article, source: str) -> Article:
    """Return the article, a note on each claim whose date hangs in the air.

    `source` is the decoded text that the article's spans count in. A year in the title
    or in any line of the article that states no claim (a source line, a byline) tells
    what "last year" means, and then no claim gets a note.
    """
    if states_date(article.title) or states_date(_around_claims(article, source)):
        return article
    return replace(
        article,
        core_insight=_noted(article.core_insight) if article.core_insight else None,
        groups=tuple(
            replace(group, claims=tuple(map(_noted, group.claims)))
            for group in article.groups
        ),
    )


def _relative_date(text: str, language: str) -> str | None:
    if language == "zh":
        found = _CHINESE.search(text)
        return found["said"] if found else None
    if language != "en":
        return None
    for match in _RELATIVE.finditer(text):
        before = text[: match.start()]
        is_day = _GENERAL.match(match["said"]) is not None
        possessed = text[match.end() : match.end() + 2] in ("'s", "’s")
        if is_day and possessed:
            continue
        in_quarter = (
            before.lower().endswith("in the ") and "quarter" in match[0].lower()
        )
        if in_quarter or not _OWNED.search(before):
            return match["said"]
    return None


def _around_claims(article: Article, source: str) -> str:
    """Return what the article says outside its claims."""
    claims: list[Claim] = [claim for group in article.groups for claim in group.claims]
    if article.core_insight:
        claims.append(article.core_insight)
    pieces = []
    at = article.start
    for claim in sorted(claims, key=lambda claim: claim.start):
        pieces.append(source[at : claim.start])
        at = max(at, claim.end)
    pieces.append(source[at : article.end])
    return "\n".join(pieces)


def _noted(claim: Claim) -> Claim:
    notes = tuple(date_notes(claim.text, claim.language))
    told = tuple(dict.fromkeys((*claim.notes, *notes)))
    return claim if told == claim.notes else replace(claim, notes=told)
