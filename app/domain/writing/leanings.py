"""Leanings: words by which a sentence leans on one that is not there.

"Even so", "in the same year", "as a result" say that something stood before; "had
argued" tells of a time before one that nothing names; "the sharing cap" is known only
to who has read of it. Nothing in the sentence says what, whatever a parse says.
"""

import re

from app.domain.writing.parsing import Doc, Token, root_of
from app.domain.writing.references import stem_of
from app.domain.writing.vocabulary import MATTERS, SUITS

_PERIOD = r"(?:day|week|month|year|decade|century|summer|winter|spring|autumn|time)"
#: What may open a sentence only behind another.
_OPENS = re.compile(
    rf"(?:Even so|That {_PERIOD}|(?:In|At|During) (?:the same|that) {_PERIOD}|"
    r"(?:By|Until|Since|Before) then|Likewise|Similarly|Otherwise|Nor|Again|Elsewhere|"
    r"Only then|Even then|To that end|For (?:this|that) reason|Despite this|"
    r"The (?:same|other|rest|others) (?:is|was|are|were|has|have))\b"
)
#: "Ten days after Alston,": a name alone does not say what happened.
_AFTER_NAME = re.compile(
    r"^[\w-]+ (?:day|week|month|year)s? (?:after|before) [A-Z][\w’'-]+,"
)
_WITHIN = re.compile(r"\b(?:as a result|in response|even so)\b(?! of| to)")
#: "The several dozen in service": of what?
_HEADLESS = re.compile(
    r"\bthe (?:(?:several|few|two|three|four|five) (?:dozen|hundred|thousand)|"
    r"(?:few|several|many|dozens|hundreds))"
    r" (?:in|on|at|with|that|who|which|left|still|now)\b",
    re.IGNORECASE,
)
#: "By 2020 it had …" names the time that came after.
_UP_TO = re.compile(r"\b(?:by|before|until|since|when) ", re.IGNORECASE)


def leans(doc: Doc, question: str, known: frozenset[str]) -> bool:
    """Say whether a question leans on a sentence that its reader does not see.

    `doc` is the parse of the sentence that it was made from, `known` are the words of
    its breadcrumb.
    """
    text = doc.text
    return (
        any(rule.match(text) for rule in (_OPENS, _AFTER_NAME))
        or _is_result_of_nothing(text)
        or _HEADLESS.search(question) is not None
        or _is_before_nothing(doc)
        or any(_is_matter(doc, token, known) for token in doc)
    )


def _is_result_of_nothing(text: str) -> bool:
    """Say whether "as a result" closes a clause that no other one leads to."""
    match = _WITHIN.search(text)
    return match is not None and not re.search(r"[;:]| and ", text[: match.start()])


def _is_before_nothing(doc: Doc) -> bool:
    """Say whether "had argued" stands alone: nothing is named that it precedes."""
    root = root_of(doc)
    if root is None or root.tag_ != "VBN" or _UP_TO.search(doc.text):
        return False
    had = any(t.dep_ == "aux" and t.text.casefold() == "had" for t in root.children)
    return had and not any(
        t.tag_ == "VBD" and t.text.casefold() != "had" and not _is_within_that(t)
        for t in doc
    )


def _is_within_that(token: Token) -> bool:
    """Say whether a verb only tells what was said: "had argued that it was …"."""
    return any(t.dep_ in ("ccomp", "relcl") for t in (token, *token.ancestors))


def _is_matter(doc: Doc, the: Token, known: frozenset[str]) -> bool:
    """Say whether "the N" is a matter under way: "the New Jersey case", "the cap"."""
    if the.text.casefold() != "the" or the.dep_ != "det":
        return False
    head = the.head
    noun = stem_of(head.lemma_)
    if head.tag_ != "NN" or noun not in MATTERS or noun in known:
        return False
    named = any(t.pos_ == "PROPN" for t in head.children)
    if noun not in SUITS and (named or head.dep_ not in ("nsubj", "nsubjpass")):
        return False
    before = any(t.i < the.i and stem_of(t.lemma_) == noun for t in doc)
    told = any(
        t.i > head.i and t.dep_ in ("prep", "relcl", "acl", "appos")
        for t in head.children
        if not doc.text[: t.left_edge.idx].endswith(", ")
    )
    measured = any(letter.isdigit() for t in head.subtree for letter in t.text)
    return not (before or told or measured)
