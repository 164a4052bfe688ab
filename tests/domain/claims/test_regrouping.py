import pytest

from app.domain.claims.regrouping import NewGroup, OldGroup, match_groups

CORE = OldGroup(1, "Core insight", is_core_insight=True)
PRICES = OldGroup(2, "Prices", is_core_insight=False)
SUPPLY = OldGroup(3, "Supply", is_core_insight=False)
TWIN = OldGroup(4, "Prices", is_core_insight=False)


def new(*titles: str) -> list[NewGroup]:
    return [NewGroup(it, is_core_insight=it == "Core insight") for it in titles]


@pytest.mark.parametrize(
    ("old", "titles", "shared", "wanted"),
    [
        (
            [CORE, PRICES, SUPPLY],
            ["Core insight", "Supply", "prices "],
            {},
            {0: 1, 1: 3, 2: 2},
        ),
        ([PRICES, SUPPLY], ["Costs", "Supply"], {(0, 2): 1}, {0: 2, 1: 3}),
        (
            [PRICES, SUPPLY],
            ["Costs", "Homes"],
            {(0, 2): 1, (1, 2): 2, (0, 3): 1},
            {1: 2, 0: 3},
        ),
        ([PRICES, TWIN], ["Prices", "Prices"], {}, {0: 2, 1: 4}),
        ([PRICES], ["Costs"], {}, {}),
        # What moved into the core insight does not make a group of it.
        ([PRICES], ["Core insight"], {(0, 2): 1}, {}),
        ([CORE], ["Costs"], {(0, 1): 1}, {}),
    ],
)
def test_a_group_goes_on_by_its_title_and_then_by_its_claims(
    old: list[OldGroup],
    titles: list[str],
    shared: dict[tuple[int, int], int],
    wanted: dict[int, int],
) -> None:
    assert match_groups(old, new(*titles), shared) == wanted
