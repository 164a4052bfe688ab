"""Connect only to addresses that were checked, and never beyond a deadline.

The address that is checked is the one that is connected to: a name that answers anew,
with another address, is not asked again.
"""

import ssl
import threading
import time
from collections.abc import Iterable
from concurrent.futures import Future
from typing import Any

import httpcore

from app.gateways.addresses import Address
from app.gateways.policy import NetworkPolicy

#: Of a name's addresses, so many are tried.
_MOST_TRIES = 4


class Deadline:
    """A moment, some seconds from now, by which all must be done."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._ends_at = time.monotonic() + seconds

    def left(
        self, late: type[httpcore.TimeoutException], most: float | None = None
    ) -> float:
        """Give the seconds left, at most `most`; raise `late` where none are."""
        seconds = self._ends_at - time.monotonic()
        if seconds <= 0:
            raise late("The deadline has passed.")
        return seconds if most is None else min(seconds, most)


class UntrustedError(httpcore.ConnectError):
    """A connection that was allowed cannot be encrypted in a way to be trusted."""


class GuardedNetwork(httpcore.NetworkBackend):
    """Opens connections as a policy allows.

    What is not allowed fails with the error of a server that is not there, so that
    nobody learns of our network by asking for pages.
    """

    def __init__(self, policy: NetworkPolicy, deadline: Deadline) -> None:
        self._policy, self._deadline = policy, deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to one of a host's addresses; refuse if any of them is denied."""
        addresses = list(dict.fromkeys(self._resolve(host, port)))
        if not all(self._policy.allows(address, port) for address in addresses):
            raise httpcore.ConnectError("No connection.")
        tried = addresses[:_MOST_TRIES]
        for number, address in enumerate(tried):
            left = self._deadline.left(httpcore.ConnectTimeout, timeout)
            try:
                stream = self._sockets.connect_tcp(
                    str(address),
                    port,
                    # An address that stays silent leaves time for those behind it.
                    timeout=left / (len(tried) - number),
                    local_address=local_address,
                    socket_options=socket_options,
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return _TimedStream(stream, self._deadline)
        raise httpcore.ConnectError("No connection.")

    def _resolve(self, host: str, port: int) -> list[Address]:
        """Ask for a host's addresses in a thread: the system's answer may hang."""
        answer: Future[list[Address]] = Future()

        def ask() -> None:
            try:
                answer.set_result(list(self._policy.resolve(host, port)))
            except Exception as error:  # it is raised where the answer is awaited
                answer.set_exception(error)

        threading.Thread(target=ask, name="resolver", daemon=True).start()
        try:
            return answer.result(self._deadline.left(httpcore.ConnectTimeout))
        except (OSError, ValueError) as error:
            raise httpcore.ConnectError("No connection.") from error


class _TimedStream(httpcore.NetworkStream):
    """A connection each of whose operations ends by the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = self._deadline.left(httpcore.ReadTimeout, timeout)
        return self._stream.read(max_bytes, left)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left(httpcore.WriteTimeout, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._deadline.left(httpcore.ConnectTimeout, timeout)
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, left)
        except httpcore.ConnectError as error:
            raise UntrustedError("No encryption.") from error
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
