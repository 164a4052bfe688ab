"""What a shell can do to a command: it ends with one line of reason, never a trace."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from flask import Flask

from tests.cli.running import refused, run, run_json
from tests.support.serving import ROOT, flask_command

DIGEST = "What rents say\nGroup 1: Prices\n- Rents fell by 4% in 2024 [2].\n"

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

#: What is typed after `flask --app wsgi`: settings before it, and a part of the reason.
REFUSED = {
    "an endless file": ("read /dev/zero", {}, "bytes"),
    "an endless standard input": ("read - </dev/zero", {}, "bytes"),
    "a closed standard input": ("read - <&-", {}, "Standard input is closed"),
    "a closed standard output": ("read {digest} >&-", {}, "Standard output is closed"),
    "no space for a document": ("read --json {digest} >/dev/full", {}, "No space left"),
    "no space for a line": ("read {digest} >/dev/full", {}, "No space left"),
    "no space for an export": ("export json - >/dev/full", {}, "No space left"),
    "no space for findings": ("check --json >/dev/full", {}, "No space left"),
    "a token's name that is no text": ("tokens add $'\\xff'", {}, "cannot be shown"),
    "an instance that cannot be": (
        "check",
        {"INSTANCE": "/proc/nowhere", "DATABASE_URL": ""},
        "/proc/nowhere",
    ),
    "a number of bytes": ("read {digest}", {"MAX_BYTES": "abc"}, "PREBRIEF_MAX_BYTES"),
    "a number of claims": ("check", {"MAX_CLAIMS": "0"}, "PREBRIEF_MAX_CLAIMS"),
    "a database": ("check", {"DATABASE_URL": "foo"}, "PREBRIEF_DATABASE_URL"),
    "another database": ("check", {"DATABASE_URL": "mysql://x/y"}, "postgresql+psy"),
    "a zone": ("check", {"TIMEZONE": "Mars/Olympus"}, "“Mars/Olympus” is not the name"),
    "a server that is away": (
        "check",
        {"DATABASE_URL": "postgresql+psycopg://127.0.0.1:1/x"},
        "The database cannot be used",
    ),
}


@pytest.fixture
def digest(tmp_path: Path) -> str:
    path = tmp_path / "digest.txt"
    path.write_text(DIGEST, encoding="utf-8")
    return str(path)


def shell(
    command: str, instance: Path, settings: dict[str, str]
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["bash", "-c", f"{shlex.join(flask_command())} {command}"],
        cwd=ROOT,
        env=os.environ
        | {"PREBRIEF_INSTANCE": str(instance)}
        | {f"PREBRIEF_{name}": value for name, value in settings.items()},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@ON_SQLITE
@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_is_one_line_and_exit_status_1(
    app: Flask, digest: str, tmp_path: Path, name: str
) -> None:
    command, settings, reason = REFUSED[name]
    url = {"DATABASE_URL": app.config["DATABASE_URL"]}
    result = shell(command.format(digest=digest), tmp_path / "own", url | settings)
    assert (result.returncode, result.stdout) == (1, ""), result.stderr
    (line,) = result.stderr.splitlines()
    assert reason in line


@pytest.mark.parametrize("instance", ["/proc/nowhere", "own"])
def test_reading_makes_no_folder_no_key_and_no_queue(
    digest: str, tmp_path: Path, instance: str
) -> None:
    folder = tmp_path / instance
    result = shell(f"read --json {digest}", folder, {})
    assert (result.returncode, result.stderr) == (0, "")
    assert not folder.exists()


def test_settings_that_look_like_json_are_taken_as_written(
    digest: str, tmp_path: Path
) -> None:
    result = shell("check", tmp_path / "own", {"SECRET_KEY": "123", "HOSTS": "null"})
    assert result.returncode == 0, result.stderr
    assert not (tmp_path / "own" / "secret_key").exists()


@ON_SQLITE
def test_a_token_that_there_cannot_be_is_not_there(app: Flask) -> None:
    assert refused(app, "tokens", "revoke", "9" * 23) == "There is no such token."


@ON_SQLITE
@pytest.mark.parametrize("name", ["a\nb", "tab\there", "nul\0", "n" * 101])
def test_a_token_has_a_name_that_can_be_shown(app: Flask, name: str) -> None:
    assert "name" in refused(app, "tokens", "add", name)
    assert run_json(app, "tokens", "list") == {"tokens": []}


@ON_SQLITE
def test_a_token_is_revoked_and_told_as_json(app: Flask) -> None:
    made = run_json(app, "tokens", "add", "phone")
    told = run_json(app, "tokens", "revoke", str(made["id"]))
    assert (told["id"], told["name"]) == (made["id"], "phone")
    assert told["revoked_at"] is not None


@ON_SQLITE
def test_an_export_is_told_as_json(app: Flask, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    told = run_json(app, "export", "json", str(out))
    assert told == {"file": str(out), "bytes": out.stat().st_size}
    assert run(app, "export", "csv", "-", "--json").exit_code == 2


@ON_SQLITE
def test_an_empty_name_names_no_file(app: Flask) -> None:
    assert "empty" in refused(app, "export", "json", "")
    assert "empty" in refused(app, "read", "")
    result = run(app, "import", "", "--json")
    assert result.exit_code == 1
    assert '"path": "", "reason": "A name is empty' in result.stdout
