"""Find where a phrase begins and ends in a parsed sentence."""

import re

from app.domain.writing.parsing import Doc, Token, end_of
from app.domain.writing.vocabulary import BREAK_WORDS
from app.domain.writing.words import words

_CLOSING = tuple('"”')
_VERBAL = ("VBG", "VBN", "VBD", "VBZ", "VBP", "MD")
#: The most words that a gap may hold.
MAX_PHRASE = 12


def _breaks(tokens: list[Token], at: int) -> bool:
    """Say whether the comma at `at` ends a phrase rather than parts a list."""
    if at + 1 >= len(tokens):
        return True
    after = tokens[at + 1]
    return (
        after.text.casefold() in BREAK_WORDS
        or (after.tag_ in _VERBAL and after.dep_ not in ("amod", "compound"))
        or after.dep_ in ("advcl", "relcl", "acl", "mark")
        or _describes(tokens[0], after)
        or (after.dep_ == "cc" and after.head.pos_ in ("VERB", "AUX"))
    )


def _describes(first: Token, after: Token) -> bool:
    """Say whether an apposition follows: "BioNTech, a German company"."""
    noun = after if after.dep_ == "appos" else after.head
    described = noun.dep_ == "appos" and noun.head.i >= first.i
    return described and not any(t.dep_ == "cc" for t in noun.children)


def trimmed(tokens: list[Token]) -> list[Token]:
    """Drop what trails a phrase (a clause behind a comma) and a leading "its"."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        stops = token.text in (";", ":", "—", "–", "(", "--")
        if stops or (token.text == "," and _breaks(tokens, at)):
            break
        kept.append(token)
    while kept and (kept[-1].pos_ == "PUNCT" or kept[-1].dep_ in ("cc", "punct")):
        kept.pop()
    if len(kept) > 1 and kept[0].tag_ == "PRP$":
        del kept[0]
    return kept


def _opens_quote(text: str) -> bool:
    """Say whether a quotation begins in `text` and does not end in it."""
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”")


def phrase_of(doc: Doc, head: Token, most: int = MAX_PHRASE) -> tuple[int, int] | None:
    """Return the span of the phrase that `head` leads; None above `most` words."""
    left, right = head.left_edge.i, head.right_edge.i
    tokens = trimmed([t for t in doc if left <= t.i <= right])
    if not tokens or head.i > tokens[-1].i:
        return None
    start, end = tokens[0].idx, end_of(tokens[-1])
    if _opens_quote(doc.text[start:end]) and doc.text[end : end + 1] in _CLOSING:
        end += 1
    return (start, end) if len(words(doc.text[start:end])) <= most else None


def core_of(doc: Doc, head: Token) -> tuple[int, int] | None:
    """Return the span of a long phrase without what follows its head."""
    left = [t for t in doc if head.left_edge.i <= t.i <= head.i]
    kept = trimmed(left)
    if not kept or kept[-1].i != head.i:
        return None
    start, end = kept[0].idx, end_of(head)
    fits = len(words(doc.text[start:end])) <= MAX_PHRASE
    return (start, end) if fits and content_count(doc, start, end) > 1 else None


def phrase_from(doc: Doc, offset: int) -> Token | None:
    """Return the head of the highest phrase that begins at `offset`."""
    first = next((t for t in doc if t.idx >= offset), None)
    if first is None:
        return None
    head = first
    while head.head.i != head.i and head.head.left_edge.i == first.i:
        head = head.head
    return head


def content_count(doc: Doc, start: int, end: int) -> int:
    """Count the nouns, names, adjectives, verbs and numbers between two offsets."""
    content = ("NOUN", "PROPN", "ADJ", "VERB", "NUM")
    return sum(t.pos_ in content for t in doc if start <= t.idx < end)


def list_length(text: str) -> int:
    """Count the items that a phrase lists (1 for a phrase that lists nothing)."""
    if not re.search(r"\b(?:and|or)\b", text):
        return 1
    return 1 + len(re.findall(r",\s*(?:and|or)\b|,|\b(?:and|or)\b", text))


def whole_list(head: Token) -> Token:
    """Return the first member of the list of nouns that `head` is a member of."""
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN", "NUM"):
        head = head.head
    return head


def parts_list(doc: Doc, start: int, end: int) -> bool:
    """Say whether a span takes some members of a list and leaves others."""
    for token in doc:
        joined = token.dep_ in ("conj", "appos") and token.head.pos_ != "VERB"
        if _is_set_against(token):
            continue
        if not joined or (token.dep_ == "appos" and not _is_item(token)):
            continue
        inside, head_inside = (start <= t.idx < end for t in (token, token.head))
        if inside != head_inside:
            return True
    return False


def _is_set_against(token: Token) -> bool:
    """Say whether a noun is no item but what the other is not: "X rather than Y"."""
    marks = [*token.children, *(t for t in token.head.children if t.dep_ == "cc")]
    return any(
        t.text.casefold() in ("than", "not", "but", "of")
        for t in marks
        if t.dep_ in ("cc", "neg")
    )


def _is_item(token: Token) -> bool:
    """Say whether an apposition is an item of a list, misread: "A, B and C"."""
    nominal = token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")
    return nominal and any(t.dep_ == "cc" for t in token.children)
