"""Undo hard line breaks: lines that an editor or mail program cut at one width."""

from collections.abc import Iterator

from app.domain.reading.bullets import bullet_at
from app.domain.reading.labels import label_at
from app.domain.reading.lines import Line, lines
from app.domain.reading.script import width

_NARROWEST = 56
_WIDEST = 130
_FEWEST_FULL = 2
_LONGEST_WORD = 30


def unwrapped(text: str) -> Iterator[Line]:
    """Yield the lines of `text`, those that were one line before wrapping as one.

    Lines without a blank one between are taken as wrapped where at least two are full
    (the next line's first word would not have fitted into the width of the widest) and
    the next does not open with a bullet, a label or a heading.
    """
    run: list[Line] = []
    for line in lines(text):
        if line.start < line.end:
            run.append(line)
            continue
        yield from _joined(text, run)
        run = []
        yield line
    yield from _joined(text, run)


def _joined(text: str, run: list[Line]) -> Iterator[Line]:
    widest = max((line.end - line.start for line in run), default=0)
    if len(run) <= _FEWEST_FULL or widest > _WIDEST:
        yield from run
        return
    widest = max(width(text[line.start : line.end]) for line in run)
    chains: list[list[Line]] = []
    for line in run:
        if chains and _runs_on(text, chains[-1][-1], line, widest):
            chains[-1].append(line)
        else:
            chains.append([line])
    if len(run) - len(chains) < _FEWEST_FULL:
        yield from run
        return
    for first, *others in chains:
        end = others[-1].end if others else first.end
        yield Line(first.number, first.start, end, first.indent)


def _runs_on(text: str, above: Line, below: Line, widest: int) -> bool:
    if not _NARROWEST <= widest <= _WIDEST:
        return False
    word = text[below.start : below.end].split(None, 1)[0]
    room = min(width(word), _LONGEST_WORD) + (1 if word.isascii() else -1)
    if width(text[above.start : above.end]) + room <= widest:
        return False
    return not (
        text[below.start] in "#|"
        or bullet_at(text, below.start, below.end)
        or label_at(text, below.start, below.end)
    )
