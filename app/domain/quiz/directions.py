"""Tell when two phrases that look alike say the opposite. Pure."""

import re
from collections.abc import Collection, Iterable

_UP = (
    "up rise rises rose risen rising raise raises raised increase increases increased "
    "increasing grow grows grew grown growing growth gain gains gained higher high "
    "more expand expands expanded expansion above faster stronger larger bigger "
    "accelerate accelerates accelerated improve improves improved surge surged climb "
    "climbed climbs climbing jump jumps jumped soar soars soared raising lift lifts "
    "lifted widen widens widened double doubles doubled upwards "
    "上升 增加 增长 提高 上涨 扩大 上调 攀升 提升 增至 增产 升至 升 涨"
)
_DOWN = (
    "down fall falls fell fallen falling lower lowers lowered decrease decreases "
    "decreased decreasing decline declines declined declining drop drops dropped low "
    "less fewer reduce reduces reduced reduction cut cuts shrink shrinks shrank "
    "contract contracts contracted contraction below slower weaker smaller "
    "slow slows slowed worsen worsens worsened plunge plunges plunged slump slumped "
    "tumble tumbled lowering cutting narrow narrows narrowed halve halves halved "
    "下降 减少 下跌 降低 缩小 下调 下滑 回落 降至 减产 跌至 跌"
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
        ("ban bans banned prohibit prohibits", "allow allows allowed permit permits"),
        ("approve approves approved accept accepted", "reject rejects rejected"),
        ("profit profits", "loss losses"),
        ("surplus surpluses", "deficit deficits"),
        ("open opens opened", "close closes closed"),
        ("strengthen strengthens strengthened", "weaken weakens weakened"),
        ("join joins joined", "leave leaves left"),
        ("support supports supported", "oppose opposes opposed"),
        ("cheap cheaper", "expensive dearer"),
        ("easy easier", "hard harder"),
        ("success succeeds succeeded", "failure fails failed"),
        ("onshore", "offshore"),
        ("uphold upholds upheld", "overturn overturns overturned"),
        ("domestic", "foreign international"),
        ("wholesale", "retail"),
        ("gross", "net"),
        ("进口", "出口"),
        ("盈利", "亏损"),
        ("顺差", "逆差"),
        ("允许", "禁止"),
        ("批准", "否决"),
        ("城镇", "农村"),
        ("买入", "卖出"),
        ("高于 超过", "低于 不到 不足"),
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

    That is so where each phrase has words of one direction only, not of the same; and
    where both have as many words that tell a direction, one of which is turned.
    """
    all_ours, all_theirs = _sides(said), _sides(right)
    for pair in sorted(all_ours.keys() & all_theirs.keys()):
        ours, theirs = all_ours[pair], all_theirs[pair]
        if _is_turned(ours, theirs):
            return ours[0][0], theirs[1][0]
        if _is_turned(ours[::-1], theirs[::-1]):
            return ours[1][0], theirs[0][0]
    return None


_Sides = tuple[list[str], list[str]]


def _is_turned(ours: _Sides, theirs: _Sides) -> bool:
    """Say whether a word of the first kind in `ours` is of the second in `theirs`."""
    if len(ours[0]) + len(ours[1]) == len(theirs[0]) + len(theirs[1]):
        return len(ours[0]) > len(theirs[0])
    return bool(ours[0] and theirs[1]) and not (ours[1] or theirs[0])


_PLACES: dict[str, list[tuple[int, int]]] = {}
for _pair, _both in enumerate(_OPPOSITES):
    for _side, _words in enumerate(_both):
        for _word in _words:
            _PLACES.setdefault(_word, []).append((_pair, _side))
_HAN = re.compile(
    "|".join(
        sorted((word for word in _PLACES if not word.isascii()), key=len, reverse=True)
    )
)


def _sides(words: Iterable[str]) -> dict[int, _Sides]:
    """Return, by pair of opposites, the words that are of the one and of the other.

    Chinese ones may stand inside a word.
    """
    found: dict[int, _Sides] = {}
    for word in words:
        for told in [word] if word.isascii() else _HAN.findall(word):
            for pair, side in _PLACES.get(told, ()):
                found.setdefault(pair, ([], []))[side].append(told)
    return found
