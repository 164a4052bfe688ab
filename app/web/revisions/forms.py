"""The form that brings a document again, once the person has seen what it changes."""

import binascii
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField

from app.domain.errors import InputError
from app.web.articles.adding import Received
from app.web.ids import MOST_ID
from app.web.revisions.showing import Preview

_STALE = "This page is too old or damaged: import the document again."


class TakeForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A document as it was received: nothing of it is stored before the yes."""

    #: Its bytes in Base64: a text field would not keep line ends, nor a PDF.
    data = HiddenField()
    name = HiddenField()
    url = HiddenField()
    charset = HiddenField()
    #: The article that the person named, if any.
    article_id = HiddenField()
    #: The revisions that were looked at, such as `3:1,7:2`.
    seen = HiddenField()

    @classmethod
    def of(
        cls, document: Received, previews: Sequence[Preview], article_id: int | None
    ) -> "TakeForm":
        """Make the form that brings this document again."""
        return cls(
            formdata=None,
            data={
                "data": b64encode(document.data).decode(),
                "name": document.name,
                "url": document.url or "",
                "charset": document.charset or "",
                "article_id": str(article_id or ""),
                "seen": ",".join(
                    f"{it.article.id}:{it.article.revision}" for it in previews
                ),
            },
        )

    def received(self) -> Received:
        """Give the document; raise InputError for what no page of ours sends."""
        try:
            data = b64decode(self.data.data or "", validate=True)
        except (binascii.Error, ValueError) as error:
            raise InputError(_STALE) from error
        return Received(
            self.name.data or "Pasted text",
            data,
            self.url.data or None,
            self.charset.data or None,
        )

    def values(self) -> Mapping[str, Any]:
        """Give what `add_document` takes beside the document."""
        return {
            "revise": True,
            "article_id": _number(self.article_id.data)
            if self.article_id.data
            else None,
            "seen": dict(map(_pair, filter(None, (self.seen.data or "").split(",")))),
        }


def _pair(text: str) -> tuple[int, int]:
    article, _, revision = text.partition(":")
    return _number(article), _number(revision)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:12]) <= MOST_ID):
        raise InputError(_STALE)
    return int(text)
