"""English digests: sources, references, several articles in one paste."""

from tests.domain.reading.corpus import Document, Gold, part, said

DOCUMENTS = (
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
            "Core Insights - Bees pay rent [1]. Group 1: Fields - Almonds need 2"
            " hives an"
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
            "Core Insights - Cocoa is short [1]. Group 1: Crop - Rain cut the"
            " harvest by"
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
            "Core Insights - Cocoa is short [1]. Group 1: Crop - Rain cut the"
            " harvest by"
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
)
