"""Turn a plain main clause into a question: "Why did X fall …?", "How does X …?"."""

import re

from app.domain.writing.parsing import Doc, Token, subject_of

_SUPPORT = {"VBD": "did", "VBZ": "does", "VBP": "do"}
_LEADING = re.compile(
    r"\b(?:also|thus|therefore|however|hence|only|mainly|partly|then)\b"
)


def _mid_sentence(token: Token) -> str:
    """Return the sentence's first word as it is written inside a sentence."""
    keeps = (
        token.pos_ == "PROPN" or token.ent_type_ or re.search(r"[A-Z]", token.text[1:])
    )
    return token.text if keeps or token.text == "I" else token.text.lower()


def _first_auxiliary(root: Token) -> Token | None:
    """Return the auxiliary that moves before the subject, the copula included."""
    for token in root.children:
        if token.dep_ in ("aux", "auxpass") and token.i < root.i:
            return token
    return root if root.lemma_ == "be" and root.pos_ == "AUX" else None


def ask(doc: Doc, root: Token, word: str, start: int, end: int) -> str | None:
    """Ask `word` (Why, How) of a clause whose phrase from `start` to `end` answers.

    None where the grammar is not near certain: something before the subject, words
    after the phrase, a subject that is no noun, no finite verb.
    """
    subject = subject_of(root)
    tail = doc.text[end:].strip(" .")
    if subject is None or tail or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    if subject.left_edge.i != 0 or subject.right_edge.i >= root.i:
        return None
    tokens = [t for t in doc if t.idx < start]
    if root.idx >= start or _LEADING.search(doc.text[:start]):
        return None
    auxiliary = _first_auxiliary(root)
    support = _SUPPORT.get(root.tag_)
    if auxiliary is None and support is None:
        return None
    first = tokens[0]
    text = _mid_sentence(first) + doc.text[first.idx + len(first.text) : start]
    moved = auxiliary if auxiliary is not None else root
    at = moved.idx
    rest = text[:at] + ("" if auxiliary is not None else root.lemma_)
    rest += text[at + len(moved.text) :]
    front = auxiliary.text if auxiliary is not None else support
    question = f"{word} {front} {rest}"
    return re.sub(r"\s+", " ", question).strip(" ,;—–") + "?"
