"""The samples are read whole: every group, claim, citation and place, no doubt left."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from app.domain.article import Article, Claim
from app.domain.reading import read_text

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
FURNITURE = re.compile(
    r"Core Insights|Group \d:|核心观点|第[一二三]组|^Source: .*$", re.M
)
MARKER = re.compile(r"\[(\d+(?:\s*[-,]\s*\d+)*)\]")

Citations = tuple[int, ...]


class Sample(NamedTuple):
    title: str
    language: str
    core: Citations | None
    groups: tuple[tuple[int | None, str, tuple[Citations, ...]], ...]


SAMPLES = {
    "shipping-carbon-price.txt": Sample(
        "Shipping's carbon bill: Europe charges, the world waits",
        "en",
        (2, 3, 8),
        (
            (1, "Carbon Becomes a Line Item", ((2,), (2, 3), (2,), (4,))),
            (2, "From a Price to a Fuel Standard", ((3, 5), (5,), (5,))),
            (3, "The Global Price That Has Not Come", ((6,), (6, 7), (2, 7), (8,))),
        ),
    ),
    "obesity-drugs.txt": Sample(
        "Obesity drugs: from a shortage of supply to a war over price",
        "en",
        (2, 10),
        (
            (1, "What the Drugs Can Do", ((3,), (4,), (5,))),
            (2, "Sales, Shortages and Copies", ((6, 7), (8,), (9,))),
            (3, "Price and the Pill", ((10,), (10,), (11,), (12,))),
        ),
    ),
    "grid-batteries.md": Sample(
        "Grid batteries in Europe: contracts decide what gets built",
        "en",
        (2, 5, 9),
        (
            (1, "Bigger and Cheaper", ((2,), (2, 3), (2,), (4,))),
            (2, "Who Pays for Standing Ready", ((5,), (5, 6), (7, 8), (7,))),
            (3, "Queues and Newcomers", ((9,), (9, 10), (2,))),
        ),
    ),
    "high-bandwidth-memory.txt": Sample(
        "The memory bottleneck: how export rules reach into the AI chip",
        "en",
        (2, 5, 12),
        (
            (1, "Why This Memory Is Scarce", ((3,), (3,), (3, 4), (5,), (5, 6))),
            (2, "The Controls of December 2024", ((7,), (2, 7), (7, 8, 9), (10,))),
            (
                3,
                "From Prohibition to a Share of the Proceeds",
                ((11,), (11, 12), (13, 14)),
            ),
        ),
    ),
    "chinese-ev-exports.txt": Sample(
        "中国电动汽车出海\uff1a从卖整车到建工厂",
        "zh",
        (2, 4, 8),
        (
            (1, "出口规模", ((2,), (3,), (2, 3))),
            (2, "贸易壁垒", ((4,), (5,), (6,), (7,))),
            (3, "本地化生产", ((8,), (8,), (7, 8), (9,))),
        ),
    ),
}
PROSE = "office-refinancing.md"


@cache
def source(name: str) -> str:
    return (SEEDS / name).read_text(encoding="utf-8")


@cache
def article(name: str) -> Article:
    (only,) = read_text(source(name)).articles
    return only


def claims_of(name: str) -> list[Claim]:
    read = article(name)
    core = [read.core_insight] if read.core_insight else []
    return core + [claim for group in read.groups for claim in group.claims]


def stated(text: str) -> str:
    """Leave of a passage what it states: no markers, one space, no full stop."""
    return " ".join(MARKER.sub("", text).split()).rstrip(".。 ")


def test_every_sample_is_known_here() -> None:
    files = {path.name for path in SEEDS.iterdir()} - {"SOURCES.md"}
    assert files == {*SAMPLES, PROSE}


@pytest.mark.parametrize("name", [*SAMPLES, PROSE])
def test_a_sample_is_one_article_read_without_a_doubt(name: str) -> None:
    reading = read_text(source(name))
    assert len(reading.articles) == 1
    assert reading.warnings == ()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_digest_arrives_with_its_groups_and_citations(name: str) -> None:
    read = article(name)
    found = Sample(
        read.title,
        read.language,
        read.core_insight.citations if read.core_insight else None,
        tuple(
            (
                group.number,
                group.title,
                tuple(claim.citations for claim in group.claims),
            )
            for group in read.groups
        ),
    )
    assert found == SAMPLES[name]


@pytest.mark.parametrize("name", [*SAMPLES, PROSE])
def test_every_part_of_a_sample_is_in_its_language(name: str) -> None:
    read = article(name)
    languages = {group.language for group in read.groups}
    languages |= {claim.language for claim in claims_of(name)}
    assert languages == {read.language}


@pytest.mark.parametrize("name", [*SAMPLES, PROSE])
def test_the_figures_of_a_sample_add_up(name: str) -> None:
    assert [claim.text for claim in claims_of(name) if claim.notes] == []


@pytest.mark.parametrize("name", [*SAMPLES, PROSE])
def test_a_claim_stands_at_its_place_in_the_source(name: str) -> None:
    for claim in claims_of(name):
        passage = stated(source(name)[claim.start : claim.end])
        if name == PROSE:
            # A certain name stands for the pronoun that leads a sentence.
            passage = re.sub("^It ", "The Federal Reserve ", passage)
        assert passage == stated(claim.text)
        assert not MARKER.search(claim.text)


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_no_claim_of_a_digest_is_furniture(name: str) -> None:
    rest, read = source(name), article(name)
    places = sorted((claim.start, claim.end) for claim in claims_of(name))
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(places))
    for start, end in reversed(places):
        rest = rest[:start] + rest[end:]
    for heading in (read.title, *(group.title for group in read.groups)):
        rest = rest.replace(heading, "", 1)
    rest = FURNITURE.sub("", MARKER.sub("", rest))
    assert re.findall(r"\w+", rest) == []


def test_prose_is_grouped_by_its_headings() -> None:
    read = article(PROSE)
    assert read.title == "Lower rates have not solved the office loan problem"
    assert read.language == "en"
    titles = [group.title for group in read.groups]
    assert titles[-4:] == [
        "The rate that matters",
        "The wall that moves",
        "Buildings without tenants",
        "What to watch",
    ]
    assert all(group.claims or group.offered for group in read.groups)


def test_every_citation_of_a_digest_has_its_source_listed() -> None:
    listed = {
        name: {int(number) for number in re.findall(r"^- \[(\d+)\]", body, re.M)}
        for name, body in re.findall(
            r"^## (\S+)\n(.*?)(?=^## |\Z)", source("SOURCES.md"), re.M | re.S
        )
    }
    assert listed.keys() == {*SAMPLES, PROSE}
    for name in SAMPLES:
        cited = {number for claim in claims_of(name) for number in claim.citations}
        assert cited == listed[name]
