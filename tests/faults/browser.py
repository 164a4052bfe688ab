"""A browser with the study page open, as far as HTTP sees it."""

import http.client
import re
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import uuid4

from tests.support.serving import Server

GOOD = 3
PATIENCE_SECONDS = 30

Fields = dict[str, str]


@dataclass(frozen=True)
class Outcome:
    """What became of an answer."""

    status: int
    retry_after: str | None


@dataclass(frozen=True)
class Browser:
    """The cookie and the form token of a session."""

    port: int
    cookie: str
    token: str

    def answer(self, fields: Fields) -> Outcome:
        """Send an answer as the page's script does."""
        body = urlencode({"csrf_token": self.token, **fields})
        headers = {
            "Cookie": self.cookie,
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection = connect(self.port)
        connection.request("POST", "/study/answer", body, headers)
        response = connection.getresponse()
        response.read()
        connection.close()
        return Outcome(response.status, response.getheader("Retry-After"))

    def get(self, path: str) -> int:
        """Ask for a page; give the status."""
        connection = connect(self.port)
        connection.request("GET", path, headers={"Cookie": self.cookie})
        response = connection.getresponse()
        response.read()
        connection.close()
        return response.status


def connect(port: int) -> http.client.HTTPConnection:
    """Give a connection of one's own."""
    return http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)


def open_browser(server: Server) -> Browser:
    """Open the study page."""
    connection = connect(server.port)
    connection.request("GET", "/study")
    response = connection.getresponse()
    html = response.read().decode()
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', html)
    assert token is not None
    cookie = (response.getheader("Set-Cookie") or "").partition(";")[0]
    connection.close()
    return Browser(server.port, cookie, token.group(1))


def new_answer(card_id: int, rating: int = GOOD) -> Fields:
    """Fill the form that grades a card, under an id of its own."""
    return {"review_id": str(uuid4()), "card_id": str(card_id), "rating": str(rating)}
