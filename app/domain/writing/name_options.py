"""Options for an answer that is a name: other names of its kind, as plausible. Pure.

A country has countries of its part of the world beside it, of the article or of the
team's other ones; a person has persons, a company companies of the same article. A name
that the claim mentions is no option, and a question that tells its answer by another
word ("the Polish grid", "she") gets none. Fewer than three good ones are none.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby, islice

from app.domain.card import GAP
from app.domain.writing.countries import (
    COUNTRIES,
    LONGEST_FIRST,
    UNION,
    are_compared,
)
from app.domain.writing.names import OWNED
from app.domain.writing.parsing import Parser
from app.domain.writing.seeding import pick

#: How many wrong names a card gets.
WRONG = 3
#: How many claims of an article are searched for people; parsing them costs.
_SEARCHED = 40
_COUNTRY = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(re.escape(name.removeprefix("the ")) for name in LONGEST_FIRST)
    + r")(?![\w-])(?!['’]s? [A-Z])(?! [A-Z])"
)
_PERSON = re.compile(r"(?:[A-Z][\w’'-]+\.? |[A-Z]\. ){1,2}[A-Z][\w’'-]+")
_COMPANY = re.compile(
    r"(?:[A-Z][\w&’'.-]* ){0,3}[A-Z][\w&’'-]* "
    r"(?:Inc|Corp|Corporation|Co|Ltd|AG|SE|plc|NV|Group|Holdings|Airlines|Airways|Motors|Pharmaceuticals|Therapeutics|Energy|"
    r"Semiconductor|Electronics|Chemicals|Steel|Petroleum|Foods)\.?"
)
_GENDER = re.compile(r"\b(?:s?he|his|hers?|him)\b", re.IGNORECASE)
_UNION = re.compile(r"\b(?:EU|European Union|Europe)\b")


class NameKind(StrEnum):
    """What a name is the name of."""

    COUNTRY = "country"
    PERSON = "person"
    COMPANY = "company"


def _country(name: str) -> str | None:
    """Return a country's name as it is listed, None for what is no country."""
    bare = re.sub(r"^[Tt]he ", "", name)
    return next((c for c in (bare, f"the {bare}") if c in COUNTRIES), None)


def is_country(name: str) -> bool:
    """Say whether a name is that of a country, with or without its article."""
    return _country(name) is not None


def kind_of_name(name: str, labels: Iterable[str]) -> NameKind | None:
    """Return what a name names; `labels` are the entity labels of its words.

    None where that is not certain, or where it is more than one name.
    """
    found = set(labels)
    if is_country(name):
        return NameKind.COUNTRY
    if _COMPANY.fullmatch(name) and found <= {"ORG"}:
        return NameKind.COMPANY
    return NameKind.PERSON if found == {"PERSON"} and _PERSON.fullmatch(name) else None


def countries_in(text: str) -> list[str]:
    """List the countries that a text names, each as it is listed."""
    found = (_country(match.group()) for match in _COUNTRY.finditer(text))
    return list(dict.fromkeys(name for name in found if name is not None))


def companies_in(text: str) -> list[str]:
    """List the companies that a text names in full."""
    return [OWNED.sub("", match.group()) for match in _COMPANY.finditer(text)]


def people_in(texts: Iterable[str], parse: Parser) -> list[str]:
    """List the people whom texts name in full; only the first few such are parsed."""
    found: dict[str, None] = {}
    likely = (text for text in texts if _PERSON.search(text))
    for text in islice(likely, _SEARCHED):
        doc = parse(text)
        for label, run in groupby(doc, key=lambda token: token.ent_type_):
            tokens = list(run)
            end = tokens[-1].idx + len(tokens[-1].text)
            name = OWNED.sub("", doc.text[tokens[0].idx : end])
            if label == "PERSON" and _PERSON.fullmatch(name):
                found[name] = None
    return list(found)


def names_in(kind: NameKind, texts: Sequence[str], parse: Parser) -> list[str]:
    """List the names of a kind in an article's claims."""
    if kind is NameKind.PERSON:
        return people_in(texts, parse)
    listed = countries_in if kind is NameKind.COUNTRY else companies_in
    return list(dict.fromkeys(name for text in texts for name in listed(text)))


def _marks(name: str, kind: NameKind) -> tuple[str, ...]:
    """Return the words by which a text shows that it speaks of a name's bearer."""
    if kind is NameKind.COUNTRY:
        listed = _country(name)
        if listed is None:
            return ()
        return listed.removeprefix("the "), COUNTRIES[listed][1]
    return tuple(word for word in re.findall(r"[\w’'-]{3,}", name) if word[0].isupper())


def _is_told(name: str, kind: NameKind, plain: str) -> bool:
    """Say whether a text, given without accents, speaks of a name's bearer."""
    marks = (re.escape(_plain(mark)) for mark in _marks(name, kind))
    return any(re.search(rf"\b{mark}", plain) for mark in marks)


def _plain(text: str) -> str:
    """Return a text without accents: "Panamá" speaks of Panama."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if c.isascii())


def _is_alike(name: str, key: str, kind: NameKind) -> bool:
    """Say whether a name has the key's shape, for a country its part of the world."""
    if kind is not NameKind.COUNTRY:
        if name.split()[-1] == key.split()[-1]:
            return False
        return len(name.split()) - len(key.split()) in (-1, 0, 1)
    listed, own = _country(name), _country(key)
    if listed is None or own is None or COUNTRIES[listed][1] == COUNTRIES[own][1]:
        return False
    same_article = listed.startswith("the ") == own.startswith("the ")
    return same_article and are_compared(listed, own)


def _is_cued(key: str, kind: NameKind, question: str) -> bool:
    """Say whether the question speaks of the key by another word: "she", its people."""
    cue = kind is NameKind.PERSON and _GENDER.search(question) is not None
    return cue or _is_told(key, kind, _plain(question.replace(GAP, " ")))


def _fits_union(name: str, key: str, kind: NameKind, question: str) -> bool:
    """Say whether a country is in the EU as the key is, where that is spoken of."""
    if kind is not NameKind.COUNTRY or not _UNION.search(question):
        return True
    return (_country(name) in UNION) == (_country(key) in UNION)


def _as_printed(name: str, key: str, kind: NameKind) -> str:
    if kind is not NameKind.COUNTRY:
        return name
    listed = _country(name) or name
    return listed[0].upper() + listed[1:] if key[0].isupper() else listed


def name_options(
    key: str,
    kind: NameKind,
    question: str,
    claim: str,
    near: Sequence[str],
    known: Sequence[str] = (),
    *,
    seed: int,
) -> tuple[str, ...] | None:
    """Return four options with the key among them; None where no fair three are found.

    `near` are names of this kind that the same article speaks of, `known` those of the
    team's other articles.
    """
    if _is_cued(key, kind, question):
        return None
    plain = _plain(claim)
    bearers: dict[str, str] = {}
    for name in (*near, *(known if kind is NameKind.COUNTRY else ())):
        marks = _marks(name, kind)
        is_fair = (
            marks
            and _is_alike(name, key, kind)
            and _fits_union(name, key, kind, question)
            and not _is_told(name, kind, plain)
        )
        if is_fair:
            bearers.setdefault(marks[-1], _as_printed(name, key, kind))
    order = sorted(bearers.values(), key=lambda name: pick(2**32, seed, question, name))
    if len(order) < WRONG:
        return None
    options = (key, *order[:WRONG])
    return tuple(sorted(options, key=lambda name: pick(2**32, seed, name, question)))
