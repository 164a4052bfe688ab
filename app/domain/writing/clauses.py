"""Cut a claim into the sentences that a card may show: whole unless it is long.

A part stands alone only where the parse is sure of it: a trailing clause behind a comma
may be left off a long claim, never one that carries a condition, a comparison or a
source; a later clause may stand by itself only with a named subject and no pronoun.
"""

import re
from dataclasses import dataclass

from app.domain.writing.parsing import Doc, Parses, Token, root_of, subject_of
from app.domain.writing.shorter import shorter, without
from app.domain.writing.vocabulary import CLAUSE_PRONOUNS, JOINS
from app.domain.writing.words import capitalised, words

#: Words above which a trailing dependent clause is left off.
LONG = 26
#: Words above which a trailing aside (", which …", ", a plan that …") is left off.
LONG_ASIDE = 16
#: Words above which two full clauses are told apart: each is a fact of its own.
LONG_PAIR = 14
#: Words that a part must have to say anything.
SHORT = 6

#: After these a full stop never ends a sentence.
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Sgt|Capt|Rev|Hon|No|Nos|Fig|Vol|Art|"
    r"vs?|approx|ca|cf|est|resp|incl|excl|e\.g|i\.e|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b(?<![A-Z]\.)[A-Z])\.$"
)
#: After these it may: only where the next word opens a sentence and no name.
_MAY_END = re.compile(
    r"(?:\b(?:Inc|Corp|Ltd|Co|Cos|Bros|LLC|plc|Jr|Sr|etc|a\.m|p\.m|min|max)|"
    r"\b[A-Za-z]\.[A-Z])\.$"
)
_OPENER = re.compile(
    r"[“\"‘(]?(?:The|A|An|It|Its|In|On|At|By|But|And|Yet|So|If|As|For|From|To|That|This|"
    r"These|Those|They|Their|He|She|We|However|While|When|Since|Because|Although|After|"
    r"Before|Under|With|Without|Most|Many|Some|Only|Meanwhile|Both|Each|Every|No|Not|"
    r"There|Such|Now|Then|Until|Unlike)\b"
)
_BOUNDARY = re.compile(r"(?<=[.!?])[”\"’)]?\s+(?=[“\"‘(]?[A-Z0-9])")
_KEPT_TAIL = re.compile(
    r"^(?:according|compared|versus|than|up|down|rather|instead|not|if|unless|until|when|"
    r"once|provided|assuming|except|excluding|because|due|since|thanks|driven|after|"
    r"before|even|especially|particularly|including|such)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:according to|said|says?|reports?|reported|estimates?|estimated|forecasts?|"
    r"expects?|predicts?|found|argues?|warns?|analysts|researchers|survey|study)\b",
    re.IGNORECASE,
)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DIVIDED = re.compile(
    r", (?:(?:almost |nearly |about )?[\d,.]+%?|most|half|some|many|all|almost all|"
    r"a (?:third|quarter|fifth|tenth)|[a-z]+) of (?:them|it|which|whom)\b"
)
_LEAD_IN = re.compile(
    r"(?:(?:However|Meanwhile|Moreover|Furthermore|Additionally|Consequently|Therefore|"
    r"Thus|Hence|Still|Nevertheless|Nonetheless|Instead|Indeed|Notably|In addition|"
    r"In fact|In turn|As a result|For example|For instance|By contrast|In contrast|"
    r"On the other hand|At the same time),|But|And|Yet|So|"
    r"The (?:core|key|main|central) (?:insight|takeaway|message|finding|point)"
    r"[^,.;]{0,40}? is that)\s+"
)


@dataclass(frozen=True, slots=True)
class Stem:
    """A stretch of a claim that makes a sentence; offsets are those in the claim.

    `dropped` are the spans inside it that its text leaves out.
    """

    start: int
    end: int
    text: str
    dropped: tuple[tuple[int, int], ...] = ()

    def origin(self, offset: int) -> int:
        """Return an offset of its text as one of its claim."""
        at = self.start + offset
        for left, right in sorted(self.dropped):
            if left <= at:
                at += right - left
        return at

    def holds(self, start: int, end: int) -> bool:
        """Say whether it shows the whole of a span of its claim."""
        inside = self.start <= start and end <= self.end
        return inside and all(
            end <= left or right <= start for left, right in self.dropped
        )


def sentences(text: str) -> list[tuple[int, int]]:
    """List the spans of the sentences of `text`, their linking words left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        before = text[start : match.start()]
        if _ABBREVIATED.search(before) or (
            _MAY_END.search(before) and not _OPENER.match(text, match.end())
        ):
            continue
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text.rstrip())))
    return [(_after_lead_in(text, left), right) for left, right in spans]


def _after_lead_in(text: str, start: int) -> int:
    match = _LEAD_IN.match(text, start)
    return match.end() if match else start


def sentence_text(text: str) -> str:
    """Return `text` as a printed sentence: a capital first, a full stop last."""
    text = text.strip().rstrip(",;:—– ")
    return capitalised(text if re.search(r"[.!?][”\"’)]?$", text) else text + ".")


_ACCOMPANIED = re.compile(r", with [^;]*$")
_TAILS = ("advcl", "relcl", "conj", "acl", "ccomp", "parataxis", "appos")


def _is_accompanied(token: Token) -> bool:
    """Say whether a phrase is "with the secretary presiding"."""
    if token.dep_ != "prep" or token.text != "with":
        return False
    return any(t.tag_ == "VBG" and t.dep_ in ("pcomp", "acl") for t in token.subtree)


def _is_aside(first: Token, head: Token) -> bool:
    """Say whether a tail only describes, or goes beside, what was said."""
    if head.dep_ == "appos":
        opens = first.text.casefold() in ("a", "an", "the")
        listed = any(t.dep_ in ("conj", "cc") for t in head.head.children)
        return opens and head.pos_ == "NOUN" and not listed
    if head.dep_ == "relcl":
        return first.text.casefold() in ("which", "who", "whose", "where")
    participle = head.dep_ in ("advcl", "acl") and head.tag_ in ("VBG", "VBN")
    return _is_accompanied(head) or (participle and first.i == head.i)


def _tails(doc: Doc) -> list[tuple[Token, Token]]:
    """List (first token, head) of each clause that a comma sets off at the end."""
    tokens = list(doc)
    last = len(tokens) - 1
    while last > 0 and tokens[last].pos_ == "PUNCT":
        last -= 1
    tails = []
    for token in tokens:
        if token.dep_ not in _TAILS and not _is_accompanied(token):
            continue
        left, right = token.left_edge.i, token.right_edge.i
        while left > 1 and tokens[left - 1].text.casefold() in (
            "and",
            "but",
            "yet",
            "so",
        ):
            left -= 1
        if right >= last and left > 1 and tokens[left - 1].text in (",", ";"):
            tails.append((tokens[left], token))
    return tails


def _has_subject(head: Token) -> bool:
    """Say whether a clause is a full one: a finite verb with a subject of its own."""
    finite = head.tag_ in ("VBZ", "VBP", "VBD") or any(
        t.dep_ in ("aux", "auxpass") for t in head.children
    )
    return finite and subject_of(head) is not None


def _may_go(text: str, tail: str, first: Token, head: Token) -> bool:
    """Say whether `tail` may be left off without changing what the rest says."""
    if _KEPT_TAIL.match(tail) or _SOURCE.search(tail):
        return False
    if _ACCOMPANIED.search(text[: first.idx]) and head.dep_ in ("acl", "advcl"):
        return False
    if text[first.idx - 2 : first.idx].strip() == ";":
        return True
    if _is_aside(first, head):
        return True
    if head.dep_ in ("relcl", "appos", "prep"):
        return False
    if head.dep_ == "conj":
        second = head.head.dep_ == "ROOT" and head.tag_ in ("VBZ", "VBP", "VBD")
        return _has_subject(head) or second
    return first.text.casefold() in JOINS


def _has_lead(doc: Doc) -> bool:
    """Say whether something before the subject holds for a later clause too."""
    root = root_of(doc)
    subject = subject_of(root) if root is not None else None
    return subject is None or subject.left_edge.i > 0


def _is_named(subject: Token | None) -> bool:
    """Say whether a subject says by itself what it is: no pronoun, no "each engine"."""
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return False
    told = any(
        t.dep_ in ("amod", "compound", "prep", "relcl", "acl", "nummod", "poss")
        for t in subject.children
    )
    return told or not any(
        t.dep_ in ("det", "predet")
        and t.text.casefold() in ("each", "every", "all", "both", "another", "either")
        for t in subject.children
    )


def _stands_alone(doc: Doc, first: Token, head: Token) -> bool:
    """Say whether the clause of `head` is a sentence with a named subject."""
    if not _is_named(subject_of(head)):
        return False
    if head.tag_ in ("VBG", "VBN", "VB") and not any(
        t.dep_ in ("aux", "auxpass") for t in head.children
    ):
        return False
    rest = [t for t in doc if t.i >= first.i]
    pronouns = CLAUSE_PRONOUNS.intersection(t.text.casefold() for t in rest)
    return not (_has_lead(doc) or pronouns or _loses_place(doc, rest))


def _loses_place(doc: Doc, rest: list[Token]) -> bool:
    """Say whether a place or time is named before a later clause and not in it."""
    dated = ("GPE", "LOC", "NORP", "DATE")
    named = any(t.ent_type_ in dated for t in rest)
    return not named and any(t.ent_type_ in dated for t in doc if t.i < rest[0].i)


#: What these lead is measured by what stands before, and says only half by itself.
_SET_AGAINST = frozenset(("whereas", "while"))


def _later(text: str, doc: Doc, first: Token, head: Token) -> tuple[int, int] | None:
    tokens = list(doc)
    before = tokens[max(0, first.i - 1)].text.casefold()
    opening = {before, first.text.casefold()}
    if ";" in text[first.idx :] or _SET_AGAINST & opening:
        return None
    if not _stands_alone(doc, first, head):
        return None
    at = first.i
    while at < len(tokens) and tokens[at].text.casefold() in JOINS:
        at += 1
    return (tokens[at].idx, len(text)) if at < len(tokens) else None


def _before_parts(text: str) -> tuple[int, int] | None:
    """Return the span before ", most of them …", which only divides what it names."""
    match = _DIVIDED.search(text)
    if match is None or len(words(text[: match.start()])) < SHORT:
        return None
    if _YEAR.search(text[match.start() :]):
        return None
    return (0, match.start())


def _cut(text: str, parses: Parses) -> list[tuple[int, int]]:
    """List the spans within one sentence that stand alone, the whole one left out."""
    count = len(words(text))
    if count <= LONG_PAIR:
        return []
    doc = parses.of(text)
    root = root_of(doc)
    spans: list[tuple[int, int]] = []
    for first, head in _tails(doc):
        main = text[: first.idx].rstrip(" ,;")
        later = _later(text, doc, first, head)
        pair = head.dep_ in ("conj", "advcl") and _has_subject(head)
        if count <= (LONG_ASIDE if _is_aside(first, head) else LONG) and not pair:
            continue
        if root is None or root.idx >= first.idx or len(words(main)) < SHORT:
            continue
        if _may_go(text, text[first.idx :], first, head):
            spans.append((0, len(main)))
        if later and len(words(text[later[0] :])) >= SHORT and not _SOURCE.search(text):
            spans.append(later)
    return spans


def _around_semicolon(text: str, parses: Parses) -> list[tuple[int, int]]:
    """List the spans of the full clauses that a semicolon parts, if all stand alone."""
    head, semicolon, rest = text.partition("; ")
    if not semicolon or ";" in rest or '"' in text or "“" in text:
        return []
    spans = [(0, len(head)), (len(head) + 2, len(text.rstrip()))]
    docs = [parses.of(sentence_text(text[slice(*span)])) for span in spans]
    roots = [root_of(doc) for doc in docs]
    if not all(root is not None and _has_subject(root) for root in roots):
        return []
    found = [spans[0]]
    later = roots[1]
    named = _is_named(subject_of(later) if later is not None else None)
    pronouns = CLAUSE_PRONOUNS.intersection(t.text.casefold() for t in docs[1])
    whole = parses.of(text)
    inside = [t for t in whole if t.idx >= spans[1][0]]
    if named and not pronouns and inside and not _loses_place(whole, inside):
        found.append(spans[1])
    return found


def _after_colon(text: str, parses: Parses) -> tuple[int, int] | None:
    """Return the span of a clause behind a colon that names all it speaks of."""
    head, colon, rest = text.partition(": ")
    if not colon or '"' in text or "“" in text or len(words(rest)) < SHORT + 1:
        return None
    doc = parses.of(sentence_text(rest))
    root, first = root_of(doc), root_of(parses.of(sentence_text(head)))
    if (
        root is None
        or first is None
        or not (_has_subject(root) and _has_subject(first))
    ):
        return None
    subject = subject_of(root)
    pronouns = CLAUSE_PRONOUNS.intersection(t.text.casefold() for t in doc)
    if not _is_named(subject) or pronouns or re.search(r"[;:]", rest):
        return None
    return (len(head) + 2, len(text.rstrip()))


def _after_reason(text: str) -> tuple[int, int] | None:
    """Return the span of B in "A, which is why B", if B names all it speaks of."""
    match = re.search(r", which is (?:partly |largely |mainly )?why ", text)
    if match is None:
        return None
    rest = text[match.end() :].casefold()
    pronouns = CLAUSE_PRONOUNS.intersection(words(rest))
    return None if pronouns else (match.end(), len(text.rstrip()))


def _reads(text: str, parses: Parses) -> bool:
    """Say whether a cut part still parses as a sentence with a subject."""
    root = root_of(parses.of(text))
    return root is not None and root.pos_ in ("VERB", "AUX") and bool(subject_of(root))


def stems(text: str, parses: Parses) -> list[Stem]:
    """List the stretches of a claim that a card may show, shortest first.

    The whole claim is among them, and each of its sentences.
    """
    spans = {(_after_lead_in(text, 0), len(text.rstrip()))}
    for start, end in sentences(text):
        spans.add((start, end))
        for left, right in _around_semicolon(text[start:end], parses):
            spans.add((start + left, start + right))
        parts = _before_parts(text[start:end])
        if parts and _reads(sentence_text(text[start : start + parts[1]]), parses):
            spans.add((start, start + parts[1]))
        follows = _after_reason(text[start:end])
        if follows and _reads(sentence_text(text[start + follows[0] : end]), parses):
            spans.add((start + follows[0], start + follows[1]))
        semicolon = text.find(";", start, end)
        for stop in (end, semicolon) if semicolon > 0 else (end,):
            behind = _after_colon(text[start:stop], parses)
            if behind is not None:
                spans.add((start + behind[0], start + behind[1]))
        for left, right in _cut(text[start:end], parses):
            if _reads(sentence_text(text[start + left : start + right]), parses):
                spans.add((start + left, start + right))
    found = [
        Stem(left, right, sentence_text(text[left:right])) for left, right in spans
    ]
    found += _shortened(text, found, parses)
    return sorted(found, key=lambda stem: (len(stem.text), stem.start))


def _shortened(text: str, whole: list[Stem], parses: Parses) -> list[Stem]:
    """List the stems that leave something out of the middle of another."""
    found: dict[str, Stem] = {}
    known = {stem.text for stem in whole}
    for stem in whole:
        said = text[stem.start : stem.end]
        for one in shorter(parses.of(said)):
            shown = sentence_text(without(said, one.start, one.end, one.dropped))
            if shown in known or not _reads(shown, parses):
                continue
            at = stem.start
            found[shown] = Stem(
                at + one.start,
                at + one.end,
                shown,
                tuple((at + left, at + right) for left, right in one.dropped),
            )
    return list(found.values())
