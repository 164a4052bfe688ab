import pytest

from app.domain.writing.number_facts import number_facts
from app.domain.writing.parsing import Parses
from app.domain.writing.weights import worth


def _asked(text: str, parses: Parses) -> list[str]:
    """List the quantities of a sentence, the worthiest first."""
    facts = number_facts(text, parses.of(text))
    ordered = sorted(facts, key=lambda fact: -worth(fact.features))
    return [text[fact.start : fact.end] for fact in ordered]


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Sales fell by 23% in 2024 to about 2 million units.", "23%"),
        (
            "Exports climbed from 1,000 tonnes to 3,700 tonnes in a year.",
            "3,700 tonnes",
        ),
        ("Norway gets 92% of its electricity from 1,700 dams.", "92%"),
        ("The firm, which has 300 employees, earned $40 million.", "$40 million"),
        ("Over 800 plants in nine countries wait for permits.", "Over 800"),
        ("The yield on ten-year bonds rose to 4.2%.", "4.2%"),
        ("He filed for bankruptcy ten months later.", "ten months"),
    ],
)
def test_the_figure_that_the_claim_is_for_comes_first(
    text: str, best: str, parses: Parses
) -> None:
    assert _asked(text, parses)[0] == best


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Profit rose 12% against estimates of 9%.", "9%"),
        ("A survey of 1,200 firms found that 40% hire.", "1,200"),
        ("Some 25% of people over 65 work.", "over 65"),
        ("Wages grew 4%, up from 3%.", "3%"),
        ("Norway has 632 pumps for every 1,000 homes.", "1,000"),
        ("Exports grew 3% in Italy, 4% in Spain, and 5% in Greece.", "4%"),
        ("In 2025 the members voted 57 to 49 for a delay.", "49"),
        ("A trial among 17,604 people ended early.", "17,604"),
        ("Only 12 of the 32 drugs are new.", "32"),
    ],
)
def test_bases_samples_and_list_items_are_never_asked(
    text: str, never: str, parses: Parses
) -> None:
    assert never not in _asked(text, parses)


def test_both_ends_of_a_way_are_one_pattern(parses: Parses) -> None:
    text = "The trip shrank from 10 hours to about 4 hours."
    facts = number_facts(text, parses.of(text))
    assert [(f.pattern, text[f.start : f.end]) for f in facts] == [
        ("from-to", "about 4 hours")
    ]


def _features(text: str, answer: str, parses: Parses) -> frozenset[str]:
    found = number_facts(text, parses.of(text))
    return next(f.features for f in found if text[f.start : f.end] == answer)


def _answers(text: str, parses: Parses) -> list[str]:
    return [text[f.start : f.end] for f in number_facts(text, parses.of(text))]


def test_what_others_are_measured_against_is_not_asked(parses: Parses) -> None:
    text = "Some 25% of people still work, against 19% in Chile and 4% in France."
    assert _answers(text, parses) == ["Some 25%"]
    text = "It auctioned 10 GWh at an average of €12,959, a third of the €37,000 asked."
    assert "€12,959" in _answers(text, parses)
    assert "€37,000" not in _answers(text, parses)


def test_a_member_of_a_long_list_is_marked(parses: Parses) -> None:
    text = "Firms must blend 2% of fuel since 2025, 6% from 2030 and 70% from 2050."
    assert "series" in _features(text, "2%", parses)


def test_what_the_main_verb_acts_on_is_marked(parses: Parses) -> None:
    text = "The network handled 172 billion payments in 2024, 46% more than in 2023."
    assert "root-object" in _features(text, "172 billion", parses)
    assert "aside" in _features(text, "46%", parses)


def test_a_figure_within_a_quoted_name_is_marked(parses: Parses) -> None:
    text = (
        'An exercise called "Paris at 50 degrees" simulated power cuts in a district.'
    )
    assert "quoted" in _features(text, "50 degrees", parses)


@pytest.mark.parametrize(
    ("text", "answer", "feature"),
    [
        ("The team voted 13–2 to join a union in March 2024.", "13–2", "tally"),
        ("Norway boarded a tanker after five cables broke.", "five", "plain-count"),
        ("The march was called “Four cities for peace”.", "Four", "quoted"),
    ],
)
def test_votes_and_counts_of_few_things_are_marked(
    text: str, answer: str, feature: str, parses: Parses
) -> None:
    assert feature in _features(text, answer, parses)


def test_a_range_is_no_tally_and_a_large_count_no_circumstance(parses: Parses) -> None:
    text = "Yards built 25–30 ships in 2024, and 1,200 cables broke."
    assert "tally" not in _features(text, "25–30", parses)
    assert "plain-count" not in _features(text, "1,200", parses)


def test_a_figure_inside_a_subject_and_time_spent_weigh_less(parses: Parses) -> None:
    text = "Raising the aperture from 0.33 to 0.55 lets makers resolve finer features."
    assert "in-subject" in _features(text, "0.55", parses)
    text = "Acme Bank spent four decades serving start-ups in the valley."
    assert "spent" in _features(text, "four decades", parses)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Costs range from $1 million to $3 million per repair.", "$3 million"),
        ("It overtook Samsung in DRAM revenue by 36% to 34% in 2025.", "36%"),
        ("Patients pay $245 a month, compared with list prices of $900.", "$900"),
        ("The body approved the rules by 63 votes to 16.", "63"),
        ("An acre-foot supplies two or three households for a year.", "three"),
        ("It took until 1968 for the body to agree on 20 and 40 feet.", "20"),
    ],
)
def test_half_a_range_is_not_asked(text: str, answer: str, parses: Parses) -> None:
    assert answer not in _answers(text, parses)


def test_a_last_clause_of_its_own_weighs_little_less(parses: Parses) -> None:
    text = "Panama closed its largest mine in 2023, which removed 2% of the supply."
    assert "tail-clause" in _features(text, "2%", parses)
    text = "Its lead rests on software, which 900 firms know, rather than on chips."
    assert "subordinate" in _features(text, "900", parses)


def test_a_target_range_may_have_a_way(parses: Parses) -> None:
    text = "The bank raised its target range from 0.25% to 5.50% in 2023."
    assert "from-to" in _features(text, "5.50%", parses)
