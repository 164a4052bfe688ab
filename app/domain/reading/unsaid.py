"""Find what a sentence of English prose compares with, or is part of, unsaid."""

import re
from collections.abc import Set

from app.domain.reading.stems import stem, stems
from app.domain.reading.vocabulary import (
    FINITE,
    MONTHS,
    ORGANISATIONS,
    PAST_FORMS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    UNIQUE,
    WEEKDAYS,
)

_BETTER = (
    "safer|better|worse|cheaper|dearer|larger|smaller|bigger|higher|lower|faster|slower"
    "|stronger|weaker|older|younger|longer|shorter|richer|poorer|heavier|lighter|easier"
    "|harder|warmer|colder|cleaner|simpler"
)
# Small letters throughout, like the text it is tried on.
_SECOND_TERM = re.compile(
    r"^(?:(?:(?!in |on |at |by |for |from |says |when |if |as )[\w’'-]+ ){0,3}"
    r"(?!is |was |has |says )\w+ there (?=(?:is|are|was|were|has|have|had)\b)"
    r"(?<!and there )(?<!but there )(?<!that there )(?<!though there )(?<!now there )"
    r"|[^,;:]* (?:be|is|are|was|were|seem|seems|seemed|proved|remained) "
    rf"(?:an? |far )?(?:{_BETTER})(?: [a-z]+)?(?=[.,;]| in\b)(?!.*\bthan\b))"
    r"|\b(?:(?:keep|keeps|kept|keeping) (?:pace|up)(?=[.,;])"
    r"|(?:follow|follows|followed) suit\b|(?:catch|caught) up(?=[.,;])"
    r"|(?:lag|lags|lagged) behind(?=[.,;])|(?:fall|falls|fell) short(?! of)"
    r"|(?:more|less|fewer) \w+ than that\b"
    r"|than (?:those|these|that) (?=before|expected)"
    r"|(?:as well|too)(?=[.,;])"
    r"|(?:had|has|have) been (?:worse|better|higher|lower|larger|smaller)(?=[.,;])"
    r"|been (?:suggested|proposed|considered|tried|discussed|mentioned)(?=[.,;])"
    r"|a (?:similar|comparable|different|separate) \w+(?=[.,;]| (?:in|at|on|for) )"
    r"|done (?:more|less|better|worse)(?=[.,;])"
    r"|there (?:is|was|are|were) enough(?= for\b|[.,;])|not enough(?=[.,;])"
    r"|(?:in)?sufficient(?=[.,;])"
    r"|the (?:largest|biggest|smallest|greatest|larger|smaller|bigger|main|lion['’]s)"
    r" (?:portion|share|part|slice|chunk|fraction|proportion)"
    r"(?=[.,;]|$| (?:and|but|is|are|was|were)\b)"
    r"|puts? the (?:[\w-]+ )?(?:average|figure|number|total|sum)"
    r" (?:at|near|nearer|closer|above|below)\b"
    r"|(?:while|whereas)(?=[^,;:]* (?:some|most|much|all|part|half) of (?:it|them)\b)"
    r"|(?:prepare|prepares|prepared|lay|laid|pave|paved|clear|cleared|set)"
    r" the (?:ground|groundwork|way|stage|scene|tone)\b(?! (?:for|to|of)\b)"
    r"|(?:is|are|was|were|remains?|remained) the (?!\w*est )(?:[\w-]+ )?"
    r"(?:ingredient|factor|reason|cause|problem|part|element|obstacle|culprit|driver"
    r"|source|target|exception|key|answer|result|outcome|winner|loser|hurdle)(?=[.,;]))"
)
_BOTH = re.compile(
    r"\bboth (?!sides|ends|eyes|hands|sexes|directions|hemispheres|parents|legs|feet)"
    r"[a-z]+s\b(?! (?:(?:[\w-]+) ){0,2}and\b)"
)
_THAT_THING = re.compile(
    r"\b(?:(?:of|in|at|to|for|by|from|with|on|under|above|below|past|since|until|before"
    r"|after|during|beat|beats|met|meets|exceeds?|exceeded|passed|broke|topped|matched"
    r"|raised|cut|reached|made|took|won|lost|rejected|approved|backed|ended|changed)"
    r" that ([a-z]{3,})(?=[.,;]|$| (?:and|more|by|in|on|at|to|for|from|with|was|is"
    r"|had|has"
    r"|alone|itself)\b)"
    r"|(?:of|in|at|to|for|by|from|with|on|under) that (size|kind|sort|type|scale|rate"
    r"|price|age|length|level|approach|law|rule|place|reason|plan|deal|case|way|purpose"
    r"|goal|process|effort|region|area|group)\b"
    rf"|that ({MONTHS.lower()}|{WEEKDAYS.lower()}|spring|summer|autumn|winter|night"
    r"|evening|morning|afternoon|week|decade|quarter|season)\b)"
)
_THERE = re.compile(
    r"\bthere(?=[ .,;])(?! (?:is|are|was|were|has|have|had|will|may|can|could|might"
    r"|would|should|must|remain|remains|remained|exist|exists|be|being|seems?|appears?"
    r"|came|would)\b)"
)
_PLACE_NAMED = re.compile(
    r"\b(?:[Ii]n|[Aa]t|to|[Ff]rom|[Nn]ear|[Oo]n|of|[Aa]cross|into|through|outside"
    r"|around|reach|reached|visited|left|entered) (?:the |an? )?(?:[a-z]+ )?[A-ZÀ-Þ]"
)
# "Iceland has few trees, since sheep graze there": the clause before has the place.
_OF_A_PLACE = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]*[a-rt-zà-ÿ] [a-z][^,]*, ")
_PART_OF = re.compile(
    r"(?:Most|Some|Many|Few|All|None|Part|Half|Much) of the ([a-z]+) (\w+)"
)
_THE_OWNER = re.compile(r"\b[Tt]he (army|navy|crew|team|court|ministry|council)['’]s\b")
_NAMED_INSIDE = re.compile(r"\s[A-ZÀ-Þ]")
_THE_FOREIGN = re.compile(
    r"\b[Tt]he [A-ZÀ-Þ]\w+(?:an|ish|ese|ch|ian|i|ss) "
    rf"(?:{ORGANISATIONS}|team|crew)\b(?:['’]s)?"
    r"(?! [A-ZÀ-Þ]|, [A-ZÀ-Þ]| of| that| which| for| behind| in)"
)
_WAS = frozenset(["was", "were", "had", "did"])
_NO_THING = PRONOUNS | FINITE | RELATIVES | PREPOSITIONS
_TIMES = frozenset(["year", "month", "week", "day", "date", "quarter", "time"])
_SHORT = 8
_OBJECT = re.compile(r" (\w+) (the (?:[a-zà-ÿ-]+ ){0,2}?([a-zà-ÿ-]+))\.$")
_YEAR = re.compile(r"\b(?:1\d|20)\d\ds?\b")
_HAD = re.compile(r"((?:[\w'’.-]+ ){1,6}?)had (?:(?:\w+ly|been) )*(\w+)")
_ANCHORED = re.compile(
    r"\b(?:before|when|until|by|once|after|since) (?!failing|\w+ing)"
)
_PART_ALONE = re.compile(r"^An? ([a-z]+) (\w+)\b(?! by\b)")
_NAMED_WHERE = re.compile(
    r"\b(?:in|at|near|of|from|on|off|outside|aboard|by|between|around"
    r"|across|over) (?:the )?(?:[a-z]+ )?[A-ZÀ-Þ]"
)
_ACCORDING = re.compile(r",? according to .*$")


def unsaid_in(sentence: str, named: Set[str]) -> str:
    """Return the words whose other half another sentence tells, or "".

    They compare ("less than that", "safer bets"), are a part ("the largest share"), or
    mean one of many ("the process"). `named` holds the stems of the titles above.
    """
    lowered = sentence.lower()
    match = _SECOND_TERM.search(lowered)
    if match:
        return sentence[match.start() : match.end()].rsplit(", ", 1)[-1].rstrip()
    return (
        _both(sentence, lowered)
        or _that_thing(sentence, lowered)
        or _there(sentence, lowered)
        or _part(sentence, named)
        or _owner(sentence)
        or _foreign(sentence)
        or _object(sentence, named)
        or _pluperfect(sentence)
        or _lone_part(sentence)
    )


def _both(sentence: str, lowered: str) -> str:
    match = _BOTH.search(lowered)
    told = match and " and " in lowered[: match.start()]
    return sentence[match.start() : match.end()] if match and not told else ""


def _that_thing(sentence: str, lowered: str) -> str:
    match = _THAT_THING.search(lowered)
    if not match:
        return ""
    before = sentence[: match.start()]
    thing = match[1] or match[2] or ""
    timed = match[3] or thing in _TIMES
    if timed and _YEAR.search(before):
        return ""
    if thing and (thing in _NO_THING or stem(thing) in stems(before, names=True)):
        return ""
    return sentence[match.start() : match.end()]


def _there(sentence: str, lowered: str) -> str:
    """Return "there" if the sentence names no place before."""
    for match in _THERE.finditer(lowered):
        named = _PLACE_NAMED.search(sentence, 0, match.start())
        named = named or _OF_A_PLACE.match(sentence, 0, match.start())
        if match.start() and not named:
            return match.group()
    return ""


def _part(sentence: str, named: Set[str]) -> str:
    """Return "the purchases" of "Most of the purchases were …"."""
    match = _PART_OF.match(sentence)
    if not match or stem(match[1]) in named or match[1] in UNIQUE:
        return ""
    told = _YEAR.search(sentence) and _NAMED_WHERE.search(sentence)
    return f"the {match[1]}" if _is_past(match[2]) and not told else ""


def _owner(sentence: str) -> str:
    """Return "the army's" if no name but that of the subject stands before it."""
    match = _THE_OWNER.search(sentence)
    if not match or _NAMED_INSIDE.search(sentence, 0, match.start()):
        return ""
    return match.group()


def _foreign(sentence: str) -> str:
    """Return "the European maker" if no name stands behind it."""
    match = _THE_FOREIGN.search(sentence)
    return match.group() if match else ""


def _object(sentence: str, named: Set[str]) -> str:
    """Return "the process" of a short "The firm bought the process."."""
    match = _OBJECT.search(sentence)
    if not match or len(sentence.split()) > _SHORT or not _is_past(match[1]):
        return ""
    known = match[3] in UNIQUE or stem(match[3]) in named
    before = stems(sentence[: match.start()], names=True)
    return "" if known or stem(match[3]) in before else match[2]


def _pluperfect(sentence: str) -> str:
    """Return "had moved" if nothing tells before what it was."""
    match = _HAD.match(sentence)
    if not match or not (_is_past(match[2]) or match[2].endswith("en")):
        return ""
    before = match[1].lower().split()
    if (RELATIVES | FINITE).intersection(before) or any(map(_is_past, before)):
        return ""
    if _YEAR.search(sentence) or _ANCHORED.search(sentence):
        return ""
    return f"had {match[2]}"


def _lone_part(sentence: str) -> str:
    """Return "an engine" if it did something and nothing tells whose it is."""
    match = _PART_ALONE.match(sentence)
    if not match or not _is_past(match[2]) or _YEAR.search(sentence):
        return ""
    own = _ACCORDING.sub("", sentence)
    return "" if _NAMED_WHERE.search(own) else match.group().rsplit(" ", 1)[0]


def _is_past(word: str) -> bool:
    return word in _WAS or word in PAST_FORMS or (word.endswith("ed") and len(word) > 4)
