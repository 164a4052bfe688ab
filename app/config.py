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

from app.gateways.policy import NetworkPolicy

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
    """Fill `app.config` from the defaults, the environment and `overrides`."""
    app.config.from_mapping(_DEFAULTS)
    app.config.from_prefixed_env("PREBRIEF")
    app.config.from_mapping(overrides or {})
    instance = Path(app.config.get("INSTANCE") or app.instance_path)
    instance.mkdir(parents=True, exist_ok=True)
    app.config["INSTANCE"] = instance
    if not app.config.get("DATABASE_URL"):
        app.config["DATABASE_URL"] = f"sqlite:///{instance / 'prebrief.sqlite'}"
    if not app.config.get("SECRET_KEY"):
        app.config["SECRET_KEY"] = _kept_secret(instance / "secret_key")


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
