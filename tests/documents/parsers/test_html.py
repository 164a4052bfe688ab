"""Pages made up for the tests, as sites of many kinds write them."""

from pathlib import Path

import pytest

from app.documents.charsets import charset_of_page
from app.documents.encoding import decode
from app.documents.parsers.html import parse_html
from app.documents.parsers.pieces import Heading, Parsed
from app.documents.parsers.writing import write
from app.domain.errors import InputError

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))
FILLER = "".join(
    f"<p>In the year {year} the mill on the hill ground forty sacks of barley.</p>"
    for year in (1801, 1802, 1803, 1804)
)
MORE = FILLER.replace("180", "181")


def parsed(page: str) -> Parsed:
    return parse_html(page.encode())


def text_of(body: str, head: str = "") -> str:
    return write(parsed(f"<html><head>{head}</head><body>{body}</body></html>").pieces)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_only_the_article_of_a_page_is_read(path: Path) -> None:
    data = path.read_bytes()
    page = decode(data, charset=charset_of_page(data))
    expected = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert write(parsed(page).pieces) == expected


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 8


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<nav><ul><li><a href='/'>Home</a></li></ul></nav>",
        "<script>var text = 'The mill ground forty sacks of barley that day.'</script>",
        "<div class='cookie-banner'><p>We use cookies to be a better site.</p></div>",
    ],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(InputError, match="No article was found in this page"):
        text_of(body)


@pytest.mark.parametrize(
    "block",
    [
        "<div hidden><p>UNWANTED words that nobody sees on the page.</p></div>",
        "<div style='display: none'><p>UNWANTED words that nobody sees.</p></div>",
        "<p style='opacity:0'>UNWANTED words that nobody sees on the page.</p>",
        "<p style='text-indent:-9999px'>UNWANTED words that nobody sees.</p>",
        "<span class='sr-only'>UNWANTED words for screen readers alone.</span>",
        "<div aria-hidden='true'><p>UNWANTED words that are decoration.</p></div>",
        "<div class='cookie-banner'><p>UNWANTED words about our cookies.</p></div>",
        "<div id='gdpr-consent-banner'><p>UNWANTED words about consent.</p></div>",
        "<div class='ad-slot-3'><p>UNWANTED words about a sale of mills.</p></div>",
        "<aside><p>UNWANTED words beside the article, about other things.</p></aside>",
        "<div role='navigation'><p>UNWANTED words that lead elsewhere.</p></div>",
        "<div class='social-share-buttons'><p>UNWANTED words: share this.</p></div>",
        "<section class='related-posts'><p>UNWANTED words on mills.</p></section>",
        "<div class='newsletter-signup'><p>UNWANTED words: get our letter.</p></div>",
        "<div id='comments'><p>UNWANTED words of somebody who read this.</p></div>",
        "<nav><p>UNWANTED words in a menu of this page and others.</p></nav>",
        "<h3>Related articles</h3><ul><li><a href='/a'>UNWANTED other mill</a></ul>",
        "<p><b>Read more:</b></p><ul><li><a href='/a'>UNWANTED other mill</a></ul>",
        "<h3>相关阅读</h3><ul><li><a href='/a'>UNWANTED</a></ul>",
        "<p>Kept<del> UNWANTED words that were struck out later</del>.</p>",
        "<noscript><p>UNWANTED words for those without scripts.</p></noscript>",
        "<!-- UNWANTED words of a comment -->",
        "<button>UNWANTED</button>",
    ],
)
def test_what_is_not_the_article_never_gets_in(block: str) -> None:
    text = text_of(f"<article><h1>The mill</h1>{FILLER}{block}{MORE}</article>")
    assert "UNWANTED" not in text
    assert text.count("ground forty sacks") == 8


@pytest.mark.parametrize(
    "wrap",
    [
        "<div class='post tag-popular category-related'>{}</div>",
        "<div class='content-sidebar-wrap'>{}</div>",
        "<div class='entry-content no-share'>{}</div>",
        "<div class='elementor-widget'>{}</div>",
        "<div class='related'>{}</div>",
        "<div style='opacity:0'>{}</div>",
        "<form id='aspnetForm'>{}</form>",
    ],
)
def test_a_block_that_holds_the_article_is_kept_whatever_its_name(wrap: str) -> None:
    text = text_of(wrap.format(f"<h1>The mill</h1>{FILLER}"))
    assert "ground forty sacks" in text


def test_headings_below_the_title_go_down_a_level_when_there_are_several_first() -> (
    None
):
    page = (
        "<article><h1>The mill</h1>"
        f"{FILLER}<h1>Wind</h1>{MORE}<h2>Sails</h2><p>They are of oak.</p></article>"
    )
    pieces = parsed(f"<html><title>The mill</title><body>{page}</body></html>").pieces
    headings = [it for it in pieces if isinstance(it, Heading)]
    assert headings == [Heading(1, "The mill"), Heading(2, "Wind"), Heading(3, "Sails")]


def test_a_title_that_the_text_lacks_is_put_before_it() -> None:
    text = text_of(f"<article>{FILLER}</article>", "<title>The mill</title>")
    assert text.startswith("# The mill\n\nIn the year 1801")


def test_raised_figures_are_not_glued_to_numbers() -> None:
    text = text_of(f"<article>{FILLER}<p>It ground 40<sup>3</sup> sacks.</p></article>")
    assert "It ground 40³ sacks." in text
