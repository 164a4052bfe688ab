"""News: headlines with bylines and datelines, dates that the article's own tells."""

from tests.domain.reading.corpus import Document, Gold, part, said

_LEAD = "India landed a probe near the Moon's south pole on Wednesday."
_MASS = "The lander Vikram weighs 1,752 kg with the rover inside."
_TITLE = "India lands near the Moon's south pole"
_GOLD = (Gold(_TITLE, None, (part(None, _TITLE, said(_LEAD), said(_MASS)),)),)

DOCUMENTS = (
    Document(
        name="a byline of two and a dateline straight below the headline",
        text=(
            f"{_TITLE}\n"
            "By Asha Rao and Vikram Sen\n"
            "BENGALURU, Aug. 23, 2023 - From our correspondent\n"
            "\n"
            f"{_LEAD} {_MASS}\n"
        ),
        articles=_GOLD,
    ),
    Document(
        name="a byline without a name",
        text=f"{_TITLE}\nBy our science staff\n23 August 2023\n\n{_LEAD} {_MASS}\n",
        articles=_GOLD,
    ),
    Document(
        name="a dateline with a dash and nothing behind it",
        text=(
            f"{_TITLE}\n"
            "By Asha Rao in Sriharikota\n"
            "BENGALURU - August 23, 2023\n"
            "\n"
            f"{_LEAD} {_MASS}\n"
        ),
        articles=_GOLD,
    ),
    Document(
        name="a line below the title that says what the text is and of when",
        text=f"{_TITLE}\n\nField report, 23 August 2023\n\n{_LEAD} {_MASS}\n",
        articles=_GOLD,
    ),
    Document(
        name="text straight below the byline",
        text=f"{_TITLE}\nBy Asha Rao\nAugust 23, 2023\n{_LEAD} {_MASS}\n",
        articles=_GOLD,
    ),
    Document(
        name="a dateline straight below the headline, then the text",
        text=(
            f"{_TITLE}\n"
            "BENGALURU, Aug. 23, 2023 - From our correspondent\n"
            f"{_LEAD}\n{_MASS}\n"
        ),
        articles=_GOLD,
    ),
    Document(
        name="a dateline that opens the text",
        text=f"{_TITLE}\n\nBENGALURU, Aug. 23, 2023 (PTI) - {_LEAD} {_MASS}\n",
        articles=_GOLD,
    ),
    Document(
        name="a named place and agency before the text, the date above",
        text=(
            f"{_TITLE}\n"
            "By Asha Rao, Vikram Sen & Tom de Vries | The Daily Orbit\n"
            "Updated 23 August 2023, 8:14 p.m.\n"
            "\n"
            f"BENGALURU (PTI) - {_LEAD}\n"
            "\n"
            f"{_MASS}\n"
        ),
        articles=_GOLD,
    ),
    Document(
        name="an undated article leaves a day of the week open",
        text=f"{_TITLE}\nBy Asha Rao\n\n{_LEAD} {_MASS}\n",
        articles=(Gold(_TITLE, None, (part(None, _TITLE, said(_MASS)),)),),
    ),
)
