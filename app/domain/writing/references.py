"""References: what a sentence leaves unsaid because another sentence said it.

A card is read alone, under its breadcrumb (article › group). A pronoun, a bare "the
shortfall", "the two firms", "last year" send the reader elsewhere, unless the sentence
itself or the breadcrumb names the thing.
"""

import re
from dataclasses import dataclass

from app.domain.writing.parsing import Doc, Token, root_of
from app.domain.writing.vocabulary import (
    ALONE,
    NAMED_KINDS,
    PERIOD_NOUNS,
    PLACE_KINDS,
    PLURAL_PRONOUNS,
    POINTING,
    RELATIONAL,
    SINGULAR_PRONOUNS,
    SPEAKER_PRONOUNS,
    TOLD_BEFORE,
    UNIQUE,
    VAGUE,
)
from app.domain.writing.words import words

_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)"
)
#: A day of the week, or a month, that no year stands beside.
_UNDATED = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s)?\b|"
    rf"\b(?:in|to|by|since|until|of|from|late|early|mid|through|between|last|next)[ -]"
    rf"{_MONTHS}\b(?!['’]s? )|"
    rf"\b{_MONTHS}['’]s\b|"
    r"\b(?:end|start|middle|rest|course|half) of the year\b|"
    r"\b(?:later|earlier) in the year\b"
)
_TRADING = re.compile(
    r"\b(?:briefly|in early trading|at the close|before closing|"
    r"closed (?:up|down|lower|higher)|trading day)\b"
)
_FLOATING = re.compile(
    r"\b(?:this|last|next) (?:year|month|week|quarter|decade|summer|winter|spring|"
    r"autumn)\b|"
    r"\b(?:recently|yesterday|tomorrow|subsequently|afterwards)\b|\bso far\b",
    re.IGNORECASE,
)
_ANCHORED = re.compile(
    r"\b(?:a|the|\w+) (?:year|decade|month|week|generation)s? "
    r"(?:earlier|ago|before|later)\b(?! than)|"
    r"(?<!and )(?<!, )(?<!; )(?<!since )(?<!than )(?<!by )\bthen\b(?! [a-z]+ing)"
    r"(?=[^,]{8})|"
    r"\b(?:previous|following|same) (?:year|month|week|quarter|decade)\b|"
    r"(?<!no )(?<!, )(?<!and )(?<!years )(?<!months )(?<!weeks )(?<!days )"
    r"(?<!hours )(?<!decades )(?<!minutes )(?<!year )\blater\b(?= [a-z]+)"
    r"(?! than| in| on)|"
    r"\bthe (?:first|second|third|fourth) (?:quarter|half)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EXPLETIVE = re.compile(
    r"^it (?:is|was|takes|took|costs|cost|can|may|will|would|has)\b"
    r".*\b(?:to|that|for)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """Something a sentence points at without naming it; `head` is its lemma.

    `is_loose` tells what its sentence makes likely by itself ("a mine … the shaft").
    """

    text: str
    head: str
    is_loose: bool = False


def stem_of(word: str) -> str:
    """Return `word` without its plural or owner's ending, for likeness only."""
    word = re.sub(r"[’']s?$", "", word.casefold())
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word


def named_in(text: str) -> frozenset[str]:
    """Return the words that a breadcrumb makes known."""
    return frozenset(stem_of(word) for word in words(text))


def relative_date(text: str) -> str | None:
    """Return the first date of `text` that only its day of writing tells.

    "A year earlier" and the like count from a year that the text names, if it does.
    """
    match = _FLOATING.search(text)
    if match is None and not _YEAR.search(text):
        found = (rule.search(text) for rule in (_ANCHORED, _UNDATED, _TRADING))
        match = next((one for one in found if one is not None), None)
    return match.group() if match else None


def _named_before(doc: Doc, token: Token, *, plural: bool) -> bool:
    """Say whether a noun of that number stands before a pronoun, in its sentence."""
    tags = ("NNS", "NNPS") if plural else ("NN", "NNP")
    for other in doc:
        if other.i >= token.i:
            return False
        joined = plural and any(c.dep_ == "conj" for c in other.children)
        group = plural and other.tag_ in ("NNP", "NN") and other.dep_ == "nsubj"
        if other.tag_ in tags or joined or (group and other.ent_type_ == "ORG"):
            return True
    return False


def _pronoun(doc: Doc, token: Token) -> Reference | None:
    word = token.text.casefold()
    if token.pos_ != "PRON" and token.tag_ not in ("PRP", "PRP$"):
        return None
    if word in PLURAL_PRONOUNS and not _named_before(doc, token, plural=True):
        return Reference(token.text, "")
    if word in SINGULAR_PRONOUNS and not _named_before(doc, token, plural=False):
        expletive = token.dep_ == "expl" or _EXPLETIVE.match(doc.text[token.idx :])
        return None if expletive else Reference(token.text, "")
    if word in SPEAKER_PRONOUNS:
        return Reference(token.text, "")
    return None


def _there(doc: Doc, token: Token) -> Reference | None:
    """Find a "there" that no place stands before."""
    if token.text.casefold() != "there" or token.dep_ == "expl" or token.tag_ == "EX":
        return None
    places = ("GPE", "LOC", "FAC")
    named = any(t.ent_type_ in places and t.i < token.i for t in doc)
    return None if named else Reference(token.text, "")


def _both(token: Token) -> Reference | None:
    """Find "both vehicles", which names neither."""
    if token.text.casefold() != "both" or token.dep_ not in ("det", "predet"):
        return None
    joined = any(t.dep_ in ("conj", "prep", "relcl") for t in token.head.children)
    return None if joined else Reference(f"{token.text} {token.head.text}", "")


def _separate(doc: Doc, token: Token) -> Reference | None:
    """Find "a separate penalty", which does not say from what."""
    if token.text.casefold() != "separate" or token.dep_ != "amod":
        return None
    if re.search(r"\bfrom\b", doc.text[token.idx :]) or token.head.tag_ == "NNS":
        return None
    return Reference(f"{token.text} {token.head.text}", "")


def _is_said_before(doc: Doc, token: Token) -> bool:
    lemma = stem_of(token.lemma_)
    return any(o.i < token.left_edge.i and stem_of(o.lemma_) == lemma for o in doc)


def _pointing(doc: Doc, token: Token) -> Reference | None:
    """Find "this plan", "such rules", "those" and the like."""
    word = token.text.casefold()
    if word in ALONE and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return Reference(token.text, "")
    if word not in POINTING or token.tag_ not in ("DT", "PDT", "JJ"):
        return None
    head = token.head
    owned = any(t.tag_ in ("PRP$", "POS") or t.dep_ == "poss" for t in head.children)
    if token.tag_ == "JJ" and owned:
        return None
    before = next((t for t in doc if t.i == token.i - 1), None)
    relative = before is not None and before.pos_ == "NOUN"
    if word == "that" and (relative or (before and before.text == "above")):
        return None
    if word == "such" and re.match(r"such as\b", doc.text[token.idx :], re.IGNORECASE):
        return None
    if token.dep_ not in ("det", "predet", "amod"):
        follows = any(c.dep_ in ("relcl", "acl", "prep") for c in token.children)
        relative = word == "that" and token.dep_ not in ("nsubj", "nsubjpass")
        return None if relative or follows else Reference(token.text, "")
    dated = head.lemma_ in PERIOD_NOUNS and _YEAR.search(doc.text)
    if head.lemma_ in ("time", "period") and any(
        t.i < token.i and t.lemma_ in PERIOD_NOUNS for t in doc
    ):
        return None
    measured = word == "same" and re.search(r"\b(?:than|as)\b", doc.text[: token.idx])
    if measured or dated or _is_said_before(doc, head):
        return None
    if any(c.dep_ in ("relcl", "acl") for c in head.children):
        return None
    return Reference(f"{token.text} {head.text}", head.lemma_)


def _identifies(doc: Doc, child: Token, head: Token) -> bool:
    """Say whether a part of a noun phrase tells which one "the" means."""
    if child.dep_ in ("relcl", "acl"):
        set_off = any(t.i == child.left_edge.i - 1 and t.text == "," for t in doc)
        return not set_off and stem_of(head.lemma_) not in RELATIONAL
    if child.dep_ in ("prep", "poss", "compound", "nmod", "appos"):
        return True
    if child.dep_ == "advmod" and child.i > head.i:
        return True
    if child.tag_ in ("JJS", "RBS"):
        more = any(t.dep_ in ("relcl", "acl", "prep") for t in head.children)
        return more or stem_of(head.lemma_) not in RELATIONAL
    told = child.dep_ == "amod" and child.text.casefold() not in VAGUE
    return told and child.tag_ != "JJR"


def _is_named_before(doc: Doc, token: Token, *, place: bool) -> bool:
    """Say whether a name stands before "the company", "the state", in its sentence."""
    kinds = ("GPE", "NORP", "LOC") if place else ("ORG", "PRODUCT", "GPE", "PERSON")
    return any(t.i < token.i and t.ent_type_ in kinds for t in doc)


def _definite(doc: Doc, token: Token, known: frozenset[str]) -> Reference | None:
    """Find "the N" that nothing in the sentence or the breadcrumb identifies."""
    if token.text.casefold() != "the" or token.dep_ != "det":
        return None
    head = token.head
    if head.dep_ == "appos":
        return None
    if head.pos_ != "NOUN" and head.text.casefold() in ("first", "second", "third"):
        return Reference(f"{token.text} {head.text}", "")
    generic = UNIQUE if head.tag_ == "NN" else frozenset()
    if head.pos_ != "NOUN" or stem_of(head.lemma_) in generic | known:
        return None
    if head.lemma_ in PERIOD_NOUNS and _YEAR.search(doc.text):
        return None
    if any(_identifies(doc, child, head) for child in head.children):
        return None
    if _is_said_before(doc, head):
        return None
    kind = stem_of(head.lemma_)
    if kind in NAMED_KINDS:
        named = _is_named_before(doc, token, place=kind in PLACE_KINDS)
        text = doc.text[token.idx : head.idx + len(head.text)]
        return None if named else Reference(text, head.lemma_)
    root = root_of(doc)
    aside = any(t.dep_ == "relcl" for t in head.ancestors)
    told = stem_of(head.lemma_) in TOLD_BEFORE
    loose = root is not None and not told and (head.i > root.i or aside)
    text = doc.text[token.idx : head.idx + len(head.text)]
    return Reference(text, head.lemma_, loose)


def unresolved(doc: Doc, known: frozenset[str]) -> list[Reference]:
    """List what the sentence points at outside itself and its breadcrumb."""
    found: list[Reference] = []
    for token in doc:
        reference = (
            _pronoun(doc, token)
            or _there(doc, token)
            or _both(token)
            or _separate(doc, token)
            or _pointing(doc, token)
            or _definite(doc, token, known)
        )
        if reference is not None:
            found.append(reference)
    return found


def has_vague_subject(doc: Doc) -> bool:
    """Say whether the subject is "some plants", "several firms" and no more."""
    fresh = any(
        t.text.casefold() in ("fresh", "new", "latest", "updated", "recent", "early")
        and t.head.dep_ in ("nsubj", "nsubjpass")
        and t.head.tag_ == "NNS"
        and all(c.dep_ == "amod" for c in t.head.children)
        for t in doc
    )
    return fresh or any(
        t.dep_ == "det"
        and t.text.casefold() in ("some", "several", "certain", "many")
        and t.head.dep_ in ("nsubj", "nsubjpass")
        and not any(c.dep_ in ("prep", "relcl", "acl", "amod") for c in t.head.children)
        for t in doc
    )


def introduces(doc: Doc, head: str) -> bool:
    """Say whether a sentence names the thing: "an N", "a deep N", "Basel N"."""
    lemma = stem_of(head)
    for token in doc:
        if stem_of(token.lemma_) != lemma or token.pos_ not in ("NOUN", "PROPN"):
            continue
        for child in token.children:
            article = child.dep_ == "det" and child.text.casefold() in ("a", "an")
            if article or child.dep_ in ("compound", "amod", "poss", "nummod"):
                return True
    return False
