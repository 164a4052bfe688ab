"""Check all that was written for an article: each card, and the cards together."""

from collections.abc import Sequence

from app.domain.article import Article
from app.domain.card import CardDraft
from app.domain.errors import NotFoundError
from app.domain.writing.asked import Asked
from app.domain.writing.gate import check_card
from app.domain.writing.task import claim_at

_REPEATED = "It asks nearly the same as an earlier question."


def check_cards(article: Article, cards: Sequence[CardDraft]) -> list[str]:
    """List what is wrong with an article's cards, each behind its question."""
    asked, found = Asked(), []
    for card in cards:
        reasons = _findings(article, card)
        if asked.has_like(card.question):
            reasons.append(_REPEATED)
        asked.add(card.question)
        found += [f"“{card.question}”: {reason}" for reason in reasons]
    return found


def _findings(article: Article, card: CardDraft) -> list[str]:
    try:
        claim = claim_at(article, (card.group, card.claim))
    except NotFoundError as error:
        return [error.message]
    return check_card(card, claim.text, claim.language)
