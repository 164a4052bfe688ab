import pytest

from app.documents.characters import folded, plain, raised


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain", "plain"),
        ("Cafe\u0301", "Café"),
        ("ﬁne oﬀer", "fine offer"),
        ("in\u00advest\u200bment\ufeff", "investment"),
        ("a\u202ec\u202cb\u2066d\u2069\u061ce", "acbde"),
        ("x\U000e0041y", "xy"),
        ("in\u200dvest\u200cment", "investment"),
        ("می\u200cشود", "می\u200cشود"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("a\x07b\x9fc", "a b c"),
        ("a\ud800b", "a b"),
        ("㍿", "㍿"),
    ],
)
def test_what_nobody_sees_is_dropped(text: str, found: str) -> None:
    assert plain(text) == found


def test_white_space_is_folded_and_lines_are_kept() -> None:
    assert folded("  a \t b\n\n c\xa0d  \n") == "a b\nc d"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3", "³"),
        (" 12 ", "¹²"),
        ("1, 2", "¹,²"),
        ("-1", "⁻¹"),
        ("[3]", "[3]"),
        ("th", "th"),
        ("note 3", "note 3"),
        ("", ""),
    ],
)
def test_only_raised_figures_become_superscripts(text: str, found: str) -> None:
    assert raised(text) == found
