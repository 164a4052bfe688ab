"""An article's cards written anew, which wait for a person's yes."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from app.store.base import NEVER_TWICE, Base


class Proposal(Base):
    """What the writer would write today; an article has one at most."""

    __tablename__ = "proposals"
    __table_args__ = NEVER_TWICE

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(
        sa.ForeignKey("teams.id", ondelete="CASCADE"), index=True
    )
    article_id: Mapped[int] = mapped_column(
        sa.ForeignKey("articles.id", ondelete="CASCADE"), unique=True
    )
    #: Version of the rules that wrote it.
    written_with: Mapped[str]
    made_at: Mapped[datetime]
    #: The claims with their cards, as `app.services.propose_cards` reads and writes it.
    claims: Mapped[list[dict[str, Any]]] = mapped_column(sa.JSON)
