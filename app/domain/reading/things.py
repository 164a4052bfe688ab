"""Know which named thing "the lander" or "the bank" means, where only one can be."""

import re
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field

from app.domain.reading.definites import first_word, is_third_person
from app.domain.reading.stems import stem
from app.domain.reading.vocabulary import (
    BEHIND_NOUNS,
    FINITE,
    KINDS,
    KINDS_OF_ORGANISATIONS,
    PREPOSITIONS,
    RESEARCH,
)

_NAME_WORD = r"[A-ZÀ-Þ][\w&-]*(?:['’](?!s\b)\w+)?"
_NAME = (
    rf"{_NAME_WORD}(?:\s(?:(?:of|de|&|for|the)\s)?[A-ZÀ-Þ0-9][\w&-]*"
    r"(?:['’](?!s\b)\w+)?){0,5}"
)
_KIND_OF = {word: kind for kind in KINDS for word in kind}
_KIND = "|".join(sorted(_KIND_OF, key=len, reverse=True))
_ENDS = (
    r"(?=[,.;]| (?:that|which|whose|of|from|in|at|on|for|based|with|built|near|by)\b)"
)
# "the Vikram lander"
_OF_KIND = re.compile(
    rf"(?P<the>\b[Tt]he )(?P<name>{_NAME} (?P<kind>{_KIND}))\b(?! [A-ZÀ-Þ])"
)
# "the Suez Canal Authority"
_NAMED = re.compile(rf"(?P<the>\b[Tt]he )?(?P<name>{_NAME})")
# "Boskalis, a Dutch company that", "Casgevy is a therapy from"
_APPOSED = re.compile(
    rf"(?P<the>\b[Tt]he )?(?P<name>{_NAME})(?:, | is | was )(?:an?|the|one of the)"
    rf" (?:[\w’'-]+ ){{0,4}}?(?P<kind>{_KIND})s?\b{_ENDS}"
)
# "the Danish company Danisco", "a rover named Pragyan"
_BEHIND = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?) (?:[\w-]+ ){{0,3}}?(?P<kind>{_KIND})"
    rf" (?:named |called )?(?P<name>{_NAME})"
)
_NO_MARKS = str.maketrans(",.;:()", "      ")
_THE_KIND = re.compile(r"\b[Tt]he (?:central (?=bank\b))?([a-z-]{3,})\b(['’]s)?")
# " is a species of antelope that lives", " is the capital and largest city of Iceland"
_WHAT = re.compile(rf"(?<= )([a-z-]{{3,}})(?:(?= and )|{_ENDS})")
_DEFINITION = 80
_GOES_ON = PREPOSITIONS - {"of"} | BEHIND_NOUNS | FINITE | {"and", "or", "but"}
_COMPANY = ("company", "group", "firm")
_ORGANISATIONS = frozenset().union(*KINDS_OF_ORGANISATIONS)
# More names of a kind than this are not told apart, however many a text has.
_MOST = 8


@dataclass(slots=True)
class Things:
    """The named things of an article by what kind of thing they are.

    "The lander" is the one Vikram lander that was named. Of organisations there may be
    more than are called so: the name must be in the title, lead the last sentence, or,
    in a text whose title has none, be told in the paragraph ("Boskalis, a company").
    """

    title: str
    _by_name: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _paragraph: set[str] = field(default_factory=set)
    _topics: dict[str, str] = field(default_factory=dict)
    _leader: str = ""

    @property
    def has_leader(self) -> bool:
        """Tell whether a subject that the title names has led a sentence."""
        return bool(self._leader)

    def open_paragraph(self) -> None:
        """Forget what was named in the paragraph before."""
        self._paragraph = set()

    def hear(self, sentence: str) -> None:
        """Take note of the things that a sentence names."""
        words = sentence.lower().translate(_NO_MARKS).split()
        if _KIND_OF.keys().isdisjoint(words):
            return
        for match in _OF_KIND.finditer(sentence):
            self._note(self._by_name, match["kind"], match)
        for match in _NAMED.finditer(sentence):
            first, *rest = match["name"].lower().split(" ")
            if first in _KIND_OF and rest[:1] == ["of"]:
                self._note(self._by_name, first, match)
            elif rest and rest[-1] in _KIND_OF:
                self._note(self._by_name, rest[-1], match)
        for match in _APPOSED.finditer(sentence):
            self._note(self._told, match["kind"], match)
        for match in _BEHIND.finditer(sentence):
            self._note(self._told, match["kind"], match)

    def lead(self, name: str) -> None:
        """Take the first subject that the title names: "the company", if none is."""
        self._leader = self._leader or name

    def define(self, topic: str, behind: str) -> None:
        """Take note of what the topic of an article is: " is a species of antelope"."""
        for match in _WHAT.finditer(behind, 0, _DEFINITION):
            self._topics.setdefault(match[1], topic)

    def named(self, sentence: str, near: str = "") -> str:
        """Return `sentence` with the name of a thing for "the" and its kind.

        `near` is the name that the last sentence was about, if it may be a company's.
        """
        for match in _THE_KIND.finditer(sentence):
            name = self._topics.get(match[1]) or self._meant(match[1], near)
            if not name or name.removeprefix("the ") in sentence:
                continue
            if not match[2] and not _is_head(sentence, match.end()):
                continue
            before, behind = sentence[: match.start()], sentence[match.end() :]
            name = name if before else name[0].upper() + name[1:]
            return before + name + (genitive(name) if match[2] else "") + behind
        return sentence

    def _note(self, into: dict[str, set[str]], kind: str, match: re.Match[str]) -> None:
        name = match["name"].removeprefix("The ")
        the = match["name"].startswith("The ") or match.groupdict().get("the")
        name = f"the {name}" if the else name
        self._paragraph.add(name)
        if len(into[kind]) < _MOST or self._is_in_title(name):
            into[kind].add(name)

    def _meant(self, kind: str, near: str) -> str:
        """Return the one name that "the" and a kind can mean, or ""."""
        if kind not in _KIND_OF:
            return ""
        certain = _of_kind(self._by_name, kind)
        told = _of_kind(self._told, kind)
        in_title = {it for it in certain | told if self._is_in_title(it)}
        if kind in _ORGANISATIONS and not in_title:
            if near and (near in certain | told or kind in _COMPANY):
                return near
            if self._leader:
                return "" if certain | told or kind not in _COMPANY else self._leader
            told = told & self._paragraph
        if not certain and len(told) == 1:
            everywhere = self._told[kind] or self._is_titled(kind)
            certain = told if everywhere else told & self._paragraph
        names = in_title or certain
        return next(iter(names)) if len(names) == 1 else ""

    def _is_titled(self, kind: str) -> bool:
        """Tell whether the title speaks of a thing of a kind, under whatever word."""
        title = self.title.lower().split()
        return any(it in _KIND_OF[kind] for it in title)

    def _is_in_title(self, name: str) -> bool:
        return name.removeprefix("the ") in self.title


def with_kinds(nouns: Set[str]) -> Set[str]:
    """Return the stems of `nouns` and what else each may be called: ship, vessel."""
    kinds = [_KIND_OF[it] for it in nouns if it in _KIND_OF]
    research = [RESEARCH] if RESEARCH & nouns else []
    return frozenset(nouns).union(*(map(stem, it) for it in kinds + research))


def _of_kind(known: dict[str, set[str]], kind: str) -> set[str]:
    """Return the names of a kind, else those of kinds like it: a ship is a vessel."""
    if known[kind]:
        return known[kind]
    return {name for it in _KIND_OF[kind] for name in known[it]}


def _is_head(sentence: str, end: int) -> bool:
    """Tell whether no noun follows that a kind only describes: "the bank managers"."""
    follows = first_word(sentence, end + 1)
    return (
        sentence[end : end + 1] != " "
        or not follows.isalpha()
        or follows in _GOES_ON
        or follows.endswith(("ed", "ly"))
        or is_third_person(follows)
    )


def genitive(name: str) -> str:
    """Return what makes a name the owner of what follows."""
    return "’" if name.endswith("s") else "’s"
