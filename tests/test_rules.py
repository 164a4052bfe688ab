"""The rules of the code that a machine can check."""

import ast
import os
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
MOST_LINES = 400


def code(*names: str) -> list[Path]:
    """Return the Python files of these folders, as far as the folders exist."""
    return sorted(
        path
        for name in names
        for path in (ROOT / name).rglob("*.py")
        if "versions" not in path.parts
    )


def checked_paths() -> list[str]:
    names = ("app", "tests", "bench", "dev.py", "wsgi.py")
    return [name for name in names if (ROOT / name).exists()]


def assert_clean(*command: str | Path) -> None:
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_ruff_has_no_objection() -> None:
    assert_clean(BIN / "ruff", "check", "--quiet", *checked_paths())


def test_every_file_is_formatted() -> None:
    assert_clean(BIN / "ruff", "format", "--check", "--quiet", *checked_paths())


def test_every_type_is_right() -> None:
    assert_clean(BIN / "mypy", "--no-error-summary", *checked_paths())


def test_no_room_looks_up() -> None:
    assert_clean(BIN / "lint-imports", "--no-cache")


@pytest.mark.parametrize("path", code("app/domain"), ids=lambda path: path.name)
def test_the_domain_reads_no_clock_and_throws_no_dice(path: Path) -> None:
    forbidden = {"now", "utcnow", "today", "open", "print", "input", "uuid1", "uuid4"}
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call)
    ]
    found = [
        f"{path.name}:{call.lineno}: {name}()"
        for call in calls
        if (name := called_name(call)) in forbidden
    ]
    assert found == []


def called_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def test_the_app_has_no_file_of_more_than_400_lines() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in code("app")
    }
    assert {name: n for name, n in lengths.items() if n > MOST_LINES} == {}


def test_dev_py_stays_short_enough_to_be_read_at_once() -> None:
    assert len((ROOT / "dev.py").read_text(encoding="utf-8").splitlines()) <= 250


def test_nothing_is_left_to_do() -> None:
    left = [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for path in [*code("app", "bench"), ROOT / "dev.py"]
        for line, text in names_and_comments(path)
        if re.search(r"\b(NotImplementedError|TODO|FIXME|XXX)\b", text)
    ]
    assert left == []


def names_and_comments(path: Path) -> Iterator[tuple[int, str]]:
    with tokenize.open(path) as file:
        for token in tokenize.generate_tokens(file.readline):
            if token.type in (tokenize.NAME, tokenize.COMMENT):
                yield token.start[0], token.string


def test_templates_and_static_files_have_one_place() -> None:
    # The wheel moves them under app/; a second copy there would hide the first.
    places = [ROOT / "app" / name for name in ("templates", "static", "seeds")]
    assert [place for place in places if place.exists()] == []


def test_nothing_of_others_is_copied_in() -> None:
    minified = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "static").rglob("*")
        if re.search(r"\.min\.(js|css)$|\.map$", path.name)
        or (path.suffix in (".js", ".css") and longest_line(path) > 500)
    ]
    assert minified == []


def longest_line(path: Path) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return max((len(line) for line in lines), default=0)


def test_the_web_process_loads_no_language_model(tmp_path: Path) -> None:
    # A start takes two seconds at most; spacy alone would take them.
    question = "import sys, wsgi; print(sorted({'spacy', 'thinc'} & set(sys.modules)))"
    answer = subprocess.run(
        [sys.executable, "-c", question],
        cwd=ROOT,
        env={**os.environ, "PREBRIEF_INSTANCE": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout == "[]\n"
