"""Tell when an English sentence says next to nothing: slogans, teasers, signposts."""

import re

from app.domain.reading.vocabulary import (
    FINITE,
    POINTING,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)

# All of these are tried on small letters, and beside no figure unless they say so.
_SLOGAN = (
    r"\b(?:is|are|was|were|be|been|remains?|remained|becomes?|became) (?:still |now "
    r"|only"
    r" |just |not |also |perhaps )*(?:the|an?|no|its|their) (?:[\w-]+ )?"
    r"(?:engine|backbone|heart|cornerstone|bright spot|weak spot|sticking point"
    r"|elephant"
    r"|piece|link|panacea|silver bullet|magic bullet|game[ -]changer|wake-up call"
    r"|turning point|milestone|watershed|double-edged sword|crossroads|balancing act"
    r"|mixed blessing|mixed bag|different matter|other matter|open secret|start"
    r"|beginning"
    r"|tip of the iceberg|easy task|mean feat|small feat|luxury|gamble|challenge"
    r"|opportunity|priority|necessity|triumph|disaster|prize|catch|rub|snag)(?=[.;])"
    r"|\b(?:here to stay|tells? its own story|speaks? for (?:itself|themselves)"
    r"|(?:time|history) will tell|jury is (?:still )?out|the devil is in|clock is"
    r" ticking"
    r"|stakes (?:are|were|could)|easier said than done|comes? at a (?:price"
    r"|cost)(?=[.,;])"
    r"|at a crossroads|on borrowed time|hang(?:s|ing)? in the balance|more or less what"
    r"|something to hold on to|the rest is history|no easy (?:answers?|task|way)"
    r"|sits? uneasily|makes? (?:little|no|perfect) sense|(?:speaks?|says?|said) volumes"
    r"|(?:is|are|was|were) (?:asked|told) nicely)\b"
)
_TEASER = (
    r"\b(?:will|would|may|could) (?:soon |now |also )?(?:deliver|give|provide|offer"
    r"|pass)"
    r" (?:the|an?) (?:first|final|real|early|clear\w*) (?:verdict|answer|test|clue|sign"
    r"|hint|glimpse|taste)\b"
    r"|\ball eyes (?:are|will|were)\b|\battention (?:is |has |will )?(?:now |soon )?"
    r"(?:turn|shift)|\b(?:is|are|was|were) about to (?:change|find out|begin|get)\b"
    r"|\b(?:will|would) be (?:closely )?watched\b|\bwatch(?:ed|ing) closely\b"
    r"|\b(?:the|that) (?:real|next|true|big|harder) (?:test|question|fight|work"
    r"|challenge)"
    r" (?:is|will|comes?|lies|starts?|begins?)\b"
)
_TALK = (
    r"\b(?:struck|strikes?|sounded|sounds?|adopted|took|takes?) (?:an?|the) "
    r"(?:[\w-]+ )?(?:note|tone|view|chord|stance|line)(?=[.,;])"
    r"|\b(?:spoke|speaks?|talked|talks) (?:warmly |openly |only |much |mostly )?of"
    r" (?!a \w+ (?:who|that))|\b(?:expressed|voiced|expresses) (?:\w+ )?(?:confidence"
    r"|optimism|concern|hope|regret|relief|satisfaction|doubts?|disappointment|surprise"
    r"|pride|sympathy|gratitude|alarm)\b"
    r"|\b(?:is|are|was|were|remains?|remained|sounded|seemed) (?:\w+ly |very |more "
    r"|less )?"
    r"(?:upbeat|optimistic|confident|hopeful|bullish|bearish|unmoved|unimpressed"
    r"|delighted|thrilled|jubilant|defiant|furious|tight-lipped|undeterred|unrepentant"
    r"|adamant)\b"
    r"|\b(?:put|putting) on a brave face\b|\bshrugged off\b"
)
# A date on which something will be told is forgotten when it is past.
_HOUSEKEEPING = (
    r"\b(?:holds?|hold its|will hold|publish(?:es)?|releases?|reports?|meets?|votes?)"
    r" (?:its|their|the) (?:next |annual |general |quarterly |first-quarter"
    r" )*(?:meeting"
    r"|assembly|conference|results?|figures|report|sales|earnings|session)"
    r" (?:again )?(?:in|on|at|next|later)\b"
    r"|\b(?:results?|sales|figures|earnings|report|update|decision|ruling|verdict"
    r"|meeting|hearing|session|data) (?:is|are) (?:due|expected|scheduled|planned|set)"
    r" (?:in|on|for|at|next|later|within|the|to be (?:held|published|released))\b"
    r"|\bwill (?:next )?(?:meet|report|convene|speak|reconvene)(?: again)?"
    r" (?:in|on|next|later)\b"
)
# "Just before seven there is a knock", "copied by a few and resented by many".
_SCENE = (
    r"\bthere (?:is|was|comes?|came) an? (?:[\w-]+ )?\w+(?=\.)"
    r"|\b(?:just|shortly|a little|long|soon) (?:before|after|past) (?:one|two|three"
    r"|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|dawn|dusk|sunrise)\b"
    r"|\b(?:by|for|to) (?:some|many|most|a few|few)\b[^;]*\b(?:by|for|to) (?:some|many"
    r"|most|all|a few|few|others)\b"
)
# Who wrote the text is no part of what it tells.
_AUTHOR = (
    r"\b(?:travelled|traveled|stayed|flew|attended|sailed) as an? (?:[\w-]+ )?(?:guest"
    r"|passenger|visitor)\b|\bcontributed (?:reporting|research|to this)\b"
    r"|\bis an? (?:[\w-]+ ){0,3}(?:columnist|correspondent|reporter|freelancer)\b"
    r"|\bthe (?:author|writer|reporter|photographer) (?:is|was|has|travelled"
    r"|declares)\b"
)
_NOTHING = re.compile(f"{_SLOGAN}|{_TEASER}|{_TALK}|{_SCENE}|{_AUTHOR}")
_SOON = re.compile(_HOUSEKEEPING)
_SIGNPOST = re.compile(
    r"(?:Chapters?|Sections?|Parts?|Annex|Appendix|Table|Figure|Box|Chart|Exhibit)"
    r" (?:\d+|[IVXA-D]+)(?: and \d+)? (?:[a-z]+s|and|then|also|below|above)\b"
    r"|The (?:next|following|previous|remaining|final|last|first|second|third) (?:two"
    r" |three )?"
    r"(?:chapter|section|part|paragraph|page)s? [a-z]+"
    r"|[^,;]* (?:is|are) (?:set out|discussed|described|explained|listed|shown"
    r"|summari[sz]ed|presented|given|detailed) (?:in detail )?(?:below|above|in"
    r" (?:the )?"
    r"(?:chapter|section|annex|appendix|table|figure|box|next))\b",
    re.IGNORECASE,
)
# "Map which clients already …", in whatever section it stands.
_TASK = re.compile(
    r"([A-Z][a-z]+(?<!ing)(?<![s\s])) (?:which|whether|how|what|who|where|why)\b"
)
_LISTED = re.compile(
    r"([A-Z][a-z-]+(?<![s\s])) (?:the|an?|your|our|all|each|any|every|with|out|up|for"
    r"|to"
    r"|in|on|at|new|no|more)\b"
)
_NO_TASK = PREPOSITIONS | SUBORDINATORS | PRONOUNS | POINTING | FINITE | RELATIVES
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_MEASURED = re.compile(r"\d")
_TASKS = re.compile(
    r"\b(?:next steps?|to[- ]do|actions?|action points?|recommendations?|checklist"
    r"|what to do|homework|tasks?)\b",
    re.IGNORECASE,
)


def is_hollow(sentence: str) -> bool:
    """Tell whether a sentence is a slogan, a teaser, mere talk or calendar business.

    Beside a figure a slogan has something to say; a coming date is told by its year.
    """
    lowered = sentence.lower()
    if not _MEASURED.search(sentence) and _NOTHING.search(lowered):
        return True
    return bool(_SOON.search(lowered)) and not _YEAR.search(sentence)


def points_elsewhere(sentence: str) -> bool:
    """Tell whether a sentence only says where in the text something stands."""
    return bool(_SIGNPOST.match(sentence))


def lists_tasks(title: str) -> bool:
    """Tell whether what stands under a title is to be done: "Next steps"."""
    return bool(_TASKS.search(title))


def is_task(sentence: str, *, listed: bool) -> bool:
    """Tell whether a sentence opens with a verb to say what is to be done.

    Where it is not `listed` under such a title, what to find out must follow.
    """
    match = _TASK.match(sentence) or (_LISTED.match(sentence) if listed else None)
    return match is not None and match[1].lower() not in _NO_TASK
