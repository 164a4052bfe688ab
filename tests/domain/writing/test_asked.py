from app.domain.card import GAP
from app.domain.writing.asked import NEAR_DUPLICATE, Asked, question_words
from app.domain.writing.seeding import pick
from app.domain.writing.words import jaccard

LONG = "Sales of heat pumps in the north of Europe fell by {} in the year 2024 to {}."


def test_the_same_words_with_another_gap_are_found_again() -> None:
    asked = Asked.of([LONG.format(GAP, "zero")])
    assert asked.has_like(LONG.format("23%", GAP))
    assert not asked.has_like("What fell by 23% in 2024?")


def test_the_index_finds_what_comparing_with_all_finds() -> None:
    def made(n: int) -> str:
        some = {f"w{pick(14, n, k)}{'x' * pick(5, n, k)}" for k in range(12)}
        return " ".join(sorted(some))

    questions = [made(n) for n in range(120)]
    asked = Asked.of(questions[:60])
    known = [question_words(q) for q in questions[:60]]
    likes = [LONG.format(GAP, "zero"), *questions[55:]]
    for question in likes:
        own = question_words(question)
        slow = any(jaccard(own, other) > NEAR_DUPLICATE for other in known)
        assert asked.has_like(question) is slow
