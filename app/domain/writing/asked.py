"""The questions of an article so far, found again by likeness in little time."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import ceil

from app.domain.card import GAP
from app.domain.writing.words import jaccard, words

#: Questions that share more of their words than this are one question (Jaccard, 0-1).
NEAR_DUPLICATE = 0.85


def question_words(question: str) -> frozenset[str]:
    """Return the words by which questions are compared."""
    return frozenset(words(question.replace(GAP, " ")))


@dataclass(slots=True)
class Asked:
    """Questions, indexed by the words that a near-duplicate must share.

    Two sets with Jaccard above t share a word among the first n - ceil(t n) + 1 of
    each, in any one order (prefix filtering; Bayardo, Ma & Srikant 2007). Long words
    come first, since few questions share them, so a search stays quick.
    """

    _by_word: defaultdict[str, list[frozenset[str]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @staticmethod
    def of(questions: Iterable[str]) -> "Asked":
        """Return the index of `questions`."""
        asked = Asked()
        for question in questions:
            asked.add(question)
        return asked

    @staticmethod
    def _prefix(own: frozenset[str]) -> list[str]:
        ordered = sorted(own, key=lambda word: (-len(word), word))
        return ordered[: len(own) - ceil(NEAR_DUPLICATE * len(own)) + 1]

    def add(self, question: str) -> None:
        """Remember a question."""
        own = question_words(question)
        for word in self._prefix(own):
            self._by_word[word].append(own)

    def has_like(self, question: str) -> bool:
        """Say whether an earlier question has nearly the same words."""
        own = question_words(question)
        return any(
            jaccard(own, other) > NEAR_DUPLICATE
            for word in self._prefix(own)
            for other in self._by_word.get(word, ())
        )
