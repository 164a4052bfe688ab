"""Consequences: "A, so B", "A, which is why B": why B? Because A.

Both halves must be clauses by their own parses, and B must name all it speaks of.
"""

import re

from app.domain.writing.clauses import sentence_text
from app.domain.writing.facts import Fact
from app.domain.writing.parsing import Doc, Parses, root_of, subject_of
from app.domain.writing.questions import ask, continued
from app.domain.writing.variants import is_clause
from app.domain.writing.vocabulary import CLAUSE_PRONOUNS
from app.domain.writing.words import words

_SO = re.compile(
    r", (?:and )?so (?!that\b|far\b|much\b|many\b|as\b|on\b)|"
    r", which is (?:partly |largely |mainly )?why "
)
_LEAST, _LONGEST = 4, 20


def _is_named(doc: Doc) -> bool:
    """Say whether a clause has a noun for its subject, and no pronoun anywhere."""
    root = root_of(doc)
    if root is None or not is_clause(root):
        return False
    subject = subject_of(root)
    pronouns = CLAUSE_PRONOUNS.intersection(
        t.text.casefold() for t in doc if t.tag_ not in ("WDT", "WP", "IN")
    )
    return subject is not None and subject.pos_ in ("NOUN", "PROPN") and not pronouns


def _reason(text: str, parses: Parses) -> str | None:
    """Return the first half as it stands behind "Because", None where in doubt."""
    if not _LEAST <= len(words(text)) <= _LONGEST or re.search(r"[;:“\"]", text):
        return None
    doc = parses.of(sentence_text(text))
    root = root_of(doc)
    if root is None or not is_clause(root):
        return None
    subject = subject_of(root)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    return continued(doc, text)


def consequence_facts(text: str, parses: Parses) -> list[Fact]:
    """List what a sentence tells as the consequence of what it said before."""
    facts = []
    for match in _SO.finditer(text):
        reason = _reason(text[: match.start()], parses)
        said = sentence_text(text[match.end() :])
        doc = parses.of(said)
        head = root_of(doc)
        if reason is None or head is None or not _is_named(doc):
            continue
        question = ask(
            doc, head, "Why", len(said.rstrip(" .")), len(said), fronted=True
        )
        if question is None:
            continue
        features = frozenset({"cause", "asked"})
        subject = f"consequence@{match.start()}"
        facts.append(
            Fact(
                "why",
                0,
                match.start(),
                subject,
                features,
                None,
                question,
                f"Because {reason}",
            )
        )
    return facts
