"""What becomes of the sentences of prose, alone and in whole texts."""

from pathlib import Path

import pytest

from app.domain.article import Claim, Offer
from app.domain.reading import read_text
from app.domain.reading.prose import Judge

FOLDER = Path(__file__).parent / "prose"
TEXTS = sorted(path for path in FOLDER.rglob("*.*") if path.is_file())


def judged(*sentences: str, title: str = "Cork oaks of Portugal") -> list[str]:
    """Return of each sentence `taken`, `dropped`, or the reason it is offered for."""
    judge = Judge(title)
    judge.open_section(title)
    judge.open_paragraph()
    verdicts = [judge.judge(sentence) for sentence in sentences]
    return ["dropped" if it.is_dropped else it.reason or "taken" for it in verdicts]


def last_text(*sentences: str, title: str = "Cork oaks of Portugal") -> str:
    judge = Judge(title)
    judge.open_section(title)
    judge.open_paragraph()
    return [judge.judge(sentence) for sentence in sentences][-1].text


@pytest.mark.parametrize(
    "sentence",
    [
        "A cork oak is stripped for the first time after 25 years.",
        "In 2023 Portugal produced about half of the world's cork.",
        "According to Apcor, exports reached 1.2 billion euros in 2023.",
        "Cork floats because its cells are filled with air.",
        "When a cork oak burns, its bark protects the living wood below it.",
        "It takes nine years for the bark to grow back.",
        "The port of Lisbon ships half of all wine stoppers.",
        "世界软木产量的一半来自葡萄牙。",
        "2023年\uff0c葡萄牙软木出口额达到12亿欧元。",
        "Exports of Portugal fell by 5%.",
        "The maker, Amorim, sold 5.6 billion stoppers in 2023.",
        "Cork and glass are the three most common stoppers with plastic.",
        "Oaks stripped late did better than those stripped early in 2019.",
        "Portugal sold 80,000 tonnes of cork and burned 3% of it.",
        "Setúbal, the town on the river, ships 40% of all stoppers.",
        '"A cork oak gives 45 kg each time," said Ana Reis of Apcor.',
    ],
)
def test_a_sentence_that_stands_alone_is_taken(sentence: str) -> None:
    assert judged(sentence) == ["taken"]


@pytest.mark.parametrize(
    "sentence",
    [
        "How long does a cork oak live?",
        "Read more about cork in our archive.",
        "Sign up for our newsletter today, please.",
        "As we have seen above, cork floats on water.",
        "Photo: A cork oak near the town of Évora.",
        "It does grow.",
        "Imagine a forest that nobody may cut down.",
        '"I love these trees more than my own house," he said.',
        "Three things explain why the forest is still there.",
        "软木为什么能浮在水面上\uff1f",
        "更多内容请关注我们的公众号。",
        "“我们都爱这片树林\uff0c它就是我们的家。”他说。",
    ],
)
def test_what_states_nothing_is_dropped(sentence: str) -> None:
    assert judged(sentence) == ["dropped"]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("It grows in Portugal and in southern Spain.", "“it”"),
        ("They cut the bark with an axe every nine years.", "“they”"),
        ("In 2023 it earned 1.2 billion euros abroad.", "“it”"),
        ("Today it is found in seven countries only.", "“it”"),
        ("Its bark is up to 20 cm thick.", "“its”"),
        ("This makes cork a good material for floors.", "“this”"),
        ("Half of these trees stand in the Alentejo.", "“of these”"),
        ("The company sold 5.6 billion stoppers in 2023.", "“the company”"),
        ("Portugal protected the tree in 1209, and Spain did so later.", "“did so”"),
        ("Exports of Portugal rose by 5% last year.", "“last year”"),
        ("Portugal passed the law on 3 March.", "“3 March”"),
        ("The minister spoke in Lisbon on Tuesday about 1209.", "“on Tuesday”"),
        ("Prices in Portugal fell by a third.", "“fell” has no date"),
        ("I planted 400 of them behind the house.", "“I”"),
        ("You need about 25 years of patience for it.", "“You”"),
        ("Everybody should plant a cork oak in 2026.", "opinion"),
        ('"Cork is 100% natural and always has been," said the maker.', "said"),
        ("Two men died in a fire near a barn.", "neither who nor when"),
        ("Nothing much happens in winter.", "too little"),
        ("Not every forest is a plantation.", "too little"),
        ("How long a forest lives depends on fire and luck.", "too little"),
        ("People in Coruche have complained for years.", "too little"),
        ("Later studies in Portugal found 40 more fungi.", "“Later studies”"),
        ("In Spain, cork has become cheaper.", "“become cheaper”"),
        ("Owners of more than 20 trees do better.", "“do better”"),
        ("The figure for Spain is 31% in 2020.", "“The figure for”"),
        ("A second harvest of 3% follows in October 2024.", "“A second harvest”"),
        ("The director, Ana Reis, sold 45% of it all.", "“the director”"),
        ("Growers hold 40% of all rights to the river.", "“the river”"),
        ("According to the company, a stopper costs 9 cents.", "“According to the"),
        ("Spain has cut down 6,000 hectares of them.", "hectares of them”"),
        ("A stopper costs less in Spain without them.", "“without them”"),
        ("它的树皮厚达20厘米\uff0c可以防火。", "“它”"),
        ("该公司2023年卖出56亿个瓶塞。", "“该”"),
        ("葡萄牙去年的出口额是12亿欧元。", "“去年”"),
        ("我们在屋后种了400棵栓皮栎。", "“我们”"),
        ("這種樹皮厚達20厘米\uff0c可以防火。", "“這”"),
        ("該公司2023年賣出56億個瓶塞。", "“該”"),
        ("我們在屋後種了400棵栓皮櫟。", "“我們”"),
    ],
)
def test_what_lacks_something_is_offered_with_the_reason(
    sentence: str, reason: str
) -> None:
    (found,) = judged(sentence)
    assert reason in found
    assert found[0].isupper() or found[0] == "“"
    assert found.endswith(".")


@pytest.mark.parametrize(
    ("sentences", "text"),
    [
        (
            ("Maria Curie was born in 1867.", "She won two Nobel prizes in all."),
            "Maria Curie won two Nobel prizes in all.",
        ),
        (
            ("Maria Curie was born in 1867.", "Her notebooks are radioactive still."),
            "Maria Curie’s notebooks are radioactive still.",
        ),
        (
            (
                "Amorim, a maker of stoppers, was founded in 1870.",
                "The company employs 5,000 people in 2024.",
            ),
            "Amorim employs 5,000 people in 2024.",
        ),
        (
            ("The port of Lisbon opened in 1887.", "It employs 900 people today."),
            "The port of Lisbon employs 900 people today.",
        ),
    ],
)
def test_a_certain_name_is_put_in(sentences: tuple[str, str], text: str) -> None:
    assert last_text(*sentences, title="Amorim in figures") == text
    assert judged(*sentences, title="Amorim in figures") == ["taken", "taken"]


@pytest.mark.parametrize(
    "sentences",
    [
        ("Maria Curie met Lise Meitner in 1913.", "She won two Nobel prizes."),
        ("Amorim bought a mill in 1908.", "It stands in Santa Maria de Lamas."),
        ("Tesla sued Apple in 2020.", "It lost the case in 2021."),
        ("Sales fell in 2009.", "The company sold 3 billion stoppers in 2010."),
    ],
)
def test_a_name_in_doubt_is_not_put_in(sentences: tuple[str, str]) -> None:
    assert last_text(*sentences) == sentences[1]
    assert judged(*sentences)[1] not in ("taken", "dropped")


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Exports of Portugal rose by 5% last year.", "taken"),
        ("The minister of Portugal fined 40 mills on Tuesday.", "taken"),
        ("Portugal banned imports from Spain on 3 March.", "“3 March”"),
        ("Portugal fined 40 mills two weeks later.", "“two weeks later”"),
        ("Prices fell last year by quite a lot.", "“last year”"),
    ],
)
def test_the_date_of_an_article_dates_a_name_with_a_figure(
    sentence: str, verdict: str
) -> None:
    judge = Judge("Cork oaks", dated=True)
    judge.judge("Cork is the bark of an oak.")
    found = judge.judge(sentence)
    assert verdict in (found.reason or "taken")
    assert not found.is_dropped


def test_a_dated_article_may_lead_without_a_figure() -> None:
    judge = Judge("Cork oaks", dated=True)
    lead = "Portugal banned imports of cork from Spain on Tuesday."
    assert judge.judge(lead).reason == ""
    assert "“on Tuesday”" in judge.judge(lead).reason


def test_who_says_something_gets_the_whole_name() -> None:
    sentences = ("Maria Curie was born in 1867.", "Curie said 40% of it was radium.")
    assert last_text(*sentences) == "Maria Curie said 40% of it was radium."


def test_joining_words_and_datelines_stay_outside_the_claim() -> None:
    text = (
        "Cork\n\nLISBON, March 3, 2024 (Lusa) - Portugal planted 9,000 cork oaks in"
        " 2023. However, the EU lost 4,000 hectares to fires in 2018.\n"
    )
    (article,) = read_text(text).articles
    (group,) = article.groups
    texts = [claim.text for claim in group.claims]
    assert texts == [
        "Portugal planted 9,000 cork oaks in 2023.",
        "The EU lost 4,000 hectares to fires in 2018.",
    ]
    spanned = [text[claim.start : claim.end] for claim in group.claims]
    assert spanned == [texts[0], texts[1].replace("The", "the")]


def test_a_reference_below_is_neither_claim_nor_offer() -> None:
    text = "Cork\n\nCork floats because it holds air [1].\n\n[1] A. B., Cork, 2016.\n"
    (article,) = read_text(text).articles
    (group,) = article.groups
    assert [claim.text for claim in group.claims] == [
        "Cork floats because it holds air."
    ]
    assert group.offered == ()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_sentence_of_a_text_is_taken_or_offered_in_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    (article,) = read_text(text).articles
    found: list[Claim | Offer] = []
    for group in article.groups:
        found += sorted((*group.claims, *group.offered), key=lambda it: it.start)
        assert all(offer.reason.endswith(".") for offer in group.offered)
    assert len(article.groups) >= 1
    assert sum(len(group.claims) for group in article.groups) >= 1
    position = 0
    for it in found:
        assert position <= it.start < it.end <= len(text)
        position = it.end


def test_the_texts_are_ten_seen_eight_unseen_and_13_late() -> None:
    assert len(TEXTS) == 31


def test_a_short_sentence_with_a_marker_is_offered_not_lost() -> None:
    text = "Cork\n\nCork floats because it holds air [1].\n\nBark burns [2].\n"
    (article,) = read_text(text).articles
    (group,) = article.groups
    assert [(it.text, it.citations) for it in group.offered] == [("Bark burns.", (2,))]
