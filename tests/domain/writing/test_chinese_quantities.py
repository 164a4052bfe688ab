import pytest

from app.domain.writing.chinese_quantities import (
    as_quantity,
    count_figures,
    find_chinese,
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("产量增长了6.7%。", [("6.7%", "change")]),
        ("约占全球产量的37%，高于智利的20%和中国的17%。", [("37%", "share")]),
        ("占锂电池需求的四分之一以上。", [("四分之一以上", "share")]),
        ("成本约为每吨3万至4万元。", [("3万至4万元", "count")]),
        ("在原有10%的关税之外征收。", []),
        ("能量密度达到每公斤175瓦时。", [("175瓦时", "count")]),
        ("公司投资55亿雷亚尔建厂。", [("55亿雷亚尔", "level")]),
        ("日本65岁及以上人口约为3625万人。", [("3625万人", "level")]),
        ("两项数字均创历史新高。", []),
        ("公司成立于2015年3月5日，运营第3期和A4项目。", []),
    ],
)
def test_figures_are_found_whole_and_bases_left_out(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert [(f.text, f.part) for f in find_chinese(sentence)] == found


def test_years_are_no_figures() -> None:
    assert count_figures("2024年出口585.9万辆，增长19.3%。") == 2


def test_only_a_plain_figure_is_a_quantity() -> None:
    plain = as_quantity("约15万吨")
    assert plain is not None
    assert (plain.low, plain.unit, plain.is_range) == (15, "万吨", False)
    for text in ("超过6万亿元", "3万至4万元", "三分之一", "6万元以上"):
        assert as_quantity(text) is None
