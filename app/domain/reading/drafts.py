"""Collect the blocks of one article and make the article of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from app.domain.article import Article, Claim, Group, Offer
from app.domain.reading.block import Block, Kind
from app.domain.reading.citations import marker_at
from app.domain.reading.dates import states_day_of_writing
from app.domain.reading.prose import Judge, dateline_of
from app.domain.reading.script import language_of
from app.domain.reading.sentences import ends_complete, sentences
from app.domain.reading.statements import Statement, as_claim, as_offer, read_statement
from app.domain.reading.title_like import is_title_like
from app.domain.reading.titles import made_title, title_of

_LONG_CLAIM = 2_000
_HEAD = 600


@dataclass(slots=True)
class Section:
    """A heading and the blocks below it; the leading section has no heading."""

    heading: Block | None
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Draft:
    """An article being read.

    `open` is the part that the next statement belongs to; `closed` is set by a rule
    below the content.
    """

    title: Block | None = None
    core: Section | None = None
    sections: list[Section] = field(default_factory=list)
    loose: list[Block] = field(default_factory=list)
    last_number: int | None = None
    closed: bool = False
    open: Section | None = None

    def add(self, section: Section) -> Section:
        """Open a section, which the statements that follow belong to."""
        self.sections.append(section)
        self.open = section
        return section

    @property
    def is_begun(self) -> bool:
        """Tell whether the article has more than a title."""
        return self.core is not None or bool(self.sections)

    def split_last(self, text: str) -> Block | None:
        """Take a title off the end of the last claim, where a line break was lost.

        That is a last sentence without full stop or marker behind one that has them.
        """
        if self.open is None or not self.open.blocks:
            return None
        last = self.open.blocks[-1]
        if ends_complete(text, last.start, last.end):
            return None
        spans = list(sentences(text, last.start, last.end))
        if len(spans) < 2:
            return None
        start, end = spans[-1]
        if not is_title_like(text, start, end):
            return None
        self.open.blocks[-1] = Block(
            last.kind, last.start, spans[-2][1], last.line, style=last.style
        )
        return Block(Kind.LOOSE, start, end, last.line)


@dataclass(frozen=True, slots=True)
class Form:
    """What the form of a text says: a digest's sentences and a list's items are claims.

    Everything else is prose, whose sentences are judged.
    """

    digest: bool
    listed: bool


def article_of(
    text: str, draft: Draft, *, form: Form, warnings: list[str]
) -> Article | None:
    """Return the article of a draft, `None` when it holds neither claim nor offer."""
    return _Writer(text, warnings, form).article(draft)


class _Writer:
    def __init__(self, text: str, warnings: list[str], form: Form) -> None:
        self._text = text
        self._warnings = warnings
        self._form = form
        self._judge = Judge("")

    def article(self, draft: Draft) -> Article | None:
        title = self._title(draft.title)
        self._judge = Judge(title, dated=self._is_dated(draft))
        core, others = self._core(draft.core)
        groups = [
            group
            for section in draft.sections
            if (group := self._group(section, title)) is not None
        ]
        if others:
            groups.insert(0, others)
        if core is None and not groups:
            return None
        made = title or made_title(core, tuple(groups))
        groups = [_titled(group, made) for group in groups]
        start, end = _bounds(draft, core, groups)
        return Article(
            title=made,
            language=_main_language(core, groups),
            core_insight=core,
            groups=tuple(groups),
            start=start,
            end=end,
        )

    def _is_dated(self, draft: Draft) -> bool:
        """Tell whether a line about the title, or a dateline, dates the article."""
        first = next((it.blocks[0] for it in draft.sections if it.blocks), None)
        if self._form.digest or first is None:
            return False
        begin = draft.title.start if draft.title else max(0, first.start - _HEAD)
        head = self._text[max(begin, first.start - _HEAD) : first.start]
        opening = self._text[first.start : min(first.end, first.start + _HEAD)]
        return states_day_of_writing(head + dateline_of(opening))

    def _title(self, block: Block | None) -> str:
        return title_of(self._text, block.start, block.end) if block else ""

    def _core(self, section: Section | None) -> tuple[Claim | None, Group | None]:
        """Return the core insight, and a group of those beyond the first."""
        if section is None:
            return None, None
        heading = section.heading
        line = heading.line if heading else section.blocks[0].line
        claims = [
            claim
            for block in section.blocks
            if (claim := self._claim(block.start, block.end, block)) is not None
        ]
        if not claims:
            self._warnings.append(f"Line {line:,}: the core insight has no text.")
            return None, None
        if len(claims) == 1 or heading is None:
            return claims[0], None
        title = self._title(heading)
        if title.lower().startswith("key"):
            return None, Group(None, title, language_of(title), tuple(claims))
        self._warnings.append(
            f"Line {line:,}: there is more than one core insight; those after the first"
            " form a group of their own."
        )
        return claims[0], Group(None, title, language_of(title), tuple(claims[1:]))

    def _group(self, section: Section, article_title: str) -> Group | None:
        heading = section.heading
        title = self._title(heading) if heading else article_title
        self._judge.open_section(title)
        statements = tuple(self._statements(section))
        claims = tuple(it for it in statements if isinstance(it, Claim))
        if not statements:
            if heading and heading.kind is Kind.GROUP:
                name = (
                    "A group" if heading.number is None else f"Group {heading.number}"
                )
                self._warnings.append(
                    f"Line {heading.line:,}: {name} has no claims and was left out."
                )
            return None
        number = heading.number if heading else None
        offered = tuple(it for it in statements if isinstance(it, Offer))
        return Group(number, title, _language(title, statements[0]), claims, offered)

    def _statements(self, section: Section) -> Iterator[Claim | Offer]:
        for block, after in zip_longest(section.blocks, section.blocks[1:]):
            if block.kind is Kind.TEXT or not self._form.listed:
                yield from self._sentences(block)
                continue
            if self._introduces(block, after):
                self._warnings.append(
                    f"Line {block.line:,}: “{self._title(block)}” only introduces a"
                    " list and was not taken as a claim."
                )
                continue
            claim = self._claim(block.start, block.end, block)
            if claim:
                yield claim

    def _sentences(self, block: Block) -> Iterator[Claim | Offer]:
        if not self._form.listed and marker_at(self._text, block.start, block.end):
            return
        self._judge.open_paragraph()
        is_item = block.kind is Kind.ITEM
        for start, end in sentences(self._text, block.start, block.end):
            if self._form.digest:
                found: Claim | Offer | None = self._claim(start, end, block)
            else:
                found = self._judged(start, end, is_item=is_item)
            if found:
                yield found

    def _judged(self, start: int, end: int, *, is_item: bool) -> Claim | Offer | None:
        statement = read_statement(self._text, start, end)
        if statement is None or not any(map(str.isalpha, statement.text)):
            return None
        verdict = self._judge.judge(statement.text, is_item=is_item)
        if verdict.is_dropped and not statement.citations:
            return None
        begin = self._behind(statement, verdict.start)
        statement = replace(statement, text=verdict.text, start=begin)
        return (
            as_offer(statement, verdict.reason)
            if verdict.reason
            else (as_claim(statement))
        )

    def _behind(self, statement: Statement, offset: int) -> int:
        """Return the place of `offset` in a statement, whose marks are dropped."""
        place = statement.start
        for char in statement.text[:offset]:
            if not char.isspace():
                place = self._text.index(char, place, statement.end) + 1
        while self._text[place].isspace():
            place += 1
        return place

    def _claim(self, start: int, end: int, block: Block) -> Claim | None:
        statement = read_statement(self._text, start, end)
        if statement is None or not any(map(str.isalpha, statement.text)):
            return None
        if len(statement.text) > _LONG_CLAIM:
            self._warnings.append(
                f"Line {block.line:,}: a claim of {len(statement.text):,} characters;"
                " it may be several."
            )
        return as_claim(statement)

    def _introduces(self, block: Block, after: Block | None) -> bool:
        return (
            after is not None
            and after.kind is Kind.ITEM
            and after.indent > block.indent
            and self._text[block.end - 1] in ":\uff1a"
        )


def first_line(draft: Draft) -> int:
    """Return the line on which an article's content starts."""
    return min(
        block.line
        for section in _sections(draft)
        for block in (section.heading, *section.blocks[:1])
        if block
    )


def _sections(draft: Draft) -> list[Section]:
    return ([draft.core] if draft.core else []) + draft.sections


def _titled(group: Group, title: str) -> Group:
    """Give the leading section the article's title; numbered groups may lack one."""
    if group.title or group.number is not None:
        return group
    return replace(group, title=title, language=language_of(title))


def _language(title: str, first: Claim | Offer) -> str:
    """Return the language of a title, or of its first claim when there is none."""
    language = language_of(title)
    return language if language != "und" else first.language


def _main_language(core: Claim | None, groups: list[Group]) -> str:
    """Return the language that most of an article's text is in."""
    sizes: dict[str, int] = {}
    for claim in _all_statements(core, groups):
        sizes[claim.language] = sizes.get(claim.language, 0) + len(claim.text)
    return max(sizes, key=lambda language: sizes[language])


def _bounds(draft: Draft, core: Claim | None, groups: list[Group]) -> tuple[int, int]:
    spans = [(it.start, it.end) for it in _all_statements(core, groups)]
    for block in (
        draft.title,
        *(section.heading for section in _sections(draft)),
        *(section.blocks[-1] for section in _sections(draft) if section.blocks),
    ):
        if block:
            spans.append((block.start, block.end))
    return min(start for start, _ in spans), max(end for _, end in spans)


def _all_statements(core: Claim | None, groups: list[Group]) -> list[Claim | Offer]:
    found: list[Claim | Offer] = [core] if core else []
    for group in groups:
        found += (*group.claims, *group.offered)
    return found
