"""Write countries and institutions in one way: "the Fed", "American", "U.S.". Pure."""

import re

_FORMS = {
    "USA": (
        "United States of America|United States|U.S.A.|U.S.|US|USA|America|American"
        "|Americans"
    ),
    "UK": "United Kingdom|Great Britain|Britain|British|U.K.",
    "EU": "European Union",
    "ECB": "European Central Bank",
    "Fed": "Federal Reserve Bank|Federal Reserve Board|Federal Reserve",
    "UN": "United Nations",
    "IMF": "International Monetary Fund",
    "IEA": "International Energy Agency",
    "WHO": "World Health Organization|World Health Organisation",
    "China": "Chinese",
    "Germany": "German|Germans",
    "France": "French",
    "Italy": "Italian|Italians",
    "Spain": "Spanish",
    "Japan": "Japanese",
    "India": "Indian|Indians",
    "Russia": "Russian|Russians",
    "Korea": "Korean|Koreans",
    "Canada": "Canadian|Canadians",
    "Brazil": "Brazilian|Brazilians",
    "Mexico": "Mexican|Mexicans",
    "Australia": "Australian|Australians",
    "Europe": "European|Europeans",
    "Switzerland": "Swiss",
    "Netherlands": "Dutch",
    "Sweden": "Swedish",
    "Norway": "Norwegian|Norwegians",
    "Denmark": "Danish",
    "Poland": "Polish",
    "Turkey": "Turkish",
    "Indonesia": "Indonesian|Indonesians",
    "Vietnam": "Vietnamese",
    "Africa": "African|Africans",
    "Asia": "Asian|Asians",
}
_NAMES = {form: name for name, forms in _FORMS.items() for form in forms.split("|")}
_FORM = re.compile(
    r"\b(?:"
    + "|".join(map(re.escape, sorted(_NAMES, key=len, reverse=True)))
    + r")(?!\w)"
)


def unaliased(text: str) -> str:
    """Return a text in which the known names have one form each."""
    return _FORM.sub(lambda match: _NAMES[match[0]], text)
