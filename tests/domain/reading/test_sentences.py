import pytest

from app.domain.reading.sentences import ends_complete, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["One.", "Two."],
        ["It costs 1.5 million.", "That is much."],
        ["The U.S. economy grew.", "So did others."],
        ["He lives in the U.S.", "The others left."],
        ["Dr. Lee, e.g. with Mr. Ho vs. others, won."],
        ["Apple Inc. sold it.", "Acme Corp.", "The rest went to J. P. Morgan."],
        ['"It works," he said.', '"Does it?"', "Yes!"],
        ["A stop comes first.[3]", "Then more. [4] [5]", "End [6]."],
        ["It grew (a little).", "Then it fell."],
        ["Wait... what?", "Nothing."],
        ["It does 90 km/h.", "Passengers sleep.", "See p. 5 there."],
        ["Acme Ltd.", "Until then it waits."],
        ["No stop at the end"],
    ],
)
def test_english_is_cut_at_full_stops(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == parts


def test_chinese_is_cut_without_spaces() -> None:
    parts = ["价格上涨了[1]。", "“真的吗\uff1f”", "是的\uff01", "降到1.5元。"]
    text = "".join(parts)
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == parts


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("It ends.", True),
        ("It ends [3]", True),
        ("It ends [3].", True),
        ('It "ends."', True),
        ("结束。", True),
        ("It ends³", True),
        ("It does not", False),
        ("It does not [sic]", False),
        ("Set [3] apart", False),
        ("", False),
    ],
)
def test_a_stop_or_a_marker_completes_a_text(text: str, complete: bool) -> None:
    assert ends_complete(text, 0, len(text)) is complete
