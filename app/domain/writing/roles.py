"""Subjects and objects: who is the most, what a term means, what is acted on."""

import re

from app.domain.writing.facts import Fact
from app.domain.writing.parsing import (
    Doc,
    Token,
    clause_head,
    is_subordinate,
    subject_of,
)
from app.domain.writing.phrases import content_count, core_of, list_length, phrase_of
from app.domain.writing.vocabulary import EFFECT_VERBS, LIGHT_VERBS
from app.domain.writing.words import words

_FIRM = frozenset(
    {
        ("depend", "on"), ("rely", "on"), ("hinge", "on"), ("rest", "on"),
        ("focus", "on"), ("consist", "of"), ("limit", "by"), ("compete", "with"),
        ("come", "from"), ("shift", "to"), ("replace", "by"), ("replace", "with"),
        ("link", "to"), ("tie", "to"), ("lead", "to"), ("account", "for"),
        ("derive", "from"), ("base", "on"), ("build", "on"), ("result", "in"),
        ("stem", "from"), ("belong", "to"), ("concentrate", "on"), ("invest", "in"),
    }
)  # fmt: skip
_MEANING = ("describe", "mean", "denote", "refer")
_NAMED = ("ORG", "GPE", "PERSON", "PRODUCT", "LOC", "NORP", "FAC")


def _make(doc: Doc, root: Token, head: Token, pattern: str, *more: str) -> Fact | None:
    """Return the fact whose gap is the phrase of `head`, None where it is no unit."""
    span = phrase_of(doc, head) or core_of(doc, head)
    if span is None or list_length(doc.text[slice(*span)]) > 3:
        return None
    features = {pattern, *more}
    clause = clause_head(head)
    if is_subordinate(clause, root):
        features.add("subordinate")
    if content_count(doc, *span) < 2 and pattern not in ("superlative", "name"):
        features.add("thin")
    if head.dep_ in ("pobj", "dobj", "attr") and re.search(
        r"\d", doc.text[slice(*span)]
    ):
        return None
    return Fact(pattern, *span, f"{pattern}@{clause.i}", frozenset(features))


def _is_informative(doc: Doc, subject: Token) -> bool:
    """Say whether a subject is a name or term worth asking for."""
    span = phrase_of(doc, subject)
    if span is None or len(words(doc.text[slice(*span)])) > 6:
        return False
    first = subject.left_edge.text.casefold()
    vague = first in ("the", "this", "these", "that", "those", "its", "their", "such")
    return subject.pos_ == "PROPN" or (subject.pos_ == "NOUN" and not vague)


def _opens(doc: Doc, subject: Token) -> bool:
    """Say whether the subject stands first in the sentence, or after a comma."""
    at = subject.left_edge.i
    return at == 0 or any(t.i == at - 1 and t.text == "," for t in doc)


def _is_quoted(doc: Doc, subject: Token) -> bool:
    """Say whether a subject is a term in quotation marks."""
    span = phrase_of(doc, subject)
    return span is not None and bool(re.search(r"[\"“‘]", doc.text[slice(*span)]))


def _is_superlative(token: Token) -> bool:
    """Say whether a word singles one thing out: "largest", "the first", "the only"."""
    if token.tag_ in ("JJS", "RBS"):
        return token.text.casefold() not in ("least", "most") or token.tag_ == "RBS"
    return token.text.casefold() in ("first", "only", "leading", "main", "top") and (
        token.dep_ == "amod"
        and any(t.text.casefold() == "the" for t in token.head.children)
    )


def subject_facts(doc: Doc, root: Token) -> list[Fact]:
    """List the subject of a superlative, of a definition, or a name that acts."""
    subject = subject_of(root)
    if subject is None or not _opens(doc, subject):
        return []
    if root.lemma_ in _MEANING and _is_quoted(doc, subject):
        fact = _make(doc, root, subject, "definition")
        return [fact] if fact else []
    if not _is_informative(doc, subject):
        return []
    predicate = doc.text[subject.right_edge.idx + len(subject.right_edge.text) :]
    superlative = any(_is_superlative(t) and clause_head(t).i == root.i for t in doc)
    attribute = next((t for t in root.children if t.dep_ == "attr"), None)
    if superlative:
        fact = _make(doc, root, subject, "superlative")
    elif (
        root.lemma_ == "be"
        and attribute is not None
        and len(words(predicate)) >= 6
        and any(t.dep_ in ("relcl", "acl", "prep") for t in attribute.children)
    ):
        fact = _make(doc, root, subject, "definition")
    elif subject.ent_type_ in _NAMED and subject.pos_ == "PROPN":
        fact = _make(doc, root, subject, "name")
    elif root.lemma_ in EFFECT_VERBS and root.tag_ in ("VBZ", "VBP", "VBD"):
        fact = _make(doc, root, subject, "effect")
    else:
        return []
    return [fact] if fact else []


def object_facts(doc: Doc, root: Token) -> list[Fact]:
    """List what the main verbs act on, and the agent of a passive."""
    facts: list[Fact | None] = []
    joined = [t for t in root.children if t.dep_ == "conj" and t.pos_ == "VERB"]
    serving = [t for t in root.children if t.dep_ == "advcl" and subject_of(t)]
    verbs = [root, *joined, *serving]
    for verb in verbs:
        for child in verb.children:
            if child.dep_ in ("dobj", "attr") and child.pos_ in ("NOUN", "PROPN"):
                light = ("light-verb",) if verb.lemma_ in LIGHT_VERBS else ()
                facts.append(_make(doc, root, child, "object", *light))
            for grandchild in child.children:
                if grandchild.dep_ != "pobj" or grandchild.pos_ not in (
                    "NOUN",
                    "PROPN",
                ):
                    continue
                if child.dep_ == "agent":
                    facts.append(_make(doc, root, grandchild, "agent"))
                elif (verb.lemma_, child.text.casefold()) in _FIRM:
                    facts.append(_make(doc, root, grandchild, "object", "firm-verb"))
    return [fact for fact in facts if fact is not None]
