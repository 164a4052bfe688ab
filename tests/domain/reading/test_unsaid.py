"""Sentences that compare with, or are part of, what only another sentence tells."""

import pytest

from app.domain.reading.prose import Judge

TITLE, SECTION = "The tunnel under the fjord", "Money"


def reason(sentence: str, *, dated: bool = False, earlier: tuple[str, ...] = ()) -> str:
    judge = Judge(TITLE, dated=dated)
    judge.open_section(SECTION)
    judge.open_paragraph()
    for before in earlier:
        judge.judge(before)
    return judge.judge(sentence).reason


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Wages in Norway did not keep pace, since few firms paid more.", "keep pace"),
        ("Sweden followed suit in 2019 with a fee of 20 kronor.", "followed suit"),
        ("Three towns in Norway want less money than that for 2024.", "than that"),
        ("Norway banned trucks of that size in 1999.", "of that"),
        (
            "Slow ferries seemed to be cheaper options, and Norway agreed.",
            "cheaper options",
        ),
        ("Cod and herring account for the largest share, because they keep.", "share"),
        ("The tunnel, opened in Norway in 2019, has done more.", "done more"),
        ("Only the storm of 1966, at 194 cm, had been worse.", "had been worse"),
        ("Power there is cheap, and Norway sells 40% of it.", "there"),
        ("Ola Nordmann later took a similar post in Sweden.", "a similar post"),
        ("On the track at Monza in Italy Nordmann fell short by 26 m.", "fell short"),
        ("Rhodes and Corinth have been suggested, with 9 others.", "suggested"),
        ("The longer one was closed for repairs for 40 days in 2023.", "one"),
        ("Ola Nordmann, its chief, resigned in 2019.", "its"),
        ("Ola Nordmann dismissed that as a joke in 2019.", "dismissed that"),
        ("Surveys in Norway put the average nearer to 40 metres.", "the average"),
        ("Norway plans to send 300 drillers there in 2027.", "there"),
        ("Both tubes are 27 km long and were lined with concrete.", "Both tubes"),
        ("Drillers in Norway used both tunnels in 2021.", "both tunnels"),
        ("Most of the shares were sold to Equinor, which is a state firm.", "shares"),
        ("Norway paid almost as much as the firm's total cost in 2019.", "firm"),
        ("Sweden has the same rule in 24 towns.", "the same rule"),
        ("The Dutch firm Boskalis sold the device.", "the device"),
        ("Tolls pay for the Swedish supplier's drills of 2019.", "Swedish supplier"),
        ("Statens vegvesen had chosen the route in May in Bergen.", "had chosen"),
        ("A drill broke within days, according to Equinor.", "A drill"),
        ("Granite is the main obstacle.", "obstacle"),
        ("Concrete alone was not enough, since salt attacks steel.", "not enough"),
        ("Erna Solberg paved the way in May at a meeting in Bergen.", "paved the way"),
        ("Norway paid for the ferries as well, and 300 firms agreed.", "as well"),
        ("Grass lives on soil, while worms turn some of it into humus.", "while"),
        ("Nordmann directed the army's use of dynamite in 1915.", "army"),
        ("Supporters reply that tolls in Norway are low.", "Supporters"),
        ("Over the weekend Norway and Sweden closed 14 tunnels.", "Over the weekend"),
        ("Ola Nordmann left a year earlier, and joined Equinor in 2013.", "earlier"),
        ("The DNB index touched 900 before closing 0.3% lower.", "closing 0.3% lower"),
    ],
)
def test_what_another_sentence_completes_is_offered(sentence: str, words: str) -> None:
    assert words in reason(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wages in Norway kept pace with prices in 2019.",
        "Granite is harder than slate, and drills wear out by a third faster.",
        "Cod and herring account for the largest share of exports in Norway.",
        "In Bergen the rain falls on 240 days, and 280,000 people live there.",
        "Both the cost and the length doubled in 2019.",
        "Norway and Sweden raised the fee, and both countries paid 40 kronor.",
        "Most of the shares belong to Equinor, which is a state firm.",
        "The Swedish supplier Atlas sold 40 drills in 2019.",
        "Iceland has few trees, since sheep graze there for 9 months.",
        "The Spanish army left Cuba in 1898.",
        "All of the ships were lost at Trafalgar in 1805.",
        "An earthquake killed 3,000 people around Kobe.",
        "A parasite carried by the tsetse fly causes sleeping sickness.",
        "Statens vegvesen had chosen the route by May 2019.",
        "A drill broke near Bergen, according to Equinor.",
        "In 2013, a year earlier than planned, Norway opened 12 tunnels.",
    ],
)
def test_what_names_its_other_half_is_taken(sentence: str) -> None:
    assert reason(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Ola Nordmann, then minister of transport, opened a tunnel in 2011.",
        "Norway was first to tax trucks by weight and the last to do so by noise.",
        "Instead of a bridge, Norway built a tunnel of 27 km.",
        "Norway insists that trucks should pay twice the fee.",
        "A ferry costs perhaps two or three times as much as a bridge.",
        "In 2019 Norway paid almost as much as the tunnel's total cost.",
        "Drillers at Equinor hold rights to a quarter of the fjord.",
        "Ola Nordmann wants the same toll everywhere because it is simple.",
        "Norway lies below the national average of Sweden.",
        "A dispute between Oslo, Bergen and Equinor has lasted for a decade.",
    ],
)
def test_what_explains_itself_is_taken(sentence: str) -> None:
    assert reason(sentence) == ""


def test_a_word_met_before_that_stands_for_a_kind_is_taken() -> None:
    assert (
        reason("Plants need light to make sugar.", earlier=("Plants grow in 9 parks.",))
        == ""
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "In its first year the tunnel carried 40,000 trucks.",
        "In his lecture of 1945, Nordmann warned of floods.",
        "In 2015 a storm closed 60% of all tunnels at the time.",
        "Depositors tried to withdraw $42 billion on 9 March 2023.",
        "The tunnel therefore cost Norway 40 million kronor.",
        "The drillers assumed that granite takes at least 16 months to cut.",
        "The stricken tunnel was closed for 40 days.",
        "The system, known as Fjordline, pumps water out.",
        "Because the sea rises, closures become more frequent.",
        "None of the 25 drillers was hurt.",
        "In December the sun is up for only four hours.",
        "When He Jiankui spoke in Bergen in 2018, Norway closed 9 labs.",
    ],
)
def test_what_the_sentence_or_the_title_tells_is_taken(sentence: str) -> None:
    assert reason(sentence) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway's Tunnel Safety Act of 2007 had three effects.",
        "Ola Nordmann hailed a vote on television.",
        "Two kinds of granite are needed.",
        "Norway and Sweden have done nothing.",
        "The Oslo Exchange's first reaction was muted.",
        "Drillers at Equinor, who had failed in 2019, wept and hugged one another.",
    ],
)
def test_what_only_announces_or_gestures_is_offered(sentence: str) -> None:
    assert reason(sentence) == "It says too little by itself."


def test_a_month_needs_no_figure_where_the_day_of_writing_is_told() -> None:
    sentence = (
        "In June Norway joined the Accords, a set of rules on tunnels below fjords."
    )
    before = ("Norway opened a tunnel in 2011.",)
    assert reason(sentence, dated=True, earlier=before) == ""
    assert "“In June”" in reason(sentence, earlier=before)


@pytest.mark.parametrize(
    "sentence",
    [
        "Revenue reached 3 million kronor, 9% more than a year earlier.",
        "For the full year, income doubled to 60 million kronor.",
        "For the current quarter, Equinor expects 24 million kronor.",
        "At least three people were killed, the police said.",
    ],
)
def test_the_day_of_writing_dates_what_has_a_figure(sentence: str) -> None:
    assert reason(sentence, dated=True) == ""
    assert reason(sentence) != ""


def test_a_month_has_the_year_that_was_told_with_it() -> None:
    sentence = "Equinor closed the tunnel on Friday, March 10."
    before = ("On March 8, 2023, Equinor opened it.",)
    assert reason(sentence, earlier=before) == ""
    assert "March 10" in reason(sentence)


def test_no_day_of_writing_dates_the_close_of_a_market() -> None:
    closing = "Equinor touched 400 before closing about 2% lower"
    assert "lower" in reason(f"{closing}.", dated=True)
    assert reason(f"{closing} on Wednesday.", dated=True) == ""
