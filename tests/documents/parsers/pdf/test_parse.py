import pytest

from app.documents.parsers.pdf import parse_pdf
from app.documents.parsers.pieces import Heading, Item
from app.documents.parsers.writing import write
from app.domain.errors import InputError
from tests.support.pdf import FONTS, Page, Text, column, pdf

LEFT = (
    "The price of infor-",
    "mation about mills fell",
    "by 40 percent, and the",
    "long-",
    "term view of all owners",
    "became a long-term view",
    "of the whole country.",
)
RIGHT = (
    "On the other side the",
    "information was dear, so",
    "that nobody bought it in",
    "the first of the years.",
    "",
    "A second paragraph ends",
    "the page on its own.",
)


def text_of(*pages: Page, title: str | None = None) -> str:
    return write(parse_pdf(pdf(*pages, title=title)).pieces)


def body(lines: int, start: int = 0) -> list[str]:
    return [
        f"Line {number} of the body says one thing and is a full line long, no more"
        for number in range(start, start + lines)
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    title = Text(72, 780, "Mills and information", 18, "Helvetica-Bold")
    intro = Text(72, 750, "This line crosses both columns of the page as a whole.", 10)
    # The lines of the two columns do not stand at the same heights.
    page = Page([title, intro, *column(LEFT, y=720), *column(RIGHT, x=220, y=716)])
    assert text_of(page) == (
        "# Mills and information\n\n"
        "This line crosses both columns of the page as a whole.\n\n"
        "The price of information about mills fell by 40 percent, and the long-term"
        " view of all owners became a long-term view of the whole country.\n\n"
        "On the other side the information was dear, so that nobody bought it in the"
        " first of the years.\n\n"
        "A second paragraph ends the page on its own.\n"
    )


def test_columns_are_found_whatever_the_order_in_the_file() -> None:
    texts = [*column(LEFT, y=720), *column(RIGHT, x=220, y=720)]
    by_height = sorted(texts, key=lambda text: (-text.y, text.x))
    assert text_of(Page(by_height)) == text_of(Page(texts))
    assert text_of(Page(texts)).startswith("The price of information about mills")


def test_three_columns_are_read_one_after_the_other() -> None:
    columns = [
        [f"{name} line {n} of a column" for n in range(8)]
        for name in ("First", "Middle", "Last")
    ]
    texts = [
        text
        for place, lines in enumerate(columns)
        for text in column(lines, x=60 + 170 * place)
    ]
    words = text_of(Page(texts))
    assert words.rindex("First") < words.index("Middle")
    assert words.rindex("Middle") < words.index("Last")


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    first = [*body(6), "and the sentence on this page has no end before the"]
    second = ["next page begins, where it ends.", "", *body(5, 20)]
    text = text_of(Page(column(first)), Page(column(second)))
    assert "no end before the next page begins, where it ends." in text


def test_running_heads_feet_and_page_numbers_are_dropped() -> None:
    pages = [
        Page(
            [
                Text(72, 810, f"Mill Review {2020 + number % 2}", 8),
                *column([f"Page {number} says something of its own here.", *body(9)]),
                Text(72, 40, "The Mill Society", 8),
                Text(290, 30, f"– {number} –", 8),
            ]
        )
        for number in range(1, 5)
    ]
    text = text_of(*pages)
    assert "Mill Review" not in text
    assert "Mill Society" not in text
    assert "–" not in text
    assert [f"Page {n} says something of its own here." in text for n in range(1, 5)]


@pytest.mark.parametrize("foot", ["1", "- 1 -", "Page 1 of 9", "1/9", "iv"])
def test_a_page_number_is_dropped_from_a_single_page(foot: str) -> None:
    page = Page([*column(body(3)), Text(290, 30, foot, 9)])
    assert text_of(page) == text_of(Page(column(body(3))))


def test_heads_that_change_are_known_by_their_counting() -> None:
    pages = [
        Page(
            [Text(72, 810, f"Chapter {'ABCD'[n]} {n + 11}", 9), *column(body(5, 9 * n))]
        )
        for n in range(4)
    ]
    assert "Chapter" not in text_of(*pages)


def test_footnotes_are_dropped() -> None:
    page = Page([*column(body(6)), Text(72, 90, "1 See the papers of the mill.", 7)])
    assert "papers" not in text_of(page)


def test_headings_are_known_by_their_size() -> None:
    page = Page(
        [
            Text(72, 790, "The title of all", 20),
            Text(72, 760, "Part one", 14),
            *column(body(3), y=740),
            Text(72, 680, "A smaller part", 12),
            *column(body(3, 3), y=660),
            Text(72, 600, "Part two", 14),
            *column(body(3, 6), y=580),
        ]
    )
    headings = [it for it in parse_pdf(pdf(page)).pieces if isinstance(it, Heading)]
    assert headings == [
        Heading(1, "The title of all"),
        Heading(2, "Part one"),
        Heading(3, "A smaller part"),
        Heading(2, "Part two"),
    ]


def test_a_bold_line_is_a_heading_where_bold_stands_out() -> None:
    page = Page(
        [
            Text(72, 760, "Costs", 10, "Helvetica-Bold"),
            *column([*body(3), "It ends here."], y=745),
            Text(72, 680, "This bold line is a sentence.", 10, "Helvetica-Bold"),
            *column(body(3, 3), y=665),
        ]
    )
    headings = [it for it in parse_pdf(pdf(page)).pieces if isinstance(it, Heading)]
    assert [heading.text for heading in headings] == ["Costs"]


@pytest.mark.parametrize("bullet", ["•", "–", "-", "*"])
def test_bullets_begin_items_and_indented_lines_go_on(bullet: str) -> None:
    lines = [
        Text(72, 700, f"{bullet} The first item says something and goes over"),
        Text(82, 688, "two lines of the page."),
        Text(72, 676, f"{bullet} The second item is short."),
    ]
    pieces = parse_pdf(pdf(Page([*column(body(4)), *lines]))).pieces
    assert [it.text for it in pieces if isinstance(it, Item)] == [
        "The first item says something and goes over two lines of the page.",
        "The second item is short.",
    ]


def test_a_table_is_written_row_by_row() -> None:
    rows = [("Mill", "Built", "Stones"), ("Corran", "1743", "3"), ("Linn", "1801", "2")]
    cells = [
        Text(x, 600 - 12 * line, words, 10, "Helvetica-Bold" if line == 0 else FONTS[0])
        for line, row in enumerate(rows)
        for x, words in zip((72, 180, 260), row, strict=True)
    ]
    assert text_of(Page([*column(body(3)), *cells])).endswith(
        "Mill: Corran; Built: 1743; Stones: 3.\n\nMill: Linn; Built: 1801; Stones: 2.\n"
    )


def test_captions_tables_of_contents_and_labels_are_dropped() -> None:
    texts = [
        *column(body(3)),
        Text(72, 600, "Figure 1: The mill at ebb."),
        Text(72, 560, "1 Costs . . . . . . . . . . . . . . . . 7"),
        Text(72, 540, "axis", 5),
    ]
    assert text_of(Page(texts)) == text_of(Page(column(body(3))))


def test_raised_figures_are_superscripts() -> None:
    texts = [*column(body(3)), Text(72, 700, "growth"), Text(102.1, 704, "3", 6)]
    texts += [Text(108, 700, "of mills was 5.")]
    assert "growth³ of mills was 5." in text_of(Page(texts))


def test_a_turned_page_is_read_and_a_stamp_at_its_edge_is_not() -> None:
    page = Page(
        raw=b"\n".join(
            b"BT /F4 10 Tf 0 1 -1 0 %d 60 Tm (%s) Tj ET" % (100 + 12 * n, line.encode())
            for n, line in enumerate(body(5))
        )
        + b" BT /F4 10 Tf 1 0 0 1 20 20 Tm (stamp) Tj ET"
    )
    text = text_of(page)
    assert text.startswith("Line 0 of the body says")
    assert "stamp" not in text


def test_letters_scaled_by_the_page_have_the_size_that_is_seen() -> None:
    scaled = b"q 0.5 0 0 0.5 72 780 cm BT /F4 40 Tf (Title) Tj ET Q"
    pieces = parse_pdf(pdf(Page(column(body(3)), raw=scaled))).pieces
    assert pieces[0] == Heading(1, "Title")


@pytest.mark.parametrize(
    ("title", "found"),
    [("Mill report", "Mill report"), ("report.indd", None), (None, None)],
)
def test_the_title_of_the_properties_is_taken_if_a_person_wrote_it(
    title: str | None, found: str | None
) -> None:
    assert parse_pdf(pdf(Page(column(body(2))), title=title)).title == found


def test_a_pdf_of_pictures_is_refused_in_plain_words() -> None:
    with pytest.raises(InputError, match=r"no text, only pictures .* \(OCR\)"):
        text_of(Page(raw=b"10 10 m 50 50 l S"))


def test_a_text_without_heads_loses_nothing() -> None:
    lines = [
        "In spring the owner opened the gate of the dam at the turn of the tide,",
        "and the two wheels ran for five hours until the pond was empty again.",
    ]
    text = text_of(Page(column(lines)))
    assert text == f"{lines[0]} {lines[1]}\n"
