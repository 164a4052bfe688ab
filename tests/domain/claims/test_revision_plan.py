"""What a plan does to statements that a person has worked on."""

from collections.abc import Sequence

from app.domain.article import Article, ChangeKind, Claim, Group, Standing
from app.domain.claims.regrouping import OldGroup
from app.domain.claims.revision_plan import OldStatement, RevisionPlan, plan_revision

BOTH = "Rents fell by 4% and wages rose by 2% in 2024."
HALVES = ("Rents fell by 4% in 2024.", "Wages rose by 2% in 2024.")
PERMITS = "Permits dropped because interest rates rose."


def old(
    key: int, text: str, *, source: str = "", standing: Standing = Standing.TAKEN
) -> OldStatement:
    return OldStatement(
        key, 1, text, "en", standing, bool(source), source or text, (1,), ()
    )


def plan(before: Sequence[OldStatement], *now: str) -> RevisionPlan:
    text, claims = "Prices\n", []
    for words in now:
        start = len(text)
        text += words + "\n"
        claims.append(Claim(words, "en", (2,), start, start + len(words)))
    article = Article(
        "T", "en", None, (Group(1, "Prices", "en", tuple(claims)),), 0, len(text)
    )
    groups = [OldGroup(1, "Prices", is_core_insight=False)]
    return plan_revision(before, groups, article, text)


def became(found: RevisionPlan) -> dict[int | None, tuple[ChangeKind, str | None]]:
    return {it.old: (it.kind, it.after) for it in found.changes}


def test_both_halves_of_a_split_sentence_stay_while_it_stands() -> None:
    halves = [old(n, text, source=BOTH) for n, text in enumerate(HALVES, 1)]
    found = plan(halves, PERMITS, BOTH)
    assert became(found) == {
        None: (ChangeKind.NEW, PERMITS),
        1: (ChangeKind.SAME, HALVES[0]),
        2: (ChangeKind.SAME, HALVES[1]),
    }
    assert all(it.is_edited for it in found.placed if it.old)
    assert {(it.start, it.end) for it in found.placed if it.old} == {
        (52, 52 + len(BOTH))
    }


def test_both_halves_stay_where_their_sentence_is_only_reworded() -> None:
    halves = [old(n, text, source=BOTH) for n, text in enumerate(HALVES, 1)]
    found = plan(halves, "In 2024, rents fell by 4% and wages rose by 2%.")
    assert became(found) == {
        1: (ChangeKind.SAME, HALVES[0]),
        2: (ChangeKind.SAME, HALVES[1]),
    }


def test_one_half_takes_the_sentence_whose_facts_changed() -> None:
    halves = [old(n, text, source=BOTH) for n, text in enumerate(HALVES, 1)]
    changed = BOTH.replace("4%", "6%")
    found = plan(halves, changed)
    assert became(found) == {
        1: (ChangeKind.FACTS_CHANGED, changed),
        2: (ChangeKind.GONE, None),
    }


def test_a_passage_marked_inside_of_a_claim_leaves_the_claim_alone() -> None:
    marked = old(2, "Interest rates rose.", source="interest rates rose")
    found = plan([old(1, PERMITS), marked], PERMITS)
    assert became(found) == {
        1: (ChangeKind.SAME, PERMITS),
        2: (ChangeKind.SAME, "Interest rates rose."),
    }


def test_markers_inside_the_source_of_a_persons_words_do_not_matter() -> None:
    own = old(1, "Rents went down.", source="Rents [3] fell by 4% in 2024.")
    found = plan([own], "Rents fell by 4% in 2024.")
    assert became(found) == {1: (ChangeKind.SAME, "Rents went down.")}


def test_a_sentence_that_was_offered_and_is_taken_now_is_new() -> None:
    found = plan([old(1, PERMITS, standing=Standing.OFFERED)], PERMITS)
    assert became(found) == {1: (ChangeKind.NEW, PERMITS)}
    assert found.placed[0].standing is Standing.TAKEN


def test_what_was_rejected_is_neither_shown_nor_gone() -> None:
    rejected = old(1, PERMITS, standing=Standing.REJECTED)
    kept, dropped = plan([rejected], PERMITS), plan([rejected], BOTH)
    assert kept.changes == ()
    assert kept.placed[0].standing is Standing.REJECTED
    assert dropped.gone == ()
    assert dropped.dropped == (1,)


def test_two_claims_of_the_same_words_are_two() -> None:
    found = plan([old(1, PERMITS), old(2, PERMITS)], PERMITS, PERMITS)
    assert {it.old for it in found.placed} == {1, 2}
    assert plan([old(1, PERMITS), old(2, PERMITS)], PERMITS).count(ChangeKind.GONE) == 1
