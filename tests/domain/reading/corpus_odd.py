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
    Document(
        name="a whole digest wrapped by a mail program",
        text=(
            "Core Insights - Maglev trains are fast, but the track costs more than"
            " the\n"
            "trains ever will [1][2]. Group 1: Track - A kilometre of track costs $60\n"
            "million [1]. - Tunnels take 80 % of the line between Tokyo and Nagoya\n"
            "[2]. Group 2: Trains - The trains reach 603 km/h on the test line\n"
            "[3].\n"
            "Fast trains, slow money\n"
        ),
        articles=(
            Gold(
                "Fast trains, slow money",
                said(
                    "Maglev trains are fast, but the track costs more than the trains"
                    " ever will.",
                    1,
                    2,
                    quoted="Maglev trains are fast, but the track costs more than the"
                    "\ntrains ever will",
                ),
                (
                    part(
                        1,
                        "Track",
                        said(
                            "A kilometre of track costs $60 million.",
                            1,
                            quoted="A kilometre of track costs $60\nmillion",
                        ),
                        said(
                            "Tunnels take 80 % of the line between Tokyo and Nagoya.", 2
                        ),
                    ),
                    part(
                        2,
                        "Trains",
                        said("The trains reach 603 km/h on the test line.", 3),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="the core insight comes last, the title has a label, a date stands above",
        text=(
            "12 May 2025 | Reuters\n"
            "Group 1: Kelp\n"
            "- Kelp grows half a metre a day [1].\n"
            "Core Insight: Seaweed needs no field [2].\n"
            "Title: \u201cFarms in the sea\u201d\n"
        ),
        articles=(
            Gold(
                "Farms in the sea",
                said("Seaweed needs no field.", 2),
                (part(1, "Kelp", said("Kelp grows half a metre a day.", 1)),),
            ),
        ),
    ),
    Document(
        name="a title before a colon, with sentences behind it",
        text=(
            "Core Insights - Hail is costly [1]. Group 1: Damage: Hail broke 9,000"
            " roofs"
            " [1]. Insurers paid at once [2]. Group 2: Nets: Nets save apples [3].\n"
            "Hail\n"
        ),
        articles=(
            Gold(
                "Hail",
                said("Hail is costly.", 1),
                (
                    part(
                        1,
                        "Damage",
                        said("Hail broke 9,000 roofs.", 1),
                        said("Insurers paid at once.", 2),
                    ),
                    part(2, "Nets", said("Nets save apples.", 3)),
                ),
            ),
        ),
    ),
    Document(
        name="several takeaways are a group, several core insights one and a group",
        text=(
            "Moss\n"
            "Key Takeaways\n"
            "- Moss drinks fog [1].\n"
            "- Moss cools walls [2].\n"
            "\n"
            "---\n"
            "Fern\n"
            "Core Insights\n"
            "- Fern is old [1].\n"
            "- Fern likes shade [2].\n"
            "Group 1: Spores\n"
            "- Spores travel far [3].\n"
        ),
        articles=(
            Gold(
                "Moss",
                None,
                (
                    part(
                        None,
                        "Key Takeaways",
                        said("Moss drinks fog.", 1),
                        said("Moss cools walls.", 2),
                    ),
                ),
            ),
            Gold(
                "Fern",
                said("Fern is old.", 1),
                (
                    part(None, "Core Insights", said("Fern likes shade.", 2)),
                    part(1, "Spores", said("Spores travel far.", 3)),
                ),
            ),
        ),
        warnings=("Line 8: there is more than one core insight",),
    ),
    Document(
        name="a paragraph before the first group is the core insight",
        text=(
            "Cork\n"
            "Cork oaks are stripped every nine years [1].\n"
            "Group 1: Trade\n"
            "- Portugal sells half of it [2].\n"
        ),
        articles=(
            Gold(
                "Cork",
                said("Cork oaks are stripped every nine years.", 1),
                (part(1, "Trade", said("Portugal sells half of it.", 2)),),
            ),
        ),
        warnings=("Line 2: the paragraph before the first group",),
    ),
    Document(
        name="emoji before labels, claims and title",
        text=(
            "\U0001f680 Rockets that land\n"
            "\U0001f4c8 **Core Insights**: Reuse halves the price [1].\n"
            "\n"
            "\U0001f539 Group 1: Boosters\n"
            "\u2705 One booster flew 30 times [2].\n"
            "\u2b50\ufe0f Landing costs 10 % of the fuel [3].\n"
            "## \U0001f539 Group 2: Ships\n"
            "- \U0001f6a2 Two ships catch them [4].\n"
        ),
        articles=(
            Gold(
                "Rockets that land",
                said("Reuse halves the price.", 1),
                (
                    part(
                        1,
                        "Boosters",
                        said("One booster flew 30 times.", 2),
                        said("Landing costs 10 % of the fuel.", 3),
                    ),
                    part(2, "Ships", said("Two ships catch them.", 4)),
                ),
            ),
        ),
    ),
)
