"""What holds for every test: loopback only, seeded, and no hidden context."""

import os
from collections.abc import Iterator

import hypothesis
import pytest
import pytest_socket

import dev
from tests.support.turns import take_turn

pytest_plugins = [
    "tests.support.browser",
    "tests.support.internet",
    "tests.support.library",
    "tests.support.postgres",
    "tests.support.serving",
]

MARKER_OF_FIXTURE = {
    "chromium": "browser",
    "postgres_server": "postgres",
}

hypothesis.settings.register_profile(
    "prebrief",
    derandomize=True,  # the same examples in every run: a failure can be repeated
    deadline=None,  # two cores are shared; slowness is measured in bench/
)
hypothesis.settings.load_profile("prebrief")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run the slow tests too")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "alone: measures time; no other test beside it")
    for name in [name for name in os.environ if name.startswith("PREBRIEF_")]:
        del os.environ[name]  # a developer's own settings are not the tests'


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    skip_slow = pytest.mark.skip(reason="slow: only with --slow")
    skip_browser = pytest.mark.skip(reason="no Chromium: see `python3 dev.py test`")
    without_browser = dev.find_browser() is None and not dev.browser_is_required()
    for item in items:
        for fixture, marker in MARKER_OF_FIXTURE.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(marker)
        if item.get_closest_marker("slow") and not config.getoption("--slow"):
            item.add_marker(skip_slow)
        if item.get_closest_marker("browser") and without_browser:
            item.add_marker(skip_browser)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    with take_turn(alone=item.get_closest_marker("alone") is not None):
        return (yield)


@pytest.hookimpl(trylast=True)
def pytest_runtest_setup() -> None:
    pytest_socket.socket_allow_hosts(
        ["127.0.0.0/8", "::1", "localhost"], allow_unix_socket=True
    )


@pytest.fixture
def is_timed(request: pytest.FixtureRequest) -> bool:
    """Say whether bounds on time are held: with --slow, on a machine that is idle.

    CI's machines are shared and noisy; there the work is checked, not its pace.
    """
    return bool(request.config.getoption("--slow"))


@pytest.fixture
def _push_request_context() -> None:
    """Undo pytest-flask's: one context for a whole test hides a missing commit."""
