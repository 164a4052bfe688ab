"""Words and points of the retention pages."""

from collections.abc import Iterable
from typing import Any

from app.domain.retention.measuring import FEW, Window
from app.domain.retention.trend import Stretch

WINDOW_NAMES = {
    Window.TODAY: "today",
    Window.YESTERDAY: "yesterday",
    Window.WEEK: "7 days",
    Window.MONTH: "30 days",
    Window.QUARTER: "90 days",
    Window.YEAR: "365 days",
    Window.ALL: "all time",
}

#: How long a stretch of a trend is, by its days.
STRETCH_NAMES = {7: "week", 14: "two weeks", 28: "four weeks", 56: "eight weeks"}


def points(stretches: Iterable[Stretch]) -> list[dict[str, Any]]:
    """Give the rows of a line chart; a week with too few reviews leaves a gap."""
    return [
        {
            "label": f"{it.first_day:%b} {it.first_day.day}",
            "value": it.retention.share if it.retention.total >= FEW else None,
            "low": it.retention.low,
            "high": it.retention.high,
            "n": it.retention.total,
        }
        for it in stretches
    ]
