"""Settings: `PREBRIEF_*` environment variables over these defaults."""

import contextlib
import os
import secrets
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flask import Flask

from app.domain.errors import InputError
from app.domain.study_day import offered_zone
from app.gateways.policy import NetworkPolicy
from app.store.engine import check_url

#: Every setting, with what it does. The README's table says the same; a test compares.
SETTINGS: Mapping[str, str] = {
    "DATABASE_URL": "where the library lives; SQLite in the instance folder by default",
    "SECRET_KEY": "signs form tokens; made and kept in the instance folder by default",
    "INSTANCE": "the instance folder: database, queue, key",
    "TIMEZONE": "IANA zone of the command line and of a new library; UTC by default",
    "MAX_CLAIMS": "the most claims one import may bring; 10000 by default",
    "MAX_BYTES": "the most bytes one document may have; 20000000 by default",
    "HOSTS": "host names that are answered, comma-separated; loopback by default",
}

_NUMBERS = ("MAX_CLAIMS", "MAX_BYTES")
_TEXTS = tuple(name for name in SETTINGS if name not in _NUMBERS)


def _utc_now() -> datetime:
    return datetime.now(UTC)


_DEFAULTS: Mapping[str, Any] = {
    # Not for the environment: tests put their own clock here.
    "CLOCK": _utc_now,
    # Nor is this: tests put a network of their own here.
    "NETWORK": NetworkPolicy(),
    "TIMEZONE": "UTC",
    "MAX_CLAIMS": 10_000,
    "MAX_BYTES": 20_000_000,
    "HOSTS": "127.0.0.1,localhost,[::1]",
    # Flask's own. Routes that take a document raise the first for themselves.
    "MAX_CONTENT_LENGTH": 500_000,
    "MAX_FORM_MEMORY_SIZE": 500_000,
    "SESSION_COOKIE_NAME": "prebrief",
    "SESSION_COOKIE_SAMESITE": "Lax",
    "SESSION_COOKIE_HTTPONLY": True,
    "WTF_CSRF_TIME_LIMIT": None,
}


def asset_root() -> Path:
    """Give the folder of templates, static and seeds: a checkout's or a wheel's."""
    package = Path(__file__).resolve().parent
    return package if (package / "templates").is_dir() else package.parent


def configure(app: Flask, overrides: Mapping[str, Any] | None = None) -> None:
    """Fill `app.config` from the defaults, the environment and `overrides`.

    Makes nothing: see `make_instance`. Raises InputError for a value that cannot be.
    """
    app.config.from_mapping(_DEFAULTS)
    app.config.from_prefixed_env("PREBRIEF")
    for name in _TEXTS:
        # Text that happens to be JSON, such as a key of digits, stays text.
        if (given := os.environ.get(f"PREBRIEF_{name}")) is not None:
            app.config[name] = given
    app.config.from_mapping(overrides or {})
    instance = Path(app.config.get("INSTANCE") or app.instance_path)
    app.config["INSTANCE"] = instance
    if not app.config.get("DATABASE_URL"):
        app.config["DATABASE_URL"] = f"sqlite:///{instance / 'prebrief.sqlite'}"
    _check(app.config)


def make_instance(app: Flask) -> None:
    """Make the instance folder and the key that is kept there, where need be.

    Raises OSError where that cannot be.
    """
    instance: Path = app.config["INSTANCE"]
    instance.mkdir(parents=True, exist_ok=True)
    if not app.config.get("SECRET_KEY"):
        app.config["SECRET_KEY"] = _kept_secret(instance / "secret_key")


def _check(config: Mapping[str, Any]) -> None:
    for name in _NUMBERS:
        value = config[name]
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise InputError(
                f"PREBRIEF_{name} is a whole number from 1 on, not “{str(value)[:40]}”."
            )
    try:
        offered_zone(config["TIMEZONE"])
    except InputError as error:
        raise InputError(f"PREBRIEF_TIMEZONE: {error.message}") from error
    try:
        check_url(config["DATABASE_URL"])
    except InputError as error:
        raise InputError(f"PREBRIEF_DATABASE_URL: {error.message}") from error


def _kept_secret(path: Path) -> str:
    """Read the key kept at `path`; make it, for its owner alone, if need be."""
    if not path.exists():
        descriptor, fresh = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
        # A link appears whole or not at all, and the first of two processes wins.
        with contextlib.suppress(FileExistsError):
            os.link(fresh, path)
        Path(fresh).unlink()
    return path.read_text(encoding="ascii")
