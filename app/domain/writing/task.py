"""One claim with what the rest of its article tells about it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.article import Article, Claim
from app.domain.errors import NotFoundError
from app.domain.writing.names import full_names
from app.domain.writing.quantities import Quantity, find_quantities
from app.domain.writing.references import named_in
from app.domain.writing.seeding import pick
from app.domain.writing.words import is_han

#: How many claims back an antecedent is looked for.
REACH = 3
#: Characters above which a claim is no single statement; parsing it would only cost.
MAX_CLAIM = 1_500
#: (group, claim), 0-based within their parent; (None, None) is the core insight.
Position = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What the claims of an article tell about each other.

    `order` numbers the claims, `names` are full names by head noun, `texts` the claims'
    own, `quantities` are (claim text, quantity) by unit.
    """

    order: dict[Position, int]
    names: dict[str, str]
    texts: tuple[str, ...]
    quantities: dict[str, list[tuple[str, Quantity]]]

    def siblings(self, text: str, unit: str) -> list[Quantity]:
        """List the quantities of other claims in the same unit."""
        return [q for other, q in self.quantities.get(unit, ()) if other != text]


@dataclass(frozen=True, slots=True)
class ClaimTask:
    """All that writing one claim's cards depends on, but for its article.

    `known` are the words of its breadcrumb, `earlier` the texts of the few claims
    before it in its group. `is_true` says which way its statement goes, if it gets one.
    `is_doubted`: a note says that its figures do not add up.
    """

    group: int | None
    claim: int | None
    text: str
    language: str
    known: frozenset[str]
    earlier: tuple[str, ...]
    is_true: bool
    is_doubted: bool
    seed: int


def positions(article: Article) -> list[Position]:
    """List the places of all claims in reading order, the core insight first."""
    core: list[Position] = [(None, None)] if article.core_insight else []
    return core + [
        (g, c)
        for g, group in enumerate(article.groups)
        for c in range(len(group.claims))
    ]


def claim_at(article: Article, position: Position) -> Claim:
    """Return the claim at a position; NotFoundError where there is none."""
    g, c = position
    if g is None or c is None:
        if article.core_insight is None:
            raise NotFoundError("This article has no core insight.")
        return article.core_insight
    if g >= len(article.groups) or c >= len(article.groups[g].claims):
        raise NotFoundError(f"This article has no claim {c + 1} in a group {g + 1}.")
    return article.groups[g].claims[c]


def _claims(article: Article) -> Iterator[Claim]:
    if article.core_insight is not None:
        yield article.core_insight
    for group in article.groups:
        yield from group.claims


def gather(article: Article) -> ArticleFacts:
    """Gather what the claims of an article tell about each other."""
    texts = [c.text for c in _claims(article) if len(c.text) <= MAX_CLAIM]
    titles = [article.title, *(group.title for group in article.groups)]
    by_unit: defaultdict[str, list[tuple[str, Quantity]]] = defaultdict(list)
    for text in texts:
        for quantity in find_quantities(text):
            by_unit[quantity.unit].append((text, quantity))
    order = {position: at for at, position in enumerate(positions(article))}
    names = full_names([*titles, *texts])
    return ArticleFacts(order, names, tuple(texts), dict(by_unit))


def _language(claim: Claim) -> str:
    if claim.language in ("", "und"):
        return "zh" if is_han(claim.text) else "en"
    return claim.language.split("-")[0]


def make_task(
    article: Article, position: Position, order: dict[Position, int], seed: int
) -> ClaimTask:
    """Gather what writing the claim at `position` needs; `order` numbers the claims.

    Of each two neighbouring claims one gets a true statement and one a false one; a
    seeded coin decides which.
    """
    g, c = position
    claim, group_title = claim_at(article, position), ""
    earlier: tuple[str, ...] = ()
    if g is not None and c is not None:
        group = article.groups[g]
        group_title = group.title
        before = (other.text for other in group.claims[max(0, c - REACH) : c])
        earlier = tuple(text for text in before if len(text) <= MAX_CLAIM)
    index = order[position]
    coin = pick(2, seed, article.title, "true-false", index // 2)
    return ClaimTask(
        g,
        c,
        claim.text,
        _language(claim),
        named_in(f"{article.title} {group_title}"),
        earlier,
        (index + coin) % 2 == 0,
        bool(claim.notes),
        seed,
    )
