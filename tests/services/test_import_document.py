from collections.abc import Sequence

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.domain.article import Article as ArticleValue
from app.domain.article import Claim as ClaimValue
from app.domain.article import Group as GroupValue
from app.domain.article import Offer, Reading, Standing
from app.domain.errors import ConflictError, InputError
from app.services.import_document import Imported, fingerprint, import_document
from app.store.models import Article, Claim, Document, Group, Team
from app.store.writing import write_tx
from tests.factories import own_team
from tests.support.library import NOW


def reading_of(text: str, titles: Sequence[str]) -> Reading:
    """Read a text whose articles stand one a line: `Title: claim`."""
    articles, at = [], 0
    for title in titles:
        start = text.index(f"{title}:", at)
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        words = text[start + len(title) + 2 : end]
        claim = ClaimValue(words, "en", (1, 2), end - len(words), end, ("A note.",))
        core = ClaimValue("Core.", "en", (), start, start + 1)
        articles.append(
            ArticleValue(
                title,
                "en",
                core,
                (GroupValue(4, "Part", "en", (claim,)),),
                start,
                end,
            )
        )
        at = end
    return Reading(tuple(articles), ())


def bring(
    session: Session,
    text: str,
    *titles: str,
    max_claims: int = 100,
    team_id: int | None = None,
) -> Imported:
    with write_tx(session):
        return import_document(
            session,
            team_id=team_id or own_team(session),
            name="notes.txt",
            text=text,
            reading=reading_of(text, titles),
            max_claims=max_claims,
            now=NOW,
        )


def count(session: Session, of: type) -> int:
    return session.scalar(sa.select(sa.func.count()).select_from(of)) or 0


def test_an_article_is_stored_with_all_that_was_read(session: Session) -> None:
    imported = bring(session, "Homes: Rents fell.", "Homes")
    assert (len(imported.article_ids), imported.groups, imported.claims) == (1, 1, 2)
    article = session.get_one(Article, imported.article_ids[0])
    core, group = article.groups
    assert (core.position, core.is_core_insight, core.title) == (
        0,
        True,
        "Core insight",
    )
    assert (group.position, group.number, group.title) == (1, 4, "Part")
    claim = group.claims[0]
    assert (claim.text, claim.citations, claim.notes) == (
        "Rents fell.",
        [1, 2],
        ["A note."],
    )
    assert article.document.text[claim.start : claim.end] == "Rents fell."
    assert claim.written_with is None


def test_the_same_text_again_adds_nothing(session: Session) -> None:
    first = bring(session, "Homes: Rents fell.", "Homes")
    again = bring(session, "\r\nHomes: Rents fell.  \r\n", "Homes")
    assert again == Imported((), 0, 0, first.article_ids)
    assert count(session, Document) == count(session, Article) == 1


def test_only_what_is_new_in_a_document_is_added(session: Session) -> None:
    first = bring(session, "Homes: Rents fell.", "Homes")
    text = "Homes: Rents fell.\nTrams: Lines grew."
    second = bring(session, text, "Homes", "Trams")
    assert second.unchanged_ids == first.article_ids
    assert (len(second.article_ids), second.groups, second.claims) == (1, 1, 2)


def test_an_article_twice_in_one_document_is_stored_once(session: Session) -> None:
    imported = bring(session, "A: Same.\nA: Same.", "A", "A")
    assert len(imported.article_ids) == 1


def test_a_taken_title_refuses_the_whole_document(session: Session) -> None:
    bring(session, "Homes: Rents fell.", "Homes")
    with pytest.raises(ConflictError, match="“Homes” is already here with other text"):
        bring(session, "Trams: Grew.\nHomes: Rents rose.", "Trams", "Homes")
    assert count(session, Article) == count(session, Document) == 1


def test_two_articles_of_one_title_refuse_the_whole_document(session: Session) -> None:
    with pytest.raises(ConflictError, match="Two articles of this document"):
        bring(session, "Homes: Rents fell.\nHomes: Rents rose.", "Homes", "Homes")
    assert count(session, Group) == 0


def test_claims_above_the_limit_are_refused_and_at_it_taken(session: Session) -> None:
    text = "A: One.\nB: Two."
    with pytest.raises(InputError, match="holds 4 claims; one import takes at most 3"):
        bring(session, text, "A", "B", max_claims=3)
    assert count(session, Claim) == 0
    assert bring(session, text, "A", "B", max_claims=4).claims == 4


def test_another_team_may_have_the_same_article(session: Session) -> None:
    bring(session, "Homes: Rents fell.", "Homes")
    with write_tx(session):
        team = Team(name="Others", created_at=NOW)
        session.add(team)
        session.flush()
        team_id = team.id
    assert bring(session, "Homes: Rents fell.", "Homes", team_id=team_id).article_ids
    assert count(session, Article) == 2


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        ("A\nB", True),
        ("A\r\nB", True),
        ("A\rB", True),
        (" \n A\nB\n\n", True),
        ("A\n\nB", False),
        ("a\nB", False),
    ],
)
def test_a_fingerprint_overlooks_line_ends_and_margins(
    other: str, is_same: bool
) -> None:
    assert (fingerprint("A\nB") == fingerprint(other)) is is_same


def test_offered_sentences_are_stored_between_the_claims_and_not_counted(
    session: Session,
) -> None:
    text = "Title\nIt fell. Rents fell. They rose."
    claim = ClaimValue("Rents fell.", "en", (), 15, 26)
    offers = (
        Offer("It fell.", "en", (2,), 6, 14, "It is not certain what “It” is."),
        Offer("They rose.", "en", (), 27, 37, "It is not certain who “They” are."),
    )
    group = GroupValue(None, "Title", "en", (claim,), offers)
    article = ArticleValue("Title", "en", None, (group,), 0, len(text))
    with write_tx(session):
        imported = import_document(
            session,
            team_id=own_team(session),
            name="notes.txt",
            text=text,
            reading=Reading((article,), ()),
            max_claims=2,
            now=NOW,
        )
    assert imported.claims == 1
    rows = session.scalars(sa.select(Claim).order_by(Claim.position)).all()
    assert [(it.position, it.text, it.standing, it.doubt) for it in rows] == [
        (0, "It fell.", Standing.OFFERED, "It is not certain what “It” is."),
        (1, "Rents fell.", Standing.TAKEN, None),
        (2, "They rose.", Standing.OFFERED, "It is not certain who “They” are."),
    ]
    assert rows[0].citations == [2]


def test_too_many_offered_sentences_are_refused(session: Session) -> None:
    offer = Offer("It fell.", "en", (), 0, 8, "Unclear.")
    claim = ClaimValue("It fell.", "en", (), 0, 8)
    group = GroupValue(None, "Title", "en", (claim,), (offer, offer))
    article = ArticleValue("Title", "en", None, (group,), 0, 8)
    with pytest.raises(InputError, match="2 sentences that may be"), write_tx(session):
        import_document(
            session,
            team_id=own_team(session),
            name="notes.txt",
            text="It fell.",
            reading=Reading((article,), ()),
            max_claims=1,
            now=NOW,
        )
