"""Markdown: what a claim says is free of marks, what its span covers is not."""

from tests.domain.reading.corpus import Document, Gold, part, said

DOCUMENTS = (
    Document(
        name="emphasis, links, code and escapes inside claims",
        text=(
            "# Maps\n"
            "\n"
            "**Core Insight:** A map is *always* out of date [1].\n"
            "\n"
            "## Group 1: Tiles\n"
            "\n"
            "- A [tile](https://example.org/t_(map)) is 256 pixels `wide` [2].\n"
            "- ***Zoom* 18** shows ~~trees~~ houses [3](https://example.org/3).\n"
            "- Keys such as snake_case_names and 2*3*4 stay [4].\n"
            "- Prices of \\$5 \\* 3 are \\_met\\_ [5].\n"
            "- See *[the guide](/guide)* and <https://example.org/x> [6].\n"
        ),
        articles=(
            Gold(
                "Maps",
                said(
                    "A map is always out of date.",
                    1,
                    quoted="A map is *always* out of date",
                ),
                (
                    part(
                        1,
                        "Tiles",
                        said(
                            "A tile is 256 pixels wide.",
                            2,
                            quoted="A [tile](https://example.org/t_(map)) is 256"
                            " pixels `wide`",
                        ),
                        said(
                            "Zoom 18 shows trees houses.",
                            3,
                            quoted="***Zoom* 18** shows ~~trees~~ houses",
                        ),
                        said("Keys such as snake_case_names and 2*3*4 stay.", 4),
                        said(
                            "Prices of $5 * 3 are _met_.",
                            5,
                            quoted="Prices of \\$5 \\* 3 are \\_met\\_",
                        ),
                        said(
                            "See the guide and https://example.org/x.",
                            6,
                            quoted="See *[the guide](/guide)* and"
                            " <https://example.org/x>",
                        ),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="front matter, footnotes and their texts",
        text=(
            "---\n"
            "title: Notes on frost\n"
            "tags: [farm, cold]\n"
            "---\n"
            "\n"
            "# Notes on frost\n"
            "\n"
            "## Orchards\n"
            "\n"
            "- Blossom dies at −2 °C.[^1]\n"
            "- Sprinklers hold it at *zero*[^2].\n"
            "\n"
            "[^1]: Farm office, 2020.\n"
            "[^2]: Own measurements.\n"
        ),
        articles=(
            Gold(
                "Notes on frost",
                None,
                (
                    part(
                        None,
                        "Orchards",
                        said("Blossom dies at −2 °C.", 1),
                        said(
                            "Sprinklers hold it at zero.",
                            2,
                            quoted="Sprinklers hold it at *zero*",
                        ),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="front matter alone has the title",
        text=(
            "---\n"
            'title: "Notes on hail"\n'
            "date: 2026-01-01\n"
            "---\n"
            "## Nets\n"
            "\n"
            "- A net costs 15,000 euros a hectare.\n"
            "- It lasts 15 years.\n"
        ),
        articles=(
            Gold(
                "Notes on hail",
                None,
                (
                    part(
                        None,
                        "Nets",
                        said("A net costs 15,000 euros a hectare."),
                        said("It lasts 15 years."),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="a digest quoted in a mail",
        text=(
            "> Core Insight: Barges beat lorries on price [1].\n"
            ">\n"
            "> Group 1: Rhine\n"
            "> - A barge carries as much as 100 lorries\n"
            ">   do in a day [2].\n"
            "> - Low water halves that [3].\n"
            ">\n"
            "> Barges\n"
        ),
        articles=(
            Gold(
                "Barges",
                said("Barges beat lorries on price.", 1),
                (
                    part(
                        1,
                        "Rhine",
                        said(
                            "A barge carries as much as 100 lorries do in a day.",
                            2,
                            quoted="A barge carries as much as 100 lorries\n>   do in a"
                            " day",
                        ),
                        said("Low water halves that.", 3),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="code, images and tables are no claims, sentences in cells are",
        text=(
            "# Pumps\n"
            "\n"
            "## Group 1: Kinds\n"
            "\n"
            "| Pump | What is known |\n"
            "|:-----|---------------|\n"
            "| Ram  | A ram lifts water without *power* [1]. |\n"
            "| Screw | 10 m |\n"
            "\n"
            "![A ram](ram.png)\n"
            "\n"
            "```\n"
            "- pump = Ram(10)  # not a claim [9].\n"
            "```\n"
            "\n"
            "## Group 2: Use\n"
            "\n"
            "- [x] Nepal runs 1,000 rams [2].\n"
            "- [ ] Peru plans 50 [3].\n"
        ),
        articles=(
            Gold(
                "Pumps",
                None,
                (
                    part(
                        1,
                        "Kinds",
                        said(
                            "A ram lifts water without power.",
                            1,
                            quoted="A ram lifts water without *power*",
                        ),
                    ),
                    part(
                        2,
                        "Use",
                        said("Nepal runs 1,000 rams.", 2),
                        said("Peru plans 50.", 3),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="reference links, their targets, comments and hard breaks",
        text=(
            "Hedges\n"
            "======\n"
            "\n"
            "<!-- draft: not a claim. -->\n"
            "\n"
            "Group 1: Birds\n"
            "-------------\n"
            "\n"
            "* A [hedge][h] shelters 20 [kinds][] of bird [1].  \n"
            "* __Old__ hedges hold _more_ [2].\\\n"
            "\n"
            "[h]: https://example.org/h\n"
            '[kinds]: https://example.org/k "Kinds"\n'
        ),
        articles=(
            Gold(
                "Hedges",
                None,
                (
                    part(
                        1,
                        "Birds",
                        said(
                            "A hedge shelters 20 kinds of bird.",
                            1,
                            quoted="A [hedge][h] shelters 20 [kinds][] of bird",
                        ),
                        said(
                            "Old hedges hold more.",
                            2,
                            quoted="__Old__ hedges hold _more_",
                        ),
                    ),
                ),
            ),
        ),
    ),
)
