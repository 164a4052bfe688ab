import json
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app.services.delete_article import delete_article
from app.store.db import db
from app.store.models import Article
from app.store.writing import write_tx
from tests.cli.running import refused, run, run_json
from tests.factories import make_article, make_card, make_review
from tests.support.serving import Server

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@ON_SQLITE
def test_a_library_comes_back_from_its_copy(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    with write_tx(session):
        article = make_article(session, title="Rents")
        make_review(session, make_card(session, article.groups[0].claims[0]))
    copy = tmp_path / "copy.sqlite"
    said = {"file": str(copy), "bytes": run_json(app, "backup", str(copy))["bytes"]}
    assert said["bytes"] == copy.stat().st_size
    assert run_json(app, "backup", "--verify", str(copy)) == said
    with write_tx(session):
        delete_article(session, team_id=1, article_id=article.id)
    session.close()
    session.get_bind().engine.dispose()
    assert "is whole" in run(app, "backup", "--verify", str(copy)).stdout
    assert run_json(app, "restore", str(copy)) == said
    assert session.scalars(sa.select(Article.title)).all() == ["Rents"]
    assert run(app, "check").exit_code == 0


@ON_SQLITE
def test_what_is_refused_is_one_line(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    assert "no file" in refused(app, "backup", "--verify", str(copy))
    assert "no file" in refused(app, "restore", str(copy))
    assert run(app, "backup", str(copy)).exit_code == 0
    assert "nothing was overwritten" in refused(app, "backup", str(copy))
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)
    assert "is damaged" in refused(app, "backup", "--verify", str(copy))
    assert "is damaged" in refused(app, "restore", str(copy))
    copy.write_bytes(b"Rents fell by 4%.")
    assert "is no copy of a library" in refused(app, "restore", str(copy))
    assert run(app, "backup").exit_code == 2
    assert run(app, "restore").exit_code == 2


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_postgresql_is_copied_by_its_own_tools(app: Flask, tmp_path: Path) -> None:
    assert "pg_dump" in refused(app, "backup", str(tmp_path / "copy.sqlite"))
    assert "pg_restore" in refused(app, "restore", str(tmp_path / "copy.sqlite"))
    with app.app_context():
        db.engine.dispose()


def test_a_copy_is_made_while_serving_and_put_back_only_afterwards(
    start_server: Callable[..., Server], tmp_path: Path
) -> None:
    server = start_server()
    copy = tmp_path / "copy.sqlite"
    assert server.run_command("backup", str(copy)).returncode == 0
    result = server.run_command("restore", str(copy))
    assert result.returncode == 1
    assert result.stderr == (
        "The library is in use: end the server and its worker first. "
        "Nothing was changed.\n"
    )
    server.stop()
    assert server.run_command("restore", str(copy)).returncode == 0
    found = server.run_command("check", "--json")
    assert (found.returncode, json.loads(found.stdout)) == (0, {"findings": []})
    server.start()
    assert server.is_healthy()
