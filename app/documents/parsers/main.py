"""The child process: read one document from standard input and answer.

The answer is four fields with NUL bytes between them: what it is, title, address, text.
"""

import sys
from collections.abc import Callable

from app.documents.characters import folded
from app.documents.parsers import limits
from app.documents.parsers.pieces import Parsed
from app.documents.parsers.writing import write
from app.domain.errors import InputError

_LONGEST_TITLE = 500
_NAMES = {"html": "page", "pdf": "PDF", "docx": "Word document"}
_NO_TEXT = {
    "html": "No article was found in this page: it holds no running text.",
    "pdf": "The PDF holds no text, only pictures of it; run text recognition (OCR)"
    " over it first.",
    "docx": "The Word document holds no text.",
}


def main(kind: str) -> None:
    """Answer with the text of the document, or with the sentence why not."""
    limits.confine()
    parse = _parser(kind)
    data = sys.stdin.buffer.read()
    limits.seal(opens_nothing=kind == "pdf")
    answer = "\0".join(_answer(kind, parse, data))
    sys.stdout.buffer.write(answer.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _parser(kind: str) -> Callable[[bytes], Parsed]:
    """Load the parser of one kind; the others would cost half a second."""
    if kind == "html":
        from app.documents.parsers.html import parse_html

        return parse_html
    if kind == "docx":
        from app.documents.parsers.docx import parse_docx

        return parse_docx
    from app.documents.parsers.pdf import parse_pdf

    return parse_pdf


def _answer(
    kind: str, parse: Callable[[bytes], Parsed], data: bytes
) -> tuple[str, str, str, str]:
    name = _NAMES[kind]
    try:
        found = parse(data)
        text = write(found.pieces)
    except InputError as refusal:
        return _refusal(refusal.message)
    except MemoryError:
        return _refusal(f"The {name} needs more memory than one document may have.")
    except RecursionError:
        return _refusal(f"The {name} is nested too deeply to be read.")
    except Exception:
        return _refusal(f"The {name} is broken and cannot be read.")
    if not any(map(str.isalpha, text)):
        return _refusal(_NO_TEXT[kind])
    title = folded(found.title or "").replace("\n", " ")[:_LONGEST_TITLE].strip()
    return "text", title, found.url or "", text


def _refusal(sentence: str) -> tuple[str, str, str, str]:
    return "refusal", "", "", folded(sentence)
