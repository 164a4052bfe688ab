"""Purposes: what a deed is done for, at the end of a sentence ("to win customers")."""

import re

from app.domain.writing.facts import Fact
from app.domain.writing.parsing import (
    Doc,
    Token,
    clause_head,
    end_of,
    is_subordinate,
    subject_of,
)
from app.domain.writing.phrases import content_count, list_length, trimmed
from app.domain.writing.questions import ask
from app.domain.writing.verbs import INFINITIVE_VERBS
from app.domain.writing.vocabulary import ACTORS
from app.domain.writing.words import words

#: "Rose to become the largest": what came of it, not what it was for.
_OUTCOMES = frozenset(
    ("become", "reach", "hit", "stand", "total", "top", "exceed", "find", "be", "form")
)
_MOST, _LEAST = 18, 2


def _infinitive(verb: Token) -> Token | None:
    """Return the "to" of an infinitive that says what its clause is done for."""
    in_order = verb.dep_ == "acl" and verb.head.text == "order"
    serves = verb.dep_ == "advcl" or in_order
    if not serves or verb.tag_ != "VB" or verb.head.i > verb.i:
        return None
    degree = (a for t in verb.head.children for a in (t, *t.children))
    if any(t.text.casefold() in ("too", "enough") for t in degree):
        return None
    return next((t for t in verb.children if t.tag_ == "TO"), None)


def _so_that(verb: Token) -> Token | None:
    """Return the "that" of a clause that says what its sentence is done for."""
    marks = [t for t in verb.children if t.dep_ == "mark"]
    if [t.text.casefold() for t in marks][-2:] == ["so", "that"]:
        return marks[-1]
    aims = any(t.tag_ == "MD" for t in verb.children)
    before = next((t for t in verb.subtree if t.text.casefold() == "so"), None)
    if not marks or before is None or not aims or before.i != marks[-1].i - 1:
        return None
    return marks[-1]


def _is_actor(subject: Token | None) -> bool:
    """Say whether a subject can want something: people, a body, a state."""
    if subject is None or subject.dep_ != "nsubj":
        return False
    return (
        subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
        or subject.lemma_.casefold() in ACTORS
    )


def purpose_facts(doc: Doc, root: Token) -> list[Fact]:
    """List the purposes that a sentence ends in, as gaps behind "to" or "so that"."""
    facts = []
    for verb in doc:
        marker = _infinitive(verb) or (_so_that(verb) if verb.i > root.i else None)
        if marker is None or doc.text[end_of(verb.right_edge) :].strip(" ."):
            continue
        inside = trimmed([t for t in verb.subtree if t.i > marker.i])
        if not inside or verb.i > inside[-1].i:
            continue
        start, end = inside[0].idx, end_of(inside[-1])
        text = doc.text[start:end]
        if not _LEAST <= len(words(text)) <= _MOST or list_length(text) > 3:
            continue
        features = {"purpose"}
        clause = clause_head(verb.head)
        if is_subordinate(clause, root):
            continue
        if content_count(doc, start, end) < 2:
            features.add("thin")
        subject = f"purpose@{clause.i}"
        facts.append(Fact("purpose", start, end, subject, frozenset(features)))
        question = _asked(doc, verb, clause, marker, end)
        if question is not None:
            known = frozenset(features | {"asked"})
            reply = f"To {text}"
            facts.append(Fact("aim", start, end, subject, known, None, question, reply))
    return facts


def _asked(doc: Doc, verb: Token, clause: Token, marker: Token, end: int) -> str | None:
    """Return "Why S V?" for "S V (in order) to VP", where VP is surely an aim."""
    is_said = verb.head.text == "order"
    near = is_said or verb.head.i == clause.i
    is_aim = clause.lemma_ not in INFINITIVE_VERBS and _is_actor(subject_of(clause))
    if marker.tag_ != "TO" or verb.lemma_ in _OUTCOMES or not near:
        return None
    if not is_said and not is_aim:
        return None
    before = doc.text[: marker.idx]
    if re.search(r"\b(?:only|on|up|forward)\s+$", before):
        return None
    start = len(re.sub(r",? (?:in order|so as) $", " ", before))
    return ask(doc, clause, "Why", start, end)
