"""Tell the language of a piece of text by its script."""

import re

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_KANA = re.compile(r"[\u3041-\u30ff\u31f0-\u31ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# Han, kana, full-width forms and CJK punctuation: what is written without spaces.
CJK = r"\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
# One ideograph says about as much as three Latin letters.
_HAN_WEIGHT = 3
_KANA_SHARE = 0.1


def language_of(text: str) -> str:
    """Return `en` for Latin script, `zh` for Han script, `und` for anything else.

    The heavier script wins: names and terms of the other may stand inside. Han script
    with a tenth of kana is Japanese, hence `und`.
    """
    if text.isascii():
        return "en" if _LATIN.search(text) else "und"
    han = len(_HAN.findall(text))
    kana = len(_KANA.findall(text))
    latin = len(_LATIN.findall(text))
    other = sum(map(str.isalpha, text)) - han - kana - latin
    if han and kana < _KANA_SHARE * (han + kana):
        if han * _HAN_WEIGHT > max(latin, other):
            return "zh"
    elif han + kana > latin:
        return "und"
    return "en" if latin > other else "und"


def width(text: str) -> int:
    """Return the columns that `text` takes, an ideograph counting two."""
    return len(text) if text.isascii() else len(text) + len(_HAN.findall(text))


def is_cjk(char: str) -> bool:
    """Tell whether `char` is an ideograph or kana."""
    return bool(_HAN.match(char) or _KANA.match(char))
