from pathlib import Path

from app.language.pipelines import load_pipelines
from tests.judged.candidates import candidates

TEXT = """# Salt

## Group 1: Output

- Salt output rose by 12% in 2023 because three new mines opened in Chile.
- In 2024, Chile sold its salt to Peru rather than to Brazil.
"""


def test_each_chosen_card_is_among_the_candidates_with_its_tier() -> None:
    found = list(candidates(Path("salt.md"), load_pipelines(), TEXT))
    tiers = {it["tier"] for it in found}
    assert "default" in tiers
    assert tiers <= {"default", "suggested", None}
    assert {it["claim"] for it in found} == {0, 1}
    assert {it["breadcrumb"] for it in found} == {"Salt › Output"}


def test_a_candidate_shows_its_gap_once_and_names_its_features() -> None:
    for it in candidates(Path("salt.md"), load_pipelines(), TEXT):
        assert it["question"].count("[…]") + it["question"].count("?") == 1
        assert it["answer"] in it["claim_text"] or it["pattern"] in ("why", "how")
        assert it["features"]
