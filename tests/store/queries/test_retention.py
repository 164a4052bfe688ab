from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from statistics import fmean

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.domain.card import Kind, Status
from app.domain.memory.fsrs import retrievability
from app.domain.memory.settings import SchedulerSettings
from app.domain.retention.table import By, RetentionRow
from app.domain.review import Format, Mode, Rating
from app.services.undo_review import undo_review
from app.store.models import Card, CardState, Person, ReviewEntry, Team, Withdrawal
from app.store.queries.recall import claims_of_group
from app.store.queries.retention import Asked, group_name, retention_rows
from app.store.queries.today import day_done, forecast
from app.store.writing import write_tx
from tests.factories import (
    count_queries,
    make_article,
    make_card,
    make_review,
    own_team,
    review_id,
)
from tests.support.library import NOW

LATER = NOW + timedelta(days=60)
PLAN: tuple[tuple[int, Rating, Mode, Format], ...] = (
    (0, Rating.GOOD, Mode.STUDY, Format.RECALL),
    (0, Rating.GOOD, Mode.STUDY, Format.RECALL),
    (2, Rating.HARD, Mode.STUDY, Format.TYPED),
    (9, Rating.GOOD, Mode.QUIZ, Format.CHOICE),
    (12, Rating.AGAIN, Mode.PRACTICE, Format.RECALL),
    (30, Rating.AGAIN, Mode.STUDY, Format.RECALL),
    (30, Rating.GOOD, Mode.STUDY, Format.RECALL),
    (40, Rating.EASY, Mode.STUDY, Format.RECALL),
)


@pytest.fixture
def cards(session: Session) -> list[Card]:
    """Two articles of two groups; every card but the last of each group is answered."""
    made = []
    with write_tx(session):
        for _ in range(2):
            groups = (("Rents fell.", "Rates rose."), ("Few move.",))
            for group in make_article(session, groups=groups).groups:
                cards = [make_card(session, claim) for claim in group.claims]
                cards.append(make_card(session, group.claims[0], kind=Kind.NUMERIC))
                made += cards
                for card in cards[:-1]:
                    _answer(session, card)
        numeric = next(it for it in made if it.kind is Kind.NUMERIC)
        _answer(session, numeric)
        make_review(session, numeric, at=LATER - timedelta(days=1), number=77)
        undo_review(
            session,
            person_id=1,
            review_id=review_id(77),
            settings=SchedulerSettings(),
            now=LATER,
        )
        make_card(session, made[0].claim, status=Status.WAITING)
    return made


def _answer(session: Session, card: Card) -> None:
    for number, (day, rating, mode, form) in enumerate(PLAN):
        at = NOW + timedelta(days=day, minutes=number * 11)
        make_review(session, card, rating=rating, at=at, mode=mode, format=form)


def asked(session: Session, now: datetime = LATER) -> Asked:
    return Asked(1, own_team(session), now, SchedulerSettings())


def counted(session: Session) -> Iterator[tuple[Card, ReviewEntry]]:
    """Give the reviews that count by the definition, straight from the log."""
    withdrawn = set(session.scalars(sa.select(Withdrawal.review_seq)))
    seen = set()
    log = session.execute(
        sa.select(Card, ReviewEntry)
        .join(Card, Card.id == ReviewEntry.card_id)
        .order_by(ReviewEntry.reviewed_at)
    )
    for card, entry in log:
        if entry.seq in withdrawn or entry.mode is Mode.PRACTICE:
            continue
        is_first = (card.id, entry.study_day) not in seen
        seen.add((card.id, entry.study_day))
        open_formats = (Format.RECALL, Format.TYPED)
        if is_first and entry.interval_before >= 1 and entry.format in open_formats:
            yield card, entry


def expected(session: Session, key: str) -> dict[object, tuple[int, int]]:
    found: dict[object, tuple[int, int]] = {}
    for card, entry in counted(session):
        of = card.claim.group.article_id if key == "article" else getattr(card, key)
        passed, total = found.get(of, (0, 0))
        found[of] = (passed + (Rating(entry.rating).passed), total + 1)
    return found


def shares(rows: list[RetentionRow]) -> dict[object, tuple[int, int]]:
    overall = {row.id: row.measured.overall for row in rows}
    return {key: (it.passed, it.total) for key, it in overall.items() if it.total}


@pytest.mark.usefixtures("cards")
@pytest.mark.parametrize(
    ("by", "key"), [(By.GROUP, "group_id"), (By.ARTICLE, "article"), (By.KIND, "kind")]
)
def test_what_is_measured_is_what_the_log_says(
    session: Session, by: By, key: str
) -> None:
    wanted = expected(session, key)
    assert sum(total for _, total in wanted.values()) > 10
    assert shares(retention_rows(session, asked(session), by=by)) == wanted


@pytest.mark.usefixtures("cards")
@pytest.mark.parametrize("by", [By.TEAM, By.MEMBER])
def test_the_whole_is_the_sum_of_the_groups(session: Session, by: By) -> None:
    (row,) = retention_rows(session, asked(session), by=by)
    groups = retention_rows(session, asked(session), by=By.GROUP)
    assert row.measured.overall.total == sum(it.measured.overall.total for it in groups)
    assert row.stock.cards == sum(it.stock.cards for it in groups) == 10
    assert row.stock.claims == sum(it.stock.claims for it in groups) == 6


@pytest.mark.usefixtures("cards")
def test_predicted_is_the_mean_retrievability_of_answered_kept_cards(
    session: Session,
) -> None:
    settings = SchedulerSettings()
    states = session.scalars(sa.select(CardState)).all()
    for row in retention_rows(session, asked(session), by=By.GROUP):
        known = [
            retrievability(
                (LATER - it.last_reviewed_at).total_seconds() / 86_400,
                it.stability,
                settings.parameters,
            )
            for it in states
            if it.group_id == row.id and it.last_reviewed_at and it.stability
        ]
        assert row.stock.predicted == pytest.approx(fmean(known))


@pytest.mark.usefixtures("cards")
def test_a_window_measures_its_study_days_only(session: Session) -> None:
    day = (NOW + timedelta(days=30)).date()
    window = asked(session).between(day, day)
    (row,) = retention_rows(session, window, by=By.TEAM)
    wanted = [entry for _, entry in counted(session) if entry.study_day == day]
    assert row.measured.overall.total == len(wanted) > 0
    assert row.measured.overall.passed == 0


def test_the_table_takes_as_many_queries_for_many_groups_as_for_one(
    engine: Engine, session: Session
) -> None:
    numbers = []
    for size in (1, 6):
        with write_tx(session):
            for _ in range(size):
                make_review(session, make_card(session))
        for by in By:
            with count_queries(engine) as statements:
                retention_rows(session, asked(session), by=by)
            numbers.append(len(statements))
        session.rollback()
    assert numbers[: len(By)] == numbers[len(By) :]


def test_another_teams_cards_are_in_no_row(session: Session) -> None:
    with write_tx(session):
        other = Team(name="Other", created_at=NOW)
        session.add(other)
        session.flush()
        claim = make_article(session, team_id=other.id).groups[0].claims[0]
        make_card(session, claim)
        mine = make_card(session)
    for by in (By.GROUP, By.ARTICLE, By.KIND, By.TEAM):
        rows = retention_rows(session, asked(session), by=by)
        assert [row.stock.cards for row in rows] == [1], by
    team_id = own_team(session)
    assert group_name(session, team_id=team_id, group_id=claim.group_id) is None
    assert group_name(session, team_id=team_id, group_id=mine.group_id)
    assert claims_of_group(session, asked(session), claim.group_id) == []


@pytest.mark.usefixtures("cards")
def test_of_each_kind_all_claims_count_and_those_with_a_card_of_it(
    session: Session,
) -> None:
    (whole,) = retention_rows(session, asked(session), by=By.TEAM)
    rows = {row.id: row for row in retention_rows(session, asked(session), by=By.KIND)}
    assert {row.stock.claims for row in rows.values()} == {whole.stock.claims}
    assert rows["numeric"].stock.covered < rows["qa"].stock.covered
    assert rows["qa"].stock.covered == whole.stock.covered


def test_a_group_lists_its_weakest_claims_first(session: Session) -> None:
    with write_tx(session):
        claims = make_article(session, groups=(("A.", "B.", "C.", "D."),)).groups[0]
        new, old, half, bare = claims.claims
        make_card(session, new)
        make_review(session, make_card(session, old), rating=Rating.EASY)
        make_review(session, make_card(session, half), rating=Rating.EASY)
        make_card(session, half)
    found = claims_of_group(session, asked(session), claims.id)
    assert [it.claim.id for it in found] == [new.id, half.id, old.id, bare.id]
    assert [it.not_learned for it in found] == [1, 1, 0, 0]
    assert found[0].recall == 0.0
    assert found[1].recall == pytest.approx((found[2].recall or 0) / 2)
    assert found[3].recall is None


def test_a_day_adds_up_its_answers(session: Session) -> None:
    with write_tx(session):
        card = make_card(session)
        make_review(session, card)
        make_review(session, card, at=NOW + timedelta(minutes=11))
        make_review(session, card, at=NOW + timedelta(days=3))
    done = day_done(session, 1, NOW.date())
    assert (done.reviews, done.new_cards, done.duration_ms) == (2, 1, 8_000)
    assert day_done(session, 1, NOW.date() - timedelta(1)).reviews == 0


def test_the_forecast_counts_overdue_today_and_each_due_day_once(
    session: Session, person: Person
) -> None:
    with write_tx(session):
        cards = [make_card(session) for _ in range(4)]
        for card in cards:
            make_review(session, card, rating=Rating.EASY)
        start = datetime(2026, 3, 5, 4, tzinfo=UTC)
        moments = (
            start - timedelta(days=3),
            start + timedelta(hours=23),
            start + timedelta(days=1),
            start + timedelta(days=8),
        )
        for card, due_at in zip(cards, moments, strict=True):
            session.execute(
                sa.update(CardState)
                .where(CardState.card_id == card.id)
                .values(due_at=due_at)
            )
    ahead = forecast(session, person, today=NOW.date(), days=8)
    assert [count for _, count in ahead] == [2, 1, 0, 0, 0, 0, 0, 0]
    assert ahead[0][0] == NOW.date()
