import json
import os
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from tests.cli.running import refused, run, run_json
from tests.support.serving import ROOT, flask_command

DIGEST = """What rents say

Core Insight: Homes stay dear because few are built [1].

Group 1: Prices
- Rents fell by 4% in 2024 [2].
- The price of land rose from $10 to $12 [3-5].

Group 2: Supply
- Only 3 million homes were finished in 2025 [2, 6].
"""
#: Seconds; the issue asks for 30 and the reader needs about 7.
LONGEST_READING = 30.0


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """Name a database that is not there: none is needed."""
    return f"sqlite:///{tmp_path / 'none.sqlite'}"


@pytest.fixture
def digest(tmp_path: Path) -> str:
    path = tmp_path / "digest.txt"
    path.write_text(DIGEST, encoding="utf-8")
    return str(path)


def test_the_document_has_the_shape_of_the_contract(app: Flask, digest: str) -> None:
    found = run_json(app, "read", digest)
    assert list(found) == ["articles", "warnings"]
    (article,) = found["articles"]
    assert list(article) == ["title", "language", "core_insight", "groups"]
    assert list(article["core_insight"]) == ["text", "language", "citations"]
    for group in article["groups"]:
        assert list(group) == ["number", "title", "language", "claims"]
        for claim in group["claims"]:
            assert list(claim) == [
                "text",
                "language",
                "citations",
                "start",
                "end",
                "notes",
            ]
    assert article["title"] == "What rents say"
    assert article["core_insight"]["citations"] == [1]
    assert [(it["number"], it["title"]) for it in article["groups"]] == [
        (1, "Prices"),
        (2, "Supply"),
    ]
    claims = [claim for group in article["groups"] for claim in group["claims"]]
    assert [it["citations"] for it in claims] == [[2], [3, 4, 5], [2, 6]]
    assert found["warnings"] == []


def test_spans_count_in_the_text_that_is_given_with_them(
    app: Flask, digest: str
) -> None:
    found = run_json(app, "read", digest, "--with-text")
    assert found["text"] == DIGEST
    claim = found["articles"][0]["groups"][0]["claims"][0]
    spanned = found["text"][claim["start"] : claim["end"]]
    assert spanned == claim["text"].removesuffix(".")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_standard_input_is_read_in_any_of_its_encodings(
    app: Flask, encoding: str
) -> None:
    found = run_json(app, "read", "-", "--with-text", stdin=DIGEST.encode(encoding))
    assert found["text"] == DIGEST


def test_without_json_it_is_written_for_people(app: Flask, digest: str) -> None:
    lines = run(app, "read", digest).stdout.splitlines()
    assert lines[0] == "What rents say (en)"
    assert "  1. Prices" in lines
    assert any(line.endswith("[3][4][5]") for line in lines)


PROSE = b"""Cork

The oak

A cork oak is stripped every nine years. It grows mostly in Portugal. Is it rare?
"""


def test_what_was_not_taken_is_offered_when_asked_for(app: Flask) -> None:
    plain = run_json(app, "read", "-", stdin=PROSE)
    (group,) = plain["articles"][0]["groups"]
    assert "offered" not in group
    found = run_json(app, "read", "-", "--offered", stdin=PROSE)
    (group,) = found["articles"][0]["groups"]
    (claim,) = group["claims"]
    assert claim["text"] == "A cork oak is stripped every nine years."
    (offer,) = group["offered"]
    assert list(offer) == ["text", "start", "end", "reason"]
    assert offer["text"] == "It grows mostly in Portugal."
    assert PROSE[offer["start"] : offer["end"]].decode() == offer["text"]
    assert "“it”" in offer["reason"]
    lines = run(app, "read", "-", "--offered", stdin=PROSE).stdout.splitlines()
    assert "    ? It grows mostly in Portugal." in lines
    assert f"      {offer['reason']}" in lines


def test_no_database_is_touched(app: Flask, digest: str, database_url: str) -> None:
    assert run(app, "read", digest).exit_code == 0
    assert not Path(database_url.removeprefix("sqlite:///")).exists()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "The document is empty."),
        (b"\x00\x01\x02", "binary"),
        (b"M\xfcnchen is dear.", "is not valid UTF-8"),
        (b"a" * 5_000_000, "No claim was found"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    app: Flask, data: bytes, reason: str
) -> None:
    assert reason in refused(app, "read", "-", "--json", stdin=data)


def test_a_file_that_is_not_there_is_refused(app: Flask, tmp_path: Path) -> None:
    reason = refused(app, "read", str(tmp_path / "nowhere"))
    assert reason.endswith("cannot be read: No such file or directory.")
    assert "Is a directory" in refused(app, "read", str(tmp_path))
    assert run(app, "read").exit_code == 2


def claims_of(found: dict[str, Any]) -> int:
    groups = [group for it in found["articles"] for group in it["groups"]]
    return sum(len(group["claims"]) for group in groups)


def test_100_000_claims_are_read_whole_in_time(app: Flask, is_timed: bool) -> None:
    lines = ["A long digest"]
    for group in range(1, 1001):
        lines.append(f"Group {group}: Part {group}")
        lines += [f"- Price {n} of part {group} rose by {n}% [1]." for n in range(100)]
    begun = time.monotonic()
    found = run_json(app, "read", "-", stdin="\n".join(lines).encode())
    assert time.monotonic() - begun < LONGEST_READING or not is_timed
    assert claims_of(found) == 100_000


@pytest.mark.parametrize(
    "sentences", [16_000, pytest.param(80_000, marks=pytest.mark.slow)]
)
def test_megabytes_in_one_line_are_read_whole_in_time(
    app: Flask, sentences: int, is_timed: bool
) -> None:
    line = " ".join(
        f"Sentence number {n} says 2024 prices rose by {n % 90 + 1}% in one year."
        for n in range(sentences)
    )
    assert len(line) > 60 * sentences
    begun = time.monotonic()
    found = run_json(app, "read", "-", stdin=line.encode())
    assert time.monotonic() - begun < LONGEST_READING or not is_timed
    assert claims_of(found) > 0.75 * sentences


def test_as_a_process_it_prints_one_document_and_ends_with_its_status(
    tmp_path: Path,
) -> None:
    def read(data: bytes) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [*flask_command(), "read", "-", "--json"],
            cwd=ROOT,
            env={**os.environ, "PREBRIEF_INSTANCE": str(tmp_path / "instance")},
            input=data,
            capture_output=True,
            check=False,
        )

    done = read("利率摘要\n第1组：利率\n- 利率在2024年下降了25个基点[1]。\n".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert claims_of(json.loads(done.stdout)) == 1
    bad = read(b"\xff\x00\x80")
    assert (bad.returncode, bad.stdout) == (1, b"")
    assert len(bad.stderr.splitlines()) == 1
    assert b"Traceback" not in bad.stderr
