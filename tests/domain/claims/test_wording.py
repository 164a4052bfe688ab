import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.claims.wording import Part, marked_words

TEXTS = st.text(st.sampled_from("ab 4%，降低了 \t"), max_size=30)


@pytest.mark.parametrize(
    ("before", "after", "gone", "come"),
    [
        ("Rents fell by 4% in 2024.", "Rents fell by 6% in 2024.", ["4%"], ["6%"]),
        ("租金下降了4%。", "租金上升了4%。", ["下降"], ["上升"]),
        ("Rents fell.", "Rents fell.", [], []),
        ("Rents fell.", "In 2024, rents fell.", ["Rents"], ["In 2024, rents"]),
    ],
)
def test_only_the_words_that_differ_are_marked(
    before: str, after: str, gone: list[str], come: list[str]
) -> None:
    old, new = marked_words(before, after)
    assert [part.text for part in old if part.is_changed] == gone
    assert [part.text for part in new if part.is_changed] == come


@given(TEXTS, TEXTS)
def test_the_parts_are_the_text_whatever_it_is(before: str, after: str) -> None:
    old, new = marked_words(before, after)
    assert "".join(part.text for part in old) == before
    assert "".join(part.text for part in new) == after
    assert all(part.text for part in (*old, *new))
    plain = [
        "".join("".join(it.text for it in parts if not it.is_changed).split())
        for parts in (old, new)
    ]
    assert plain[0] == plain[1]


def test_equal_wordings_have_no_mark() -> None:
    assert marked_words("Same.", "Same.") == ((Part("Same.", is_changed=False),),) * 2
