"""Judge the title that a file's properties give."""

import re

from app.documents.characters import folded

_LONGEST = 300
# What programs write when nobody gave a title.
_MADE = re.compile(
    r"untitled.{0,20}|microsoft (?:word|powerpoint)\b.{0,200}|word document"
    r"|document ?\d*|(?:no |new )?title|无标题|未命名|文档 ?\d*"
    r"|.{0,200}\.(?:docx?|pdf|indd|tex|dvi|qxp|odt|rtf|txt|html?)",
    re.IGNORECASE,
)


def sensible_title(title: str | None) -> str | None:
    """Return a title that a person gave; None for a file's name and the like."""
    words = folded(title or "").replace("\n", " ")[:_LONGEST].strip()
    if not any(map(str.isalpha, words)) or _MADE.fullmatch(words):
        return None
    return words
