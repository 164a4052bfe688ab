"""A study day holds one stretch of instants, in every zone and at every rollover."""

import os
import time
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from itertools import pairwise

import pytest

from app.domain.errors import InputError
from app.domain.study_day import day_start, offered_zone, study_day, zone_named

ZONES = [
    ("Australia/Lord_Howe", 2026),  # half an hour of summer time
    ("Pacific/Apia", 2011),  # skips 30 December whole
    ("Antarctica/Troll", 2026),  # two hours of summer time
    ("Africa/Cairo", 2026),  # springs forward at midnight
    ("America/Havana", 2026),  # springs at midnight, falls back over it
    ("Pacific/Chatham", 2026),  # +12:45
    ("America/St_Johns", 2026),  # -3:30
    ("America/New_York", 2026),
    ("Europe/London", 2026),
    ("Asia/Kathmandu", 2026),  # +5:45, no summer time
    ("UTC", 2026),
]
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


def transitions(zone: str, year: int) -> list[datetime]:
    """Return the instants of a year at which the offset of a zone changes."""
    rules, found = zone_named(zone), []
    begin = datetime(year, 1, 1, tzinfo=UTC)
    for minute in range(0, 366 * 1440, 15):
        at = begin + timedelta(minutes=minute)
        before = (at - timedelta(minutes=15)).astimezone(rules).utcoffset()
        if at.astimezone(rules).utcoffset() != before:
            found.append(at)
    return found


@pytest.mark.parametrize(("zone", "year"), ZONES)
def test_days_never_go_backwards_and_each_instant_lies_in_its_day(
    zone: str, year: int
) -> None:
    begin = datetime(year, 1, 1, tzinfo=UTC)
    instants = [begin + hours * HOUR for hours in range(366 * 24)]
    for change in transitions(zone, year):
        around = (-3 * HOUR, -HOUR, -SECOND, 0 * HOUR, SECOND, HOUR, 3 * HOUR)
        instants += [change + offset for offset in around]
    instants.sort()
    for hour in range(6):
        days = [study_day(instant, zone, hour) for instant in instants]
        assert all(a <= b for a, b in pairwise(days))
        for instant, day in zip(instants, days, strict=True):
            assert day_start(day, zone, hour) <= instant
            assert instant < day_start(day + timedelta(1), zone, hour)


@pytest.mark.parametrize(("zone", "year"), ZONES)
@pytest.mark.parametrize("hour", range(6))
def test_each_date_that_exists_has_a_day_of_its_own_date(
    zone: str, year: int, hour: int
) -> None:
    rules = zone_named(zone)
    for offset in range(366):
        day = date(year, 1, 1) + timedelta(offset)
        start, end = (day_start(day + timedelta(more), zone, hour) for more in (0, 1))
        if day == date(2011, 12, 30) and zone == "Pacific/Apia":
            assert start == end
            continue
        assert timedelta(hours=21) < end - start < timedelta(hours=27)
        assert study_day(start, zone, hour) == day
        assert study_day(start - SECOND, zone, hour) < day
        local = start.astimezone(rules)
        assert local.date() == day
        assert local.hour >= hour


@pytest.mark.parametrize(
    ("zone", "hour", "instant", "expected"),
    [
        ("Europe/London", 4, "2026-06-01T02:59:59+00:00", "2026-05-31"),
        ("Europe/London", 4, "2026-06-01T03:00:00+00:00", "2026-06-01"),
        ("Europe/London", 4, "2026-12-01T03:59:59+00:00", "2026-11-30"),
        # 02:00 on 29 March does not exist: the day starts at the skip.
        ("Antarctica/Troll", 2, "2026-03-29T00:59:59+00:00", "2026-03-28"),
        ("Antarctica/Troll", 2, "2026-03-29T01:00:00+00:00", "2026-03-29"),
        # 02:00 on 25 October comes twice: the first starts the day, for good.
        ("Antarctica/Troll", 2, "2026-10-25T00:00:00+00:00", "2026-10-25"),
        ("Antarctica/Troll", 2, "2026-10-25T01:30:00+00:00", "2026-10-25"),
        # The night of the 29th runs on to the 31st, 24 hours in all.
        ("Pacific/Apia", 4, "2011-12-30T09:59:59+00:00", "2011-12-29"),
        ("Pacific/Apia", 4, "2011-12-30T13:59:59+00:00", "2011-12-29"),
        ("Pacific/Apia", 4, "2011-12-30T14:00:00+00:00", "2011-12-31"),
    ],
)
def test_the_rollover_hour_decides(
    zone: str, hour: int, instant: str, expected: str
) -> None:
    at = datetime.fromisoformat(instant)
    assert study_day(at, zone, hour) == date.fromisoformat(expected)


def test_the_zone_of_the_server_does_not_matter() -> None:
    at = datetime(2026, 6, 1, 2, tzinfo=UTC)
    was = os.environ.get("TZ")
    try:
        for server in ("Asia/Tokyo", "America/Los_Angeles"):
            os.environ["TZ"] = server
            time.tzset()
            assert study_day(at, "Europe/London") == date(2026, 5, 31)
    finally:
        os.environ.pop("TZ")
        if was is not None:
            os.environ["TZ"] = was
        time.tzset()


def test_an_instant_counts_the_same_in_whatever_zone_it_is_written() -> None:
    at = datetime(2026, 6, 1, 2, tzinfo=UTC)
    there = at.astimezone(zone_named("Asia/Tokyo"))
    assert study_day(there, "Europe/London") == study_day(at, "Europe/London")


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(InputError, match="no time zone"):
        study_day(datetime(2026, 6, 1, 2), "Europe/London")  # noqa: DTZ001 - the naive moment is the case


@pytest.mark.parametrize(
    "zone", ["", "Mars/Olympus", "../etc/passwd", "Europe", "a\0b"]
)
def test_an_unknown_zone_is_refused_by_name(zone: str) -> None:
    with pytest.raises(InputError, match="time zone"):
        study_day(datetime(2026, 6, 1, 2, tzinfo=UTC), zone)


@pytest.mark.parametrize("hour", [-1, 24])
def test_a_rollover_outside_the_day_is_refused(hour: int) -> None:
    with pytest.raises(InputError, match="0 to 23"):
        day_start(date(2026, 6, 1), "UTC", hour)


def test_the_end_of_the_calendar_is_refused() -> None:
    with pytest.raises(InputError, match="calendar"):
        day_start(date.max, "America/New_York", 23)


def test_all_of_ianas_list_is_offered_but_the_zone_that_means_not_set() -> None:
    listed = files("tzdata").joinpath("zones").read_text().split()
    assert len(listed) > 500
    for name in set(listed) - {"Factory"}:
        assert offered_zone(name) == name


@pytest.mark.parametrize(
    "name", ["", "Factory", "localtime", "posixrules", "right/UTC", "posix/Europe/Rome"]
)
def test_a_zone_of_this_machine_alone_is_not_offered(name: str) -> None:
    with pytest.raises(InputError, match=f"“{name}” is not the name of a time zone."):
        offered_zone(name)
