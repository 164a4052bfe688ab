"""The terminal: a command group per noun."""

from importlib import import_module

from flask import Flask

#: Modules that each hold a list `commands`.
COMMANDS: tuple[str, ...] = (
    "app.cli.backup",
    "app.cli.check",
    "app.cli.demo",
    "app.cli.export",
    "app.cli.import_",
    "app.cli.questions",
    "app.cli.read",
    "app.cli.retention",
    "app.cli.serve",
    "app.cli.tokens",
)


def init_app(app: Flask) -> None:
    """Give the app its commands."""
    for module in COMMANDS:
        for command in import_module(module).commands:
            app.cli.add_command(command)
