import json
from pathlib import Path

import pytest

from tests.judged.figures import Share, figures, rounds


def card(
    writer: str, tier: str | None, claim: str, *accepts: bool
) -> dict[str, object]:
    verdicts = [{"accept": it, "fails": [] if it else ["C"]} for it in accepts]
    return {"writer": writer, "tier": tier, "claim": claim, "verdicts": verdicts}


def test_a_card_is_accepted_where_both_judges_accept_it(tmp_path: Path) -> None:
    cards = [
        card("hand", None, "One.", True, True),
        card("hand", None, "Two.", True, True),
        card("rules", "default", "One.", True, True),
        card("rules", "default", "Two.", True, False),
        card("rules", "suggested", "Two.", True, True),
    ]
    path = tmp_path / "verdicts.json"
    preferences = [{"claim": "One.", "prefer": ["hand", "equal"]}]
    path.write_text(json.dumps({"cards": cards, "preferences": preferences}))
    found = figures(path)
    assert (found.hand, found.default) == (Share(2, 2), Share(1, 2))
    assert (found.suggested, found.covered) == (Share(1, 1), Share(1, 2))
    assert (found.ratio, found.agreement) == (0.5, Share(4, 5))
    assert found.preferences == {"hand": 1, "equal": 1}


@pytest.mark.parametrize("path", rounds(), ids=lambda path: path.parent.name)
def test_each_round_has_two_verdicts_on_every_card_and_cards_of_both_writers(
    path: Path,
) -> None:
    cards = json.loads(path.read_text(encoding="utf-8"))["cards"]
    assert {len(it["verdicts"]) for it in cards} == {2}
    assert {it["writer"] for it in cards} == {"hand", "rules"}
    texts = {file.stem for file in path.parent.glob("*.txt")}
    assert {it["text"] for it in cards} == texts
    assert all(v["accept"] is (not v["fails"]) for it in cards for v in it["verdicts"])
