"""Revisions: what became of each claim, told once, whatever moved."""

import random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.article import ChangeKind
from app.domain.claims.revising import ClaimChange, NewClaim, OldClaim, revise
from tests.domain.claims.revisions import CASES, UNSEEN

TEXTS = st.lists(
    st.one_of(
        st.sampled_from([old for _, old, _, _, _ in CASES]),
        st.sampled_from([new for _, _, new, _, _ in CASES]),
        st.text(max_size=60),
    ),
    max_size=12,
)


def before(*texts: str, group: str = "Group") -> list[OldClaim]:
    return [OldClaim(100 + at, group, text, "en") for at, text in enumerate(texts)]


def after(*texts: str, group: str = "Group") -> list[NewClaim]:
    return [NewClaim(group, text, "en") for text in texts]


def told(changes: list[ClaimChange]) -> list[tuple[str, int | None, int | None]]:
    return [(str(change.kind), change.old, change.new) for change in changes]


@pytest.mark.parametrize(("language", "old", "new", "kind", "part"), [*CASES, *UNSEEN])
def test_what_became_of_one_claim_is_told(
    language: str, old: str, new: str, kind: str, part: str | None
) -> None:
    changes = revise(
        [OldClaim(7, "Group", old, language)], [NewClaim("Group", new, language)]
    )
    change = changes[0]
    assert change.kind == kind
    if part is None:
        assert change.what is None
    else:
        assert change.what is not None
        assert part in change.what
        assert change.what.endswith(".")
    if kind == "new":
        assert told(changes) == [("new", None, 0), ("gone", 7, None)]
    else:
        assert told(changes) == [(kind, 7, 0)]


def test_a_claim_moved_to_another_group_is_the_same() -> None:
    old = before("Sales rose 25% in 2024.", "Owners wait.", group="One")
    new = after("Owners wait.", "Sales rose 25% in 2024.", group="Two")
    assert told(revise(old, new)) == [("same", 101, 0), ("same", 100, 1)]


def test_of_two_equal_claims_each_group_keeps_its_own() -> None:
    old = [
        OldClaim(1, "One", "Owners wait.", "en"),
        OldClaim(2, "Two", "Owners wait.", "en"),
    ]
    new = [NewClaim("Two", "Owners wait.", "en"), NewClaim("One", "Owners wait.", "en")]
    assert told(revise(old, new)) == [("same", 2, 0), ("same", 1, 1)]


def test_of_two_equal_claims_one_may_go() -> None:
    old = before("Owners wait.", "Owners wait.")
    assert told(revise(old, after("Owners wait."))) == [
        ("same", 100, 0),
        ("gone", 101, None),
    ]


def test_claims_of_one_mould_keep_to_their_names() -> None:
    old = before(
        "SK hynix held 62% of shipments.",
        "Micron held 21% of shipments.",
        "Samsung held 17% of shipments.",
    )
    new = after(
        "Samsung held 21% of shipments.",
        "SK hynix held 57% of shipments.",
        "Micron held 22% of shipments.",
    )
    changes = revise(old, new)
    assert told(changes) == [
        ("facts changed", 102, 0),
        ("facts changed", 100, 1),
        ("facts changed", 101, 2),
    ]
    assert [change.what for change in changes] == [
        "17% became 21%.",
        "62% became 57%.",
        "21% became 22%.",
    ]


def test_the_closest_wording_takes_the_claim() -> None:
    old = before("The plant in Ohio will employ 300 people from 2027.")
    new = after(
        "The plant in Ohio will train people.",
        "From 2027 the Ohio plant will employ 300 people.",
    )
    assert told(revise(old, new)) == [("new", None, 0), ("reworded", 100, 1)]


def test_claims_of_another_language_are_new() -> None:
    old = [OldClaim(1, "Group", "HBM3 2024", "en")]
    changes = revise(old, [NewClaim("Group", "HBM3 2024 内存", "zh")])
    assert told(changes) == [("new", None, 0), ("gone", 1, None)]


def test_nothing_before_is_all_new_and_nothing_after_all_gone() -> None:
    assert told(revise([], after("Owners wait."))) == [("new", None, 0)]
    assert told(revise(before("Owners wait."), [])) == [("gone", 100, None)]
    assert revise([], []) == []


@given(TEXTS)
def test_an_unchanged_article_is_all_the_same(texts: list[str]) -> None:
    changes = revise(before(*texts), after(*texts))
    assert {change.kind for change in changes} <= {ChangeKind.SAME}
    assert len(changes) == len(texts)


@given(TEXTS, TEXTS)
def test_every_old_and_new_claim_is_told_once(old: list[str], new: list[str]) -> None:
    changes = revise(before(*old), after(*new))
    olds = [change.old for change in changes if change.old is not None]
    news = [change.new for change in changes if change.new is not None]
    assert sorted(olds) == [100 + at for at in range(len(old))]
    assert sorted(news) == list(range(len(new)))
    for change in changes:
        assert (change.old is None) == (change.kind == "new")
        assert (change.new is None) == (change.kind == "gone")
        assert (change.what is not None) == (change.kind == "facts changed")


@given(TEXTS, st.randoms(use_true_random=False))
def test_reordering_changes_nothing(texts: list[str], dice: random.Random) -> None:
    shuffled = list(texts)
    dice.shuffle(shuffled)
    changes = revise(before(*texts), after(*shuffled))
    assert {change.kind for change in changes} <= {ChangeKind.SAME}


def many(count: int, dice: random.Random) -> list[str]:
    things = ["copper", "zinc", "cotton", "barley", "coal", "nickel", "sugar", "tin"]
    places = ["Peru", "Chile", "Ghana", "Spain", "Kenya", "Japan", "Brazil", "Poland"]
    return [
        f"{dice.choice(places)} shipped {dice.randrange(100, 99999)} tonnes of"
        f" {dice.choice(things)} from pier {at} to {dice.choice(places)} in"
        f" {dice.randrange(1990, 2024)}."
        for at in range(count)
    ]


def test_few_changes_among_many_claims_are_all_found() -> None:
    dice = random.Random(3)
    texts = many(2000, dice)
    changed = list(texts)
    for at in range(0, 2000, 40):
        changed[at] = changed[at].replace(" tonnes", "1 tonnes")
    changes = revise(before(*texts), after(*changed))
    kinds = [change.kind for change in changes]
    assert kinds.count(ChangeKind.FACTS_CHANGED) == 50
    assert kinds.count(ChangeKind.SAME) == 1950
    assert all(change.old == 100 + (change.new or 0) for change in changes)


@pytest.mark.slow
def test_ten_thousand_claims_take_seconds_even_if_all_are_reworded() -> None:
    texts = many(10_000, random.Random(5))
    reworded = [text.replace("shipped", "has shipped all of") for text in texts]
    start = perf_counter()
    changes = revise(before(*texts), after(*reworded))
    assert perf_counter() - start < 60
    assert {change.kind for change in changes} == {ChangeKind.REWORDED}
