"""The JSON documents of the commands `read` and `questions`."""

from typing import Any

from app.domain.article import Article, Claim, Group, Offer, Reading
from app.domain.card import CardDraft, RejectedDraft, Uncovered


def reading_json(
    reading: Reading, *, text: str | None = None, offered: bool = False
) -> dict[str, Any]:
    """Give what `read --json` prints.

    With `text`, the text that spans count in; with `offered`, what was no claim, too.
    """
    found: dict[str, Any] = {
        "articles": [
            _article(article, offered=offered) for article in reading.articles
        ],
        "warnings": list(reading.warnings),
    }
    if text is not None:
        found["text"] = text
    return found


def _article(article: Article, *, offered: bool) -> dict[str, Any]:
    core = article.core_insight
    return {
        "title": article.title,
        "language": article.language,
        "core_insight": None
        if core is None
        else {
            "text": core.text,
            "language": core.language,
            "citations": list(core.citations),
        },
        "groups": [_group(group, offered=offered) for group in article.groups],
    }


def _group(group: Group, *, offered: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "number": group.number,
        "title": group.title,
        "language": group.language,
        "claims": [_claim(claim) for claim in group.claims],
    }
    if offered:
        found["offered"] = [_offer(offer) for offer in group.offered]
    return found


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "text": offer.text,
        "start": offer.start,
        "end": offer.end,
        "reason": offer.reason,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "language": claim.language,
        "citations": list(claim.citations),
        "start": claim.start,
        "end": claim.end,
        "notes": list(claim.notes),
    }


def card_json(article: int, card: CardDraft) -> dict[str, Any]:
    """Give one of the `cards` that `questions --json` prints."""
    statement = card.statement
    return {
        "article": article,
        "group": card.group,
        "claim": card.claim,
        "kind": card.kind.value,
        "pattern": card.pattern,
        "tier": card.tier.value,
        "context": card.context,
        "question": card.question,
        "answer": card.answer,
        "choices": None if card.choices is None else list(card.choices),
        "statement": None
        if statement is None
        else {
            "text": statement.text,
            "true": statement.true,
            "changed": statement.changed,
        },
        "explanation": card.explanation,
        "origin": "rules",
    }


def uncovered_json(article: int, gap: Uncovered) -> dict[str, Any]:
    """Give one of the `uncovered` that `questions --json` prints."""
    return {
        "article": article,
        "group": gap.group,
        "claim": gap.claim,
        "reason": gap.reason,
    }


def rejected_json(article: int, draft: RejectedDraft) -> dict[str, Any]:
    """Give one of the `rejected` that `questions --json` prints."""
    return {
        "article": article,
        "group": draft.group,
        "claim": draft.claim,
        "pattern": draft.pattern,
        "question": draft.question,
        "reason": draft.reason,
    }
