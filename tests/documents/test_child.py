import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from app.documents import child
from app.domain.article import DocumentKind
from app.domain.errors import InputError

PAGE = b"<html><body><article><p>A sentence of this page is here.</p></article>"


def does(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the child do something else than parsing."""
    monkeypatch.setattr(child, "_START", code)


def watched(monkeypatch: pytest.MonkeyPatch) -> list["subprocess.Popen[bytes]"]:
    """Note the children that are started."""
    started: list[subprocess.Popen[bytes]] = []
    original = subprocess.Popen

    def start(*arguments: object, **keywords: object) -> "subprocess.Popen[bytes]":
        started.append(original(*arguments, **keywords))  # type: ignore[call-overload]  # as it was asked
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    return started


def refusal(kind: DocumentKind = DocumentKind.HTML) -> str:
    with pytest.raises(InputError) as refused:
        child.parse_in_child(kind, PAGE)
    return refused.value.message


def test_a_child_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "DEADLINE", 0.5)
    does("import time; time.sleep(600)", monkeypatch)
    started = watched(monkeypatch)
    assert refusal() == "Reading the page took too long and was stopped."
    (process,) = started
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)


def test_work_beyond_the_limit_of_seconds_ends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    does(
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from app.documents.parsers import limits;"
        "limits.MOST_SECONDS = 1; limits.confine()\n"
        "while True: pass",
        monkeypatch,
    )
    started = watched(monkeypatch)
    assert refusal(DocumentKind.PDF) == "Reading the PDF took too long and was stopped."
    assert [process.returncode for process in started] == [-signal.SIGXCPU]


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.abort()",
        "raise SystemExit(1)",
        "print('no answer')",
        "print('')",
        "import sys; sys.stdout.write('text' + chr(0) * 9)",
        "import sys; sys.stdout.buffer.write(b'text\\0\\0\\0\\xff')",
        "import sys; sys.stdout.write('x' * 50_000_000)",
    ],
)
def test_a_child_that_breaks_is_a_broken_document(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    does(code, monkeypatch)
    assert refusal() == "The page is broken, or too large to be read."


def test_a_child_sees_no_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREBRIEF_SECRET_KEY", "secret")
    monkeypatch.chdir(tmp_path)
    does(
        "import os; print('text', '', '', (dict(os.environ), os.getcwd()),"
        " sep=chr(0), end='')",
        monkeypatch,
    )
    found = child.parse_in_child(DocumentKind.HTML, PAGE).text
    assert "PREBRIEF" not in found
    assert found.endswith("'/')")


def test_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    child.parse_in_child(DocumentKind.HTML, PAGE)
    assert [*tmp_path.iterdir()] == []


def test_only_some_children_work_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "DEADLINE", 0.1)
    for _ in range(child.AT_ONCE):
        assert child._turns.acquire(blocking=False)
    try:
        assert refusal().startswith("Too many documents are being read")
    finally:
        for _ in range(child.AT_ONCE):
            child._turns.release()
    monkeypatch.setattr(child, "DEADLINE", 35.0)
    assert child.parse_in_child(DocumentKind.HTML, PAGE).text


SEALED = (
    "import sys, json; sys.path.insert(0, {root!r})\n"
    "from app.documents.parsers import limits\n"
    "limits.confine(); limits.seal(opens_nothing={opens_nothing})\n"
    "try:\n    {attempt}\nexcept BaseException as error:\n"
    "    print(json.dumps(type(error).__name__))\nelse:\n    print(json.dumps(None))\n"
)
ATTEMPTS = {
    "connect": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "resolve": "import socket; socket.getaddrinfo('localhost', 80)",
    "start": "import subprocess; subprocess.Popen(['/bin/true'])",
    "shell": "import os; os.system('true')",
    "fork": "import os; os.fork()",
    "write": "open('{folder}/written', 'w')",
    "create": "import os; os.open('{folder}/written', os.O_CREAT | os.O_RDWR)",
    "read": "open('/etc/passwd')",
    "remove": "import os; os.remove('{folder}/kept')",
    "memory": "bytearray(2_000_000_000)",
}


@pytest.mark.parametrize("opens_nothing", [False, True])
@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_sealed_child_can_only_compute(
    attempt: str, opens_nothing: bool, tmp_path: Path
) -> None:
    (tmp_path / "kept").touch()
    code = SEALED.format(
        root=str(child._ROOT),
        opens_nothing=opens_nothing,
        attempt=ATTEMPTS[attempt].format(folder=tmp_path),
    )
    answer = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )
    allowed = {"PermissionError", "OSError", "MemoryError", "ModuleNotFoundError"}
    assert json.loads(answer.stdout) in allowed
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_without_the_seal_the_attempts_succeed(tmp_path: Path) -> None:
    """Show that it is the seal that stops them, not this machine."""
    (tmp_path / "kept").touch()
    for attempt in ("resolve", "start", "shell", "write", "read", "remove", "memory"):
        code = ATTEMPTS[attempt].format(folder=tmp_path)
        subprocess.run([sys.executable, "-I", "-c", code], check=True)
    assert [path.name for path in tmp_path.iterdir()] == ["written"]
