"""Ids in addresses: what no column holds does not exist."""

from flask import Flask
from werkzeug.routing import IntegerConverter, Map

#: The largest id that a PostgreSQL INTEGER holds.
MOST_ID = 2**31 - 1


class IdConverter(IntegerConverter):
    """`<int:…>` bounded, so that a larger number is a page that is not here."""

    def __init__(
        self,
        map: Map,  # noqa: A002 - werkzeug's name
        fixed_digits: int = 0,
        min: int | None = None,  # noqa: A002 - werkzeug's name
        max: int | None = MOST_ID,  # noqa: A002 - werkzeug's name
        signed: bool = False,  # noqa: FBT001, FBT002 - werkzeug's signature
    ) -> None:
        super().__init__(map, fixed_digits, min, max, signed)


def init_app(app: Flask) -> None:
    """Bound every `<int:…>` of the app. Call before the first route is added."""
    app.url_map.converters["int"] = IdConverter
