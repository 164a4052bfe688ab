import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.serving import Server

WARM_START_SECONDS = 2.0
LISTENING = "0A"
LOOPBACK_IN_PROC = "0100007F"


def test_a_server_stops_as_at_ctrl_c_and_leaves_no_process(
    start_server: Callable[..., Server],
) -> None:
    server = start_server()
    assert server.process is not None
    group = server.process.pid
    assert processes_of_group(group)
    assert server.stop() == 0
    assert not server.is_healthy()
    assert processes_of_group(group) == []


def test_a_killed_server_starts_again_on_the_same_library(
    start_server: Callable[..., Server],
) -> None:
    server = start_server()
    server.kill()
    assert not server.is_healthy()
    server.start()
    assert server.is_healthy()


@pytest.mark.alone
def test_a_second_start_takes_two_seconds_at_most(
    start_server: Callable[..., Server], is_timed: bool
) -> None:
    server = start_server()
    server.stop()
    seconds = server.start()
    assert seconds <= WARM_START_SECONDS or not is_timed


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="reads Linux's table")
def test_a_server_listens_on_loopback_only(start_server: Callable[..., Server]) -> None:
    server = start_server()
    assert listening_addresses(server.port) == {LOOPBACK_IN_PROC}


def test_two_servers_have_libraries_of_their_own(
    start_server: Callable[..., Server],
) -> None:
    first, second = start_server("first"), start_server("second")
    assert first.url != second.url
    assert first.instance.is_dir()
    assert second.instance.is_dir()


def processes_of_group(group: int) -> list[int]:
    """Return the processes of a group that still run; a zombie does not."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, number = stat.read_text().rpartition(") ")[2].split()[:3]
            if int(number) == group and state != "Z":
                found.append(int(stat.parent.name))
    return found


def listening_addresses(port: int) -> set[str]:
    """Return the addresses, in the kernel's hexadecimal, that listen on the port."""
    return {
        address
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
        for address, _, number in [line.split()[1].partition(":")]
        if int(number, 16) == port and line.split()[3] == LISTENING
    }
