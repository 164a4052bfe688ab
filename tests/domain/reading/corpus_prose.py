"""Texts that are no digest: articles in running text."""

from tests.domain.reading.corpus import Document, Gold, part, said

DOCUMENTS = (
    Document(
        name="Markdown headings become groups, sentences claims",
        text=(
            "# Why bridges hum\n"
            "\n"
            "By Jane Roe\n"
            "\n"
            "## Wind\n"
            "\n"
            "Steady wind sheds vortices behind a deck. They pull it up and down about"
            " once a second. Does it matter?\n"
            "\n"
            "Dampers weigh as much as 1.5 % of the span [1]. Read more in our shop.\n"
            "\n"
            "## Feet\n"
            "\n"
            "As we discussed above, wind is one cause. Walkers fall into step once a"
            " deck"
            " sways by 5 mm.\n"
        ),
        articles=(
            Gold(
                "Why bridges hum",
                None,
                (
                    part(
                        None,
                        "Wind",
                        said("Dampers weigh as much as 1.5 % of the span.", 1),
                    ),
                    part(
                        None,
                        "Feet",
                        said("Walkers fall into step once a deck sways by 5 mm."),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="plain paragraphs without headings are one group named by the title",
        text=(
            "The long life of lifts\n"
            "\n"
            "Lifts in Europe are on average 25 years old. Mr. Otis's safety brake dates"
            ' from 1852. "It changed cities," said one owner in the U.S. last year.\n'
            "\n"
            "Half of the repairs concern doors.\n"
        ),
        articles=(
            Gold(
                "The long life of lifts",
                None,
                (
                    part(
                        None,
                        "The long life of lifts",
                        said("Lifts in Europe are on average 25 years old."),
                        said("Mr. Otis's safety brake dates from 1852."),
                        said("Half of the repairs concern doors."),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="plain headings over paragraphs, wrapped lines",
        text=(
            "A short history of the pencil\n"
            "\n"
            "Graphite\n"
            "\n"
            "The first graphite came from a hill in Cumbria, where shepherds\n"
            "used it to mark sheep. Guards watched the mine until it was\n"
            "exhausted.\n"
            "\n"
            "Wood\n"
            "\n"
            "Cedar from Kenya replaced the red cedar of Tennessee.\n"
        ),
        articles=(
            Gold(
                "A short history of the pencil",
                None,
                (
                    part(
                        None,
                        "Graphite",
                        said(
                            "The first graphite came from a hill in Cumbria, where"
                            " shepherds used it to mark sheep.",
                            quoted="The first graphite came from a hill in Cumbria,"
                            " where shepherds\nused it to mark sheep.",
                        ),
                    ),
                    part(
                        None,
                        "Wood",
                        said("Cedar from Kenya replaced the red cedar of Tennessee."),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="prose without a title gets one from its first claim",
        text=(
            "The port of Rotterdam handled 438 million tonnes of goods in the year"
            " 2023,"
            " slightly less than before. It employs 190,000 people in all.\n"
        ),
        articles=(
            Gold(
                "The port of Rotterdam handled 438 million tonnes of goods in the year"
                " 2023…",
                None,
                (
                    part(
                        None,
                        "The port of Rotterdam handled 438 million tonnes of goods in"
                        " the year 2023…",
                        said(
                            "The port of Rotterdam handled 438 million tonnes of goods"
                            " in the year 2023, slightly less than before."
                        ),
                        said(
                            "The port of Rotterdam employs 190,000 people in all.",
                            quoted="It employs 190,000 people in all.",
                        ),
                    ),
                ),
            ),
        ),
        warnings=("no title",),
    ),
    Document(
        name="a list under a title",
        text=(
            "Facts about ice\n"
            "- Ice floats because it is 9 % lighter than water.\n"
            "- Sea ice is almost fresh.\n"
        ),
        articles=(
            Gold(
                "Facts about ice",
                None,
                (
                    part(
                        None,
                        "Facts about ice",
                        said("Ice floats because it is 9 % lighter than water."),
                        said("Sea ice is almost fresh."),
                    ),
                ),
            ),
        ),
    ),
    Document(
        name="nested bullets: a line that only introduces a list is no claim",
        text=(
            "Facts about rope\n"
            "- Fibres differ:\n"
            "  - Nylon stretches by 30 %.\n"
            "  - Hemp rots when wet.\n"
            "- Knots halve the strength.\n"
        ),
        articles=(
            Gold(
                "Facts about rope",
                None,
                (
                    part(
                        None,
                        "Facts about rope",
                        said("Nylon stretches by 30 %."),
                        said("Hemp rots when wet."),
                        said("Knots halve the strength."),
                    ),
                ),
            ),
        ),
        warnings=("Line 2",),
    ),
    Document(
        name="underlined headings, a rule between sections, a numbered section",
        text=(
            "Clay pots\n"
            "=========\n"
            "\n"
            "Cooling\n"
            "-------\n"
            "\n"
            "Water seeps through the clay and cools the pot by 10 degrees.\n"
            "\n"
            "---\n"
            "\n"
            "Section 2: Cooking\n"
            "\n"
            "Is it healthy to cook in clay? Rice cooked in clay needs a third less"
            " water.\n"
        ),
        articles=(
            Gold(
                "Clay pots",
                None,
                (
                    part(
                        None,
                        "Cooling",
                        said(
                            "Water seeps through the clay and cools the pot by 10"
                            " degrees."
                        ),
                    ),
                    part(
                        2,
                        "Cooking",
                        said("Rice cooked in clay needs a third less water."),
                    ),
                ),
            ),
        ),
    ),
)
