"""The commands on documents of every kind."""

from pathlib import Path

import pytest
from flask import Flask

from app.domain.article import DocumentKind
from tests.cli.running import refused, run_json
from tests.support.documents import DOCUMENTS, FACTS, PRINTED, TEXT


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'library.sqlite'}"


@pytest.fixture(params=DOCUMENTS)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give a document under a name that tells nothing."""
    kind: DocumentKind = request.param
    path = tmp_path / "document"
    path.write_bytes(DOCUMENTS[kind])
    return path


def test_a_document_of_any_kind_is_read(app: Flask, file: Path) -> None:
    found = run_json(app, "read", str(file), "--with-text")
    assert found["text"] == TEXT
    (article,) = found["articles"]
    assert article["title"] == "Mills"
    (group,) = article["groups"]
    assert group["title"] == "Output"
    assert [claim["text"] for claim in group["claims"]] == list(FACTS)
    for claim in group["claims"]:
        assert found["text"][claim["start"] : claim["end"]] == claim["text"]


def test_a_document_comes_from_standard_input_too(app: Flask) -> None:
    found = run_json(app, "read", "-", "--with-text", stdin=PRINTED)
    assert found["text"] == TEXT


def test_a_broken_document_is_refused_with_one_sentence(
    app: Flask, tmp_path: Path
) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(PRINTED[:300])
    words = "The PDF is cut off or broken and cannot be read."
    assert refused(app, "read", str(path)) == words
