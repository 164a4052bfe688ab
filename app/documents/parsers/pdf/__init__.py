"""Read a PDF: words by their places on the pages become headings and paragraphs."""

from app.documents.parsers.pdf.parse import parse_pdf

__all__ = ["parse_pdf"]
