import pytest

from app.domain.reading.stems import stems
from app.domain.reading.topic import plural_at, topic_at

TITLE = stems("How heat pumps warm the leap village", names=True)


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Heat pumps move heat.", "heat pumps"),
        ("A heat pump typically moves heat.", "a heat pump"),
        ("A small heat pump moves heat.", "a small heat pump"),
        ("The heat pump (left) stood outside.", "the heat pump"),
        ("The village, once poor, has grown.", "the village"),
        ("A heat pump broke down in May.", ""),
        ("Gas boilers burn gas.", ""),
        ("Heat alone is lost.", ""),
    ],
)
def test_a_topic_is_a_noun_of_the_title_before_a_verb(
    sentence: str, topic: str
) -> None:
    assert topic_at(sentence, 0, TITLE) == topic


@pytest.mark.parametrize(
    ("sentence", "plural"),
    [
        ("Salt substitutes cost more.", "salt substitutes"),
        ("Turbines often weigh a lot.", "turbines"),
        ("Turbines fell down.", ""),
        ("Most turbines weigh a lot.", ""),
        ("Gas is cheap.", ""),
    ],
)
def test_a_bare_plural_leads_a_sentence_of_the_present(
    sentence: str, plural: str
) -> None:
    assert plural_at(sentence, 0) == plural
