import pytest

from app.web.moments import instant_of, milliseconds_of
from tests.support.library import NOW


def test_a_moment_comes_back() -> None:
    assert instant_of(str(milliseconds_of(NOW))) == NOW


@pytest.mark.parametrize("text", [None, "", "x", "-1", "1.5", "9" * 19, "9" * 40, "٣"])
def test_what_names_no_moment_gives_none(text: str | None) -> None:
    assert instant_of(text) is None
