"""Tell on what else a sentence of English prose leans, if it does not stand alone."""

import re
from collections.abc import Set

from app.domain.reading.stems import stem, stems
from app.domain.reading.vocabulary import (
    ACTORS,
    BASE,
    BEHIND_NOUNS,
    FINITE,
    MONTHS,
    OFFICES,
    OWNERS,
    PAST_FORMS,
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
    UNIQUE,
    VERBS,
    WEEKDAYS,
)

_WORD = re.compile(r"[A-Za-zÀ-ɏ][\w'’-]*|\d[\d.,]*%?|[^\s\w]")
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
_ARTICLE = re.compile(r"(?:the|an?) $")
_PLACE = re.compile(
    r"(?:In|At|On|Near|Across|From|Under|For|Throughout)\s(?:the\s)?"
    r"(?:[A-ZÀ-Þ][\w’'.-]*\s(?:and\s(?=[A-Z]))?)+(?=\w)"
)
_POINTS_BACK = re.compile(
    r"\b(?:(?:this|these|those)"
    r"(?! (?:who|that|of|in|with|which|without|aged|given|born|\w+ed)\b)"
    r"|(?:than|of|after|before|at|like|by|to|for|from|with|all|and|but) that(?=[.,;)])"
    r"|that (?:time|day|year|point|month|date|period|moment|figure|number|total)"
    r"|after that|at that|by then|since then|until then|then|thereafter|afterwards"
    r"|the (?:latter|former|above|aforementioned)|at the time|the same \w+"
    r"|(?:do|does|did|doing|done) (?:so|it|the same)|likewise|elsewhere"
    r"|(?<!\bno )such(?! as\b)(?: an?)? \w+"
    r"|(?:the|these) (?:two|three|four|five|others?|rest)\b(?! (?:of|most|\w+est)\b)"
    r"|\d \w+ of (?:them|it)\b|again(?=[.])"
    r"|(?:become|became|becoming|got|grown|grew) (?:\w+er|more \w+|less \w+)(?=[.,;])"
    r"|according to the (?:company|firm|bank|report|study|ministry|union|agency|group"
    r"|authors?|researchers?|police|survey|government|operator)(?=[.,;])"
    r"|(?:put|puts) the \w+ (?:at|near)\b|without (?:it|them|him|her)(?=[.,;])"
    r"|(?:too|either|as well|otherwise|else)(?=[.])|instead(?! of\b)|here(?=[ .,;])"
    r"|had (?:already|just|long|never|not yet)"
    r"|(?:see|as) (?:above|below)|therefore|thus|hence|so (?:do|does|did) \w+"
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
_OF_PRONOUN = re.compile(
    r"(?:[\w%.,'’-]+ ){1,5}(?:of|among|for) (?:it|its|them|their|these|those|this|that"
    r"|which|whom|his|her|him)\b",
    re.IGNORECASE,
)
# "Japan imports almost 90% of its energy": a part of what the subject owns.
_PART_OF_ITS = re.compile(
    r"^[A-Z]\w+ [a-z]+ (?:[a-z]+ ){0,2}(?:\d[\d.,]*%|half|most|all|part|some|much"
    r"|(?:a|two|three) (?:thirds?|quarters?|fifths?)) of (?:its|their|his|her)$"
)
_QUANTIFIER = re.compile(
    r"(?:some|many|most|few|all|each|none|several|half|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|\d[\d,.]*%?|a (?:third|quarter|fifth|few)|(?:about |around"
    r" |nearly |almost |more than |less than |fewer than |over )[\w%.,]+"
    r"(?: (?:thirds|quarters|fifths|in ten|per cent|percent))?) (?=(\w+))",
    re.IGNORECASE,
)
_SOME_ACTORS = re.compile(r"(?:Some|Many|Most|Several|Other|Few|Two|Three) (\w+)")
_FURTHER = re.compile(
    r"(?:Later|Earlier|Further|Previous|Subsequent|Additional|Similar) [a-z]+s\b"
)
_NAMED_BEHIND = re.compile(r", [A-ZÀ-Þ]")
_COUNT = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "ten"])
_SUPERLATIVE = re.compile(r"\bmost\b|\w{3}est\b")
_STILL = re.compile(r"(?:An?|Some|Most|Many) [\w-]+(?: [\w-]+)? (still|also|even)\b")
_ORDINAL = re.compile(
    r"an? (?:second|third|fourth|further|similar|separate|later) \w+"
    r"|the (?:first|second|third|fourth|last|next|other|others|same|rest)"
    r" (?:is|was|are|were|has|had|have|will|would|came|comes)\b"
    r"|the (?:next|other|others|same)\b(?! of\b)"
    r"|(?:the|an?) (?:result|results|reason|reasons|answer|effect|effects|problem|idea"
    r"|aim|goal|point|difference|exception|alternative|figure|figures|money|change"
    r"|changes|move|decision|deal|settlement|increase|decrease|rise|drop|fall|gap|trend)"
    r"\b(?! (?:of|in|for|between|to|that|from) )",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"it (?:(?:is|was|has been|will be|would be) (?:\w+ly )?(?:not )?(?:un|im)?"
    r"(?:likely|possible|clear|known|hard|easy|difficult|necessary|common|rare|usual"
    r"|cheaper|better|estimated|thought|believed|said|expected|safe|legal|illegal"
    r"|only|until|because|here|there|in)\b.*?\b(?:that|to|for|when|before|who)\b"
    r"|(?:takes?|took|costs?|(?:will|would|may|can|could) (?:take|cost))\b"
    r".*?\b(?:to|for|until|before)\b)",
    re.IGNORECASE,
)
_THERE_IS = re.compile(
    r"there (?:is|are|was|were|has|have|had|will|may|can|remain)", re.IGNORECASE
)
_THE = re.compile(r"\b[Tt]he (?=[a-zà-ÿ])")
# What starts another clause, in which a pronoun may mean the subject of the first.
_CLAUSES = RELATIVES | SUBORDINATORS | set(",;:") | {"and", "but", "or", "so", "than"}
_NAMES_SOMEBODY = re.compile(r"\s[A-ZÀ-Þ][a-zà-ÿ]")
_TIME_BEHIND = re.compile(
    rf"(?:on|in|at|by|since|until|after|before|during|from|between) "
    rf"(?:early |late |about )?(?:\d|{MONTHS}|{WEEKDAYS})"
)
_DIGIT = re.compile(r"\d")
_DETERMINED = re.compile(r"[a-zà-ÿ][\w’'-]*")
_NEVER_BARE = RELATIVES | {"of", "to"}


def main_subject(sentence: str) -> tuple[int, ...]:
    """Return where the subjects start: of an opening clause, and of the main one.

    "In 2023 it …" and "When the price fell, owners …" open with a time or a clause.
    """
    first = _first(sentence, 0)
    adverb = _ADVERB.match(sentence)
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
    word = _first(sentence, subject)
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
        if pronoun in PERSONAL and _NAMES_SOMEBODY.search(sentence, 0, subject):
            pronoun = ""
        found = (
            pronoun
            or _pointing(sentence, subject)
            or _bare_subject(sentence, subject, earlier, named)
        )
        if found:
            return found
    further = _FURTHER.match(sentence)
    if further:
        return further.group()
    match = _OF_PRONOUN.match(sentence)
    if match and not _PART_OF_ITS.search(match.group()):
        return " ".join(match.group().split()[-2:])
    points = find_in(_POINTS_BACK, sentence)
    if points:
        return points
    return _bare_elsewhere(sentence, earlier, named) or _unnamed_pronoun(sentence)


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


def _first(sentence: str, position: int) -> str:
    match = _WORD.match(sentence, position)
    return match.group().replace("’", "'").lower() if match else ""


def _pointing(sentence: str, subject: int) -> str:
    word = _first(sentence, subject)
    quantified = _QUANTIFIER.match(sentence, subject)
    if quantified and (
        quantified[1].lower() in VERBS | {"other", "others", "more", "such"}
    ):
        return quantified.group().strip()
    ordinal = _ORDINAL.match(sentence, subject)
    if ordinal:
        return ordinal.group()
    if word == "both" and " and " in sentence[subject : subject + 60]:
        return ""
    still = _STILL.match(sentence, subject)
    if still:
        return still[1]
    if word == "there":
        return "" if _THERE_IS.match(sentence, subject) else word
    if word in ("some", "one", "only", "not", "even"):
        follows = sentence[subject:].split(None, 2)[1:2]
        return word if follows and follows[0].lower() in VERBS else ""
    return word if word in POINTING else ""


def _bare_subject(
    sentence: str, subject: int, earlier: Set[str], named: Set[str]
) -> str:
    """Return a subject like "the bridge" or "Analysts" that says not which."""
    the = _THE.match(sentence, subject)
    if the:
        bare = _bare(sentence, the.end())
        if not bare:
            return ""
        words = [stem(word) for word in bare.split()]
        is_title = len(named) <= 4 and words[-1] in named
        known = (
            is_title
            or (
                words[0] == "first"
                and bool(_NAMES_SOMEBODY.search(sentence, the.end()))
            )
            or (words[-1] in UNIQUE and len(words) == 1)
            or _in_title(words, named, sentence)
            or (
                words[-1] not in OFFICES
                and _NAMED_BEHIND.match(sentence, the.end() + len(bare))
            )
        )
        return "" if known else f"the {bare}"
    actors = _SOME_ACTORS.match(sentence, subject)
    if actors and actors[1].lower() in ACTORS:
        return actors.group()
    word, _, rest = sentence[subject:].partition(" ")
    if not word[:1].isupper() or not word.isalpha() or stem(word) in named:
        return ""
    follows = _first(rest, 0) if rest[:1].islower() else ""
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    if word.lower() in PRONOUNS or not (plural or stem(word) in earlier):
        return ""
    past = follows in PAST_FORMS | {"were", "had"} or follows.endswith("ed")
    unknown = past or (follows in VERBS and word.lower() in ACTORS)
    return word if unknown and _is_common(word, sentence) else ""


def _is_common(word: str, sentence: str) -> bool:
    """Tell whether a word at the start is no name: no name has all small letters."""
    return word[1:].islower() and word not in sentence[len(word) :]


def _bare(sentence: str, position: int) -> str:
    """Return the words after a "the" where nothing behind them says which, or ""."""
    words: list[str] = []
    while match := _DETERMINED.match(sentence, position):
        word = match.group()
        if words and word in _NEVER_BARE:
            return ""
        if words and _TIME_BEHIND.match(sentence, match.start()):
            return " ".join(words)
        if words and word in PREPOSITIONS | RELATIVES:
            verb = len(words) > 1 and words[-1].endswith(("s", "ed"))
            return " ".join(words[:-1]) if verb else ""
        if words and word in ("and", "or"):
            return ""
        noun = sentence.startswith(" of ", match.end())
        counted = word == "most" and set(words) <= _COUNT
        ends = _is_verb(word, words[-1]) or word in BEHIND_NOUNS if words else False
        if ends and not noun and not counted:
            return " ".join(words)
        words.append(word)
        position = match.end()
        if sentence[position : position + 1] != " ":
            return " ".join(words)
        position += 1
        if not sentence[position : position + 1].islower():
            verb = len(words) > 1 and words[-1].endswith(("s", "ed"))
            return " ".join(words[:-1]) if verb else ""
    return " ".join(words)


def _is_verb(word: str, before: str) -> bool:
    if word in FINITE or word.endswith(("ed", "ly")) or is_third_person(word):
        return True
    return word in BASE and before.endswith("s")


def is_third_person(word: str) -> bool:
    """Tell whether `word` may be a verb in the form of "falls" or "carries"."""
    if not word.endswith("s"):
        return False
    return bool({word[:-1], word[:-2], word[:-3] + "y"} & BASE)


def _in_title(words: list[str], named: Set[str], sentence: str) -> bool:
    """Tell whether a title says what "the strike" is, for a sentence with a figure."""
    return len(words) == 1 and words[0] in named and bool(_DIGIT.search(sentence))


def _bare_elsewhere(sentence: str, earlier: Set[str], named: Set[str]) -> str:
    """Return a later "the bridge" that a sentence further up has introduced."""
    for the in _THE.finditer(sentence):
        bare = _bare(sentence, the.end())
        head = bare.rsplit(" ", 1)[-1]
        known = stem(head) in UNIQUE or _has_stem(sentence[: the.start()], head)
        known = known or _in_title([stem(it) for it in bare.split()], named, sentence)
        known = known or bool(_SUPERLATIVE.search(bare))
        if bare and not known and stem(head) in earlier:
            return f"the {bare}"
    return ""


def _not_named(pronoun: str, sentence: str, subject: int) -> str:
    """Return `pronoun` unless an opening clause names it: "When a bog dries, it …"."""
    word, _, rest = sentence[subject:].partition(" ")
    plural = word.endswith("s") or rest.partition(" ")[0].endswith("s")
    if pronoun in ("they", "their"):
        return "" if plural else pronoun
    single = word in ("a", "an", "each", "every") or word[:1].isupper()
    return "" if single and pronoun in ("it", "its") else pronoun


def _has_stem(text: str, word: str) -> bool:
    return stem(word) in stems(text, names=True)


def _unnamed_pronoun(sentence: str) -> str:
    """Return the first pronoun that nothing before it in the sentence can name.

    An object is never the subject of its own clause: "It surprised him".
    """
    before: list[str] = []
    for match in _WORD.finditer(sentence):
        word = match.group()
        lowered = word.lower()
        if lowered in PRONOUNS and not _EXPLETIVE.match(sentence, match.start()):
            follows = _first(sentence, match.end() + 1)
            is_object = _is_object(lowered, follows)
            named = _may_name(lowered, before, is_object=is_object)
            alone = is_object and not _CLAUSES & set(before)
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


def _may_name(pronoun: str, before: list[str], *, is_object: bool) -> bool:
    content = [word for word in before if word[0].isalpha()]
    content = [word for word in content if word not in PREPOSITIONS]
    if pronoun == "it" and is_object:
        one = any(word in ("a", "an", "the", "each", "every") for word in before)
        return one or any(word[0].isupper() for word in before[1:])
    if pronoun in SINGULAR:
        return len(content) > 1
    if pronoun in PLURAL:
        nouns = [word for word in content if word not in VERBS]
        return any(w.endswith("s") or w in PLURALS_WITHOUT_S for w in nouns)
    names = any(word[0].isupper() for word in content[1:])
    return names or any(word in ("a", "an", "who") for word in content)
