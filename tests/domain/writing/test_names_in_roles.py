import pytest

from app.domain.writing.parsing import Parses
from app.domain.writing.phrase_facts import phrase_facts


def _named(text: str, parses: Parses) -> list[str]:
    found = phrase_facts(text, parses)
    return [text[f.start : f.end] for f in found if f.pattern == "named"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The most advanced processes will stay in Taiwan until 2030.", ["Taiwan"]),
        (
            "The wallet wants to replace Visa and Mastercard in shops.",
            ["Visa and Mastercard"],
        ),
        ("According to Moody's, offices lost a fifth of their value.", []),
        ("Trees cool a street by 2°C, according to Météo-France.", []),
        ("Ann Lee sold the mine to Siemens, a German company, in 2013.", ["Siemens"]),
        ("Many of the mines of Chile are old.", []),
    ],
)
def test_a_name_that_a_verb_leads_to_is_taken_whole(
    text: str, names: list[str], parses: Parses
) -> None:
    assert _named(text, parses) == names
