import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.documents import DocumentText, child, read_document
from app.domain.article import DocumentKind
from app.domain.errors import InputError
from tests.support.pdf import Page, Text, column, pdf
from tests.support.word import document, paragraph

ROOT = Path(__file__).parents[2]
SENTENCE = "The price of a battery fell by 40 percent within three years."
PAGE = (
    '<!doctype html><html><head><meta charset="gb2312"><title>电价</title>'
    '<link rel="canonical" href="https://a.example/p"></head>'
    "<body><h1>电价</h1><p>今年的电价比去年下降了百分之五。</p></body></html>"
)


def read(
    data: bytes, charset: str | None = None, url: str | None = None
) -> DocumentText:
    return read_document(data, max_bytes=1_000_000, charset=charset, url=url)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{SENTENCE}\r\n\u202e turned\u200b\n", DocumentKind.TEXT),
        (f"# Prices\n\n{SENTENCE} e\u0301\n", DocumentKind.MARKDOWN),
    ],
)
def test_text_and_markdown_stay_as_they_were_decoded(
    text: str, kind: DocumentKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(*_arguments: object, **_keywords: object) -> None:
        pytest.fail("A text needs no child process.")

    monkeypatch.setattr(subprocess, "Popen", start)
    assert read(text.encode()) == DocumentText(text, kind)


def test_a_page_gives_its_article_title_and_address() -> None:
    fetched = "https://a.example/p?from=mail"
    assert read(PAGE.encode("gb18030"), url=fetched) == DocumentText(
        "# 电价\n\n今年的电价比去年下降了百分之五。\n",
        DocumentKind.HTML,
        "电价",
        "https://a.example/p",
    )


def test_a_page_that_was_not_fetched_has_no_address() -> None:
    assert read(PAGE.encode("gb18030")).url is None
    assert read(SENTENCE.encode(), url="https://a.example/p").url is not None


def test_the_charset_of_http_is_heeded() -> None:
    page = PAGE.replace('<meta charset="gb2312">', "").encode("gb18030")
    assert read(page, charset="GBK").title == "电价"


def test_a_text_about_charsets_is_not_read_in_the_one_it_names() -> None:
    text = f'Write <meta charset="gbk"> for 中文. {SENTENCE}\n'
    assert read(text.encode()) == DocumentText(text, DocumentKind.TEXT)


def test_a_pdf_gives_its_text_and_title() -> None:
    texts = [Text(72, 780, "Prices", 20), *column([SENTENCE])]
    found = read(pdf(Page(texts), title="Prices of 2026"))
    assert found == DocumentText(
        f"# Prices\n\n{SENTENCE}\n", DocumentKind.PDF, "Prices of 2026"
    )


def test_a_word_document_gives_its_text_and_title() -> None:
    body = [paragraph("Prices", style="Heading1"), paragraph(SENTENCE)]
    found = read(document(*body, title="Prices of 2026"))
    assert found == DocumentText(
        f"# Prices\n\n{SENTENCE}\n", DocumentKind.DOCX, "Prices of 2026"
    )


@pytest.mark.parametrize("start", [b"", b"%PDF-1.7", b"PK\x03\x04word/document"])
def test_what_is_too_large_is_refused_whatever_it_is(start: bytes) -> None:
    with pytest.raises(InputError, match="1,000,001 bytes; at most 1,000,000"):
        read(start.ljust(1_000_001))


def test_the_process_that_serves_loads_no_parser(tmp_path: Path) -> None:
    # They are native code, large, and meant to see untrusted bytes elsewhere.
    parsers = {"trafilatura", "lxml", "pypdfium2", "pypdfium2_raw", "mammoth"}
    question = (
        "import sys; from app.documents import read_document;"
        f"read_document({PAGE.encode('gb18030')!r}, max_bytes=9999);"
        f"import wsgi; print(sorted({parsers!r} & set(sys.modules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", question],
        cwd=ROOT,
        env={"PREBRIEF_INSTANCE": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout == "[]\n"


@pytest.mark.slow
def test_a_child_starts_within_a_second() -> None:
    start = time.monotonic()
    child.parse_in_child(DocumentKind.HTML, PAGE.encode())
    assert time.monotonic() - start < 1.0
