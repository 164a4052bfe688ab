"""Read any text: a digest, an outline of headings and bullets, or prose."""

from app.domain.article import Reading
from app.domain.errors import InputError
from app.domain.reading.articles import assemble
from app.domain.reading.blocks import blocks
from app.domain.reading.outline import outline

_MOST_WARNINGS = 100


def read_text(text: str) -> Reading:
    """Return the articles of `text` with the exact place of each claim.

    The work is done in three steps, each linear in the length of the text: `blocks`
    cuts it into labels, headings, items and running text; `outline` settles from their
    surroundings which lines are titles and headings; `assemble` makes articles.

    Only a text in which nothing states anything is refused, with `InputError`. What is
    merely doubtful (no title, a gap in the numbers of the groups, a group without
    claims, a line that fits nowhere) is read as well as can be and told in `warnings`.
    """
    articles, warnings = assemble(text, outline(text, blocks(text)))
    if not articles:
        raise InputError(
            "No claim was found in the text: neither a core insight, nor a list, nor a"
            " full sentence of at least five words."
        )
    if len(warnings) > _MOST_WARNINGS:
        more = len(warnings) - _MOST_WARNINGS
        warnings = [*warnings[:_MOST_WARNINGS], f"There are {more:,} more such doubts."]
    return Reading(tuple(articles), tuple(warnings))
