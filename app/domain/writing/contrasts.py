"""Contrasts and turns: what is chosen rather than what, and what a thing turns into."""

import re

from app.domain.writing.facts import Fact
from app.domain.writing.parsing import Doc, Token, clause_head
from app.domain.writing.phrases import (
    content_count,
    list_length,
    object_before,
    phrase_from,
    phrase_of,
)

_RATHER = re.compile(r",?\s*\b(?:rather than|instead of)\b", re.IGNORECASE)
_NOT_BUT = re.compile(r"\bnot [^,;.]{3,60}?,? but (?:rather )?", re.IGNORECASE)
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
    clause = clause_head(inside)
    features = {pattern}
    if clause.i != root.i:
        features.add("subordinate")
    if content_count(doc, start, end) < 2:
        features.add("thin")
    return Fact(pattern, start, end, f"{pattern}@{clause.i}", frozenset(features))


def contrast_facts(doc: Doc, root: Token) -> list[Fact]:
    """List what a sentence prefers to something else that it names."""
    spans = [object_before(doc, match.start()) for match in _RATHER.finditer(doc.text)]
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
        facts += [fact] if fact else []
    return facts
