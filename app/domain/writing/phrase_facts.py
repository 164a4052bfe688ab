"""Phrase facts: what the parses of a sentence agree a gap may stand on."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from app.domain.writing.causes import cause_facts, means_facts
from app.domain.writing.conditions import condition_facts
from app.domain.writing.consequences import consequence_facts
from app.domain.writing.contrasts import comparison_facts, contrast_facts, turn_facts
from app.domain.writing.facts import Fact
from app.domain.writing.names_in_roles import name_facts
from app.domain.writing.parsing import Doc, Parses, Token, said_clauses
from app.domain.writing.phrases import parts_list
from app.domain.writing.purposes import purpose_facts
from app.domain.writing.roles import object_facts, subject_facts
from app.domain.writing.variants import Variant, variants

Rule = Callable[[Doc, Token], list[Fact]]
RULES: tuple[Rule, ...] = (
    contrast_facts,
    cause_facts,
    subject_facts,
    turn_facts,
    comparison_facts,
    means_facts,
    purpose_facts,
    condition_facts,
    object_facts,
    name_facts,
)
#: A question of its own rests on the parse of the gap that it answers.
_GAP_OF = {"why": "cause", "how": "means", "aim": "purpose"}


def _unique(facts: Iterable[Fact]) -> list[Fact]:
    """Keep each gap once, as the clause it belongs to sees it."""
    best: dict[tuple[str, int, int], Fact] = {}
    for fact in facts:
        key = fact.pattern, fact.start, fact.end
        if key not in best or len(fact.features) < len(best[key].features):
            best[key] = fact
    return list(best.values())


def _turned_to(text: str, start: int) -> frozenset[str]:
    """Say whether a phrase stands behind ", but": there a sentence makes its point."""
    return frozenset(
        {"after-but"} if re.search(r", (?:but|yet) ", text[:start]) else ()
    )


def _facts(variant: Variant) -> list[Fact]:
    """Return the facts of one parse, with the offsets of the sentence.

    A parse with words put in asks no question: it would show them.
    """
    found = _unique(
        fact
        for head in said_clauses(variant.root)
        for rule in RULES
        for fact in rule(variant.doc, head)
        if not parts_list(variant.doc, fact.start, fact.end)
    )
    return [
        replace(
            fact,
            features=fact.features | _turned_to(variant.doc.text, fact.start),
            start=variant.original(fact.start),
            end=variant.original(fact.end),
        )
        for fact in found
        if variant.is_plain or fact.question is None
    ]


def _key(fact: Fact) -> tuple[str, int, int]:
    return _GAP_OF.get(fact.pattern, fact.pattern), fact.start, fact.end


def phrase_facts(text: str, parses: Parses) -> list[Fact]:
    """List the phrases of one sentence that a gap may stand on.

    A fact that only one parse finds carries the feature `unconfirmed`.
    """
    read = [_facts(variant) for variant in variants(text, parses)]
    if not read:
        return []
    votes = {_key(fact) for facts in read[1:] for fact in facts}
    confirmed = [
        fact
        if _key(fact) in votes
        else replace(fact, features=fact.features | {"unconfirmed"})
        for fact in read[0]
    ]
    return confirmed + consequence_facts(text, parses)
