"""Sentences that say next to nothing, only point on, or tell what is to be done."""

import pytest

from app.domain.reading.prose import Judge


def reason(sentence: str, section: str = "Money") -> str:
    judge = Judge("The tunnel under the fjord")
    judge.open_section(section)
    judge.open_paragraph()
    return judge.judge(sentence).reason


@pytest.mark.parametrize(
    "sentence",
    [
        "Tolls from Bergen and Voss remain the backbone.",
        "Subsidies of the Norwegian kind are no silver bullet.",
        "Voters in Bergen and Voss will deliver the final verdict.",
        "All eyes are on Bergen, Voss and the Storting.",
        "Minister Jon Nygard of Bergen sounded a softer tone.",
        "Director Kari Lund spoke of pride because Bergen had waited.",
        "Equinor holds its annual meeting in Stavanger in May.",
        "Third-quarter results are due in October.",
        "Tolls are loved by some drivers, tolerated by many and hated by others.",
        "Just after six there is a rumble.",
        "Anna Holm travelled as an invited guest.",
        "Section 4 describes the costs, which are high.",
        "Drilling costs are set out in the annex because they are long.",
    ],
)
def test_a_slogan_teaser_talk_or_signpost_is_offered(sentence: str) -> None:
    assert reason(sentence) == "It says too little by itself."


@pytest.mark.parametrize(
    "sentence",
    [
        "Tolls remain the backbone, at 70% of what Norway collects.",
        "Equinor holds its annual meeting in May 2027 in Stavanger.",
        "Norway built a third tube because traffic had doubled since 2004.",
        "Ferries are slower than trains, which matters where roads are steep.",
    ],
)
def test_what_tells_a_figure_a_year_or_a_cause_is_taken(sentence: str) -> None:
    assert reason(sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "section"),
    [
        ("Map which suppliers already ship through Bergen.", "Money"),
        ("Invite the two contractors to Bergen for a briefing.", "Next steps"),
    ],
)
def test_what_is_to_be_done_is_offered(sentence: str, section: str) -> None:
    assert reason(sentence, section) == "It says what is to be done."


def test_a_statement_under_next_steps_is_taken() -> None:
    assert reason("Norway closes the old road in 2028.", "Next steps") == ""
