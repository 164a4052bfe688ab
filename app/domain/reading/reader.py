"""Read any text: a digest, an outline of headings and bullets, or prose."""

from dataclasses import replace

from app.domain.article import Article, Claim, Group, Offer, Reading
from app.domain.claim_notes.dates import with_date_notes
from app.domain.errors import InputError
from app.domain.reading.articles import assemble
from app.domain.reading.blocks import blocks
from app.domain.reading.lines import line_count
from app.domain.reading.marks import without_marks
from app.domain.reading.outline import outline
from app.domain.reading.places import Places

_MOST_WARNINGS = 100
# Far more than 10,000 claims need. A line takes up to 60 µs, however short it is.
_MOST_LINES = 150_000


def read_text(text: str) -> Reading:
    """Return the articles of `text` with the exact place of each claim.

    The work is done in four steps, each linear in the length of the text:
    `without_marks` drops what is no text and remembers the places; `blocks` cuts the
    rest into labels, headings, items and running text; `outline` settles from their
    surroundings which lines are titles and headings; `assemble` makes articles.

    Only a text of more than 150,000 lines, or one in which nothing states anything, is
    refused, with `InputError`. What is merely doubtful (no title, a gap in the numbers
    of the groups, a group without claims, a line that fits nowhere) is read as well as
    can be and told in `warnings`.
    """
    count = line_count(text)
    if count > _MOST_LINES:
        raise InputError(
            f"The text has {count:,} lines; at most {_MOST_LINES:,} are read at once."
        )
    plain, places = without_marks(text)
    articles, warnings = assemble(plain, outline(plain, blocks(plain)))
    if not any(map(_has_claim, articles)):
        raise InputError(
            "No claim was found in the text: neither a core insight, nor a list, nor a"
            " full sentence of at least five words that stands alone."
        )
    if len(warnings) > _MOST_WARNINGS:
        more = len(warnings) - _MOST_WARNINGS
        warnings = [*warnings[:_MOST_WARNINGS], f"There are {more:,} more such doubts."]
    articles = [with_date_notes(article, plain) for article in articles]
    if plain is not text:
        articles = [_placed(article, places) for article in articles]
    return Reading(tuple(articles), tuple(warnings))


def _has_claim(article: Article) -> bool:
    return article.core_insight is not None or any(
        group.claims for group in article.groups
    )


def _placed(article: Article, places: Places) -> Article:
    """Return an article of the plain text with its places in the text as received."""
    return replace(
        article,
        core_insight=article.core_insight and _claim(article.core_insight, places),
        groups=tuple(_group(group, places) for group in article.groups),
        start=places.start(article.start),
        end=places.end(article.end),
    )


def _group(group: Group, places: Places) -> Group:
    return replace(
        group,
        claims=tuple(_claim(claim, places) for claim in group.claims),
        offered=tuple(_offer(offer, places) for offer in group.offered),
    )


def _claim(claim: Claim, places: Places) -> Claim:
    start, end = places.start(claim.start), places.end(claim.end)
    return replace(claim, start=start, end=end)


def _offer(offer: Offer, places: Places) -> Offer:
    start, end = places.start(offer.start), places.end(offer.end)
    return replace(offer, start=start, end=end)
