"""What stands around a claim in its source, and how groups are named in a list."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from app.store.models import Claim, Group
from app.store.queries.articles import source_text

#: Characters of the source before and behind a claim.
_AROUND = 600


def surroundings(session: Session, claim: Claim) -> Sequence[Mapping[str, str]]:
    """Give the source around a claim in parts, the claim's own with its anchor."""
    article = claim.group.article
    start = max(claim.start - _AROUND, article.start)
    end = min(claim.end + _AROUND, article.end)
    text = source_text(session, article, start=start, end=end)
    before, behind = claim.start - start, claim.end - start
    return [
        {"text": ("… " if start > article.start else "") + text[:before].lstrip()},
        {"text": text[before:behind], "anchor": f"source-{claim.id}"},
        {"text": text[behind:].rstrip() + (" …" if end < article.end else "")},
    ]


def group_words(group: Group) -> str:
    """Name a group as its heading does."""
    if group.is_core_insight or group.number is None:
        return group.title or "Without a title"
    return f"Group {group.number}: {group.title}".rstrip(": ")
