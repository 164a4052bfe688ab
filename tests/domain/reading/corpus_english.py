"""English digests in the forms in which people paste them."""

from tests.domain.reading.corpus import Document, Gold, part, said


DOCUMENTS = (
    Document(
        name="one line, title last in another script, no line break at the end",
        text=(
            "Core Insights - Offshore wind is moving from fixed towers to floating ones,"
            " which opens deep coasts [1][2]. Group 1: Cost Curve - Turbine prices have"
            " fallen by a third since 2015 [1]. - Floating bases still cost twice as much"
            " as fixed ones [1][3]. Group 2: Supply Chain - Only 12 vessels can install"
            ' the largest "15 MW" machines [4]. - Ports need deeper quays before they can'
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
            "Core Insights - Rail freight wins on distance [1]. Group 11 - A train moves"
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
        name="hyphens, minus signs, ranges, decimals and U.S. are no bullets or ends",
        text=(
            "Core Insights - Tariffs hit long-haul, low-margin goods first [1]. Group 1:"
            " Trade - U.S. - China volumes fell 3.5 % in 2019 - 2020 [1]. - The U.S."
            " import price moved by -0.4 % to -0.2 % [2]. - At 9 a.m. - 5 p.m. rates the"
            " port handled 1.5 - 2.0 million boxes [2].\nTariffs on the water"
        ),
        articles=(
            Gold(
                "Tariffs on the water",
                said("Tariffs hit long-haul, low-margin goods first.", 1),
                (
                    part(
                        1,
                        "Trade",
                        said("U.S. - China volumes fell 3.5 % in 2019 - 2020.", 1),
                        said("The U.S. import price moved by -0.4 % to -0.2 %.", 2),
                        said(
                            "At 9 a.m. - 5 p.m. rates the port handled 1.5 - 2.0 million"
                            " boxes.",
                            2,
                        ),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="a dash after U.S. is a bullet when a sentence opens",
        text=(
            "Core Insights - Steel is local [1]. Group 1: Mills - Most scrap stays in the"
            " U.S. - The rest goes to Turkey [2].\nScrap"
        ),
        articles=(
            Gold(
                "Scrap",
                said("Steel is local.", 1),
                (
                    part(
                        1,
                        "Mills",
                        said("Most scrap stays in the U.S."),
                        said("The rest goes to Turkey.", 2),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="citation forms",
        text=(
            "Citations of all kinds\n"
            "Core Insights: One thing [2, 3] leads to another [3-5].\n"
            "Group 1: Forms\n"
            "- A list without space[1,2].\n"
            "- Lenticular brackets【6】.\n"
            "- A range over a dash [7–9].\n"
            "- Markers before a stop and behind it [1]. [2]\n"
            "- A stop comes first.[3]\n"
            "- A superscript closes this.⁴\n"
            "- A word takes one too⁵.\n"
            "- Links behind the number [6](https://example.org/a).\n"
            "- Footnotes [^7].\n"
            "- Round brackets about it ([8]).\n"
            "- The same twice [9] in one claim [9].\n"
            "[1] A claim whose marker comes first.\n"
        ),
        articles=(
            Gold(
                "Citations of all kinds",
                said(
                    "One thing leads to another.",
                    2,
                    3,
                    4,
                    5,
                    quoted="One thing [2, 3] leads to another",
                ),
                (
                    part(
                        1,
                        "Forms",
                        said("A list without space.", 1, 2),
                        said("Lenticular brackets.", 6),
                        said("A range over a dash.", 7, 8, 9),
                        said("Markers before a stop and behind it.", 1, 2),
                        said("A stop comes first.", 3),
                        said("A superscript closes this.", 4),
                        said("A word takes one too.", 5),
                        said("Links behind the number.", 6),
                        said("Footnotes.", 7),
                        said("Round brackets about it.", 8),
                        said(
                            "The same twice in one claim.",
                            9,
                            quoted="The same twice [9] in one claim",
                        ),
                        said("A claim whose marker comes first.", 1),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="brackets that are no citations",
        text=(
            "Core Insights - The bank [sic] kept its rating [1]. Group 1: Ratings - In"
            " [2024] the spread was within [0, 1] [2]. - The share [10 %] covers 4 m² at"
            " 10³ units [3]. - Access to list[a] and [Figure 3] is free [4].\nRatings"
        ),
        articles=(
            Gold(
                "Ratings",
                said("The bank [sic] kept its rating.", 1),
                (
                    part(
                        1,
                        "Ratings",
                        said("In [2024] the spread was within [0, 1].", 2),
                        said("The share [10 %] covers 4 m² at 10³ units.", 3),
                        said("Access to list[a] and [Figure 3] is free.", 4),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="a source line, an author, a date and a link are no part of it",
        text=(
            "Who pays for cheap parcels\n"
            "Source: The Postal Review\n"
            "Author: A. Writer\n"
            "Date: 2026-03-01\n"
            "https://example.org/parcels\n"
            "Core Insight: Senders pay less than a parcel costs [1].\n"
            "Group 1: Rates\n"
            "- Small parcels lose $1.60 each [1].\n"
            "Source: Universal tariff tables, 2025\n"
        ),
        articles=(
            Gold(
                "Who pays for cheap parcels",
                said("Senders pay less than a parcel costs.", 1),
                (part(1, "Rates", said("Small parcels lose $1.60 each.", 1)),),
            ),
        ),
    ),
    Document(
        name="a source at the end of the line and behind the title",
        text=(
            "Core Insights - Ice roads open later each year [1]. Group 1: North - The"
            " season lost 20 days [2]. Source: Road Office\n"
            "Ice roads | Source: Northern Gazette\n"
        ),
        articles=(
            Gold(
                "Ice roads",
                said("Ice roads open later each year.", 1),
                (part(1, "North", said("The season lost 20 days.", 2)),),
            ),
        ),
    ),
    Document(
        name="a list of references below",
        text=(
            "Core Insights - Bees pay rent [1]. Group 1: Fields - Almonds need 2 hives an"
            " acre [1][2].\n"
            "\n"
            "Bees on the payroll\n"
            "\n"
            "References\n"
            "[1] Orchard census, 2024\n"
            "[2] https://example.org/hives\n"
        ),
        articles=(
            Gold(
                "Bees on the payroll",
                said("Bees pay rent.", 1),
                (part(1, "Fields", said("Almonds need 2 hives an acre.", 1, 2)),),
            ),
        ),
    ),
    Document(
        name="two digests in one paste, titles last",
        text=(
            "Core Insights - Cocoa is short [1]. Group 1: Crop - Rain cut the harvest by"
            " 14 % [1].\n"
            "Cocoa runs dry\n"
            "\n"
            "Core Insights - Coffee is short too [1]. Group 1: Crop - Frost hit Brazil"
            " [2]. Group 2: Price - Futures doubled [3].\n"
            "Coffee follows\n"
        ),
        articles=(
            Gold(
                "Cocoa runs dry",
                said("Cocoa is short.", 1),
                (part(1, "Crop", said("Rain cut the harvest by 14 %.", 1)),),
            ),
            Gold(
                "Coffee follows",
                said("Coffee is short too.", 1),
                (
                    part(1, "Crop", said("Frost hit Brazil.", 2)),
                    part(2, "Price", said("Futures doubled.", 3)),
                ),
            ),
        ),
    ),
    Document(
        name="two digests in one paste, titles first",
        text=(
            "Cocoa runs dry\n"
            "Core Insights - Cocoa is short [1]. Group 1: Crop - Rain cut the harvest by"
            " 14 % [1].\n"
            "\n"
            "Coffee follows\n"
            "Core Insights - Coffee is short too [1]. Group 1: Crop - Frost hit Brazil"
            " [2].\n"
        ),
        articles=(
            Gold(
                "Cocoa runs dry",
                said("Cocoa is short.", 1),
                (part(1, "Crop", said("Rain cut the harvest by 14 %.", 1)),),
            ),
            Gold(
                "Coffee follows",
                said("Coffee is short too.", 1),
                (part(1, "Crop", said("Frost hit Brazil.", 2)),),
            ),
        ),
    ),
    Document(
        name="two digests parted by a rule, without core insights",
        text=(
            "Tin\n"
            "Group 1: Mines\n"
            "- Myanmar digs a tenth of it [1].\n"
            "Group 2: Uses\n"
            "- Solder takes half [2].\n"
            "---\n"
            "Zinc\n"
            "Group 1: Mines\n"
            "- China digs a third of it [1].\n"
        ),
        articles=(
            Gold(
                "Tin",
                None,
                (
                    part(1, "Mines", said("Myanmar digs a tenth of it.", 1)),
                    part(2, "Uses", said("Solder takes half.", 2)),
                ),
            ),
            Gold(
                "Zinc",
                None,
                (part(1, "Mines", said("China digs a third of it.", 1)),),
            ),
        ),
    ),
    Document(
        name="two digests in one line, titles between",
        text=(
            "Core Insights - Cocoa is short [1]. Group 1: Crop - Rain cut the harvest"
            " [1]. Cocoa runs dry Core Insights - Coffee is short [1]. Group 1: Crop -"
            " Frost hit Brazil [2]. Coffee follows"
        ),
        articles=(
            Gold(
                "Cocoa runs dry",
                said("Cocoa is short.", 1),
                (part(1, "Crop", said("Rain cut the harvest.", 1)),),
            ),
            Gold(
                "Coffee follows",
                said("Coffee is short.", 1),
                (part(1, "Crop", said("Frost hit Brazil.", 2)),),
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
                            "A smelter takes about 14 MWh for each tonne, a third of its"
                            " costs.",
                            1,
                            2,
                            quoted="A smelter takes about 14 MWh for each tonne, a third"
                            " of its\r\n  costs",
                        ),
                        said(
                            "Iceland sells that power for 30 years ahead, at prices tied"
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
            "Group 1: Heat • Furnaces run at 1,500 °C [1] • They never stop for 15 years"
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
    Document(
        name="a paragraph of sentences under each group",
        text=(
            "Group 1: Mining. Dr. Lee says ore of 0.5 % pays [1]. Below that, e.g. in"
            " Chile, it does not [2]. Group 2: Smelting\n"
            "Smelters keep 20 % of the price. They took 30 % in 2015 [3].\n"
            "\n"
            "Copper in numbers\n"
        ),
        articles=(
            Gold(
                "Copper in numbers",
                None,
                (
                    part(
                        1,
                        "Mining",
                        said("Dr. Lee says ore of 0.5 % pays.", 1),
                        said("Below that, e.g. in Chile, it does not.", 2),
                    ),
                    part(
                        2,
                        "Smelting",
                        said("Smelters keep 20 % of the price."),
                        said("They took 30 % in 2015.", 3),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="one bullet may hold two sentences",
        text=(
            "Core Insights - Drones map faster. They also cost less [1]. Group 1: Survey -"
            " A day covers 4 km². A team on foot covers 0.1 [2]. - Wind stops them [3].\n"
            "Maps from above"
        ),
        articles=(
            Gold(
                "Maps from above",
                said("Drones map faster. They also cost less.", 1),
                (
                    part(
                        1,
                        "Survey",
                        said("A day covers 4 km². A team on foot covers 0.1.", 2),
                        said("Wind stops them.", 3),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="a summary below the groups is a group",
        text=(
            "Core Insights - Fog can be drunk [1].\n"
            "Group 1: Nets\n"
            "- A net gives 5 litres per square metre [2].\n"
            "Summary: Fog is a supply for hundreds, not for millions [3].\n"
            "Water from fog\n"
        ),
        articles=(
            Gold(
                "Water from fog",
                said("Fog can be drunk.", 1),
                (
                    part(1, "Nets", said("A net gives 5 litres per square metre.", 2)),
                    part(
                        None,
                        "Summary",
                        said("Fog is a supply for hundreds, not for millions.", 3),
                    ),
                ),
            ),
        ),
    ),
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
            "Core Insights - Night trains return [1]. Group 1: Demand - Beds sell out in"
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
            "Core Insights - Cranes are getting taller [1]. Group 1: Ports - Ships stack"
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
