"""Fields of the API: strict, so that what is nearly right is refused, not guessed."""

import re
from typing import Any

from marshmallow import RAISE, Schema, fields, validate

from app.web.ids import MOST_ID

_MOST_PER_PAGE = 500


class StrictSchema(Schema):
    """Arguments as they are described and nothing else."""

    class Meta:
        """What is not described is refused: it is most likely misspelt."""

        unknown = RAISE


class Whole(fields.Integer):
    """A whole number in a JSON body: 5 or 5.0, which JSON calls equal; not "5"."""

    def __init__(self, *, least: int, most: int, **kwargs: Any) -> None:
        super().__init__(validate=validate.Range(min=least, max=most), **kwargs)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> int:
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if not is_whole and not (isinstance(value, float) and value.is_integer()):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, *args, **kwargs)


class Id(Whole):
    """An id in a JSON body."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(least=1, most=MOST_ID, **kwargs)


class Flag(fields.Boolean):
    """A truth value in a JSON body: true or false; not "yes", nor 1."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> bool:
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, *args, **kwargs)


class QueryInt(fields.Integer):
    """A whole number in an address: digits only."""

    def __init__(self, *, least: int, most: int, **kwargs: Any) -> None:
        super().__init__(validate=validate.Range(min=least, max=most), **kwargs)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> int:
        if not re.fullmatch("[0-9]{1,19}", str(value)):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, *args, **kwargs)


class QueryId(QueryInt):
    """An id in an address's query."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(least=1, most=MOST_ID, **kwargs)


class PageArgs(StrictSchema):
    """Which page of a list: what follows the id `after`, at most `limit` things."""

    after = QueryInt(
        least=0,
        most=MOST_ID,
        load_default=0,
        metadata={"description": "The `next` of the page before."},
    )
    limit = QueryInt(least=1, most=_MOST_PER_PAGE, load_default=100)


def next_after(page: Any, limit: int) -> int | None:
    """Give the `after` of the next page, None where this one is the last."""
    return page[-1].id if len(page) == limit else None


def next_field() -> fields.Field[Any]:
    """Describe what `next_after` gives."""
    return fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "`after` of the next page; null on the last."},
    )
