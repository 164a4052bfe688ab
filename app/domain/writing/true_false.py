"""True or false: the sentence of a card as it stands, or with exactly one change.

A change is made only where it can neither contradict the rest of the sentence nor stay
true by accident: one figure without another of its unit beside it, or the direction of
the main verb where nothing else tells the direction.
"""

import re
from math import log

from app.domain.card import GAP, Statement
from app.domain.reading.script import language_of
from app.domain.writing.candidate import Candidate
from app.domain.writing.figure_rivals import figure_in
from app.domain.writing.parsing import Doc, Inflector, root_of
from app.domain.writing.quantities import find_quantities
from app.domain.writing.vocabulary import OPPOSITES

_OPPOSITES = {one: other for a, b in OPPOSITES for one, other in ((a, b), (b, a))}
_TIED = re.compile(
    r"\b(?:half|halv\w+|doubl\w+|tripl\w+|quadrupl\w+|twice|majority|minority|most|"
    r"remaining|rest|third|quarter|average|record|above|below|exceed\w*|beat\w*|"
    r"only|so that|which means|meaning|compared|than)\b|"
    r"从[^，。]*(?:到|至)|由[^，。]*(?:到|至)|一半|过半|翻|倍|分之|相当于|高于|低于|其中|幅|均",
    re.IGNORECASE,
)
_DIRECTED = re.compile(
    r"\b(?:up|down|higher|lower|more|less|fewer|from|because|due|driven|as|after|despite|"
    r"while|but|although|though|whereas|when|if|since|which|record|to|than|by)\b",
    re.IGNORECASE,
)


#: What was changed, in the language of the claim.
_FIGURE = {
    "en": "The figure: the claim says “{old}”, not “{new}”.",
    "zh": "数字有误：原文是“{old}”，不是“{new}”。",
}
#: A Chinese clause about whom only an earlier sentence tells: "，公司承认…".
_UNNAMED = re.compile(r"(?:^|[，。；])(?:公司|双方|两者|该[^，。；])")
_UNSTATED = frozenset(("reference", "bridge", "context", "relative-date"))


def _other_figure(candidate: Candidate, choices: tuple[str, ...] | None) -> str | None:
    """Return the wrong option furthest from the key; None where a change is unsafe."""
    quantity = candidate.quantity
    if quantity is None or not choices or _TIED.search(candidate.question):
        return None
    rest = find_quantities(candidate.question)
    if any(q.unit == quantity.unit and q.noun == quantity.noun for q in rest):
        return None
    key = figure_in(candidate.answer)
    ratios = {
        choice: abs(log(value / key))
        for choice in choices
        if (value := figure_in(choice)) and key
    }
    return max(ratios, key=ratios.__getitem__) if ratios else None


def _turned(doc: Doc, inflect: Inflector) -> tuple[str, str, str] | None:
    """Return (sentence, old verb, new verb) with the main verb's direction turned."""
    root = root_of(doc)
    if root is None or root.lemma_ not in _OPPOSITES or root.pos_ != "VERB":
        return None
    rest = doc.text[: root.idx] + doc.text[root.idx + len(root.text) :]
    if _DIRECTED.search(rest) or any(t.dep_ in ("neg", "aux") for t in root.children):
        return None
    verb = inflect(_OPPOSITES[root.lemma_], root.tag_)
    if verb is None:
        return None
    text = doc.text[: root.idx] + verb + doc.text[root.idx + len(root.text) :]
    return text, root.text, verb


def make_figure_statement(
    candidate: Candidate, choices: tuple[str, ...] | None, *, true: bool
) -> Statement | None:
    """Return a statement whose one figure may be changed; None where none is safe."""
    if _UNSTATED & candidate.features or _UNNAMED.search(candidate.question):
        return None
    figure = _other_figure(candidate, choices)
    if figure is None:
        return None
    kept = candidate.question.replace(GAP, candidate.answer)
    if true:
        return Statement(text=kept, true=True, changed=None)
    other = candidate.question.replace(GAP, figure)
    says = _FIGURE.get(language_of(kept), _FIGURE["en"])
    changed = says.format(old=candidate.answer, new=figure)
    return Statement(text=other, true=False, changed=changed)


def make_statement(
    candidate: Candidate,
    choices: tuple[str, ...] | None,
    doc: Doc,
    inflect: Inflector,
    *,
    true: bool,
) -> Statement | None:
    """Return a statement for a card; None where it could not be made false as well.

    Only what could be changed is ever shown as it stands, so that the form of a
    statement does not tell whether it is true.
    """
    if _UNSTATED & candidate.features:
        return None
    by_figure = make_figure_statement(candidate, choices, true=true)
    if by_figure is not None:
        return by_figure
    turned = _turned(doc, inflect)
    if turned is None:
        return None
    other, old, new = turned
    if true:
        return Statement(text=candidate.stem, true=True, changed=None)
    changed = f"The direction: the claim says “{old}”, not “{new}”."
    return Statement(text=other, true=False, changed=changed)
