"""Tell on what else a sentence of English prose leans, if it does not stand alone."""

import re
from collections.abc import Set

from app.domain.reading.definites import (
    NAMES_SOMEBODY,
    bare_elsewhere,
    bare_subject,
    first_word,
    is_third_person,
)
from app.domain.reading.openings import leads_with_pronoun, main_subject
from app.domain.reading.pronouns import unnamed_pronoun
from app.domain.reading.stems import stem
from app.domain.reading.unsaid import unsaid_in
from app.domain.reading.vocabulary import (
    PERSONAL,
    POINTING,
    SPEAKERS,
    SUBORDINATORS,
    VERBS,
)

_OWN = ("'s", "’s")
_SPEAKER = re.compile(
    rf"\b(?:I(?:['’](?:m|ve|d|ll))?|(?i:{'|'.join(SPEAKERS)})(?:['’](?:re|ve|ll|d))?)\b"
)
_POINTS_BACK = re.compile(
    r"\b(?:(?<!; )(?:this|these|those)"
    r"(?! (?:who|that|of|in|with|which|without|aged|given|born|\w+ed)\b)"
    r"|(?:than|of|after|before|at|like|by|to|for|from|with|all|and|but) that(?=[.,;)])"
    r"|that (?:time|day|year|point|month|date|period|moment|figure|number|total)"
    r"|after that|at that|by then|since then|until then|then|thereafter|afterwards"
    r"|the (?:latter|former|above|aforementioned)|at the time"
    r"|the same (?!period|year|month|quarter|week)\w+\b(?! (?:as|everywhere)\b)"
    r"|(?:do|does|did|doing|done) (?:so|it|the same)|likewise|elsewhere"
    r"|(?<!\bno )such(?! as\b)(?: an?)? \w+"
    r"|(?:the|these) (?:two|three|four|five|others?|rest)\b(?!-)"
    r"(?! (?:of|most|\w+est|(?:years|months|weeks|days|quarters) (?:to|from))\b)"
    r"|\d[\d,.]* (?!.illion|thousand)\w+ of them\b|again(?=[.])"
    r"|(?:do|does|did|fare|fares|fared|work|works|worked) (?:better|worse)(?=[.,;])"
    r"|according to the (?:company|firm|bank|report|study|ministry|union|agency|group"
    r"|authors?|researchers?|police|survey|government|operator)(?=[.,;])"
    r"|(?:put|puts) the \w+ (?:at|near)\b|without (?:it|them|him|her)(?=[.,;])"
    r"|(?:too|either|as well|(?<!been )otherwise|else)(?=[.])"
    r"|instead(?! of\b)|here(?=[ .,;])"
    r"|(?:see|as) (?:above|below)|so (?:do|does|did) \w+"
    r"|(?<!and )(?:called|calls|dubbed|hailed|praised|dismissed|denied|rejected)"
    r" (?:it|them|that as|this as)\b"
    r"|(?:twice|times|half) as \w+(?=[.,;])|\d%? (?:\w+er|more|less)(?=[.])"
    r"|at (?:the|its) (?:end|start|beginning|outset|peak)(?=[.,;])"
    r"|(?:is|was|are|were|be|became|becomes?|remains?|among) (?:one of |among )?"
    r"(?:its|his|her|their)"
    r"|(?:cause|carry|carries|hold|holds|held|take|takes|took|makes? up|accounts? for"
    r"|cover|covers|own|owns|owned|supply|supplies|provide|provides)"
    r" (?:(?:only|about|around|nearly|almost|less than|more than|some) )*"
    r"(?:\w+ (?:fifths?|quarters?|thirds?|half|halves|tenths?|per ?cent)"
    r"|[\d.]+(?:%| per ?cent))"
    r"(?=[.;]))",
)
# What joins on to the sentence before, which a figure or a name makes up for.
_JOINS_ON = re.compile(r"\b(?:therefore|thus|hence|had (?:already|just|long|never))\b")
_OF_PRONOUN = re.compile(
    r"(?:[\w%.,'’-]+ ){1,5}(?:of|among|for) (?:it|its|them|their|these|those|this|that"
    r"|which|whom|his|her|him)\b",
    re.IGNORECASE,
)
# "Japan imports almost 90% of its energy": a part of what the subject owns; and "The
# saiga is known for its nose".
_HAS_SUBJECT = re.compile(
    r" (?:is|are|was|were) (?:\w+ly )?(?:known|famous|notable|named|noted|prized"
    r"|responsible) for |^[A-Z]\w+ [a-z]+ (?:[a-z]+ ){0,2}"
    r"(?:\d[\d.,]*%|half|most|all|part|some|much"
    r"|(?:a|two|three) (?:thirds?|quarters?|fifths?)) of (?:its|their|his|her)$"
)
_QUANTIFIER = re.compile(
    r"(?:some|many|most|few|all|each|none|several|half|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|\d[\d,.]*%?|a (?:third|quarter|fifth|few)|(?:about |around"
    r" |nearly |almost |more than |less than |fewer than |over )[\w%.,]+"
    r"(?: (?:thirds|quarters|fifths|in ten|per cent|percent))?) (?=(\w+))",
    re.IGNORECASE,
)
_OF_MANY = re.compile(r"none of the \d", re.IGNORECASE)
_BEHIND_QUANTIFIERS = VERBS | {"other", "others", "more", "such"}
_BOTH_AND = re.compile(r"both (?:[\w'’-]+ ){1,5}?and\b", re.IGNORECASE)
# "When Reis left, she" names her; "In Paris, she" does not.
_TOLD_CLAUSE = re.compile(
    rf"(?:{'|'.join(map(str.capitalize, sorted(SUBORDINATORS)))}|According)\b"
)
# "In 2015 60% of all saigas at the time": the date stands before.
_DATED_THEN = re.compile(
    r"(\b(?:1\d|20)\d\d\b.*?) "
    r"(?:at the time|at that time|by then|since then|until then|that year)\b"
)
# What changes needs no second term where a clause before says what with.
_BECOMES = re.compile(
    r"(?<!\w)(?:become|became|becoming|got|grown|grew)"
    r" (?:\w+er|more \w+|less \w+)(?=[.,;])"
)
_CAUSED = re.compile(r"(?:Because|As|When|If|Since|While) ")
# "Ana Reis, its head, resigned."
_ITS_HEAD = re.compile(
    r"[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*){0,3}, (its|their|his|her) [^,;:]{1,60}, "
)
# "Added to that are": what it is added to stands before.
_ADDED = re.compile(
    r"(?:Added|Adding|In addition|Next|Compared|Contrary|Similar|Close|Linked|Related)"
    r" to (?:this|that|it|these|those|them)\b"
)
# "In his lecture of 1945, Fleming" and "In its first year the charge".
_BELOW = re.compile(
    r"(?:In|At|During|With|Despite|For|From|On|Before|After|By|Since|Throughout|Under)"
    r" (its|his|her|their) (?:[^,;:]{1,60}, (?:the )?[A-ZÀ-Þ]"
    r"|(?:first|second|third|last|final|early|later|peak|height|start|heyday|lifetime)\b"
    r"[^,;:]{0,30} (?:the [a-z]|[A-ZÀ-Þ]))"
)
# "Ana Reis, then its head," and "the first to reach it, and to do so alone".
_EXPLAINED = re.compile(
    r"(\b[A-ZÀ-Þ][\w’'-]*,) then(?= (?:the|an?|at|in|of|with|(?:[a-z]+ )?(?:secretary"
    r"|minister|president|director|chief|professor|head|governor|mayor)))"
    r"|(\bto [a-z]+ .* to) do so\b"
)
_EXPLAINABLE = re.compile(r"\b(?:then|do so|at the time|at that time|that year)\b")
_FURTHER = re.compile(
    r"(?:Later|Earlier|Further|Previous|Subsequent|Additional|Similar) [a-z]+s\b"
)
_STILL = re.compile(r"(?:An?|Some|Most|Many) [\w-]+(?: [\w-]+)? (still|also|even)\b")
_ORDINAL = re.compile(
    r"the (?:figures?|numbers?|shares?|rates?) (?:for|was|is|were|are)\b"
    r"|an? (?:second|third|fourth|further|similar|separate|later) \w+"
    r"|the (?:first|second|third|fourth|last|next|other|others|same|rest)"
    r" (?:is|was|are|were|has|had|have|will|would|came|comes)\b"
    r"|the (?:next|other|others|same)\b(?! of\b)"
    r"|the (?:first|second|last|only) ones?\b"
    r"|(?:the|an?) (?:result|results|reason|reasons|answer|effect|effects|problem|idea"
    r"|aim|goal|point|difference|exception|alternative|figure|figures|money|change"
    r"|changes|move|decision|deal|settlement|increase|decrease|rise|drop|fall|gap|trend)"
    r"\b(?! (?:of|in|for|between|to|that|from) )",
    re.IGNORECASE,
)
_FIGURE_OR_NAME = re.compile(r"\d|[a-z,] [A-ZÀ-Þ]|^[A-ZÀ-Þ]\w+ [A-ZÀ-Þ]")
_THERE_IS = re.compile(
    r"there (?:is|are|was|were|has|have|had|will|may|can|remain)", re.IGNORECASE
)


def leaning_of(
    sentence: str, earlier: Set[str], named: Set[str], *, topical: bool = False
) -> str:
    """Return the words of `sentence` that another sentence has to explain, or "".

    `earlier` holds the stems of all words before the sentence, `named` those of the
    titles above it, which a reader has before their eyes. In a `topical` article, one
    about the thing that its title names, "the coat" is that of the thing.
    """
    sentence = _told_below(sentence)
    subjects = main_subject(sentence)
    for subject in subjects:
        pronoun = leads_with_pronoun(sentence, subject)
        if pronoun and subject > subjects[0]:
            pronoun = _not_named(pronoun, sentence, subjects[0])
        if pronoun in PERSONAL and _TOLD_CLAUSE.match(sentence):
            pronoun = "" if NAMES_SOMEBODY.search(sentence, 0, subject) else pronoun
        found = (
            pronoun
            or _pointing(sentence, subject, named)
            or bare_subject(sentence, subject, earlier, named, topical=topical)
        )
        if found:
            return found
    further = _FURTHER.match(sentence) or _ADDED.match(sentence)
    if further:
        return further.group()
    head = _ITS_HEAD.match(sentence)
    if head:
        return head[1]
    match = _OF_PRONOUN.match(sentence)
    if match and not _HAS_SUBJECT.search(match.group()):
        return " ".join(match.group().split()[-2:])
    return (
        find_in(_POINTS_BACK, _explained(sentence))
        or _joining(sentence)
        or ("" if _CAUSED.match(sentence) else find_in(_BECOMES, sentence))
        or unsaid_in(sentence, named)
        or bare_elsewhere(sentence, earlier, named)
        or unnamed_pronoun(sentence)
    )


def _told_below(sentence: str) -> str:
    """Return `sentence` without a pronoun that its subject explains right after."""
    match = _BELOW.match(sentence)
    if not match:
        return sentence
    return sentence[: match.start(1)] + "the" + sentence[match.end(1) :]


def _joining(sentence: str) -> str:
    """Return a "therefore" in a sentence without any figure or name inside."""
    told = _FIGURE_OR_NAME.search(sentence)
    return "" if told else find_in(_JOINS_ON, sentence)


def _explained(sentence: str) -> str:
    """Return `sentence` without a "then" or "do so" that it explains itself."""
    if not _EXPLAINABLE.search(sentence):
        return sentence
    sentence = _EXPLAINED.sub(lambda it: it[1] or it[2], sentence)
    return _DATED_THEN.sub(r"\1", sentence)


def find_in(pattern: re.Pattern[str], sentence: str) -> str:
    """Return what a pattern of small letters finds, as the sentence spells it.

    Small letters throughout are several times as fast as `re.IGNORECASE`.
    """
    match = pattern.search(sentence.lower())
    return sentence[match.start() : match.end()] if match else ""


def speaks_of_speaker(sentence: str) -> str:
    """Return the first word in the first or second person, or ""."""
    for match in _SPEAKER.finditer(sentence):
        word = match.group()
        before = sentence[: match.start()].split()[-1:]
        is_numeral = word == "I" and before and before[0][:1].isupper()
        if not is_numeral and word != "US":
            return word
    return ""


def _pointing(sentence: str, subject: int, named: Set[str]) -> str:
    word = first_word(sentence, subject)
    quantified = _QUANTIFIER.match(sentence, subject)
    if quantified and (
        quantified[1].lower() in _BEHIND_QUANTIFIERS
        or (is_third_person(quantified[1]) and quantified.group().startswith("Each"))
    ):
        return quantified.group().strip()
    ordinal = _ORDINAL.match(sentence, subject)
    if ordinal:
        the, *_, noun = ordinal.group().lower().split()
        return "" if the == "the" and stem(noun) in named else ordinal.group()
    if (word == "both" and _BOTH_AND.match(sentence, subject)) or (
        word == "instead" and sentence.startswith(" of ", subject + len(word))
    ):
        return ""
    still = _STILL.match(sentence, subject)
    if still:
        return still[1]
    if word == "there":
        return "" if _THERE_IS.match(sentence, subject) else word
    if word == "none" and _OF_MANY.match(sentence, subject):
        return ""
    if word in ("some", "one", "only", "not", "even"):
        follows = sentence[subject:].split(None, 2)[1:2]
        return word if follows and follows[0].lower() in VERBS else ""
    return word if word in POINTING else ""


def _not_named(pronoun: str, sentence: str, subject: int) -> str:
    """Return `pronoun` unless an opening clause names it: "When a bog dries, it …"."""
    word, _, rest = sentence[subject:].partition(" ")
    if pronoun in ("it", "its") and rest.partition(" ")[0].endswith(_OWN):
        return ""
    plural = word.endswith("s") or rest.partition(" ")[0].endswith("s")
    if pronoun in ("they", "their"):
        return "" if plural else pronoun
    single = word in ("a", "an", "each", "every") or word[:1].isupper()
    return "" if single and pronoun in ("it", "its") else pronoun
