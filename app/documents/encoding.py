"""Find the encoding of a text and refuse what is no text."""

import codecs
import re

from app.domain.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# Tab, line feed, vertical tab, form feed, carriage return and next line are white
# space that texts hold; every other control character marks a binary file.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
# The most frequent characters of written Chinese, in both scripts' shared part. They
# make up about half of any running text and almost none of a text misread as GB18030.
_FREQUENT = re.compile(
    "[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下"
    "自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部"
    "其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关"
    "点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月"
    "话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几"
    "口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期"
    "市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难"
    "增投需价格业据模型企技术研究率元亿万美金融银行场势竞争应用]"
)
_LEAST_FREQUENT_SHARE = 0.2


def decode(data: bytes, *, max_bytes: int | None = None) -> str:
    """Return the text of `data`, without its byte order mark.

    Reads UTF-8 with or without a byte order mark, UTF-16 of either order with one, and
    GB18030 where the bytes are no UTF-8 and read as Chinese. `max_bytes` bounds the
    size. Raises `InputError`, naming the byte and the line, for anything else: too
    large, empty, only white space, binary, or in another encoding.
    """
    if max_bytes is not None and len(data) > max_bytes:
        raise InputError(
            f"The document has {len(data):,} bytes; at most {max_bytes:,} are read."
        )
    if not data:
        raise InputError("The document is empty.")
    text = _decoded(data)
    _refuse_control_characters(text)
    if not text.strip("\ufeff \t\n\v\f\r\x85\xa0\u2028\u2029\u3000\u200b"):
        raise InputError("The document holds nothing but white space.")
    return text


def _decoded(data: bytes) -> str:
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _strictly(data, codec, name, skip=len(bom))
    nul = data.find(b"\0")
    if nul >= 0:
        raise InputError(
            f"{_place(data, nul)}: a NUL byte. This is a binary file, or UTF-16 without"
            " a byte order mark; save it as UTF-8 text."
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        chinese = _as_chinese(data)
        if chinese is not None:
            return chinese
        raise InputError(
            f"{_place(data, error.start)}: the byte 0x{data[error.start]:02X} is not"
            " valid UTF-8, nor is the text GB18030; save it as UTF-8."
        ) from None


def _strictly(data: bytes, codec: str, name: str, *, skip: int) -> str:
    body = data[skip:]
    try:
        return body.decode(codec)
    except UnicodeDecodeError as error:
        line = _line(body[: error.start].decode(codec, errors="replace"))
        raise InputError(
            f"Byte {skip + error.start + 1:,} (line {line:,}): the text starts as"
            f" {name} and is broken here; save it again as UTF-8."
        ) from None


def _as_chinese(data: bytes) -> str | None:
    """Read GB18030 only when the outcome looks like Chinese.

    Nearly any run of high bytes decodes as GB18030, so decoding alone proves nothing:
    a fifth of the ideographs must be frequent ones, and kana (EUC-JP) may not appear.
    """
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    ideographs = len(_HAN.findall(text))
    frequent = len(_FREQUENT.findall(text))
    if not ideographs or _KANA.search(text):
        return None
    strange = sum(ord(char) >= 0x2E80 for char in _HAN.sub("", text) if _odd(char))
    if frequent < _LEAST_FREQUENT_SHARE * ideographs or strange > ideographs // 20:
        return None
    return text


def _odd(char: str) -> bool:
    return not ("\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef")


def _refuse_control_characters(text: str) -> None:
    found = _CONTROL.search(text)
    if found:
        line = _line(text[: found.start()])
        raise InputError(
            f"Line {line:,}: the control character U+{ord(found.group()):04X} does not"
            " belong in a text; this looks like a binary file."
        )


def _place(data: bytes, offset: int) -> str:
    before = data[:offset]
    return f"Byte {offset + 1:,} (line {_line(before.decode('latin-1')):,})"


def _line(before: str) -> int:
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1
