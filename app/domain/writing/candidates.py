"""Candidates: each fact of a claim as a card that could be, with what speaks for it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.domain.card import GAP, Kind
from app.domain.writing.candidate import Candidate
from app.domain.writing.claim_facts import facts_by_stretch
from app.domain.writing.clauses import Stem, sentence_text, sentences, stems
from app.domain.writing.facts import Fact
from app.domain.writing.giveaways import (
    echo,
    is_complement,
    is_counted,
    is_figure_told,
    is_figure_worked_out,
    is_name_told,
)
from app.domain.writing.leanings import leans
from app.domain.writing.names import spelled_out
from app.domain.writing.parsing import Doc, Parses
from app.domain.writing.quantities import find_quantities
from app.domain.writing.references import (
    Reference,
    has_vague_subject,
    introduces,
    relative_date,
    stem_of,
    unresolved,
)
from app.domain.writing.shorter import without
from app.domain.writing.standing import standing
from app.domain.writing.variants import is_bare_subordinate, is_fragment
from app.domain.writing.vocabulary import FUNCTION_WORDS
from app.domain.writing.weights import chance, held
from app.domain.writing.words import numbers, words

#: Words of a question, and of an answer.
_SHORT, _SHORT_ASKED, _LONG, _VERY_LONG = 6, 5, 30, 42
_LONG_ANSWER, _UNRECALLABLE, _LONG_REASON = 8, 10, 16
#: Words set off by commas that lead on from what was said before.
_LINK = re.compile(
    r"(\w|\]), (?:meanwhile|however|though|moreover|in turn|for example|for instance|"
    r"by contrast|in contrast|therefore|thus|then|too|in addition|of course),(?= )"
)
_ALSO = re.compile(r"(?<!but )(?<!and )\balso (?=[a-z])")
#: From this share of an answer's words on, its question says it nearly.
_ECHO = 0.5
_CONTEXT_WORDS = 30
#: What only tells how long a question is.
_SIZES = frozenset(("brief", "middling"))
#: Words below which a phrase is left with little to prompt it.
_CUES = 9
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
    "purpose": "purpose-cloze",
    "named": "name-cloze",
    "aim": "why",
    "condition": "condition-cloze",
    "day-set": "day-cloze",
}


def _length(answer: str, *, asked: bool) -> set[str]:
    """Name what the length of an answer speaks against; a reason may be longer."""
    count = len(words(answer))
    if count > (_LONG_REASON if asked else _UNRECALLABLE):
        return {"unrecallable"}
    return {"long-answer"} if count > _LONG_ANSWER and not asked else set()


def _shape(question: str, answer: str) -> set[str]:
    """Name what the lengths and figures of a card speak for or against."""
    count = len(words(question))
    asked = GAP not in question
    found = _length(answer, asked=asked)
    if count > _VERY_LONG:
        found.add("very-long-question")
    elif count > _LONG:
        found.add("long-question")
    elif count < (_SHORT_ASKED if asked else _SHORT):
        found.add("short-question")
    if len(find_quantities(question)) >= 2:
        found.add("other-figures")
    if re.match(r"(?:more|less|fewer|higher|lower|better|worse)\b(?! than)", answer):
        found.add("comparative")
    if question.startswith(GAP):
        found.add("opens-with-gap")
    if re.match(rf"\w+ {re.escape(GAP)},", question):
        found.add("fronted")
    if relative_date(question):
        found.add("relative-date")
    return found


def _made(stem: Stem, fact: Fact, question: str) -> set[str]:
    """Name what the stretch a card shows speaks for or against."""
    found = {"shortened"} if stem.dropped else set()
    is_phrase = fact.quantity is None and fact.question is None
    if is_phrase and _SHORT <= len(words(question)) < _CUES:
        found.add("few-cues")
    return found


def _reason_length(features: frozenset[str]) -> frozenset[str]:
    """Name a long reason as one: judges take it, and no other long answer."""
    long = {"long-answer", "unrecallable"} & features
    if not long or not {"cause", "purpose", "means"} & features:
        return features
    return features - long | {"long-reason"}


def _titled(candidate: Candidate, known: frozenset[str]) -> set[str]:
    """Say whether the breadcrumb says the answer, or only the noun that it ends in."""
    own = [stem_of(w) for w in words(candidate.answer) if w not in FUNCTION_WORDS]
    figures = numbers(candidate.answer)
    named = all(w[:1].isupper() for w in candidate.answer.split() if len(w) > 3)
    enough = len(own) / 2 if named else len(own)
    titled = sum(word in known for word in own) >= max(enough, 1)
    if candidate.kind is not Kind.QA and (set(figures) <= known if figures else titled):
        return {"titled"}
    return {"half-titled"} if own and not figures and own[-1] in known else set()


def _told(candidate: Candidate, known: frozenset[str]) -> set[str]:
    """Name what in the question, or above it, gives the answer away."""
    question, key = candidate.question, candidate.quantity
    found = _titled(candidate, known)
    if key is not None:
        if is_figure_told(key, question):
            found.add("told")
        if is_counted(key, question):
            found.add("told")
        if is_figure_worked_out(key, question):
            found.add("worked-out")
        if is_complement(key, question):
            found.add("complement")
    elif candidate.kind is Kind.CLOZE:
        if is_name_told(candidate.answer, question):
            found.add("told")
        if echo(candidate.answer, question) >= _ECHO:
            found.add("echoed")
    return found


def _context(
    references: Sequence[Reference], earlier: Sequence[str], parses: Parses
) -> str | None:
    """Return the one earlier claim that names all that is pointed at, else None."""
    heads = {reference.head for reference in references}
    if "" in heads:
        return None
    for text in reversed(earlier):
        first = text[slice(*sentences(text)[0])]
        for said in (first, text):
            if len(words(said)) > _CONTEXT_WORDS:
                continue
            doc = parses.of(said)
            if all(introduces(doc, head) for head in heads):
                return sentence_text(said)
    return None


def _holds(answer: str, reference: str) -> bool:
    """Say whether an answer is what points elsewhere: "such rules", "the cut"."""
    return answer.casefold().startswith(reference.casefold())


def _gapped(stem: Stem, claim: str, start: int, end: int) -> str:
    """Return the stem with its gap, without words that only link it to another."""
    before = without(claim, stem.start, start, stem.dropped)
    shown = before + GAP + without(claim, end, stem.end, stem.dropped)
    if "not only" not in shown:
        shown = _ALSO.sub("", shown)
    return sentence_text(_LINK.sub(r"\1", shown))


def _draft(claim: str, stem: Stem, fact: Fact, names: dict[str, str]) -> Candidate:
    """Return the card of one fact over one stem, before its references are known."""
    start, end = fact.start, fact.end
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
        fact.subject,
        _reason_length(
            fact.features | _shape(question, answer) | _made(stem, fact, question)
        ),
        0.0,
        quantity=fact.quantity,
    )


def _unresolved(
    candidate: Candidate, doc: Doc, known: frozenset[str], parses: Parses
) -> list[Reference]:
    """List what a card points at: its sentence, and its question read by itself."""
    found = unresolved(doc, known)
    if candidate.kind is Kind.QA and not found:
        return unresolved(parses.of(candidate.question), known)
    return found


def _resolved(
    candidate: Candidate,
    known: frozenset[str],
    earlier: Sequence[str],
    parses: Parses,
    *,
    is_closed: bool,
) -> Candidate:
    """Return the candidate with its references, its context and its worth.

    `is_closed`: a full stop says that its claim is a sentence, whatever a parse says.
    """
    doc = parses.of(candidate.stem)
    told = {stem_of(word) for text in earlier for word in words(text)}
    features = set(candidate.features)
    features |= _told(candidate, known)
    features |= standing(doc, candidate.question, candidate.answer, known)
    if candidate.quantity is not None and not any(
        other.unit == candidate.quantity.unit
        for other in find_quantities(candidate.question)
    ):
        features -= {"series", "paired"}
    if leans(doc, candidate.question, known):
        features.add("leaning")
    if has_vague_subject(doc):
        features.add("vague-subject")
    if not is_closed and is_fragment(candidate.stem, parses):
        features.add("fragment")
    references = [
        replace(r, is_loose=r.is_loose and stem_of(r.head) not in told)
        for r in _unresolved(candidate, doc, known, parses)
    ]
    context = _context(references, earlier, parses) if references else None
    if references:
        loose = all(reference.is_loose for reference in references)
        answered = any(
            _holds(candidate.answer, reference.text)
            for reference in references
            if candidate.kind is Kind.CLOZE
        )
        untold = "bridge" if loose and not answered else "reference"
        features.add("context" if context else untold)
    return replace(
        candidate,
        features=frozenset(features),
        context=context,
        points_at=references[0].text if references and not context else "",
        worth=round(held(chance(features), features), 4),
    )


def drafted_candidates(
    claim: str,
    known: frozenset[str],
    earlier: Sequence[str],
    names: dict[str, str],
    parses: Parses,
) -> list[list[Candidate]]:
    """List, fact by fact, its cards over each stretch of an English claim.

    `known` holds the words of the breadcrumb, `earlier` the texts of the claims before
    it in its group, `names` the article's full names by head noun.
    """
    stretches = [
        stem
        for stem in stems(claim, parses)
        if not is_bare_subordinate(parses.of(stem.text))
    ]
    is_closed = claim.rstrip(' ”"’)').endswith((".", "!", "?"))
    found: list[list[Candidate]] = []
    for seen in facts_by_stretch(claim, stretches, parses):
        over = [
            _resolved(
                _draft(claim, stem, fact, names),
                known,
                earlier,
                parses,
                is_closed=is_closed,
            )
            for stem, fact in seen
        ]
        if over:
            found.append(over)
    return found


def _fitness(candidate: Candidate) -> float:
    """Return how well a stretch serves a fact; that it is short is no fault there."""
    features = candidate.features - _SIZES
    return held(chance(features), features)


def english_candidates(
    claim: str,
    known: frozenset[str],
    earlier: Sequence[str],
    names: dict[str, str],
    parses: Parses,
) -> list[Candidate]:
    """List the cards that could be written for an English claim, best first.

    Each fact is asked over the stretch of the claim that serves it best. The arguments
    are those of `drafted_candidates`.
    """
    drafted = drafted_candidates(claim, known, earlier, names, parses)
    found = [max(over, key=_fitness) for over in drafted]
    return sorted(found, key=lambda c: (-c.worth, c.question))
