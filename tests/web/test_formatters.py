from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.web.formatters import coming_words, duration_words, interval_words

NOW = datetime(2026, 3, 5, 14, 50, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        (timedelta(), "<0s"),
        (timedelta(seconds=-5), "<0s"),
        (timedelta(seconds=30), "<30s"),
        (timedelta(seconds=59.6), "<1m"),
        (timedelta(minutes=1), "<1m"),
        (timedelta(minutes=5.5), "<6m"),
        (timedelta(minutes=10), "<10m"),
        (timedelta(minutes=19, seconds=59), "<20m"),
        (timedelta(minutes=20), "20m"),
        (timedelta(minutes=59), "59m"),
        (timedelta(minutes=60), "1h"),
        (timedelta(minutes=90), "1.5h"),
        (timedelta(hours=23), "23h"),
        (timedelta(1), "1d"),
        (timedelta(4), "4d"),
        (timedelta(30), "30d"),
        (timedelta(31), "1mo"),
        (timedelta(37), "1.2mo"),
        (timedelta(364), "12mo"),
        (timedelta(365), "1y"),
        (timedelta(548), "1.5y"),
        (timedelta(36_500), "99.9y"),
    ],
)
def test_an_interval_is_as_short_as_a_button(wait: timedelta, words: str) -> None:
    assert interval_words(wait) == words


def test_a_longer_wait_never_reads_shorter() -> None:
    units = {"s": 1.0, "m": 60.0, "h": 3_600.0, "d": 86_400.0}
    units |= {"mo": 30.4375 * 86_400, "y": 365.25 * 86_400}
    last = 0.0
    for minutes in range(1, 60 * 24 * 400, 7):
        words = interval_words(timedelta(minutes=minutes)).lstrip("<")
        number = words.rstrip("smhdoy")
        seconds = float(number) * units[words[len(number) :]]
        assert seconds >= last * 0.985, words
        last = max(last, seconds)


@pytest.mark.parametrize(
    ("wait", "zone", "words"),
    [
        (timedelta(seconds=-5), "UTC", "in a minute"),
        (timedelta(seconds=20), "UTC", "in a minute"),
        (timedelta(seconds=61), "UTC", "in 2 minutes"),
        (timedelta(minutes=59), "UTC", "in 59 minutes"),
        (timedelta(minutes=60), "UTC", "today at 15:50"),
        (timedelta(hours=9), "UTC", "today at 23:50"),
        (timedelta(hours=10), "UTC", "tomorrow at 00:50"),
        (timedelta(hours=2), "Asia/Tokyo", "tomorrow at 01:50"),
        (timedelta(3), "UTC", "on Sunday at 14:50"),
        (timedelta(6), "UTC", "on Wednesday at 14:50"),
        (timedelta(7), "UTC", "on 12 March 2026"),
    ],
)
def test_a_moment_to_come_is_told_from_now(
    wait: timedelta, zone: str, words: str
) -> None:
    assert coming_words(NOW + wait, now=NOW, zone=ZoneInfo(zone)) == words


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [
        (0, "0 seconds"),
        (1_400, "1 second"),
        (89_400, "89 seconds"),
        (90_000, "2 minutes"),
        (200_000, "3 minutes"),
        (3_600_000, "1 hour"),
        (3_660_000, "1 hour 1 minute"),
        (36_000_000, "10 hours"),
    ],
)
def test_a_time_spent_is_told_in_words(milliseconds: int, words: str) -> None:
    assert duration_words(milliseconds) == words
