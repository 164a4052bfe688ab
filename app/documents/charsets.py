"""Know the names that HTTP headers and pages call encodings by."""

import codecs
import re

# Python's codecs that pages may name. UTF-7 and the escape-switched sets are left out:
# in them plain ASCII bytes mean something else.
_KNOWN_NAMES = (
    "utf-8 utf-16 utf-16-le utf-16-be gb18030 big5 cp932 euc_jp cp949 koi8-r koi8-u"
    " cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2"
    " iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10"
    " iso8859-13 iso8859-14 iso8859-15 iso8859-16"
)
_KNOWN = frozenset(_KNOWN_NAMES.split())
# What browsers read under these names, as the WHATWG encoding standard lists it.
_READ_AS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5hkscs": "big5",
}
_IN_META = re.compile(
    rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I
)
_IN_XML = re.compile(rb"""<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})""")
# Pages say it early; browsers look at the first kilobyte, some pages need more.
_SEARCHED = 8_192


def codec_of(label: str | None) -> str | None:
    """Return Python's codec for a charset label, None for none or an unknown one."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip("\"' \t").lower()).name
    except (LookupError, ValueError):
        return None
    name = _READ_AS.get(name, name)
    return name if name in _KNOWN else None


def charset_of_page(data: bytes) -> str | None:
    """Return the label that an HTML page or XHTML declaration gives, if any."""
    head = data[:_SEARCHED]
    found = _IN_XML.match(head.lstrip()) or _IN_META.search(head)
    return found[1].decode("ascii", "replace") if found else None
