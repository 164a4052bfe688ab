"""Tell the addresses of the public internet from all others. Pure."""

from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Address = IPv4Address | IPv6Address

#: Blocks that are not the public internet, or lead somewhere else from it: the special-
#: purpose registries of IANA (RFC 6890), and what cloud hosts keep for themselves.
#: `ipaddress.is_global` of Python 3.11 lets several of them pass.
DENIED: tuple[tuple[str, str], ...] = (
    ("0.0.0.0/8", "this network, RFC 791"),
    ("10.0.0.0/8", "private use, RFC 1918"),
    ("100.64.0.0/10", "carriers' shared space, RFC 6598"),
    ("127.0.0.0/8", "loopback, RFC 1122"),
    ("168.63.129.16/32", "the host of a virtual machine at Azure"),
    ("169.254.0.0/16", "link-local, where clouds serve metadata, RFC 3927"),
    ("172.16.0.0/12", "private use, RFC 1918"),
    ("192.0.0.0/24", "protocol assignments, RFC 6890"),
    ("192.0.2.0/24", "documentation, RFC 5737"),
    ("192.31.196.0/24", "AS112, RFC 7535"),
    ("192.52.193.0/24", "multicast tunnels, RFC 7450"),
    ("192.88.99.0/24", "6to4 relays, RFC 7526"),
    ("192.168.0.0/16", "private use, RFC 1918"),
    ("192.175.48.0/24", "AS112, RFC 7534"),
    ("198.18.0.0/15", "benchmarks, RFC 2544"),
    ("198.51.100.0/24", "documentation, RFC 5737"),
    ("203.0.113.0/24", "documentation, RFC 5737"),
    ("224.0.0.0/4", "multicast, RFC 5771"),
    ("240.0.0.0/4", "reserved and broadcast, RFC 1112"),
    ("2001::/23", "Teredo and other protocol assignments, RFC 2928"),
    ("2001:db8::/32", "documentation, RFC 3849"),
    ("2002::/16", "6to4, which carries an IPv4 address, RFC 3056"),
    ("2620:4f:8000::/48", "AS112, RFC 7534"),
    ("3fff::/20", "documentation, RFC 9637"),
)

#: The only block of IPv6 that is routed publicly (RFC 4291). Outside of it lie
#: loopback, mapped and compatible IPv4, NAT64 (64:ff9b::/96, 64:ff9b:1::/48), unique
#: local, link-local, site-local and multicast addresses.
_PUBLIC_IPV6 = IPv6Network("2000::/3")

_DENIED_NETWORKS: tuple[IPv4Network | IPv6Network, ...] = tuple(
    ip_network(block) for block, _ in DENIED
)


def parse_address(text: str) -> Address:
    """Give the address that is written here; raise ValueError for anything else."""
    return ip_address(text)


def is_public(address: Address) -> bool:
    """Say whether anyone may reach this address: it is denied where there is doubt."""
    if isinstance(address, IPv6Address) and (
        address.scope_id is not None or address not in _PUBLIC_IPV6
    ):
        return False
    return not any(address in network for network in _DENIED_NETWORKS)
