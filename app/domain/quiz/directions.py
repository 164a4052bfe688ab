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
    negated = len(negations(said)) % 2 != len(negations(right)) % 2
    return negated or opposed(said, right) is not None


def negations(words: Iterable[str]) -> list[str]:
    """List what negates in a phrase: words, and Chinese signs inside words."""
    found: list[str] = []
    for word in words:
        if word in _NEGATIONS:
            found.append(word)
        else:
            found += [sign for sign in word if sign in _HAN_NEGATIONS]
    return found


def opposed(said: Collection[str], right: Collection[str]) -> tuple[str, str] | None:
    """Return the word of `said` and that of `right` that tell opposite directions.

    None where neither or both phrases have words of both directions.
    """
    for one, other in _OPPOSITES:
        ours = _first(said, one), _first(said, other)
        theirs = _first(right, one), _first(right, other)
        if ours[0] and theirs[1] and not ours[1] and not theirs[0]:
            return ours[0], theirs[1]
        if ours[1] and theirs[0] and not ours[0] and not theirs[1]:
            return ours[1], theirs[0]
    return None


def _first(words: Iterable[str], wanted: frozenset[str]) -> str:
    """Return the first of the words that is wanted; Chinese ones may stand inside."""
    for word in words:
        if word in wanted:
            return word
        if not word.isascii():
            inside = [one for one in wanted if not one.isascii() and one in word]
            if inside:
                return max(inside, key=len)
    return ""
