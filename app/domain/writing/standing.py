"""How a card stands alone: what anchors it, what dates it, how much it says.

Features without a hand-set weight, but for one: the ranker learns what they tell.
"""

import re

from app.domain.writing.parsing import Doc, root_of, subject_of
from app.domain.writing.references import stem_of
from app.domain.writing.vocabulary import FUNCTION_WORDS
from app.domain.writing.words import words

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\ds?\b")
#: What tells no more than that there are some.
_VAGUE_ANSWER = re.compile(
    r"(?:several|some|many|various|certain|a few|few|numerous|other|different|more|"
    r"such|much|a (?:number|range|variety|lot|series) of)\b(?! than)",
    re.IGNORECASE,
)
#: Words up to which a question is brief, and middling.
_BRIEF, _MIDDLING = 12, 20


def standing(doc: Doc, question: str, answer: str, known: frozenset[str]) -> set[str]:
    """Name what tells a reader, who sees nothing else, what a card speaks of.

    `doc` is the parse of the sentence that the card was made from, `known` are the
    words of its breadcrumb.
    """
    return (
        _anchors(question, known)
        | _subject(doc)
        | _date(doc, question)
        | _size(question)
        | _answer(answer)
    )


def _anchors(question: str, known: frozenset[str]) -> set[str]:
    asked = {stem_of(word) for word in words(question)}
    return {"on-topic"} if asked & (known - FUNCTION_WORDS) else set()


def _subject(doc: Doc) -> set[str]:
    """Say whether the subject is "the N": which one a card alone may not tell."""
    root = root_of(doc)
    subject = subject_of(root) if root is not None else None
    if subject is None or subject.pos_ != "NOUN":
        return set()
    opens = any(
        t.text.casefold() == "the" and t.i < subject.i for t in subject.children
    )
    return {"definite-subject"} if opens else set()


def _date(doc: Doc, question: str) -> set[str]:
    """Say whether a card tells what happened, and not in what year."""
    root = root_of(doc)
    if root is None or _YEAR.search(question):
        return set()
    past = any(t.tag_ == "VBD" for t in (root, *root.children))
    return {"past-undated"} if past else set()


def _size(question: str) -> set[str]:
    count = len(words(question))
    if count > _MIDDLING:
        return set()
    return {"brief"} if count <= _BRIEF else {"middling"}


def _answer(answer: str) -> set[str]:
    found: set[str] = set()
    has_figure = any(letter.isdigit() for letter in answer)
    if answer.islower() and not has_figure and len(answer.split()) == 1:
        found.add("one-plain-word")
    if _VAGUE_ANSWER.match(answer) and not has_figure:
        found.add("vague-answer")
    if re.search(r"\b(?:and|or)\b", answer):
        found.add("joined-answer")
    return found
