from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from app.cli.questions import refuse
from app.domain.card import GAP, Kind, Tier
from tests.cli.running import refused, run, run_json

DIGEST = """What rents say
Core Insight: Homes stay dear because few are built [1].
Group 1: Prices
- Rents in Berlin fell by 4% in 2024, while wages rose by 3% [2].
- The price of land rose from $10 to $12 per square metre in 2023 [3][4].
Group 2: Supply
- Only 3 million homes were finished in 2025 because credit was dear [5].
"""
COLUMNS = [
    "article",
    "group",
    "claim",
    "kind",
    "pattern",
    "tier",
    "context",
    "question",
    "answer",
    "choices",
    "statement",
    "explanation",
    "origin",
]


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """Name a database that is not there: none is needed."""
    return f"sqlite:///{tmp_path / 'none.sqlite'}"


@pytest.fixture(scope="module")
def written(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The document for two articles in one text; writing it takes seconds."""
    from app.factory import create_app

    folder = request.getfixturevalue("tmp_path_factory").mktemp("questions")
    app = create_app({"INSTANCE": folder, "SECRET_KEY": "for tests only"})
    second = DIGEST.replace("rents", "wages").replace("Rents", "Wages")
    text = f"{DIGEST}\n\n{second}"
    found: dict[str, Any] = run_json(app, "questions", "-", stdin=text.encode())
    return found


def test_the_document_has_the_shape_of_the_contract(written: dict[str, Any]) -> None:
    assert list(written) == ["cards", "uncovered", "rejected"]
    assert written["cards"]
    for card in written["cards"]:
        assert list(card) == COLUMNS
        assert card["kind"] in set(Kind)
        assert card["tier"] in set(Tier)
        assert card["origin"] == "rules"
        assert (card["group"] is None) == (card["claim"] is None)
    for gap in written["uncovered"]:
        assert list(gap) == ["article", "group", "claim", "reason"]
    for draft in written["rejected"]:
        assert list(draft) == [
            "article",
            "group",
            "claim",
            "pattern",
            "question",
            "reason",
        ]


def test_every_claim_has_a_default_card_or_is_uncovered(
    written: dict[str, Any],
) -> None:
    def place(it: dict[str, Any]) -> tuple[int, Any, Any]:
        return it["article"], it["group"], it["claim"]

    covered = {place(it) for it in written["cards"] if it["tier"] == "default"}
    uncovered = {place(it) for it in written["uncovered"]}
    claims = {(None, None), (0, 0), (0, 1), (1, 0)}
    everything = {(article, *claim) for article in (0, 1) for claim in claims}
    assert covered | uncovered == everything
    assert not covered & uncovered


def test_options_hold_the_answer_once_and_a_cloze_one_gap(
    written: dict[str, Any],
) -> None:
    for card in written["cards"]:
        if card["choices"] is not None:
            assert card["choices"].count(card["answer"]) == 1
        if card["kind"] == "cloze":
            assert card["question"].count(GAP) == 1
        if card["statement"] is not None:
            assert list(card["statement"]) == ["text", "true", "changed"]
            assert (card["statement"]["changed"] is None) == card["statement"]["true"]


def test_the_cards_pass_their_own_checks(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "digest"
    path.write_text(DIGEST)
    result = run(app, "questions", str(path), "--check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "→" in result.stdout


def test_cards_that_fail_are_listed_and_end_in_1(
    capsys: pytest.CaptureFixture[str],
) -> None:
    refuse([])
    with pytest.raises(SystemExit) as ended:
        refuse(["“Why?”: The answer is empty.", "“How?”: A word is doubled."])
    assert ended.value.code == 1
    listed = capsys.readouterr()
    assert listed.out == ""
    assert listed.err.splitlines() == [
        "“Why?”: The answer is empty.",
        "“How?”: A word is doubled.",
    ]


def test_what_cannot_be_read_is_refused_in_one_line(app: Flask) -> None:
    assert refused(app, "questions", "-", stdin=b"") == "The document is empty."
    assert "binary" in refused(app, "questions", "-", "--json", stdin=b"\0")
    assert run(app, "questions").exit_code == 2
