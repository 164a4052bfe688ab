"""Every block is looked at from both of its ends, and from beside them."""

from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest

from app.gateways.addresses import DENIED, is_public, parse_address

#: What `ipaddress.is_global` of Python 3.11.7 takes for public, and is not.
TAKEN_FOR_GLOBAL = (
    "224.0.0.1",
    "ff02::1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "::127.0.0.1",
    "192.88.99.1",
)
NOT_PUBLIC = (
    *TAKEN_FOR_GLOBAL,
    "0.0.0.1",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "168.63.129.16",
    "169.254.169.254",
    "172.31.255.255",
    "192.0.0.192",
    "192.168.0.1",
    "198.19.255.255",
    "239.255.255.250",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:8.8.8.8",
    "::ffff:0:8.8.8.8",
    "100::1",
    "2001::1",
    "2001:10::1",
    "2001:db8::1",
    "3fff:fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%lo",
    "2606:4700::1111%lo",
    "fec0::1",
)
PUBLIC = (
    "1.1.1.1",
    "8.8.8.8",
    "100.63.255.255",
    "100.128.0.0",
    "168.63.129.17",
    "172.15.255.255",
    "172.32.0.0",
    "192.88.98.255",
    "198.17.255.255",
    "223.255.255.255",
    "2001:200::1",
    "2001:4860:4860::8888",
    "2003::1",
    "2606:4700::1111",
    "2a00:1450::1",
)


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_what_is_not_the_public_internet_is_denied(text: str) -> None:
    assert not is_public(parse_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_what_anyone_may_reach_is_public(text: str) -> None:
    assert is_public(parse_address(text))


@pytest.mark.parametrize("block", [block for block, _ in DENIED])
def test_a_denied_block_is_denied_from_its_first_to_its_last_address(
    block: str,
) -> None:
    network = ip_network(block)
    assert not is_public(network.network_address)
    assert not is_public(network.broadcast_address)


def test_no_block_is_denied_twice() -> None:
    networks = [ip_network(block) for block, _ in DENIED]
    for one in networks:
        others = [it for it in networks if it.version == one.version and it != one]
        assert not [it for it in others if one.overlaps(it)]
    assert len({block for block, _ in DENIED}) == len(DENIED)


def test_nothing_outside_of_the_routed_block_of_ipv6_is_public() -> None:
    for first in range(0, 0x10000, 0x1000):
        address = IPv6Address((first << 112) | 0x1234)
        assert is_public(address) is False or first in (0x2000, 0x3000)


@pytest.mark.parametrize("text", ["", "127.1", "localhost", "1.2.3.4/8", "[::1]"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="address"):
        parse_address(text)


def test_an_address_is_what_it_says() -> None:
    assert parse_address("1.1.1.1") == IPv4Address("1.1.1.1")
    assert parse_address("::1") == IPv6Address("::1")
