"""Say where a fetch may connect to."""

import socket
import ssl
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from app.gateways.addresses import Address, is_public, parse_address

#: Gives the addresses of a host name, or raises OSError or ValueError.
Resolver = Callable[[str, int], Iterable[Address]]

WEB_PORTS = frozenset({80, 443})


def resolve(host: str, port: int) -> list[Address]:
    """Ask the system for the addresses of a name, which may be a written address.

    Raises OSError or ValueError where there is none. May take longer than any deadline.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [parse_address(str(place[0])) for *_, place in found]


@dataclass(frozen=True, slots=True)
class NetworkPolicy:
    """What may be connected to: public addresses, at the ports of the web.

    The arguments are for tests, whose internet is a server of their own.
    """

    resolve: Resolver = resolve
    ports: Collection[int] = WEB_PORTS
    #: Addresses that are allowed although they are not public.
    exceptions: Collection[Address] = ()
    #: What certificates are checked with; by default, by the usual authorities.
    ssl_context: ssl.SSLContext | None = None

    def allows(self, address: Address, port: int) -> bool:
        """Say whether a connection to this address and port may be opened."""
        if port not in self.ports:
            return False
        return address in self.exceptions or is_public(address)
