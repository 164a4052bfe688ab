"""Articles of a few groups, imported once and then with changes."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.domain import article as values
from app.services.import_document import Imported, import_document
from app.store.writing import write_tx
from tests.factories import own_team
from tests.support.library import NOW

LATER = NOW + timedelta(days=5)
FALL = "Rents in Berlin fell by 4% in 2024."
FALL_6 = "Rents in Berlin fell by 6% in 2024."
EAST = "The vacancy rate rose to 2.1% in the east."
EAST_REWORDED = "In the east, the vacancy rate rose to 2.1%."
FLATS = "Developers finished 17,000 flats in 2024."
PERMITS = "Permits dropped because interest rates rose."
PLAZA = "Grand Plaza bought 3,000 flats in May 2025."

Parts = Sequence[tuple[str, Sequence[str]]]


def take_in(
    session: Session,
    parts: Parts,
    *,
    title: str = "Berlin",
    core: str | None = None,
    now: datetime = NOW,
    revise: bool = False,
    article_id: int | None = None,
    url: str | None = None,
    offered: Sequence[str] = (),
) -> Imported:
    """Import an article of these groups, as read from a text that states them."""
    text = title + "\n"

    def place(words: str) -> tuple[int, int]:
        nonlocal text
        start = len(text)
        text += words + " [1]\n"
        return start, start + len(words)

    insight = values.Claim(core, "en", (1,), *place(core)) if core else None
    groups = []
    for number, (heading, claims) in enumerate(parts, start=1):
        text += heading + "\n"
        groups.append(
            values.Group(
                number,
                heading,
                "en",
                tuple(
                    values.Claim(words, "en", (1,), *place(words)) for words in claims
                ),
                tuple(
                    values.Offer(words, "en", (), *place(words), "It leans.")
                    for words in (offered if number == 1 else ())
                ),
            )
        )
    article = values.Article(title, "en", insight, tuple(groups), 0, len(text))
    with write_tx(session):
        return import_document(
            session,
            team_id=own_team(session),
            name="test",
            text=text,
            reading=values.Reading((article,), ()),
            max_claims=1_000,
            now=now,
            revise=revise,
            article_id=article_id,
            url=url,
        )


FIRST: Parts = (("Prices", (FALL, EAST)), ("Supply", (FLATS, PERMITS)))
