import pytest

from app.domain.errors import InputError
from app.web.claims.page_text import place_in_text

TEXT = "A\r\nB\rC\nD\r\n\r\nE"


@pytest.mark.parametrize("base", [0, 3, 5])
def test_a_place_is_found_that_a_browser_counts_to(base: int) -> None:
    shown = TEXT[base:].replace("\r\n", "\n").replace("\r", "\n")
    for letter in "BCDE":
        if letter in shown:
            place = place_in_text(TEXT, base, shown.index(letter))
            assert TEXT[place] == letter
    assert place_in_text(TEXT, base, len(shown)) == len(TEXT)


@pytest.mark.parametrize(
    ("base", "count"), [(-1, 2), (99, 0), (0, -1), (0, 12), (5, 9)]
)
def test_a_place_beyond_the_text_is_refused(base: int, count: int) -> None:
    with pytest.raises(InputError):
        place_in_text(TEXT, base, count)
