"""Contrasts and turns: what is chosen rather than what, and what a thing turns into."""

import re
from dataclasses import replace

from app.domain.writing.facts import Fact
from app.domain.writing.parsing import Doc, Token, clause_head, end_of, is_subordinate
from app.domain.writing.phrases import (
    MAX_PHRASE,
    content_count,
    list_length,
    phrase_from,
    phrase_of,
    trimmed,
)
from app.domain.writing.words import words

_RATHER = re.compile(
    r",?\s+(?P<marker>rather than|instead of)\b(?! [a-z]+ing\b)"
    r"(?: (?P<preposition>in|by|from|at|on|for|with|to)\b)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r", not (?!only|just|merely|more|less|fewer|all)[^,;.]{2,40},")
#: The most words of a phrase that is only marked off by its preposition.
_SHORT_PHRASE = 6
_NOT_BUT = re.compile(
    r"\bnot (?!only|just|merely|simply)[^,;.]{3,60}?,? but (?:rather )?", re.IGNORECASE
)
#: The words that lead a phrase belong before its gap.
_LED = re.compile(r"(?:due to|because|thanks to|owing to)\b", re.IGNORECASE)
#: A time is no choice.
_SPELL = re.compile(r"\b(?:day|week|month|year|decade|century)s?$")
_TURN = re.compile(
    r"\b(?:turn|convert|transform|shift|mov|evolv|switch|pivot|transition|migrat|expand|"
    r"develop|grow|split|merg)\w*\b[^,;.]{0,60}?\b(?P<to>into|towards?|to)\s+(?!\d|\$|€|£)",
    re.IGNORECASE,
)


def _fact(doc: Doc, root: Token, pattern: str, start: int, end: int) -> Fact | None:
    inside = next((t for t in doc if t.idx >= start), None)
    text = doc.text[start:end]
    if inside is None or list_length(text) > 3 or re.search(r"\d", text):
        return None
    if inside.tag_ in ("VBZ", "VBP", "VBD", "MD") or _LED.match(text):
        return None
    if inside.ent_type_ == "DATE" or _SPELL.search(text):
        return None
    clause = clause_head(inside)
    features = {pattern}
    if is_subordinate(clause, root):
        features.add("subordinate")
    if pattern not in ("contrast", "comparison") and content_count(doc, start, end) < 2:
        features.add("thin")
    return Fact(pattern, start, end, f"{pattern}@{clause.i}", frozenset(features))


def _same_preposition(doc: Doc, match: re.Match[str]) -> tuple[int, int] | None:
    """Return the span of X in "in X rather than in Y", "by X instead of by Y"."""
    front = match["preposition"].casefold()
    ends = [t for t in doc if t.text.casefold() == front and t.idx < match.start()]
    for preposition in reversed(ends):
        inside = trimmed([t for t in doc if preposition.idx < t.idx < match.start()])
        if inside and end_of(inside[-1]) == match.start():
            span = inside[0].idx, end_of(inside[-1])
            short = len(words(doc.text[slice(*span)])) <= _SHORT_PHRASE
            return span if short else None
    return None


def _means(doc: Doc, offset: int) -> tuple[int, int] | None:
    """Return the span of X in "is reckoned with X instead of Y"."""
    before = [t for t in doc if end_of(t) <= offset]
    if not before or before[-1].pos_ not in ("NOUN", "PROPN"):
        return None
    head = before[-1]
    led = head.dep_ == "pobj" and head.head.text.casefold() in (
        "with",
        "by",
        "on",
        "in",
    )
    if not led or head.head.head.pos_ != "VERB":
        return None
    return head.left_edge.idx, offset


def _preferred(doc: Doc, match: re.Match[str]) -> tuple[int, int] | None:
    """Return the span of what is preferred to what follows "rather than".

    The subject of a passive ("X is recommended instead of Y"), else the largest object
    that ends where the contrast begins.
    """
    if match["preposition"]:
        return _same_preposition(doc, match)
    marker = next(t for t in doc if t.idx >= match.start("marker"))
    governor = clause_head(marker)
    passive = next((t for t in governor.children if t.dep_ == "nsubjpass"), None)
    means = _means(doc, match.start())
    if passive is not None and match["marker"].casefold() == "instead of":
        return means or phrase_of(doc, passive)
    before = [t for t in doc if t.idx < match.start()]
    best: tuple[int, int] | None = None
    for token in (before[-1], *before[-1].ancestors) if before else ():
        if token.i >= marker.i or token.dep_ in ("ROOT", "advcl"):
            break
        if token.dep_ in ("dobj", "pobj", "attr", "oprd", "acomp"):
            start = token.left_edge.i
            inside = trimmed([t for t in before if t.i >= start])
            span = (inside[0].idx, end_of(inside[-1])) if inside else None
            if span and len(words(doc.text[slice(*span)])) <= MAX_PHRASE:
                best = span
    return best


def _chosen(doc: Doc, root: Token) -> tuple[int, int] | None:
    """Return the span of X in "prefer X to Y", "choose X over Y"."""
    if root.lemma_ not in ("prefer", "favour", "favor", "choose", "value"):
        return None
    other = any(t.text in ("to", "over") and t.dep_ == "prep" for t in root.children)
    liked = next((t for t in root.children if t.dep_ == "dobj"), None)
    return phrase_of(doc, liked) if liked is not None and other else None


def _corrected(doc: Doc, offset: int) -> tuple[int, int] | None:
    """Return the span of X in "X, not Y, decides …", with all that belongs to X."""
    before = [t for t in doc if end_of(t) <= offset]
    if not before or before[-1].pos_ not in ("NOUN", "PROPN"):
        return None
    token = before[-1]
    while token.head.i < token.i and token.dep_ in ("conj", "pobj", "prep", "compound"):
        if token.head.pos_ not in ("NOUN", "PROPN", "ADP"):
            break
        token = token.head
    while token.pos_ == "ADP" and token.head.i > token.i:
        token = token.head
    start = token.left_edge.idx
    return (start, offset) if start <= token.idx else None


def contrast_facts(doc: Doc, root: Token) -> list[Fact]:
    """List what a sentence prefers to something else that it names."""
    spans = [_preferred(doc, match) for match in _RATHER.finditer(doc.text)]
    spans.append(_chosen(doc, root))
    spans += [_corrected(doc, match.start()) for match in _ASIDE.finditer(doc.text)]
    for match in _NOT_BUT.finditer(doc.text):
        head = phrase_from(doc, match.end())
        spans.append(phrase_of(doc, head) if head is not None else None)
    found = [_fact(doc, root, "contrast", *span) for span in spans if span]
    return [fact for fact in found if fact is not None]


def turn_facts(doc: Doc, root: Token) -> list[Fact]:
    """List what things turn into, move to, shift to."""
    facts = []
    for match in _TURN.finditer(doc.text):
        head = phrase_from(doc, match.end())
        if head is None or head.pos_ not in ("NOUN", "PROPN") or head.dep_ != "pobj":
            continue
        span = phrase_of(doc, head)
        fact = _fact(doc, root, "turn", *span) if span else None
        if fact and re.search(r"\bfrom\b", match.group()):
            fact = replace(fact, features=fact.features - {"thin"})
        facts += [fact] if fact else []
    return facts


_NO_TERM = frozenset(
    ("ever", "before", "expected", "that", "those", "average", "usual")
)


def _term(other: Token | None) -> bool:
    """Say whether something is compared with a thing or a deed, not with a figure."""
    if other is None or other.text.casefold() in _NO_TERM:
        return False
    return other.pos_ in ("NOUN", "PROPN") or other.tag_ == "VBG"


def _singles_out(other: Token) -> bool:
    """Say whether all the rest is meant: "than any other country"."""
    return any(t.text.casefold() in ("any", "other") for t in other.children)


def comparison_facts(doc: Doc, root: Token) -> list[Fact]:
    """List what something is compared with ("less … than South Korea")."""
    facts = []
    for token in doc:
        if token.text != "than" or token.dep_ not in ("prep", "mark"):
            continue
        other = next((t for t in token.children if t.dep_ in ("pobj", "pcomp")), None)
        if other is None or not _term(other):
            continue
        if token.head.dep_ == "quantmod" or _singles_out(other):
            continue
        span = phrase_of(doc, other)
        fact = _fact(doc, root, "comparison", *span) if span else None
        facts += [fact] if fact else []
    return facts
