"""Read JSON that a request brings, whatever somebody put into it."""

from typing import Any

from flask.json.provider import DefaultJSONProvider


class StrictJson(DefaultJSONProvider):
    """Flask's own JSON, but what is nested too deeply is bad input like any other."""

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        """Read JSON; raise ValueError for what is none or cannot be read."""
        try:
            return super().loads(s, **kwargs)
        except RecursionError as error:
            raise ValueError("It is nested too deeply.") from error
