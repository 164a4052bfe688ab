import pytest

from app.domain.reading.citations import find_markers


def numbers(text: str) -> list[tuple[int, ...]]:
    return [marker.numbers for marker in find_markers(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a [3]", [(3,)]),
        ("a [3][6]", [(3,), (6,)]),
        ("a [2, 3]", [(2, 3)]),
        ("a [2,3;5]", [(2, 3, 5)]),
        ("a [3-5]", [(3, 4, 5)]),
        ("a [3–5, 8]", [(3, 4, 5, 8)]),
        ("a [3]-[5]", [(3, 4, 5)]),
        ("a [ 3 ]", [(3,)]),
        ("a [^3]", [(3,)]),
        ("a [citation:3]", [(3,)]),
        ("a [[3]](https://example.org/7)", [(3,)]),
        ("a [3](https://example.org/7)", [(3,)]),
        ("a ([3], [4])", [(3, 4)]),
        ("甲【3】【4、5】", [(3,), (4, 5)]),
        ("甲\uff3b\uff13\uff3d", [(3,)]),
        ("甲〔3〕", [(3,)]),
        ("word³ and end.¹²", [(3,), (12,)]),
        ("word¹,²", [(1, 2)]),
    ],
)
def test_a_marker_names_its_references(text: str, found: list[tuple[int, ...]]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "[sic]",
        "[2024]",
        "[1990-2024]",
        "[0]",
        "[0, 1]",
        "[5-3]",
        "[1-999]",
        "[10 %]",
        "[1.5]",
        "[Figure 3]",
        "[]",
        "[3",
        "3]",
        "(3)",
        "4 m²",
        "10³",
        "x²",
    ],
)
def test_what_is_no_whole_number_in_brackets_is_no_marker(text: str) -> None:
    assert numbers(text) == []
