import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app.store.models import Article, Document
from tests.cli.running import run, run_json
from tests.cli.test_import import DIGEST
from tests.support.internet import Internet, answer

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def online(app: Flask, internet: Internet) -> Internet:
    app.config["NETWORK"] = internet.policy()
    internet.pages["/rents"] = answer(DIGEST, kind="text/plain")
    return internet


def test_an_address_is_fetched_and_its_page_imported_once(
    app: Flask, session: Session, online: Internet
) -> None:
    url = online.url("/rents")
    added = run_json(app, "import", url)
    assert (added["articles"], added["claims"], added["skipped"]) == (1, 4, [])
    assert session.scalars(sa.select(Article.url)).one() == url
    assert session.scalars(sa.select(Document.name)).one() == url
    assert run_json(app, "import", url.replace("http", "HTTP"))["articles"] == 0


def test_an_address_that_is_refused_is_skipped_and_the_rest_is_taken(
    app: Flask, online: Internet
) -> None:
    hostile = online.url("/", host="127.0.0.1")
    result = run(app, "import", hostile, online.url("/rents"))
    assert result.exit_code == 1
    assert result.stdout.startswith("Added 1 articles")
    said = f"The page at {hostile} could not be read: its server could not be reached."
    assert f"{hostile}: {said}" in result.stderr.splitlines()
    skipped = run_json(app, "import", hostile)["skipped"]
    assert skipped == [{"path": hostile, "reason": said}]
    assert online.canary.connections() == 0


def test_another_scheme_is_a_file_that_is_not_there(
    app: Flask, online: Internet
) -> None:
    (skipped,) = run_json(app, "import", "file:///etc/hostname")["skipped"]
    assert "No such file" in skipped["reason"]


def test_an_export_that_comes_from_the_network_is_not_taken_in(
    app: Flask, online: Internet
) -> None:
    # It would bring reviews and settings of anyone's making.
    export = '{"format":"prebrief","version":1}'
    online.pages["/export"] = answer(export, kind="text/plain")
    added = run_json(app, "import", online.url("/export"))
    assert "No claim was found" in added["skipped"][0]["reason"]
