import json
from pathlib import Path

from tests.judged.figures import Share
from tests.judged.prose_figures import prose_figures, prose_rounds


def test_a_claim_is_kept_where_both_editors_keep_it(tmp_path: Path) -> None:
    claims = [
        {"claim": "Rents fell.", "verdicts": [{"keep": True}, {"keep": True}]},
        {"claim": "It fell.", "verdicts": [{"keep": False}, {"keep": True}]},
    ]
    missed = {"text-1": [["In 2024"], []], "text-2": [["Banks"], ["Banks", "Few"]]}
    path = tmp_path / "verdicts.json"
    path.write_text(json.dumps({"claims": claims, "missed": missed}), encoding="utf-8")
    found = prose_figures(path)
    assert (found.kept, found.missed) == (Share(1, 2), 2)


def test_every_round_has_its_verdicts() -> None:
    found = [prose_figures(path) for path in prose_rounds()]
    assert len(found) == 4
    assert all(it.kept.whole >= 30 for it in found)
