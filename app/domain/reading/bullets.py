"""Recognise list bullets, at the start of a line and inside one."""

import re
from dataclasses import dataclass

from app.domain.reading.citations import marker_at
from app.domain.reading.script import is_cjk
from app.domain.reading.sentences import CLOSERS, STOPS, is_abbreviated

_GLYPHS = "•●▪■◆‣◦○►▶➤✓✔"
# These also stand inside a sentence, or are letters: bullets only at its start.
_LEADING = "·⁃∙→➢➔➜⇒❖★☆◆◇□▫⦁・･"
_SPACE = "[ \t\xa0\u3000]"
_HAN = "\u4e00-\u9fff"
_AT_START = re.compile(
    rf"(?:(?P<glyph>[{_GLYPHS}{_LEADING}]){_SPACE}*"
    rf"|(?P<letter>o)(?=\t|{_SPACE}+[A-Z\d]){_SPACE}+"
    rf"|\(?(?P<listed>[a-z])\){_SPACE}+"
    rf"|(?P<dash>[-–—*+])(?:{_SPACE}+|(?=[{_HAN}]))"
    rf"|(?P<number>\d{{1,2}})(?:[.\uff0e]{_SPACE}+|[.\uff0e](?=[{_HAN}])"
    rf"|[)\uff09、]{_SPACE}*(?=[^\d\s]))"
    rf"|[(\uff08](?P<inner>\d{{1,2}})[)\uff09]{_SPACE}*(?=\S)"
    rf"|(?P<circled>[①-⑳]){_SPACE}*)"
    rf"(?:\[[ xX]\]{_SPACE}+)?"
)
_EMOJI = re.compile(
    "(?:[\U0001f000-\U0001faff\u2600-\u26ff\u2702-\u27bf\u2b05-\u2b55][\ufe0f\u20e3]?)+"
    rf"{_SPACE}*"
)
_INLINE = re.compile(
    rf"[{_GLYPHS}]|(?<![-–—*])[-–—*](?=\s)|(?<=[\s。\uff1b\]】])[・･]"
    rf"|(?:(?<=[。\uff01\uff1f\uff1b\]】])|(?<=\]\.))[-–—](?=[{_HAN}A-Za-z])"
)
_SPACED_DASH = re.compile(r"\s[-–—]\s")
_GLUED = re.compile(rf"{_INLINE.pattern}|(?<=\w)[-–—](?=[A-Z])")
_NUMBERED = re.compile(
    r"(?<![\w.,$€£¥(])(?:[(\uff08](\d{1,2})[)\uff09]"
    r"|(\d{1,2})[.)\uff0e\uff09](?=\s)|([①-⑳]))"
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$|\s?\[)|[。\uff01\uff1f]")
# Two figures with one of these before them are the ends of a range.
_RANGE = re.compile(r"\b(?:from|between)\s[^.;]{0,20}\d[^\s.;]{0,6}\s?$", re.IGNORECASE)
_JOINING = re.compile(r"(?<=[;\uff1b])\s{0,3}(?:and|or|以及|和|及)\s{0,3}$")
_LONGEST_JOINING = 12
_OPENING = "\"'“‘「『《(\uff08[$€£¥"


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet whose item begins at `end`; `style` tells bullets of one list apart."""

    start: int
    end: int
    style: str
    number: int | None = None


def bullet_at(text: str, start: int, end: int) -> Bullet | None:
    """Return the bullet that the line `text[start:end]` opens with, if any.

    A dash needs a space or an ideograph behind it: `-5 %` is a number.
    """
    match = _AT_START.match(text, start, end)
    if match is None or match.end() >= end:
        return None
    number = match["number"] or match["inner"]
    if number or match["circled"]:
        value = int(number) if number else ord(match["circled"]) - ord("①") + 1
        return Bullet(start, match.end(), "number", value)
    if match["listed"]:
        return Bullet(start, match.end(), "listed")
    style = match["glyph"] or match["letter"] or match["dash"]
    return Bullet(start, match.end(), style)


def emoji_at(text: str, start: int, end: int) -> int:
    """Return where the emoji that decorate the start of a line end."""
    match = _EMOJI.match(text, start, end)
    return match.end() if match else start


def items(
    text: str, start: int, end: int, *, after_title: bool
) -> tuple[int, list[tuple[int, int]]]:
    """Cut `text[start:end]` at the bullets inside it.

    Returns where the part before the first bullet ends, and the spans of the items.
    A dash is a bullet where a sentence has ended before it, or, `after_title`, where it
    is the first. Where no sentence of the part ends in a full stop, a dash before a
    capital or an ideograph will do.
    """
    cuts = _dashes(text, start, end, after_title=after_title)
    if not cuts:
        cuts = _numbers(text, start, end)
    if not cuts:
        return end, []
    ends = [cut_start for cut_start, _ in cuts[1:]] + [end]
    spans = [(begin, stop) for (_, begin), stop in zip(cuts, ends, strict=True)]
    return cuts[0][0], spans


def _dashes(
    text: str, start: int, end: int, *, after_title: bool
) -> list[tuple[int, int]]:
    unpunctuated: bool | None = None
    cuts: list[tuple[int, int]] = []
    lower = start
    glued = after_title and start > 0 and text[start - 1] in ":\uff1a"
    glued = glued and not _SPACED_DASH.search(text, start, end)
    pattern = _GLUED if glued else _INLINE
    for match in pattern.finditer(text, start, end):
        place = match.start()
        if place >= start + 1 and not cuts and after_title:
            is_bullet = text[place - 1].isspace()
            is_bullet = is_bullet or (glued and text[place + 1].isupper())
        elif place == start:
            is_bullet = True
        else:
            joining = _JOINING.search(text, max(lower, place - _LONGEST_JOINING), place)
            place = joining.start() if joining else place
            is_bullet = bool(joining) or _after_end(text, lower, place, end)
            if not is_bullet and _before_capital(text, place, end):
                if unpunctuated is None:
                    unpunctuated = not _SENTENCE_END.search(text, start, end)
                is_bullet = unpunctuated
        if is_bullet:
            cuts.append((place, match.end()))
            lower = match.end()
    return cuts


def _after_end(text: str, lower: int, place: int, end: int) -> bool:
    """Tell whether the dash at `place` follows the end of a sentence."""
    if text[place] in _GLYPHS:
        return True
    before = place
    while before > lower and text[before - 1].isspace():
        before -= 1
    if before == lower:
        return False
    if text[before - 1] in "]\uff3d】〕":
        opening = max(
            text.rfind(char, max(lower, before - 200), before) for char in "[\uff3b【〔"
        )
        if opening >= 0 and marker_at(text, opening, before):
            in_range = _RANGE.search(text, max(lower, opening - 40), opening)
            return _may_open(text, place + 1, end, in_range=in_range is not None)
        return False
    bare = before
    while bare > lower and text[bare - 1] in CLOSERS:
        bare -= 1
    if bare == lower or text[bare - 1] not in STOPS + ";\uff1b":
        return False
    return text[bare - 1] != "." or not is_abbreviated(text, lower, bare - 1, end)


def _may_open(text: str, position: int, end: int, *, in_range: bool) -> bool:
    """Tell whether a claim may begin behind the dash: no small letter does.

    A figure does, unless it is the other end of a range.
    """
    word = text[position : min(end, position + 30)].split(None, 1)[:1]
    if not word:
        return False
    first = word[0][0]
    return (
        first.isupper()
        or is_cjk(first)
        or (first.isdigit() and not in_range)
        or first in _OPENING
        or any(char.isupper() for char in word[0])
    )


def _before_capital(text: str, place: int, end: int) -> bool:
    if not text[place - 1].isspace() or text[place] not in "-–—*":
        return False
    following = text[place + 1 : min(end, place + 8)].strip()[:1]
    return following.isupper() or (bool(following) and is_cjk(following))


def _numbers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at 1., 2., 3. …, which must run from one upwards without a gap."""
    cuts: list[tuple[int, int]] = []
    for match in _NUMBERED.finditer(text, start, end):
        digits = match[1] or match[2]
        number = int(digits) if digits else ord(match[3]) - ord("①") + 1
        if number == len(cuts) + 1 and (
            cuts or not text[start : match.start()].strip(" -:")
        ):
            cuts.append((match.start(), match.end()))
    return cuts if len(cuts) > 1 else []
