import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.gateways.page_address import BadAddressError, page_address
from app.gateways.policy import WEB_PORTS


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.org", "https://example.org"),
        ("  https://example.org/a?b=c#d \n", "https://example.org/a?b=c"),
        ("HTTP://Example.ORG:80/", "http://example.org/"),
        ("https://example.org.:443/a", "https://example.org/a"),
        ("https://example.org:/a", "https://example.org/a"),
        ("http://example.org:443/", "http://example.org:443/"),
        ("https://bücher.example/ä b", "https://xn--bcher-kva.example/%C3%A4%20b"),
        ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
        ("https://faß.example/", "https://xn--fa-hia.example/"),
        ("https://例え。テスト/", "https://xn--r8jz45g.xn--zckzah/"),
        ("https://ｅｘａｍｐｌｅ．ｏｒｇ/", "https://example.org/"),
        ("https://a_b.example/@c:d", "https://a_b.example/@c:d"),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ],
)
def test_an_address_is_brought_into_one_form(text: str, url: str) -> None:
    assert str(page_address(text, WEB_PORTS)) == url


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "does not begin with https://"),
        ("example.org/page", "does not begin with https://"),
        ("example.org:80/page", "only https:// and http:// are read"),
        ("mailto:a@example.org", "only https:// and http:// are read"),
        ("https:example.org", "does not begin with https://"),
        ("https://", "not a name on the internet"),
        ("https://user:word@example.org/", "before an @"),
        ("https://example.org:8080/", "only the ports 80 and 443"),
        ("https://exa\u00admple.org/", "not a name on the internet"),
        ("https://[::1", "not a name on the internet"),
        ("https://[::g]/", "not a name on the internet"),
        ("https://example.org/\x7f", "control character"),
        ("https://example.org/\ud800", "control character"),
        ("https://example.org/" + "a" * 2_000, "more than 2,000 characters"),
    ],
)
def test_what_is_no_address_of_a_page_is_told_why(text: str, reason: str) -> None:
    with pytest.raises(BadAddressError) as refused:
        page_address(text, WEB_PORTS)
    assert reason in refused.value.reason


WORDS = ("https", "//", "a.test", "127.0.0.1", "::1", "%2e", "80", "443", "xn--")
SIGNS = ":/\\@.[]%?#-_a1 。．＠１ßé例א\u00ad\u200d\u2100\ud800"
PIECES = st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=12).map("".join)


@given(PIECES | PIECES.map("http://".__add__))
@example("http://a" + ".a" * 200)
@example("http://" + "ä" * 70 + ".test/")
def test_whatever_is_written_is_a_plain_host_or_refused(text: str) -> None:
    try:
        url = page_address(text, WEB_PORTS)
    except BadAddressError:
        return
    assert url.scheme in ("http", "https")
    assert not url.userinfo
    assert url.port in (None, 80, 443)
    assert re.fullmatch(rb"[^\x00-\x20\x7f-\xff/\\?#@\[\]%]+", url.raw_host)
    assert page_address(str(url), WEB_PORTS) == url
