"""Web pages made to harm."""

from collections.abc import Callable

TEXT = "The harmless sentence of this document has more than five words."
_HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>'


def _page(body: str, head: str = "") -> bytes:
    return f"{_HEAD}{head}<body>{body}</body></html>".encode()


def _article(body: str, head: str = "") -> bytes:
    return _page(f"<article><p>{TEXT}</p>{body}</article>", head)


def _entities() -> bytes:
    declared = '<!ENTITY a "laugh laugh">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8)
    )
    return f"<!DOCTYPE html [{declared}]><html><body><p>{TEXT} &i;</p></html>".encode()


def _utf_7() -> bytes:
    attack = "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"
    return (
        f'<html><head><meta charset="utf-7"></head><body><p>{TEXT}</p><p>{attack} is'
        " what this other sentence of the page says.</p></body></html>"
    ).encode()


DOCUMENTS: list[tuple[str, str, Callable[[], bytes], str | None]] = [
    (
        "html deep",
        "100,000 blocks deep",
        lambda: _page("<div>" * 100_000 + TEXT + "</div>" * 100_000),
        "nested too deeply|No article|broken",
    ),
    (
        "html deep inline",
        "100,000 marks that nobody closes",
        lambda: _page(f"<p>{TEXT}</p><p>" + "<b><i>" * 50_000 + TEXT),
        "",
    ),
    (
        "html deep lists",
        "2,000 lists in each other",
        lambda: _article("<ul><li>Item" * 2_000),
        "",
    ),
    (
        "html one line",
        "5 MB without a line end",
        lambda: _article(f"<p>{TEXT * 78_000}</p>"),
        None,
    ),
    (
        "html one word",
        "a word of 5 MB",
        lambda: _article(f"<p>{'a' * 5_000_000}</p>"),
        None,
    ),
    (
        "html attributes",
        "5,000 attributes on one element",
        lambda: _article(f"<p {' '.join(f'a{n}=b' for n in range(5_000))}>{TEXT}</p>"),
        None,
    ),
    (
        "html classes",
        "a class name of 1 MB",
        lambda: _article(f'<p class="{"ad-" * 330_000}">{TEXT}</p>'),
        None,
    ),
    (
        "html sheet",
        "a sheet to choke a pattern",
        lambda: _article("", f"<style>{'a{' * 150_000}{'.b,' * 300_000}</style>"),
        None,
    ),
    ("html entities", "a million expanded entities", _entities, None),
    ("html utf-7", "a script in another encoding", _utf_7, None),
    (
        "html script",
        "nothing but scripts",
        lambda: _page(f"<script>document.write('{TEXT}')</script>"),
        "No article",
    ),
    (
        "html picture",
        "5 MB of a picture",
        lambda: _article(f'<img src="data:image/png;base64,{"A" * 5_000_000}">'),
        None,
    ),
    (
        "html cells",
        "10,000 cells",
        lambda: _article("<table>" + "<tr><td>a<td>b" * 5_000),
        None,
    ),
    (
        "html links",
        "to call home and to read a file",
        lambda: _article(
            '<link rel=stylesheet href="http://127.0.0.1:9/a.css"><img src="http://'
            '127.0.0.1:9/a.png"><iframe src="file:///etc/passwd"></iframe>',
            '<base href="http://127.0.0.1:9/">',
        ),
        None,
    ),
    (
        "html include",
        "to include a file",
        lambda: _article(
            '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text"'
            ' href="file:///etc/passwd"/>'
        ),
        None,
    ),
    ("html NUL", "NUL bytes", lambda: _article("<p>a\0b</p>"), "NUL byte"),
    (
        "html turned",
        "text that reads the other way round",
        lambda: _article(
            "<p>The price \u202efo flah yb llef\u202c in the\u200b year.</p>"
        ),
        None,
    ),
]
