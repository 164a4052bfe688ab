"""Start the servers that are measured, and talk to them over one connection each."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).parents[1]


@dataclass
class Client:
    """A kept-alive connection with its cookie and form token."""

    process: "subprocess.Popen[str]"
    connection: HTTPConnection
    cookie: str = ""
    token: str = ""

    def get(self, path: str) -> str:
        """Ask for a page and check that it came."""
        return self._send("GET", path, None, {}, 200)

    def post(self, path: str, fields: Mapping[str, object]) -> str:
        """Post a form as the page's script does, and check that it was taken."""
        body = urlencode({"csrf_token": self.token, **fields})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/json",
        }
        return self._send("POST", path, body, headers, 200)

    def sign_in(self) -> None:
        """Take the cookie and the token of the study page."""
        self.connection.request("GET", "/study")
        response = self.connection.getresponse()
        page = response.read().decode()
        self.cookie = (response.getheader("Set-Cookie") or "").split(";")[0]
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
        assert found, page[:500]
        self.token = found.group(1)

    def rss_mib(self) -> float:
        """Give the resident memory of the server process."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found
        return int(found.group(1)) / 1024

    def _send(
        self,
        method: str,
        path: str,
        body: str | None,
        headers: Mapping[str, str],
        wanted: int,
    ) -> str:
        sent = {"Cookie": self.cookie, **headers}
        try:
            self.connection.request(method, path, body, sent)
            response = self.connection.getresponse()
        except (ConnectionError, HTTPException):
            # The server ends a connection that was idle while the others had their
            # turn. Sending an answer again stores it once.
            self.connection.close()
            self.connection.request(method, path, body, sent)
            response = self.connection.getresponse()
        text = response.read().decode()
        assert response.status == wanted, (path, response.status, text[:500])
        return text


@contextmanager
def bare_server() -> Iterator[Client]:
    """Serve the bare page."""
    with _running([sys.executable, "-m", "bench.bare"], {}) as client:
        yield client


@contextmanager
def our_server(database: Path, instance: Path) -> Iterator[Client]:
    """Serve a filled library the way `dev.py run` does, without a worker."""
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "serve"]
    settings = {
        "PREBRIEF_INSTANCE": str(instance),
        "PREBRIEF_DATABASE_URL": f"sqlite:///{database}",
    }
    options = ["--port", "0", "--no-samples", "--no-worker"]
    with _running([*command, *options], settings) as client:
        client.sign_in()
        yield client


@contextmanager
def _running(command: list[str], settings: Mapping[str, str]) -> Iterator[Client]:
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1", **settings},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                break
        else:
            raise RuntimeError(f"{command} ended before it served")
        yield Client(process, HTTPConnection("127.0.0.1", int(found.group(1))))
    finally:
        process.terminate()
        process.wait(20)
