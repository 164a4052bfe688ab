"""Add up what editors said of claims: `python -m tests.judged.prose_figures`.

Two editors who knew no rule read what the reader took as claims from prose that it had
never met. A claim is kept where both would keep it; what they would have taken besides
is missed. The texts of round 1 are the explainers and news of the card rounds.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.judged.figures import Share

FOLDER = Path(__file__).parent / "prose"


@dataclass(frozen=True, slots=True)
class ProseFigures:
    """One round: claims kept by both editors, and the most that one found missing."""

    kept: Share
    missed: int


def prose_rounds() -> list[Path]:
    """List the rounds, in order."""
    return sorted(FOLDER.glob("round-*/verdicts.json"))


def prose_figures(path: Path) -> ProseFigures:
    """Add up one round."""
    judged = json.loads(path.read_text(encoding="utf-8"))
    kept = [all(it["keep"] for it in claim["verdicts"]) for claim in judged["claims"]]
    each = zip(*judged["missed"].values(), strict=True)
    most = max(sum(map(len, of_one)) for of_one in each)
    return ProseFigures(Share(sum(kept), len(kept)), most)


def main() -> None:
    """Print a line for each round."""
    for path in prose_rounds():
        found = prose_figures(path)
        share = f"kept {found.kept} ({found.kept.value:.0%}), missed {found.missed}"
        sys.stdout.write(f"{path.parent.name}: {share}\n")


if __name__ == "__main__":
    main()
