"""Reasons and means: what a sentence gives as its cause, and how a thing is done."""

import re

from app.domain.writing.facts import Fact
from app.domain.writing.parsing import (
    Doc,
    Token,
    clause_head,
    is_subordinate,
    subject_of,
)
from app.domain.writing.phrases import (
    content_count,
    list_length,
    phrase_from,
    phrase_of,
)
from app.domain.writing.questions import ask
from app.domain.writing.vocabulary import REPORTING_VERBS

#: The most words of a reason.
_LONGEST = 20
_DEGREE = r"(?:(?:largely|mainly|partly|mostly|primarily|chiefly|in part) )?"
_PLAIN = r"because of|because|due to|owing to|thanks to|as a result of|since|so that"
_CAUSE = re.compile(
    rf"\b(?P<marker>{_DEGREE}(?:(?P<plain>{_PLAIN})|caused by|driven by|fuel+ed by|"
    r"stems? from|stemmed from|results? from|resulted from|blamed on|attributed to|"
    r"explained by|triggered by|spurred by))\s+",
    re.IGNORECASE,
)
#: "Faults are due to gear": without its reason that says nothing.
_BE = re.compile(r"\b(?:is|are|was|were|be|been)\s*$", re.IGNORECASE)
#: "Why …?" is answered with "because", whatever the sentence says.
_REPLIES = {"since": "because", "due to": "because of", "owing to": "because of"}
_CONTRAST = re.compile(r",? (?:rather than|instead of)\b|, not (?!only)")
_MEANS = re.compile(r"\b(?P<marker>by)\s+(?=[a-z-]+ing\b)")


def _clause_of(doc: Doc, offset: int) -> Token | None:
    """Return the head of the clause that the marker at `offset` belongs to."""
    token = next((t for t in doc if t.idx >= offset), None)
    if token is None:
        return None
    if token.dep_ == "mark":
        token = token.head
    return clause_head(token.head)


def _complement(doc: Doc, match: re.Match[str]) -> Token | None:
    """Return the head of what follows a marker: a clause or a phrase."""
    last = [t for t in doc if match.start("marker") <= t.idx < match.end()][-1]
    return last.head if last.dep_ == "mark" else phrase_from(doc, match.end())


def _is_time(doc: Doc, match: re.Match[str]) -> bool:
    """Say whether "since" counts time: no present or past perfect clause follows it."""
    if match["marker"].casefold() != "since":
        return False
    mark = next(t for t in doc if t.idx >= match.start("marker"))
    verbs = (mark.head, *mark.head.children)
    now = any(t.tag_ in ("VBZ", "VBP") for t in verbs)
    before_then = any(t.tag_ == "VBD" and t.dep_ == "aux" for t in verbs)
    set_off = doc.text[: match.start()].rstrip().endswith(",")
    return mark.dep_ != "mark" or not (now or (before_then and set_off))


def _is_result(doc: Doc, match: re.Match[str]) -> bool:
    """Say whether "so that" tells a result: behind a comma, or without "can"."""
    if match["marker"].casefold() != "so that":
        return False
    end = match.end()
    aims = re.match(
        r"[^,.;]{0,60}?\b(?:can|could|may|might|will|would)\b", doc.text[end:]
    )
    return aims is None or doc.text[: match.start()].rstrip().endswith(",")


def _before_contrast(text: str, start: int, end: int) -> int:
    """Return where a reason ends: before "rather than …", which nobody would add."""
    contrast = _CONTRAST.search(text, start, end)
    return end if contrast is None else contrast.start()


def _reports(clause: Token) -> bool:
    """Say whether a reason may be that of what is reported, not of the reporting."""
    said = any(t.dep_ == "ccomp" and t.i > clause.i for t in clause.children)
    return said and clause.lemma_ in REPORTING_VERBS


def _facts(
    doc: Doc, root: Token, match: re.Match[str], pattern: str, *, asked: str | None
) -> list[Fact]:
    """Return the gap on what follows a marker and, where sure, its question."""
    head = _complement(doc, match)
    span = phrase_of(doc, head, _LONGEST) if head is not None else None
    clause = _clause_of(doc, match.start("marker"))
    if span is None or clause is None:
        return []
    start, end = match.end(), _before_contrast(doc.text, match.end(), span[1])
    if start >= end or list_length(doc.text[start:end]) > 3:
        return []
    features = {pattern}
    if is_subordinate(clause, root):
        features.add("subordinate")
    if content_count(doc, start, end) < 2:
        features.add("thin")
    subject = f"{pattern}@{clause.i}"
    gap = Fact(pattern, start, end, subject, frozenset(features))
    is_predicate = _BE.search(doc.text[: match.start("marker")]) is not None
    if asked is None or is_predicate or "subordinate" in features:
        return [gap]
    question = ask(doc, clause, asked, match.start("marker"), span[1])
    if question is None or _reports(clause):
        return [gap]
    marker = _REPLIES.get(match["marker"].casefold(), match["marker"])
    reply = marker + doc.text[match.end("marker") : span[1]]
    reply = reply[0].upper() + reply[1:]
    known = frozenset(features | {"asked"})
    return [
        gap,
        Fact(asked.casefold(), start, end, subject, known, None, question, reply),
    ]


def _fronted(doc: Doc, root: Token, match: re.Match[str]) -> list[Fact]:
    """Return "Why S V?" for "Because A, S V.", where the comma surely parts them."""
    if match.start() or match["marker"].casefold() not in ("because", "since"):
        return []
    tokens = list(doc)
    clause = tokens[0].head
    comma = next((t for t in tokens if t.i > clause.i and t.text == ","), None)
    subject = subject_of(root)
    if clause.dep_ != "advcl" or clause.head.i != root.i or comma is None:
        return []
    if subject is None or subject.left_edge.i != comma.i + 1:
        return []
    end = len(doc.text.rstrip(" ."))
    question = ask(doc, root, "Why", end, len(doc.text), fronted=True)
    if question is None:
        return []
    reply = "Because " + doc.text[match.end() : comma.idx]
    span = match.end(), comma.idx
    known = frozenset({"cause", "asked"})
    return [Fact("why", *span, f"cause@{root.i}", known, None, question, reply)]


def cause_facts(doc: Doc, root: Token) -> list[Fact]:
    """List the reasons of a sentence, as gaps and, where sure, as "Why …?"."""
    return [
        fact
        for match in _CAUSE.finditer(doc.text)
        if not (_is_time(doc, match) or _is_result(doc, match))
        for found in (_fronted(doc, root, match), _sided(doc, root, match))
        for fact in found
    ]


def _sided(doc: Doc, root: Token, match: re.Match[str]) -> list[Fact]:
    """Return the gap on a reason and, where it ends the sentence, its "Why …?"."""
    asked = "Why" if match["plain"] else None
    return _facts(doc, root, match, "cause", asked=asked)


def means_facts(doc: Doc, root: Token) -> list[Fact]:
    """List the ways of doing ("by V-ing"), as gaps and, where sure, as "How …?"."""
    return [
        fact
        for match in _MEANS.finditer(doc.text)
        for fact in _facts(doc, root, match, "means", asked="How")
    ]
