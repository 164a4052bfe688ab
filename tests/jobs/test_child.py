import threading
from collections.abc import Iterator
from multiprocessing import active_children

import pytest

from app.domain.article import Article
from app.domain.card import Written
from app.domain.reading import read_text
from app.jobs import child
from app.jobs.child import WriterChild, WriterEndedError
from tests.jobs.working import wait_for

TEXT = "Homes\nGroup 1: Rents\n" + "".join(
    f"- In 2024, rents rose by {number}% in town number {number}.\n"
    for number in range(2, 62)
)


@pytest.fixture(scope="module")
def article() -> Article:
    return read_text(TEXT).articles[0]


@pytest.fixture
def writer() -> Iterator[WriterChild]:
    writer = WriterChild()
    yield writer
    writer.close()
    assert active_children() == []


def test_the_child_stays_for_more_work_and_ends_when_idle(
    writer: WriterChild, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = writer.write(article, [(0, 0)], [])
    assert {card.claim for card in first.cards} == {0}
    (process,) = active_children()
    monkeypatch.setattr(child, "IDLE_SECONDS", 0.1)
    writer.write(article, [(0, 1)], [])
    assert process.exitcode is None, "the same child did it"
    wait_for(lambda: process.exitcode is not None)
    assert writer.write(article, [(0, 0)], []) == first


def test_two_who_ask_at_once_are_served_one_after_the_other(
    writer: WriterChild, article: Article
) -> None:
    found: dict[int, Written] = {}

    def ask(claim: int) -> None:
        found[claim] = writer.write(article, [(0, claim)], [])

    threads = [threading.Thread(target=ask, args=(claim,)) for claim in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {c: {card.claim for card in it.cards} for c, it in found.items()} == {
        claim: {claim} for claim in range(4)
    }


def test_an_end_breaks_off_what_is_under_way(
    writer: WriterChild, article: Article
) -> None:
    raised: list[BaseException] = []

    def ask() -> None:
        try:
            writer.write(article, [(0, claim) for claim in range(60)], [])
        except WriterEndedError as error:
            raised.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    wait_for(lambda: bool(active_children()))
    writer.end()
    thread.join()
    assert len(raised) == 1
    with pytest.raises(WriterEndedError):
        writer.write(article, [(0, 0)], [])
