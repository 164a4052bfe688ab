"""English digests that lack a part or hold something doubtful."""

from tests.domain.reading.corpus import Document, Gold, part, said

DOCUMENTS = (
    Document(
        name="headings and bullets without any label",
        text=(
            "# Reading the tea market\n"
            "## Growers\n"
            "- Kenya exports most of its tea [1].\n"
            "- Pickers earn by the kilo.\n"
            "## Auctions\n"
            "- Mombasa sells every week [2].\n"
        ),
        articles=(
            Gold(
                "Reading the tea market",
                None,
                (
                    part(
                        None,
                        "Growers",
                        said("Kenya exports most of its tea.", 1),
                        said("Pickers earn by the kilo."),
                    ),
                    part(None, "Auctions", said("Mombasa sells every week.", 2)),
                ),
            ),
        ),
    ),
    Document(
        name="numbered headings over bullets",
        text=(
            "Silk roads of data\n"
            "\n"
            "1. Cables\n"
            "   - A cable carries 250 terabits a second [1].\n"
            "   - Most breaks come from anchors [2].\n"
            "2. Landing points\n"
            "   - Egypt takes a toll on 17 % of traffic [3].\n"
        ),
        articles=(
            Gold(
                "Silk roads of data",
                None,
                (
                    part(
                        1,
                        "Cables",
                        said("A cable carries 250 terabits a second.", 1),
                        said("Most breaks come from anchors.", 2),
                    ),
                    part(
                        2,
                        "Landing points",
                        said("Egypt takes a toll on 17 % of traffic.", 3),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="the title's line break was lost in the paste",
        text=(
            "Core Insights - Night trains return [1]. Group 1: Demand - Beds sell"
            " out in"
            " summer [1]. - Subsidies cover 40 % of the cost [2]. 夜间列车重返欧洲"
        ),
        articles=(
            Gold(
                "夜间列车重返欧洲",
                said("Night trains return.", 1),
                (
                    part(
                        1,
                        "Demand",
                        said("Beds sell out in summer.", 1),
                        said("Subsidies cover 40 % of the cost.", 2),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="an article without a title gets one from its groups",
        text=(
            "Core Insights - Cranes are getting taller [1]. Group 1: Ports - Ships"
            " stack"
            " 24 rows [1]. Group 2: Towers - Cores climb with the crane [2]."
        ),
        articles=(
            Gold(
                "Ports, Towers",
                said("Cranes are getting taller.", 1),
                (
                    part(1, "Ports", said("Ships stack 24 rows.", 1)),
                    part(2, "Towers", said("Cores climb with the crane.", 2)),
                ),
            ),
        ),
        warnings=("no title",),
    ),
    Document(
        name="claims before the first group are kept apart",
        text=(
            "Salt\n"
            "- Salt once paid soldiers [1].\n"
            "- Roads were salted from 1938 [2].\n"
            "Group 1: Use\n"
            "- Chemistry takes 40 % [3].\n"
        ),
        articles=(
            Gold(
                "Salt",
                None,
                (
                    part(
                        None,
                        "Salt",
                        said("Salt once paid soldiers.", 1),
                        said("Roads were salted from 1938.", 2),
                    ),
                    part(1, "Use", said("Chemistry takes 40 %.", 3)),
                ),
            ),
        ),
        warnings=("Line 2: a claim before the first group",),
    ),
    Document(
        name="a gap in the numbers, a group without claims, a line of no use",
        text=(
            "Core Insights - Ferries go electric [1].\n"
            "Group 1: Norway\n"
            "- Norway runs 70 of them [1].\n"
            "Some stray caption\n"
            "Group 3: Cost\n"
            "- Batteries are a third of the price [2].\n"
            "Group 4: Outlook\n"
            "\n"
            "Ferries\n"
        ),
        articles=(
            Gold(
                "Ferries",
                said("Ferries go electric.", 1),
                (
                    part(1, "Norway", said("Norway runs 70 of them.", 1)),
                    part(3, "Cost", said("Batteries are a third of the price.", 2)),
                ),
            ),
        ),
        warnings=(
            "Line 5: group 3 follows group 1",
            "Line 4: “Some stray caption”",
            "Line 7: Group 4 has no claims",
        ),
    ),
)
