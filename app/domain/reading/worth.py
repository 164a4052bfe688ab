"""Tell whether a sentence of English prose says enough to be remembered."""

import re
from itertools import pairwise

from app.domain.reading.definites import is_third_person
from app.domain.reading.vocabulary import (
    BASE,
    MONTHS,
    PAST,
    PAST_FORMS,
    PREPOSITIONS,
    PRESENT_FORMS,
    VERBS,
    WEEKDAYS,
)

_OPINION = re.compile(
    r"\b(?:should(?! have)|ought to|had better"
    r"|(?:the|an?) (?:\w+ )?(?:lesson|funny thing"
    r"|good news|bad news|irony|takeaway)|anyone['’]s guess|of course|by the way|sadly"
    r"|(?:un)?fortunately|surprisingly|interestingly|arguably|maybe"
    r"|perhaps(?! (?:\d|an? |one|two|three|four|five|six|ten|half))"
    r"|remains to be seen|(?:less|not|far from) clear|who knows|no doubt|obviously"
    r"|needless to say|worth (?:noting|remembering|a)|no wonder|uncomfortable|hopefully"
    r"|it (?:is|was) (?:important|vital|crucial|essential|clear|worth|easy|tempting)"
    r"|it (?:follows|seems|appears|turns out)|it must be|beautiful|amazing|wonderful"
    r"|terrible|awful|incredible|nobody (?:knows|wants)|everybody knows"
    r"|(?:is|was) (?:an?|the|one) (?:\w+ ){0,2}"
    r"(?:example|story|question|point|reminder|sign|warning)(?! of))\b",
)
# "Colorado insists that the others should …": the opinion has a holder.
_HOLDS = re.compile(
    r"[A-ZÀ-Þ]\w+,? .*\b(?:insist|argue|say|demand|urge|recommend|propose|believe|hold)"
    r"(?:s|ed|d)? that\b"
)
# A change that nobody can date is not worth a card.
_CHANGED = re.compile(
    r"(?<!has )(?<!have )(?<!that )(?<!which )\b(?:rose|fell|grew|dropped|climbed"
    r"|declined|jumped|slipped|surged|increased|decreased|doubled|halved|tripled|shrank|plunged)\b"
)
_FROM_TO = re.compile(r"\bfrom (?:about )?\W?\d\S* (?:\w+ )?to (?:about )?\W?\d")
_DATED = re.compile(
    r"\b(?:1\d|20)\d\d\b|\b\d\d(?:th|st) century|\b(?:after|during|since) the [A-Z]"
)
_NO_VERB_BEHIND = frozenset(["is", "are", "be", "been", "the", "a", "an"])
_NAME_INSIDE = re.compile(r"(?<=[a-z,;:(“\"\d%] )[(“\"]?[A-ZÀ-Þ]")
_SUBSTANCE = re.compile(
    r"\d|\b(?:because|so that|which|cause[sd]?|leads? to|mean[st]|makes?|requires?"
    r"|(?:is|are|was|were) (?:an?|the|called|made)"
    r"|than (?!planned|expected|ever|before|usual)|half|third|quarter|million"
    r"|billion|(?:nearly|almost) (?:all|every|no)|two|three|four|five|six|seven|eight"
    r"|nine|ten|hundred|thousand|double|twice|percent|per cent|called|known as"
    r"|depends?|increases?|reduces?|lowers?)\b",
    re.IGNORECASE,
)
# What speaks of everything or nothing, or asks, without a figure: little to learn.
_VAGUE = re.compile(
    r"^(?!.* (?:killed|hurt|injured|harmed|died)\b)(?:"
    r"(?:Not (?:every|all|only|everything)|Nothing|Nobody|No one|None|Everybody"
    r"|Everyone|Everything|Somebody|Someone|Something|Anybody|Anyone|Anything"
    r"|How|Whether|What|Why|Who|Where) |Some (?!of\b)\w+ (?!(?:[^ ]+ ){12}))"
    r"|\b(?:done|do|did|does|changed) nothing\."
    r"|\b(?:several|many|a number of|all sorts of) things\b|\bat once\.$"
)
# An event without figure, cause or date: "Critics in Rome have complained for years".
_TELLS_EVENT = re.compile(
    r"\b(?:has|have) (?:\w+ly |not |never |also |long )?"
    r"(?:been |become |grown |\w+ed\b)"
    rf"|^[A-ZÀ-Þ][\w’'-]* (?:\w+ed|{'|'.join(sorted(PAST_FORMS))}) "
)
# It says that there is something, and not what: "The law did several things at once."
_ANNOUNCES = re.compile(
    r"\b(?:several|many|various|some|a number of|a few|two|three|four|five|other)"
    r" (?:\w+ )?(?:things|changes|reasons|effects|consequences|advantages|drawbacks"
    r"|problems|challenges|obstacles|benefits|factors|causes|ways|steps|measures|goals"
    r"|aims|flaws|hurdles|forms|features|questions|lessons)"
    r"(?: at once| at the same time| at a time)?\.$"
    r"|^\w+ (?:kinds|types|sorts|forms) of [^,;]{1,30} (?:are|exist)[^,;]{0,12}\.$"
    r"|^[^,;:]* (?:reactions?|responses?|results?|outcomes?|effects?|reception|mood"
    r"|impact|verdict|progress|news) (?:was|were|is|are|has been|proved|remained)"
    r" (?:\w+ly |not |very |less |more )?\w+\.$"
)
# A gesture on the scene, which nobody needs to remember.
_GESTURE = re.compile(
    r"\b(?:to (?:their|his|her|its) feet|applauded|clapped|cheered|wept|hugged|grinned"
    r"|(?:[Cc]heers|[Aa]pplause) broke out"
    r"|embraced|kissed|smiled|chuckled|nodded|sobbed|shook hands|shrugged"
    r"|burst into (?:tears|laughter|applause))\b"
)
# That somebody welcomed it says nothing of what it was.
_REACTS = re.compile(
    r"^[A-ZÀ-Þ][^,;:]* (?:hailed|praised|welcomed|condemned|celebrated|mourned|thanked"
    r"|congratulated|criticized|criticised|denounced) (?!.*\b(?:because|as|for)\b)"
)
_IN_HISTORY = re.compile(r"\b(?:history|century|centuries|antiquity|Age)\b")
_HARMED = re.compile(r"\b(?:killed|dead|died|hurt|injured|wounded|missing)\b")
_LONG_ENOUGH = 10
_MANY_NAMES = 3


_SOMEBODY = re.compile(rf"(?!(?:{MONTHS}|{WEEKDAYS}|I)\b)[A-ZÀ-Þ][\w’'-]*")
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}\b(?!\d)"
)
_FIGURE = re.compile(
    r"\d|\b(?:dozen|hundred|thousand|million|billion)s?\b|\b(?:half|twice)\b|fold\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven) of (?:the|every) "
    r"(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)


def names_somebody(sentence: str) -> bool:
    """Tell whether a sentence names somebody or something, if only in its subject."""
    first, _, rest = sentence.partition(" ")
    named = first[1:] != first[1:].lower() or _looks_like_name(sentence)
    return named or bool(_SOMEBODY.search(rest))


def has_figure(sentence: str) -> bool:
    """Tell whether a sentence has a figure that is no day of a month."""
    return bool(_FIGURE.search(_DATE.sub("", sentence)))


def gives_opinion(sentence: str) -> bool:
    """Tell whether a sentence judges or advises."""
    return any(
        match.group() != "should" or not _HOLDS.search(sentence, 0, match.start())
        for match in _OPINION.finditer(sentence.lower())
    )


def undated_change(sentence: str) -> str:
    """Return the verb of a change in the past that has no date, or ""."""
    changed = _CHANGED.search(sentence)
    told = _DATED.search(sentence) or _FROM_TO.search(sentence)
    return changed.group() if changed and not told else ""


def has_verb(sentence: str) -> bool:
    """Tell whether some word may be the verb; in doubt one is."""
    first, *others = (word.strip(".,;:()'\"“”") for word in sentence.split())
    opens = others[0] if others else ""
    if first.endswith("s") and opens.islower() and opens not in PREPOSITIONS:
        return True
    return any(
        word in VERBS
        or word in PAST_FORMS
        or word.endswith("ed")
        or (word.endswith("s") and word.islower() and len(word) > 3)
        for word in others
    )


def tells_casualties(sentence: str) -> bool:
    """Tell whether a sentence says who came to harm."""
    return bool(_HARMED.search(sentence))


def is_unanchored(sentence: str) -> bool:
    """Tell whether a sentence tells of an event without any name, figure or age."""
    listed = sentence.lower().rstrip(".").split()
    words = set(listed)
    past = words & PAST or any(map(_is_past, listed[1:], listed))
    present = any(map(is_third_person, words)) or any(
        word in BASE and before.endswith("s") for before, word in pairwise(listed)
    )
    if not past or present or words & PRESENT_FORMS:
        return False
    if has_figure(sentence) or _NAME_INSIDE.search(sentence):
        return False
    if _IN_HISTORY.search(sentence):
        return False
    first = sentence.split(" ", 1)[0]
    second = sentence[len(first) + 1 : len(first) + 2]
    return not (
        second.isupper() or not first[1:].islower() or _looks_like_name(sentence)
    )


def _is_past(word: str, before: str) -> bool:
    regular = word.endswith("ed") and len(word) > 4 and "-" not in word
    return regular and before not in _NO_VERB_BEHIND


def _looks_like_name(sentence: str) -> bool:
    """Tell whether the first word is alone before a verb, and no plural: a name."""
    first, _, rest = sentence.partition(" ")
    follows = rest.partition(" ")[0].lower()
    is_verb = follows in VERBS or follows in PAST_FORMS or follows.endswith("ed")
    return is_verb and not first.endswith("s")


def has_substance(sentence: str, *, leads: bool = False, defines: bool = False) -> bool:
    """Tell whether a sentence has a figure, a name, a cause, or some length.

    An event needs more than a name and length, unless it `leads` the article. What
    `defines` the kind of thing that the title names may be shorter.
    """
    if _ANNOUNCES.search(sentence) or _GESTURE.search(sentence):
        return False
    says_little = _VAGUE.search(sentence) or _REACTS.search(sentence)
    if says_little and not has_figure(sentence):
        return False
    if _SUBSTANCE.search(sentence):
        return True
    telling = _TELLS_EVENT.search(sentence) and not leads
    named = _NAME_INSIDE.search(sentence)
    if len(_NAME_INSIDE.findall(sentence)) >= _MANY_NAMES:
        return True
    if named and len(sentence.split()) > _LONG_ENOUGH:
        return True
    enough = _LONG_ENOUGH - 2 * sentence.startswith(("A ", "An ")) - 3 * defines
    return not telling and bool(named or len(sentence.split()) >= enough)
