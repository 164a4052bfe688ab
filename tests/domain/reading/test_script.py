import pytest

from app.domain.reading import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Plain English", "en"),
        ("Zürich and Orléans", "en"),
        ("BYD (比亚迪) sold more than four million cars", "en"),
        ("储能走向主流", "zh"),
        ("高盛AI调研\uff1aGPU需求暴增", "zh"),
        ("太陽光発電の価格が下がる", "und"),
        ("태양광 발전", "und"),
        ("Цены выросли", "und"),
        ("42 %", "und"),
        ("", "und"),
    ],
)
def test_the_heavier_script_tells_the_language(text: str, language: str) -> None:
    assert language_of(text) == language
