"""What the inbox shows: claims beside their source, with what waits for a yes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy.orm import Session

from app.domain.article import Standing
from app.domain.card import Origin
from app.domain.writing import Tastes, team_says
from app.store.models import Article, Card, Claim, Group
from app.store.queries.claims import passages, waiting_cards_of
from app.store.queries.matches import OtherCard, duplicates_of_claims
from app.store.queries.verdicts import tastes_of
from app.web.articles.showing import source_parts

#: Of what no claim of the page stands in, so much is shown before and behind.
_AROUND = 300


@dataclass(frozen=True, slots=True)
class ClaimInInbox:
    """A claim with its waiting cards, or a sentence that the reader offers."""

    claim: Claim
    cards: Sequence[Card]
    is_in_source: bool
    #: Cards of other articles that ask the same, by the id of each card here.
    duplicates: Mapping[int, Sequence[OtherCard]]
    #: Why the writer only suggests a card, and what the team thinks of its kind.
    remarks: Mapping[int, str]

    @property
    def is_offered(self) -> bool:
        """Whether it waits to be taken as a claim."""
        return self.claim.standing is Standing.OFFERED


@dataclass(frozen=True, slots=True)
class GroupInInbox:
    """A group of an article with what waits in it."""

    group: Group
    claims: Sequence[ClaimInInbox]


@dataclass(frozen=True, slots=True)
class ArticleInInbox:
    """An article with what waits in it, beside that part of its source."""

    article: Article
    groups: Sequence[GroupInInbox]
    source: Sequence[Mapping[str, str]]


def articles_in_inbox(
    session: Session, claims: Sequence[Claim]
) -> list[ArticleInInbox]:
    """Put a team's claims, in the inbox's order, under their groups and articles."""
    cards = waiting_cards_of(session, [claim.id for claim in claims])
    tastes = tastes_of(session, claims[0].team_id) if cards else {}
    remarks = {
        card.id: remark
        for mine in cards.values()
        for card in mine
        if (remark := remark_on(card, tastes))
    }
    duplicates = duplicates_of_claims(session, [claim.id for claim in claims])
    by_article = [
        (article, list(mine))
        for article, mine in groupby(claims, key=lambda it: it.group.article)
    ]
    texts = passages(
        session, {article.id: _bounds(article, mine) for article, mine in by_article}
    )
    found = []
    for article, mine in by_article:
        passage = texts[article.id]
        parts, placed = source_parts(passage.text, passage.start, mine)
        groups = [
            GroupInInbox(
                group,
                [
                    ClaimInInbox(
                        it,
                        cards.get(it.id, ()),
                        it.id in placed,
                        duplicates,
                        remarks,
                    )
                    for it in its
                ],
            )
            for group, its in groupby(mine, key=lambda it: it.group)
        ]
        found.append(ArticleInInbox(article, groups, shortened(parts)))
    return found


def remark_on(card: Card, tastes: Tastes) -> str:
    """Say why a card by rules may not be worth keeping; nothing where nothing is."""
    if card.origin is not Origin.RULES:
        return ""
    doubt = f"Only suggested: {card.doubt}" if card.doubt else None
    said = (doubt, team_says(tastes.get(card.pattern)))
    return " ".join(it for it in said if it is not None)


def shortened(parts: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Leave the middle out of long parts that belong to no claim."""
    return [
        {"text": f"{text[:_AROUND]} … {text[-_AROUND:]}"}
        if "anchor" not in part and len(text) > 2 * _AROUND
        else part
        for part in parts
        for text in [part["text"]]
    ]


def following(shown: Sequence[int], leaving: Sequence[int]) -> int | None:
    """Give what to go on with once `leaving` are gone: the next, else the last."""
    staying = [it for it in shown if it not in leaving]
    if not leaving or not staying:
        return None
    place = shown.index(leaving[-1]) if leaving[-1] in shown else 0
    return next((it for it in staying if shown.index(it) > place), staying[-1])


def _bounds(article: Article, claims: Sequence[Claim]) -> tuple[int, int]:
    start = min(claim.start for claim in claims) - _AROUND
    end = max(claim.end for claim in claims) + _AROUND
    return max(start, article.start), min(end, article.end)
