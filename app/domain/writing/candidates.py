"""Candidates: each fact of a claim as a card that could be, with what speaks for it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.domain.card import GAP, Kind
from app.domain.writing.candidate import Candidate
from app.domain.writing.clauses import Stem, sentence_text, sentences, stems
from app.domain.writing.facts import Fact
from app.domain.writing.names import spelled_out
from app.domain.writing.number_facts import number_facts
from app.domain.writing.parsing import Parses
from app.domain.writing.phrase_facts import phrase_facts
from app.domain.writing.quantities import find_quantities
from app.domain.writing.references import (
    Reference,
    has_vague_subject,
    introduces,
    relative_date,
    unresolved,
)
from app.domain.writing.weights import worth
from app.domain.writing.words import words

_SHORT, _LONG, _VERY_LONG, _LONG_ANSWER = 6, 30, 42, 8
#: How many claims back an antecedent is looked for.
_REACH = 3
_CONTEXT_WORDS = 30
_NAMES = {
    "number-cloze": "number-cloze",
    "object": "object-cloze",
    "cause": "cause-cloze",
    "means": "means-cloze",
    "name": "name-cloze",
    "agent": "agent-cloze",
    "turn": "turn-cloze",
    "comparison": "comparison-cloze",
    "effect": "effect-cloze",
    "superlative": "superlative-cloze",
    "definition": "definition-cloze",
}


def _shape(question: str, answer: str) -> set[str]:
    """Name what the lengths and figures of a card speak for or against."""
    count = len(words(question))
    found: set[str] = set()
    if count > _VERY_LONG:
        found.add("very-long-question")
    elif count > _LONG:
        found.add("long-question")
    elif count < _SHORT:
        found.add("short-question")
    if len(words(answer)) > _LONG_ANSWER:
        found.add("long-answer")
    if len(find_quantities(question)) >= 2:
        found.add("other-figures")
    if re.match(r"(?:more|less|fewer|higher|lower|better|worse)\b(?! than)", answer):
        found.add("comparative")
    if question.startswith(GAP):
        found.add("opens-with-gap")
    if relative_date(question):
        found.add("relative-date")
    return found


def _context(
    references: Sequence[Reference], earlier: Sequence[str], parses: Parses
) -> str | None:
    """Return the one earlier claim that names all that is pointed at, else None."""
    heads = {reference.head for reference in references}
    if "" in heads:
        return None
    for text in reversed(earlier[-_REACH:]):
        first = text[slice(*sentences(text)[0])]
        for said in (first, text):
            if len(words(said)) > _CONTEXT_WORDS:
                continue
            doc = parses.of(said)
            if all(introduces(doc, head) for head in heads):
                return sentence_text(said)
    return None


def _gapped(stem: Stem, claim: str, start: int, end: int) -> str:
    return sentence_text(claim[stem.start : start] + GAP + claim[end : stem.end])


def _draft(
    claim: str, stem: Stem, at: int, fact: Fact, names: dict[str, str]
) -> Candidate:
    """Return the card of one fact over one stem, before its references are known."""
    start, end = at + fact.start, at + fact.end
    if fact.question is not None and fact.answer is not None:
        question, answer, kind = fact.question, fact.answer, Kind.QA
    else:
        question, answer = _gapped(stem, claim, start, end), claim[start:end]
        kind = Kind.CLOZE if fact.quantity is None else Kind.NUMERIC
    return Candidate(
        kind,
        _NAMES.get(fact.pattern, fact.pattern),
        spelled_out(question, names),
        spelled_out(answer, names) if kind is Kind.QA else answer,
        spelled_out(stem.text, names),
        f"{at}:{fact.subject}",
        fact.features | _shape(question, answer),
        0.0,
        quantity=fact.quantity,
    )


def _resolved(
    candidate: Candidate, known: frozenset[str], earlier: Sequence[str], parses: Parses
) -> Candidate:
    """Return the candidate with its references, its context and its worth."""
    doc = parses.of(candidate.stem)
    features = set(candidate.features)
    if has_vague_subject(doc):
        features.add("vague-subject")
    references = unresolved(doc, known)
    context = _context(references, earlier, parses) if references else None
    if references:
        loose = all(reference.is_loose for reference in references)
        untold = "bridge" if loose else "reference"
        features.add("context" if context else untold)
    return replace(
        candidate,
        features=frozenset(features),
        context=context,
        worth=round(worth(features), 4),
    )


def english_candidates(
    claim: str,
    known: frozenset[str],
    earlier: Sequence[str],
    names: dict[str, str],
    parses: Parses,
) -> list[Candidate]:
    """List the cards that could be written for an English claim, best first.

    `known` holds the words of the breadcrumb, `earlier` the texts of the claims before
    it in its group, `names` the article's full names by head noun. Each fact is asked
    over the stretch of the claim that serves it best.
    """
    found: list[Candidate] = []
    stretches = stems(claim, parses)
    for start, end in sentences(claim):
        text = claim[start:end]
        facts = [*number_facts(text, parses.of(text)), *phrase_facts(text, parses)]
        for fact in facts:
            over = [
                _resolved(
                    _draft(claim, stem, start, fact, names), known, earlier, parses
                )
                for stem in stretches
                if stem.start <= start + fact.start and start + fact.end <= stem.end
            ]
            found.append(max(over, key=lambda candidate: candidate.worth))
    return sorted(found, key=lambda c: (-c.worth, c.question))
