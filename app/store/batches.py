"""Cut long lists into what one statement takes."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

#: SQLite bounds the variables of one statement.
BATCH = 500

_Item = TypeVar("_Item")


def batches(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """Give the items in order, at most `BATCH` at a time."""
    return (items[i : i + BATCH] for i in range(0, len(items), BATCH))
