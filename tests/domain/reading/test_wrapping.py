from app.domain.reading.wrapping import unwrapped

FULL = "This line is as long as the editor allowed it to be, or nearly"


def joined(text: str) -> list[str]:
    return [text[line.start : line.end] for line in unwrapped(text)]


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
