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
