"""Tell whether a text makes sense as Windows-1252."""

import re

# Letters beyond ASCII that a language writes, and words that few others share.
_LANGUAGES = {
    "English": ("àâäåçèéêëïîñôöü", "the and of that with from are was for has by"),
    "German": ("äöüßé", "der die und das ist von mit nicht eine für auf dem sich auch"),
    "French": ("àâæçèéêëîïôœùûüÿ", "le les et des une est dans pour du au avec ont"),
    "Spanish": ("áéíñóúü", "los las que por con para una del más como su este"),
    "Portuguese": ("áâãàçéêíóôõúü", "que não uma com para os dos das por mais foi"),
    "Italian": ("àèéìîòóù", "il di che per una con del della sono non gli nel più"),
    "Dutch": ("éèëïöüó", "het een van dat voor met zijn niet aan ook werd"),
    "Swedish": ("åäöé", "och att det som på är för av med inte till har"),
    "Danish": ("æøåé", "og det som på er for af til med ikke har den"),
    "Finnish": ("äöå", "ja että ovat oli mutta myös kuin joka sekä"),
}
_SPOKEN = tuple(
    (frozenset(alphabet), frozenset(words.split()))
    for alphabet, words in _LANGUAGES.values()
)
_LEAST_STOP_WORDS = 2
_MOST_HIGH_SHARE = 0.25
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[A-Za-z]")
_HIGH = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffŒœŠšŽžŸƒ"
_HIGH_LETTER = re.compile(f"[{_HIGH}]")
_HIGH_RUN = re.compile(f"[{_HIGH}]{{3}}")
_SIGN = re.compile(f"[^\x00-\x7f{_HIGH}]")
# What Windows-1252 adds beyond letters, with what ends the text before and begins the
# text behind it. At any other place the byte is a letter of another encoding. Low and
# single opening quotes are left out: 0x82 and 0x84 are the letters é and ä of DOS.
_NO_WORD = r"(?!\w)"
_SIGNS = tuple(
    (signs, re.compile(rf"(?:{before})\Z", re.IGNORECASE), re.compile(behind))
    for signs, before, behind in (
        ("’", r"\w", r"(?:s|t|re|ve|ll|d|m)\b"),
        ("’", r"\b(?:[cdjlmnst]|qu|(?:d|n|su|a|da)ll|(?:d|n)ell|un)", r"\w"),
        ("’", r"s", r"\s"),
        ("”", r"[\w.,!?]", _NO_WORD),
        ("“", r"^|[\s(]", r"\w"),
        ("»", r"[\w.,!?]\s?", _NO_WORD),
        ("«", r"^|[\s(]", r"\s?\w"),
        ("–—•", r"^|\s", r"\s"),
        ("–", r"\d", r"\d"),
        ("…", r"\w", _NO_WORD),
        ("£¥€", r"^|[\s(]", r"\s?\d"),
        ("€£", r"\d\s?", r"[\s.,;)]|\Z"),
        ("§", r"^|[\s(]", r"\s?\d"),
        ("°", r"\d\s?", r"[\s.,;)]|[CF]\b|\Z"),
        ("©", r"^|\s", r"\s"),
        ("®", r"[a-z]{3}", _NO_WORD),
        ("²³", r"\b[kcm]?m", _NO_WORD),
        ("½¼¾", r"^|[\s\d]", _NO_WORD),
        ("¿¡", r"^|[\s(]", r"[A-Z\u00c0-\u00de]"),
        ("\xa0", r"\S", r"\S"),
    )
)
_REACH = 6


def reads_as_western(text: str) -> bool:
    """Tell whether `text` makes sense as Windows-1252.

    All its letters beyond ASCII must belong to one western language of which it also
    holds two different stop words, and its signs must stand where signs stand: the
    other single-byte sets (Cyrillic, Central European, Turkish, Macintosh) give letters
    of several languages, runs of them, or signs inside of words.
    """
    plain, high = len(_LETTER.findall(text)), len(_HIGH_LETTER.findall(text))
    if _HIGH_RUN.search(text) or high > _MOST_HIGH_SHARE * (plain + high):
        return False
    if not all(_fits(text, sign.start()) for sign in _SIGN.finditer(text)):
        return False
    letters = set(_HIGH_LETTER.findall(text.lower()))
    words = set(_WORD.findall(text.lower()))
    return any(
        letters <= alphabet and len(words & stop_words) >= _LEAST_STOP_WORDS
        for alphabet, stop_words in _SPOKEN
    )


def _fits(text: str, place: int) -> bool:
    before, behind = (
        text[max(0, place - _REACH) : place],
        text[place + 1 : place + 1 + _REACH],
    )
    return any(
        text[place] in signs and ends.search(before) and begins.match(behind)
        for signs, ends, begins in _SIGNS
    )
