"""Print all candidates that pass the gate: `python -m tests.judged.candidates FILE…`.

One JSON object a line, chosen or not, so that a ranker can be judged and trained on
what it would choose from. `tier` is null for those that the writer left out.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.domain.article import Article
from app.domain.reading import read_text
from app.domain.writing import Pipelines, passing_candidates, write_cards
from app.language.pipelines import load_pipelines


def breadcrumb(article: Article, group: int | None) -> str:
    """Return what stands above a card: its article, and its group."""
    if group is None:
        return article.title
    return f"{article.title} › {article.groups[group].title}"


def candidates(
    path: Path, pipelines: Pipelines, text: str | None = None
) -> Iterator[dict[str, Any]]:
    """Yield the candidates of a file, or of `text` in its place, as plain data."""
    text = path.read_text(encoding="utf-8") if text is None else text
    for index, article in enumerate(read_text(text).articles):
        chosen = {
            (card.group, card.claim, card.question, card.answer): card.tier.value
            for card in write_cards(article, pipelines).cards
        }
        for task, found in passing_candidates(article, pipelines):
            for it in found:
                key = task.group, task.claim, it.question, it.answer
                yield {
                    "text": path.as_posix(),
                    "article": index,
                    "group": task.group,
                    "claim": task.claim,
                    "claim_text": task.text,
                    "language": task.language,
                    "breadcrumb": breadcrumb(article, task.group),
                    "context": it.context,
                    "kind": it.kind.value,
                    "pattern": it.pattern,
                    "question": it.question,
                    "answer": it.answer,
                    "features": sorted(it.features),
                    "worth": it.worth,
                    "tier": chosen.get(key),
                }


def main(paths: list[str]) -> None:
    """Print the candidates of the files at `paths`."""
    pipelines = load_pipelines()
    for path in paths:
        for candidate in candidates(Path(path), pipelines):
            sys.stdout.write(json.dumps(candidate, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
