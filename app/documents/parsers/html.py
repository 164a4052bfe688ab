"""Read a web page: the article alone, without what surrounds it."""

import re

from lxml.etree import _Element
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction

from app.documents.parsers.hidden import prune
from app.documents.parsers.page_facts import title_of, url_of
from app.documents.parsers.pieces import Parsed, with_one_title
from app.documents.parsers.tree import pieces_of
from app.domain.errors import InputError

_HEADING = re.compile(r"h[1-6]")
# What a page shows as a heading without saying of which rank.
_UNRANKED = "h4"
# The share of a page's paragraphs that its article has.
_MOST = 0.6
_TAGS = {"list": "ul", "item": "li", "row": "tr", "lb": "br", "quote": "blockquote"}
_MARKS = {"#b": "b", "#sup": "sup", "#sub": "sub"}


def parse_html(data: bytes) -> Parsed:
    """Return the article of a page, given as UTF-8.

    Raises InputError for a page in which no article is found.
    """
    page = _tree(data)
    title, url = title_of(page), url_of(page)
    prune(page)
    _mark_article(page)
    body = _article(page)
    pieces = [] if body is None else pieces_of(body)
    if not pieces:
        raise InputError("No article was found in this page: it holds no running text.")
    return Parsed(with_one_title(pieces, title), title, url)


def _tree(data: bytes) -> HtmlElement:
    # The network is never asked and entities of the page's own are not read.
    parser = HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    return document_fromstring(data, parser=parser, ensure_head_body=True)


def _mark_article(page: HtmlElement) -> None:
    """Call the smallest block with most of the paragraphs an article, if none is.

    Else only the paragraphs of such a page would be found, without its headings.
    """
    if next(page.iter("article", "main"), None) is not None:
        return
    sizes: dict[HtmlElement, int] = {}
    total = 0
    for paragraph in page.iter("p"):
        size = len(paragraph.text_content())
        total += size
        for block in paragraph.iterancestors("div", "section"):
            sizes[block] = sizes.get(block, 0) + size
    inner = [block for block, size in sizes.items() if size >= _MOST * total]
    if inner:
        min(inner, key=lambda block: len(block.text_content())).tag = "article"


def _article(page: HtmlElement) -> _Element | None:
    found = bare_extraction(
        page,
        favor_precision=True,
        include_comments=False,
        include_formatting=True,
        include_tables=True,
        include_links=False,
        with_metadata=False,
    )
    if found is None or isinstance(found, dict) or found.body is None:
        return None
    return _as_html(found.body)


def _as_html(body: _Element) -> _Element:
    """Give trafilatura's elements the names that HTML has for them."""
    for element in body.iter():
        if not isinstance(element.tag, str):
            continue
        rend = element.get("rend", "")
        match element.tag:
            case "head":
                element.tag = rend if _HEADING.fullmatch(rend) else _UNRANKED
            case "list" if rend == "ol":
                element.tag = "ol"
            case "cell":
                element.tag = "th" if element.get("role") == "head" else "td"
            case "hi":
                element.tag = _MARKS.get(rend, "span")
            case tag:
                element.tag = _TAGS.get(tag, tag)
    return body
