"""Assemble articles from blocks: where one starts, where the next one does."""

from collections import Counter
from dataclasses import replace

from app.domain.article import Article
from app.domain.reading.block import Block, Kind
from app.domain.reading.drafts import Draft, Form, Section, article_of, first_line
from app.domain.reading.labels import LISTS_POINTS
from app.domain.reading.outline import is_digest, lists_claims
from app.domain.reading.titles import longer_title, title_of


def assemble(text: str, roles: list[Block]) -> tuple[list[Article], list[str]]:
    """Return the articles that the blocks make up, and a sentence for each doubt.

    A new article starts at a second core insight, where the groups count from one
    again, at a second main heading over further headings, and, after a rule, at any of
    these or a title. A lone line between two articles is the first one's title if that
    has none yet, else the second one's.
    """
    assembler = _Assembler(text, roles)
    for position, block in enumerate(roles):
        assembler.take(position, block)
    return assembler.finish()


class _Assembler:
    def __init__(self, text: str, roles: list[Block]) -> None:
        self._text = text
        self._roles = roles
        self._digest = is_digest(roles)
        self._form = Form(digest=self._digest, listed=lists_claims(roles))
        self._ends_loose = bool(roles) and roles[-1].kind is Kind.LOOSE
        levels = [block.level for block in roles if block.kind is Kind.HEADING]
        self._tops_are_titles = self._digest or levels.count(1) < 2 or max(levels) > 1
        self._next_numbers = _next_numbers(roles)
        self._draft = Draft()
        self._articles: list[Article] = []
        self._untitled: dict[int, int] = {}
        self._warnings: list[str] = []

    def take(self, position: int, block: Block) -> None:
        """Add one block to the article it belongs to."""
        after = self._roles[position + 1] if position + 1 < len(self._roles) else None
        match block.kind:
            case Kind.TITLE:
                self._label_title(block)
            case Kind.RULE:
                self._rule()
            case Kind.LOOSE:
                self._draft.loose.append(block)
            case Kind.CORE:
                self._core(position, block)
            case Kind.GROUP:
                self._group(block)
            case Kind.HEADING:
                self._heading(block, after)
            case _:
                self._statement(block)

    def finish(self) -> tuple[list[Article], list[str]]:
        """Return all articles, the last one finished."""
        draft = self._draft
        if draft.title is None and not draft.loose and self._digest:
            tail = draft.split_last(self._text)
            draft.loose = [tail] if tail else []
        if self._digest or not draft.is_begun:
            self._title_from_loose(draft.loose)
        else:
            self._leave_out(draft.loose)
        self._close()
        self._tell_titles_apart()
        return self._articles, self._warnings

    def _label_title(self, block: Block) -> None:
        """Take a line marked as a title, for the article above if that has none."""
        if self._draft.is_begun and self._draft.title is not None:
            self._begin_anew(block)
        self._set_title(block)

    def _core(self, position: int, block: Block) -> None:
        draft = self._draft
        begun = draft.is_begun and self._counts_anew_after(position)
        if not begun and self._lists_points(position, block):
            self._take_leading_title()
            draft.add(Section(replace(block, kind=Kind.HEADING)))
            return
        if draft.core is not None or begun:
            self._begin_anew(block)
        self._take_leading_title()
        self._draft.core = self._draft.open = Section(block)

    def _lists_points(self, position: int, block: Block) -> bool:
        """Tell whether "Key Points" head a list below a core insight of other name."""
        draft, after = self._draft, self._roles[position + 1 : position + 2]
        if draft.core is None or not after or after[0].kind is not Kind.ITEM:
            return False
        if not LISTS_POINTS.match(self._text, block.start):
            return False
        headings = [it.heading for it in (draft.core, *draft.sections)]
        return self._name(block) not in {self._name(it) for it in headings if it}

    def _name(self, block: Block) -> str:
        return title_of(self._text, block.start, block.end).lower()

    def _counts_anew_after(self, position: int) -> bool:
        if self._draft.closed:
            return True
        number = self._next_numbers[position]
        return number is not None and number <= (self._draft.last_number or 0)

    def _group(self, block: Block) -> None:
        last, number = self._draft.last_number, block.number
        if last is not None and number is not None:
            restarts = number <= last and (number == 1 or self._draft.closed)
            if restarts:
                self._begin_anew(block)
            elif number != last + 1:
                self._warnings.append(
                    f"Line {block.line:,}: group {number} follows group {last}."
                )
        self._take_leading_title()
        if number is not None:
            self._draft.last_number = number
        self._lead_to_core()
        self._draft.add(Section(block))

    def _heading(self, block: Block, after: Block | None) -> None:
        draft = self._draft
        if not draft.is_begun and draft.title is None and self._is_title(block, after):
            self._take_leading_title()
            if self._draft.title is None:
                self._draft.title = block
                return
        opens = after is not None and after.kind is Kind.CORE and draft.core is not None
        top = block.level == 1 and self._tops_are_titles
        if draft.is_begun and (opens or top):
            self._begin_anew(block)
            self._set_title(block)
            return
        self._take_leading_title()
        self._draft.add(Section(block))

    def _is_title(self, block: Block, after: Block | None) -> bool:
        if block.level == 1:
            return self._tops_are_titles
        if after is None:
            return False
        if after.kind is Kind.HEADING:
            return after.level > block.level
        return after.kind in (Kind.CORE, Kind.GROUP, Kind.LOOSE)

    def _statement(self, block: Block) -> None:
        draft = self._draft
        if draft.closed and draft.loose:
            self._begin_anew(block)
        self._take_leading_title()
        draft = self._draft
        section = draft.open or draft.add(Section(None))
        section.blocks.append(block)

    def _lead_to_core(self) -> None:
        """Read one unlabelled paragraph before the first group as the core insight."""
        draft = self._draft
        if len(draft.sections) != 1 or draft.sections[0].heading is not None:
            return
        lead = draft.sections[0]
        line = lead.blocks[0].line
        if draft.core is None and [b.kind for b in lead.blocks] == [Kind.TEXT]:
            draft.core, draft.sections = lead, []
            self._warnings.append(
                f"Line {line:,}: the paragraph before the first group was taken as the"
                " core insight."
            )
            return
        self._warnings.append(
            f"Line {line:,}: a claim before the first group; it is in a group of its"
            " own, under the article's title."
        )

    def _rule(self) -> None:
        draft = self._draft
        if not draft.is_begun:
            return
        if draft.title is None and draft.loose:
            self._set_title(draft.loose.pop(0))
            self._leave_out(draft.loose)
            draft.loose = []
        draft.closed = True

    def _begin_anew(self, block: Block) -> None:
        """Finish the article and start the next one, sharing out the lines between."""
        draft = self._draft
        between = draft.loose
        if not between and not draft.closed and self._digest:
            tail = draft.split_last(self._text)
            between = [tail] if tail else []
        near_next = bool(between) and between[0].gap and not block.gap
        if (
            between
            and draft.title is None
            and not draft.closed
            and (self._ends_loose or not near_next)
        ):
            draft.title = between[0]
            between = between[1:]
        self._close()
        self._draft = Draft(loose=between)

    def _take_leading_title(self) -> None:
        draft = self._draft
        if draft.is_begun:
            if draft.loose:
                self._leave_out(draft.loose)
                draft.loose = []
            return
        self._title_from_loose(draft.loose)
        draft.loose = []

    def _title_from_loose(self, loose: list[Block]) -> None:
        if loose and self._draft.title is None:
            self._draft.title = loose[0]
            loose = loose[1:]
        self._leave_out(loose)

    def _set_title(self, block: Block) -> None:
        self._leave_out(self._draft.loose)
        self._draft.loose = []
        self._draft.title = block

    def _leave_out(self, loose: list[Block]) -> None:
        for block in loose:
            words = title_of(self._text, block.start, block.end)
            self._warnings.append(
                f"Line {block.line:,}: “{words}” is neither title, group nor claim and"
                " was left out."
            )

    def _close(self) -> None:
        article = article_of(
            self._text, self._draft, form=self._form, warnings=self._warnings
        )
        if article is None:
            return
        if self._draft.title is None:
            self._untitled[len(self._articles)] = first_line(self._draft)
        self._articles.append(article)

    def _tell_titles_apart(self) -> None:
        """Lengthen made-up titles that two articles share, and tell of each."""
        uses = Counter(article.title for article in self._articles)
        for place, line in self._untitled.items():
            article = self._articles[place]
            if uses[article.title] > 1:
                article = _retitled(article, longer_title(article))
                self._articles[place] = article
            self._warnings.append(
                f"Line {line:,}: the article has no title; “{article.title}” was made"
                " from its content."
            )


def _retitled(article: Article, title: str) -> Article:
    """Return the article, and its group that bears its title, with another title."""
    groups = (
        replace(it, title=title) if it.title == article.title else it
        for it in article.groups
    )
    return replace(article, title=title, groups=tuple(groups))


def _next_numbers(roles: list[Block]) -> list[int | None]:
    """Return for each block the number of the first group below it."""
    numbers: list[int | None] = []
    number: int | None = None
    for block in reversed(roles):
        numbers.append(number)
        if block.kind is Kind.GROUP:
            number = block.number or 1
    return numbers[::-1]
