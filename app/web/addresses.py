"""Where things are shown, for pages of every noun."""

from flask import url_for


def claim_address(article_id: int, claim_id: int) -> str:
    """Give the address of a claim in its article, on whichever page it stands."""
    return url_for(
        "articles.show",
        article_id=article_id,
        claim=claim_id,
        _anchor=f"claim-{claim_id}",
    )
