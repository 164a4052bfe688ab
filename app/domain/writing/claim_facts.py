"""The facts of a claim, each as every stretch that shows it sees it.

A parse of the whole sentence and one of a shorter stretch may differ. What a stretch
says of a fact holds for the card over that stretch; a fact that only the sentence tells
is asked over any stretch that shows it, and one that only a stretch tells over that.
"""

from dataclasses import replace

from app.domain.writing.clauses import Stem, sentences
from app.domain.writing.facts import Fact
from app.domain.writing.number_facts import number_facts
from app.domain.writing.parsing import Parses
from app.domain.writing.phrase_facts import phrase_facts
from app.domain.writing.variants import is_bare_subordinate

#: What tells facts apart: the rule, the span in the claim, whether it is a question.
_Key = tuple[str, int, int, bool]


def _key(fact: Fact) -> _Key:
    return fact.pattern, fact.start, fact.end, fact.question is not None


def _facts(text: str, parses: Parses) -> list[Fact]:
    return [*number_facts(text, parses.of(text)), *phrase_facts(text, parses)]


def _of_sentences(claim: str, parses: Parses) -> dict[_Key, Fact]:
    """Return the facts of each sentence of a claim, with the offsets of the claim."""
    found: dict[_Key, Fact] = {}
    for start, end in sentences(claim):
        text = claim[start:end]
        if is_bare_subordinate(parses.of(text)):
            continue
        for fact in _facts(text, parses):
            placed = replace(
                fact,
                start=start + fact.start,
                end=start + fact.end,
                subject=f"{start}:{fact.subject}",
            )
            found.setdefault(_key(placed), placed)
    return found


def _of_stretch(stem: Stem, parses: Parses) -> dict[_Key, Fact]:
    """Return the facts of a stretch by its own parse, with the offsets of the claim."""
    found: dict[_Key, Fact] = {}
    for fact in _facts(stem.text, parses):
        start, end = stem.origin(fact.start), stem.origin(fact.end - 1) + 1
        if end - start != fact.end - fact.start or not stem.holds(start, end):
            continue
        subject = f"{stem.start}/{fact.subject}"
        placed = replace(fact, start=start, end=end, subject=subject)
        found.setdefault(_key(placed), placed)
    return found


def _is_part(stem: Stem, claim: str) -> bool:
    """Say whether a stretch is less than one of the sentences of its claim."""
    spans = sentences(claim)
    inside = any(left <= stem.start and stem.end <= right for left, right in spans)
    return bool(stem.dropped) or (inside and (stem.start, stem.end) not in spans)


def facts_by_stretch(
    claim: str, stretches: list[Stem], parses: Parses
) -> list[list[tuple[Stem, Fact]]]:
    """List, fact by fact, the stretches that show it, each with how it sees it."""
    whole = _of_sentences(claim, parses)
    found: dict[_Key, list[tuple[Stem, Fact]]] = {key: [] for key in whole}
    for stem in stretches:
        own = _of_stretch(stem, parses) if _is_part(stem, claim) else {}
        for key, fact in whole.items():
            if not stem.holds(fact.start, fact.end):
                continue
            seen = own.pop(key, None)
            if seen is not None:
                found[key].append((stem, replace(seen, subject=fact.subject)))
            elif fact.question is None or not own:
                found[key].append((stem, fact))
        for key, fact in own.items():
            found.setdefault(key, []).append((stem, fact))
    return list(found.values())
