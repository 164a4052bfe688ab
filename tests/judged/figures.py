"""Add up what blind judges said of cards: `python -m tests.judged.figures`.

A card is accepted where both judges accept it. The ratio sets the rules' default cards
against cards written by hand for the same claims, shuffled into the same deck.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent

Card = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`."""

    part: int
    whole: int

    def __str__(self) -> str:
        return f"{self.part}/{self.whole}"

    @property
    def value(self) -> float:
        """From 0 to 1; 0 of nothing."""
        return self.part / self.whole if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """One round: cards accepted by both judges, by writer and tier."""

    hand: Share
    default: Share
    suggested: Share
    options: Share
    statements: Share
    covered: Share
    agreement: Share
    preferences: Counter[str]

    @property
    def ratio(self) -> float:
        """The default deck's acceptance over that of the cards written by hand."""
        return self.default.value / self.hand.value


def rounds() -> list[Path]:
    """List the rounds that were judged, in order."""
    return sorted(FOLDER.glob("round-*/verdicts.json"))


def figures(path: Path) -> Figures:
    """Add up one round."""
    judged = json.loads(path.read_text(encoding="utf-8"))
    cards: list[Card] = judged["cards"]
    default = [card for card in cards if card["tier"] == "default"]
    return Figures(
        hand=_accepted(card for card in cards if card["writer"] == "hand"),
        default=_accepted(default),
        suggested=_accepted(card for card in cards if card["tier"] == "suggested"),
        options=_fair(cards, "options_ok"),
        statements=_fair(cards, "statement_ok"),
        covered=Share(
            len({card["claim"] for card in default if _is_accepted(card)}),
            len({card["claim"] for card in cards}),
        ),
        agreement=_share(cards, lambda it: len({v["accept"] for v in it}) == 1),
        preferences=Counter(
            choice for pair in judged["preferences"] for choice in pair["prefer"]
        ),
    )


def _accepted(cards: Iterable[Card]) -> Share:
    return _share(cards, lambda verdicts: all(it["accept"] for it in verdicts))


def _is_accepted(card: Card) -> bool:
    return all(verdict["accept"] for verdict in card["verdicts"])


def _fair(cards: Iterable[Card], name: str) -> Share:
    judged = [
        card
        for card in cards
        if card["writer"] == "rules" and any(name in it for it in card["verdicts"])
    ]
    return _share(judged, lambda verdicts: all(it.get(name) for it in verdicts))


def _share(cards: Iterable[Card], holds: Callable[[list[Any]], bool]) -> Share:
    found = [holds(card["verdicts"]) for card in cards]
    return Share(sum(found), len(found))


def main() -> None:
    """Print a line for each round."""
    for path in rounds():
        it = figures(path)
        sys.stdout.write(
            f"{path.parent.name}: by hand {it.hand}, default {it.default} (ratio "
            f"{it.ratio:.2f}), suggested {it.suggested}; claims with an accepted "
            f"default card {it.covered}; options {it.options}, statements "
            f"{it.statements}; judges agree on {it.agreement}; preferred "
            f"{dict(it.preferences)}\n"
        )


if __name__ == "__main__":
    main()
