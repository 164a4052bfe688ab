import pytest

from app.domain.reading.marks import without_marks


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a *b* _c_ `d` ~~e~~", "a b c d e"),
        ('[a](https://b.c/d_(e)) [f](/g "h")', "a f"),
        ("[3](https://b.c) stays, [x][y] and [sic] too", None),
        ("2*3*4 snake_case_word * item", None),
        ("**bold** stays", None),
        ("![a](b.png)c", "c"),
        ("a\u200bb\u00adc\u202ed\u202c\ufeff", "abcd"),
        ("👩\u200d🚀 می\u200cخواهم", None),
        ("a&nbsp;b &amp; &lt;c&gt; &#8217; &shy;&unknown;", "a b & <c> ’ &unknown;"),
        ("since<sup>3</sup> m<sup>2</sup>", "since³ m²"),
        ('<b>a</b> <i class="x">b</i><br>c', "a b\nc"),
        ("a < b and c > d", None),
        ("> a\n>> b\n>\nc", "a\nb\n\nc"),
        ("\\*a\\* C:\\dir", "*a* C:\\dir"),
        ("```\ncode\n```\na", "\n\n\na"),
        ("```markdown\n# a\n```", "\n# a\n"),
        ("```\n# a", None),
        ("<!-- a\nb -->c", "\nc"),
        ("<!-- a", None),
        ("---\ntitle: T\nx: y\n---\na", "\ntitle: T\n\n\na"),
        ("---\ntitle: T\n---\n# T\na", "\n\n\n# T\na"),
        ("[a][b]\n\n[b]: https://c.d", "a\n\n"),
    ],
)
def test_marks_are_dropped_and_nothing_else(text: str, plain: str | None) -> None:
    assert without_marks(text)[0] == (text if plain is None else plain)


# The property Default_Ignorable_Code_Point of Unicode 15.1, DerivedCoreProperties.txt.
IGNORABLE = (
    *(0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0),
    *(*range(0x180B, 0x1810), *range(0x200B, 0x2010), *range(0x202A, 0x202F)),
    *(*range(0x2060, 0x2070), *range(0xFE00, 0xFE10), *range(0xFFF0, 0xFFF9)),
    *(*range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)),
)


def test_no_character_that_nobody_sees_stays_within_a_word() -> None:
    seen = [hex(it) for it in IGNORABLE if without_marks(f"a{chr(it)}b")[0] != "ab"]
    assert seen == []


def test_no_entity_of_such_a_character_stays_either() -> None:
    text = "a&#x34f;b&#x2063;c&#xe0061;d"
    assert without_marks(text)[0] == "abcd"


@pytest.mark.parametrize("emoji", ["❤\ufe0f", "1\ufe0f\u20e3", "👨\u200d👩"])
def test_what_makes_an_emoji_stays(emoji: str) -> None:
    assert without_marks(f"so {emoji} it is")[0] == f"so {emoji} it is"


@pytest.mark.parametrize(
    ("text", "words", "spanned"),
    [
        ("so *rain* falls", "rain", "*rain*"),
        ("so *rain* falls", "rain falls", "*rain* falls"),
        ("see [the *sea*](/s) now", "the sea", "[the *sea*](/s)"),
        ("a\u200b b\u200b c", "b", "b"),
        ("x &amp; y", "& y", "&amp; y"),
        ("1<sup>23</sup>.", "²³", "<sup>23</sup>"),
        ("plain", "lai", "lai"),
    ],
)
def test_places_lead_back_to_the_marks_around(
    text: str, words: str, spanned: str
) -> None:
    plain, places = without_marks(text)
    start = plain.index(words)
    end = start + len(words)
    assert text[places.start(start) : places.end(end)] == spanned
