"""Addresses that must lead nowhere: none may reach the canary on loopback."""

import csv
import socket
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.errors import InputError
from app.gateways import policy
from app.gateways.addresses import Address
from app.gateways.fetch_page import fetch_page
from tests.support.internet import PUBLIC, Internet, answer

CORPUS = Path(__file__).with_name("hostile_urls.csv")
ESCAPES = {r"\r": "\r", r"\n": "\n", r"\t": "\t", r"\0": "\0"}
#: Of the corpus, so many lead to the canary once addresses are no longer checked (25
#: where there is IPv6, whose rows are four).
LEAST_REACHED = 21


@dataclass(frozen=True)
class Hostile:
    url: str
    outcome: str
    reason: str


def corpus() -> list[Hostile]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return [Hostile(**row) for row in csv.DictReader(file)]


def fill(url: str, internet: Internet) -> str:
    url = url.replace("{port}", str(internet.port))
    for written, meant in ESCAPES.items():
        url = url.replace(written, meant)
    return url


@pytest.fixture
def names(internet: Internet) -> None:
    loopback = [["127.0.0.1"]]
    internet.names |= {
        "localhost": loopback,
        "loopback.test": loopback,
        "loopback6.test": [["::1"]],
        "both.test": [[PUBLIC, "127.0.0.1"]],
        "rebind.test": [[PUBLIC], ["127.0.0.1"]],
        "metadata.google.internal": [["169.254.169.254"]],
    }


def refusal(url: str, internet: Internet) -> str:
    """Give the sentence with which an address is refused, without the address."""
    with pytest.raises(InputError) as refused:
        fetch_page(url, policy=internet.policy(), deadline_seconds=5)
    shown = "".join(char for char in url.strip() if char.isprintable())
    assert shown in refused.value.message
    return refused.value.message.replace(shown, "URL")


def test_the_corpus_is_large_and_says_why() -> None:
    rows = corpus()
    assert len({row.url for row in rows}) == len(rows) >= 40
    assert all(row.reason for row in rows)
    assert set(Counter(row.outcome for row in rows)) == {
        "unreachable",
        "address",
        "redirect",
    }


@pytest.mark.parametrize("hostile", corpus(), ids=lambda it: it.url)
def test_a_hostile_address_reaches_nothing_and_learns_nothing(
    internet: Internet, names: None, hostile: Hostile
) -> None:
    said = refusal(fill(hostile.url, internet), internet)
    assert internet.canary.connections() == 0
    if hostile.outcome == "address":
        assert said.startswith("“URL” is not the address of a page: ")
        assert internet.requests == []
    elif hostile.outcome == "redirect":
        assert said == (
            "The page at URL could not be read: it leads on to an address that is not "
            "read."
        )
    else:
        assert said == "The page at URL could not be read: " + (
            "its server could not be reached."
        )


def test_a_refused_address_sounds_like_a_server_that_is_not_there(
    internet: Internet, names: None
) -> None:
    with socket.socket() as unheard:
        unheard.bind((PUBLIC, 0))  # and nobody listens
        port = unheard.getsockname()[1]
        policy_ = internet.policy(ports={port})
        with pytest.raises(InputError) as refused:
            fetch_page(f"http://pages.test:{port}/", policy=policy_)
    closed = refused.value.message.replace(f"http://pages.test:{port}/", "URL")
    unknown = refusal("http://nowhere.test/", internet)
    denied = refusal(internet.url("/", host="127.0.0.1"), internet)
    assert closed == unknown == denied


def test_without_the_check_the_canary_is_reached(
    internet: Internet, names: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Prove that the corpus would find a hole."""
    denied: list[Address] = []

    def believe(address: Address) -> bool:
        # What is not on this machine is out of a test's reach.
        if not address.is_loopback:
            denied.append(address)
            return False
        return True

    monkeypatch.setattr(policy, "is_public", believe)
    reached = []
    for row in corpus():
        url = fill(row.url, internet)
        internet.names["rebind.test"] = [[PUBLIC], ["127.0.0.1"]]
        with pytest.raises(InputError):
            fetch_page(url, policy=internet.policy(), deadline_seconds=0.1)
        if internet.canary.connections():
            reached.append(row)
    assert denied
    assert {row.outcome for row in reached} == {"unreachable"}
    assert len(reached) >= LEAST_REACHED, [row.url for row in reached]


def test_a_name_is_asked_once_and_its_checked_address_is_connected_to(
    internet: Internet,
) -> None:
    internet.names["rebind.test"] = [[PUBLIC], ["127.0.0.1"]]
    internet.pages["/"] = answer("Hello.")
    page = fetch_page(internet.url("/", host="rebind.test"), policy=internet.policy())
    assert page.data == b"Hello."
    assert internet.canary.connections() == 0
    assert internet.names["rebind.test"] == [["127.0.0.1"]]


@pytest.mark.parametrize(
    "host", ["localhost", "127.1", "0x7f.1", "2130706433", "0177.1", "[::1]", "[::]"]
)
def test_the_systems_own_resolver_opens_no_way_in(
    internet: Internet, host: str
) -> None:
    ours = internet.policy(resolve=policy.resolve)
    with pytest.raises(InputError, match="its server could not be reached"):
        fetch_page(internet.url("/", host=host), policy=ours)
    assert internet.canary.connections() == 0


@pytest.mark.parametrize(
    "hostile", [it for it in corpus() if "{port}" not in it.url], ids=lambda it: it.url
)
def test_the_policy_of_the_app_refuses_too(hostile: Hostile) -> None:
    def unknown(host: str, port: int) -> list[Address]:
        return Internet.resolve(Internet(0, None), host, port)  # type: ignore[arg-type]  # no canary is asked

    with pytest.raises(InputError):
        fetch_page(hostile.url, policy=policy.NetworkPolicy(resolve=unknown))
