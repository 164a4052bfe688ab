"""The form that takes a document: pasted, as a file, or by its address."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import Field, TextAreaField, URLField

from app.domain.errors import InputError
from app.web.articles.adding import Received

_LONGEST_NAME = 200
_WHAT = {"text": "a pasted text", "file": "a file", "url": "an address"}


class AddForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A text to read, pasted, in a file or on a page. The title is found in it."""

    text = TextAreaField(
        "Text",
        description="A digest, an outline or prose; several digests at once are fine.",
        render_kw={"class": "tall", "spellcheck": "false"},
    )
    file = FileField(
        "Or a file",
        description="Text, Markdown, a web page, PDF or Word, told by its content.",
        render_kw={"accept": ".txt,.md,.markdown,.html,.htm,.pdf,.docx,text/plain"},
    )
    url = URLField(
        "Or the address of a page",
        description="It is fetched once, now, without cookies or a login.",
        render_kw={"autocomplete": "off", "spellcheck": "false", "inputmode": "url"},
    )

    def given(self) -> Field:
        """Give the one field that is filled; raise InputError for none or several."""
        filled = [it for it in (self.text, self.file, self.url) if _is_filled(it)]
        if not filled:
            raise InputError(
                "Paste a text, choose a file, or give the address of a page."
            )
        if len(filled) > 1:
            both = " and ".join(_WHAT[it.short_name] for it in filled[:2])
            raise InputError(f"There are both {both}: send one of them at a time.")
        return filled[0]

    def address(self) -> str | None:
        """Give the address of the page to fetch, if that is what was given."""
        url: str = self.url.data or ""
        return url.strip() if self.given() is self.url else None

    def received(self) -> Received:
        """Give the document that was sent; raise InputError for none or several."""
        if self.given() is self.file:
            upload = self.file.data
            return Received(_printable(upload.filename), upload.read())
        # Browsers send every line end of a text field as CR LF.
        lines = (self.text.data or "").replace("\r\n", "\n").replace("\r", "\n")
        return Received("Pasted text", lines.encode("utf-8", "replace"))


def _is_filled(field: Field) -> bool:
    data = field.data
    return bool(data.strip()) if isinstance(data, str) else bool(data)


def _printable(name: str | None) -> str:
    kept = "".join(char for char in name or "" if char.isprintable())
    return kept[:_LONGEST_NAME] or "Uploaded file"
