"""Articles for the writer's tests, from the plain files beside this module.

A file is a title line, `! ` core insight, `# ` group titles, `- ` claims.
"""

from pathlib import Path

from app.domain.article import Article, Claim, Group

#: `texts` were written while the rules grew, `digests` before.
FOLDERS = (Path(__file__).parent / "digests", Path(__file__).parent / "texts")


def make_article(text: str, language: str = "en") -> Article:
    title, *lines = text.strip().splitlines()
    at = len(title) + 1
    core: Claim | None = None
    groups: list[tuple[str, list[Claim]]] = []
    for line in lines:
        said = line[2:].strip()
        claim = Claim(said, language, (), at + 2, at + 2 + len(said))
        if line.startswith("! "):
            core = claim
        elif line.startswith("# "):
            groups.append((said, []))
        else:
            groups[-1][1].append(claim)
        at += len(line) + 1
    return Article(
        title,
        language,
        core,
        tuple(
            Group(number, name, language, tuple(claims))
            for number, (name, claims) in enumerate(groups, start=1)
        ),
        0,
        at,
    )


def read_digest(name: str) -> Article:
    path = next(f / f"{name}.txt" for f in FOLDERS if (f / f"{name}.txt").exists())
    text = path.read_text(encoding="utf-8")
    return make_article(text, "zh" if name.endswith("_zh") else "en")


def digest_names() -> list[str]:
    return sorted(path.stem for folder in FOLDERS for path in folder.glob("*.txt"))
