"""What tests/conftest.py promises to every test."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import pytest_socket

ROOT = Path(__file__).parents[2]


def test_a_test_reaches_loopback() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
        with socket.create_connection(address, timeout=5) as connection:
            assert connection.getpeername() == address


@pytest.mark.filterwarnings("ignore:A test tried to use")
@pytest.mark.parametrize("address", ["192.0.2.1", "169.254.169.254", "10.0.0.1"])
def test_a_test_reaches_nothing_else(address: str) -> None:
    with (
        socket.socket() as connection,
        pytest.raises(pytest_socket.SocketConnectBlockedError),
    ):
        connection.connect((address, 80))


def test_settings_of_the_person_who_tests_are_not_used(tmp_path: Path) -> None:
    probe = tmp_path / "test_probe.py"
    probe.write_text(
        "import os\n\n"
        "def test_probe():\n"
        "    assert not [n for n in os.environ if n.startswith('PREBRIEF_')]\n"
    )
    assert run_pytest(probe, PREBRIEF_DATABASE_URL="sqlite:///mine").returncode == 0


@pytest.mark.parametrize(
    ("option", "outcome"), [([], "1 skipped"), (["--slow"], "1 passed")]
)
def test_a_slow_test_is_run_only_when_asked_for(
    tmp_path: Path, option: list[str], outcome: str
) -> None:
    probe = tmp_path / "test_probe.py"
    probe.write_text(
        "import pytest\n\n@pytest.mark.slow\ndef test_probe():\n    pass\n"
    )
    assert outcome in run_pytest(probe, *option).stdout


def run_pytest(
    path: Path, *options: str, **environment: str
) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    # The conftest of the suite, for a test that lies outside of it.
    command += ["--rootdir", str(ROOT), "-c", str(ROOT / "pyproject.toml")]
    return subprocess.run(
        [*command, "-p", "tests.conftest", *options, str(path)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
