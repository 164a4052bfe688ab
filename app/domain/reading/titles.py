"""Read a title, or make one for an article that has none."""

from app.domain.article import Article, Claim, Group
from app.domain.reading.citations import find_markers
from app.domain.reading.labels import SOURCE_BEHIND
from app.domain.reading.statements import fold

_DECORATION = " \t*_#:\uff1a|·•-–—、"
_LONGEST = 80
_PAIRS = {
    "(": ")",
    "\uff08": "\uff09",
    "“": "”",
    '"': '"',
    "《": "》",
    "【": "】",
    "[": "]",
    "「": "」",
}


def title_of(text: str, start: int, end: int) -> str:
    """Return the words of a title without marks, markers and a source behind them."""
    source = SOURCE_BEHIND.search(text, start, end)
    stop = source.start() if source else end
    words = ""
    for marker in find_markers(text, start, stop):
        words += text[start : marker.start].rstrip()
        start = marker.end
    title = fold(words + text[start:stop]).strip(_DECORATION)
    title = _without_pair(title)
    if title.endswith("。") or (title.endswith(".") and "." not in title[-4:-1]):
        title = title[:-1]
    return title


def made_title(core_insight: Claim | None, groups: tuple[Group, ...]) -> str:
    """Make a title of what the article holds.

    Its groups' titles in a row; where those say nothing, its core insight, else its
    first claim. At most 80 characters, cut at a word.
    """
    titles = [group.title for group in groups if group.title]
    if titles:
        chinese = all(group.language == "zh" for group in groups if group.title)
        return _cut(("、" if chinese else ", ").join(titles))
    if core_insight:
        return _cut(core_insight.text)
    claims = [claim.text for group in groups for claim in group.claims]
    offers = [offer.text for group in groups for offer in group.offered]
    return _cut((claims or offers)[0])


def longer_title(article: Article) -> str:
    """Return the made title of an article with its core insight or first claim added.

    At most 80 characters, of which the addition gets a half or more.
    """
    claims = [claim.text for group in article.groups for claim in group.claims]
    offers = [offer.text for group in article.groups for offer in group.offered]
    first = article.core_insight.text if article.core_insight else (claims + offers)[0]
    head = _cut(article.title, _LONGEST // 2)
    return _cut(head + ("\uff1a" if article.language == "zh" else ": ") + first)


def _without_pair(title: str) -> str:
    """Drop quotes or brackets that stand around the whole title."""
    closing = _PAIRS.get(title[:1])
    if closing is None or len(title) < 3 or title[-1] != closing:
        return title
    depth = 0
    for char in title[:-1]:
        depth += (char == title[0]) - (char == closing and closing != title[0])
        if depth == 0 or (depth != 1 and closing == title[0]):
            return title
    return title[1:-1].strip()


def _cut(words: str, longest: int = _LONGEST) -> str:
    if len(words) <= longest:
        return words.rstrip(".。")
    kept = words[: longest - 1]
    if not words[longest - 1].isspace() and " " in kept[longest // 2 :]:
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip(" ,\uff0c;\uff1b、:\uff1a-–—") + "…"
