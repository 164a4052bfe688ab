"""Documents of every kind, sent by the page and by the API."""

import io

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from app.domain.article import DocumentKind
from app.store.models import Article, Claim, Document
from tests.support.documents import DOCUMENTS, FACTS, PRINTED, TEXT
from tests.support.pages import post


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_an_uploaded_document_becomes_an_article(
    client: FlaskClient, session: Session, kind: DocumentKind
) -> None:
    upload = (io.BytesIO(DOCUMENTS[kind]), "document.txt")
    assert post(client, "/articles", {"file": upload}).status_code == 303
    document = session.scalars(sa.select(Document)).one()
    assert (document.kind, document.text) == (kind, TEXT)
    assert session.scalars(sa.select(Article.title)).one() == "Mills"
    assert session.scalars(sa.select(Claim.text).order_by(Claim.id)).all() == [*FACTS]


def test_a_hostile_document_is_refused_with_its_sentence(
    client: FlaskClient, session: Session
) -> None:
    upload = (io.BytesIO(PRINTED[:300]), "document.pdf")
    answer = post(client, "/articles", {"file": upload})
    assert answer.status_code == 400
    assert "The PDF is cut off or broken and cannot be read." in answer.text
    assert session.scalars(sa.select(Document)).all() == []
