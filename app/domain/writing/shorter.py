"""Shorter sentences within one: what can be left out of the middle, or told by itself.

Each is the sentence with a stretch left out, at borders that the parse is sure of:
"State Farm[, the largest insurer,] stopped …", "the plant [opened in 1913 and] makes
…", "a tax[, which] covers …". A year or a place that only the part left out tells keeps
the part in.
"""

import re
from dataclasses import dataclass

from app.domain.writing.parsing import Doc, Token, end_of, root_of, subject_of
from app.domain.writing.verbs import DEED_VERBS, EFFECT_VERBS
from app.domain.writing.words import words

_FINITE = ("VBZ", "VBP", "VBD")
_PLURAL = ("NNS", "NNPS")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PLACES = ("GPE", "LOC", "NORP")
_PAIRED = re.compile(
    r"\b(?:both|either|neither|not only|respectively)\b", re.IGNORECASE
)
_SOURCE = re.compile(r"\b(?:according to|said|says?|estimates?|argues?|warns?)\b")
#: The most words of a noun phrase that a clause of its own is told of.
_LONG_NOUN = 10
#: Of a second deed: it follows from the first, and says little without it.
_FOLLOWS = frozenset(("so", "thus", "therefore", "hence", "thereby", "then", "instead"))
#: Words that a sentence must have to say anything.
_LEAST = 5


@dataclass(frozen=True, slots=True)
class Shorter:
    """A stretch of a sentence without the spans in `dropped`; all are its offsets."""

    start: int
    end: int
    dropped: tuple[tuple[int, int], ...]


def without(
    text: str, start: int, end: int, dropped: tuple[tuple[int, int], ...]
) -> str:
    """Return `text[start:end]` with the spans in `dropped` left out."""
    kept, at = [], start
    for left, right in sorted(dropped):
        if left >= end or right <= start:
            continue
        kept.append(text[at : max(at, left)])
        at = max(at, right)
    kept.append(text[at:end] if at < end else "")
    return "".join(kept)


def _loses(doc: Doc, gone: tuple[int, int], kept: str) -> bool:
    """Say whether a part left out holds the only year, or the only place."""
    if _YEAR.search(doc.text[slice(*gone)]) and not _YEAR.search(kept):
        return True
    places = [t for t in doc if t.ent_type_ in _PLACES]
    inside = [t for t in places if gone[0] <= t.idx < gone[1]]
    return bool(inside) and len(inside) == len(places)


def _is_listed(token: Token) -> bool:
    """Say whether a noun is an item of a list: no apposition, whatever a parse says."""
    return any(
        t.dep_ in ("conj", "cc") for t in (*token.children, *token.head.children)
    )


def _is_aside(tokens: list[Token], token: Token) -> bool:
    """Say whether a phrase only describes the noun before it."""
    first = tokens[token.left_edge.i].text.casefold()
    if token.dep_ == "appos":
        return not _is_listed(token)
    if token.dep_ == "relcl":
        return first in ("which", "who", "whose", "where")
    return token.dep_ == "acl" and token.tag_ in ("VBN", "VBG")


def _asides(doc: Doc, root: Token) -> list[Shorter]:
    """List the sentence without each aside that stands between two commas."""
    tokens, found = list(doc), []
    subject = subject_of(root)
    for token in tokens:
        left, right = token.left_edge.i, token.right_edge.i
        if left < 2 or right + 1 >= len(tokens) or not _is_aside(tokens, token):
            continue
        before, after = tokens[left - 1], tokens[right + 1]
        if before.text != "," or after.text != "," or token.head.i != left - 2:
            continue
        if subject is None or token.head.i > subject.right_edge.i:
            continue
        gone = before.idx, end_of(after)
        kept = without(doc.text, 0, len(doc.text), (gone,))
        if not _loses(doc, gone, kept):
            found.append(Shorter(0, len(doc.text.rstrip()), (gone,)))
    return found


def _second_verb(root: Token) -> Token | None:
    """Return the one verb that shares the subject of the main verb."""
    joined = [t for t in root.children if t.dep_ == "conj" and t.i > root.i]
    if len(joined) != 1 or subject_of(joined[0]) is not None:
        return None
    verb = joined[0]
    if any(t.dep_ == "conj" and t.pos_ in ("VERB", "AUX") for t in verb.children):
        return None
    return verb if verb.pos_ in ("VERB", "AUX") else None


def _shared(doc: Doc, root: Token) -> list[Shorter]:
    """List each half of "S did A and did B" with its subject."""
    subject, verb = subject_of(root), _second_verb(root)
    text = doc.text
    if subject is None or verb is None or _PAIRED.search(text) or root.i < subject.i:
        return []
    cc = [t for t in root.children if t.dep_ == "cc" and root.i < t.i < verb.i]
    if len(cc) != 1 or cc[0].text.casefold() not in ("and", "but"):
        return []
    found = []
    first_end = len(text[: cc[0].idx].rstrip(" ,"))
    after = cc[0].idx, len(text.rstrip(" ."))
    reaches = not text[end_of(verb.right_edge) :].strip(" .")
    if reaches and not _loses(doc, after, text[:first_end]):
        found.append(Shorter(0, first_end, ()))
    helpers = [
        t for t in root.children if t.dep_ in ("aux", "auxpass") and t.i < root.i
    ]
    own = any(t.dep_ in ("aux", "auxpass") for t in verb.children)
    if verb.tag_ in _FINITE or own:
        start = end_of(subject.right_edge)
    elif helpers and verb.tag_ == root.tag_:
        start = end_of(helpers[-1])
    else:
        return found
    aside = text[start : start + 1] == ","
    second = next((t for t in doc if t.i > cc[0].i), None)
    if second is not None and second.text.casefold() in _FOLLOWS:
        return found
    if aside or second is None or start > root.idx:
        return found
    gone = start + 1, second.idx
    kept = without(text, 0, len(text.rstrip()), (gone,))
    if not _loses(doc, gone, kept):
        found.append(Shorter(0, len(text.rstrip()), (gone,)))
    return found


def _agrees(noun: Token, verb: Token) -> bool:
    """Say whether a verb may have a noun for its subject."""
    finite = next(
        (t for t in verb.children if t.dep_ in ("aux", "auxpass") and t.tag_ != "VBN"),
        verb,
    )
    several = noun.tag_ in _PLURAL or any(t.dep_ == "conj" for t in noun.children)
    if finite.tag_ == "VBZ" or finite.text in ("was", "is", "has"):
        return not several
    if finite.tag_ == "VBP" or finite.text in ("were", "are", "have"):
        return several
    return finite.tag_ in ("VBD", "MD")


def _means_noun(noun: Token, which: Token, verb: Token) -> bool:
    """Say whether "which" means the noun, and not all that was said before.

    What was said before takes a verb in the singular, and mostly one of effect.
    """
    helpers = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    if any(t.text == "had" for t in helpers):
        return False
    if which.text.casefold() == "who":
        return True
    finite = helpers[0] if helpers else verb
    if finite.tag_ == "VBP" or finite.text == "were":
        return noun.tag_ in _PLURAL
    named = noun.pos_ == "PROPN" and bool(noun.ent_type_)
    return named and verb.lemma_ not in EFFECT_VERBS | DEED_VERBS


def _promoted(doc: Doc, verb: Token) -> Shorter | None:
    """Return "N VP" for "…, N, which VP", where N is surely what "which" means."""
    tokens, text = list(doc), doc.text
    if verb.dep_ != "relcl" or verb.head.pos_ not in ("NOUN", "PROPN"):
        return None
    which = subject_of(verb)
    if which is None or which.text.casefold() not in ("which", "who"):
        return None
    noun, at = verb.head, which.i
    if at < 2 or tokens[at - 1].text != "," or verb.left_edge.i != at:
        return None
    first, last = noun.left_edge, tokens[at - 2]
    start, end = first.idx, end_of(tokens[verb.right_edge.i])
    name = text[start : tokens[at - 1].idx]
    if last.i < noun.i or "," in name or len(words(name)) > _LONG_NOUN:
        return None
    nearer = [t for t in tokens[noun.i + 1 : at - 1] if t.pos_ in ("NOUN", "PROPN")]
    if any(_agrees(t, verb) for t in nearer) or not _agrees(noun, verb):
        return None
    if noun.dep_ == "conj" or any(t.dep_ == "conj" for t in noun.children):
        return None
    between = tokens[at + 1 : verb.i]
    if any(t.dep_ not in ("aux", "auxpass", "advmod", "neg") for t in between):
        return None
    if _SOURCE.search(text[:start]) or not _means_noun(noun, which, verb):
        return None
    gone = end_of(last), end_of(which)
    kept = text[start:end]
    is_past = verb.tag_ in ("VBD", "VBN")
    if is_past and _YEAR.search(text) and not _YEAR.search(kept):
        return None
    return Shorter(start, end, (gone,))


def shorter(doc: Doc) -> list[Shorter]:
    """List the shorter sentences that one sentence holds, itself left out."""
    root = root_of(doc)
    if root is None or '"' in doc.text or "“" in doc.text:
        return []
    promoted = (_promoted(doc, token) for token in doc)
    found = [
        *_asides(doc, root),
        *_shared(doc, root),
        *(one for one in promoted if one is not None),
    ]
    return [
        one
        for one in found
        if len(words(without(doc.text, one.start, one.end, one.dropped))) >= _LEAST
    ]
