"""Phrase facts: what two parses of the same sentence agree a gap may stand on."""

from collections.abc import Callable
from dataclasses import replace

from app.domain.writing.causes import cause_facts, means_facts
from app.domain.writing.contrasts import contrast_facts, turn_facts
from app.domain.writing.facts import Fact
from app.domain.writing.parsing import Doc, Parses, Token, root_of
from app.domain.writing.roles import object_facts, subject_facts

Rule = Callable[[Doc, Token], list[Fact]]
RULES: tuple[Rule, ...] = (
    contrast_facts,
    cause_facts,
    subject_facts,
    turn_facts,
    means_facts,
    object_facts,
)
_FRAME = "We know that "


def _facts(doc: Doc, root: Token) -> list[Fact]:
    return [fact for rule in RULES for fact in rule(doc, root)]


def _framed(text: str, first: Token, parses: Parses) -> set[tuple[str, int, int]]:
    """Return the facts of the sentence read inside "We know that …"."""
    keeps = first.pos_ == "PROPN" or first.ent_type_ or not first.text[1:].islower()
    lowered = text if keeps else text[:1].lower() + text[1:]
    doc = parses.of(_FRAME + lowered)
    frame = root_of(doc)
    if frame is None:
        return set()
    root = next((t for t in frame.children if t.dep_ == "ccomp"), None)
    if root is None:
        return set()
    shift = len(_FRAME)
    return {(f.pattern, f.start - shift, f.end - shift) for f in _facts(doc, root)}


def phrase_facts(text: str, parses: Parses) -> list[Fact]:
    """List the phrases of one sentence that a gap may stand on.

    A fact that only one parse finds carries the feature `unconfirmed`.
    """
    doc = parses.of(text)
    root = root_of(doc)
    if root is None:
        return []
    facts = _facts(doc, root)
    if not facts:
        return []
    votes = _framed(text, next(iter(doc)), parses)
    names = {"why": "cause", "how": "means"}
    return [
        fact
        if (names.get(fact.pattern, fact.pattern), fact.start, fact.end) in votes
        else replace(fact, features=fact.features | {"unconfirmed"})
        for fact in facts
    ]
