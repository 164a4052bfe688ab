from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask
from sqlalchemy.orm import Session

from app.domain.card import Status
from app.store.engine import sqlite_module
from app.store.models import Article, Card, Claim, Document, Job, JobStatus, Person
from app.store.writing import write_tx
from tests.cli.running import refused, run, run_json
from tests.factories import make_article

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

DIGEST = """What rents say
Core Insight: Homes stay dear because few are built [1].
Group 1: Prices
- Rents fell by 4% in 2024 [2].
- The price of land rose from $10 to $12 [3][4].
Group 2: Supply
- Only 3 million homes were finished in 2025 [5].
"""
NOTHING = {
    "articles": 0,
    "groups": 0,
    "claims": 0,
    "cards": 0,
    "reviews": 0,
    "meetings": 0,
    "media": 0,
    "skipped": [],
}


@pytest.fixture
def digest(tmp_path: Path) -> Path:
    path = tmp_path / "digest"
    path.write_text(DIGEST, encoding="utf-8")
    return path


def stored(session: Session, table: type[object]) -> int:
    session.rollback()
    return session.scalars(sa.select(sa.func.count()).select_from(table)).one()


def test_a_digest_arrives_with_its_cards_waiting_and_only_once(
    app: Flask, session: Session, digest: Path
) -> None:
    added = run_json(app, "import", str(digest))
    assert added["cards"] > 0
    counts = {"articles": 1, "groups": 2, "claims": 4, "cards": added["cards"]}
    assert added == NOTHING | counts
    cards = session.scalars(sa.select(Card)).all()
    assert len(cards) == added["cards"]
    assert {card.status for card in cards} == {Status.WAITING}
    assert session.scalars(sa.select(Job.status)).all() == [JobStatus.DONE]
    assert run_json(app, "import", str(digest)) == NOTHING
    assert stored(session, Card) == added["cards"]
    assert run(app, "check").exit_code == 0


def test_cards_are_kept_at_once_for_who_studies_without_asking(
    app: Flask, session: Session, person: Person, digest: Path
) -> None:
    with write_tx(session):
        person.studies_without_asking = True
    result = run(app, "import", str(digest))
    assert result.stdout.startswith("Added 1 articles, 2 groups, 4 claims,")
    assert "cards of 4 of 4 claims" in result.stderr
    kept = sa.select(Card.id).where(Card.status == Status.KEPT)
    assert session.scalars(kept).all()


def test_what_an_earlier_import_left_unwritten_is_written(
    app: Flask, session: Session, digest: Path
) -> None:
    run(app, "import", str(digest))
    cards = stored(session, Card)
    with write_tx(session):
        session.execute(sa.delete(Card))
        session.execute(sa.update(Claim).values(written_with=None))
    assert run_json(app, "import", str(digest)) == NOTHING | {"cards": cards}


def test_standard_input_is_read_for_a_dash(app: Flask, session: Session) -> None:
    added = run_json(app, "import", "-", stdin=DIGEST.encode("utf-16"))
    assert (added["articles"], added["claims"]) == (1, 4)
    assert session.scalars(sa.select(Document.name)).all() == ["standard input"]


def test_a_folder_stands_for_its_files_and_bad_ones_are_skipped(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "digest.txt").write_text("In an inner folder. It is not read.")
    (folder / ".hidden").write_text("It is hidden, and so it is not read.")
    (folder / "a.txt").write_text("Rents\nGroup 1: One\n- Rents fell by 4% in 2024.\n")
    (folder / "b.bin").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "c.txt").write_bytes(b"")
    (folder / "d.txt").write_text("Land\nGroup 1: One\n- Land rose by 7% in 2023.\n")
    result = run(app, "import", str(folder))
    assert result.exit_code == 1
    assert result.stdout.startswith("Added 2 articles")
    added = run_json(app, "import", str(folder))
    assert [(Path(it["path"]).name, it["reason"]) for it in added["skipped"]] == [
        ("b.bin", "This is a picture (PNG), not a text."),
        ("c.txt", "The document is empty."),
    ]
    assert stored(session, Article) == 2


def test_the_content_tells_what_a_file_is_not_its_name(
    app: Flask, digest: Path, tmp_path: Path
) -> None:
    assert run(app, "export", "json", str(tmp_path / "library.txt")).exit_code == 0
    misnamed = digest.rename(tmp_path / "digest.json")
    added = run_json(app, "import", str(misnamed), str(tmp_path / "library.txt"))
    assert added == NOTHING | {
        name: added[name] for name in ("articles", "groups", "claims", "cards")
    }
    assert added["articles"] == 1


TOO_MANY = "Many\nGroup 1: One\n" + "".join(
    f"- Price {number} rose by {number}%.\n" for number in range(11)
)
BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "The document is empty."),
    "white space": (b" \n\t\n", "nothing but white space"),
    "binary": (bytes(range(256)) * 40, "binary"),
    "wrongly encoded": (b"Rents fell by 4\xa2 in M\xfcnchen.\n", "is not valid UTF-8"),
    "half of UTF-16": ("Rents fell.".encode("utf-16")[:-1], "broken here"),
    "5 MB in one line without a claim": (b"a" * 5_000_000, "No claim was found"),
    "more claims than one import takes": (
        TOO_MANY.encode(),
        "holds 11 claims; one import takes at most 10 (PREBRIEF_MAX_CLAIMS)",
    ),
    "more bytes than one document has": (b"a" * 6_000_000, "at most 5,500,000"),
    "a title without end": (
        b"# " + b"on and " * 100 + b"on\nGroup 1: One\n- Rents fell by 4% in 2024.\n",
        "at most 500 are taken",
    ),
    "a cut off export": (b'{"format":"prebrief","version":1,', "cut off"),
    "an export of another version": (b'{"format":"prebrief","version":9}', "version 9"),
    "two articles of one title": (
        DIGEST.encode() + b"\n\n" + DIGEST.replace("4%", "5%").encode(),
        "are titled “What rents say” and differ",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_refused_is_skipped_whole_with_the_reason(
    app: Flask, session: Session, tmp_path: Path, name: str
) -> None:
    app.config.update(MAX_CLAIMS=10, MAX_BYTES=5_500_000)
    data, reason = BAD[name]
    path = tmp_path / "bad"
    path.write_bytes(data)
    result = run(app, "import", str(path))
    assert result.exit_code == 1
    assert result.stdout == "Added nothing.\n"
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{path}: ")
    assert reason in line
    added = run_json(app, "import", str(path))
    assert added == NOTHING | {"skipped": added["skipped"]}
    assert [stored(session, it) for it in (Document, Article, Claim, Job)] == [0] * 4


def test_a_title_that_is_taken_is_skipped(
    app: Flask, session: Session, digest: Path
) -> None:
    with write_tx(session):
        make_article(session, title="What rents say")
    added = run_json(app, "import", str(digest))
    reason = added["skipped"][0]["reason"]
    assert "is already here with other text" in reason
    assert reason.endswith("Take it as its new revision with --revise.")
    assert stored(session, Article) == 1


def test_a_changed_article_becomes_a_revision_on_request(
    app: Flask, session: Session, digest: Path
) -> None:
    with write_tx(session):
        make_article(session, title="What rents say")
    added = run_json(app, "import", "--revise", str(digest))
    assert (added["articles"], added["skipped"]) == (0, [])
    assert added["claims"] > 0
    assert added["cards"] > 0
    session.rollback()
    assert session.scalars(sa.select(Article.revision)).one() == 2
    again = run_json(app, "import", "--revise", str(digest))
    assert again == NOTHING | {"skipped": []}


def test_a_file_that_is_not_there_is_skipped(app: Flask, tmp_path: Path) -> None:
    path = tmp_path / "nowhere"
    added = run_json(app, "import", str(path))
    reason = f"“{path}” cannot be read: No such file or directory."
    assert added["skipped"] == [{"path": str(path), "reason": reason}]


def test_an_import_of_nothing_is_wrong_usage(app: Flask) -> None:
    assert run(app, "import").exit_code == 2


def test_a_database_that_another_process_holds_is_said_in_one_line(
    app: Flask, database_url: str, digest: Path
) -> None:
    holder = sqlite_module().connect(database_url.removeprefix("sqlite:///"))
    holder.execute("BEGIN IMMEDIATE")
    try:
        reason = refused(app, "import", str(digest))
    finally:
        holder.close()
    assert reason == "The database cannot be used: database is locked"
