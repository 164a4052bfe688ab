"""The facts of a claim: its numbers, names, denial and direction, and what changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.claims.facts import agree, changed_facts, facts_of
from app.domain.claims.names import names_in
from app.domain.claims.numbers import numbers_in

LANGUAGES = st.sampled_from(["en", "zh", "und"])


def numbers(text: str, language: str = "en") -> list[tuple[float, float, str]]:
    return [
        (round(float(number.low), 6), round(float(number.high), 6), number.unit)
        for number in numbers_in(text, language)
    ]


def names(text: str, language: str = "en") -> list[str]:
    return [name.text for name in names_in(text, language) if name.is_certain]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It costs $0.006 or 0.6 cents.", [(0.006, 0.006, "usd")] * 2),
        ("A quarter, 25% and 25 percent.", [(0.25, 0.25, "share")] * 3),
        ("By a third at Trip.com.", [(0.333333, 0.333333, "share")]),
        ("Between 20 and 30% fail.", [(0.2, 0.3, "share")]),
        ("It doubled within two years.", [(2, 2, "times"), (24, 24, "month")]),
        ("In 2024 and by mid-2025.", [(2024, 2024, "year"), (2025, 2025, "year")]),
        ("Q2 is the second quarter.", [(2, 2, "rank"), (2, 2, "rank")]),
        ("The third-largest maker.", [(3, 3, "rank")]),
        ("It fell by -3% on 17 May.", [(-0.03, -0.03, "share"), (17, 17, "")]),
        ("GPT-4 and HBM3 in Phase one.", []),
        ("First of all, nobody came.", []),
        ("Ten gears a second.", [(10, 10, "")]),
    ],
)
def test_numbers_are_read_with_their_units(
    text: str, found: list[tuple[float, float, str]]
) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024年出口585.9万辆。", [(2024, 2024, "year"), (5_859_000, 5_859_000, "")]),
        (
            "三分之一、一半、三成。",
            [(0.333333, 0.333333, "share"), (0.5, 0.5, "share"), (0.3, 0.3, "share")],
        ),
        ("3至5亿元", [(3e8, 5e8, "cny")]),
        ("第三季度翻了一番", [(3, 3, "rank"), (2, 2, "times")]),
        ("提高5个百分点", [(5, 5, "point")]),
        ("百分之60", [(0.6, 0.6, "share")]),
        ("十二家工厂", [(12, 12, "")]),
        ("比亚迪秦L和HBM3", []),
    ],
)
def test_chinese_numbers_are_read_with_their_units(
    text: str, found: list[tuple[float, float, str]]
) -> None:
    assert numbers(text, "zh") == found


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("More than 60% hire.", ">"),
        ("Up to 60% hire.", "<"),
        ("Some 60% hire.", ""),
    ],
)
def test_bounds_are_read(text: str, bound: str) -> None:
    assert [number.bound for number in numbers_in(text, "en")] == [bound]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("超过60%", ">"),
        ("60%以上", ">"),
        ("60多家", ">"),
        ("不到60%", "<"),
        ("约60%", ""),
    ],
)
def test_chinese_bounds_are_read(text: str, bound: str) -> None:
    assert [number.bound for number in numbers_in(text, "zh")] == [bound]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Prices in Texas rose.", ["Texas"]),
        ("The Bank of Japan and the Federal Reserve met.", ["Bank of Japan", "Fed"]),
        ("American and European firms met in May.", ["USA", "Europe", "May"]),
        ("SK hynix makes HBM3 for NVIDIA's H20.", ["SK", "HBM3", "NVIDIA's H20"]),
        ("Samsung fell.", []),
        ("Price War Hits Every Chinese Car Maker", []),
        ("It fell in Q2.", []),
    ],
)
def test_names_are_found_where_capitals_tell_them(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_chinese_names_are_known_or_latin() -> None:
    assert names("欧盟对比亚迪和BYD征税", "zh") == ["欧盟", "比亚迪", "BYD"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Novo Nordisk cut 9,000 jobs.", "Novo cut 9000 jobs."),
        ("The European Union agreed.", "The EU agreed."),
        ("Kenyan exporters agreed.", "Exporters from Kenya agreed."),
        ("Prices rose.", "Costs rose."),
        ("Samsung said so.", "The company said so."),
        ("The International Chip Council met.", "The ICC met."),
        ("No fewer than 12 agreed.", "At least 12 agreed."),
    ],
)
def test_other_words_for_the_same_facts_agree(old: str, new: str) -> None:
    assert agree(facts_of(old, "en"), facts_of(new, "en"))
    assert agree(facts_of(new, "en"), facts_of(old, "en"))


def test_all_that_changed_is_told_in_order() -> None:
    old = facts_of("In 2024 Ohio's output rose by 5% to 30 tonnes.", "en")
    new = facts_of("In 2025 Utah's output fell by 6% to 30 tonnes.", "en")
    assert changed_facts(old, new) == (
        "2024 became 2025. 5% became 6%. Ohio became Utah. “rose” became “fell”."
    )


@given(st.text(max_size=300), LANGUAGES)
def test_any_text_has_the_facts_it_has(text: str, language: str) -> None:
    facts = facts_of(text, language)
    assert changed_facts(facts, facts) is None
    for number in facts.numbers:
        assert 0 <= number.start < number.end <= len(text)
        assert number.low <= number.high or number.text
