"""What a person made of a card that the rules wrote."""

from enum import StrEnum


class Outcome(StrEnum):
    """What became of a card by a person's decision."""

    KEPT = "kept"
    #: Its words were changed, and it is kept or waits.
    EDITED = "edited"
    REJECTED = "rejected"
    SUSPENDED = "suspended"
    DELETED = "deleted"
    #: What was decided before is taken back.
    RETURNED = "returned"


#: Outcomes that count for a card, and those that count against it. To suspend one says
#: nothing of how it was written.
FOR = frozenset({Outcome.KEPT, Outcome.EDITED})
AGAINST = frozenset({Outcome.REJECTED, Outcome.DELETED})
