"""Find the encoding of a text and refuse what is no text."""

import codecs
import re

from app.documents.charsets import codec_of
from app.documents.guessing import guess
from app.domain.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
# Tab, line feed, vertical tab, form feed, carriage return and next line are white
# space that texts hold; every other control character marks a binary file.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BLANK = "\ufeff \t\n\v\f\r\x85\xa0\u2028\u2029\u3000\u200b"


def decode(
    data: bytes, *, max_bytes: int | None = None, charset: str | None = None
) -> str:
    """Return the text of `data`, without its byte order mark.

    Reads what a byte order mark says; else in `charset`, a label that HTTP or the page
    gave, where it is known and fits; else as UTF-8; else what `guess` is certain of:
    UTF-16 of either order, GB18030, Shift-JIS or Windows-1252. `max_bytes` bounds the
    size. Raises `InputError`, naming the byte and the line, for anything else: too
    large, empty, only white space, binary, or in another encoding.
    """
    if max_bytes is not None and len(data) > max_bytes:
        raise InputError(
            f"The document has {len(data):,} bytes; at most {max_bytes:,} are read."
        )
    if not data:
        raise InputError("The document is empty.")
    text = _decoded(data, charset)
    if not text.strip(_BLANK):
        raise InputError("The document holds nothing but white space.")
    return text


def _decoded(data: bytes, charset: str | None) -> str:
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _strictly(data, codec, name, skip=len(bom))
    declared = _declared(data, charset)
    if declared is not None:
        return declared
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        guessed = guess(data)
        if guessed is not None:
            return guessed
        raise _unknown(data, error.start) from None
    control = _CONTROL.search(text)
    if control is None:
        return text
    # Wide characters of which each half happens to be ASCII.
    guessed = guess(data)
    if guessed is not None:
        return guessed
    raise _unknown(data, data.find(b"\0")) if "\0" in text else _binary(text, control)


def _declared(data: bytes, charset: str | None) -> str | None:
    """Read `data` as it says it is; None where it says nothing or something wrong."""
    codec = codec_of(charset)
    if codec is None:
        return None
    if codec.startswith(("cp", "iso8859", "koi8")) and _is_utf_8(data):
        # Any bytes fit a single-byte set, so a page that is UTF-8 nonetheless is known
        # by being valid.
        return None
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _strictly(data: bytes, codec: str, name: str, *, skip: int) -> str:
    body = data[skip:]
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        line = _line(body[: error.start].decode(codec, errors="replace"))
        raise InputError(
            f"Byte {skip + error.start + 1:,} (line {line:,}): the text starts as"
            f" {name} and is broken here; save it again as UTF-8."
        ) from None
    control = _CONTROL.search(text)
    if control is not None:
        raise _binary(text, control)
    return text


def _unknown(data: bytes, offset: int) -> InputError:
    nul = data.find(b"\0")
    if nul >= 0:
        return InputError(
            f"{_place(data, nul)}: a NUL byte. This is a binary file, or a text whose"
            " encoding is not certain; save it as UTF-8 text."
        )
    return InputError(
        f"{_place(data, offset)}: the byte 0x{data[offset]:02X} is not valid UTF-8, and"
        " the text is not certainly in another encoding; save it as UTF-8."
    )


def _binary(text: str, control: re.Match[str]) -> InputError:
    line = _line(text[: control.start()])
    return InputError(
        f"Line {line:,}: the control character U+{ord(control.group()):04X} does not"
        " belong in a text; this looks like a binary file."
    )


def _place(data: bytes, offset: int) -> str:
    before = data[:offset]
    return f"Byte {offset + 1:,} (line {_line(before.decode('latin-1')):,})"


def _line(before: str) -> int:
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1
