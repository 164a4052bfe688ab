"""Conditions and days set: "unless …" at the end of a sentence, "by 2030"."""

import re

from app.domain.writing.facts import Fact
from app.domain.writing.parsing import Doc, Token, clause_head, end_of, is_subordinate
from app.domain.writing.phrases import content_count, list_length, trimmed
from app.domain.writing.words import words

_CONDITION = re.compile(
    r"\b(?:unless|provided(?: that)?|only if|as long as|on (?:the )?condition that)\s+"
)
_MOST, _LEAST = 12, 3
_DAY_SET = re.compile(
    r"\b(?:by|until|before|from|in|between)(?: the end of| early| late| mid-)? "
    r"(?P<year>20\d\d(?: and 20\d\d)?)(?![\d-])"
)
#: What lies ahead of the day when the sentence was written.
_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|must|hopes?|plans?|aims?|intends?|pledged|"
    r"promised|agreed|wants?|expects?|due|scheduled|targets?|phase[ds]? out|obliges?|"
    r"requires?|estimates?|commit(?:s|ted)?) [^,;]*$"
)


def condition_facts(doc: Doc, root: Token) -> list[Fact]:
    """List the conditions that a sentence ends in, and the years that it sets."""
    return [*_conditions(doc, root), *_days_set(doc, root)]


def _conditions(doc: Doc, root: Token) -> list[Fact]:
    facts = []
    for match in _CONDITION.finditer(doc.text):
        inside = trimmed([t for t in doc if t.idx >= match.end()])
        if not inside or doc.text[end_of(inside[-1]) :].strip(" ."):
            continue
        start, end = match.end(), end_of(inside[-1])
        text = doc.text[start:end]
        finite = ("VBZ", "VBP", "VBD", "MD")
        verbs = any(t.tag_ in finite or t.dep_ == "advcl" for t in inside)
        if not verbs or not _LEAST <= len(words(text)) <= _MOST or root.idx > start:
            continue
        if list_length(text) > 3 or any(letter.isdigit() for letter in text):
            continue
        thin = {"thin"} if content_count(doc, start, end) < 2 else set()
        subject = f"condition@{root.i}"
        facts.append(
            Fact("condition", start, end, subject, frozenset({"condition"} | thin))
        )
    return facts


def _days_set(doc: Doc, root: Token) -> list[Fact]:
    """List the years ahead that a main clause sets: "hopes to land a crew by 2030"."""
    facts = []
    for match in _DAY_SET.finditer(doc.text):
        start, end = match.span("year")
        token = next(t for t in doc if t.idx >= start)
        ahead = _AHEAD.search(doc.text[: match.start()])
        if ahead is None or token.i < root.i:
            continue
        clause = clause_head(token)
        features = {"day-set"}
        if is_subordinate(clause, root):
            features.add("subordinate")
        facts.append(
            Fact("day-set", start, end, f"day@{clause.i}", frozenset(features))
        )
    return facts
