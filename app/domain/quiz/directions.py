"""Tell when two phrases that look alike say the opposite. Pure."""

from collections.abc import Collection, Iterable

_UP = (
    "up rise rises rose risen rising raise raises raised increase increases increased "
    "increasing grow grows grew grown growing growth gain gains gained higher high "
    "more expand expands expanded expansion above faster stronger larger bigger "
    "accelerate accelerates accelerated improve improves improved surge surged climb "
    "climbed 上升 增加 增长 提高 上涨 扩大"
)
_DOWN = (
    "down fall falls fell fallen falling lower lowers lowered decrease decreases "
    "decreased decreasing decline declines declined declining drop drops dropped low "
    "less fewer reduce reduces reduced reduction cut cuts shrink shrinks shrank "
    "contract contracts contracted contraction loss losses below slower weaker smaller "
    "slow slows slowed worsen worsens worsened 下降 减少 下跌 降低 缩小"
)
_OPPOSITES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (
        (_UP, _DOWN),
        ("buy buys bought buyer buyers", "sell sells sold seller sellers"),
        ("import imports importer importers", "export exports exporter exporters"),
        ("before", "after"),
        ("first", "last"),
        ("long", "short"),
        ("north northern", "south southern"),
        ("east eastern", "west western"),
        ("minimum", "maximum"),
        ("public", "private"),
        ("win wins won", "lose loses lost"),
        ("borrower borrowers", "lender lenders"),
        ("supply", "demand"),
        ("positive", "negative"),
        ("inflow inflows", "outflow outflows"),
        ("进口", "出口"),
    )
)

#: Words that turn a phrase round; the Chinese ones stand inside other words.
_NEGATED = (
    "no not never without neither nor none cannot cant dont doesnt didnt isnt arent "
    "wasnt werent wont wouldnt hasnt havent"
)
_NEGATIONS = frozenset(_NEGATED.split())
_HAN_NEGATIONS = "不没无非未"


def contradicts(said: Collection[str], right: Collection[str]) -> bool:
    """Say whether one phrase, given as its words, turns the other round.

    It does when one is negated and the other is not, or when one has only words of one
    direction and the other only words of the opposite.
    """
    if _negations(said) % 2 != _negations(right) % 2:
        return True
    for one, other in _OPPOSITES:
        ours = _has(said, one), _has(said, other)
        theirs = _has(right, one), _has(right, other)
        if (ours, theirs) in (
            ((True, False), (False, True)),
            ((False, True), (True, False)),
        ):
            return True
    return False


def _negations(words: Iterable[str]) -> int:
    return sum(
        word in _NEGATIONS or sum(map(word.count, _HAN_NEGATIONS)) for word in words
    )


def _has(words: Iterable[str], wanted: frozenset[str]) -> bool:
    """Say whether one is among the words; Chinese ones may stand inside a word."""
    return any(
        word in wanted
        or (
            not word.isascii()
            and any(one in word for one in wanted if not one.isascii())
        )
        for word in words
    )
