"""Whom a pronoun, "the bank" or "the pair" means, put in only where it is certain."""

import pytest

from app.domain.reading.subjects import Subjects


def said(title: str, *sentences: str) -> str:
    """Return the last sentence with names put in; "" opens a paragraph."""
    subjects = Subjects(title)
    named = ""
    for sentence in sentences:
        if not sentence:
            subjects.open_paragraph()
            continue
        named = subjects.named(sentence)
        subjects.hear(named)
    return named


BANK = "Why Nord Fjord Bank failed in two days"


@pytest.mark.parametrize(
    ("title", "sentences", "named"),
    [
        (
            BANK,
            ("Nord Fjord Bank lent to the fishing fleets.", "The bank had 9 branches."),
            "Nord Fjord Bank had 9 branches.",
        ),
        (
            BANK,
            (
                "Nord Fjord Bank lent to the fishing fleets.",
                "When prices fell in 2020, its clients stopped paying.",
            ),
            "When prices fell in 2020, Nord Fjord Bank’s clients stopped paying.",
        ),
        (
            "Ferry runs aground off Norway",
            (
                "The Solveig, a ferry that had left Bodø, hit a rock.",
                "",
                "The vessel carries 40 cars.",
            ),
            "The Solveig carries 40 cars.",
        ),
        (
            "Ferry runs aground off Norway",
            ("The Solveig, a ferry of 90 metres, hit a rock.", "The ferry is old."),
            "The Solveig is old.",
        ),
        (
            "India lands near the pole",
            ("The Vikram lander of ISRO set down.", "", "The lander weighs 2 tonnes."),
            "The Vikram lander weighs 2 tonnes.",
        ),
        (
            "Saiga antelope",
            ("The saiga antelope is a species of antelope.", "Today the species lives"),
            "Today the saiga antelope lives",
        ),
        (
            "How heat pumps work",
            ("Heat pumps move heat.", "They need power."),
            "Heat pumps need power.",
        ),
        (
            "Salt",
            ("Potassium salts cost 2 dollars.", "They taste bitter."),
            "Potassium salts taste bitter.",
        ),
        (
            "Genes",
            ("Ana Reis and Rui Costa cut a gene.", "The pair won a prize."),
            "Ana Reis and Rui Costa won a prize.",
        ),
        (
            "Tower",
            ('"It leans," said Ana Reis, an engineer at Arup.', "She measured it."),
            "Ana Reis measured it.",
        ),
        (
            "Ana Lind dies at 91",
            (
                "Ana Lind was born in 1933.",
                "She drew maps.",
                "",
                "Rui Costa knew Lind well.",
                "He wept.",
                "",
                "Her book sold well.",
            ),
            "Ana Lind’s book sold well.",
        ),
        (
            "Penicillin",
            ("Ana Reis paid.", "The first patient was Rui Costa.", "He died in 1941."),
            "Rui Costa died in 1941.",
        ),
        (
            "Okapi",
            ("The okapi is rare.", "Although its legs are striped, it is no zebra."),
            "Although the okapi’s legs are striped, it is no zebra.",
        ),
        (
            "Rail",
            ("Kays Stone owns the island.", "The company mines it."),
            "Kays Stone mines it.",
        ),
        (
            "Rates",
            ("The Federal Reserve began to cut in 2024.", "It resumed in 2025."),
            "The Federal Reserve resumed in 2025.",
        ),
        (
            "Lake Inari",
            (
                "Lake Inari is a lake in Finland.",
                "At 1,040 square kilometres, it is one of the largest.",
                "It freezes in November.",
            ),
            "Lake Inari freezes in November.",
        ),
        (
            "Film",
            ("Fujifilm, its Japanese rival, cut costs.", "It sold films for screens."),
            "Fujifilm sold films for screens.",
        ),
        (
            "Lofoten",
            ("Peat has grown thick.", "Its layers hold water."),
            "Peat’s layers hold water.",
        ),
    ],
)
def test_a_certain_subject_is_put_in(
    title: str, sentences: tuple[str, ...], named: str
) -> None:
    assert said(title, *sentences) == named


@pytest.mark.parametrize(
    ("title", "sentences"),
    [
        (
            "UBS buys a rival",
            (
                "UBS agreed to it.",
                "The Swiss National Bank lent.",
                "Ana Reis spoke.",
                "The bank will pay.",
            ),
        ),
        ("Nord files", ("Nord filed on Monday.", "It is one of many failures.")),
        ("Rocks", ("The Solveig, a ferry, sank.", "", "The vessel carried 40 cars.")),
        ("Cables", ("A tanker, Eagle, cut one.", "", "Once the ship is there, it")),
        ("A box", ("Ana Reis slept.", "An official of the union came.", "He spoke.")),
        ("Grid", ("Panels feed batteries.", "They store power.")),
        ("Grid", ("Many panels feed it.", "They store power.")),
        ("Gene", ("Rui Costa met Ana Reis in Faro.", "She won a prize.")),
        ("Law", ("The bank failed in March.", "The bank managers left.")),
        *(
            ("Facts", ("Norden Bank opened in Lund in 1890.", it))
            for it in (
                "It snowed for 12 days in 1891.",
                "It was Tom Hale who built 40 mills in 1901.",
                "It was 1990 when the crisis began.",
                "It is 40 km from Lund to Ellis by rail.",
                "It took 3 years to build the dam in 1901.",
                "It was cold in Lund in 1892.",
            )
        ),
    ],
)
def test_what_may_mean_another_stays(title: str, sentences: tuple[str, ...]) -> None:
    assert said(title, *sentences) == sentences[-1]
