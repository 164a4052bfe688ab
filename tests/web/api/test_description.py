"""Hold every call to its description, with what nobody thought of."""

import re
from collections import Counter

import pytest
import schemathesis
import sqlalchemy as sa
from flask import Flask
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema
from sqlalchemy.orm import Session

from app.store.models import Card
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

SEED = 20261124


@pytest.fixture
def library(session: Session) -> int:
    """Fill low ids, so that what is generated hits something; give the cards' count."""
    with write_tx(session):
        article = make_article(
            session,
            core_insight="Rents fall where offices stand empty.",
            groups=(("Rents fell by 4% in 2024.", "Banks lent $3bn."), ("It rained.",)),
        )
        claims = [claim for group in article.groups for claim in group.claims]
        cards = [
            make_card(session, it, choices=["a", "b"], answer="a") for it in claims
        ]
        make_review(session, cards[0])
        return len(cards)


def test_the_description_names_every_call(app: Flask) -> None:
    described = app.test_client().get("/api/openapi.json").get_json()
    found = {
        (method.upper(), path)
        for path, calls in described["paths"].items()
        for method in calls
        if method != "parameters"
    }
    routes = {
        (method, re.sub(r"<\w+:(\w+)>", r"{\1}", rule.rule))
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert found == routes
    assert described["security"] == [{"token": []}]


@pytest.mark.parametrize("examples", [15, pytest.param(500, marks=pytest.mark.slow)])
def test_every_call_keeps_to_its_description(
    app: Flask, library: int, write_token: str, session: Session, examples: int
) -> None:
    config = SchemathesisConfig.from_dict(
        {
            "seed": SEED,
            "continue-on-failure": True,
            "headers": {"Authorization": f"Bearer {write_token}"},
            "generation": {"mode": "all", "max-examples": examples, "database": "none"},
            # Schemathesis 4.32 sends this check's calls with an argument that an
            # in-process client does not take; test_callers.py tries every call.
            "checks": {"ignored_auth": {"enabled": False}},
            "operations": [
                {
                    "include-name": "POST /api/v1/articles",
                    # No schema says what can be read as an article.
                    "checks": {
                        "positive_data_acceptance": {
                            "expected-statuses": ["2xx", 400, 409]
                        }
                    },
                }
            ],
        }
    )
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", app, config=config)
    tried: Counter[str] = Counter()
    failures: list[str] = []
    for event in from_schema(schema).execute():
        assert not isinstance(event, events.FatalError), event.exception
        if isinstance(event, events.NonFatalError):
            failures.append(event.info.format(bold=str))
        if isinstance(event, events.ScenarioFinished):
            tried[event.recorder.label] += len(event.recorder.cases)
            failures += _failures(event)
    assert not failures, f"{len(failures)} failures\n" + "\n\n".join(failures[:20])
    assert sum(tried.values()) > 500, tried
    session.rollback()
    assert session.scalar(sa.select(sa.func.count()).select_from(Card)) == library


def _failures(event: events.ScenarioFinished) -> list[str]:
    """Say for each check that failed what was sent and what came back."""
    said = []
    for case_id, checks in event.recorder.checks.items():
        for check in checks:
            if check.status is Status.FAILURE and check.failure_info is not None:
                sent = event.recorder.cases[case_id].value
                answer = event.recorder.interactions[case_id].response
                said.append(
                    f"{check.name}: {check.failure_info.failure}\n"
                    f"  sent {sent.as_curl_command()}\n"
                    f"  got {answer.status_code if answer else None} "
                    f"{answer.content[:300] if answer else b''!r}"
                )
    return said
