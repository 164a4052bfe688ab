"""Find what a page says of itself: its title and its address."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from app.documents.characters import folded

_LONGEST_TITLE = 300
_LONGEST_URL = 2_000
_IN_URL = re.compile(r"[^\s\x00-\x1f\x7f]+")
# What parts a title from the name of its site.
_PARTED = re.compile(r"\s+[|\u2013\u2014\u00b7»-]\s+|\s*[|\uff5c]\s*|\s*::\s*")


def title_of(page: HtmlElement) -> str | None:
    """Return the page's title: of its metadata, else its only main heading, its head.

    The name of the site behind the head's title is cut off where the page names it or
    a main heading says the rest.
    """
    for name in ("og:title", "twitter:title"):
        if title := _short(_meta(page, name)):
            return _without_site(title, page)
    headings = [_short(heading.text_content()) for heading in page.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    return _without_site(_short(page.findtext(".//title") or ""), page) or None


def url_of(page: HtmlElement) -> str | None:
    """Return the page's own address, if it gives a public looking one."""
    for address in _addresses(page):
        address = address.strip()
        if len(address) > _LONGEST_URL or not _IN_URL.fullmatch(address):
            continue
        try:
            parts = urlsplit(address)
            host, user = parts.hostname, parts.username
        except ValueError:
            continue
        if parts.scheme in ("http", "https") and host and user is None:
            return address
    return None


def _addresses(page: HtmlElement) -> Iterator[str]:
    for link in page.iter("link"):
        if "canonical" in link.get("rel", "").lower().split():
            yield link.get("href", "")
    yield _meta(page, "og:url")


def _meta(page: HtmlElement, name: str) -> str:
    for meta in page.iter("meta"):
        if name in (meta.get("property"), meta.get("name")):
            return str(meta.get("content", ""))
    return ""


def _short(text: str) -> str:
    return folded(text).replace("\n", " ")[:_LONGEST_TITLE].strip()


def _without_site(title: str, page: HtmlElement) -> str:
    site = _short(_meta(page, "og:site_name")).casefold()
    headings = {_short(it.text_content()).casefold() for it in page.iter("h1", "h2")}
    parts = [part for part in _PARTED.split(title) if part]
    if len(parts) < 2:
        return title
    if parts[0].casefold() in headings:
        return parts[0]
    if site and parts[-1].casefold() == site:
        return title[: title.casefold().rindex(site)].rstrip(
            " |\u2013\u2014\u00b7»-\uff5c:"
        )
    return title
