"""Know the people an article names, and whom "he" or "she" means."""

import re
from dataclasses import dataclass, field

from app.domain.reading.vocabulary import KINDS, OFFICES, ORGANISATION_WORDS, TITLES

_PERSON_WORD = re.compile(r"[A-ZÀ-Þ](?:[a-zà-ÿ]+(?:-?[A-Z][a-zà-ÿ]+)?|\.)")
_SAID = (
    "said|says|told|adds|added|thinks|thought|argues|argued|warns|warned|estimates"
    "|estimated|expects|expected|believes|believed|found|finds|reckons|reckoned"
    "|calculates|calculated|wrote|writes|compared|measured"
)
_SAYS = re.compile(rf"([A-ZÀ-Þ][\w-]+) (?:{_SAID})\b")
# '"…," said Ana Reis' and '"…," Reis said.'
_SPOKE = re.compile(
    r"[”\"] (?:(?:said|says|added|wrote|explained) ([A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ][\w'’-]+)?)"
    r"|([A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ][\w'’-]+)?) (?:said|says|added|wrote|explained)\b)"
)
_WHO = re.compile(
    rf", (?:who|an? [\w-]+ (?:at|of|with)|\d\d)\b| (?:{_SAID}|was born)\b"
)
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Aa]round|[Oo]utside) $")
_SOMEBODY = re.compile(
    r"\b(?:[Aa]n?|[Oo]ne|[Tt]he|[Aa]nother) (?:[\w-]+ ){0,2}"
    rf"(?:{'|'.join(sorted(OFFICES))}|man|woman|boy|girl|driver|farmer|student|teacher|doctor|nurse|patient|colleague"
    r"|worker|scientist|analyst|officer|official|lawyer|friend|wife|husband|son"
    r"|daughter|brother|sister|mother|father)\b"
)
_FEW = (2, 3)
# Among more people than this nobody is plainly meant, however long a paragraph is.
_MANY = 8
# "St Mary's Hospital"
_OF_SAINT = re.compile(r"(?:[\w.-]+ ){1,2}[\w-]+['’]s [A-ZÀ-Þ]|(?:St|Saint)\.? ")
_KIND_WORDS = frozenset().union(*KINDS)
_FIRST_OF_PLACES = ("Lake ", "Mount ", "Cape ", "Fort ", "Port ", "North ", "South ")


@dataclass(slots=True)
class People:
    """The people of an article, and those of this paragraph and the one before."""

    title: str = ""
    _titled: set[str] = field(default_factory=set)
    _names: dict[str, str] = field(default_factory=dict)
    _places: set[str] = field(default_factory=set)
    _before: set[str] = field(default_factory=set)
    _here: set[str] = field(default_factory=set)
    _unnamed: bool = False
    _sexes: dict[str, str] = field(default_factory=dict)
    _certain: set[str] = field(default_factory=set)
    _spoken: set[str] = field(default_factory=set)

    def __contains__(self, name: str) -> bool:
        """Tell whether a name is a person's, whole or the last name."""
        return name in self._names

    def open_paragraph(self) -> None:
        """Note that a new paragraph starts."""
        self._before = self._here or self._before
        self._here = set()

    def whole(self, name: str) -> str:
        """Return the whole name of a person, any other name as it is."""
        return self._names.get(name, name)

    def is_alone(self, name: str, pronoun: str) -> bool:
        """Tell whether the paragraph, or the last sentence, names nobody else."""
        alone = self._here == {name} or self._spoken == {name}
        return alone and self._fits(name, pronoun)

    def is_certain(self, name: str) -> bool:
        """Tell whether a name is a person's beyond doubt: it has a title or speaks."""
        return name in self._certain or name.startswith(TITLES)

    def forget(self, name: str) -> None:
        """Know that a name is no person's."""
        for it in (name, name.split()[-1]):
            self._names.pop(it, None)
        self._places.add(name)
        self._here.discard(name)

    def only(self, pronoun: str) -> str:
        """Return the only person nearby whom "he" or "she" can mean, or "".

        That is the one of this paragraph and the one before, else the one in the title.
        """
        if len(self._here) + len(self._before) > _MANY:
            return ""
        near = {it for it in self._here | self._before if self._fits(it, pronoun)}
        if len(near) == 1 and not self._unnamed:
            return next(iter(near))
        titled = {it for it in self._titled if self._sexes.get(it) == pronoun}
        return next(iter(titled)) if len(titled) == 1 and not near - titled else ""

    def means(self, name: str, pronoun: str) -> None:
        """Know that somebody was called "he" or "she"."""
        self._sexes.setdefault(name, pronoun)

    def _fits(self, name: str, pronoun: str) -> bool:
        return self._sexes.get(name, pronoun) == pronoun

    def with_first_name(self, sentence: str) -> str:
        """Give a person who says something the whole name met further up."""
        match = _SAYS.match(sentence)
        person = self._names.get(match[1], "") if match else ""
        return sentence.replace(match[1], person, 1) if match and person else sentence

    def speaker(self, sentence: str) -> str:
        """Return who said what a sentence quotes, if by name, or ""."""
        match = _SPOKE.search(sentence)
        return self._names.get(match[1] or match[2], "") if match else ""

    def open_sentence(self, sentence: str) -> None:
        """Note whether a sentence speaks of somebody without a name."""
        self._spoken = set()
        self._unnamed = bool(_SOMEBODY.search(sentence))

    def note(self, name: str, sentence: str, start: int) -> None:
        """Take note of a name at `start` of a sentence, which may be a person's."""
        words = name.split()
        behind_the = sentence[max(0, start - 4) : start + 4].lower().find("the ") >= 0
        titled = name.startswith(TITLES)
        if _PLACED.search(sentence, max(0, start - 8), start):
            self._places.add(name)
        if not titled and (
            behind_the
            or len(words) not in _FEW
            or name in self._places
            or ORGANISATION_WORDS.intersection(words)
            or words[-1].lower() in _KIND_WORDS
            or name.startswith(_FIRST_OF_PLACES)
            or _OF_SAINT.match(sentence, start)
        ):
            person = self._names.get(name)
            if person:
                self._here.add(person)
                self._spoken.add(person)
            return
        if titled or all(map(_PERSON_WORD.fullmatch, words)):
            if _WHO.match(sentence, start + len(name)):
                self._certain.add(name)
            if words[-1] in self.title:
                self._titled.add(self._names.get(words[-1], name))
            self._names.setdefault(words[-1], name)
            self._names.setdefault(name, name)
            self._here.add(self._names[name])
            self._spoken.add(self._names[name])
