"""The demo as a person starts it: in a process of its own."""

import json
from pathlib import Path

from tests.support.serving import Server


def test_a_demo_fills_an_empty_library_once(tmp_path: Path) -> None:
    library = Server(tmp_path / "instance", port=0)
    library.instance.mkdir()
    made = library.run_command("demo", "--json")
    assert made.returncode == 0, made.stderr
    added = json.loads(made.stdout)
    assert added["days"] == 365
    assert added["reviews"] > 300
    rows = json.loads(library.run_command("retention", "--json").stdout)["rows"]
    assert 100 < sum(row["reviews"] for row in rows) < added["reviews"]
    checked = library.run_command("check", "--json")
    assert (checked.returncode, json.loads(checked.stdout)) == (0, {"findings": []})
    again = library.run_command("demo", "--json")
    assert (again.returncode, again.stdout) == (1, "")
    (reason,) = again.stderr.splitlines()
    assert "answers of earlier days; nothing was added" in reason
