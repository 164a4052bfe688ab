"""Turn a plain clause into a question: "Why did X fall …?", "How does X …?"."""

import re

from app.domain.writing.parsing import Doc, Token, subject_of
from app.domain.writing.vocabulary import PLURAL_PRONOUNS, SINGULAR_PRONOUNS

_SUPPORT = {"VBD": "did", "VBZ": "does", "VBP": "do"}
_UNASKED = re.compile(
    r"\b(?:also|as well|thus|therefore|however|hence|only|mainly|partly|then)\b",
    re.IGNORECASE,
)


_NAMED = (
    "PERSON",
    "ORG",
    "GPE",
    "LOC",
    "NORP",
    "PRODUCT",
    "FAC",
    "EVENT",
    "WORK_OF_ART",
)


def _mid_sentence(token: Token) -> str:
    """Return a clause's first word as it is written inside a sentence."""
    lowered = token.text[:1].lower() + token.text[1:]
    if token.pos_ in ("DET", "ADP", "PRON", "SCONJ", "CCONJ", "ADV", "NUM"):
        return lowered
    follows = next((t for t in token.head.subtree if t.i == token.i + 1), None)
    # "Company 1-0", "Phase 3 trials", "Treasury Secretary Yellen"
    numbered = follows is not None and re.match(r"\d|[A-Z]", follows.text)
    keeps = (
        token.pos_ == "PROPN"
        or token.ent_type_ in _NAMED
        or re.search(r"[A-Z]", token.text[1:])
        or numbered
    )
    return token.text if keeps else lowered


def _is_uncertain(first: Token) -> bool:
    """Say whether a first word may be a name or not: "Alfalfa" opens a sentence."""
    plain = first.text[1:].islower() and first.text[:1].isupper()
    follows = next((t for t in first.head.subtree if t.i == first.i + 1), None)
    longer = follows is not None and re.match(r"\d|[A-Z]", follows.text) is not None
    return first.pos_ == "PROPN" and not first.ent_type_ and plain and not longer


def continued(doc: Doc, text: str) -> str | None:
    """Return a clause as it stands inside a sentence, None if it may open with a name.

    `text` is the clause; `doc` is its parse as a sentence.
    """
    first = next(iter(doc))
    if _is_uncertain(first):
        return None
    return _mid_sentence(first) + text[len(first.text) :]


def _auxiliary(head: Token) -> Token | None:
    """Return the auxiliary that moves before the subject, the copula included."""
    for token in head.children:
        if token.dep_ in ("aux", "auxpass") and token.i < head.i:
            return token
    return head if head.lemma_ == "be" and head.pos_ == "AUX" else None


def _is_plain(head: Token, subject: Token, clause: list[Token]) -> bool:
    """Say whether a clause begins with its subject, a noun, and hides no pronoun."""
    if subject.pos_ not in ("NOUN", "PROPN") or subject.right_edge.i >= head.i:
        return False
    if clause[0].i != subject.left_edge.i:
        return False
    pronouns = PLURAL_PRONOUNS | SINGULAR_PRONOUNS
    inside = [t for t in clause if t.i > subject.right_edge.i]
    led = clause[0].text.casefold() in pronouns
    leans = clause[0].i > 0 and any(t.text.casefold() in pronouns for t in clause)
    joins = any(
        t.dep_ == "conj" and t.pos_ in ("VERB", "AUX") and t.head.i == head.i
        for t in inside
    )
    return not (led or leans or joins)


def _may_be_parted(doc: Doc, before: str) -> bool:
    """Say whether what stands before a clause may be left off: another full clause."""
    if not before:
        return True
    dated = any(
        t.ent_type_ in ("GPE", "LOC", "NORP", "DATE") and t.idx < len(before)
        for t in doc
    )
    return not dated and re.search(r"(?:;|, (?:and|but|yet))$", before) is not None


def _may_be_dropped(after: str) -> bool:
    """Say whether what stands after an answer is a clause of its own, or nothing."""
    return not after.strip(" .") or re.match(r", (?:and|but|which) ", after) is not None


def ask(
    doc: Doc, head: Token, word: str, start: int, end: int, *, fronted: bool = False
) -> str | None:
    """Ask `word` (Why, How) of the clause of `head`; the text from `start` answers it.

    `fronted`: what answers stands before the clause, which then ends at `start`. None
    where the grammar is not near certain: something else before the subject, words
    after the answer at `end`, a subject that is no noun, no finite verb.
    """
    subject = subject_of(head)
    if subject is None or head.idx >= start or not _may_be_dropped(doc.text[end:]):
        return None
    clause = [t for t in doc if subject.left_edge.i <= t.i and t.idx < start]
    begin = clause[0].idx
    said = doc.text[begin:start]
    before = doc.text[:begin].rstrip()
    if not (fronted or _may_be_parted(doc, before)) or not _is_plain(
        head, subject, clause
    ):
        return None
    if _is_uncertain(clause[0]):
        return None
    auxiliary = _auxiliary(head)
    support = _SUPPORT.get(head.tag_)
    if _UNASKED.search(said) or (auxiliary is None and support is None):
        return None
    first = clause[0]
    text = _mid_sentence(first) + said[len(first.text) :]
    moved = auxiliary if auxiliary is not None else head
    at = moved.idx - begin
    verb = "" if auxiliary is not None else head.lemma_
    rest = text[:at] + verb + text[at + len(moved.text) :]
    front = auxiliary.text if auxiliary is not None else support
    question = f"{word} {front} {rest}"
    return re.sub(r"\s+", " ", question).strip(" ,;—–") + "?"
