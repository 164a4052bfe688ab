"""Join what blind judges said of cards to the features that the writer gives today.

A judged card is found again by its claim, its question and its answer, among all that
could be asked of the claim; one that is no longer written has no features and is left
out.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.article import Article
from app.domain.reading import read_text
from app.domain.writing.candidates import drafted_candidates
from app.domain.writing.parsing import Parses, Pipelines
from app.domain.writing.task import gather, make_task, positions
from app.domain.writing.weights import worth
from tests.judged.figures import rounds

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with its verdict: accepted where both judges accept it.

    `text` names the text it is from, `claim` its claim, `worth` is the hand-set sum.
    """

    text: str
    claim: str
    question: str
    pattern: str
    features: frozenset[str]
    worth: float
    is_accepted: bool


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def _verdicts(path: Path) -> dict[str, dict[str, dict[Key, bool]]]:
    """Return, by text and claim, the verdict on each card that rules wrote."""
    found: dict[str, dict[str, dict[Key, bool]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for card in json.loads(path.read_text(encoding="utf-8"))["cards"]:
        if card["writer"] == "rules":
            accepted = all(verdict["accept"] for verdict in card["verdicts"])
            key = _plain(card["question"]), _plain(card["answer"])
            found[card["text"]][_plain(card["claim"])][key] = accepted
    return found


def _of_article(
    article: Article,
    name: str,
    said: dict[str, dict[Key, bool]],
    pipelines: Pipelines,
) -> Iterator[Judged]:
    facts = gather(article)
    parses = Parses(pipelines.parse)
    for position in positions(article):
        task = make_task(article, position, facts.order, 0)
        verdicts = dict(said.get(_plain(task.text), {}))
        if task.language != "en" or not verdicts:
            continue
        drafted = drafted_candidates(
            task.text, task.known, task.earlier, facts.names, parses
        )
        every = sorted((c for over in drafted for c in over), key=lambda c: -c.worth)
        for candidate in every:
            key = _plain(candidate.question), _plain(candidate.answer)
            accepted = verdicts.pop(key, None)
            if accepted is not None:
                yield Judged(
                    name,
                    task.text,
                    candidate.question,
                    candidate.pattern,
                    candidate.features,
                    worth(candidate.features),
                    accepted,
                )


def judged_candidates(
    pipelines: Pipelines, paths: Iterable[Path] | None = None
) -> Iterator[Judged]:
    """Yield each judged English card that the writer could still write.

    `paths` are the verdicts of rounds, all of them unless told.
    """
    for path in rounds() if paths is None else paths:
        for stem, said in sorted(_verdicts(path).items()):
            file = path.parent / f"{stem}.txt"
            name = f"{path.parent.name}/{stem}"
            for article in read_text(file.read_text(encoding="utf-8")).articles:
                yield from _of_article(article, name, said, pipelines)
