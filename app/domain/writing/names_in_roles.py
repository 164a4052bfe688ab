"""Names in roles: whom a thing overtakes, where it stays, to whom it is sold."""

import re

from app.domain.writing.facts import Fact
from app.domain.writing.parsing import Doc, Token, clause_head, is_subordinate
from app.domain.writing.phrases import list_length, phrase_of, whole_list
from app.domain.writing.words import words

_KINDS = ("GPE", "ORG", "PRODUCT", "LOC", "FAC", "PERSON")
#: A name behind these is a source, a time or a mere circumstance.
_NO_ROLE = frozenset(
    ("according", "per", "of", "like", "as", "including", "unlike", "since", "than")
)
_MOST = 6


def _role(name: Token) -> bool:
    """Say whether a name is what a verb acts on, or leads to."""
    if name.dep_ == "dobj":
        return True
    if name.dep_ != "pobj":
        return False
    preposition = name.head
    verbal = preposition.head.pos_ in ("VERB", "AUX")
    if preposition.head.text.casefold() in _NO_ROLE:
        return False
    return verbal and preposition.text.casefold() not in _NO_ROLE


def _governor(name: Token) -> Token:
    return name.head if name.dep_ == "dobj" else name.head.head


def name_facts(doc: Doc, root: Token) -> list[Fact]:
    """List the names that a main verb acts on or leads to, short lists whole."""
    facts = []
    for token in doc:
        if token.pos_ != "PROPN" or token.ent_type_ not in _KINDS:
            continue
        if whole_list(token).i != token.i or not _role(token):
            continue
        verb = _governor(token)
        clause = clause_head(verb)
        span = phrase_of(doc, token)
        if span is None or verb.i < root.i or is_subordinate(clause, root):
            continue
        text = doc.text[slice(*span)]
        if re.search(r"\d", text) or len(words(text)) > _MOST or list_length(text) > 3:
            continue
        fronted = ("before-subject",) if token.i < verb.i else ()
        facts.append(
            Fact(
                "named",
                *span,
                f"named@{clause.i}",
                frozenset({"named", *fronted}),
            )
        )
    return facts
