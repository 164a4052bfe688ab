import pytest

from app.domain.article import Article
from app.domain.reading import read_text
from app.domain.reading.statements import fold
from app.domain.reading.wrapping import unwrapped
from tests.domain.reading.corpus_found import LOCKERS, wrapped_lockers

FULL = "This line is as long as the editor allowed it to be, or nearly"


def joined(text: str) -> list[str]:
    return [text[line.start : line.end] for line in unwrapped(text)]


def said(article: Article) -> tuple[object, ...]:
    core = article.core_insight
    return (
        article.title,
        core and (core.text, core.citations),
        [
            (
                it.number,
                it.title,
                [(claim.text, claim.citations) for claim in it.claims],
            )
            for it in article.groups
        ],
    )


def test_full_lines_in_a_row_are_one_line() -> None:
    text = f"{FULL}\n{FULL}\nand the rest of it."
    assert joined(text) == [text]


def test_a_single_full_line_stays_alone() -> None:
    assert joined(f"{FULL}\nNext") == [FULL, "Next"]


def test_a_line_with_room_for_the_next_word_ends_the_row() -> None:
    assert joined(f"{FULL}\n{FULL}\nshort\nNext")[-2:] == [
        f"{FULL}\n{FULL}\nshort",
        "Next",
    ]


def test_a_bullet_and_a_label_start_a_new_line() -> None:
    text = f"- {FULL}\n- {FULL}\n- {FULL}\nGroup 1: {FULL}"
    assert len(joined(text)) == 4


def test_long_lines_and_narrow_ones_were_not_wrapped() -> None:
    wide = "word " * 40
    assert len(joined(f"{wide}\n{wide}\n{wide}")) == 3
    assert len(joined("one two\none two\none two")) == 3


@pytest.mark.parametrize("columns", range(60, 101))
def test_a_digest_reads_alike_at_every_width_with_its_title_below(columns: int) -> None:
    (article,) = read_text(wrapped_lockers(columns)).articles
    (whole,) = read_text(LOCKERS).articles
    assert said(article) == said(whole)


@pytest.mark.parametrize(
    ("wrapped", "joined_up"),
    [
        ("Small firms can pay for fine-\ntuning now.", "fine-tuning"),
        ("Bonds of two-\nand three-year terms fell.", "two- and"),
        ("Talks on Sino-\nAmerican trade opened.", "Sino-American"),
    ],
)
def test_a_word_cut_at_its_hyphen_is_whole_again(wrapped: str, joined_up: str) -> None:
    assert joined_up in fold(wrapped)
