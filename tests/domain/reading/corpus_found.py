"""Digests that readers with fresh eyes found misread, each with the rule it shows."""

import textwrap

from tests.domain.reading.corpus import Document, Gold, Part, part, said, zh


def _crops(core: str, *parts: Part, title: str) -> tuple[Gold, ...]:
    return (Gold(title, said(core, 1), parts),)


DOCUMENTS = (
    Document(
        name="a dash behind a marker opens a claim that begins with a figure",
        text=(
            "Core Insights - Locks save ferries a day [1]. Group 1: Traffic - Ships"
            " wait 6 hours [1] - 14,000 ships passed in 2019 [2] - 2011 brought a"
            " flood that closed both lanes.[2] - 3% of the ships carry gas [3] -"
            " Pilots agree [4]. Group 2: 运河 - 船闸长305米[1] - 2016年新船闸开通[2]"
            " - 40%的货物去往美国[3]\n"
            "Through the canal"
        ),
        articles=_crops(
            "Locks save ferries a day.",
            part(
                1,
                "Traffic",
                said("Ships wait 6 hours", 1),
                said("14,000 ships passed in 2019", 2),
                said("2011 brought a flood that closed both lanes.", 2),
                said("3% of the ships carry gas", 3),
                said("Pilots agree.", 4),
            ),
            part(
                2,
                "运河",
                zh("船闸长305米", 1),
                zh("2016年新船闸开通", 2),
                zh("40%的货物去往美国", 3),
            ),
            title="Through the canal",
        ),
    ),
    Document(
        name="a dash behind a marker and before a small letter goes on",
        text=(
            "Core Insights - Tides pay [1]. Group 1: Rance - The dam of 1966 [1] - the"
            " oldest of its kind - makes 500 GWh a year [2]. - From 2019 [3] - 2021 it"
            " stood still [3].\n"
            "Tidal dams"
        ),
        articles=_crops(
            "Tides pay.",
            part(
                1,
                "Rance",
                said(
                    "The dam of 1966 - the oldest of its kind - makes 500 GWh a year.",
                    1,
                    2,
                    quoted=(
                        "The dam of 1966 [1] - the oldest of its kind - makes 500 GWh"
                        " a year"
                    ),
                ),
                said(
                    "From 2019 - 2021 it stood still.",
                    3,
                    quoted="From 2019 [3] - 2021 it stood still",
                ),
            ),
            title="Tidal dams",
        ),
    ),
    Document(
        name="a dash behind an abbreviation and before a small letter is none",
        text=(
            "Core Insights - Cheese travels [1]. Group 1: Trade - Sales to the U.K."
            " and the U.S. - the two largest buyers - fell in 2023 [2]. - Saputo Inc."
            " - the dairy of Montréal - buys 10 billion litres [1]. - Rules differ in"
            " the U.S. - Mexico follows them [3]. - Farms in the U.S. - all of"
            " Wisconsin's - are small.\n"
            "Cheese"
        ),
        articles=_crops(
            "Cheese travels.",
            part(
                1,
                "Trade",
                said(
                    "Sales to the U.K. and the U.S. - the two largest buyers - fell in"
                    " 2023.",
                    2,
                ),
                said(
                    "Saputo Inc. - the dairy of Montréal - buys 10 billion litres.", 1
                ),
                said("Rules differ in the U.S. - Mexico follows them.", 3),
                said("Farms in the U.S. - all of Wisconsin's - are small."),
            ),
            title="Cheese",
        ),
    ),
    Document(
        name="traditional Chinese",
        text=(
            "核心觀點\uff1a底層模型趨同[1]。\n"
            "第一組\uff1a市場動態\n"
            "・差距已經消失[3]。\n"
            "・需求增長20倍[3][6]。\n"
            "第二組\uff1a成本結構\n"
            "• 訓練費用下降一半[2]。\n"
            "資料來源\uff1a年度報告\n"
            "\n"
            "模型的新市場\n"
        ),
        articles=(
            Gold(
                "模型的新市場",
                zh("底層模型趨同。", 1),
                (
                    part(
                        1,
                        "市場動態",
                        zh("差距已經消失。", 3),
                        zh("需求增長20倍。", 3, 6),
                    ),
                    part(2, "成本結構", zh("訓練費用下降一半。", 2)),
                ),
                "zh",
            ),
        ),
    ),
    Document(
        name="traditional Chinese on one line",
        text=(
            "核心觀點 - 冰川每年後退30米[1]。 第一組\uff1a水源 - 河流夏季水量減少[1]。"
            " - 村莊改用水井[2]。 第二組\uff1a旅遊 - 遊客增加一倍[3]。"
            " 來源\uff1a山區通訊\n"
            "退去的冰川"
        ),
        articles=(
            Gold(
                "退去的冰川",
                zh("冰川每年後退30米。", 1),
                (
                    part(
                        1, "水源", zh("河流夏季水量減少。", 1), zh("村莊改用水井。", 2)
                    ),
                    part(2, "旅遊", zh("遊客增加一倍。", 3)),
                ),
                "zh",
            ),
        ),
    ),
    Document(
        name="two spaces inside a label",
        text=(
            "Core  Insights - Salt keeps [1]. Group  1: Sea - Pans dry in 5 days [1]."
            " Group 2:  Rock - Mines go 600 m deep [2].\n"
            "Salt"
        ),
        articles=_crops(
            "Salt keeps.",
            part(1, "Sea", said("Pans dry in 5 days.", 1)),
            part(2, "Rock", said("Mines go 600 m deep.", 2)),
            title="Salt",
        ),
    ),
    Document(
        name="katakana dots as bullets, on lines and inside one",
        text=(
            "Key\xa0Insight: Tea is picked by machine [1].\n"
            "Group 1: Fields\n"
            "・A machine picks 5 tonnes a day [1].\n"
            "・ Hands pick 40 kg [2].\n"
            "Group 2: Trade ・Sri Lanka sells most [3]. ・Kenya follows [3].\n"
            "\n"
            "Tea by machine\n"
        ),
        articles=_crops(
            "Tea is picked by machine.",
            part(
                1,
                "Fields",
                said("A machine picks 5 tonnes a day.", 1),
                said("Hands pick 40 kg.", 2),
            ),
            part(
                2,
                "Trade",
                said("Sri Lanka sells most.", 3),
                said("Kenya follows.", 3),
            ),
            title="Tea by machine",
        ),
    ),
    Document(
        name="key points below a key insight are its group",
        text=(
            "Key Insight: Owls hunt by ear [1].\n"
            "Key Points:\n"
            "- A barn owl hears a vole under snow [1].\n"
            "- Its ears sit at different heights [2].\n"
            "\n"
            "How owls hunt\n"
        ),
        articles=_crops(
            "Owls hunt by ear.",
            part(
                None,
                "Key Points",
                said("A barn owl hears a vole under snow.", 1),
                said("Its ears sit at different heights.", 2),
            ),
            title="How owls hunt",
        ),
    ),
    Document(
        name="key takeaways and key findings in two groups",
        text=(
            "Wood in towers\n"
            "Core insight: Wood can carry 18 floors [1].\n"
            "Key Findings\n"
            "- Mjøstårnet in Norway is 85 m high [1].\n"
            "Key Takeaways\n"
            "- Glued wood chars slowly [2].\n"
            "- Lifts still need steel [2].\n"
        ),
        articles=_crops(
            "Wood can carry 18 floors.",
            part(None, "Key Findings", said("Mjøstårnet in Norway is 85 m high.", 1)),
            part(
                None,
                "Key Takeaways",
                said("Glued wood chars slowly.", 2),
                said("Lifts still need steel.", 2),
            ),
            title="Wood in towers",
        ),
    ),
    Document(
        name="groups in small letters",
        text=(
            "core insights - Rafts carry logs [1]. group 1: rivers - The Yenisei bears"
            " 2 million tonnes [1]. group 2: lakes - Ice ends the season in October"
            " [2]. - A group 3 of tugs waits in spring [2].\n"
            "Rafts"
        ),
        articles=_crops(
            "Rafts carry logs.",
            part(1, "rivers", said("The Yenisei bears 2 million tonnes.", 1)),
            part(
                2,
                "lakes",
                said("Ice ends the season in October.", 2),
                said("A group 3 of tugs waits in spring.", 2),
            ),
            title="Rafts",
        ),
    ),
    Document(
        name="items joined by semicolons and an and",
        text=(
            "Core Insights - Bikes win [1]. Group 1: Cities - Utrecht parks 12,500"
            " bikes at a station [1]; - Paris built 180 km of lanes [2]; and - Seville"
            " has 9% of its trips by bike [3].\n"
            "Bikes"
        ),
        articles=_crops(
            "Bikes win.",
            part(
                1,
                "Cities",
                said("Utrecht parks 12,500 bikes at a station", 1),
                said("Paris built 180 km of lanes", 2),
                said("Seville has 9% of its trips by bike.", 3),
            ),
            title="Bikes",
        ),
    ),
    Document(
        name="a title with a full stop before the core insight on its line",
        text=(
            "Kelp moves to deep water. Core Insights - Kelp grows 30 cm a day [1]."
            " Group 1: Farms - Faroese ropes hang 10 m deep [1].\n"
        ),
        articles=_crops(
            "Kelp grows 30 cm a day.",
            part(1, "Farms", said("Faroese ropes hang 10 m deep.", 1)),
            title="Kelp moves to deep water",
        ),
    ),
    Document(
        name="the heads of a table are no claim",
        text=(
            "Bridges\n"
            "\n"
            "Core Insights - Bridges outlive plans [1].\n"
            "Group 1: Ages\n"
            "| Bridge! | What the survey found. |\n"
            "|---|:---:|\n"
            "| Forth | It has stood since 1890 [1]. |\n"
            "| Tay | It carried trains again in 1887 [2]. |\n"
        ),
        articles=_crops(
            "Bridges outlive plans.",
            part(
                1,
                "Ages",
                said("It has stood since 1890.", 1),
                said("It carried trains again in 1887.", 2),
            ),
            title="Bridges",
        ),
    ),
    Document(
        name="made-up titles that would be the same are told apart",
        text=(
            "Core Insights - Plums are early [1]. Group 1: Crop - Rain fell [1]. Group"
            " 2: Price - A kilo costs $2 [2].\n"
            "\n"
            "Core Insights - Pears are late [1]. Group 1: Crop - Frost came [1]. Group"
            " 2: Price - A kilo costs $3 [2].\n"
        ),
        articles=(
            Gold(
                "Crop, Price: Plums are early",
                said("Plums are early.", 1),
                (
                    part(1, "Crop", said("Rain fell.", 1)),
                    part(2, "Price", said("A kilo costs $2.", 2)),
                ),
            ),
            Gold(
                "Crop, Price: Pears are late",
                said("Pears are late.", 1),
                (
                    part(1, "Crop", said("Frost came.", 1)),
                    part(2, "Price", said("A kilo costs $3.", 2)),
                ),
            ),
        ),
        warnings=("“Crop, Price: Plums are early”", "“Crop, Price: Pears are late”"),
    ),
)

_LOCKERS = (
    "Core Insights - As parcel lockers spread to villages, courier firms save a second"
    " visit and shops gain walk-in trade [1][3]. Group 1: Couriers - A locker takes 60"
    " parcels a day [1]. - Second visits fell from 12% to 3% of all parcels in the"
    " Baltic states [2]. Group 2: Shops - One in five people who fetch a parcel also"
    " buys something [3]. - Rent for the floor is $40 a month [4]."
)
_LOCKERS_TITLE = "Parcel lockers come to the villages and save couriers a second visit"


def wrapped_lockers(columns: int) -> str:
    """Return a digest and, with no blank line, its title, wrapped at `columns`."""
    return (
        textwrap.fill(_LOCKERS, columns)
        + "\n"
        + textwrap.fill(_LOCKERS_TITLE, columns)
        + "\n"
    )


LOCKERS = f"{_LOCKERS}\n{_LOCKERS_TITLE}\n"
