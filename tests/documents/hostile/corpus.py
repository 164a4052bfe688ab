"""Documents made to harm who reads them, each with the harm it has in mind."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.documents.hostile import files, pages, pdfs, words


@dataclass(frozen=True)
class Hostile:
    """A document, what it tries, and the words of its refusal.

    Without words it is to be read: what is hostile in it must do nothing.
    """

    name: str
    tries: str
    make: Callable[[], bytes]
    refusal: str | None


CORPUS = [
    Hostile(name, tries, make, refusal)
    for maker in (words, pdfs, pages, files)
    for name, tries, make, refusal in maker.DOCUMENTS
]
