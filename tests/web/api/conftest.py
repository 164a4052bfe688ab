from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.services.tokens import issue_token
from app.store.models import Person
from app.store.writing import write_tx
from tests.factories import own_team
from tests.support.library import NOW

Call = Callable[..., TestResponse]


@pytest.fixture
def write_token(session: Session, person: Person) -> str:
    return _token(session, person, may_write=True)


@pytest.fixture
def read_token(session: Session, person: Person) -> str:
    return _token(session, person, may_write=False)


@pytest.fixture
def call(app: Flask, write_token: str) -> Call:
    """Call the API as a client that may write: `call("GET", "cards")`."""

    def call(method: str, path: str, **over: Any) -> TestResponse:
        headers = {"Authorization": f"Bearer {write_token}"}
        client = app.test_client(use_cookies=False)
        return client.open(
            f"/api/v1/{path}",
            method=method,
            headers=headers | over.pop("headers", {}),
            **over,
        )

    return call


def _token(session: Session, person: Person, *, may_write: bool) -> str:
    with write_tx(session):
        return issue_token(
            session,
            person_id=person.id,
            team_id=own_team(session),
            name="test",
            may_write=may_write,
            now=NOW,
        )
