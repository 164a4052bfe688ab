from collections import Counter

import pytest

from app.domain.card import GAP
from app.domain.writing.name_options import (
    NameKind,
    companies_in,
    countries_in,
    kind_of_name,
    name_options,
    people_in,
)
from app.domain.writing.parsing import Pipelines

QUESTION = f"{GAP} abolished its queue for grid connections in 2025."
CLAIM = "Britain abolished its queue for grid connections in 2025."
NEAR = ["Germany", "Spain", "Italy", "Norway"]


def _options(
    key: str = "Britain",
    question: str = QUESTION,
    claim: str = CLAIM,
    near: list[str] = NEAR,
    known: list[str] | None = None,
    seed: int = 0,
) -> tuple[str, ...] | None:
    kind = NameKind.COUNTRY
    return name_options(key, kind, question, claim, near, known or [], seed=seed)


@pytest.mark.parametrize(
    ("name", "labels", "kind"),
    [
        ("Norway", ["GPE"], NameKind.COUNTRY),
        ("The Netherlands", ["GPE"], NameKind.COUNTRY),
        ("Carey Wright", ["PERSON", "PERSON"], NameKind.PERSON),
        ("Delta Airlines", ["ORG", "ORG"], NameKind.COMPANY),
        ("Hungary and Slovakia", ["GPE", "", "GPE"], None),
        ("Casgevy", ["PERSON"], None),
        ("The Senate", ["ORG", "ORG"], None),
        ("Lake Mead", ["LOC", "LOC"], None),
    ],
)
def test_a_name_has_a_kind_only_where_it_is_certain(
    name: str, labels: list[str], kind: NameKind | None
) -> None:
    assert kind_of_name(name, labels) is kind


def test_a_country_has_three_countries_beside_it() -> None:
    options = _options() or ()
    assert len(set(options)) == 4
    assert options.count("Britain") == 1
    assert set(options) <= {"Britain", *NEAR}


def test_the_key_takes_every_place_by_seed() -> None:
    places = Counter((_options(seed=seed) or ()).index("Britain") for seed in range(80))
    assert set(places) == {0, 1, 2, 3}
    assert _options(seed=5) == _options(seed=5)


def test_fewer_than_three_good_names_are_none() -> None:
    assert _options(near=["Germany", "Spain"]) is None


def test_a_name_of_the_claim_is_no_option() -> None:
    claim = CLAIM[:-1] + ", as German and Spanish firms had asked."
    assert _options(claim=claim) is None
    assert "Germany" not in (_options(claim=claim, near=[*NEAR, "France"]) or ())


def test_a_question_that_tells_its_answer_has_no_options() -> None:
    assert _options(question=f"{GAP} abolished the British queue in 2025.") is None
    panama = f"{GAP} closed the Cobre Panamá mine in 2023."
    assert _options("Panama", panama, "", ["Peru", "Chile", "Brazil"]) is None


def test_the_teams_other_countries_are_taken_from_the_same_part_of_the_world() -> None:
    known = ["France", "Belgium", "Ghana", "Peru", "Austria"]
    options = _options(near=[], known=known) or ()
    assert set(options) == {"Britain", "France", "Belgium", "Austria"}
    assert (
        _options(near=[], known=["Ghana", "Peru", "Chile", "France", "Spain"]) is None
    )


def test_the_same_country_by_another_name_is_no_rival() -> None:
    near = ["the United Kingdom", "the UK", "Germany", "Spain"]
    assert _options(near=near) is None


def test_options_keep_the_article_of_the_key() -> None:
    near = ["Germany", "Spain", "Italy", "the Czech Republic", "the UK"]
    assert _options("The Netherlands", near=near) is None


def test_membership_of_the_union_is_the_keys_where_it_is_spoken_of() -> None:
    question = f"{GAP} supplied half of the EU's gas in 2021."
    near = ["Belgium", "Slovakia", "Norway", "Spain"]
    assert _options("Russia", question, "", near) is None
    three = [*near, "Ukraine", "Britain"]
    options = set(_options("Russia", question, "", three) or ())
    assert options == {"Russia", "Norway", "Ukraine", "Britain"}


def test_a_word_for_the_person_tells_which() -> None:
    near = ["Jennifer Doudna", "Feng Zhang", "He Jiankui", "Ada Brown"]
    question, kind = f"{GAP} said that she was glad.", NameKind.PERSON
    assert name_options("Ada Brown", kind, question, "", near, seed=0) is None


def test_people_of_the_article_stand_beside_a_person() -> None:
    near = ["Jennifer Doudna", "Feng Zhang", "He Jiankui", "Ada Brown", "Doudna"]
    question, claim = f"{GAP} edited embryos.", "Ada Brown edited embryos."
    kind = NameKind.PERSON
    options = name_options("Ada Brown", kind, question, claim, near, seed=0)
    assert set(options or ()) <= {"Ada Brown", *near[:3], "Doudna"}
    assert name_options("Ada Brown", kind, question, claim, [], near, seed=0) is None


def test_names_are_found_in_texts(pipelines: Pipelines) -> None:
    text = "Germany and the Netherlands pay more than New York's banks or South Africa."
    assert countries_in(text) == ["Germany", "the Netherlands", "South Africa"]
    assert companies_in("A deal of Delta Airlines with Acme Corp. failed.") == [
        "Delta Airlines",
        "Acme Corp.",
    ]
    texts = ["Prices rose.", "The chair, Jerome Powell, met Christine Lagarde in May."]
    assert people_in(texts, pipelines.parse) == ["Jerome Powell", "Christine Lagarde"]


def test_an_owners_ending_is_no_part_of_a_name(pipelines: Pipelines) -> None:
    owned = ["Most of Jerome Powell's colleagues agreed with him."]
    assert people_in(owned, pipelines.parse) == ["Jerome Powell"]
    assert companies_in("It bought Delta Airlines' slots.") == ["Delta Airlines"]
