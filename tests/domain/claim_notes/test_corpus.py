"""Notes over corpora: every planted fault is found, no sound claim gets a note."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from app.domain.article import Article, Claim
from app.domain.claim_notes import notes_for
from app.domain.claim_notes.dates import date_notes
from app.domain.reading import read_text
from tests.domain.claim_notes.planted import FAULTS, MISSED, UNSEEN
from tests.domain.claim_notes.sound import CHINESE, ENGLISH

ROOT = Path(__file__).resolve().parents[3]
GOLD = sorted(path.stem for path in ROOT.glob("tests/domain/reading/corpus_*.py"))
SAMPLES = sorted(
    path
    for folder in (
        "seeds",
        "tests/domain/writing/digests",
        "tests/domain/reading/prose",
    )
    for path in (ROOT / folder).glob("*.*")
    if path.suffix in {".txt", ".md"} and path.name != "SOURCES.md"
)
#: The one claim of the gold documents whose date does hang in the air.
UNDATED = '"It changed cities," said one owner in the U.S. last year.'


def all_notes(text: str, language: str) -> list[str]:
    return [*notes_for(text, language), *date_notes(text, language)]


@pytest.mark.parametrize(("language", "kind", "claim", "part"), [*FAULTS, *UNSEEN])
def test_a_planted_fault_gets_its_one_note(
    language: str, kind: str, claim: str, part: str
) -> None:
    (note,) = all_notes(claim, language)
    assert part in note
    assert note.endswith(".")


@pytest.mark.parametrize("claim", ENGLISH)
def test_a_sound_claim_gets_no_note(claim: str) -> None:
    assert all_notes(claim, "en") == []


@pytest.mark.parametrize("claim", CHINESE)
def test_a_sound_chinese_claim_gets_no_note(claim: str) -> None:
    assert all_notes(claim, "zh") == []


@pytest.mark.parametrize("claim", MISSED)
def test_what_only_guessing_would_find_gets_no_note(claim: str) -> None:
    assert all_notes(claim, "en") == []


@pytest.mark.parametrize("name", GOLD)
def test_the_gold_documents_get_no_note(name: str) -> None:
    for document in import_module(f"tests.domain.reading.{name}").DOCUMENTS:
        for article in read_text(document.text).articles:
            found = [claim.text for claim in claims(article) if claim.notes]
            assert found in ([], [UNDATED])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples_and_digests_get_no_note(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for article in read_text(text).articles:
        assert [claim.text for claim in claims(article) if claim.notes] == []


def claims(article: Article) -> Iterator[Claim]:
    if article.core_insight:
        yield article.core_insight
    for group in article.groups:
        yield from group.claims
