"""The gate: automatic checks that every card must pass, whoever wrote it.

A floor, never the measure: what fails is wrong, what passes need not be good.
"""

import re

from app.domain.card import GAP, CardDraft, Kind
from app.domain.writing.words import is_han, numbers, share_in, words

_REASONS = ("why", "how", "cause-cloze", "means-cloze", "cause", "means")
_MARKER = re.compile(r"\[\d+(?:\s*[-–,，、]\s*\d+)*\]|【\d+】")
_META = re.compile(
    r"\b(?:the|this) (?:article|text|passage|author|claim|report above)\b|"
    r"本文|文章(?:中|里)|作者",
    re.IGNORECASE,
)
_PRONOUN_LED = re.compile(
    r"^(?:it|its|they|them|their|he|his|she|her|this|these|those|that (?:is|was|has|"
    r"had|will|would|can|could|may|means|makes))\b|^(?:它|他|她|这些?|那些?|其)",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"\b(?!had\b|that\b)([a-z]+) \1\b", re.IGNORECASE)
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|（\s*）|「\s*」|“\s*”")
_ALL_NONE = re.compile(
    r"\b(?:all|none) of the (?:above|others?)\b|以上(?:都|皆)", re.IGNORECASE
)
_END = re.compile(r"[.!?。！？…][”\"’)」）]?$")


def _form(draft: CardDraft) -> list[str]:
    """Check that the question asks once and is a printed sentence."""
    found = []
    gaps = draft.question.count(GAP)
    asks = draft.question.rstrip().endswith(("?", "？"))
    if draft.kind is Kind.CLOZE and gaps != 1:
        found.append("A cloze must show exactly one gap.")
    elif gaps > 1 or gaps + asks == 0:
        found.append("A question needs a question mark or exactly one gap.")
    if not _END.search(draft.question.replace(GAP, "x").strip()):
        found.append("The question does not end like a sentence.")
    first = draft.question.split(maxsplit=1)[0] if draft.question.strip() else ""
    if first[:1].islower() and not re.search(r"[A-Z]", first[1:]):
        found.append("The question starts in lower case.")
    return found


def _lengths(draft: CardDraft, language: str) -> list[str]:
    """Check length bounds, in words, or in characters for Chinese."""
    if language == "zh":
        low, high, answer_max = 8, 120, 40
        count, answer_count = len(draft.question), len(draft.answer)
    else:
        low, high = 4, 60
        answer_max = 22 if draft.pattern in _REASONS else 12
        count, answer_count = len(words(draft.question)), len(words(draft.answer))
    found = []
    if not draft.answer.strip():
        found.append("The answer is empty.")
    if count < low:
        found.append("The question is too short to be understood.")
    if count > high:
        found.append("The question is too long.")
    if answer_count > answer_max:
        found.append("The answer is too long.")
    return found


def _wording(draft: CardDraft) -> list[str]:
    """Check for markers, pronouns that name nothing, slips of the pen."""
    both = f"{draft.question}\n{draft.answer}"
    found = []
    if _MARKER.search(both.replace(GAP, "")):
        found.append("A citation marker was left in.")
    if _META.search(both):
        found.append("It asks about the article, not about its subject.")
    if _PRONOUN_LED.search(draft.answer):
        found.append("The answer is led by a pronoun.")
    if _PRONOUN_LED.search(draft.question) and draft.context is None:
        expletive = re.match(r"it (?:is|was|takes|took|costs)\b", draft.question, re.I)
        if not expletive:
            found.append("The question is led by a pronoun.")
    if _DOUBLED.search(both):
        found.append("A word is doubled.")
    if _EMPTY.search(both.replace(GAP, "")):
        found.append("A bracket is empty.")
    return found


def _contains(text: str, part: str) -> bool:
    """Say whether `part` stands in `text` as whole words."""
    part = part.strip(" .")
    if is_han(part) or is_han(text):
        return part in text
    pattern = rf"(?<![\w.,]){re.escape(part)}(?![\w]|[.,]\d)"
    return bool(part) and re.search(pattern, text, re.IGNORECASE) is not None


def _faith(draft: CardDraft, claim: str, language: str) -> list[str]:
    """Check that question and answer are the claim's, and the answer is hidden."""
    found = []
    if _contains(draft.question, draft.answer):
        found.append("The answer stands in the question.")
    if draft.context is not None and _contains(draft.context, draft.answer):
        found.append("The answer stands in the context.")
    source = words(claim) + (["because"] if draft.pattern == "why" else [])
    if share_in(words(draft.answer), source) < 0.75:
        found.append("The answer is not in the claim's words.")
    if not set(numbers(draft.answer)) <= set(numbers(claim)):
        found.append("A number of the answer is not in the claim.")
    if share_in(words(draft.question), source) < 0.5:
        found.append("The question is not in the claim's words.")
    if is_han(draft.question) != (language == "zh"):
        found.append("The question is in another language than the claim.")
    return found


def _shape(text: str) -> tuple[bool, bool]:
    return any(c.isdigit() for c in text), "%" in text


def _options(draft: CardDraft) -> list[str]:
    """Check that the options are distinct, alike, and keep the key hidden."""
    if draft.choices is None:
        return []
    found = []
    folded = [choice.casefold().strip() for choice in draft.choices]
    if draft.choices.count(draft.answer) != 1:
        found.append("The options must hold the answer exactly once.")
    if len(set(folded)) != len(folded):
        found.append("Two options are the same.")
    if not 3 <= len(folded) <= 5:
        found.append("There must be three to five options.")
    if any(_ALL_NONE.search(choice) for choice in draft.choices):
        found.append("“All” or “none of the above” is no option.")
    if len({_shape(choice) for choice in draft.choices}) > 1:
        found.append("The options are of different shapes.")
    others = [len(c) for c in draft.choices if c != draft.answer]
    if others and len(draft.answer) > 1.5 * max(others) + 2:
        found.append("The key is given away by its length.")
    if any(_contains(draft.question, c) for c in draft.choices if c != draft.answer):
        found.append("An option stands in the question.")
    return found


def _statement(draft: CardDraft, claim: str) -> list[str]:
    """Check that a statement is printed well, and the claim's but for one change."""
    statement = draft.statement
    if statement is None:
        return []
    found = []
    if not _END.search(statement.text) or statement.text[:1].islower():
        found.append("The statement is not printed as a sentence.")
    if statement.true != (statement.changed is None):
        found.append("Only a false statement says what was changed.")
    if share_in(words(statement.text), words(claim)) < 0.7:
        found.append("The statement is not in the claim's words.")
    outside = set(numbers(statement.text)) - set(numbers(claim))
    if statement.true and outside:
        found.append("A number of the true statement is not in the claim.")
    if len(outside) > 1:
        found.append("More than one number of the statement was changed.")
    return found


def check_card(draft: CardDraft, claim_text: str, language: str) -> list[str]:
    """List what is wrong with a card, each as a sentence; nothing where it passes.

    `language` is the claim's (ISO 639-1); anything but `zh` is checked by words.
    """
    return [
        *_form(draft),
        *_lengths(draft, language),
        *_wording(draft),
        *_faith(draft, claim_text, language),
        *_options(draft),
        *_statement(draft, claim_text),
    ]
