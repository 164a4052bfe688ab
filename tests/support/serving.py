"""Serve a library in a process of its own, as a person would, on loopback."""

import contextlib
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
START_SECONDS = 60  # the first start writes the cards of the samples
STOP_SECONDS = 10


@dataclass
class Server:
    """A server over an instance folder; it can be killed and started again."""

    instance: Path
    port: int
    with_samples: bool = False
    settings: dict[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.instance / "server.log"

    @property
    def environment(self) -> dict[str, str]:
        """What the server, and a command beside it, run with."""
        return {
            **os.environ,
            "PREBRIEF_INSTANCE": str(self.instance),
            "PYTHONUNBUFFERED": "1",
            **{f"PREBRIEF_{name}": value for name, value in self.settings.items()},
        }

    def start(self) -> float:
        """Start, wait until /healthz answers, and return the seconds that took."""
        self.instance.mkdir(parents=True, exist_ok=True)
        command = [*flask_command(), "serve", "--port", str(self.port)]
        if not self.with_samples:
            command.append("--no-samples")
        begun = time.monotonic()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        while not self.is_healthy():
            seconds = time.monotonic() - begun
            if self.process.poll() is not None or seconds > START_SECONDS:
                self.kill()
                pytest.fail(f"The server did not start:\n{self.log.read_text()}")
            time.sleep(0.02)
        return time.monotonic() - begun

    def is_healthy(self) -> bool:
        """Tell whether /healthz answers 200."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as response:  # noqa: S310 - loopback
                return bool(response.status == 200)
        except OSError:  # refused, reset, late, or an error status
            return False

    def stop(self) -> int:
        """Ask the server to end, as Ctrl-C does, and return its exit status."""
        if self.process is None:
            return 0
        self.signal_group(signal.SIGINT)
        try:
            status = self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            pytest.fail(f"The server did not end:\n{self.log.read_text()}")
        # Whatever it started and forgot is in its group still.
        self.signal_group(signal.SIGKILL)
        self.process = None
        return status

    def kill(self) -> None:
        """Kill the whole process group, as a power cut would."""
        if self.process is not None:
            self.signal_group(signal.SIGKILL)
            self.process.wait(STOP_SECONDS)
            self.process = None

    def signal_group(self, number: signal.Signals) -> None:
        """Send a signal to the server and to all that it started."""
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)

    def run_command(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a command of the contract over this instance, beside the server."""
        return subprocess.run(
            [*flask_command(), *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )


def flask_command() -> list[str]:
    """Return the start of every command line of ours."""
    return [sys.executable, "-m", "flask", "--app", "wsgi"]


def free_port() -> int:
    """Return a loopback port that nobody listens on at the moment."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextlib.contextmanager
def serving(
    instance: Path, *, with_samples: bool = False, **settings: str
) -> Iterator[Server]:
    """Serve an instance folder; settings are PREBRIEF_* names without the prefix."""
    server = Server(instance, free_port(), with_samples, settings)
    server.start()
    try:
        yield server
    finally:
        server.kill()


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Start servers that end with the test: `start_server(with_samples=True, …)`."""
    with contextlib.ExitStack() as servers:

        def start(
            name: str = "instance", *, with_samples: bool = False, **settings: str
        ) -> Server:
            return servers.enter_context(
                serving(tmp_path / name, with_samples=with_samples, **settings)
            )

        yield start


@pytest.fixture(scope="session")
def sample_instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An instance folder with the samples, to be copied: made once for all workers."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    made = base / "sample-instance"
    with (base / "sample-instance.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            making = base / "sample-instance-in-the-making"
            with serving(making, with_samples=True) as server:
                server.stop()
            making.rename(made)
    return made


@pytest.fixture(scope="module")
def sample_server(
    sample_instance: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """One server with the samples for a file of tests; they share what they change."""
    instance = tmp_path_factory.mktemp("sample") / "instance"
    shutil.copytree(sample_instance, instance)
    with serving(instance, with_samples=True) as server:
        yield server
