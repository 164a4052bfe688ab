"""Run commands as the contract has them."""

import json
from typing import Any

from click.testing import Result
from flask import Flask


def run(app: Flask, *arguments: str, stdin: bytes | None = None) -> Result:
    """Run a command; it ends with 0, 1 or 2 and never with a traceback."""
    result = app.test_cli_runner().invoke(args=list(arguments), input=stdin)
    if result.exception is not None:
        assert isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code in (0, 1, 2)
    return result


def run_json(app: Flask, *arguments: str, stdin: bytes | None = None) -> Any:
    """Run a command with `--json`; its output is that document and nothing else."""
    return json.loads(run(app, *arguments, "--json", stdin=stdin).stdout)


def refused(app: Flask, *arguments: str, stdin: bytes | None = None) -> str:
    """Run a command that is refused; give its one line of reason."""
    result = run(app, *arguments, stdin=stdin)
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line
