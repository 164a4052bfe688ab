import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from app.domain.card import Origin, Status
from app.services.delete_article import delete_article
from app.services.edit_card import edit_card
from app.services.keep_cards import reject_cards, return_cards
from app.store.models import Article
from app.store.writing import write_tx
from tests.cli.running import refused, run, run_json
from tests.factories import make_article, make_card, make_review
from tests.lived_in import REVIEWS, live_in
from tests.support.library import NOW

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def test_json_goes_to_standard_output_whole(app: Flask, session: Session) -> None:
    live_in(session)
    result = run(app, "export", "json", "-")
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(json.loads(result.stdout)["reviews"]) == REVIEWS


def test_json_comes_back_after_a_wipe_byte_for_byte(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    with write_tx(session):
        claim = make_article(session, groups=(("Rents fell.",),)).groups[0].claims[0]
        claim.written_with = "1"
        make_review(session, make_card(session, claim))
    out = tmp_path / "library.json"
    assert run(app, "export", "json", str(out)).exit_code == 0
    before = out.read_bytes()
    with write_tx(session):
        delete_article(session, team_id=1, article_id=session.get_one(Article, 1).id)
    counts = {"articles": 1, "groups": 1, "claims": 1, "cards": 1, "reviews": 1}
    nothing = dict.fromkeys(counts, 0)
    rest = {"meetings": 0, "media": 0, "skipped": []}
    assert run_json(app, "import", str(out)) == counts | rest
    assert run_json(app, "import", str(out)) == nothing | rest
    assert run(app, "export", "json", str(out)).exit_code == 0
    assert out.read_bytes() == before
    assert run(app, "check").exit_code == 0


def test_csv_has_a_line_for_each_card_in_use(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    with write_tx(session):
        claim = make_article(session, title="=Rents").groups[0].claims[0]
        kept = make_card(session, claim, question="@home?", answer="-4%")
        make_card(session, claim, status=Status.WAITING)
        make_card(session, claim, status=Status.REJECTED)
        make_review(session, kept)
    out = tmp_path / "cards.csv"
    assert run(app, "export", "csv", str(out)).exit_code == 0
    written = out.read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(written, newline="")))
    assert [(row["status"], row["reps"]) for row in rows] == [
        ("kept", "1"),
        ("waiting", "0"),
    ]
    assert [rows[0][name] for name in ("article", "question", "answer")] == [
        "'=Rents",
        "'@home?",
        "'-4%",
    ]
    assert run(app, "export", "csv", "-").stdout.splitlines() == written.splitlines()


def test_verdicts_are_a_labelled_set_that_names_nobody(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    with write_tx(session):
        claim = make_article(session, title="Rents").groups[0].claims[0]
        cards = [
            make_card(
                session,
                claim,
                origin=Origin.RULES,
                status=Status.WAITING,
                pattern="why",
                features=["asked", "cause"],
                written_with="8",
            )
            for _ in range(3)
        ]
        ids, asked = [card.id for card in cards], [card.question for card in cards]
        who: dict[str, Any] = {"team_id": claim.team_id, "person_id": 1, "now": NOW}
        words: dict[str, Any] = {"question": "Why?", "answer": "利率", "context": None}
        edit_card(session, card_id=ids[0], **words, **who)
        reject_cards(session, card_ids=ids[1:], **who)
        return_cards(session, card_ids=ids[2:], **who)
    out = tmp_path / "verdicts.jsonl"
    assert run(app, "export", "verdicts", str(out)).exit_code == 0
    lines = [json.loads(line) for line in out.read_bytes().splitlines()]
    assert [line["outcome"] for line in lines] == ["edited", "rejected"]
    assert lines[0] == {
        "article": "Rents",
        "language": "en",
        "claim": claim.text,
        "kind": "qa",
        "pattern": "why",
        "tier": "default",
        "context": None,
        "question": asked[0],
        "answer": lines[0]["answer"],
        "features": ["asked", "cause"],
        "written_with": "8",
        "outcome": "edited",
        "edited": {"context": None, "question": "Why?", "answer": "利率"},
        "judged_at": "2026-03-05T14:50:00+00:00",
    }
    assert lines[1]["edited"] is None
    assert run(app, "export", "verdicts", "-").stdout.encode() == out.read_bytes()


def test_what_was_there_stays_when_the_place_cannot_be_written(
    app: Flask, tmp_path: Path
) -> None:
    missing = tmp_path / "no such folder" / "out.json"
    reason = refused(app, "export", "json", str(missing))
    assert reason == f"“{missing}” cannot be written: No such file or directory."
    assert "cannot be written" in refused(app, "export", "json", str(tmp_path))


@pytest.mark.parametrize(
    "arguments",
    [("apkg", "x"), ("revlog", "x"), ("json",), ("json", "x", "y"), ()],
)
def test_other_kinds_and_counts_of_words_are_wrong_usage(
    app: Flask, arguments: tuple[str, ...]
) -> None:
    result = run(app, "export", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
