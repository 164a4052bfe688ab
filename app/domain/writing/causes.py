"""Reasons and means: what a sentence gives as its cause, and how a thing is done."""

import re

from app.domain.writing.facts import Fact
from app.domain.writing.parsing import Doc, Token, clause_head
from app.domain.writing.phrases import (
    content_count,
    list_length,
    phrase_from,
    phrase_of,
)
from app.domain.writing.questions import ask

_CAUSE = re.compile(
    r"\b(?P<marker>(?:(?:largely|mainly|partly|mostly|primarily|chiefly) )?"
    r"(?:because of|because|due to|owing to|thanks to|as a result of|(?:is|are|was|were) "
    r"caused by|caused by|driven by|fuel+ed by|stems? from|stemmed from|results? from|"
    r"resulted from|blamed on|attributed to|explained by|triggered by|spurred by))\s+",
    re.IGNORECASE,
)
_MEANS = re.compile(r"\b(?P<marker>by)\s+(?=[a-z-]+ing\b)")
_PLAIN = ("because of", "because", "due to", "owing to", "thanks to", "as a result of")


def _clause_of(doc: Doc, offset: int) -> Token | None:
    """Return the head of the clause that the marker at `offset` belongs to."""
    token = next((t for t in doc if t.idx >= offset), None)
    if token is None:
        return None
    if token.dep_ == "mark":
        token = token.head
    return clause_head(token.head)


def _fact(doc: Doc, root: Token, match: re.Match[str], pattern: str) -> Fact | None:
    head = phrase_from(doc, match.end())
    span = phrase_of(doc, head) if head is not None else None
    clause = _clause_of(doc, match.start("marker"))
    if head is None or span is None or clause is None:
        return None
    features = {pattern}
    if clause.i != root.i:
        features.add("subordinate")
    if content_count(doc, *span) < 2:
        features.add("thin")
    if list_length(doc.text[slice(*span)]) > 3:
        return None
    start = match.end()
    return Fact(pattern, start, span[1], f"{pattern}@{clause.i}", frozenset(features))


def _asked(
    doc: Doc, root: Token, fact: Fact, match: re.Match[str], word: str
) -> Fact | None:
    """Return the fact as a question of its own, where its grammar is near certain."""
    if "subordinate" in fact.features:
        return None
    question = ask(doc, root, word, match.start("marker"), fact.end)
    if question is None:
        return None
    answer = doc.text[match.start("marker") : fact.end]
    return Fact(
        "why" if word == "Why" else "how",
        fact.start,
        fact.end,
        fact.subject,
        fact.features | {"asked"},
        question=question,
        answer=answer[0].upper() + answer[1:],
    )


def cause_facts(doc: Doc, root: Token) -> list[Fact]:
    """List the reasons of a sentence, as gaps and, where sure, as "Why …?"."""
    facts: list[Fact] = []
    for match in _CAUSE.finditer(doc.text):
        fact = _fact(doc, root, match, "cause")
        if fact is None:
            continue
        facts.append(fact)
        if match["marker"].split(" ", 1)[-1].casefold() in _PLAIN or (
            match["marker"].casefold() in _PLAIN
        ):
            asked = _asked(doc, root, fact, match, "Why")
            facts += [asked] if asked else []
    return facts


def means_facts(doc: Doc, root: Token) -> list[Fact]:
    """List the ways of doing ("by V-ing"), as gaps and, where sure, as "How …?"."""
    facts: list[Fact] = []
    for match in _MEANS.finditer(doc.text):
        fact = _fact(doc, root, match, "means")
        if fact is None:
            continue
        facts.append(fact)
        asked = _asked(doc, root, fact, match, "How")
        facts += [asked] if asked else []
    return facts
