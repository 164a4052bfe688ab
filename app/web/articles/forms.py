"""The form that takes a document: pasted, or as a file."""

from collections.abc import Mapping
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import TextAreaField

from app.domain.errors import InputError

_LONGEST_NAME = 200


class AddForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A text to read, pasted or in a file. The title is found in the text."""

    text = TextAreaField(
        "Text",
        description="A digest, an outline or prose; several digests at once are fine.",
        render_kw={"class": "tall", "spellcheck": "false"},
    )
    file = FileField(
        "Or a text file",
        description="Plain text or Markdown, told by its content.",
        render_kw={"accept": ".txt,.md,.markdown,text/plain,text/markdown"},
    )

    def values(self) -> Mapping[str, Any]:
        """Give `name` and `data` of the document; raise InputError for none or two."""
        pasted, upload = self.text.data or "", self.file.data
        if pasted.strip() and upload:
            raise InputError(
                "There is both a pasted text and a file: send one of them at a time."
            )
        if upload:
            return {"name": _printable(upload.filename), "data": upload.read()}
        if not pasted.strip():
            raise InputError("Paste a text, or choose a file.")
        # Browsers send every line end of a text field as CR LF.
        lines = pasted.replace("\r\n", "\n").replace("\r", "\n")
        return {"name": "Pasted text", "data": lines.encode("utf-8", "replace")}


def _printable(name: str | None) -> str:
    kept = "".join(char for char in name or "" if char.isprintable())
    return kept[:_LONGEST_NAME] or "Uploaded file"
