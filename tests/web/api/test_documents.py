import io

import pytest

from app.domain.article import DocumentKind
from tests.support.documents import DOCUMENTS, FACTS

from .conftest import Call


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_file_of_any_kind_becomes_an_article(call: Call, kind: DocumentKind) -> None:
    file = (io.BytesIO(DOCUMENTS[kind]), "document")
    added = call("POST", "articles", data={"file": file})
    assert added.status_code == 201, added.text
    (article_id,) = added.get_json()["articles"]
    article = call("GET", f"articles/{article_id}").get_json()
    assert article["title"] == "Mills"
    claims = [claim["text"] for group in article["groups"] for claim in group["claims"]]
    assert claims == [*FACTS]
