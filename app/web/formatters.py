"""Put values into the words that pages show. Each is a Jinja filter of its name."""

from datetime import datetime, timedelta, tzinfo

from flask import Flask

from app.domain.queue import LEARN_AHEAD

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_MONTH, _YEAR = 30.4375 * _DAY, 365.25 * _DAY


def init_app(app: Flask) -> None:
    """Make the filters known to the templates."""
    app.add_template_filter(interval_words)
    app.add_template_filter(duration_words)


def interval_words(wait: timedelta) -> str:
    """Give a wait as a grade button shows it: `<10m`, `4d`, `1.2mo`.

    Seconds, minutes and days are whole; hours, months (of 30.4375 days) and years (of
    365.25) have one decimal where it is not 0. `<`: so short that the card may be shown
    earlier, in the same sitting.
    """
    seconds = max(wait.total_seconds(), 0.0)
    sign = "<" if wait < LEARN_AHEAD else ""
    for least, unit, name in (
        (365 * _DAY, _YEAR, "y"),
        (30.5 * _DAY, _MONTH, "mo"),
        (_DAY, _DAY, "d"),
        (59.5 * _MINUTE, _HOUR, "h"),
        (59.5, _MINUTE, "m"),
    ):
        if seconds >= least:
            number = seconds / unit
            is_whole = name in ("m", "d")
            return f"{sign}{number:.0f}{name}" if is_whole else _decimal(number, name)
    return f"{sign}{seconds:.0f}s"


def coming_words(moment: datetime, *, now: datetime, zone: tzinfo) -> str:
    """Give a moment to come, such as `in 3 minutes` or `tomorrow at 04:00`.

    Days are those of the calendar in `zone`.
    """
    minutes = -((now - moment) // timedelta(minutes=1))
    if minutes <= 1:
        return "in a minute"
    if minutes < 60:
        return f"in {minutes} minutes"
    local = moment.astimezone(zone)
    days = (local.date() - now.astimezone(zone).date()).days
    if days == 0:
        return f"today at {local:%H:%M}"
    if days == 1:
        return f"tomorrow at {local:%H:%M}"
    if days < 7:
        return f"on {local:%A} at {local:%H:%M}"
    return f"on {local.day} {local:%B %Y}"


def duration_words(milliseconds: int) -> str:
    """Give a time spent in words: `40 seconds`, `1 minute`, `2 hours 5 minutes`."""
    seconds = round(milliseconds / 1_000)
    if seconds < 90:
        return _counted(seconds, "second")
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = [(hours, "hour"), (minutes, "minute")]
    return " ".join(_counted(number, name) for number, name in parts if number)


def _decimal(number: float, name: str) -> str:
    return f"{number:.1f}".removesuffix(".0") + name


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
