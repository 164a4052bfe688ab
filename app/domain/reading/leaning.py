"""Tell on what else a sentence of English prose leans, if it does not stand alone."""

import re
from collections.abc import Set

from app.domain.reading.definites import (
    NAMES_SOMEBODY,
    WORD,
    bare_elsewhere,
    bare_subject,
    first_word,
    is_third_person,
)
from app.domain.reading.stems import stem
from app.domain.reading.unsaid import unsaid_in
from app.domain.reading.vocabulary import (
    BASE,
    FINITE,
    MONTHS,
    OWNERS,
    PERSONAL,
    PLURAL,
    PLURALS_WITHOUT_S,
    POINTING,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SINGULAR,
    SPEAKERS,
    SUBORDINATORS,
    VERBS,
    WEEKDAYS,
)

_SPEAKER = re.compile(
    rf"\b(?:I(?:['’](?:m|ve|d|ll))?|(?i:{'|'.join(SPEAKERS)})(?:['’](?:re|ve|ll|d))?)\b"
)
_CLAUSE = re.compile(r"[^,;:()]{1,160},\s")
_TIME = re.compile(
    rf"(?:In|By|Since|On|From|Until|During|Before|After|At|Between|Around)\s"
    rf"(?:(?:the|an?|early|late|mid-?|end|middle|start|about|around|of|and|to|last|first"
    rf"|second|third|fourth|quarter|half|few|ice|age|spring|summer|autumn|fall|winter"
    rf"|years?|months?|weeks?|days?|decades?|hours?|century|nights?|cent(?:ury|uries)"
    rf"|\d[\w,–-]*|two|three|four|five|six|ten|{MONTHS}|{WEEKDAYS})\s)+"
)
_ADVERB = re.compile(
    r"(?:Today|Now|Nowadays|Sometimes|Often|Usually|Typically|Normally|Initially"
    r"|Originally|Eventually|Later|Soon|Even|Still|At first|At present|In turn"
    r"|On average|Worldwide|Here|Yet),?\s"
)
# "Often described as a computer, it …", "Built in 1901, the tower …"
_PARTICIPLE = re.compile(
    r"(?:\w+ed|[Bb]uilt|[Kk]nown|[Bb]orn|[Mm]ade|[Ff]ound|[Ss]een|[Hh]eld|[Ll]ed|[Ss]et)"
    r" (?:as|in|by|to|for|at|on|from|with|of|after|between|under|near)\b"
    r"[^,;:()]{1,120}, (?=(?:it|its|they|their|he|she|his|her|the|an?)\b|[A-ZÀ-Þ])"
)
_ARTICLE = re.compile(r"(?:the|an?) $")
_PLACE = re.compile(
    r"(?:In|At|On|Near|Across|From|Under|For|Throughout)\s(?:the\s)?"
    r"(?:[A-ZÀ-Þ][\w’'.-]*\s(?:and\s(?=[A-Z]))?)+(?=\w)"
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
    r"|(?:too|either|as well|otherwise|else)(?=[.])|instead(?! of\b)|here(?=[ .,;])"
    r"|(?:see|as) (?:above|below)|so (?:do|does|did) \w+"
    r"|(?<!and )(?:called|calls|dubbed|hailed|praised|dismissed|denied) (?:it|them)"
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
# "Added to that are": what it is added to stands before.
_ADDED = re.compile(
    r"(?:Added|Adding|In addition|Next|Compared|Contrary|Similar|Close|Linked|Related)"
    r" to (?:this|that|it|these|those|them)\b"
)
# "Ana Reis, then its head," and "the first to reach it, and to do so alone".
_EXPLAINED = re.compile(
    r"(\b[A-ZÀ-Þ][\w’'-]*,) then(?= (?:the|an?|at|in|of|with|(?:[a-z]+ )?(?:secretary"
    r"|minister|president|director|chief|professor|head|governor|mayor)))"
    r"|(\bto [a-z]+ .* to) do so\b"
)
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
    r"|(?:the|an?) (?:result|results|reason|reasons|answer|effect|effects|problem|idea"
    r"|aim|goal|point|difference|exception|alternative|figure|figures|money|change"
    r"|changes|move|decision|deal|settlement|increase|decrease|rise|drop|fall|gap|trend)"
    r"\b(?! (?:of|in|for|between|to|that|from) )",
    re.IGNORECASE,
)
_FIGURE_OR_NAME = re.compile(r"\d|[a-z,] [A-ZÀ-Þ]|^[A-ZÀ-Þ]\w+ [A-ZÀ-Þ]")
_EXPLETIVE = re.compile(
    r"it (?:(?:is|was|has been|will be|would be) (?:\w+ly |often |also )?(?:not )?"
    r"(?!(?:likely|known|estimated|thought|believed|said|expected) (?:for|to|as)\b)"
    r"(?:un|im)?(?:safe|likely|possible|clear|known|hard|easy|difficult|necessary|common|rare|usual"
    r"|cheaper|better|estimated|thought|believed|said|expected|legal|illegal"
    r"|only|until|because|here|there|in)\b.*?\b(?:that|to|for|when|before|who)\b"
    r"|took\b.*?\b(?:for|until|before)\b"
    r"|(?:takes?|costs?|(?:will|would|may|can|could) (?:take|cost))\b"
    r".*?\b(?:to|for|until|before)\b)",
    re.IGNORECASE,
)
_THERE_IS = re.compile(
    r"there (?:is|are|was|were|has|have|had|will|may|can|remain)", re.IGNORECASE
)
# What starts another clause, in which a pronoun may mean the subject of the first.
_OWN = ("'s", "’s")
_CLAUSES = RELATIVES | SUBORDINATORS | set(",;:") | {"and", "but", "or", "so", "than"}


def main_subject(sentence: str) -> tuple[int, ...]:
    """Return where the subjects start: of an opening clause, and of the main one.

    "In 2023 it …" and "When the price fell, owners …" open with a time or a clause.
    """
    first = first_word(sentence, 0)
    adverb = _ADVERB.match(sentence)
    participle = _PARTICIPLE.match(sentence, adverb.end() if adverb else 0)
    if participle:
        return (participle.end(),)
    if adverb:
        return (adverb.end(),)
    if first in SUBORDINATORS:
        clause = _CLAUSE.match(sentence)
        inner = len(first) + 1
        if clause and first not in PREPOSITIONS:
            return inner, clause.end()
        if clause:
            return clause.end(), inner
    time = _TIME.match(sentence)
    if time:
        article = _ARTICLE.search(sentence, 0, time.end())
        return (article.start() if article else time.end(),)
    if first in PREPOSITIONS or first.endswith(("ing", "ly")):
        clause = _CLAUSE.match(sentence)
        if clause and not _has_verb(clause.group()):
            return (clause.end(),)
        place = _PLACE.match(sentence)
        return (place.end(),) if place else ()
    return (0,)


def _has_verb(words: str) -> bool:
    return any(word in FINITE for word in words.split())


def leads_with_pronoun(sentence: str, subject: int) -> str:
    """Return the pronoun that stands at `subject`, in lower case, or ""."""
    word = first_word(sentence, subject)
    if word == "it" and _EXPLETIVE.match(sentence, subject):
        return ""
    return word if word in PRONOUNS else ""


def leaning_of(sentence: str, earlier: Set[str], named: Set[str]) -> str:
    """Return the words of `sentence` that another sentence has to explain, or "".

    `earlier` holds the stems of all words before the sentence, `named` those of the
    titles above it, which a reader has before their eyes.
    """
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
            or bare_subject(sentence, subject, earlier, named)
        )
        if found:
            return found
    further = _FURTHER.match(sentence) or _ADDED.match(sentence)
    if further:
        return further.group()
    match = _OF_PRONOUN.match(sentence)
    if match and not _HAS_SUBJECT.search(match.group()):
        return " ".join(match.group().split()[-2:])
    return (
        find_in(_POINTS_BACK, _explained(sentence))
        or _joining(sentence)
        or ("" if _CAUSED.match(sentence) else find_in(_BECOMES, sentence))
        or unsaid_in(sentence, named)
        or bare_elsewhere(sentence, earlier, named)
        or _unnamed_pronoun(sentence)
    )


def _joining(sentence: str) -> str:
    """Return a "therefore" in a sentence without any figure or name inside."""
    told = _FIGURE_OR_NAME.search(sentence)
    return "" if told else find_in(_JOINS_ON, sentence)


def _explained(sentence: str) -> str:
    """Return `sentence` without a "then" or "do so" that it explains itself."""
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
        quantified[1].lower() in VERBS | {"other", "others", "more", "such"}
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
    plural = word.endswith("s") or rest.partition(" ")[0].endswith("s")
    if pronoun in ("they", "their"):
        return "" if plural else pronoun
    single = word in ("a", "an", "each", "every") or word[:1].isupper()
    return "" if single and pronoun in ("it", "its") else pronoun


def _unnamed_pronoun(sentence: str) -> str:
    """Return the first pronoun that nothing before it in the sentence can name.

    An object is never the subject of its own clause: "It surprised him".
    """
    before: list[str] = []
    for match in WORD.finditer(sentence):
        word = match.group()
        lowered = word.lower()
        if lowered in PRONOUNS and not _EXPLETIVE.match(sentence, match.start()):
            follows = first_word(sentence, match.end() + 1)
            is_object = _is_object(lowered, follows)
            named = _may_name(lowered, before, is_object=is_object)
            owned = any(it[0].isupper() and it.endswith(_OWN) for it in before)
            alone = is_object and not owned and not _CLAUSES & set(before)
            return "" if named and not alone else word
        before.append(word)
    return ""


def _is_object(pronoun: str, follows: str) -> bool:
    """Tell whether a pronoun is what is acted on, neither subject nor owner."""
    if pronoun in OWNERS and follows.isalpha() and follows not in PREPOSITIONS:
        return False
    if pronoun != "it":
        return pronoun in ("them", "him", "her")
    return not (follows in FINITE or is_third_person(follows) or follows in BASE)


def _is_name(words: list[str]) -> bool:
    """Tell whether the first of some words looks like a name before a verb."""
    first, second = (*words, "", "")[:2]
    common = first.lower() in POINTING | PRONOUNS | SUBORDINATORS or first[-1:] == "s"
    return not common and (second in VERBS or second.endswith("ed"))


def _may_name(pronoun: str, before: list[str], *, is_object: bool) -> bool:
    content = [word for word in before if word[0].isalpha()]
    content = [word for word in content if word not in PREPOSITIONS]
    if pronoun == "it" and is_object:
        one = any(word in ("a", "an", "the", "each", "every") for word in before)
        shared = before[-1:] == ["of"] and "of" in before[:-1]
        return one or shared or any(it[0].isupper() for it in before[1:])
    if pronoun in SINGULAR:
        return len(content) > 1
    if pronoun in PLURAL:
        nouns = [word for word in content if word not in VERBS]
        return any(w.endswith("s") or w in PLURALS_WITHOUT_S for w in nouns)
    names = any(word[0].isupper() for word in content[1:]) or _is_name(content)
    return names or any(word in ("a", "an", "who") for word in content)
