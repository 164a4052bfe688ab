"""Decide which lines are titles and headings, from what stands around them."""

from dataclasses import replace
from itertools import zip_longest

from app.domain.reading.block import Block, Kind
from app.domain.reading.citations import find_markers
from app.domain.reading.dates import ends_with_date
from app.domain.reading.script import language_of, width
from app.domain.reading.sentences import ends_complete
from app.domain.reading.title_like import is_title_like

_UNDERLINED_LEVEL = 2
_NUMBERED_LEVEL = 8
_LONE_LEVEL = 9
_HEADLINE_WIDTH = 80
_CONTENT = (Kind.ITEM, Kind.TEXT)


def is_digest(blocks: list[Block]) -> bool:
    """Tell whether the text marks a core insight, or groups that it calls so.

    Numbered parts alone may stand in any article; behind a summary they are a digest.
    """
    summed_up = False
    for block in blocks:
        if block.kind is Kind.CORE:
            return True
        if block.kind is Kind.GROUP and (summed_up or block.style == "group"):
            return True
        summed_up = summed_up or block.kind is Kind.SUMMARY
    return False


def lists_claims(blocks: list[Block]) -> bool:
    """Tell whether a text is a list of claims by its form: a digest, or mostly items.

    Else it is prose: its sentences, and what its lists hold, must first be judged.
    """
    if is_digest(blocks):
        return True
    sizes = {Kind.ITEM: 0, Kind.TEXT: 0}
    for block in blocks:
        if block.kind in sizes:
            sizes[block.kind] += block.end - block.start
    return sizes[Kind.ITEM] > sizes[Kind.TEXT]


def outline(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks with their roles settled.

    * A numbered item that reads like a title is a heading when bullets stand below it,
      or, in prose, a paragraph after a blank line.
    * A lone line is a heading when a list follows it, or, in prose, a paragraph after a
      blank line; at the very start it is `LOOSE`, a title to be.
    * A lone line underlined by dashes is a heading, except in a digest.
    * A lone line under a group that has no title is that group's title.
    * A lone line straight under a group's or core insight's heading is text, though it
      lacks a full stop, and so are its like below it.
    * Any other lone line is `LOOSE`.
    """
    return _Outline(text, blocks).roles()


class _Outline:
    def __init__(self, text: str, blocks: list[Block]) -> None:
        self._text = text
        self._blocks = blocks
        self._digest = is_digest(blocks)
        self._has_core = any(block.kind is Kind.CORE for block in blocks)
        self._roles: list[Block] = []
        self._unstopped = False
        self._begun = False

    def roles(self) -> list[Block]:
        pairs = list(zip_longest(self._blocks, self._blocks[1:]))
        self._lists_under_lone_lines = sum(
            self._is_lone(block) and _is_list(after) for block, after in pairs
        )
        for block, after in pairs:
            self._settle(block, after)
        return self._roles

    def _settle(self, block: Block, after: Block | None) -> None:
        above = self._roles[-1] if self._roles else None
        if above and above.kind is Kind.HEADING and _underlines(block, above):
            return
        if block.kind is Kind.TITLE:
            block = self._title(block, after)
        elif block.kind is Kind.SUMMARY:
            block = self._summary(block)
        elif block.kind is Kind.ITEM:
            block = self._item(block, after)
        elif block.kind is Kind.TEXT and self._is_lone(block):
            lone = self._lone(block, after)
            if lone is None:
                return
            block = lone
        if block.kind is not Kind.TEXT:
            self._unstopped = False
        if block.kind not in (Kind.LOOSE, Kind.TITLE, Kind.RULE):
            self._begun = True
        self._roles.append(block)

    def _title(self, block: Block, after: Block | None) -> Block:
        """Read "Article 1: …" as a heading, a law's, unless a digest's part follows."""
        opens = after is not None and after.kind in (Kind.CORE, Kind.GROUP)
        if opens or block.style != "counted":
            return block
        return replace(block, kind=Kind.HEADING, level=_NUMBERED_LEVEL)

    def _summary(self, block: Block) -> Block:
        """Read a summary at the head of a digest as its core insight."""
        if self._digest and not self._begun and not self._has_core:
            return replace(block, kind=Kind.CORE)
        return replace(block, kind=Kind.HEADING, level=block.level or _LONE_LEVEL)

    def _item(self, block: Block, after: Block | None) -> Block:
        below = (
            _is_list(after)
            and after is not None
            and after.line > block.line
            and (after.style != block.style or after.indent > block.indent)
        )
        over = after is not None and after.kind is Kind.TEXT and block.gap and after.gap
        over = over and not self._digest
        if block.number is None or not (below or over):
            return block
        if not is_title_like(self._text, block.start, block.end):
            return block
        return replace(block, kind=Kind.HEADING, level=_NUMBERED_LEVEL)

    def _lone(self, block: Block, after: Block | None) -> Block | None:
        """Return the role of a lone line, `None` if it has none of its own.

        Such a line has become a group's title, or tells the date below the title.
        """
        above = self._roles[-1] if self._roles else None
        if above and len(self._roles) == 1 and self._is_date_below(block, above):
            return None
        if above and above.kind is Kind.GROUP and above.start == above.end:
            if after is not None and after.kind in _CONTENT:
                self._roles[-1] = replace(above, start=block.start, end=block.end)
                return None
            return block
        if self._is_unstopped_text(block, above, after):
            self._unstopped = True
            return block
        if self._heads(block, after):
            return replace(block, kind=Kind.HEADING, level=_LONE_LEVEL)
        if not self._digest and _underlines(after, block):
            return replace(block, kind=Kind.HEADING, level=_UNDERLINED_LEVEL)
        return replace(block, kind=Kind.LOOSE)

    def _is_date_below(self, block: Block, above: Block) -> bool:
        """Tell whether a line under the title says what the text is, and of when."""
        titled = above.kind in (Kind.LOOSE, Kind.TITLE) or above.level == 1
        return titled and ends_with_date(self._text[block.start : block.end])

    def _is_unstopped_text(
        self, block: Block, above: Block | None, after: Block | None
    ) -> bool:
        if above is None or not self._digest or _is_list(after):
            return False
        if above.kind is Kind.CORE:
            return True
        if above.kind is not Kind.GROUP and not self._unstopped:
            return False
        last = after is None or after.kind in (Kind.CORE, Kind.RULE)
        if not last:
            return True
        same = self._language(above) == self._language(block)
        return same and not block.gap

    def _heads(self, block: Block, after: Block | None) -> bool:
        if after is None or after.kind not in _CONTENT:
            return False
        first = not self._roles
        if _is_list(after):
            if not self._begun and (self._digest or self._lists_under_lone_lines == 1):
                return self._text[block.end - 1] in ":\uff1a" and not first
            return True
        if self._digest or first or not (block.gap and after.gap):
            return False
        return ends_complete(self._text, after.start, after.end)

    def _is_lone(self, block: Block) -> bool:
        text = self._text
        if self._is_headline(block):
            return True
        # A title may have been wrapped, but a line of a poem is none.
        lines = text[block.start : block.end].count("\n") + 1
        if block.kind is not Kind.TEXT or lines > (2 if self._digest else 1):
            return False
        end = block.end - (text[block.end - 1] in ":\uff1a")
        return is_title_like(text, block.start, end)

    def _is_headline(self, block: Block) -> bool:
        """Tell whether prose opens with a short line of its own, a full stop or not."""
        if self._digest or block is not self._blocks[0] or block.kind is not Kind.TEXT:
            return False
        after = self._blocks[1] if len(self._blocks) > 1 else None
        line = self._text[block.start : block.end]
        apart = after is not None and after.kind is Kind.TEXT and after.gap
        apart = apart and "\n" not in line and width(line) <= _HEADLINE_WIDTH
        return bool(apart) and not next(find_markers(line, 0, len(line)), None)

    def _language(self, block: Block) -> str:
        return language_of(self._text[block.start : block.end])


def _is_list(block: Block | None) -> bool:
    return block is not None and block.kind is Kind.ITEM and bool(block.style)


def _underlines(rule: Block | None, above: Block) -> bool:
    """Tell whether a rule stands straight under a lone line or its heading."""
    return (
        rule is not None
        and rule.kind is Kind.RULE
        and not rule.gap
        and rule.line == above.line + 1
        and above.kind in (Kind.TEXT, Kind.HEADING)
    )
