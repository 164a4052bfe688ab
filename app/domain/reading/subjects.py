"""Know whom a pronoun at the start of a sentence means, where that is certain."""

import re
from collections import Counter
from dataclasses import dataclass, field

from app.domain.reading.leaning import leads_with_pronoun, main_subject
from app.domain.reading.vocabulary import (
    DECISIONS,
    MONTHS,
    ORGANISATIONS,
    TITLES,
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
_APPOSITION = re.compile(
    rf",\s[^,.;()]{{0,80}}\b(?:{ORGANISATIONS})\b[^,.;()]{{0,60}},"
    rf"|\s(?:is|was) (?:an?|the) [^,.;()]{{0,60}}\b(?:{ORGANISATIONS})\b"
)
_THE_COMPANY = re.compile(
    r"\b[Tt]he (?:company|firm|group|startup)(?:['’]s)?\b(?! of\b)"
)
_COMPANY_FORMS = (
    "Inc|Corp|Ltd|plc|PLC|AG|SE|GmbH|NV|SA|Co|Group|Holdings|Motors|Technologies"
    "|Systems|Airlines|Corporation|Company"
)
_OF_ORGANISATIONS = re.compile(
    rf"\b(?:{_COMPANY_FORMS}|Bank|Institute|Union|Foundation"
    r"|University|Agency|Commission|Council|Committee|Company|Association|Ministry"
    r"|Department|Organization|Organisation|Fund|Court|Reserve|Authority|Service"
    r"|Energy|Electric|Partners|Capital)\b"
)
_COMPANY = re.compile(rf"\b(?:{_COMPANY_FORMS})\b")
_OTHER_THING = re.compile(
    r"\b(?:an?|the|its|this|that|another|each|one) "
    r"(?!(?:year|month|week|day|quarter|end|time|world|same|first|\w+s|US|UK|EU"
    rf"|{MONTHS})\b)[A-Za-z]"
)
_PERSON_WORD = re.compile(r"[A-ZÀ-Þ](?:[a-zà-ÿ]+(?:-?[A-Z][a-zà-ÿ]+)?|\.)")
_SAYS = re.compile(
    r"([A-ZÀ-Þ][\w-]+) (?:said|says|told|adds|added|thinks|thought|argues|argued|warns"
    r"|warned|estimates|estimated|expects|expected|believes|believed|found|finds"
    r"|reckons|reckoned|calculates|calculated|wrote|writes|compared|measured)\b"
)
_ITSELF = re.compile(r"^,?\s?(?:is|was) (?:an?|the|one of the) ")
_BRACKETS = re.compile(r"^\s\([^()]*\)")
_NOTHING = re.compile(r"(?!)")
_LONGEST_TOPIC = 3
_CALENDAR = re.compile(rf"(?:{MONTHS}|{WEEKDAYS})\b")
_POSSESSIVE = {"its": "it", "his": "he", "her": "she"}
_GENDERED = ("he", "she")


@dataclass(slots=True)
class Subjects:
    """What an article has named so far, sentence by sentence."""

    title: str
    _last: str = ""
    _people: dict[str, str] = field(default_factory=dict)
    _paragraph: set[str] = field(default_factory=set)
    _organisations: Counter[str] = field(default_factory=Counter)
    _behind: str = ""

    def open_paragraph(self) -> None:
        """Forget whom the last sentence was about: a new paragraph starts."""
        self._last = ""
        self._paragraph = set()

    def named(self, sentence: str) -> str:
        """Return `sentence` with a name for what leads it; as it is where unsure.

        "It" is the subject of the sentence before, if that is a name and nothing else
        there could be meant; "he" or "she" is its subject, if the paragraph names one
        person only; "the company" is the one company that the title names.
        """
        if self._organisations:
            sentence = self._with_company(sentence)
        sentence = self._with_first_name(sentence)
        for subject in main_subject(sentence)[-1:]:
            word = leads_with_pronoun(sentence, subject)
            doing = sentence[subject + len(word) :].split(None, 1)[:1]
            name = self._meant(_POSSESSIVE.get(word, word), "".join(doing))
            if not name or (word == "her" and _is_object(sentence, subject)):
                continue
            own = "" if word not in _POSSESSIVE else _genitive(name)
            rest = sentence[subject + len(word) :]
            name = name if subject else name[0].upper() + name[1:]
            return sentence[:subject] + name + own + rest
        return sentence

    def hear(self, sentence: str) -> None:
        """Take note of the names in a sentence, its own name put in already."""
        self._last, self._behind = "", ""
        starts = main_subject(sentence)
        titled = None
        if starts:
            titled = _PLACE_OF.match(sentence, starts[-1])
            titled = titled or self._topic().match(sentence, starts[-1])
        if titled:
            self._last = titled.group().replace("The ", "the ", 1)
            self._behind = _BRACKETS.sub("", sentence[titled.end() :], count=1)
        for match in _NAME.finditer(sentence):
            name = _clean(match.group())
            if not name or _CALENDAR.match(name):
                continue
            leads = bool(starts) and match.start() == starts[-1]
            if (
                leads
                and not titled
                and self._is_subject(name, sentence[match.start() + len(name) :])
            ):
                self._last = self._people.get(name, name)
                self._behind = sentence[match.start() + len(name) :]
            if not leads or " " in name:
                self._note(name, sentence, match.start())
            apposed = _APPOSITION.match(sentence, match.start() + len(name))
            if apposed or _COMPANY.search(name):
                self._organisations[name] += 1

    def _topic(self) -> re.Pattern[str]:
        """Return what finds the title as a subject: "The saiga antelope (…) is"."""
        if len(self.title.split()) > _LONGEST_TOPIC or not self.title:
            return _NOTHING
        return re.compile(rf"the {re.escape(self.title)}(?=\s)", re.IGNORECASE)

    def _meant(self, pronoun: str, verb: str) -> str:
        if not pronoun or not self._last:
            return ""
        is_person = self._last in self._people.values()
        if pronoun in _GENDERED:
            return self._last if is_person and self._paragraph == {self._last} else ""
        decides = verb in DECISIONS and (
            self._last in self._organisations
            or self._last.startswith("the ")
            or _OF_ORGANISATIONS.search(self._last)
        )
        competes = self._has_other(decides=bool(decides))
        return "" if is_person or pronoun != "it" or competes else self._last

    def _with_company(self, sentence: str) -> str:
        known = [name for name in self._organisations if name in self.title]
        match = _THE_COMPANY.search(sentence)
        if match is None or len(known) != 1:
            return sentence
        name = known[0]
        if name in sentence:
            return sentence
        own = _genitive(name) if match.group().endswith(("'s", "’s")) else ""
        return sentence[: match.start()] + name + own + sentence[match.end() :]

    def _with_first_name(self, sentence: str) -> str:
        """Give a person who says something the whole name met further up."""
        match = _SAYS.match(sentence)
        person = self._people.get(match[1], "") if match else ""
        return sentence.replace(match[1], person, 1) if match and person else sentence

    def _note(self, name: str, sentence: str, start: int) -> None:
        words = name.split()
        behind_the = sentence[max(0, start - 4) : start + 4].lower().find("the ") >= 0
        titled = name.startswith(TITLES)
        if not titled and (
            behind_the or len(words) not in (2, 3) or _OF_ORGANISATIONS.search(name)
        ):
            person = self._people.get(name)
            if person:
                self._paragraph.add(person)
            return
        if titled or all(map(_PERSON_WORD.fullmatch, words)):
            self._people.setdefault(words[-1], name)
            self._people.setdefault(name, name)
            self._paragraph.add(self._people[name])

    def _is_subject(self, name: str, behind: str) -> bool:
        follows = behind.lstrip(" ").split(" ", 1)[0]
        is_name = " " in name or not name[1:].islower() or name in self._people
        is_name = is_name or name in self.title
        is_verb = follows in VERBS or follows.endswith("ed")
        return is_name and (is_verb or bool(_APPOSITION.match(behind)))

    def _has_other(self, *, decides: bool) -> bool:
        """Tell whether a later "it" could mean something behind the subject.

        If it is one who decides, another name could be meant, but no other thing.
        """
        behind = _ITSELF.sub("", self._behind)
        if not decides and _OTHER_THING.search(behind):
            return True
        names = map(re.Match.group, _NAME.finditer(behind))
        return any(not _CALENDAR.match(name) for name in names)


def _clean(name: str) -> str:
    name = name.removesuffix("'s").removesuffix("’s").rstrip(".'’-")
    return name.removeprefix("The ")


def _genitive(name: str) -> str:
    return "’" if name.endswith("s") else "’s"


def _is_object(sentence: str, subject: int) -> bool:
    """Tell whether "her" is no possessive: nothing follows that could be hers."""
    return not sentence[subject + 3 : subject + 5].strip().islower()
