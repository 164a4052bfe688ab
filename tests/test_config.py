"""The key that signs form tokens is made once, for its owner alone."""

import multiprocessing
import stat
from pathlib import Path

import pytest

from app.factory import create_app


def key_of(instance: Path) -> str:
    app = create_app({"INSTANCE": instance, "DATABASE_URL": "sqlite://"})
    with app.test_request_context():
        pass
    key: str = app.config["SECRET_KEY"]
    return key


def test_the_key_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    key = key_of(tmp_path)
    path = tmp_path / "secret_key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="ascii") == key
    assert len(bytes.fromhex(key)) == 32


def test_the_key_is_kept_and_each_instance_has_its_own(tmp_path: Path) -> None:
    assert key_of(tmp_path / "one") == key_of(tmp_path / "one")
    assert key_of(tmp_path / "one") != key_of(tmp_path / "two")
    assert [it.name for it in (tmp_path / "one").glob("tmp*")] == []


def test_processes_that_start_at_once_share_a_key(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        keys = pool.map(key_of, [tmp_path] * 3)
    assert len(set(keys)) == 1


def test_a_key_of_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREBRIEF_SECRET_KEY", "from the environment")
    assert key_of(tmp_path) == "from the environment"
    assert not (tmp_path / "secret_key").exists()
