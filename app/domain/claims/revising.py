"""Tell what became of an article's claims in its next revision. Pure."""

import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.article import ChangeKind
from app.domain.claims.candidates import WordIndex
from app.domain.claims.facts import changed_facts, facts_of
from app.domain.claims.sketch import Sketch, sketch
from app.domain.claims.words import likeness

#: Claims less alike than this are two claims.
_LEAST = 0.5
#: What likeness is made of: words, figures, and a little for the same group.
_WORDS, _FIGURES, _GROUP = 0.85, 0.15, 0.05


@dataclass(frozen=True, slots=True)
class OldClaim:
    """A claim that the article had: its key and the title of its group."""

    key: int
    group: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim that the article has now."""

    group: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What became of one claim.

    `old` is the key of the old claim, None for `new`; `new` the index of the new claim,
    None for `gone`; `what` says which facts changed, None unless they did.
    """

    kind: ChangeKind
    old: int | None
    new: int | None
    what: str | None = None


def revise(old: Sequence[OldClaim], new: Sequence[NewClaim]) -> list[ClaimChange]:
    """Return what became of each claim: those of `new` in order, then what is gone.

    Every old and every new claim is in exactly one change. Claims of the same words are
    the same wherever they stand; the rest are paired by likeness, most alike first, the
    same group and place before another. The time taken grows with the number of claims.
    """
    partner = _equal(old, new)
    _pair_rest(old, new, partner)
    by_new = {at: before for before, at in partner.items()}
    changes = [
        ClaimChange(ChangeKind.NEW, None, at)
        if at not in by_new
        else _change(old[by_new[at]], new[at], at)
        for at in range(len(new))
    ]
    gone = [
        ClaimChange(ChangeKind.GONE, claim.key, None)
        for before, claim in enumerate(old)
        if before not in partner
    ]
    return changes + gone


def _change(before: OldClaim, after: NewClaim, at: int) -> ClaimChange:
    if _folded(before.text) == _folded(after.text):
        return ClaimChange(ChangeKind.SAME, before.key, at)
    what = changed_facts(
        facts_of(before.text, before.language), facts_of(after.text, after.language)
    )
    kind = ChangeKind.REWORDED if what is None else ChangeKind.FACTS_CHANGED
    return ClaimChange(kind, before.key, at, what)


def _folded(text: str) -> str:
    """Return a text by which what only looks different is the same."""
    wide = unicodedata.normalize("NFKC", text).translate(_LOOKS)
    return re.sub(r"\s+", " ", wide).strip().rstrip(".。;")


_LOOKS = str.maketrans("‘’“”–—−", "''\"\"---")


def _equal(old: Sequence[OldClaim], new: Sequence[NewClaim]) -> dict[int, int]:
    """Pair the claims of the same words, first those of the same group."""
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for with_group in (True, False):
        waiting: defaultdict[tuple[str, str], deque[int]] = defaultdict(deque)
        for before, claim in enumerate(old):
            if before not in partner:
                group = claim.group if with_group else ""
                waiting[group, _folded(claim.text)].append(before)
        for at, now in enumerate(new):
            same = waiting.get((now.group if with_group else "", _folded(now.text)))
            if at not in taken and same:
                partner[same.popleft()] = at
                taken.add(at)
    return partner


def _pair_rest(
    old: Sequence[OldClaim], new: Sequence[NewClaim], partner: dict[int, int]
) -> None:
    left_old = [before for before in range(len(old)) if before not in partner]
    taken = set(partner.values())
    left_new = [at for at in range(len(new)) if at not in taken]
    if not left_old or not left_new:
        return
    old_sketches = [sketch(old[before].text) for before in left_old]
    index = WordIndex(one.keys for one in old_sketches)
    pairs: list[tuple[float, int, int]] = []
    places = {before: place for place, before in enumerate(left_old)}
    beside = _beside(len(new), partner)
    for at in left_new:
        mine = sketch(new[at].text)
        near = [places[before] for before in beside[at] if before in places]
        for place in dict.fromkeys([*index.like(mine.keys), *near]):
            before = left_old[place]
            score = _score(old[before], old_sketches[place], new[at], mine)
            if score >= _LEAST:
                pairs.append((score, before, at))
    pairs.sort(key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair[1]))
    for _, before, at in pairs:
        if before not in partner and at not in taken:
            partner[before] = at
            taken.add(at)


def _beside(count: int, partner: dict[int, int]) -> list[tuple[int, int, int]]:
    """Return for each new claim the old ones that stand where it does.

    Those are the one behind the partner of the claim before, the one before the partner
    of the claim behind, and the one of the same number.
    """
    of_new = {at: before for before, at in partner.items()}
    return [
        (of_new.get(at - 1, -2) + 1, of_new.get(at + 1, 0) - 1, at)
        for at in range(count)
    ]


def _score(old: OldClaim, was: Sketch, new: NewClaim, now: Sketch) -> float:
    """Return how likely a claim is the same one as another, from 0."""
    if old.language != new.language:
        return 0.0
    near = _GROUP if old.group == new.group else 0.0
    words, figures = likeness(was.topic, now.topic), likeness(was.figures, now.figures)
    return _WORDS * words + _FIGURES * figures + near
