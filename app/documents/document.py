"""Read a document of any kind into the text that its claims' spans count in."""

from dataclasses import dataclass

from app.documents.addresses import page_address
from app.documents.charsets import charset_of_page
from app.documents.child import parse_in_child
from app.documents.encoding import decode
from app.documents.kinds import binary_kind, starts_as_page, text_kind
from app.domain.article import DocumentKind
from app.domain.errors import InputError


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document's text.

    `title` is what the document itself says: a page's title, that in the properties of
    a PDF or Word document. `url` is the address it is known by: see `page_address`.
    """

    text: str
    kind: DocumentKind
    title: str | None = None
    url: str | None = None


def read_document(
    data: bytes,
    *,
    max_bytes: int,
    charset: str | None = None,
    url: str | None = None,
) -> DocumentText:
    """Return the text of a document, whose kind is told by its content.

    Plain text and Markdown come as they were decoded. Of a page, a PDF or a Word
    document it is the text that a parser wrote in a child process: `#` headings, `- `
    items, a blank line between paragraphs, composed (NFC) and without unseen
    characters. `url` is where it was fetched from, `charset` what HTTP said of its
    encoding. Raises InputError for what cannot be read, is hostile or holds more than
    `max_bytes`.
    """
    if len(data) > max_bytes:
        raise InputError(
            f"The document has {len(data):,} bytes; at most {max_bytes:,} are read."
        )
    kind = binary_kind(data)
    if kind is None:
        if charset is None and starts_as_page(data):
            charset = charset_of_page(data)
        text = decode(data, charset=charset)
        kind = text_kind(text)
        if kind is not DocumentKind.HTML:
            return DocumentText(text, kind, url=url)
        data = text.encode()
    found = parse_in_child(kind, data)
    address = page_address(url, found.url)
    return DocumentText(found.text, kind, found.title, address)
