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
