from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import IntEnum, StrEnum
from typing import Any
from uuid import UUID

import pytest

from app.domain.errors import InputError
from app.exchange.records import as_json, from_json


class Colour(StrEnum):
    RED = "red"


class Grade(IntEnum):
    LOW = 1


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    weight: float | None


@dataclass(frozen=True, slots=True)
class Tree:
    id: UUID
    planted_on: date
    seen_at: datetime
    height: int
    is_tall: bool
    colour: Colour
    grade: Grade
    leaves: tuple[Leaf, ...]
    tags: tuple[str, ...] | None


TREE = Tree(
    id=UUID(int=7),
    planted_on=date(2026, 3, 5),
    seen_at=datetime(2026, 3, 5, 14, 50, tzinfo=UTC),
    height=3,
    is_tall=False,
    colour=Colour.RED,
    grade=Grade.LOW,
    leaves=(Leaf("one", 0.1), Leaf("two", None)),
    tags=None,
)
JSON: dict[str, Any] = {
    "id": "00000000-0000-0000-0000-000000000007",
    "planted_on": "2026-03-05",
    "seen_at": "2026-03-05T14:50:00+00:00",
    "height": 3,
    "is_tall": False,
    "colour": "red",
    "grade": 1,
    "leaves": [{"name": "one", "weight": 0.1}, {"name": "two", "weight": None}],
    "tags": None,
}


def test_a_record_becomes_plain_json_and_the_same_record_again() -> None:
    assert as_json(TREE) == JSON
    assert from_json(Tree, JSON, "tree") == TREE


def test_a_moment_of_another_zone_is_read_as_the_same_instant() -> None:
    local = TREE.seen_at.astimezone(timezone(timedelta(hours=5, minutes=45)))
    read = from_json(Tree, JSON | {"seen_at": local.isoformat()}, "tree")
    assert read == TREE
    assert as_json(read) == JSON


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": "7"}, "tree.id: this should be a UUID."),
        ({"id": 7}, "tree.id: this should be a UUID."),
        ({"planted_on": "05.03.2026"}, "tree.planted_on: this should be a day"),
        ({"planted_on": 20260305}, "tree.planted_on: this should be a day"),
        ({"seen_at": "2026-03-05T14:50:00"}, "tree.seen_at: this should be a moment"),
        ({"height": True}, "tree.height: this should be a whole number."),
        ({"height": 3.0}, "tree.height: this should be a whole number."),
        ({"height": 2**31}, "tree.height: the number 2147483648 is too large."),
        ({"is_tall": 0}, "tree.is_tall: this should be true or false."),
        ({"colour": "blue"}, "tree.colour: this should be one of its values."),
        ({"grade": True}, "tree.grade: this should be one of its values."),
        ({"grade": 9}, "tree.grade: this should be one of its values."),
        ({"leaves": {}}, "tree.leaves: this should be a list."),
        ({"leaves": ["x"]}, "tree.leaves[0]: this should be an object."),
        (
            {"leaves": [JSON["leaves"][0], {"name": 1, "weight": 1}]},
            "tree.leaves[1].name: this should be a text.",
        ),
        (
            {"leaves": [{"name": "x", "weight": float("nan")}]},
            "tree.leaves[0].weight: this should be a finite number.",
        ),
        (
            {"leaves": [{"name": "x\0", "weight": 1}]},
            "tree.leaves[0].name: the text holds a character that no text has.",
        ),
        ({"leaves": [{"name": "\ud800", "weight": 1}]}, "a character that no text has"),
        ({"leaves": [{"name": "x"}]}, "tree.leaves[0]: the field “weight” is missing."),
        ({"tags": [None]}, "tree.tags[0]: this should be a text."),
        ({"roots": 1}, "tree: there is no field “roots”."),
    ],
)
def test_what_is_wrong_is_named_by_its_place(
    change: dict[str, Any], reason: str
) -> None:
    with pytest.raises(InputError) as caught:
        from_json(Tree, JSON | change, "tree")
    assert reason in caught.value.message
