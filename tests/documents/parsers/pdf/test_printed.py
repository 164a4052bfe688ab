"""A page that a browser printed: the one PDF here that is not written by ourselves."""

from typing import TYPE_CHECKING

import pytest

from app.documents.parsers.pdf import parse_pdf
from app.documents.parsers.writing import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

PARAGRAPHS = [
    f"In the year {year} the well-known mill on the north shore of the loch ground"
    f" {sacks} sacks of barley, which the owner noted in a ledger that survives in the"
    " county archive together with the correspondence about the reconstruction of the"
    " dam and the two undershot wheels."
    for year, sacks in ((1801, "3,100"), (1802, "2,950"), (1803, "3,420"), (1804, 990))
]
PAGE = f"""<!doctype html><html lang="en"><head><title>The mill</title><style>
body {{ font: 10pt serif; }} h1 {{ font-size: 20pt; }} h2 {{ font-size: 13pt; }}
.two {{ columns: 2; column-gap: 18pt; text-align: justify; hyphens: auto; }}
</style></head><body><h1>The mill</h1>
<div class="two"><h2>Good years</h2><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>
<h2>Bad years</h2><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p></div></body></html>"""


def test_a_page_printed_in_two_columns_is_read_as_it_was_written(
    chromium: "Browser",
) -> None:
    page = chromium.new_page()
    page.set_content(PAGE)
    printed = page.pdf(
        format="A4",
        display_header_footer=True,
        margin={"top": "60px", "bottom": "60px"},
    )
    page.close()
    parsed = parse_pdf(printed)
    assert parsed.title == "The mill"
    assert write(parsed.pieces) == (
        f"# The mill\n\n## Good years\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n"
        f"## Bad years\n\n{PARAGRAPHS[2]}\n\n{PARAGRAPHS[3]}\n"
    )
