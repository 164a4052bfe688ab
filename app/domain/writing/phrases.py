"""Find where a phrase begins and ends in a parsed sentence."""

import re

from app.domain.writing.parsing import Doc, Token, end_of
from app.domain.writing.words import words

_BREAK_WORDS = frozenset(
    ["which", "who", "whose", "where", "while", "whereas", "although", "though", "but", "so", "yet", "with", "compared", "according", "after", "before", "as", "because", "rather", "instead", "not", "making", "leaving", "including", "especially", "particularly", "even", "up", "down", "from"]
)
#: The most words that a gap may hold.
MAX_PHRASE = 12


def _breaks(tokens: list[Token], at: int) -> bool:
    """Say whether the comma at `at` ends a phrase rather than parts a list."""
    if at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    return (
        after.text.casefold() in _BREAK_WORDS
        or after.tag_ in ("VBG", "VBN", "VBD", "VBZ", "VBP", "MD")
        or after.dep_ in ("advcl", "relcl", "acl", "mark")
        or (after.dep_ == "cc" and after.head.pos_ in ("VERB", "AUX"))
    )


def trimmed(tokens: list[Token]) -> list[Token]:
    """Drop what only trails the phrase: a clause behind a comma, a dash, a stop."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        stops = token.text in (";", ":", "—", "–", "(", "--")
        if stops or (token.text == "," and _breaks(tokens, at)):
            break
        kept.append(token)
    while kept and (kept[-1].pos_ == "PUNCT" or kept[-1].dep_ in ("cc", "punct")):
        kept.pop()
    return kept


def phrase_of(doc: Doc, head: Token) -> tuple[int, int] | None:
    """Return the span of the phrase that `head` leads, None where it is too long."""
    left, right = head.left_edge.i, head.right_edge.i
    tokens = trimmed([t for t in doc if left <= t.i <= right])
    if not tokens or head.i > tokens[-1].i:
        return None
    start, end = tokens[0].idx, end_of(tokens[-1])
    return (start, end) if len(words(doc.text[start:end])) <= MAX_PHRASE else None


def phrase_from(doc: Doc, offset: int) -> Token | None:
    """Return the head of the highest phrase that begins at `offset`."""
    first = next((t for t in doc if t.idx >= offset), None)
    if first is None:
        return None
    head = first
    while head.head.i != head.i and head.head.left_edge.i == first.i:
        head = head.head
    return head


def object_before(doc: Doc, offset: int) -> tuple[int, int] | None:
    """Return the span of the object that ends right before `offset`."""
    before = [t for t in doc if end_of(t) <= offset]
    if not before:
        return None
    token = before[-1]
    roles = ("dobj", "pobj", "attr", "oprd", "acomp", "nsubjpass")
    while token.dep_ not in roles and token.head.i != token.i:
        token = token.head
    if token.dep_ not in roles:
        return None
    start = token.left_edge.idx
    end = offset - len(re.search(r"[\s,]*$", doc.text[:offset]).group())  # type: ignore[union-attr] # the pattern matches the empty string
    fits = start < end and len(words(doc.text[start:end])) <= MAX_PHRASE
    return (start, end) if fits else None


def content_count(doc: Doc, start: int, end: int) -> int:
    """Count the nouns, names, adjectives, verbs and numbers between two offsets."""
    content = ("NOUN", "PROPN", "ADJ", "VERB", "NUM")
    return sum(t.pos_ in content for t in doc if start <= t.idx < end)


def list_length(text: str) -> int:
    """Count the items that a phrase lists (1 for a phrase that lists nothing)."""
    if not re.search(r"\b(?:and|or)\b", text):
        return 1
    return 1 + len(re.findall(r",\s*(?:and|or)\b|,|\b(?:and|or)\b", text))
