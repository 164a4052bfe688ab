"""Find which of many texts may be alike, by an index of their rarer words. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable

#: A word of more claims than this is followed only where nothing rarer is known.
_COMMONEST = 60
#: So many of a claim's rarest words are looked up, and so many claims are returned.
_LOOKED_UP = 12
_RETURNED = 8


class WordIndex:
    """An index of things by their words, numbered in the order of being added.

    Looking one up takes a time that does not grow with the number of things, since
    only the rarest words are followed and each only so far.
    """

    def __init__(self, things: Iterable[Collection[str]]) -> None:
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for at, words in enumerate(things):
            for word in words:
                self._places[word].append(at)

    def like(self, words: Collection[str]) -> list[int]:
        """Return the things that share the rarest words, most and rarest first."""
        known = [word for word in words if word in self._places]
        known.sort(key=lambda word: (len(self._places[word]), word))
        shared: defaultdict[int, float] = defaultdict(float)
        for word in known[:_LOOKED_UP]:
            places = self._places[word]
            if len(places) > _COMMONEST and len(shared) >= _RETURNED:
                break
            for place in places[:_COMMONEST]:
                shared[place] += 1 / len(places)
        best = sorted(shared, key=lambda place: (-shared[place], place))
        return best[:_RETURNED]
