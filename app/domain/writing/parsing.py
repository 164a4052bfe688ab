"""What the writer asks of a language pipeline, so that it need not load one.

The shapes are those of spaCy's `Doc` and `Token`, which satisfy them as they are.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from app.domain.writing.vocabulary import REPORTING_VERBS


class Token(Protocol):
    """One token of a parsed text, with its place in the dependency tree."""

    @property
    def i(self) -> int: ...  # noqa: D102 - position in the doc; named by spaCy
    @property
    def idx(self) -> int: ...  # noqa: D102 - offset in code points
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def lemma_(self) -> str: ...  # noqa: D102
    @property
    def pos_(self) -> str: ...  # noqa: D102 - universal part of speech
    @property
    def tag_(self) -> str: ...  # noqa: D102 - Penn Treebank tag
    @property
    def dep_(self) -> str: ...  # noqa: D102 - ClearNLP dependency label
    @property
    def ent_type_(self) -> str: ...  # noqa: D102 - OntoNotes entity label
    @property
    def head(self) -> "Token": ...  # noqa: D102
    @property
    def left_edge(self) -> "Token": ...  # noqa: D102
    @property
    def right_edge(self) -> "Token": ...  # noqa: D102
    @property
    def children(self) -> Iterable["Token"]: ...  # noqa: D102
    @property
    def subtree(self) -> Iterable["Token"]: ...  # noqa: D102
    @property
    def ancestors(self) -> Iterable["Token"]: ...  # noqa: D102
    @property
    def is_sent_start(self) -> bool | None: ...  # noqa: D102


class Doc(Protocol):
    """A parsed text."""

    @property
    def text(self) -> str: ...  # noqa: D102
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Token]: ...


Parser = Callable[[str], Doc]
#: Lemma and Penn Treebank tag in, inflected form out; None where there is none.
Inflector = Callable[[str, str], str | None]


@dataclass(frozen=True, slots=True)
class Pipelines:
    """The language tools of one process."""

    parse: Parser
    inflect: Inflector


@dataclass(frozen=True, slots=True)
class Parses:
    """Parses by text, so that one run of the writer parses nothing twice."""

    parse: Parser
    known: dict[str, Doc] = field(default_factory=dict)

    def of(self, text: str) -> Doc:
        """Return the parse of `text`."""
        if text not in self.known:
            self.known[text] = self.parse(text)
        return self.known[text]


def end_of(token: Token) -> int:
    """Return the offset just after `token`."""
    return token.idx + len(token.text)


def depth(token: Token) -> int:
    """Count the subordinate clauses that `token` lies in."""
    subordinate = ("relcl", "acl", "advcl", "appos", "parataxis", "csubj")
    return sum(t.dep_ in subordinate for t in (token, *token.ancestors))


def root_of(tokens: Iterable[Token]) -> Token | None:
    """Return the first root of a parse, None for an empty one."""
    return next((token for token in tokens if token.dep_ == "ROOT"), None)


def subject_of(verb: Token) -> Token | None:
    """Return the subject of `verb`, expletives left out."""
    return next(
        (t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass", "csubj")), None
    )


def said_clauses(root: Token) -> list[Token]:
    """List the heads of what a sentence says: its main clause, and what it reports."""
    found = [root]
    if root.lemma_ in REPORTING_VERBS:
        found += [t for t in root.children if t.dep_ == "ccomp" and t.i > root.i]
    return found


def is_subordinate(clause: Token, root: Token) -> bool:
    """Say whether a clause only serves the main one: no "…, and X", no "…, so X"."""
    while clause.dep_ == "xcomp" and clause.head.i != clause.i:
        clause = clause.head
    if clause.i == root.i or clause.dep_ == "conj":
        return False
    return not any(t.dep_ == "mark" and t.text == "so" for t in clause.children)


def clause_head(token: Token) -> Token:
    """Return the verb (or other head) of the clause that `token` lies in."""
    heads = ("ROOT", "relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis", "pcomp")
    for t in (token, *token.ancestors):
        if t.dep_ in heads or (t.dep_ == "conj" and t.pos_ in ("VERB", "AUX")):
            return t
    return token
