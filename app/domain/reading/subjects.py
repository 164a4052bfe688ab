"""Know whom a pronoun at the start of a sentence means, where that is certain."""

import re
from collections.abc import Set
from dataclasses import dataclass, field

from app.domain.reading.definites import first_word, is_third_person
from app.domain.reading.openings import leads_with_pronoun, main_subject
from app.domain.reading.people import People
from app.domain.reading.stems import stems
from app.domain.reading.things import Things, genitive, with_kinds
from app.domain.reading.topic import is_plural, plural_at, topic_at
from app.domain.reading.vocabulary import (
    DECISIONS,
    MONTHS,
    ORGANISATION_WORDS,
    ORGANISATIONS,
    POINTING,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    SUPERORDINATES,
    VERBS,
    WEEKDAYS,
)

_NAME_WORD = r"[A-ZÀ-Þ0-9][\w&.-]*(?:['’](?!s\b)\w+)?"
_NAME = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.\s)?[A-ZÀ-Þ][\w&-]*(?:['’](?!s\b)\w+)?"
    rf"(?:\s(?:(?:of|de|van|von|der|bin|al|&|for|the)\s)?{_NAME_WORD}){{0,6}}"
)
_PLACE_OF = re.compile(
    rf"[Tt]he (?:port|city|state|government|university|bank|republic|province) of"
    rf" {_NAME.pattern}"
)
_PAIR = re.compile(rf"{_NAME.pattern} and {_NAME.pattern}(?= [a-z])")
_APPOSITION = re.compile(
    rf",\s[^,.;()]{{0,80}}\b(?:{ORGANISATIONS})\b[^,.;()]{{0,60}},"
    rf"|\s(?:is|was) (?:an?|the) [^,.;()]{{0,60}}\b(?:{ORGANISATIONS})\b"
)
_APART_NAME = re.compile(r", (?:its|an?|the|once|now|which|who|part of|based in) ")
# What stands between a subject and its verb: ", by contrast," and ", who is head,".
_BETWEEN = re.compile(r",\s[^,.;:]{1,90},\s")
_OTHER_THING = re.compile(
    r"\b(?:an?|the|this|that|another|each|one) "
    r"(?!(?:year|month|week|day|quarter|end|time|world|same|first|\w+s|US|UK|EU"
    rf"|{MONTHS})\b)[A-Za-z]"
)
# "It was a costly week" is about what happened, not about the last subject.
_EVENT = re.compile(r"(?:is|was) (?:the|an?|one|his|her|their|only)\b")
# "It snowed", "It was 1990 when", "It took 3 years to": it means nothing there was.
_DUMMY = re.compile(
    r"(?:snow|rain|hail)(?:s|ed)\b"
    r"|t(?:ook|akes?) (?:an?|about|almost|nearly|over|only|just|more|less|until|years"
    r"|months|weeks|days|decades|\d)\b"
    r"|(?:is|was|will be|had been|has been) (?:\d|[A-Z]|(?:about|almost|nearly|over"
    r"|some|only|just|not|here|there|then|when|because|cold|hot|warm|dark|late|early|clear"
    r"|unclear|possible|impossible|hard|difficult|easy|likely|unlikely|true)\b)"
)
_DEFINES = re.compile(r"\s?(?:is|was|are|were) (?:an?|the|one of the) ")
_ITSELF = re.compile(r"^,?\s?(?:is|was) (?:an?|the|one of the) ")
_BRACKETS = re.compile(r"^\s\([^()]*\)")
_THE = re.compile(r"\bthe (?=[a-z])")
_PLACED = re.compile(r"\b(?:in|at|near) $")
_NAMED_BEFORE = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*|\d+) $")
_OPENING = 80
_NO_NAMES = PREPOSITIONS | SUBORDINATORS | RELATIVES | POINTING | {"why", "how", "what"}
_CALENDAR = re.compile(rf"(?:{MONTHS}|{WEEKDAYS})\b")
# "The operator, Sundlinjen, bought": the name is what it is about.
_NAME_APPOSED = re.compile(
    rf"(?:[Tt]he|[A-ZÀ-Þ][\w-]+['’]s) [^,;:.A-Z]{{3,50}}, ({_NAME.pattern}), (?=[a-z])"
)
# What else "they" may mean, but no measure: "cost 2 dollars".
_PLURAL_THING = re.compile(r"(?<!\d )(?<!llion )\b[a-z-]{3,}[a-rt-z]s\b")
# "California has", "Peat forms": one word before a verb, a name or what is not counted.
_LOOSE = re.compile(r"(?!\w+(?:s|ing|ly)\b)[A-ZÀ-Þ][a-zà-ÿ]{3,}(?= [a-z])")
# "The first patient was Albert Alexander, a policeman."
_INTRODUCES = re.compile(rf"The [^,;:.A-Z]{{3,40}} (?:is|was) ({_NAME.pattern})[,.]")
_DATE = re.compile(rf"^(?:{MONTHS}|{WEEKDAYS})(?: \d+)* ")
_POSSESSIVE = {"its": "it", "his": "he", "her": "she", "their": "they"}
_GENDERED = ("he", "she")
_THE_PAIR = re.compile(r"The (?:pair|two|duo)(?= [a-z])")


@dataclass(slots=True)
class Subjects:
    """What an article has named so far, sentence by sentence."""

    title: str
    _last: str = ""
    _behind: str = ""
    _defined: set[str] = field(default_factory=set)
    _is_topic: bool = False
    _is_pair: bool = False
    _is_plural: bool = False
    _is_loose: bool = False
    _pair: str = ""
    _people: People = field(init=False)
    _inside: set[str] = field(default_factory=set)
    _organisations: set[str] = field(default_factory=set)
    _stems: Set[str] = frozenset()
    _things: Things = field(init=False)

    def __post_init__(self) -> None:
        """Read the title."""
        self._stems = with_kinds(stems(self.title, names=True)) | SUPERORDINATES
        self._things = Things(self.title)
        self._people = People(self.title)

    def open_paragraph(self) -> None:
        """Forget whom the last sentence was about: a new paragraph starts."""
        if not self._is_topic:
            self._last = ""
        self._people.open_paragraph()
        self._things.open_paragraph()

    def named(self, sentence: str) -> str:
        """Return `sentence` with a name for what leads it; as it is where unsure.

        "It" is the subject of the sentence before, if that is a name and nothing else
        there could be meant, or if the title names it; "he" or "she" is the only person
        nearby; "they" and "the pair" are two named together; "the bank" is the one bank
        that was named.
        """
        near = self._organisation()
        named = self._things.named(sentence, near)
        if near and near in named and near not in sentence:
            self._people.forget(near)
        sentence = named
        sentence = self._people.with_first_name(sentence)
        if self._pair and _THE_PAIR.match(sentence):
            return _THE_PAIR.sub(self._pair, sentence, count=1)
        subjects = main_subject(sentence)
        both = [leads_with_pronoun(sentence, it) for it in sorted(subjects)]
        if both in (["its", "it"], ["it", "it"]):
            subjects = (max(subjects), min(subjects))
        for subject in dict.fromkeys((*sorted(subjects)[:-1], *subjects[-1:])):
            word = leads_with_pronoun(sentence, subject)
            if subject != subjects[-1] and word not in _GENDERED:
                continue
            doing = sentence[subject + len(word) :].lstrip()
            name = self._meant(_POSSESSIVE.get(word, word), doing)
            if not name or (word == "her" and _is_object(sentence, subject)):
                continue
            if self._is_loose and subject:
                continue
            own = "" if word not in _POSSESSIVE else genitive(name)
            rest = sentence[subject + len(word) :]
            if word in _GENDERED and subject != subjects[-1] and name in rest:
                continue
            name = name if subject else name[0].upper() + name[1:]
            return sentence[:subject] + name + own + rest
        return sentence

    @property
    def is_about_kind(self) -> bool:
        """Tell whether the last sentence is about what the title calls by a noun."""
        return self._is_topic and self._last[:1].islower()

    @property
    def has_leader(self) -> bool:
        """Tell whether a subject so far is one that the title names."""
        return self._things.has_leader

    def hear(self, sentence: str) -> None:
        """Take note of the names in a sentence, its own name put in already."""
        self._last, self._behind = "", ""
        self._is_topic = self._is_pair = self._is_plural = self._is_loose = False
        self._things.hear(sentence)
        self._people.open_sentence(sentence)
        starts = main_subject(sentence)
        if starts:
            self._hear_subject(sentence, starts[-1])
        for match in _NAME.finditer(sentence):
            name = _DATE.sub("", _clean(match.group()))
            if name and not _CALENDAR.match(name):
                start = sentence.find(name, match.start())
                the = 4 * (sentence[max(0, start - 4) : start].lower() == "the ")
                leads = bool(starts) and starts[-1] in (start, start - the)
                self._hear_name(name, sentence, start, leads=leads)
        if _DEFINES.match(self._behind):
            self._defined.add(self._last)
            if self._is_topic:
                self._things.define(self._last, self._behind)
        introduced = _INTRODUCES.match(sentence)
        if introduced and introduced[1] in self._people:
            self._last = self._people.whole(introduced[1])
        self._last = self._people.speaker(sentence) or self._last

    def _hear_name(self, name: str, sentence: str, start: int, *, leads: bool) -> None:
        """Take note of a name at `start`, which may lead the sentence."""
        behind = sentence[start + len(name) :]
        free = self._is_loose or not self._last
        if leads and free and self._is_subject(name, behind):
            self._is_loose = False
            between = _BETWEEN.match(behind)
            the = sentence[max(0, start - 4) : start].lower() == "the "
            self._last = f"the {name}" if the else self._people.whole(name)
            self._behind = behind[between.end() - 1 :] if between else behind
            last = name.rsplit(" ", 1)[-1]
            self._is_topic = name in self.title or (
                last in self.title and self._last not in self._people
            )
            if self._is_topic and self._last not in self._people:
                self._things.lead(self._last)
        if not leads or " " in name or name in self._people:
            self._people.note(name, sentence, start)
        if start:
            self._inside.add(name)
        apposed = _APPOSITION.match(sentence, start + len(name))
        if apposed or ORGANISATION_WORDS.intersection(name.split()):
            self._organisations.add(name)

    def _hear_subject(self, sentence: str, place: int) -> None:
        """Take note of a subject that is no plain name."""
        titled = _PLACE_OF.match(sentence, place)
        pair = _PAIR.match(sentence, place)
        apposed = _NAME_APPOSED.match(sentence, place)
        plural = plural_at(sentence, place)
        loose = None if place else _LOOSE.match(sentence)
        topic = topic_at(sentence, place, self._stems)
        if not topic and not titled:
            place, topic = self._topic_behind(sentence, place)
        if titled:
            self._last = titled.group().replace("The ", "the ", 1)
            end = titled.end()
        elif topic:
            self._last, self._is_topic = topic, True
            end = place + len(topic)
        elif apposed:
            self._last = self._people.whole(apposed[1])
            end = apposed.end()
        elif plural:
            self._last, self._is_plural = plural, True
            end = place + len(plural)
        elif pair:
            self._last = self._pair = pair.group()
            self._is_pair = True
            end = pair.end()
        elif loose and _is_verb(first_word(sentence, loose.end() + 1)):
            self._last, self._is_loose = loose.group(), True
            end = loose.end()
        else:
            return
        self._behind = _BRACKETS.sub("", sentence[end:], count=1)

    def _organisation(self) -> str:
        """Return the last subject if "the company" may mean it, else ""."""
        last = self._last
        named = last[:1].isupper() and not self._is_pair
        named = named and not self._people.is_certain(last)
        return last if named and not self._has_other(decides=True) else ""

    def _topic_behind(self, sentence: str, place: int) -> tuple[int, str]:
        """Find the topic behind an opening without comma: "After 1990 the saiga …"."""
        if first_word(sentence, 0) in PREPOSITIONS:
            for match in _THE.finditer(sentence, 0, _OPENING):
                if not _NAMED_BEFORE.search(sentence, 0, match.start()):
                    continue
                topic = topic_at(sentence, match.start(), self._stems)
                if topic:
                    return match.start(), topic
        return place, ""

    def _meant(self, pronoun: str, doing: str) -> str:
        if not pronoun:
            return ""
        last = self._last
        is_person = last in self._people
        if pronoun in _GENDERED:
            near = is_person and self._people.is_alone(last, pronoun)
            name = last if near else self._people.only(pronoun)
            self._people.means(name, pronoun)
            return name
        if pronoun == "they":
            many = self._is_pair or (self._is_topic and is_plural(last))
            many = many or (self._is_plural and not _PLURAL_THING.search(self._behind))
            return last if many else ""
        if pronoun != "it" or not last or is_person or self._is_pair:
            return ""
        if _DUMMY.match(doing):
            return ""
        if self._is_plural:
            return ""
        defined = last in self._defined
        happened = _EVENT.match(doing) and not defined
        if self._is_topic or (defined and _DEFINES.match(self._behind)):
            many = is_plural(last) and not last[0].isupper()
            return "" if many or happened else last
        decides = doing.partition(" ")[0] in DECISIONS and (
            last in self._organisations
            or last.startswith("the ")
            or ORGANISATION_WORDS.intersection(last.split())
        )
        competes = self._has_other(decides=bool(decides)) or happened
        return "" if competes else last

    def _is_subject(self, name: str, behind: str) -> bool:
        between = _BETWEEN.match(behind)
        follows = behind[between.end() :] if between else behind.lstrip(" ")
        follows = follows.split(" ", 1)[0]
        is_name = " " in name or not name[1:].islower() or name in self._people
        is_name = is_name or name in self.title or name in self._inside
        is_name = is_name or bool(between and _APART_NAME.match(behind))
        is_verb = _is_verb(follows) or bool(between and follows.endswith("s"))
        return is_name and (is_verb or bool(_APPOSITION.match(behind)))

    def _has_other(self, *, decides: bool) -> bool:
        """Tell whether a later "it" could mean something behind the subject.

        If it is one who decides, another name could be meant, unless it is a place's,
        but no other thing.
        """
        behind = _ITSELF.sub("", self._behind)
        if not decides and _OTHER_THING.search(behind):
            return True
        return any(
            not _CALENDAR.match(match.group())
            and not (decides and _PLACED.search(behind, 0, match.start()))
            for match in _NAME.finditer(behind)
        )


def _is_verb(word: str) -> bool:
    known = word in VERBS or word in DECISIONS or word.endswith("ed")
    return known or is_third_person(word)


def _clean(name: str) -> str:
    name = name.removesuffix("'s").removesuffix("’s").rstrip(".'’-")
    first, _, rest = name.partition(" ")
    if first.lower() in _NO_NAMES:
        name = rest[rest.find(" ") + 1 :] if rest[:1].islower() else rest
    return name.removeprefix("The ")


def _is_object(sentence: str, subject: int) -> bool:
    """Tell whether "her" is no possessive: nothing follows that could be hers."""
    return not sentence[subject + 3 : subject + 5].strip().islower()
