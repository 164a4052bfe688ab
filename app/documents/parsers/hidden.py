"""Cut out of a page what its reader does not see, or what is not its article."""

import re
from collections.abc import Collection, Iterator

from lxml.html import HtmlElement

from app.documents.characters import raised

_UNSEEN_TAGS = (
    "script style noscript template iframe object embed svg canvas button select"
    " textarea dialog nav aside del s strike audio video caption"
)
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?![\d.])"
    r"|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01]",
    re.IGNORECASE,
)
# A piece of a style sheet up to the next brace.
_PIECE = re.compile(r"([^{}]*)([{}])")
_SELECTOR = re.compile(r"\s*[a-z0-9]*([.#])([\w-]{1,80})\s*")
_LONGEST_SHEET = 300_000
_SCREEN_READER = frozenset(
    ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"]
)
_UNSEEN_ROLES = (
    "navigation banner search dialog alertdialog complementary contentinfo menu menubar"
    " toolbar tablist alert"
)
# Names that blocks in and around articles have as a class or id, alone or with a word
# before and one of these behind. `tag-popular` and the like describe an article.
_BOILERPLATE_WORDS = (
    "ads? advert(?:s|isements?|ising|orial)? adsense ad-?slot ad-?box ad-?unit"
    " sponsored promos? promo-?box outbrain taboola cookies? gdpr ccpa newsletters?"
    " sign-?up"
    " subscription subscribe sharing share social sharebar share-?buttons addthis"
    " related related-?posts related-?articles recommend(?:ed|ations) read-?more"
    " see-?also most-?read trending popular breadcrumbs? comments disqus respond"
    " popup modal pagination pager skip-?link author-?(?:bio|box) byline"
    " dateline post-?tags tag-?list infobox navbox editsection"
)
_BEHIND = (
    "box bar block list links buttons? section container widget banner consent"
    " notice form signup slot area title footer header enabled wrap"
)
_BOILERPLATE = re.compile(
    r"(?:(?!tag|cat|no|has|is|with|node|type|main|content)[a-z]{1,12}[-_]{1,2})?"
    rf"(?:{_BOILERPLATE_WORDS.replace(' ', '|')})"
    rf"(?:[-_]{{1,2}}(?:{_BEHIND.replace(' ', '|')})){{0,2}}[-_]?\d{{0,5}}"
    r"|(?:primary-|secondary-)?sidebar(?:-\d{1,2})?|widget-area",
    re.IGNORECASE,
)
# Headings of what leads to other pages.
_LEADS_AWAY = re.compile(
    r"(?:related|recommended|more)(?: (?:articles|stories|reading|news|posts|links))?"
    r"|more (?:from|on|in) .{1,40}|read (?:more|next|also|on).{0,20}|see also|also read"
    r"|you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|trending(?: now)?"
    r"|most (?:read|popular)|what to read next|up next|further reading|popular posts"
    r"|share (?:this|on).{0,30}|相关(?:阅读|文章|新闻|链接|推荐)|推荐阅读|延伸阅读"
    r"|热门(?:文章|新闻)|猜你喜欢|更多(?:阅读|文章|新闻)",
    re.IGNORECASE,
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOSTLY_LINKS = 0.7
# What holds more of a page's running text than this share, and is no mere note, is what
# the page is about, whatever it is called.
_MAIN = 0.4
_SHORT = 250


def prune(page: HtmlElement) -> None:
    """Drop hidden text, navigation, banners, advertisements and links elsewhere.

    Also writes raised digits as superscripts, so that no later step glues them to the
    word before.
    """
    classes, ids = _hidden_by_sheets(page)
    for element in list(page.iter(*_UNSEEN_TAGS.split())):
        _drop(element)
    sizes = _sizes(page)
    for element in list(page.iter()):
        is_main = sizes.get(element, 0) > max(_MAIN * sizes[page], _SHORT)
        if not is_main and _is_unwanted(element, classes, ids):
            _drop(element)
    for heading in list(page.iter(*_HEADINGS, "p", "strong", "b")):
        _drop_links_below(heading)
    for sup in list(page.iter("sup")):
        _write_raised(sup)
    for table in list(page.iter("table")):
        _unfold_layout(table)


def _hidden_by_sheets(page: HtmlElement) -> tuple[set[str], set[str]]:
    classes: set[str] = set()
    ids: set[str] = set()
    for sheet in page.iter("style"):
        if sheet.get("media", "all").strip().lower() not in ("all", "screen", ""):
            continue
        for names, settings in _rules((sheet.text or "")[:_LONGEST_SHEET]):
            if _UNSEEN_STYLE.search(settings):
                for name in names.split(","):
                    found = _SELECTOR.fullmatch(name)
                    if found:
                        (classes if found[1] == "." else ids).add(found[2])
    return classes, ids


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Give the selectors and settings of a sheet's plain rules.

    What is inside of `@media` and the like holds under conditions and counts for
    nothing.
    """
    names, depth = "", 0
    for match in _PIECE.finditer(sheet):
        if match[2] == "{":
            names = match[1].rpartition(";")[2] if depth == 0 else names
            depth += 1
            continue
        if depth == 1 and "@" not in names:
            yield names, match[1]
        depth = max(depth - 1, 0)


def _sizes(page: HtmlElement) -> dict[HtmlElement, int]:
    """Return how much running text each element holds: what holds most is no banner."""
    sizes: dict[HtmlElement, int] = {page: 0}
    for paragraph in page.iter("p", "li", "blockquote"):
        size = len(paragraph.text or "") + sum(len(it.tail or "") for it in paragraph)
        for element in (paragraph, *paragraph.iterancestors()):
            sizes[element] = sizes.get(element, 0) + size
    return sizes


def _is_unwanted(
    element: HtmlElement, classes: Collection[str], ids: Collection[str]
) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("html", "body", "head"):
        return False
    names = element.get("class", "").split()
    identity = element.get("id", "")
    unwanted = (
        element.get("hidden") is not None
        or element.get("aria-hidden", "").lower() == "true"
        or element.get("aria-modal") == "true"
        or element.get("role", "").lower() in _UNSEEN_ROLES.split()
        or _UNSEEN_STYLE.search(element.get("style", ""))
        or identity in ids
        or any(name in classes for name in names)
        or any(name.lower() in _SCREEN_READER for name in names)
        or any(_BOILERPLATE.fullmatch(name) for name in (*names, identity))
    )
    return bool(unwanted)


def _drop_links_below(heading: HtmlElement) -> None:
    """Drop a heading such as "Related articles" and the list of links below it."""
    words = " ".join(heading.text_content().split()).rstrip(":\uff1a ")
    if heading.getparent() is None or not _LEADS_AWAY.fullmatch(words):
        return
    block = heading
    while block.tag not in (*_HEADINGS, "p", "div", "section") and (
        block.getparent() is not None
    ):
        block = block.getparent()
    following = block.getnext()
    while following is not None and (
        following.tag in ("ul", "ol") or _is_links(following)
    ):
        after = following.getnext()
        _drop(following)
        following = after
    if len(block.text_content().split()) <= len(words.split()) + 1:
        _drop(block)


def _is_links(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in _HEADINGS:
        return False
    text = len(element.text_content().strip())
    linked = sum(len(link.text_content().strip()) for link in element.iter("a"))
    return text > 0 and linked >= _MOSTLY_LINKS * text


def _write_raised(sup: HtmlElement) -> None:
    text = "".join(sup.text_content().split())
    if raised(text) == text:
        return
    for child in list(sup):
        sup.remove(child)
    sup.text = raised(text)
    sup.drop_tag()


def _unfold_layout(table: HtmlElement) -> None:
    """Make blocks of a table that arranges a page: its cells hold blocks themselves."""
    if not any(True for _ in table.iter(*_HEADINGS, "p", "ul", "ol", "div")):
        return
    cells = list(table.iter("td", "th"))
    if all(len(cell) == 1 and cell[0].tag == "p" for cell in cells if len(cell)):
        return
    for part in list(table.iter("table", "tbody", "thead", "tr", "td", "th")):
        part.tag = "div"


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
