"""One claim with what the rest of its article tells about it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.article import Article, Claim
from app.domain.writing.quantities import Quantity, find_quantities
from app.domain.writing.references import named_in
from app.domain.writing.seeding import pick
from app.domain.writing.words import is_han

#: (group, claim), 0-based within their parent; (None, None) is the core insight.
Position = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class ClaimTask:
    """All that writing one claim's cards depends on.

    `known` are the words of its breadcrumb, `earlier` the texts of the claims before it
    in its group. `is_true` says which way its statement goes, if it gets one.
    """

    group: int | None
    claim: int | None
    text: str
    language: str
    known: frozenset[str]
    earlier: tuple[str, ...]
    is_true: bool
    seed: int


def positions(article: Article) -> list[Position]:
    """List the places of all claims in reading order, the core insight first."""
    core: list[Position] = [(None, None)] if article.core_insight else []
    return core + [
        (g, c)
        for g, group in enumerate(article.groups)
        for c in range(len(group.claims))
    ]


def _claims(article: Article) -> Iterator[Claim]:
    if article.core_insight is not None:
        yield article.core_insight
    for group in article.groups:
        yield from group.claims


def quantities_by_claim(article: Article) -> dict[str, list[Quantity]]:
    """Return the quantities of each claim's text."""
    return {claim.text: find_quantities(claim.text) for claim in _claims(article)}


def _language(claim: Claim) -> str:
    if claim.language in ("", "und"):
        return "zh" if is_han(claim.text) else "en"
    return claim.language.split("-")[0]


def make_task(article: Article, position: Position, index: int, seed: int) -> ClaimTask:
    """Gather what writing the claim at `position` needs; `index` is its place in order.

    Of each two neighbouring claims one gets a true statement and one a false one; a
    seeded coin decides which.
    """
    g, c = position
    earlier: tuple[str, ...] = ()
    if g is None or c is None:
        claim, group_title = article.core_insight, ""
    else:
        group = article.groups[g]
        claim, group_title = group.claims[c], group.title
        earlier = tuple(other.text for other in group.claims[:c])
    if claim is None:
        raise IndexError("This article has no core insight.")
    coin = pick(2, seed, article.title, "true-false", index // 2)
    return ClaimTask(
        g,
        c,
        claim.text,
        _language(claim),
        named_in(f"{article.title} {group_title}"),
        earlier,
        (index + coin) % 2 == 0,
        seed,
    )
