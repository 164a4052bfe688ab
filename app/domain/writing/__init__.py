"""Write cards for the claims of an article, by rules over a dependency parse.

Stages, each a pure function in its own module: claims (`task`), clauses, parses
(`parsing`), facts (`number_facts`, `phrase_facts` and their rules), `candidates`,
`references`, `gate`, `choice`, `formats` (`options`, `true_false`); `writer` joins
them, and `checks` hold what was written together.
"""

from app.domain.writing.checks import check_cards
from app.domain.writing.gate import check_card
from app.domain.writing.name_options import is_country
from app.domain.writing.parsing import Pipelines
from app.domain.writing.quantities import Quantity, read_quantity
from app.domain.writing.task import Position, positions
from app.domain.writing.tastes import NO_TASTES, Taste, Tastes, team_says
from app.domain.writing.writer import passing_candidates, write_cards, write_claims

#: Changes whenever the same text may give other cards.
WRITER_VERSION = "13"

__all__ = [
    "NO_TASTES",
    "WRITER_VERSION",
    "Pipelines",
    "Position",
    "Quantity",
    "Taste",
    "Tastes",
    "check_card",
    "check_cards",
    "is_country",
    "passing_candidates",
    "positions",
    "read_quantity",
    "team_says",
    "write_cards",
    "write_claims",
]
