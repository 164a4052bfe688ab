import pytest

from app.domain.writing.parsing import Parses
from app.domain.writing.phrase_facts import phrase_facts


def _found(text: str, parses: Parses) -> dict[str, str]:
    return {
        fact.pattern: text[fact.start : fact.end] for fact in phrase_facts(text, parses)
    }


@pytest.mark.parametrize(
    ("text", "pattern", "gap"),
    [
        (
            "Investors favour platforms with several drugs rather than single bets.",
            "contrast",
            "platforms with several drugs",
        ),
        (
            "Enterprises prefer smaller, tuned models to large general ones.",
            "contrast",
            "smaller, tuned models",
        ),
        (
            "Nvidia's lead rests on its CUDA software rather than on its chips.",
            "contrast",
            "CUDA software",
        ),
        (
            "Inference is limited by memory bandwidth rather than by arithmetic.",
            "contrast",
            "memory bandwidth",
        ),
        (
            "In Spain the grid, not generation, decides the pace.",
            "contrast",
            "the grid",
        ),
        (
            'The "doughnut effect" describes the flight of firms from dense centres.',
            "definition",
            'The "doughnut effect"',
        ),
        (
            "Studies show that deep integration of data creates rare efficiencies.",
            "object",
            "rare efficiencies",
        ),
        (
            "Rents fell because new towers opened in the suburbs.",
            "cause",
            "new towers opened in the suburbs",
        ),
        (
            "Companies go bankrupt since new drugs are held in reserve.",
            "cause",
            "new drugs are held in reserve",
        ),
        (
            "Carriers respond to weak demand by cancelling sailings.",
            "means",
            "cancelling sailings",
        ),
        (
            "Most faults are due to fishing gear and anchors rather than sabotage.",
            "cause",
            "fishing gear and anchors",
        ),
        (
            "Denmark was the first country to tax methane from cows.",
            "superlative",
            "Denmark",
        ),
        (
            "Sleep spindles are short bursts of activity that protect new memories.",
            "definition",
            "Sleep spindles",
        ),
        (
            "The insurance shifted the duty of care from families to the public purse.",
            "turn",
            "the public purse",
        ),
        (
            "A weak yen makes Japan less attractive than South Korea.",
            "comparison",
            "South Korea",
        ),
        (
            "A weak yen makes Japan less attractive than South Korea.",
            "effect",
            "A weak yen",
        ),
        (
            "Batching requests raises the throughput of a processor.",
            "object",
            "the throughput of a processor",
        ),
    ],
)
def test_each_rule_finds_its_gap(
    text: str, pattern: str, gap: str, parses: Parses
) -> None:
    assert _found(text, parses).get(pattern) == gap


@pytest.mark.parametrize(
    "text",
    [
        "Controls slow the state down by denying it not only tools but also parts.",
        "Care homes with robots lost nurses, not more, in the study.",
        "The players withdrew at the end of the year rather than risk a ruling.",
        "Most faults are due to gear rather than sabotage.",
    ],
)
def test_what_only_looks_like_a_contrast_is_none(text: str, parses: Parses) -> None:
    assert "contrast" not in _found(text, parses)


def test_since_with_a_date_is_no_reason(parses: Parses) -> None:
    assert "cause" not in _found("Output has grown since the war ended.", parses)


def test_a_contrast_of_actions_has_no_gap(parses: Parses) -> None:
    text = "The city taxes cars instead of building roads."
    assert "contrast" not in _found(text, parses)


def test_a_list_of_more_than_three_is_no_gap(parses: Parses) -> None:
    text = "The region exports copper, lithium, cobalt, zinc and nickel."
    assert "object" not in _found(text, parses)


def test_what_two_parses_find_is_not_marked_as_unconfirmed(parses: Parses) -> None:
    text = "The drug blocks a receptor in the gut."
    facts = [f for f in phrase_facts(text, parses) if f.pattern == "object"]
    assert [f.features & {"unconfirmed"} for f in facts] == [frozenset()]


def _of_pattern(text: str, pattern: str, parses: Parses) -> list[str]:
    found = phrase_facts(text, parses)
    return [text[f.start : f.end] for f in found if f.pattern == pattern]


def test_an_abbreviation_belongs_to_the_term_it_shortens(parses: Parses) -> None:
    text = "High-bandwidth memory (HBM) is the narrowest passage in the chain of chips."
    assert _of_pattern(text, "superlative", parses) == ["High-bandwidth memory (HBM)"]


def test_what_is_set_against_another_is_no_member_of_a_list(parses: Parses) -> None:
    text = "Europe builds slowly, so the grid, not generation, decides the pace."
    assert "the grid" in _of_pattern(text, "contrast", parses)


def test_a_degree_is_no_purpose(parses: Parses) -> None:
    text = "New drugs are sold too rarely to earn back their cost."
    assert _of_pattern(text, "purpose", parses) == []


@pytest.mark.parametrize(
    "text",
    [
        "China made up more than a third of sales in 2024.",
        "October 2023 was the driest October since 1950, a shortfall of the rains.",
    ],
)
def test_figures_and_trailing_asides_are_no_objects(text: str, parses: Parses) -> None:
    assert _of_pattern(text, "object", parses) == []


def test_a_date_is_no_subject_to_ask_for(parses: Parses) -> None:
    text = "October 2023 was the driest October of all years since measuring began."
    assert _of_pattern(text, "superlative", parses) == []


def test_a_part_of_something_is_no_object(parses: Parses) -> None:
    text = "Utilities lose a large part of the water that they treat."
    assert _of_pattern(text, "object", parses) == []


def test_the_end_of_a_move_may_be_one_word(parses: Parses) -> None:
    text = "Sleep moves memories from the hippocampus to the cortex."
    turn = next(f for f in phrase_facts(text, parses) if f.pattern == "turn")
    assert "thin" not in turn.features


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "Batteries can replace new lines where congestion lasts a few hours on "
            "most days.",
            ["new lines"],
        ),
        ("The board abandoned its old practice of borrowing each year.", []),
        (
            "Operational risk is reckoned with a standard formula instead of models.",
            [],
        ),
    ],
)
def test_a_long_object_is_asked_without_what_only_describes_it(
    text: str, answers: list[str], parses: Parses
) -> None:
    found = _of_pattern(text, "object", parses)
    assert [a for a in found if a in ("new lines", "old practice")] == answers


def test_what_is_used_instead_is_the_answer(parses: Parses) -> None:
    text = "Operational risk is reckoned with a standard formula instead of models."
    assert _of_pattern(text, "contrast", parses) == ["a standard formula"]


def test_since_behind_a_comma_gives_a_reason(parses: Parses) -> None:
    text = "Nestlé raised prices, since shops had threatened to drop smaller packs."
    assert _of_pattern(text, "cause", parses) == [
        "shops had threatened to drop smaller packs"
    ]


def test_what_follows_but_is_marked(parses: Parses) -> None:
    text = "Chinese rivals are cheaper, but grid operators prefer local suppliers."
    found = phrase_facts(text, parses)
    local = next(f for f in found if text[f.start : f.end] == "local suppliers")
    assert "after-but" in local.features


@pytest.mark.parametrize(
    "text",
    [
        "Limits on squads gave way to limits on pay in 2025.",
        "The reactors entered service in 2023.",
    ],
)
def test_a_verb_and_its_bare_noun_are_one(text: str, parses: Parses) -> None:
    gaps = [text[f.start : f.end] for f in phrase_facts(text, parses)]
    assert not {"way", "service"} & set(gaps)


@pytest.mark.parametrize(
    "text",
    [
        # the reason is that of what is argued
        "Acme argued in 2025 that coins fall short because issuers cannot add supply.",
        # nothing is left to ask of
        "Most faults are due to fishing gear.",
    ],
)
def test_not_each_reason_answers_why(text: str, parses: Parses) -> None:
    assert "why" not in {fact.pattern for fact in phrase_facts(text, parses)}
