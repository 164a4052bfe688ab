"""Digests as people paste them: separators, order, numbering, nesting, citations."""

from tests.domain.reading.corpus import Document, Gold, part, said, zh

DOCUMENTS = (
    Document(
        name="upright bars and long dashes part label and title",
        text=(
            "Wool after the boom\n"
            "Core Insight | Wool pays only where sheep are kept for meat too [1].\n"
            "Group 1 | Flocks\n"
            "- Australia shears 70 million sheep a year [2].\n"
            "Group 2 — Mills\n"
            "- Most scouring moved to China before 2010 [3].\n"
            "Group 3 – Prices\n"
            "- Fine fibre sells at three times the price of coarse fibre [4].\n"
        ),
        articles=(
            Gold(
                "Wool after the boom",
                said("Wool pays only where sheep are kept for meat too.", 1),
                (
                    part(
                        1,
                        "Flocks",
                        said("Australia shears 70 million sheep a year.", 2),
                    ),
                    part(
                        2, "Mills", said("Most scouring moved to China before 2010.", 3)
                    ),
                    part(
                        3,
                        "Prices",
                        said(
                            "Fine fibre sells at three times the price of coarse"
                            " fibre.",
                            4,
                        ),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="groups counted in words, in capitals, of a total",
        text=(
            "CORE VIEWPOINT: Cork is a crop that nobody hurries [1].\n"
            "GROUP ONE: BARK\n"
            "* A tree is stripped every nine years [2].\n"
            "GROUP TWO: STOPPERS\n"
            "* Screw caps took a third of the market [3].\n"
            "Group 3 of 3: Floors\n"
            "* Waste cork is pressed into tiles [4].\n"
            "\n"
            "Cork\n"
        ),
        articles=(
            Gold(
                "Cork",
                said("Cork is a crop that nobody hurries.", 1),
                (
                    part(1, "BARK", said("A tree is stripped every nine years.", 2)),
                    part(
                        2, "STOPPERS", said("Screw caps took a third of the market.", 3)
                    ),
                    part(3, "Floors", said("Waste cork is pressed into tiles.", 4)),
                ),
            ),
        ),
    ),
    Document(
        name="Roman numerals count groups",
        text=(
            "Core Insights - Glass is cheap to melt twice [1]. Group I: Cullet - Every"
            " tenth part of cullet saves 3 % of the energy [2]. Group II: Colour -"
            " Green takes any cullet [3]. - White takes none but white [3]. Group III:"
            " Bottles - A refilled bottle makes 25 trips [4].\n"
            "Glass goes round\n"
        ),
        articles=(
            Gold(
                "Glass goes round",
                said("Glass is cheap to melt twice.", 1),
                (
                    part(
                        1,
                        "Cullet",
                        said("Every tenth part of cullet saves 3 % of the energy.", 2),
                    ),
                    part(
                        2,
                        "Colour",
                        said("Green takes any cullet.", 3),
                        said("White takes none but white.", 3),
                    ),
                    part(3, "Bottles", said("A refilled bottle makes 25 trips.", 4)),
                ),
            ),
        ),
    ),
    Document(
        name="letters name groups, which then have no number",
        text=(
            "Rice in dry years\n"
            "Core Insight: Rice can be grown with half the water [1].\n"
            "Group A: Wetting and drying\n"
            "- Fields are flooded again when the water is 15 cm below ground [2].\n"
            "Group B: Seeds\n"
            "- Short varieties ripen three weeks earlier [3].\n"
        ),
        articles=(
            Gold(
                "Rice in dry years",
                said("Rice can be grown with half the water.", 1),
                (
                    part(
                        None,
                        "Wetting and drying",
                        said(
                            "Fields are flooded again when the water is 15 cm below"
                            " ground.",
                            2,
                        ),
                    ),
                    part(
                        None,
                        "Seeds",
                        said("Short varieties ripen three weeks earlier.", 3),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="no space between marker, label, title and bullet",
        text=(
            "Core Insights-Tram lines return to cities that tore them up[1].Group"
            " 1:Rails-Paris opened its first new line in 1992[2].-Grass between rails"
            " halves the noise[3].Group 2:Riders-A tram draws more riders than a"
            " bus[4].\n"
            "Trams are back\n"
        ),
        articles=(
            Gold(
                "Trams are back",
                said("Tram lines return to cities that tore them up.", 1),
                (
                    part(
                        1,
                        "Rails",
                        said("Paris opened its first new line in 1992.", 2),
                        said("Grass between rails halves the noise.", 3),
                    ),
                    part(2, "Riders", said("A tram draws more riders than a bus.", 4)),
                ),
            ),
        ),
    ),
    Document(
        name="more citation forms, and more brackets that are none",
        text=(
            "Core Insights - Peat stores carbon for millennia [1–3].\n"
            "Group 1: Bogs\n"
            "- Peat grows by 1 mm a year¹².\n"
            "- Drained peat smokes【3】【5】.\n"
            "- Fires burn underground for months ¹⁻³.\n"
            "- Rewetting costs little [4, 6–8].\n"
            "- Sphagnum (3) and sedge (4) build it [5].\n"
            "- The ministry [sic] wrote in [2024] about plot [a] and [n. 2] [6].\n"
            "- Methane rises at first[7] [8], then falls [9].\n"
            "- A table in [10: 12] shows it.\n"
            "\n"
            "Peat\n"
        ),
        articles=(
            Gold(
                "Peat",
                said("Peat stores carbon for millennia.", 1, 2, 3),
                (
                    part(
                        1,
                        "Bogs",
                        said("Peat grows by 1 mm a year.", 12),
                        said("Drained peat smokes.", 3, 5),
                        said("Fires burn underground for months.", 1, 2, 3),
                        said("Rewetting costs little.", 4, 6, 7, 8),
                        said("Sphagnum (3) and sedge (4) build it.", 5),
                        said(
                            "The ministry [sic] wrote in [2024] about plot [a] and"
                            " [n. 2].",
                            6,
                        ),
                        said(
                            "Methane rises at first, then falls.",
                            7,
                            8,
                            9,
                            quoted="Methane rises at first[7] [8], then falls",
                        ),
                        said("A table in [10: 12] shows it."),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="the core insight last, a title label first, groups between",
        text=(
            "Headline: Bees for hire\n"
            "Source: Prebrief, 2026\n"
            "Group 1: Almonds\n"
            "1) California rents two of three American hives in February [1].\n"
            "2) A hive earns $200 [2].\n"
            "Group 2: Losses\n"
            "1) Beekeepers lose 40 % of their colonies a year [3].\n"
            "Core Insight: Pollination now pays more than honey [1][3].\n"
        ),
        articles=(
            Gold(
                "Bees for hire",
                said("Pollination now pays more than honey.", 1, 3),
                (
                    part(
                        1,
                        "Almonds",
                        said(
                            "California rents two of three American hives in February.",
                            1,
                        ),
                        said("A hive earns $200.", 2),
                    ),
                    part(
                        2,
                        "Losses",
                        said("Beekeepers lose 40 % of their colonies a year.", 3),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="claims below claims are claims of their own",
        text=(
            "Group 1: Locks\n"
            "- The canal has 29 locks [1].\n"
            "    - The steepest five form a staircase [1].\n"
            "        - Boats need an hour for them [2].\n"
            "    - Each lock lifts 3 m [1].\n"
            "- Volunteers work most of them [3].\n"
            "Group 2: Boats\n"
            "- Freight ended in 1970 [4].\n"
            "\n"
            "A canal at leisure\n"
        ),
        articles=(
            Gold(
                "A canal at leisure",
                None,
                (
                    part(
                        1,
                        "Locks",
                        said("The canal has 29 locks.", 1),
                        said("The steepest five form a staircase.", 1),
                        said("Boats need an hour for them.", 2),
                        said("Each lock lifts 3 m.", 1),
                        said("Volunteers work most of them.", 3),
                    ),
                    part(2, "Boats", said("Freight ended in 1970.", 4)),
                ),
            ),
        ),
    ),
    Document(
        name="three digests on one page, each with a numbered headline",
        text=(
            "Article 1: Salt roads\n"
            "Core Insight: Salt built towns [1].\n"
            "Group 1: Mines\n"
            "- Hallstatt dug salt 3,000 years ago [2].\n"
            "\n"
            "Article 2: Amber roads\n"
            "Core Insight: Amber went south [1].\n"
            "Group 1: Shores\n"
            "- Storms wash amber ashore [2].\n"
            "\n"
            "Article 3: Silk roads\n"
            "Core Insight: Silk was money [1].\n"
            "Group 1: Camels\n"
            "- A camel carried 150 kg [2].\n"
        ),
        articles=(
            Gold(
                "Salt roads",
                said("Salt built towns.", 1),
                (part(1, "Mines", said("Hallstatt dug salt 3,000 years ago.", 2)),),
            ),
            Gold(
                "Amber roads",
                said("Amber went south.", 1),
                (part(1, "Shores", said("Storms wash amber ashore.", 2)),),
            ),
            Gold(
                "Silk roads",
                said("Silk was money.", 1),
                (part(1, "Camels", said("A camel carried 150 kg.", 2)),),
            ),
        ),
    ),
    Document(
        name="Chinese numbers of all sorts, semicolons, a summary below",
        text=(
            "核心观点\uff1a竹子三年成材\uff0c适合替代塑料【1】。\n"
            "一、种植\n"
            "1、中国竹林面积约700万公顷【2】\uff1b\n"
            "2、毛竹一天可长高1米【3】\uff1b\n"
            "\uff08二\uff09加工\n"
            "①竹纤维可做餐具【4】。\n"
            "②成本比塑料高三成【5】。\n"
            "总结\uff1a竹材的瓶颈在运输【6】。\n"
            "\n"
            "以竹代塑\n"
        ),
        articles=(
            Gold(
                "以竹代塑",
                zh("竹子三年成材\uff0c适合替代塑料。", 1),
                (
                    part(
                        1,
                        "种植",
                        zh("中国竹林面积约700万公顷", 2),
                        zh("毛竹一天可长高1米", 3),
                    ),
                    part(
                        2,
                        "加工",
                        zh("竹纤维可做餐具。", 4),
                        zh("成本比塑料高三成。", 5),
                    ),
                    part(None, "总结", zh("竹材的瓶颈在运输。", 6)),
                ),
                language="zh",
            ),
        ),
    ),
)
