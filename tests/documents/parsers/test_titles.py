import pytest

from app.documents.parsers.titles import sensible_title


@pytest.mark.parametrize("title", ["Water report 2025", "水务报告", "A.I. in Dover"])
def test_a_title_that_a_person_gave_is_kept(title: str) -> None:
    assert sensible_title(f" {title}\n") == title


@pytest.mark.parametrize(
    "title",
    [
        None,
        "",
        "2025",
        "untitled",
        "Untitled-3",
        "Microsoft Word - report final.doc",
        "Document1",
        "Word Document",
        "report_v2.PDF",
        "无标题",
    ],
)
def test_what_a_program_wrote_is_no_title(title: str | None) -> None:
    assert sensible_title(title) is None
