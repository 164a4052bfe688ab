import pytest

from app.domain.card import GAP
from app.domain.writing.chinese import chinese_candidates


@pytest.mark.parametrize(
    ("claim", "pattern", "answer"),
    [
        ("北京到上海的旅行时间从10小时缩短至4.5小时左右。", "from-to", "4.5小时左右"),
        ("2023年全国发电量增长了6.7%，创下新高。", "number-cloze", "6.7%"),
        ("多数西部线路由于客流不足而难以盈利。", "cause-cloze", "客流不足"),
        (
            "公司的增长取决于海外市场，而不是国内补贴。",
            "contrast",
            "海外市场",
        ),
        ("国内有超过300家工厂生产电池。", "number-cloze", "超过300家"),
    ],
)
def test_each_pattern_finds_its_gap(claim: str, pattern: str, answer: str) -> None:
    best = chinese_candidates(claim)[0]
    assert (best.pattern, best.answer) == (pattern, answer)
    assert best.question.replace(GAP, best.answer) == claim


@pytest.mark.parametrize("claim", ["该公司成立于2015年。", "会议在3月5日召开。"])
def test_years_and_dates_are_not_asked(claim: str) -> None:
    assert chinese_candidates(claim) == []


def test_a_claim_that_points_back_is_marked() -> None:
    found = chinese_candidates("该公司去年的营业收入增长了30%。")
    assert all("reference" in candidate.features for candidate in found)


@pytest.mark.parametrize(
    "claim",
    [
        "瑞雪随即跟进，2024年门店销售额下降16.7%。",
        "2020年4月，公司承认虚增交易额约22亿元。",
    ],
)
def test_what_follows_on_another_claim_is_marked(claim: str) -> None:
    found = chinese_candidates(claim)
    assert found
    assert all("reference" in candidate.features for candidate in found)


def test_a_span_of_time_between_is_a_circumstance() -> None:
    found = {
        c.answer: c for c in chinese_candidates("集采七年间压缩了药价和灰色回扣。")
    }
    assert "modifier" in found["七年"].features


def _asked(claim: str) -> dict[str, str]:
    return {c.answer: c.question for c in chinese_candidates(claim)}


def test_the_end_of_a_way_is_one_stop_not_two() -> None:
    claim = "税率从10%提高到2024年的18%和2025年的25%。"
    assert "18%和2025年的25%" not in _asked(claim)
    assert _asked("关税由25%提高到100%。")["100%"] == f"关税由25%提高到{GAP}。"


def test_a_start_is_never_asked() -> None:
    asked = _asked("占比由2024年的约22%上升到2025年的三分之一以上。")
    assert list(asked) == ["三分之一以上"]


def test_only_the_clauses_up_to_the_gap_are_shown() -> None:
    asked = _asked("2024年中国汽车出口585.9万辆，同比增长19.3%。")
    assert asked["585.9万辆"] == f"2024年中国汽车出口{GAP}。"
    assert asked["19.3%"] == f"2024年中国汽车出口585.9万辆，同比增长{GAP}。"


def test_a_reason_that_opens_a_claim_is_asked_with_why() -> None:
    best = chinese_candidates("由于期货价格跌破成本线，江西部分矿山停产。")[0]
    assert best.question == "为什么江西部分矿山停产？"
    assert best.answer == "由于期货价格跌破成本线"


def test_a_member_of_a_list_and_a_drop_both_ends_tell_weigh_less() -> None:
    listed = chinese_candidates("税率为甲车企17.0%、乙车企18.8%、丙车企35.3%。")
    assert all("series" in candidate.features for candidate in listed)
    told = chinese_candidates("价格从每吨60万元跌至约6万元，跌幅约90%。")
    assert "told" in next(c for c in told if c.answer == "约90%").features


def test_one_of_a_kind_is_no_figure() -> None:
    assert chinese_candidates("1967年，中国启动了一项寻找新药的秘密项目。") == []
