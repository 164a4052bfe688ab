"""Several parses of one sentence, so that a slip of one is outvoted by the others.

The sentence as it stands; inside "We know that …"; and, where no finite verb was found
at its root, with "usually" before a word that may be that verb ("Denmark usually taxes
electricity"), which settles whether it is one.
"""

from dataclasses import dataclass

from app.domain.writing.parsing import Doc, Parses, Token, root_of, subject_of
from app.domain.writing.vocabulary import SUBORDINATORS

_FRAME = "We know that "
_PROBE = "usually "
#: How many words of a sentence are tried as its verb.
_TRIES = 4


@dataclass(frozen=True, slots=True)
class Variant:
    """A parse of a sentence, with how its offsets map back to the sentence.

    `added` characters were put in at offset `at`. `is_plain` tells the sentence as it
    stands.
    """

    doc: Doc
    root: Token
    at: int
    added: int

    @property
    def is_plain(self) -> bool:
        """Say whether nothing was put in."""
        return self.added == 0

    def original(self, offset: int) -> int:
        """Return an offset of this parse as one of the sentence."""
        return offset if offset < self.at else max(self.at, offset - self.added)


def is_clause(root: Token | None) -> bool:
    """Say whether a root is a finite verb with a subject."""
    if root is None or root.pos_ not in ("VERB", "AUX") or subject_of(root) is None:
        return False
    finite = root.tag_ in ("VBZ", "VBP", "VBD")
    return finite or any(t.dep_ in ("aux", "auxpass") for t in root.children)


def is_fragment(text: str, parses: Parses) -> bool:
    """Say whether a text has no verb that could make it a sentence ("Sales up 4%")."""
    doc = parses.of(text)
    if any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") for t in doc):
        return False
    root = root_of(doc)
    return not (
        root is not None and root.tag_ == "VBN" and subject_of(root) is not None
    )


def is_bare_subordinate(doc: Doc) -> bool:
    """Say whether a text is a clause that only serves another ("As prices fell.")."""
    tokens = list(doc)
    if len(tokens) < 2 or tokens[1].tag_ == "CD" or tokens[1].ent_type_ == "DATE":
        return False
    first = tokens[0]
    return (
        first.text.casefold() in SUBORDINATORS
        and first.dep_ in ("mark", "advmod")
        and first.head.dep_ == "ROOT"
        and not doc.text.rstrip().endswith("?")
    )


def _framed(text: str, first: Token, parses: Parses) -> Variant | None:
    keeps = first.pos_ == "PROPN" or first.ent_type_ or not first.text[1:].islower()
    lowered = text if keeps else text[:1].lower() + text[1:]
    doc = parses.of(_FRAME + lowered)
    frame = root_of(doc)
    if frame is None:
        return None
    root = next((t for t in frame.children if t.dep_ == "ccomp"), None)
    if root is None or not is_clause(root):
        return None
    return Variant(doc, root, 0, len(_FRAME))


def _probed(text: str, doc: Doc, parses: Parses) -> Variant | None:
    tries = [t for t in doc if t.i > 0 and t.tag_ in ("NNS", "VBZ")][:_TRIES]
    for token in tries:
        probed = parses.of(text[: token.idx] + _PROBE + text[token.idx :])
        root = root_of(probed)
        if root is not None and is_clause(root) and root.idx == token.idx + len(_PROBE):
            return Variant(probed, root, token.idx, len(_PROBE))
    return None


def variants(text: str, parses: Parses) -> list[Variant]:
    """List the parses of a sentence that found its main clause, the plainest first."""
    doc = parses.of(text)
    root = root_of(doc)
    if root is None:
        return []
    framed = _framed(text, next(iter(doc)), parses)
    if is_clause(root):
        others = [framed]
        found = [Variant(doc, root, 0, 0)]
    else:
        others = [_probed(text, doc, parses), framed]
        found = []
    return found + [variant for variant in others if variant is not None]
