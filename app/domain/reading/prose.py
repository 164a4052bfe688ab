"""Judge a sentence of prose: taken as a claim, offered to the reader, or neither."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.reading import dates, hollow, leaning, leaning_chinese, unowned, worth
from app.domain.reading.headlines import events_of, names_topic
from app.domain.reading.script import language_of
from app.domain.reading.speech import is_statement
from app.domain.reading.stems import stems
from app.domain.reading.subjects import Subjects
from app.domain.reading.things import with_kinds

_LONGEST = 1_000
_MOST_WORDS = 70
_QUOTE = re.compile(r"[“\"«「『]([^”\"»」』]*)(?:[”\"»」』]|$)")
_QUOTED_SHARE = 0.35
_DATELINE = re.compile(
    r"[A-ZÀ-Þ]{3,}[A-ZÀ-Þ .’'-]{0,40}(?:,\s[\w. ]{2,30}){0,3}(?:\s\([\w /-]{2,30}\))?"
    r"\s[-—–]\s(?=[A-Z])|\([\w /]{2,30}\)\s[-—–]\s(?=[A-Z])"
)
_JOINS = re.compile(
    r"(?:(?:However|In truth|In reality|In practice|Moreover|Furthermore"
    r"|In addition|Additionally|In fact|Indeed|Also"
    r"|By contrast|In contrast|As a result|For (?:this|that) reason|Consequently"
    r"|Therefore|Thus|Similarly|Meanwhile|For example|For instance|Still|Overall"
    r"|In short|In other words|In particular|In general|Generally|Nevertheless"
    r"|Nonetheless|Finally|On average|Today|Worldwide|By comparison|More importantly"
    r"|Notably|Crucially|Importantly|Ultimately|Firstly|Secondly|Thirdly),\s"
    r"|(?:But|And|Yet)\s(?!by\b|then\b|even\b|also\b|when\b|if\b|not\b))(?=\w)"
)
_MARKS = str.maketrans("", "", '“”"')
_SPEAKER = re.compile(
    r"[”\"],? (?:said|says|wrote|told|added) [A-ZÀ-Þ]\w"
    r"|^[A-ZÀ-Þ][^“\"]* (?:said|says|wrote),? [“\"]"
)
_KEPT_JOINS = ("On average", "Today", "Worldwide")
_LEAST_WORDS = 5
_SOME_LENGTH = 14


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a sentence.

    `text` is what it says with names put in and joining words left out, from `start`
    on. It is a claim if `reason` is empty, else offered, unless it `is_dropped`.
    """

    text: str
    start: int = 0
    reason: str = ""
    is_dropped: bool = False


class Judge:
    """Judges the sentences of one article in their order."""

    def __init__(self, title: str, *, dated: bool = False) -> None:
        """Take the title over the sentences, and whether their day is told there."""
        self._dated = dated
        self._leads = True
        self._subjects = Subjects(title)
        self._title = with_kinds(stems(title, names=True)) | events_of(title)
        self._is_topical = names_topic(title)
        self._named = self._title
        self._earlier: set[str] = set()
        self._months: set[str] = set()
        self._quoting = False
        self._lists_tasks = False

    def open_section(self, title: str) -> None:
        """Note that the sentences that follow stand under another heading."""
        self._named = self._title | with_kinds(stems(title, names=True))
        self._lists_tasks = hollow.lists_tasks(title)

    def open_paragraph(self) -> None:
        """Note that a new paragraph starts."""
        self._subjects.open_paragraph()
        self._quoting = False

    def judge(self, sentence: str, *, is_item: bool = False) -> Verdict:
        """Return what becomes of the next sentence; `is_item` of one in a list."""
        inside = self._quoting
        if (sentence.count('"') % 2) or sentence.count("“") != sentence.count("”"):
            self._quoting = not inside
        language = language_of(sentence)
        if len(sentence) > _LONGEST:
            return Verdict(sentence, 0, _LONG)
        if not is_statement(sentence):
            dropped = not is_item or sentence.rstrip()[-1:] in ":\uff1a?\uff1f"
            dropped = dropped or len(sentence.split()) < _LEAST_WORDS
            self._subjects.hear(sentence)
            return Verdict(sentence, 0, _UNFINISHED, is_dropped=dropped)
        if language == "zh":
            return _judged_chinese(sentence, inside=inside, dated=self._dated)
        if language != "en":
            return Verdict(sentence)
        verdict = self._judged(sentence, inside=inside)
        self._leads = False
        self._earlier |= stems(sentence, names=False)
        self._months |= dates.told_months(sentence)
        return verdict

    def _judged(self, sentence: str, *, inside: bool) -> Verdict:
        start = _behind_joins(sentence)
        text = self._subjects.named(_capital(sentence[start:]))
        self._subjects.hear(text)
        if inside or _is_quotation(text):
            speaker = leaning.speaks_of_speaker(text)
            feeling = bool(speaker) or not re.search(r"\d", text)
            if feeling or inside or not _names_speaker(text):
                return Verdict(text, start, _QUOTATION, is_dropped=feeling)
            said = _capital(text.translate(_MARKS))
            return Verdict(text, start, next(filter(None, self._reasons(said)), ""))
        return Verdict(text, start, next(filter(None, self._reasons(text)), ""))

    def _reasons(self, text: str) -> Iterator[str]:
        """Yield a sentence for each thing a claim must not lack, "" where it has it."""
        yield _speaks(leaning.speaks_of_speaker(text))
        yield _OPINION if worth.gives_opinion(text) else ""
        task = hollow.is_task(text, listed=self._lists_tasks)
        yield _TASK if task else ""
        yield _LITTLE if hollow.points_elsewhere(text) or hollow.is_hollow(text) else ""
        yield _undated(self._floating(text))
        leans = leaning.leaning_of(
            text, self._earlier, self._named, topical=self._is_topical
        )
        yield _leans(leans)
        led = self._dated or self._subjects.has_leader
        yield _leans(unowned.unowned_in(text, has_leader=led))
        yield "" if worth.has_verb(text) else _UNFINISHED
        harm = self._dated and worth.tells_casualties(text)
        yield _UNANCHORED if worth.is_unanchored(text) and not harm else ""
        enough = worth.has_substance(
            text,
            leads=self._leads and self._dated,
            defines=self._subjects.is_about_kind,
        )
        yield "" if enough else _LITTLE
        yield _LONG if len(text.split()) > _MOST_WORDS else ""

    def _floating(self, text: str) -> str:
        """Return words whose date is missing and matters, or "".

        Beside a name and a figure a change may do without. Beside a figure, and in the
        lead, a date may count from the day of writing, if the article tells that day.
        """
        floats = dates.floating_date(text, self._months)
        changed = "" if floats else worth.undated_change(text)
        if not floats and not changed:
            return ""
        anchored = worth.names_somebody(text)
        figured = worth.has_figure(text)
        if floats:
            told = self._dated and dates.is_told_by_writing(floats, text)
            long = len(text.split()) > _SOME_LENGTH
            anchored = anchored and (
                self._leads or long or dates.is_of_month(floats, text)
            )
            anchored = anchored and (self._leads or "day" not in floats)
            return "" if told and (figured or anchored) else floats
        told = figured and (anchored or self._dated)
        told = told or (self._dated and anchored and dates.names_month(text))
        return "" if told else changed


_QUOTATION = "It is what somebody said."
_OPINION = "It gives an opinion or advice."
_UNFINISHED = "It is not a full sentence."
_UNANCHORED = "It tells of something past and names neither who nor when."
_LITTLE = "It says too little by itself."
_TASK = "It says what is to be done."
_LONG = "It is too long for one claim."


def _judged_chinese(sentence: str, *, inside: bool, dated: bool) -> Verdict:
    plain = leaning_chinese.simplified(sentence)
    start = leaning_chinese.opening_of(plain)
    text, plain = sentence[start:], plain[start:]

    def spelled(words: str) -> str:
        place = plain.find(words)
        return text[place : place + len(words)]

    if inside or _is_quotation(text):
        feeling = bool(re.search("[我你您咱]", plain)) or not re.search(r"\d", text)
        return Verdict(text, start, _QUOTATION, is_dropped=feeling)
    reasons = (
        _speaks(spelled(leaning_chinese.speaks_of_speaker(plain))),
        _OPINION if leaning_chinese.gives_opinion(plain) else "",
        _undated(spelled(leaning_chinese.floating_date(plain, dated=dated))),
        _leans(spelled(leaning_chinese.leaning_of(plain))),
        "" if leaning_chinese.has_substance(text) else _LITTLE,
    )
    return Verdict(text, start, next(filter(None, reasons), ""))


def _speaks(word: str) -> str:
    return word and f"It speaks as or to somebody: “{word}”."


def _undated(words: str) -> str:
    return words and f"“{words}” has no date beside it."


def _leans(words: str) -> str:
    return words and f"“{words}” is explained only by another sentence."


def dateline_of(opening: str) -> str:
    """Return the dateline that a text's first sentence opens with, or ""."""
    match = _DATELINE.match(opening)
    return match.group() if match else ""


def _names_speaker(sentence: str) -> bool:
    """Tell whether a sentence tells by name who said what it quotes."""
    return bool(_SPEAKER.search(sentence))


def _behind_joins(sentence: str) -> int:
    """Return where a sentence starts behind a dateline and a word that joins it on."""
    dateline = _DATELINE.match(sentence)
    start = dateline.end() if dateline else 0
    joins = _JOINS.match(sentence, start)
    if joins and not joins.group().startswith(_KEPT_JOINS):
        start = joins.end()
    return start


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _is_quotation(sentence: str) -> bool:
    """Tell whether a good part of the sentence is between quotation marks."""
    quoted = sum(
        len(match[1]) for match in _QUOTE.finditer(sentence) if " " in match[1].strip()
    )
    chinese = sum(
        len(match[1]) for match in _QUOTE.finditer(sentence) if len(match[1]) > 8
    )
    opens = sentence[:1] in '“"«「『' and (quoted > 0 or chinese > 0)
    return opens or max(quoted, chinese) > _QUOTED_SHARE * len(sentence)
