"""A server on loopback that stands for the internet, and one that must not be reached.

The first listens on 127.0.0.2, which its policy takes for public; the second, at the
same port of 127.0.0.1 and ::1, stands for a private machine.
"""

import contextlib
import gzip
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any
from urllib.parse import unquote

import pytest

from app.gateways.addresses import Address
from app.gateways.policy import WEB_PORTS, NetworkPolicy

PUBLIC = "127.0.0.2"


def _unknown(host: str, _port: int) -> list[Address]:
    raise OSError(f"{host} is not known to tests")


#: No name is known: what is fetched by chance fails at once.
OFFLINE = NetworkPolicy(resolve=_unknown)
#: Bytes that are the whole answer, or what is done with the connection.
Page = bytes | Callable[[socket.socket], None]


def answer(
    body: bytes | str,
    *,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    packed: bool = False,
    **headers: str,
) -> bytes:
    """Give a whole answer; `Content_Length=…` and the like name further headers."""
    data = body.encode() if isinstance(body, str) else body
    if packed:
        data = gzip.compress(data, mtime=0)
        headers["Content_Encoding"] = "gzip"
    fields = {"Content_Type": kind, "Content_Length": str(len(data)), **headers}
    lines = [f"HTTP/1.1 {status}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    return "\r\n".join([*lines, "", ""]).encode() + data


class Canary:
    """Listens where nobody may connect, and counts who did."""

    def __init__(self, port: int) -> None:
        self._listeners = [_listener(socket.AF_INET, "127.0.0.1", port)]
        with contextlib.suppress(OSError):  # not every machine has IPv6
            self._listeners.append(_listener(socket.AF_INET6, "::1", port))

    def connections(self) -> int:
        """Count the connections since this was last asked."""
        count = 0
        for listener in self._listeners:
            with contextlib.suppress(BlockingIOError):
                while True:
                    listener.accept()[0].close()
                    count += 1
        return count

    def close(self) -> None:
        for listener in self._listeners:
            listener.close()


@dataclass
class Internet:
    """Pages by their path, names with their addresses, and what was asked for."""

    port: int
    canary: Canary
    pages: dict[str, Page] = field(default_factory=dict)
    #: Names and their addresses: one list for each time that the name is asked for, of
    #: which the last one stays.
    names: dict[str, list[list[str]]] = field(default_factory=dict)
    requests: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.names["pages.test"] = [[PUBLIC]]

    def url(self, path: str, host: str = "pages.test") -> str:
        return f"http://{host}:{self.port}{path}"

    def resolve(self, host: str, port: int) -> list[Address]:
        """Answer for our names; read what is written as an address as systems do."""
        if turns := self.names.get(host):
            found = turns.pop(0) if len(turns) > 1 else turns[0]
            return [ip_address(it) for it in found]
        places = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST
        )
        return [ip_address(str(place[0])) for *_, place in places]

    def policy(self, **over: Any) -> NetworkPolicy:
        """Take our server for public, and its port for one of the web's."""
        ours: dict[str, Any] = {
            "resolve": self.resolve,
            "ports": WEB_PORTS | {self.port},
            "exceptions": {ip_address(PUBLIC)},
        }
        return NetworkPolicy(**ours | over)

    def serve(self, connection: socket.socket) -> None:
        """Answer one request: `/to?URL` leads on to that URL."""
        head = b""
        while b"\r\n\r\n" not in head:
            if not (more := connection.recv(65_536)):
                return
            head += more
        self.requests.append(head)
        target = head.split(b" ", 2)[1].decode()
        path, _, query = target.partition("?")
        if path == "/to":
            page: Page = answer("", status="302 Found", Location=unquote(query))
        else:
            missing = answer("Nothing here.", status="404 Not Found")
            page = self.pages.get(target, self.pages.get(path, missing))
        if callable(page):
            page(connection)
        else:
            connection.sendall(page)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@pytest.fixture
def internet() -> Iterator[Internet]:
    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with contextlib.suppress(OSError):  # whoever fetches may hang up
                made.serve(self.request)

    with _Server((PUBLIC, 0), Handler) as server:
        port = server.server_address[1]
        made = Internet(port, Canary(port))
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield made
        server.shutdown()
        thread.join()
        made.canary.close()


def _listener(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    listener.setblocking(False)
    return listener
