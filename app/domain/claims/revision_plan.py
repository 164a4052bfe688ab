"""Work out what a new revision does to an article's statements and groups. Pure.

The page that shows the difference and the service that stores it work from one plan.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.article import (
    CORE_INSIGHT_TITLE,
    Article,
    ChangeKind,
    Claim,
    Offer,
    Standing,
)
from app.domain.claims.regrouping import NewGroup, OldGroup, match_groups
from app.domain.claims.revising import NewClaim, OldClaim, revise

_MARKERS = re.compile(r"\s*[\[【(（][\d,，、\s–-]+[\]】)）]")


@dataclass(frozen=True, slots=True)
class OldStatement:
    """A statement that the article has, whatever its standing but `gone`.

    `source` are the words of its span in the text that it was read from: those of an
    edited one need not be its text.
    """

    key: int
    group: int
    text: str
    language: str
    standing: Standing
    is_edited: bool
    source: str
    citations: tuple[int, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement as the new revision has it.

    `old` is the key of the one that it was, None for one that is new; `group` counts
    the plan's groups. `what` says which facts changed. The rest is stored as it is.
    """

    old: int | None
    kind: ChangeKind
    what: str | None
    group: int
    text: str
    language: str
    citations: tuple[int, ...]
    start: int
    end: int
    notes: tuple[str, ...]
    standing: Standing
    doubt: str | None
    is_edited: bool


@dataclass(frozen=True, slots=True)
class PlannedGroup:
    """A group as the new revision has it; `old` is the key of the one that it was."""

    old: int | None
    is_core_insight: bool
    number: int | None
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class ShownChange:
    """What became of one claim, in words.

    `old` is its key, None for a new one; `at` its place in `placed`, None once gone.
    """

    kind: ChangeKind
    old: int | None
    at: int | None
    before: str | None
    after: str | None
    language: str
    what: str | None


@dataclass(frozen=True, slots=True)
class RevisionPlan:
    """What a revision does: groups, their statements in order, and what is gone.

    `gone` are claims that are in the new revision no more, `dropped` statements that
    were no claims, offered or rejected, and are not in it either.
    """

    groups: tuple[PlannedGroup, ...]
    placed: tuple[Placed, ...]
    gone: tuple[OldStatement, ...]
    dropped: tuple[int, ...]
    #: One for each claim, in reading order, then what is gone.
    changes: tuple[ShownChange, ...]

    def count(self, kind: ChangeKind) -> int:
        """Count the claims that this became of."""
        return sum(change.kind is kind for change in self.changes)


def plan_revision(
    old: Sequence[OldStatement],
    groups: Sequence[OldGroup],
    article: Article,
    text: str,
) -> RevisionPlan:
    """Compare what an article has with what was read now, from `text`.

    A person's words are kept as long as the words of the source that they were made
    from state the same facts. What a person rejected stays rejected.
    """
    fresh = _read_now(article)
    titles = {group.key: group.title for group in groups}
    placed, left = _located(old, fresh, article, text)
    covered = [(it.start, it.end) for it in placed]
    by_source: dict[tuple[object, ...], OldStatement] = {}
    for it in left:
        by_source.setdefault(_twin(it), it)
    changes = revise(
        [
            OldClaim(it.key, titles[it.group], _compared(it), it.language)
            for it in by_source.values()
        ],
        [NewClaim(it.title, it.text, it.language) for it in fresh],
    )
    became = {change.old: change for change in changes if change.old is not None}
    gone: list[OldStatement] = []
    for statement in left:
        twin = by_source[_twin(statement)]
        change = became[twin.key]
        is_first = twin is statement
        if change.new is None or not (
            is_first or (statement.is_edited and change.what is None)
        ):
            gone.append(statement)
        else:
            now = fresh[change.new]
            placed.append(_placed(statement, change.kind, change.what, now))
    placed += [
        _new(fresh[change.new])
        for change in changes
        if change.old is None
        and change.new is not None
        and not _is_covered(fresh[change.new], covered)
    ]
    placed.sort(key=lambda it: (it.group, it.start, it.end, it.old or 0))
    return RevisionPlan(
        groups=_groups(article, groups, old, placed),
        placed=tuple(placed),
        gone=tuple(it for it in gone if it.standing is Standing.TAKEN),
        dropped=tuple(it.key for it in gone if it.standing is not Standing.TAKEN),
        changes=_changes(old, placed, gone),
    )


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A statement that was read now, and the title of its group."""

    group: int
    title: str
    text: str
    language: str
    citations: tuple[int, ...]
    start: int
    end: int
    notes: tuple[str, ...]
    doubt: str | None


def _read_now(article: Article) -> list[_Fresh]:
    found: list[_Fresh] = []
    first = 0
    if (core := article.core_insight) is not None:
        found.append(_fresh(0, CORE_INSIGHT_TITLE, core))
        first = 1
    for at, group in enumerate(article.groups, start=first):
        found += [_fresh(at, group.title, it) for it in group.claims]
        found += [_fresh(at, group.title, it) for it in group.offered]
    found.sort(key=lambda it: (it.group, it.start))
    return found


def _fresh(group: int, title: str, it: Claim | Offer) -> _Fresh:
    return _Fresh(
        group,
        title,
        it.text,
        it.language,
        it.citations,
        it.start,
        it.end,
        () if isinstance(it, Offer) else it.notes,
        it.reason if isinstance(it, Offer) else None,
    )


def _twin(statement: OldStatement) -> tuple[object, ...]:
    """Give what edited statements share that were made from the same words."""
    own = None if statement.is_edited else statement.key
    return statement.group, _compared(statement), own


def _compared(statement: OldStatement) -> str:
    """Give the words by which a statement is found again."""
    if not statement.is_edited:
        return statement.text
    return " ".join(_MARKERS.sub("", statement.source).split()) or statement.text


def _located(
    old: Sequence[OldStatement], fresh: Sequence[_Fresh], article: Article, text: str
) -> tuple[list[Placed], list[OldStatement]]:
    """Place the edited statements whose source stands in the new text word for word."""
    placed: list[Placed] = []
    left: list[OldStatement] = []
    for statement in old:
        span = _span(statement, article, text) if statement.is_edited else None
        if span is None:
            left.append(statement)
            continue
        start, end = span
        before = [it for it in fresh if it.start < end]
        placed.append(
            Placed(
                old=statement.key,
                kind=ChangeKind.SAME,
                what=None,
                group=max(before, key=lambda it: it.start).group if before else 0,
                text=statement.text,
                language=statement.language,
                citations=statement.citations,
                start=start,
                end=end,
                notes=statement.notes,
                standing=statement.standing,
                doubt=None,
                is_edited=True,
            )
        )
    return placed, left


def _span(
    statement: OldStatement, article: Article, text: str
) -> tuple[int, int] | None:
    words = statement.source.split()
    if not words or not (article.groups or article.core_insight):
        return None
    wanted = re.compile(r"\s+".join(map(re.escape, words)))
    found = wanted.search(text, article.start, article.end)
    return found.span() if found else None


def _is_covered(now: _Fresh, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a person's claims already say what this part of the source says."""
    length = max(now.end - now.start, 1)
    shared = sum(max(min(now.end, e) - max(now.start, s), 0) for s, e in set(spans))
    return shared * 2 > length


def _placed(
    was: OldStatement, kind: ChangeKind, what: str | None, now: _Fresh
) -> Placed:
    keeps_words = was.is_edited and kind is not ChangeKind.FACTS_CHANGED
    is_taken = was.standing is Standing.OFFERED and now.doubt is None
    standing = Standing.TAKEN if is_taken else was.standing
    return Placed(
        old=was.key,
        kind=ChangeKind.SAME if keeps_words else kind,
        what=what,
        group=now.group,
        text=was.text if keeps_words else now.text,
        language=was.language if keeps_words else now.language,
        citations=now.citations,
        start=now.start,
        end=now.end,
        notes=now.notes,
        standing=standing,
        doubt=now.doubt if standing is Standing.OFFERED else None,
        is_edited=keeps_words,
    )


def _new(now: _Fresh) -> Placed:
    return Placed(
        old=None,
        kind=ChangeKind.NEW,
        what=None,
        group=now.group,
        text=now.text,
        language=now.language,
        citations=now.citations,
        start=now.start,
        end=now.end,
        notes=now.notes,
        standing=Standing.TAKEN if now.doubt is None else Standing.OFFERED,
        doubt=now.doubt,
        is_edited=False,
    )


def _groups(
    article: Article,
    groups: Sequence[OldGroup],
    old: Sequence[OldStatement],
    placed: Sequence[Placed],
) -> tuple[PlannedGroup, ...]:
    planned: list[PlannedGroup] = []
    if (core := article.core_insight) is not None:
        planned.append(
            PlannedGroup(
                old=None,
                is_core_insight=True,
                number=None,
                title=CORE_INSIGHT_TITLE,
                language=core.language,
            )
        )
    planned += [
        PlannedGroup(
            old=None,
            is_core_insight=False,
            number=it.number,
            title=it.title,
            language=it.language,
        )
        for it in article.groups
    ]
    group_of = {it.key: it.group for it in old}
    shared = Counter(
        (it.group, group_of[it.old]) for it in placed if it.old is not None
    )
    partners = match_groups(
        groups, [NewGroup(it.title, it.is_core_insight) for it in planned], shared
    )
    return tuple(
        replace(group, old=partners.get(at)) for at, group in enumerate(planned)
    )


def _changes(
    old: Sequence[OldStatement],
    placed: Sequence[Placed],
    gone: Sequence[OldStatement],
) -> tuple[ShownChange, ...]:
    was: Mapping[int, OldStatement] = {it.key: it for it in old}
    found = []
    for at, it in enumerate(placed):
        if it.standing is not Standing.TAKEN:
            continue
        before = None if it.old is None else was[it.old]
        if before is None or before.standing is not Standing.TAKEN:
            # What was only offered until now is new to whoever studies.
            kind, words = ChangeKind.NEW, None
        else:
            kind, words = it.kind, before.text
        found.append(
            ShownChange(kind, it.old, at, words, it.text, it.language, it.what)
        )
    found += [
        ShownChange(ChangeKind.GONE, it.key, None, it.text, None, it.language, None)
        for it in gone
        if it.standing is Standing.TAKEN
    ]
    return tuple(found)
