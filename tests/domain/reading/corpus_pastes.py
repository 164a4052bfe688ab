"""Digests with what a paste brings along: odd bullets, entities, unseen characters."""

from tests.domain.reading.corpus import Document, Gold, part, said, zh

DOCUMENTS = (
    Document(
        name="bullets of all sorts",
        text=(
            "Core Insights - Kites can pull ships [1].\n"
            "Group 1: Kites\n"
            "‣ A kite flies at 300 m [1].\n"
            "⁃ Wind is stronger there [2].\n"
            "∙ The rope is as thick as an arm [2].\n"
            "–\tLaunching takes 15 minutes [3].\n"
            "→ Savings reach 20 % [3].\n"
            "➢ Two owners have bought kites [4].\n"
            "❖ Crews need a week of training [4].\n"
            "✅ Insurers agree [5].\n"
            "o Ports do not [5].\n"
            "a) Storms ground the kites [6].\n"
            "(b) Calms do so too [6].\n"
            "\n"
            "Sails in the sky\n"
        ),
        articles=(
            Gold(
                "Sails in the sky",
                said("Kites can pull ships.", 1),
                (
                    part(
                        1,
                        "Kites",
                        said("A kite flies at 300 m.", 1),
                        said("Wind is stronger there.", 2),
                        said("The rope is as thick as an arm.", 2),
                        said("Launching takes 15 minutes.", 3),
                        said("Savings reach 20 %.", 3),
                        said("Two owners have bought kites.", 4),
                        said("Crews need a week of training.", 4),
                        said("Insurers agree.", 5),
                        said("Ports do not.", 5),
                        said("Storms ground the kites.", 6),
                        said("Calms do so too.", 6),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="minus signs and ranges at the start of lines and claims",
        text=(
            "Core Insights - Cold stores follow the power price [1].\n"
            "Group 1: Cold - heat\n"
            "- -18 °C is the rule for ice cream [1].\n"
            "- −5 °C to −2 °C does for fish - if it is fresh [2].\n"
            "–60 °C is asked for tuna [2].\n"
            "- From 2019 - 2021 capacity grew by 5 - 7 % [3].\n"
            "- Prices moved -$2 - +$3 a pallet, Q1-Q3 [3].\n"
            "- Line A - B costs 1.5 - 2.0 times line C [4].\n"
            "\n"
            "Cold stores\n"
        ),
        articles=(
            Gold(
                "Cold stores",
                said("Cold stores follow the power price.", 1),
                (
                    part(
                        1,
                        "Cold - heat",
                        said("-18 °C is the rule for ice cream.", 1),
                        said("−5 °C to −2 °C does for fish - if it is fresh.", 2),
                        said("–60 °C is asked for tuna.", 2),
                        said("From 2019 - 2021 capacity grew by 5 - 7 %.", 3),
                        said("Prices moved -$2 - +$3 a pallet, Q1-Q3.", 3),
                        said("Line A - B costs 1.5 - 2.0 times line C.", 4),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="entities and tags left over from a page",
        text=(
            "<b>Core Insights</b> -&nbsp;Moss &amp; lichen clean city air<sup>1</sup>."
            "<br>Group 1: Walls<br>- A wall of 4&nbsp;m takes up as much dust as 275"
            " trees [2].<br/>- Moss needs &lt; 5 W for its pump [3].\n"
            "<p>Group 2: Roofs</p>\n"
            "<li>Sedum holds <em>half</em> of the rain&#8217;s volume [4].</li>\n"
            "<li>Roofs of 10<sup>4</sup> m<sup>2</sup> exist [5].</li>\n"
            "<p>Moss in town</p>\n"
        ),
        articles=(
            Gold(
                "Moss in town",
                said(
                    "Moss & lichen clean city air.",
                    1,
                    quoted="Moss &amp; lichen clean city air",
                ),
                (
                    part(
                        1,
                        "Walls",
                        said(
                            "A wall of 4 m takes up as much dust as 275 trees.",
                            2,
                            quoted="A wall of 4&nbsp;m takes up as much dust as 275"
                            " trees",
                        ),
                        said(
                            "Moss needs < 5 W for its pump.",
                            3,
                            quoted="Moss needs &lt; 5 W for its pump",
                        ),
                    ),
                    part(
                        2,
                        "Roofs",
                        said(
                            "Sedum holds half of the rain’s volume.",
                            4,
                            quoted="Sedum holds <em>half</em> of the rain&#8217;s"
                            " volume",
                        ),
                        said(
                            "Roofs of 10⁴ m² exist.",
                            5,
                            quoted="Roofs of 10<sup>4</sup> m<sup>2</sup> exist",
                        ),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="characters that nobody sees",
        text=(
            "\u200bCore\u200b Insights - Algae\u200b feed fish\u00ad farms [\u200b1].\n"
            "\u200eGroup\u00a01\u200b: Ponds\n"
            "\u200b-\u200b \u202aA pond yields 20 t a hect\u00adare\u202c [2].\n"
            "\u2066- Ponds evap\u200borate\u2069 [3\ufeff].\n"
            "\ufeff- Ponds\u2060 in\u200b\u200b Israel are covered [4].\n"
            "\n"
            "\u2068Algae\u2069 for fish\u200f\n"
        ),
        articles=(
            Gold(
                "Algae for fish",
                said(
                    "Algae feed fish farms.",
                    1,
                    quoted="Algae\u200b feed fish\u00ad farms",
                ),
                (
                    part(
                        1,
                        "Ponds",
                        said(
                            "A pond yields 20 t a hectare.",
                            2,
                            quoted="A pond yields 20 t a hect\u00adare",
                        ),
                        said("Ponds evaporate.", 3, quoted="Ponds evap\u200borate"),
                        said(
                            "Ponds in Israel are covered.",
                            4,
                            quoted="Ponds\u2060 in\u200b\u200b Israel are covered",
                        ),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="abbreviations, decimals and initials end no sentence",
        text=(
            "Group 1: Steel\n"
            "The U.S. made .5 Mt vs. 3.5 Mt in Japan [1]. J. P. Morgan and Co. lent it"
            " to No. 5 mill at 9 a.m. on Jan. 3, 1901 [2]. Lee et al. found approx."
            " 7.5x more, i.e. less than Dr. Ho, Ph.D., did [3]. It then left the U.S."
            " The rest stayed [4].\n"
            "Group 2: Iron\n"
            "Version 2.0.1 costs $1.50 per unit [5].\n"
            "\n"
            "Steel, etc.\n"
        ),
        articles=(
            Gold(
                "Steel, etc",
                None,
                (
                    part(
                        1,
                        "Steel",
                        said("The U.S. made .5 Mt vs. 3.5 Mt in Japan.", 1),
                        said(
                            "J. P. Morgan and Co. lent it to No. 5 mill at 9 a.m. on"
                            " Jan. 3, 1901.",
                            2,
                        ),
                        said(
                            "Lee et al. found approx. 7.5x more, i.e. less than Dr. Ho,"
                            " Ph.D., did.",
                            3,
                        ),
                        said("It then left the U.S."),
                        said("The rest stayed.", 4),
                    ),
                    part(2, "Iron", said("Version 2.0.1 costs $1.50 per unit.", 5)),
                ),
            ),
        ),
    ),
    Document(
        name="quotes in and around claims",
        text=(
            "Core Insights - Critics call it “the last book” [1].\n"
            "Group 1: “Print”\n"
            '- Its motto is "slow first."[2]\n'
            "- “Paper lasts.” The maker says so [3].\n"
            "- He wrote ‘no’ – not “yes” – in 1999.”\n"
            "- The 'Gutenberg' press made 240 pages an hour [4].\n"
            "\n"
            "«The last book»\n"
        ),
        articles=(
            Gold(
                "«The last book»",
                said("Critics call it “the last book”.", 1),
                (
                    part(
                        1,
                        "Print",
                        said('Its motto is "slow first."', 2),
                        said("“Paper lasts.” The maker says so.", 3),
                        said("He wrote ‘no’ – not “yes” – in 1999.”"),
                        said("The 'Gutenberg' press made 240 pages an hour.", 4),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="both languages in one digest, full-width letters",
        text=(
            "核心观点\uff1a\uff21\uff29芯片的瓶颈是\uff28\uff22\uff2d内存[1]。\n"
            "Group 1: Supply 供应\n"
            "- SK hynix sold out its 2025 output【2】.\n"
            "- 三星的良率低于60%[3]。\n"
            "第二组\uff1aDemand\n"
            "• NVIDIA占需求的六成以上 [4]\n"
            "\n"
            "内存与AI\n"
            "来源\uff1aPrebrief\n"
        ),
        articles=(
            Gold(
                "内存与AI",
                zh("\uff21\uff29芯片的瓶颈是\uff28\uff22\uff2d内存。", 1),
                (
                    part(
                        1,
                        "Supply 供应",
                        said("SK hynix sold out its 2025 output.", 2),
                        zh("三星的良率低于60%。", 3),
                    ),
                    part(2, "Demand", zh("NVIDIA占需求的六成以上", 4)),
                ),
                language="zh",
            ),
        ),
    ),
    Document(
        name="source lines of all sorts, several to a digest",
        text=(
            "Ice on rails\n"
            "(Source: Prebrief Weekly)\n"
            "Published: 3 May 2026\n"
            "Core Insight: Points freeze before rails do [1].\n"
            "Group 1: Heat\n"
            "- A heater draws 10 kW [2].\n"
            "Source: https://example.org/heat\n"
            "Group 2: Cold\n"
            "- Salt does not help below −21 °C [3].\n"
            "Sources: Network Rail; SBB\n"
            "https://example.org/cold\n"
            "© 2026 Prebrief\n"
        ),
        articles=(
            Gold(
                "Ice on rails",
                said("Points freeze before rails do.", 1),
                (
                    part(1, "Heat", said("A heater draws 10 kW.", 2)),
                    part(2, "Cold", said("Salt does not help below −21 °C.", 3)),
                ),
            ),
        ),
    ),
)
