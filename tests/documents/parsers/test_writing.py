import pytest

from app.documents.parsers import writing
from app.documents.parsers.pieces import (
    Heading,
    Item,
    Paragraph,
    Piece,
    Table,
    with_one_title,
)
from app.documents.parsers.writing import write
from app.domain.errors import InputError


def table(*rows: str, headed: bool = False) -> Table:
    return Table(tuple(tuple(row.split("|")) for row in rows), headed)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([], ""),
        ([Heading(1, "A"), Heading(9, "B")], "# A\n\n###### B\n"),
        ([Heading(2, "a" * 301)], "a" * 301 + "\n"),
        ([Paragraph("one\n two "), Paragraph("three")], "one\ntwo\n\nthree\n"),
        ([Paragraph(" "), Heading(1, ""), Item("")], ""),
        ([Item("a"), Item("b", 1), Item("c")], "- a\n  - b\n- c\n"),
        ([Item("a", number=1), Item("b", number=2)], "1. a\n2. b\n"),
        ([Item("a"), Item("b", number=1)], "- a\n\n1. b\n"),
        ([Item("a", number=1), Item("b", number=1)], "1. a\n\n1. b\n"),
        ([Item("a"), Paragraph("b"), Item("c")], "- a\n\nb\n\n- c\n"),
        ([table("Year|Sold", "2024|81", headed=True)], "Year: 2024; Sold: 81.\n"),
        (
            [table("Land|Old|New", "North|1|2", "South||4")],
            "Land: North; Old: 1; New: 2.\n\nLand: South; New: 4.\n",
        ),
        ([table("Built|1743", "Wheels|2")], "Built: 1743.\n\nWheels: 2.\n"),
        ([table("a|b|c", "d|e|f")], ""),
        ([table("1|2|3", "4|5|6")], ""),
        ([table("Only one"), table("a", "b")], "Only one\n\na\n\nb\n"),
        ([table("Sales||", "Y|A|B", "1|2|3", headed=False)], "Y: 1; A: 2; B: 3.\n"),
        ([table(f"a|{'b' * 301}")], f"a\n\n{'b' * 301}\n"),
    ],
)
def test_pieces_become_plain_lines(pieces: list[Piece], text: str) -> None:
    assert write(pieces) == text


def test_more_text_than_one_document_may_give_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writing, "MOST_BYTES", 100)
    assert write([Paragraph("é" * 49)])
    with pytest.raises(InputError, match="more than 100 bytes of text"):
        write([Paragraph("é" * 50)])


@pytest.mark.parametrize(
    ("pieces", "title", "levels"),
    [
        ([Heading(1, "T"), Heading(2, "a")], None, [(1, "T"), (2, "a")]),
        ([Heading(1, "T"), Heading(2, "a")], "Other", [(1, "T"), (2, "a")]),
        ([Heading(2, "a")], "T", [(1, "T"), (2, "a")]),
        ([Heading(2, "a")], None, [(2, "a")]),
        ([Heading(1, "a"), Heading(1, "b")], "T", [(1, "T"), (2, "a"), (2, "b")]),
        ([Heading(1, "a"), Heading(1, "b")], None, [(2, "a"), (2, "b")]),
        ([Heading(1, "T"), Heading(1, "b")], "T | Site", [(1, "T"), (2, "b")]),
        ([Heading(2, "a"), Heading(1, "b")], "T", [(1, "T"), (3, "a"), (2, "b")]),
        ([Paragraph("**T**"), Heading(2, "a")], "Other", [(2, "a")]),
    ],
)
def test_a_document_has_one_title(
    pieces: list[Piece], title: str | None, levels: list[tuple[int, str]]
) -> None:
    found = with_one_title(pieces, title)
    headings = [(it.level, it.text) for it in found if isinstance(it, Heading)]
    assert headings == levels
