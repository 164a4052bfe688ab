"""Make characters plain: what nobody sees is dropped, what is composed is one."""

import re
import unicodedata

# Soft hyphen, zero-width characters, marks of direction, fillers and tags: they show
# nothing, turn a line round or hide words in others.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
# A joiner belongs into Arabic, Indic scripts and emoji; beside these it hides.
_JOINER = re.compile(
    "[\u200c\u200d](?=[\u0000-\u058f\u2e80-\uffdc])|"
    "(?<=[\u0000-\u058f\u2e80-\uffdc])[\u200c\u200d]|[\u200c\u200d](?![^\\s])"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_RAISED = re.compile(r"[0-9+−-]{1,6}(?:, ?[0-9]{1,3})*")


def plain(text: str) -> str:
    """Return `text` composed (NFC) and without control and unseen characters."""
    if text.isascii():
        return _CONTROL.sub(" ", text)
    text = _JOINER.sub("", _UNSEEN.sub("", text)).translate(_LIGATURES)
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", text))


def folded(text: str) -> str:
    """Return `text` plain, each of its lines with single spaces and no outer ones."""
    lines = (" ".join(line.split()) for line in plain(text).split("\n"))
    return "\n".join(line for line in lines if line)


def raised(text: str) -> str:
    """Return raised digits as superscripts, so that `5³` does not read 53.

    Anything else that is raised, such as `[3]` or `th`, stays as it is.
    """
    if not _RAISED.fullmatch(text.strip()):
        return text
    return text.strip().replace(" ", "").translate(_SUPERSCRIPTS)
