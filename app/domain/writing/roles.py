"""Subjects and objects: who is the most, what a term means, what is acted on."""

import re

from app.domain.writing.facts import Fact
from app.domain.writing.parsing import (
    Doc,
    Token,
    clause_head,
    is_subordinate,
    subject_of,
)
from app.domain.writing.phrases import content_count, core_of, list_length, phrase_of
from app.domain.writing.quantities import find_quantities
from app.domain.writing.references import stem_of
from app.domain.writing.verbs import (
    EFFECT_VERBS,
    FIRM_PAIRS,
    FIRM_VERBS,
    IDIOMS,
    LIGHT_VERBS,
    ROBBING_VERBS,
)
from app.domain.writing.vocabulary import PARTITIVE, RELATIONAL
from app.domain.writing.words import words

#: Words above which a phrase is asked for without what follows its head.
_LONGEST = 8
_MEANING = ("describe", "mean", "denote", "refer")
_NAMED = ("ORG", "GPE", "PERSON", "PRODUCT", "LOC", "NORP", "FAC")


def _is_vague(head: Token) -> bool:
    """Say whether a phrase is "a large part of …", or a share of nothing named."""
    noun = stem_of(head.lemma_)
    told = any(t.dep_ in ("prep", "compound", "poss") for t in head.children)
    return noun in PARTITIVE or (noun in RELATIONAL and not told)


def _is_bare_definite(head: Token) -> bool:
    """Say whether a noun has nothing but "the" or "its": an idiom, or a pointer."""
    return (
        head.pos_ == "NOUN"
        and all(
            t.dep_ in ("det", "poss", "punct") and t.pos_ in ("DET", "PRON", "PUNCT")
            for t in head.children
        )
        and any(t.text.casefold() != "a" for t in head.children)
    )


def _before_apposition(doc: Doc, head: Token, span: tuple[int, int]) -> tuple[int, int]:
    """Return the span of a subject up to the comma of what only describes it."""
    comma = doc.text.find(",", *span)
    described = any(t.dep_ == "appos" and t.idx > comma for t in head.children)
    return (span[0], comma) if described and comma > head.idx else span


def _takes_of(head: Token) -> bool:
    """Say whether "of …" behind a noun says what it is: no gap may part the two."""
    after = [t for t in head.children if t.i > head.i]
    return bool(after) and after[0].dep_ in ("prep", "acl")


def _unit_of(doc: Doc, head: Token, pattern: str) -> tuple[int, int] | None:
    """Return the span that a gap on the phrase of `head` takes, None for no unit."""
    robbed = head.dep_ == "dobj" and head.head.lemma_ in ROBBING_VERBS
    if robbed and _takes_of(head):
        return None
    core = None if _takes_of(head) else core_of(doc, head)
    span = phrase_of(doc, head, _LONGEST) or core or phrase_of(doc, head)
    if span is None or find_quantities(doc.text[slice(*span)]):
        return None
    aside = doc.text[: span[0]].rstrip().endswith(",")
    if pattern == "object" and (aside or _is_vague(head)):
        return None
    if list_length(doc.text[slice(*span)]) > 3:
        return None
    if doc.text[span[1] : span[1] + 1] == "," and head.dep_.startswith("nsubj"):
        span = _before_apposition(doc, head, span)
    short = re.match(r" \([A-Z][A-Za-z0-9&-]{1,6}\)", doc.text[span[1] :])
    return (span[0], span[1] + short.end()) if short else span


def _is_idiom(verb: Token, noun: Token) -> bool:
    """Say whether a verb and its bare object are one: "gave way", "changed hands"."""
    bare = not any(t.dep_ != "punct" for t in noun.children if t.i < noun.i)
    return bare and (verb.lemma_, noun.lemma_) in IDIOMS


def _make(doc: Doc, root: Token, head: Token, pattern: str, *more: str) -> Fact | None:
    """Return the fact whose gap is the phrase of `head`, None where it is no unit."""
    span = _unit_of(doc, head, pattern)
    if span is None:
        return None
    features = {pattern, *more}
    clause = clause_head(head)
    if is_subordinate(clause, root):
        features.add("subordinate")
    named = head.pos_ == "PROPN" or pattern in ("superlative", "name")
    if content_count(doc, *span) < 2 and not named:
        features.add("thin")
    if pattern == "object" and _is_bare_definite(head):
        features.add("bare-definite")
    if head.dep_ in ("pobj", "dobj", "attr") and re.search(
        r"\d", doc.text[slice(*span)]
    ):
        return None
    return Fact(pattern, *span, f"{pattern}@{clause.i}", frozenset(features))


def _is_informative(doc: Doc, subject: Token) -> bool:
    """Say whether a subject is a name or term worth asking for."""
    span = phrase_of(doc, subject)
    if span is None or len(words(doc.text[slice(*span)])) > 6:
        return False
    first = subject.left_edge.text.casefold()
    vague = first in ("the", "this", "these", "that", "those", "its", "their", "such")
    return subject.pos_ == "PROPN" or (subject.pos_ == "NOUN" and not vague)


def _opens(doc: Doc, subject: Token) -> bool:
    """Say whether the subject opens its clause: first, or behind a comma or "that"."""
    at = subject.left_edge.i
    return at == 0 or any(
        t.i == at - 1 and (t.text == "," or t.text.casefold() in ("that", "but", "so"))
        for t in doc
    )


def _is_quoted(doc: Doc, subject: Token) -> bool:
    """Say whether a subject is a term in quotation marks."""
    span = phrase_of(doc, subject)
    return span is not None and bool(re.search(r"[\"“‘]", doc.text[slice(*span)]))


def _singles_out(token: Token, root: Token) -> bool:
    """Say whether a superlative says of the subject that it is the most."""
    if not _is_superlative(token):
        return False
    noun = token.head if token.dep_ in ("amod", "nummod", "compound") else token
    if noun.dep_ == "pobj" and noun.head.text.casefold() in ("as", "among"):
        noun = noun.head
    near = noun.head.i == root.i or (
        noun.dep_ == "attr" and clause_head(noun).i == root.i
    )
    return near and noun.dep_ not in ("appos", "npadvmod", "nsubj", "nsubjpass")


def _is_superlative(token: Token) -> bool:
    """Say whether a word singles one thing out: "largest", "the first", "the only"."""
    if token.tag_ in ("JJS", "RBS"):
        return token.text.casefold() not in ("least", "most") or token.tag_ == "RBS"
    return token.text.casefold() in ("first", "only", "leading", "main", "top") and (
        token.dep_ == "amod"
        and any(t.text.casefold() == "the" for t in token.head.children)
    )


def _beats_all(predicate: str) -> bool:
    """Say whether a predicate holds of one thing: "exports more than any other"."""
    return re.search(r"\bthan any (?:other|\w+ has)\b", predicate) is not None


def subject_facts(doc: Doc, root: Token) -> list[Fact]:
    """List the subjects of superlatives, of definitions, and names that act."""
    joined = [t for t in root.children if t.dep_ == "conj" and t.pos_ == "VERB"]
    heads = [root, *(t for t in joined if subject_of(t) is not None)]
    return [fact for head in heads for fact in _subject_facts(doc, head)]


def _subject_facts(doc: Doc, root: Token) -> list[Fact]:
    subject = subject_of(root)
    if subject is None or not _opens(doc, subject):
        return []
    if subject.ent_type_ in ("DATE", "TIME", "CARDINAL", "PERCENT", "QUANTITY"):
        return []
    if root.lemma_ in _MEANING and _is_quoted(doc, subject):
        fact = _make(doc, root, subject, "definition")
        return [fact] if fact else []
    if not _is_informative(doc, subject):
        return []
    predicate = doc.text[subject.right_edge.idx + len(subject.right_edge.text) :]
    superlative = _beats_all(predicate) or any(
        t.i > subject.right_edge.i and _singles_out(t, root) for t in doc
    )
    attribute = next((t for t in root.children if t.dep_ == "attr"), None)
    if superlative:
        fact = _make(doc, root, subject, "superlative")
    elif (
        root.lemma_ == "be"
        and attribute is not None
        and len(words(predicate)) >= 6
        and any(t.dep_ in ("relcl", "acl", "prep") for t in attribute.children)
    ):
        fact = _make(doc, root, subject, "definition")
    elif subject.ent_type_ in _NAMED and subject.pos_ == "PROPN":
        fact = _make(doc, root, subject, "name")
    elif root.lemma_ in EFFECT_VERBS and root.tag_ in ("VBZ", "VBP", "VBD", "VB"):
        fact = _make(doc, root, subject, "effect")
    else:
        return []
    return [fact] if fact else []


def _acting_verbs(root: Token) -> list[Token]:
    """List the verbs of what a sentence says, and of what follows from it."""
    found = [root]
    for verb in root.children:
        joined = verb.dep_ == "conj" and verb.pos_ == "VERB"
        serving = verb.dep_ == "advcl" and subject_of(verb) is not None
        wanted = verb.dep_ == "xcomp" and any(t.tag_ == "TO" for t in verb.children)
        found += [verb] if joined or serving or wanted else []
    return found + [t for t in root.subtree if _concludes(t)]


def _concludes(verb: Token) -> bool:
    """Say whether a clause tells what follows from the sentence: ", which gives …"."""
    if verb.dep_ != "relcl" or verb.tag_ != "VBZ":
        return False
    subject = subject_of(verb)
    return subject is not None and subject.text.casefold() == "which"


def _complements(verb: Token) -> list[tuple[Token, Token]]:
    """List (preposition, noun) of a verb and of its adjective ("popular with X")."""
    adjectives = [t for t in verb.children if t.dep_ == "acomp"]
    return [
        (preposition, noun)
        for head in (verb, *adjectives)
        for preposition in head.children
        for noun in preposition.children
        if noun.dep_ == "pobj" and noun.pos_ in ("NOUN", "PROPN")
    ]


def _object_features(verb: Token) -> tuple[str, ...]:
    if any(t.dep_ == "prt" for t in verb.children):
        return ()
    told = any(t.dep_ in ("xcomp", "ccomp") and t.i > verb.i for t in verb.children)
    if verb.lemma_ in LIGHT_VERBS or told:
        return ("light-verb",)
    return ("firm-verb",) if verb.lemma_ in FIRM_VERBS else ()


def object_facts(doc: Doc, root: Token) -> list[Fact]:
    """List what the main verbs act on, and the agent of a passive."""
    facts: list[Fact | None] = []
    for verb in _acting_verbs(root):
        facts += [
            _make(doc, root, child, "object", *_object_features(verb))
            for child in verb.children
            if child.dep_ in ("dobj", "attr")
            and child.pos_ in ("NOUN", "PROPN")
            and not _is_idiom(verb, child)
        ]
        for preposition, noun in _complements(verb):
            if any(t.dep_ == "conj" for t in preposition.children):
                continue
            pair = preposition.head.lemma_, preposition.text.casefold()
            if preposition.dep_ == "agent":
                facts.append(_make(doc, root, noun, "agent"))
            elif pair in FIRM_PAIRS or (
                preposition.head.pos_ == "ADJ" and pair[1] != "than"
            ):
                facts.append(_make(doc, root, noun, "object", "firm-pair"))
    return [fact for fact in facts if fact is not None]
