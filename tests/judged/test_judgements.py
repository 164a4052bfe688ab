import json
from pathlib import Path

from app.language.pipelines import load_pipelines
from tests.judged.judgements import judged_candidates

CLAIM = "Salt output rose by 12% in 2023 because three new mines opened in Chile."
GAPPED = CLAIM.replace("12%", "[…]")


def _card(question: str, answer: str, *accepts: bool, writer: str = "rules") -> object:
    return {
        "text": "salt",
        "writer": writer,
        "claim": CLAIM,
        "question": question,
        "answer": answer,
        "verdicts": [{"accept": it} for it in accepts],
    }


def test_a_verdict_is_joined_to_the_card_that_is_still_written(tmp_path: Path) -> None:
    (tmp_path / "salt.txt").write_text(
        f"# Salt\n\n## Group 1: Output\n\n- {CLAIM}\n", encoding="utf-8"
    )
    cards = [
        _card(GAPPED, "12%", True, False),
        _card("Why did salt output rise?", "A boom", True, True),
        _card(GAPPED, "12%", True, True, writer="hand"),
    ]
    path = tmp_path / "verdicts.json"
    path.write_text(json.dumps({"cards": cards}), encoding="utf-8")
    (found,) = judged_candidates(load_pipelines(), [path])
    assert (found.question, found.claim) == (GAPPED, CLAIM)
    assert not found.is_accepted
    assert "change" in found.features
