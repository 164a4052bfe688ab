"""Say which study day an instant belongs to, in a person's own zone. Pure.

A study day starts when the person's clock first shows the rollover hour on its date and
lasts until the next one starts. Instants are compared, never local clock readings: the
clock minus the rollover hour runs backwards where the clock is put back across it
(Antarctica/Troll). Zone rules are the only thing read from outside: the IANA data base
of the standard library.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from app.domain.errors import InputError

#: The hour at which a study day starts, unless the person sets another.
DAY_START_HOUR = 4

#: What a system's zone folder holds beside IANA's names: copies under rules of their
#: own (leap seconds), the machine's own zone, and the one that means "not set".
_NOT_OFFERED = frozenset({"localtime", "posixrules", "Factory"})
_COPIES = ("right/", "posix/")

_DAY = timedelta(days=1)
#: How far a study day lies before the local date: one day for a rollover hour, and one
#: more where the zone skipped a date.
_MOST_BEHIND = timedelta(days=2)
_SECOND = timedelta(seconds=1)


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """Return the zone of an IANA name such as `Europe/Berlin`.

    Raises `InputError`: there is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise InputError(f"“{name}” is not the name of a time zone.") from error


def offered_zone(name: str) -> str:
    """Return the name of a zone that a person may choose: one of IANA's list.

    Such a name means the same on every machine. Raises `InputError`: it is none.
    """
    if name in _NOT_OFFERED or name.startswith(_COPIES):
        raise InputError(f"“{name}” is not the name of a time zone.")
    return zone_named(name).key


def check_day_start_hour(hour: int) -> None:
    """Refuse a rollover hour outside 0-23 with an `InputError`."""
    if not 0 <= hour <= 23:
        raise InputError(f"A study day starts at an hour from 0 to 23, not {hour}.")


@lru_cache(maxsize=65_536)
def day_start(day: date, zone: str, day_start_hour: int = DAY_START_HOUR) -> datetime:
    """Return the UTC instant at which a study day starts.

    `day_start_hour` is 0-23. A rollover hour that the clock skips starts the day at the
    skip; one that it shows twice, at the first. A date that the zone skips whole (Apia,
    2011-12-30) has no instants: it starts together with the next.

    Raises `InputError`: there is no such zone or hour, or the calendar ends there.
    """
    check_day_start_hour(day_start_hour)
    rules = zone_named(zone)
    wall = datetime.combine(day, time(day_start_hour), tzinfo=rules)
    try:
        start = wall.astimezone(UTC)
        if start.astimezone(rules).replace(tzinfo=None) == wall.replace(tzinfo=None):
            return start
        skip = _skip_before(start, wall.replace(fold=1).astimezone(UTC), rules)
        if skip.astimezone(rules).date() > day:
            return day_start(day + _DAY, zone, day_start_hour)
    except OverflowError as error:
        raise InputError(f"The day {day} lies outside the calendar.") from error
    return skip


def study_day(
    instant: datetime, zone: str, day_start_hour: int = DAY_START_HOUR
) -> date:
    """Return the study day that an instant belongs to: the last one started by then.

    Raises `InputError`: the instant has no time zone, or there is no such zone or hour.
    """
    if instant.tzinfo is None:
        raise InputError(f"The moment {instant.isoformat()} has no time zone.")
    day = instant.astimezone(zone_named(zone)).date()
    while day_start(day, zone, day_start_hour) > instant:
        day -= _DAY
    while day_start(day + _DAY, zone, day_start_hour) <= instant:
        day += _DAY
    return day


def can_be_study_day(day: date, instant: datetime, zone: str) -> bool:
    """Say whether a day is a study day of that instant, at whatever rollover hour.

    Raises `InputError`: there is no such zone.
    """
    local = instant.astimezone(zone_named(zone)).date()
    return timedelta(0) <= local - day <= _MOST_BEHIND


def _skip_before(after: datetime, before: datetime, rules: ZoneInfo) -> datetime:
    """Return the first instant after a skip of the clock that lies between the two.

    For a clock reading inside a skip, `fold=0` reckons with the offset before it (an
    instant after the skip) and `fold=1` with the one after it (an instant before).
    """
    offset = before.astimezone(rules).utcoffset()
    while after - before > _SECOND:
        middle = before + (after - before) // _SECOND // 2 * _SECOND
        if middle.astimezone(rules).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after
