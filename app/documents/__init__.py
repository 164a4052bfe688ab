"""Turn the bytes of a document into text, or refuse them with a sentence."""

from app.documents.document import DocumentText, read_document
from app.documents.encoding import decode

__all__ = ["DocumentText", "decode", "read_document"]
