"""Cut out of a page what its reader does not see, or what is not its article."""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from app.documents.characters import raised

_UNSEEN_TAGS = (
    "script style noscript template iframe object embed svg canvas button select"
    " textarea dialog nav aside del s strike audio video"
)
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|(?:font-size|opacity)\s*:\s*0(?:\.0+)?(?![\d.])"
    r"|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,}"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01]",
    re.IGNORECASE,
)
# One plain rule of a style sheet: names of classes and ids, then what they get. What is
# inside of @media and the like holds under conditions and counts for nothing.
_RULE = re.compile(r"([^{}@;]{1,2000})\{([^{}]{0,2000})\}")
_AT_RULE = re.compile(
    r"@[\w-]+[^{};]{0,500}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\})*[^{}]*\}"
)
_SELECTOR = re.compile(r"\s*[a-z0-9]*([.#])([\w-]{1,80})\s*")
_LONGEST_SHEET = 300_000
_SCREEN_READER = frozenset(
    {
        "sr-only",
        "visually-hidden",
        "screen-reader-text",
        "visuallyhidden",
        "hide",
        "hidden",
    }
)
_UNSEEN_ROLES = (
    "navigation banner search dialog alertdialog complementary contentinfo menu menubar"
    " toolbar tablist alert"
)
# Words in the name of a class or id of blocks that stand in and around articles.
_BOILERPLATE_WORDS = (
    "ads? advert(?:s|isements?|ising|orial)? adsense adslot adbox sponsor(?:ed|s)?"
    " promo(?:s|ted|tion|box)? outbrain taboola cookies? consent gdpr ccpa newsletters?"
    " subscribe subscription signup paywall share sharing social sharebar addthis"
    " related recommend(?:ed|ations?)? read-?more see-?also"
    " more-?(?:news|stories|on|from) most-?read trending popular breadcrumbs? comments?"
    " disqus respond sidebar widgets? popup modal overlay toc table-of-contents"
    " pagination pager skip-?link author-?(?:bio|box) print-?only byline dateline tags?"
    " tag-?list"
)
_BOILERPLATE = re.compile(
    rf"(?:^|[-_ ])(?:{_BOILERPLATE_WORDS.replace(' ', '|')})(?:$|[-_ ])", re.IGNORECASE
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
_MAIN = 0.5


def prune(page: HtmlElement) -> None:
    """Drop hidden text, navigation, banners, advertisements and links elsewhere.

    Also writes raised digits as superscripts, so that no later step glues them to the
    word before.
    """
    classes, ids = _hidden_by_sheets(page)
    total = len(page.text_content())
    for element in list(page.iter(*_UNSEEN_TAGS.split())):
        if not _is_main(element, total):
            _drop(element)
    for element in list(page.iter()):
        if isinstance(element.tag, str) and _is_unwanted(element, classes, ids, total):
            _drop(element)
    for heading in list(page.iter(*_HEADINGS, "p", "strong", "b")):
        _drop_links_below(heading)
    for sup in list(page.iter("sup")):
        _write_raised(sup)


def _hidden_by_sheets(page: HtmlElement) -> tuple[set[str], set[str]]:
    classes: set[str] = set()
    ids: set[str] = set()
    for sheet in page.iter("style"):
        if sheet.get("media", "all").strip().lower() not in ("all", "screen", ""):
            continue
        rules = _AT_RULE.sub("", (sheet.text or "")[:_LONGEST_SHEET])
        for names, settings in _RULE.findall(rules):
            if _UNSEEN_STYLE.search(settings):
                for name in names.split(","):
                    found = _SELECTOR.fullmatch(name)
                    if found:
                        (classes if found[1] == "." else ids).add(found[2])
    return classes, ids


def _is_unwanted(
    element: HtmlElement, classes: Iterable[str], ids: Iterable[str], total: int
) -> bool:
    if element.tag in ("html", "body", "head"):
        return False
    names = element.get("class", "").split()
    hidden = (
        element.get("hidden") is not None
        or element.get("aria-hidden", "").lower() == "true"
        or _UNSEEN_STYLE.search(element.get("style", ""))
        or not _SCREEN_READER.isdisjoint(name.lower() for name in names)
        or any(name in classes for name in names)
        or element.get("id") in ids
    )
    if hidden:
        return True
    words = f"{element.get('class', '')} {element.get('id', '')}"
    named = (
        element.get("role", "").lower() in _UNSEEN_ROLES.split()
        or element.get("aria-modal") == "true"
        or _BOILERPLATE.search(words)
    )
    return bool(named) and element.tag != "article" and not _is_main(element, total)


def _is_main(element: HtmlElement, total: int) -> bool:
    """Tell whether an element holds most of the page: then its name means little."""
    return len(element.text_content()) > _MAIN * total


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


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
