"""Every hostile document ends in one plain sentence or a harmless text (S8)."""

import re
import tempfile
import time
from pathlib import Path

import pytest

from app.documents import read_document
from app.domain.errors import InputError
from tests.documents.hostile.corpus import CORPUS, Hostile

_MOST_GROWTH = 100_000_000
_LONGEST = 36.0
_SENTENCE = re.compile(r"[^\n<>{}]{15,400}\.", re.DOTALL)
_MARK = "harmless sentence"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give temporary files a folder of their own."""
    folder = tmp_path / "inner" / "temporary"
    folder.mkdir(parents=True)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.chdir(folder)
    return folder


class Peak:
    """The most memory that this process had since this was made."""

    def __init__(self) -> None:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        self._start = self._now("VmRSS")

    def growth(self) -> int:
        return self._now("VmHWM") - self._start

    def _now(self, name: str) -> int:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return int(re.search(rf"{name}:\s+(\d+)", status)[1]) * 1_000  # type: ignore[index]  # Linux writes it


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(CORPUS) >= 80
    assert len({hostile.name for hostile in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.name)
def test_a_hostile_document_does_no_harm(hostile: Hostile, temporary: Path) -> None:
    data = hostile.make()
    said = ""
    peak = Peak()
    start = time.monotonic()
    try:
        said = read_document(data, max_bytes=50_000_000).text
        refusal = None
    except InputError as error:
        refusal = error.message
    assert time.monotonic() - start <= _LONGEST
    assert peak.growth() <= _MOST_GROWTH
    assert [*temporary.rglob("*")] == []
    assert [*temporary.parent.parent.rglob("*")] == [temporary.parent, temporary]
    if refusal is not None:
        assert hostile.refusal is not None, refusal
        assert re.search(hostile.refusal, refusal), refusal
        assert _SENTENCE.fullmatch(refusal), refusal
    else:
        assert not hostile.refusal, said[:200]
        assert not re.search("[\0\u202e\u200b\ud800-\udfff]|root:|laugh laugh l", said)
