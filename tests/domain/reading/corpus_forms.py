"""English digests: order of the parts, line breaks, bullets and headings."""

from tests.domain.reading.corpus import Document, Gold, part, said

DOCUMENTS = (
    Document(
        name="one line, title last in another script, no line break at the end",
        text=(
            "Core Insights - Offshore wind is moving from fixed towers to floating"
            " ones,"
            " which opens deep coasts [1][2]. Group 1: Cost Curve - Turbine prices have"
            " fallen by a third since 2015 [1]. - Floating bases still cost twice as"
            " much"
            " as fixed ones [1][3]. Group 2: Supply Chain - Only 12 vessels can install"
            ' the largest "15 MW" machines [4]. - Ports need deeper quays before'
            " they can"
            " serve floating parks [4][5].\n海上风电走向深海:浮式基础成为关键"
        ),
        articles=(
            Gold(
                "海上风电走向深海:浮式基础成为关键",
                said(
                    "Offshore wind is moving from fixed towers to floating ones,"
                    " which opens deep coasts.",
                    1,
                    2,
                ),
                (
                    part(
                        1,
                        "Cost Curve",
                        said("Turbine prices have fallen by a third since 2015.", 1),
                        said(
                            "Floating bases still cost twice as much as fixed ones.",
                            1,
                            3,
                        ),
                    ),
                    part(
                        2,
                        "Supply Chain",
                        said(
                            'Only 12 vessels can install the largest "15 MW" machines.',
                            4,
                        ),
                        said(
                            "Ports need deeper quays before they can serve floating"
                            " parks.",
                            4,
                            5,
                        ),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="many lines, title first, hyphen bullets",
        text=(
            "Why container ships slow down\n"
            "\n"
            "Core Insight: Slow steaming saves more fuel than any new engine [1].\n"
            "\n"
            "Group 1: Fuel\n"
            "- Cutting speed by 10 % saves about 27 % of the fuel [1].\n"
            "- A large ship burns 150 tonnes a day at 22 knots [2][3].\n"
            "\n"
            "Group 2: Schedules\n"
            "- A slower loop needs one more ship for the same weekly service [2].\n"
        ),
        articles=(
            Gold(
                "Why container ships slow down",
                said("Slow steaming saves more fuel than any new engine.", 1),
                (
                    part(
                        1,
                        "Fuel",
                        said("Cutting speed by 10 % saves about 27 % of the fuel.", 1),
                        said("A large ship burns 150 tonnes a day at 22 knots.", 2, 3),
                    ),
                    part(
                        2,
                        "Schedules",
                        said(
                            "A slower loop needs one more ship for the same weekly"
                            " service.",
                            2,
                        ),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="one line, title before the core insight on the same line",
        text=(
            "Heat pumps in old houses Core Insights - Old houses can be heated by pumps"
            " once radiators are larger [1]. Group 1: Radiators - Flow at 45 °C needs"
            " twice the surface [2]."
        ),
        articles=(
            Gold(
                "Heat pumps in old houses",
                said("Old houses can be heated by pumps once radiators are larger.", 1),
                (
                    part(
                        1,
                        "Radiators",
                        said("Flow at 45 °C needs twice the surface.", 2),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="groups without a title, numbered above nine",
        text=(
            "Core Insights - Rail freight wins on distance [1]. Group 11 - A train"
            " moves"
            " a tonne 470 miles on a gallon [1]. - It needs a tenth of the crew [2]."
            " Group 12 - Trucks win below 500 miles [3].\nRail against road"
        ),
        articles=(
            Gold(
                "Rail against road",
                said("Rail freight wins on distance.", 1),
                (
                    part(
                        11,
                        "",
                        said("A train moves a tonne 470 miles on a gallon.", 1),
                        said("It needs a tenth of the crew.", 2),
                    ),
                    part(12, "", said("Trucks win below 500 miles.", 3)),
                ),
            ),
        ),
    ),
    Document(
        name="group titles on a line of their own",
        text=(
            "Core Insights\n"
            "Salt water is the next source of lithium [1].\n"
            "\n"
            "Group 1\n"
            "Brines\n"
            "- Direct extraction recovers 90 % of the metal [2].\n"
            "Group 2:\n"
            "Clay\n"
            "- Clay needs acid, which costs $4,000 a tonne [3].\n"
            "\n"
            "Lithium after the salt flats\n"
        ),
        articles=(
            Gold(
                "Lithium after the salt flats",
                said("Salt water is the next source of lithium.", 1),
                (
                    part(
                        1,
                        "Brines",
                        said("Direct extraction recovers 90 % of the metal.", 2),
                    ),
                    part(
                        2,
                        "Clay",
                        said("Clay needs acid, which costs $4,000 a tonne.", 3),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="Markdown headings, bold labels, star bullets",
        text=(
            "# The price of sand\n"
            "\n"
            "**Core Insight** - Building sand is scarce although deserts are not [1].\n"
            "\n"
            "## Group 1: Supply\n"
            "* **Desert grains** are too round to bind [2].\n"
            "* Rivers give 50 billion tonnes a year [2, 3].\n"
            "\n"
            "## Group 2: **Substitutes**\n"
            "* Crushed rock costs 20 % more [4].\n"
        ),
        articles=(
            Gold(
                "The price of sand",
                said("Building sand is scarce although deserts are not.", 1),
                (
                    part(
                        1,
                        "Supply",
                        said(
                            "Desert grains are too round to bind.",
                            2,
                            quoted="**Desert grains** are too round to bind",
                        ),
                        said("Rivers give 50 billion tonnes a year.", 2, 3),
                    ),
                    part(2, "Substitutes", said("Crushed rock costs 20 % more.", 4)),
                ),
            ),
        ),
    ),
    Document(
        name="wrapped at a fixed width, Windows line ends",
        text=(
            "Core Insights - Aluminium smelters move to where power is cheap and\r\n"
            "always on [1].\r\n"
            "Group 1: Power\r\n"
            "- A smelter takes about 14 MWh for each tonne, a third of its\r\n"
            "  costs [1][2].\r\n"
            "- Iceland sells that power for 30 years ahead, at prices tied\r\n"
            "to the metal [3].\r\n"
            "\r\n"
            "Where aluminium goes\r\n"
        ),
        articles=(
            Gold(
                "Where aluminium goes",
                said(
                    "Aluminium smelters move to where power is cheap and always on.",
                    1,
                    quoted="Aluminium smelters move to where power is cheap and\r\n"
                    "always on",
                ),
                (
                    part(
                        1,
                        "Power",
                        said(
                            "A smelter takes about 14 MWh for each tonne, a third of"
                            " its costs.",
                            1,
                            2,
                            quoted="A smelter takes about 14 MWh for each tonne, a"
                            " third of its\r\n  costs",
                        ),
                        said(
                            "Iceland sells that power for 30 years ahead, at prices"
                            " tied"
                            " to the metal.",
                            3,
                            quoted="Iceland sells that power for 30 years ahead, at"
                            " prices tied\r\nto the metal",
                        ),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="round bullets, also inside a line",
        text=(
            "Glass\n"
            "Key Insight: Glass is melted sand and soda [1].\n"
            "Group 1: Heat • Furnaces run at 1,500 °C [1] • They never stop for 15"
            " years"
            " [2]\n"
            "Group 2: Cullet\n"
            "• Ten percent of cullet saves 3 % of energy [3]\n"
            "•Colour must be sorted [4]\n"
        ),
        articles=(
            Gold(
                "Glass",
                said("Glass is melted sand and soda.", 1),
                (
                    part(
                        1,
                        "Heat",
                        said("Furnaces run at 1,500 °C", 1),
                        said("They never stop for 15 years", 2),
                    ),
                    part(
                        2,
                        "Cullet",
                        said("Ten percent of cullet saves 3 % of energy", 3),
                        said("Colour must be sorted", 4),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="numbered claims, in lines and in one line",
        text=(
            "Group 1: Tides\n"
            "1. Two tides a day drive the turbines [1].\n"
            "2) Neap tides give a third of the power [2].\n"
            "(3) Silt wears the blades [3].\n"
            "Group 2: Money\n"
            "1. A barrage costs 1.3 billion [4]. 2. It lasts 120 years [4]. 3. Banks"
            " count 30 [5].\n"
            "Power from the tides\n"
        ),
        articles=(
            Gold(
                "Power from the tides",
                None,
                (
                    part(
                        1,
                        "Tides",
                        said("Two tides a day drive the turbines.", 1),
                        said("Neap tides give a third of the power.", 2),
                        said("Silt wears the blades.", 3),
                    ),
                    part(
                        2,
                        "Money",
                        said("A barrage costs 1.3 billion.", 4),
                        said("It lasts 120 years.", 4),
                        said("Banks count 30.", 5),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="claims as plain lines, with and without full stops",
        text=(
            "Paper\n"
            "Core Insights - Boxes replaced newsprint [1].\n"
            "Group 1: Demand\n"
            "Parcels doubled the need for board [1].\n"
            "Newsprint fell by two thirds [2].\n"
            "Group 2: Fibre\n"
            "Fibres last seven cycles [3]\n"
            "Old boxes fetch $120 a tonne [3]\n"
        ),
        articles=(
            Gold(
                "Paper",
                said("Boxes replaced newsprint.", 1),
                (
                    part(
                        1,
                        "Demand",
                        said("Parcels doubled the need for board.", 1),
                        said("Newsprint fell by two thirds.", 2),
                    ),
                    part(
                        2,
                        "Fibre",
                        said("Fibres last seven cycles", 3),
                        said("Old boxes fetch $120 a tonne", 3),
                    ),
                ),
            ),
        ),
    ),
)
