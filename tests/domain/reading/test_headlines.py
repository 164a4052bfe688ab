import pytest

from app.domain.reading.headlines import events_of, names_topic


@pytest.mark.parametrize(
    ("title", "tells"),
    [
        ("Norway lowers the toll for ferries", True),
        ("Giant ferry freed after six days", True),
        ("How a ferry is built", False),
        ("Does Norway need ferries?", False),
        ("The ferries of Norway", False),
    ],
)
def test_a_headline_tells_of_one_thing_that_happened(
    title: str, *, tells: bool
) -> None:
    assert ("decision" in events_of(title)) is tells


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Okapi", True),
        ("Hindenburg (airship)", True),
        ("The ferries of Norway", True),
        ("Norway lowers the toll", False),
        ("Why ferries float", False),
        ("Ferries in 2024", False),
        ("The long and winding coast of Norway", False),
        ("", False),
    ],
)
def test_a_short_title_without_a_verb_names_the_topic(
    title: str, *, names: bool
) -> None:
    assert names_topic(title) is names
