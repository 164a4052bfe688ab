"""What the page of cards written anew shows: each card before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.card import CardDraft, Origin, Status, Tier
from app.domain.claims.wording import Part, marked_words
from app.domain.writing.rewriting import Replacement, StandingCard
from app.services.take_proposal import Compared
from app.store.models import Card, Claim, Job, JobStatus
from app.web.addresses import claim_address
from app.web.articles.showing import Progress, progress_in

#: Cards of one kind of change that the page lists; the rest is counted.
MOST = 200

_MESSAGES = {
    JobStatus.QUEUED: "Waiting for the card writer to begin.",
    JobStatus.RUNNING: "Writing the cards anew, claim by claim; nothing changes yet.",
    JobStatus.DONE: "The cards are written anew.",
    JobStatus.CANCELLED: "Writing was stopped; every card is as it was.",
    JobStatus.FAILED: "Writing failed; every card is as it was.",
}
_STAYS = {
    Status.REJECTED: "you rejected it",
    Status.SUSPENDED: "it is suspended",
    Status.STALE: "its facts changed; it waits for you",
}


@dataclass(frozen=True, slots=True)
class ShownSide:
    """A card's words in parts; what the other side lacks is marked."""

    context: str | None
    question: Sequence[Part]
    answer: Sequence[Part]


@dataclass(frozen=True, slots=True)
class ShownChange:
    """A card before and after, one of them missing where it is added or removed."""

    claim: Claim
    href: str
    before: ShownSide | None
    after: ShownSide | None
    #: What changes beside the words, in sentences.
    what: str


@dataclass(frozen=True, slots=True)
class Section:
    """The changes of one kind: up to `MOST` of `count`."""

    name: str
    title: str
    meaning: str
    count: int
    changes: Sequence[ShownChange]


@dataclass(frozen=True, slots=True)
class ShownStaying:
    """A card that stays, and why."""

    card: Card
    language: str
    why: str


def proposal_progress(job: Job | None) -> Progress:
    """Say how far the writing is, or how it ended."""
    return progress_in(job, _MESSAGES)


def sections_of(compared: Compared, article_id: int) -> list[Section]:
    """Give what would change, kind by kind; kinds without any are left out."""
    plan = compared.rewriting

    def change(
        claim_id: int, before: CardDraft | None, after: CardDraft | None
    ) -> ShownChange:
        claim = compared.claims[claim_id]
        return _change(claim, claim_address(article_id, claim_id), before, after)

    found = [
        Section(
            "added",
            "Added",
            "They come to the inbox and wait for your yes.",
            len(plan.added),
            [change(it.claim, None, it.words) for it in plan.added[:MOST]],
        ),
        Section(
            "replaced",
            "Replaced",
            "The card gets new words and stays where it is: waiting, or kept.",
            len(plan.replaced),
            [
                change(it.card.claim, it.card.words, it.words)
                for it in plan.replaced[:MOST]
            ],
        ),
        Section(
            "removed",
            "Removed",
            "They were never answered or edited, and are deleted.",
            len(plan.removed),
            [change(it.claim, it.words, None) for it in plan.removed[:MOST]],
        ),
    ]
    return [section for section in found if section.count]


def staying_of(compared: Compared) -> list[ShownStaying]:
    """Give the first cards that stay as they are, each with its reason."""
    return [
        ShownStaying(
            compared.cards[it.id],
            compared.claims[it.claim].language,
            _why_it_stays(compared.cards[it.id], it, compared.rewriting.renewed),
        )
        for it in compared.rewriting.staying[:MOST]
    ]


def _change(
    claim: Claim, href: str, before: CardDraft | None, after: CardDraft | None
) -> ShownChange:
    if before is None or after is None:
        return ShownChange(
            claim, href, _plain(before), _plain(after), _tier(after or before)
        )
    old_question, new_question = marked_words(before.question, after.question)
    old_answer, new_answer = marked_words(before.answer, after.answer)
    return ShownChange(
        claim,
        href,
        ShownSide(before.context, old_question, old_answer),
        ShownSide(after.context, new_question, new_answer),
        " ".join(_differences(before, after)),
    )


def _plain(words: CardDraft | None) -> ShownSide | None:
    if words is None:
        return None
    return ShownSide(
        words.context,
        [Part(words.question, is_changed=False)],
        [Part(words.answer, is_changed=False)],
    )


def _tier(words: CardDraft | None) -> str:
    if words is None or words.tier is Tier.DEFAULT:
        return ""
    return f"Only suggested: {words.doubt}" if words.doubt else "Only suggested."


def _differences(before: CardDraft, after: CardDraft) -> Iterable[str]:
    """Say what changes beside question and answer."""
    if before.context != after.context:
        yield "Other words stand above the question."
    if before.tier is not after.tier:
        yield _tier(after) or "It is no longer only suggested."
    for noun, old, new in (
        ("Options", before.choices, after.choices),
        ("True-or-false statement", before.statement, after.statement),
    ):
        if old != new:
            how = "new" if old is None else "gone" if new is None else "changed"
            yield f"{noun}: {how}."


def _why_it_stays(
    card: Card, standing: StandingCard, renewed: Sequence[Replacement]
) -> str:
    if any(it.card.id == standing.id for it in renewed):
        return "the writer would write the same"
    if card.origin is not Origin.RULES:
        return "it is your own"
    if card.is_edited:
        return "you edited it"
    return _STAYS.get(card.status, "it has been answered")
