"""Find out which of an article's groups are which in its next revision. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OldGroup:
    """A group that the article had."""

    key: int
    title: str
    is_core_insight: bool


@dataclass(frozen=True, slots=True)
class NewGroup:
    """A group that the article has now."""

    title: str
    is_core_insight: bool


def match_groups(
    old: Sequence[OldGroup],
    new: Sequence[NewGroup],
    shared: Mapping[tuple[int, int], int],
) -> dict[int, int]:
    """Return the key of the old group that each new one continues, by its place.

    Both in reading order. The core insight continues the core insight, a title the same
    title; the rest go by the claims that they share, most first. `shared` counts the
    claims by place in `new` and key of the old group.
    """
    found: dict[int, int] = {}
    waiting = list(old)
    for at, group in enumerate(new):
        same = next((it for it in waiting if _is_same(it, group)), None)
        if same is not None:
            found[at] = same.key
            waiting.remove(same)
    left = {it.key for it in waiting if not it.is_core_insight}
    pairs = sorted(shared, key=lambda pair: (-shared[pair], pair))
    for at, key in pairs:
        if at not in found and key in left and not new[at].is_core_insight:
            found[at] = key
            left.remove(key)
    return found


def _is_same(old: OldGroup, new: NewGroup) -> bool:
    if old.is_core_insight or new.is_core_insight:
        return old.is_core_insight and new.is_core_insight
    return _folded(old.title) == _folded(new.title)


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())
