"""English digests: citations, dashes, abbreviations and other small marks."""

from tests.domain.reading.corpus import Document, Gold, part, said, zh

DOCUMENTS = (
    Document(
        name="hyphens, minus signs, ranges, decimals and U.S. are no bullets or ends",
        text=(
            "Core Insights - Tariffs hit long-haul, low-margin goods first [1]."
            " Group 1:"
            " Trade - U.S. - China volumes fell 3.5 % in 2019 - 2020 [1]. - The U.S."
            " import price moved by -0.4 % to -0.2 % [2]. - At 9 a.m. - 5 p.m. rates"
            " the"
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
                            "At 9 a.m. - 5 p.m. rates the port handled 1.5 - 2.0"
                            " million"
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
            "Core Insights - Steel is local [1]. Group 1: Mills - Most scrap stays"
            " in the"
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
            " [2024] the spread was within [0, 1] [2]. - The share [10 %] covers 4"
            " m² at"
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
            "Core Insights - Drones map faster. They also cost less [1]. Group 1:"
            " Survey -"
            " A day covers 4 km². A team on foot covers 0.1 [2]. - Wind stops them"
            " [3].\n"
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
        name="a label in bold needs no colon, and round brackets cite in Chinese",
        text=(
            "# 集雾取水\n\n**核心观点** 雾可以喝。[1]\n\n## 网\n"
            "- 每平方米网一天可收集5升水（2）。\n"
            "- 雾有三种用处：（1）饮用；（2）灌溉；（3）清洗。（4）（5）\n"
        ),
        articles=(
            Gold(
                "集雾取水",
                zh("雾可以喝。", 1),
                (
                    part(
                        None,
                        "网",
                        zh("每平方米网一天可收集5升水。", 2),
                        zh("雾有三种用处：（1）饮用；（2）灌溉；（3）清洗。", 4, 5),
                    ),
                ),
                language="zh",
            ),
        ),
    ),
    Document(
        name="bold words of a sentence are no label",
        text="# Fog nets\n\n- **Core ideas** of 2019 came from Chile [1].\n",
        articles=(
            Gold(
                "Fog nets",
                None,
                (
                    part(
                        None,
                        "Fog nets",
                        said(
                            "Core ideas of 2019 came from Chile.",
                            1,
                            quoted="**Core ideas** of 2019 came from Chile",
                        ),
                    ),
                ),
            ),
        ),
    ),
)
