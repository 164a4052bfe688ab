import json
import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from time import perf_counter

import pytest

from app.domain.article import Article, Claim, Group
from app.domain.card import (
    CardDraft,
    RejectedDraft,
    Tier,
    Uncovered,
    Written,
)
from app.domain.errors import NotFoundError
from app.domain.reading import read_text
from app.domain.writing import (
    Taste,
    positions,
    write_cards,
    write_claims,
)
from app.domain.writing.parsing import Pipelines
from tests.domain.writing.digest_files import read_digest

#: Enough to show what holds for any text; `test_library` goes through them all.
FEW = ("sleep", "shipping", "airlines", "rail_zh")
ROOT = Path(__file__).resolve().parents[3]
SAMPLES = ("office-refinancing.md", "chinese-ev-exports.txt")


@pytest.fixture(scope="module", params=FEW)
def article(request: pytest.FixtureRequest) -> Article:
    return read_digest(str(request.param))


@pytest.fixture(scope="module")
def written(article: Article, pipelines: Pipelines) -> Written:
    return write_cards(article, pipelines)


def test_batches_equal_the_whole_run(
    article: Article, written: Written, pipelines: Pipelines
) -> None:
    places = positions(article)
    seen: list[object] = []
    cards: list[CardDraft] = []
    uncovered: list[Uncovered] = []
    rejected: list[RejectedDraft] = []
    for batch in (places[:3], places[3:4], places[4:]):
        part = write_claims(
            article,
            batch,
            pipelines,
            earlier=[card.question for card in cards],
            on_claim=seen.append,
        )
        cards += part.cards
        uncovered += part.uncovered
        rejected += part.rejected
    assert Written(tuple(cards), tuple(uncovered), tuple(rejected)) == written
    assert seen == places


def test_the_same_claim_twice_is_asked_once(pipelines: Pipelines) -> None:
    article = read_digest("sleep")
    group = article.groups[1]
    doubled = replace(article, core_insight=None, groups=(group, group))
    written = write_cards(doubled, pipelines)
    questions = [card.question for card in written.cards]
    assert len(set(questions)) == len(questions)
    assert {u.claim for u in written.uncovered if u.group == 1} == {0, 1, 2}


def test_another_seed_moves_options_and_statements_not_questions(
    pipelines: Pipelines,
) -> None:
    article = read_digest("shipping")
    one, other = (write_cards(article, pipelines, seed=seed) for seed in (0, 1))
    assert [c.question for c in one.cards] == [c.question for c in other.cards]
    assert [c.choices for c in one.cards] != [c.choices for c in other.cards]


def test_a_language_without_a_writer_is_said_to_be_so(pipelines: Pipelines) -> None:
    claim = Claim("Die Preise fielen um 20 %.", "de", (), 0, 26)
    group = Group(1, "Preise", "de", (claim,))
    article = Article("Preise", "de", None, (group,), 0, 26)
    written = write_cards(article, pipelines)
    assert written.cards == ()
    assert [u.reason for u in written.uncovered] == [
        "Cards are not yet written in its language (de)."
    ]


def test_a_missing_core_insight_cannot_be_asked_for(pipelines: Pipelines) -> None:
    article = replace(read_digest("sleep"), core_insight=None)
    with pytest.raises(NotFoundError, match="no core insight"):
        write_claims(article, [(None, None)], pipelines)


def test_a_digest_is_written_within_two_seconds(
    pipelines: Pipelines, is_timed: bool
) -> None:
    article = read_digest("shipping")
    write_cards(read_digest("sleep"), pipelines)
    begun = perf_counter()
    write_cards(article, pipelines)
    seconds = perf_counter() - begun
    assert seconds < 2 or not is_timed


def fingerprints(pipelines: Pipelines) -> list[str]:
    """Write some digests and samples; tell each by a hash of all that came of it."""
    articles = [read_digest(name) for name in FEW]
    for name in SAMPLES:
        text = (ROOT / "seeds" / name).read_text(encoding="utf-8")
        articles += read_text(text).articles
    written = [write_cards(article, pipelines) for article in articles]
    assert all(len(it.cards) > 5 for it in written)
    return [sha256(repr(it).encode()).hexdigest() for it in written]


def test_another_process_writes_the_same_cards_below_400_megabytes(
    pipelines: Pipelines,
) -> None:
    script = (
        "import json, pathlib, re\n"
        "from app.language.pipelines import load_pipelines\n"
        "from tests.domain.writing.test_writer import fingerprints\n"
        "found = fingerprints(load_pipelines())\n"
        # Not ru_maxrss: that keeps the peak of the process this one was forked from.
        "status = pathlib.Path('/proc/self/status').read_text()\n"
        "kb = int(re.search(r'VmHWM:\\s+(\\d+)', status)[1])\n"
        "print(json.dumps([found, kb / 1024]))\n"
    )
    # Sets have another order there: none of it may be seen in a card.
    environment = {**os.environ, "PYTHONHASHSEED": "77"}
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    found, megabytes = json.loads(done.stdout)
    assert found == fingerprints(pipelines)
    assert megabytes < 400


def test_a_figure_that_does_not_add_up_is_not_asked_unbidden(
    pipelines: Pipelines,
) -> None:
    text = "The price of storage fell from $60 to $0.006, a reduction of 1000 times."
    claim = Claim(text, "en", (), 0, len(text), ("It is a factor of 10,000.",))

    def defaults(claim: Claim) -> list[CardDraft]:
        group = Group(1, "Prices", "en", (claim,))
        article = Article("Storage", "en", None, (group,), 0, len(text))
        cards = write_cards(article, pipelines).cards
        return [card for card in cards if card.tier is Tier.DEFAULT]

    assert defaults(replace(claim, notes=()))
    assert not defaults(claim)


def _article(*texts: str) -> Article:
    claims = tuple(Claim(text, "en", (), 0, len(text)) for text in texts)
    return Article("Prices", "en", None, (Group(1, "News", "en", claims),), 0, 9)


def test_a_claim_too_long_to_parse_is_uncovered_and_the_others_are_written(
    pipelines: Pipelines,
) -> None:
    long = "Prices of copper rose by 4% in Chile. " * 30_000
    short = "Sales of lorries in Poland fell by 23% in 2024."
    written = write_cards(_article(long, short), pipelines)
    assert {card.claim for card in written.cards} == {1}
    assert [u.reason for u in written.uncovered] == [
        "It is too long for a card (1,140,000 characters); "
        "cut it into single statements."
    ]


def test_the_reason_of_an_uncovered_claim_is_true(pipelines: Pipelines) -> None:
    texts = (
        "In 2024 the shortfall reached 90 million tonnes.",
        "Many people like walking.",
    )
    reasons = [u.reason for u in write_cards(_article(*texts), pipelines).uncovered]
    assert "“the shortfall” is explained only by another claim." in reasons[0]
    assert "explained" not in reasons[1]


def test_a_pattern_that_the_team_rejects_is_only_suggested_and_says_so(
    pipelines: Pipelines,
) -> None:
    article = _article("The port of Antwerp handled 290 million tonnes in 2021.")
    before = write_cards(article, pipelines)
    (bet,) = [card for card in before.cards if card.tier is Tier.DEFAULT]
    tastes = {bet.pattern: Taste(1, 8)}
    after = write_claims(article, positions(article), pipelines, tastes=tastes)
    same = next(card for card in after.cards if card.question == bet.question)
    assert same.tier is Tier.SUGGESTED
    assert "your team rejected 8 of 9" in after.uncovered[0].reason


def test_tastes_for_other_patterns_and_few_verdicts_change_no_card(
    article: Article, written: Written, pipelines: Pipelines
) -> None:
    patterns = {card.pattern for card in written.cards}
    tastes = dict.fromkeys(patterns, Taste(0, 4)) | {"unheard-of": Taste(0, 99)}
    again = write_claims(article, positions(article), pipelines, tastes=tastes)
    assert again == written
