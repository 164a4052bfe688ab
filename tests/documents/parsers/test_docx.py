import pytest

from app.documents.parsers.docx import parse_docx
from app.documents.parsers.writing import write
from app.domain.errors import InputError
from tests.support.word import (
    document,
    footnote_mark,
    footnotes_xml,
    paragraph,
    run,
    table,
)

SENTENCE = "The mill ground forty sacks of barley in a day."


def text_of(*body: str, title: str = "", **parts: str) -> str:
    found = {f"word/{name}.xml": xml for name, xml in parts.items()}
    return write(parse_docx(document(*body, title=title, parts=found)).pieces)


def test_a_report_keeps_its_headings_lists_and_tables() -> None:
    text = text_of(
        paragraph("Mills of the north", style="Title"),
        paragraph("Contents 2", style="TOC1"),
        paragraph("Water", style="Heading1"),
        paragraph(SENTENCE),
        paragraph("Two wheels drove three stones.", level=0),
        paragraph("Both were undershot.", level=1),
        paragraph("The pond held 18,000 cubic metres.", level=0),
        paragraph("Open the gate.", level=0, numbered=True),
        paragraph("Wait for the ebb.", level=0, numbered=True),
        paragraph("Figures", style="Heading2"),
        table([["Mill", "Built", "Stones"], ["Corran", "1743", "3"]]),
        paragraph("Figure 1: a mill.", style="Caption"),
        paragraph("Wind", style="Heading1"),
        paragraph("It stood on the hill."),
    )
    assert text == (
        "# Mills of the north\n\n"
        "## Water\n\n"
        f"{SENTENCE}\n\n"
        "- Two wheels drove three stones.\n"
        "  - Both were undershot.\n"
        "- The pond held 18,000 cubic metres.\n\n"
        "1. Open the gate.\n"
        "2. Wait for the ebb.\n\n"
        "### Figures\n\n"
        "Mill: Corran; Built: 1743; Stones: 3.\n\n"
        "## Wind\n\n"
        "It stood on the hill.\n"
    )


def test_a_footnote_becomes_a_reference() -> None:
    marked = run("It burned in 1838") + footnote_mark(1) + run(".")
    text = text_of(paragraph(runs=marked), footnotes=footnotes_xml("Estate papers."))
    assert text == ("It burned in 1838[1].\n\n## References\n\n[1] Estate papers.\n")


@pytest.mark.parametrize(
    ("properties", "shown"),
    [
        ("<w:vanish/>", False),
        ('<w:vanish w:val="1"/>', False),
        ('<w:vanish w:val="0"/>', True),
        ('<w:vanish w:val="false"/>', True),
        ("<w:b/>", True),
    ],
)
def test_hidden_text_is_left_out(properties: str, shown: bool) -> None:
    text = text_of(paragraph(runs=run("Kept. ") + run("Hidden.", properties)))
    assert ("Hidden." in text) is shown
    assert "Kept." in text


def test_deleted_text_is_left_out_and_inserted_text_kept() -> None:
    changed = (
        f"<w:del>{run('forty').replace('w:t', 'w:delText')}</w:del>"
        f"<w:ins>{run('fifty')}</w:ins>"
    )
    text = text_of(paragraph(runs=run("It ground ") + changed + run(" sacks.")))
    assert text == "It ground fifty sacks.\n"


def test_raised_figures_are_superscripts() -> None:
    raised = run("3", '<w:vertAlign w:val="superscript"/>')
    text = text_of(paragraph(runs=run("It held 40 m") + raised + run(".")))
    assert text == "It held 40 m³.\n"


def test_a_line_that_is_bold_alone_is_marked_as_such() -> None:
    text = text_of(paragraph(runs=run("Wind", "<w:b/>")), paragraph(SENTENCE))
    assert text == f"**Wind**\n\n{SENTENCE}\n"


@pytest.mark.parametrize(
    ("title", "found"),
    [("Mills", "Mills"), ("Microsoft Word - a.docx", None), ("", None)],
)
def test_the_title_of_the_properties_is_taken_if_a_person_wrote_it(
    title: str, found: str | None
) -> None:
    parsed = parse_docx(document(paragraph(SENTENCE), title=title))
    assert parsed.title == found
    assert write(parsed.pieces).startswith(f"# {found}" if found else SENTENCE)


def test_the_title_on_the_page_goes_before_that_of_the_properties() -> None:
    body = [paragraph("Mills", style="Title"), paragraph(SENTENCE)]
    assert parse_docx(document(*body, title="Template")).title == "Mills"


def test_no_entity_is_ever_expanded() -> None:
    # With the guard off, the text would hold "expanded".
    xml = (
        '<!DOCTYPE d [<!ENTITY a "expanded">]><w:document xmlns:w="http://schemas.'
        'openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>It is'
        " &a; here.</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(InputError, match="declares XML entities"):
        text_of(document=xml)


@pytest.mark.parametrize("part", ["document", "styles", "numbering", "footnotes"])
def test_broken_xml_is_refused_with_the_name_of_its_part(part: str) -> None:
    with pytest.raises(InputError, match=f"“word/{part}.xml” .* broken XML"):
        text_of(paragraph(SENTENCE), **{part: "<w:broken"})
