"""Column types that keep instants honest and enums readable."""

from datetime import UTC, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

#: The number of a row in a log that may outgrow 31 bits. SQLite gives a row's number by
#: itself only to a column of plain INTEGER, which has 64 bits there.
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


class UTCDateTime(sa.types.TypeDecorator[datetime]):
    """An instant: refuses naive values, stores and returns UTC."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, _dialect: Dialect
    ) -> datetime | None:
        """Turn an aware instant into naive UTC; raise ValueError for a naive one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"A naive datetime cannot be stored: {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(
        self, value: datetime | None, _dialect: Dialect
    ) -> datetime | None:
        """Mark what was stored as UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


def enum_type(enum: type[StrEnum], name: str | None = None) -> sa.Enum:
    """Store an enum by its value, guarded by a CHECK constraint of that name."""
    return sa.Enum(
        enum,
        native_enum=False,
        length=16,
        create_constraint=True,
        name=name or enum.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )
