"""One short article as every kind of document that is read."""

from app.domain.article import DocumentKind
from tests.support.pdf import Page, Text, column, pdf
from tests.support.word import document, paragraph

FACTS = (
    "The mill at Corran ground 9,000 tonnes of barley in 2024.",
    "Two plants in the north doubled their output to 9,000 tonnes in 2025.",
)
TEXT = f"# Mills\n\n## Output\n\n{FACTS[0]}\n\n{FACTS[1]}\n"
PAGE = (
    '<!doctype html><html><head><meta charset="utf-8"><title>Mills</title></head>'
    "<body><nav><a href='/'>Home</a></nav><article><h1>Mills</h1><h2>Output</h2>"
    f"<p>{FACTS[0]}</p><p>{FACTS[1]}</p></article></body></html>"
).encode()
PRINTED = pdf(
    Page(
        [
            Text(72, 780, "Mills", 20),
            Text(72, 750, "Output", 14),
            *column([FACTS[0], "", FACTS[1]], y=730),
        ]
    )
)
WRITTEN = document(
    paragraph("Mills", style="Title"),
    paragraph("Output", style="Heading1"),
    *map(paragraph, FACTS),
)
#: Each gives `TEXT`.
DOCUMENTS = {
    DocumentKind.HTML: PAGE,
    DocumentKind.PDF: PRINTED,
    DocumentKind.DOCX: WRITTEN,
}
