"""How the gold results of the corpus are written down."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """A claim as it should be read.

    `quoted` is the exact source text under its span, `text` where absent. The span is
    the first place of `quoted` behind the claim before it.
    """

    text: str
    citations: tuple[int, ...] = ()
    quoted: str | None = None
    language: str = "en"


@dataclass(frozen=True)
class Part:
    number: int | None
    title: str
    claims: tuple[Said, ...]


@dataclass(frozen=True)
class Gold:
    title: str
    core: Said | None
    parts: tuple[Part, ...]
    language: str = "en"


@dataclass(frozen=True)
class Document:
    """A text, the articles in it, and a word from each warning it should raise."""

    name: str
    text: str
    articles: tuple[Gold, ...]
    warnings: tuple[str, ...] = ()


def said(text: str, *citations: int, quoted: str | None = None) -> Said:
    """Write down an English claim; a full stop alone may follow its span."""
    return Said(text, citations, quoted)


def zh(text: str, *citations: int, quoted: str | None = None) -> Said:
    """Write down a Chinese claim."""
    return Said(text, citations, quoted, "zh")


def part(number: int | None, title: str, *claims: Said) -> Part:
    """Write down a group."""
    return Part(number, title, claims)
