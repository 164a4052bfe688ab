"""All texts there are, written once and held to every check, at every cast of the dice.

The samples, the texts that were judged, and those that the rules grew on. Only options
and statements depend on the seed: they are drawn again from the cards, so that no text
is parsed twice.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from math import sqrt
from pathlib import Path

import pytest

from app.domain.article import Article
from app.domain.card import GAP, CardDraft, Kind, Tier, Written
from app.domain.reading import read_text
from app.domain.writing import check_card, check_cards, positions, write_cards
from app.domain.writing.candidate import Candidate
from app.domain.writing.chinese_quantities import as_quantity
from app.domain.writing.options import number_options
from app.domain.writing.parsing import Pipelines
from app.domain.writing.quantities import Quantity, find_quantities
from app.domain.writing.task import gather
from app.domain.writing.true_false import make_figure_statement
from app.domain.writing.words import is_han, words
from tests.domain.writing.digest_files import digest_names, read_digest

ROOT = Path(__file__).resolve().parents[3]
SEEDS = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """An article with its cards; `of` is the collection that it belongs to."""

    of: str
    article: Article
    written: Written


def _articles() -> Iterator[tuple[str, Article]]:
    for name in digest_names():
        yield "digests", read_digest(name)
    files = {
        "samples": sorted((ROOT / "seeds").iterdir()),
        "judged": sorted((ROOT / "tests" / "judged").glob("round-*/*.txt")),
    }
    for of, paths in files.items():
        for path in paths:
            if path.name != "SOURCES.md":
                for article in read_text(path.read_text(encoding="utf-8")).articles:
                    yield of, article


@pytest.fixture(scope="module")
def library(pipelines: Pipelines) -> list[Entry]:
    return [Entry(of, it, write_cards(it, pipelines)) for of, it in _articles()]


@pytest.fixture(scope="module")
def cards(library: list[Entry]) -> list[CardDraft]:
    return [card for entry in library for card in entry.written.cards]


def test_every_card_passes_every_check(library: list[Entry]) -> None:
    assert {entry.of for entry in library} == {"digests", "samples", "judged"}
    assert all(entry.written.cards for entry in library)
    for entry in library:
        assert check_cards(entry.article, entry.written.cards) == []


def test_every_claim_has_a_default_card_or_a_reason(library: list[Entry]) -> None:
    for entry in library:
        default = [c for c in entry.written.cards if c.tier is Tier.DEFAULT]
        covered = {(c.group, c.claim) for c in default}
        reasons = {(u.group, u.claim): u.reason for u in entry.written.uncovered}
        assert covered | set(reasons) == set(positions(entry.article))
        assert not covered & set(reasons)
        assert all(reason.endswith(".") for reason in reasons.values())
        most = Counter((c.group, c.claim) for c in default)
        assert not most or max(most.values()) <= 2


def test_most_claims_of_digests_are_covered(library: list[Entry]) -> None:
    digests = [entry for entry in library if entry.of == "digests"]
    uncovered = sum(len(entry.written.uncovered) for entry in digests)
    assert uncovered <= 0.2 * sum(len(positions(it.article)) for it in digests)


def test_features_are_named_in_order_and_only_suggested_cards_are_doubted(
    cards: list[CardDraft],
) -> None:
    for card in cards:
        assert card.features == tuple(sorted(set(card.features)))
        assert card.features
        assert (card.doubt is None) is (card.tier is Tier.DEFAULT)


def test_a_gap_stands_in_the_claims_own_words_and_order(cards: list[CardDraft]) -> None:
    for card in cards:
        if GAP in card.question:
            asked = words(card.question.replace(GAP, card.answer))
            told = words(card.explanation)
            blocks = SequenceMatcher(None, asked, told, autojunk=False)
            kept = sum(block.size for block in blocks.get_matching_blocks())
            assert kept >= 0.8 * len(asked), card.question


def _quantity(card: CardDraft) -> Quantity | None:
    """Find the figure that a card asks for, as the writer found it."""
    if is_han(card.question):
        return None if card.pattern == "from-to" else as_quantity(card.answer)
    place = card.question.index(GAP)
    found = find_quantities(card.question.replace(GAP, card.answer))
    return next((q for q in found if q.start == place), None)


@dataclass(frozen=True, slots=True)
class Cast:
    """A numeric card with the options of one seed, if there are fair ones."""

    card: CardDraft
    quantity: Quantity
    language: str
    choices: tuple[str, ...] | None


def _casts(entry: Entry) -> Iterator[Cast]:
    facts = gather(entry.article)
    for card in entry.written.cards:
        quantity = _quantity(card) if card.kind is Kind.NUMERIC else None
        if quantity is None:
            continue
        siblings = facts.siblings(card.explanation, quantity.unit)
        language = "zh" if is_han(card.explanation) else "en"
        for seed in range(SEEDS):
            choices = number_options(quantity, siblings, card.question, seed=seed)
            yield Cast(card, quantity, language, choices)


@pytest.fixture(scope="module")
def casts(library: list[Entry]) -> dict[str, list[Cast]]:
    found: dict[str, list[Cast]] = {}
    for entry in library:
        found.setdefault(entry.of, []).extend(_casts(entry))
    return found


def test_the_cast_of_the_writer_is_among_them(
    library: list[Entry], casts: dict[str, list[Cast]]
) -> None:
    drawn = {(it.card.question, it.choices) for some in casts.values() for it in some}
    offered = [c for e in library for c in e.written.cards if c.choices is not None]
    figures = [card for card in offered if card.kind is Kind.NUMERIC]
    assert len(figures) > 100
    assert all((card.question, card.choices) in drawn for card in figures)


def test_options_and_both_statements_pass_the_checks_whatever_the_dice_say(
    casts: dict[str, list[Cast]],
) -> None:
    for cast in (it for some in casts.values() for it in some):
        card = replace(cast.card, choices=cast.choices, statement=None)
        candidate = Candidate(
            card.kind,
            card.pattern,
            card.question,
            card.answer,
            "",
            "",
            frozenset(card.features),
            0.0,
            quantity=cast.quantity,
        )
        for true in (True, False):
            statement = make_figure_statement(candidate, cast.choices, true=true)
            stated = replace(card, statement=statement)
            assert check_card(stated, card.explanation, cast.language) == []


def _check_longest(offered: list[tuple[str, tuple[str, ...]]]) -> None:
    """Count a key among n longest options as 1/n of one; chance is one in k options."""
    counted = expected = spread = 0.0
    for key, choices in offered:
        longest = max(map(len, choices))
        ties = [choice for choice in choices if len(choice) == longest]
        counted += (key in ties) / len(ties)
        chance = 1 / len(choices)
        expected += chance
        spread += chance * (1 - chance)
    assert counted <= expected + 2 * sqrt(spread)


@pytest.mark.parametrize("of", ["samples", "judged", "digests"])
def test_the_key_is_the_longest_figure_no_more_often_than_chance(
    of: str, casts: dict[str, list[Cast]]
) -> None:
    offered = [(it.card.answer, it.choices) for it in casts[of] if it.choices]
    assert len(offered) > 100
    _check_longest(offered)


def test_the_key_is_the_longest_name_no_more_often_than_chance(
    cards: list[CardDraft],
) -> None:
    named = [card for card in cards if card.kind is Kind.CLOZE]
    offered = [(card.answer, card.choices) for card in named if card.choices]
    assert len(offered) > 4
    _check_longest(offered)


def test_the_key_takes_every_place(casts: dict[str, list[Cast]]) -> None:
    places = Counter(
        cast.choices.index(cast.card.answer)
        for some in casts.values()
        for cast in some
        if cast.choices is not None and len(cast.choices) == 4
    )
    assert set(places) == {0, 1, 2, 3}
    assert all(0.15 < n / places.total() < 0.35 for n in places.values())


def test_as_many_statements_are_true_as_false(cards: list[CardDraft]) -> None:
    made = [card.statement.true for card in cards if card.statement is not None]
    assert len(made) > 100
    assert 0.42 < sum(made) / len(made) < 0.58
