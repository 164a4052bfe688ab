import re
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app.domain.errors import InputError
from app.store.models import ApiToken, Person, SettingsEntry, Theme
from app.store.queries.people import scheduler_settings
from app.store.writing import write_tx
from app.web.settings.steps import MOST_STEPS, read_steps, write_steps
from tests.support.pages import check_page, get_page, post

FORM: dict[str, Any] = {
    "timezone": "Europe/Berlin",
    "day_start_hour": "5",
    "new_per_day": "7",
    "reviews_per_day": "70",
    "theme": "dark",
    "desired_retention": "0.85",
    "learning_steps": "30s 1h",
    "relearning_steps": "",
    "maximum_interval": "365",
}
SECOND, MINUTE, HOUR, DAY = (timedelta(seconds=s) for s in (1, 60, 3_600, 86_400))


def save(client: FlaskClient, **over: str) -> TestResponse:
    return post(client, "/settings", FORM | over)


def test_what_is_saved_is_in_force_and_shown(
    client: FlaskClient, session: Session, person: Person
) -> None:
    response = save(client, studies_without_asking="y")
    assert (response.status_code, response.location) == (303, "/settings")
    session.rollback()
    session.refresh(person)
    assert (person.timezone, person.is_timezone_confirmed) == ("Europe/Berlin", True)
    assert (person.new_per_day, person.reviews_per_day) == (7, 70)
    assert (person.theme, person.uses_shortcuts) == (Theme.DARK, False)
    assert person.studies_without_asking
    settings = scheduler_settings(session, person.id)
    assert settings.learning_steps == (30 * SECOND, HOUR)
    assert settings.relearning_steps == ()
    assert (settings.desired_retention, settings.maximum_interval) == (0.85, 365)
    assert settings.day_start_hour == 5
    page = get_page(client, "/settings")
    assert 'value="30s 1h"' in page
    assert 'data-theme="dark"' in page
    assert 'data-shortcuts="off"' in page
    assert '<option selected value="Europe/Berlin">' in page


def test_saving_what_is_shown_changes_no_schedule(
    client: FlaskClient, session: Session
) -> None:
    save(client)
    entries = sa.select(sa.func.count(SettingsEntry.seq))
    before = session.scalars(entries).one()
    session.rollback()
    save(client)
    assert session.scalars(entries).one() == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("timezone", "Sea/Atlantis"),
        ("timezone", "../../etc/passwd"),
        ("timezone", ""),
        ("day_start_hour", "24"),
        ("day_start_hour", "-1"),
        ("new_per_day", "many"),
        ("new_per_day", "-1"),
        ("reviews_per_day", "9" * 40),
        ("theme", "pink"),
        ("desired_retention", "0.69"),
        ("desired_retention", "0.991"),
        ("desired_retention", "nan"),
        ("desired_retention", "inf"),
        ("desired_retention", ""),
        ("learning_steps", "soon"),
        ("learning_steps", "0m"),
        ("learning_steps", "31d"),
        ("learning_steps", "10m 1m"),
        ("relearning_steps", "9999999d"),
        ("maximum_interval", "0"),
        ("maximum_interval", "36501"),
    ],
)
def test_what_lies_outside_its_bounds_is_refused_whole(
    client: FlaskClient, session: Session, person: Person, field: str, value: str
) -> None:
    response = save(client, **{field: value})
    assert response.status_code == 400
    check_page(response)
    assert f'href="#{field}"' in response.text
    assert 'value="30s 1h"' in response.text or field == "learning_steps"
    session.rollback()
    session.refresh(person)
    assert (person.timezone, person.new_per_day) == ("UTC", 20)
    assert scheduler_settings(session, person.id).desired_retention == 0.9


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("new_per_day", "many", "Write a whole number from 0 to 9,999."),
        ("new_per_day", "-1", "Write a whole number from 0 to 9,999."),
        ("new_per_day", "", "Write a whole number from 0 to 9,999."),
        ("desired_retention", "high", "Write a number from 0.70 to 0.99."),
        ("desired_retention", "", "Write a number from 0.70 to 0.99."),
        (
            "learning_steps",
            "0s 1m",
            "A learning step lasts from 1 second to 30 days, not 0 seconds.",
        ),
        (
            "relearning_steps",
            "99999d",
            "A relearning step lasts from 1 second to 30 days, not 99,999 days.",
        ),
        (
            "relearning_steps",
            "1h 10m",
            "Steps do not get shorter: 10m comes after 1h.",
        ),
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_is_wrong_with_a_field_is_one_sentence(
    client: FlaskClient, field: str, value: str, sentence: str
) -> None:
    page = save(client, **{field: value}).text
    (error,) = re.findall(rf'id="{field}-error"[^>]*>\s*(.*?)\s*</', page, re.DOTALL)
    assert re.sub(r"<[^>]*>", "", error).strip() == sentence


def test_what_was_typed_stays_in_a_refused_form(client: FlaskClient) -> None:
    response = save(client, learning_steps="1m soon")
    assert 'value="1m soon"' in response.text
    assert "“soon” is no step" in response.text


@pytest.mark.parametrize(("wish", "warned"), [("0.97", False), ("0.98", True)])
def test_a_costly_wish_is_warned_of(
    client: FlaskClient, wish: str, *, warned: bool
) -> None:
    save(client, desired_retention=wish)
    assert ("Above 0.97" in get_page(client, "/settings")) is warned


def test_a_zone_that_nobody_confirmed_is_called_a_guess(client: FlaskClient) -> None:
    assert "a guess until you save" in get_page(client, "/settings")
    save(client)
    assert "a guess until you save" not in get_page(client, "/settings")


def test_the_browsers_zone_holds_until_one_is_confirmed(
    client: FlaskClient, session: Session, person: Person
) -> None:
    assert 'data-zone-guess="UTC"' in get_page(client, "/")
    adopted = post(client, "/settings/timezone", {"timezone": "Asia/Tokyo"})
    assert adopted.status_code == 204
    assert 'data-zone-guess="Asia/Tokyo"' in get_page(client, "/")
    save(client)
    assert "data-zone-guess" not in get_page(client, "/")
    post(client, "/settings/timezone", {"timezone": "Asia/Tokyo"})
    session.rollback()
    session.refresh(person)
    assert person.timezone == "Europe/Berlin"


def test_a_zone_that_there_is_not_is_refused(client: FlaskClient) -> None:
    response = post(client, "/settings/timezone", {"timezone": "Mars/Olympus"})
    assert response.status_code == 400
    assert "“Mars/Olympus” is not the name of a time zone." in response.text


def issue(client: FlaskClient, **form: str) -> TestResponse:
    return post(client, "/settings/tokens", form)


def test_a_token_is_shown_once_and_opens_the_api(client: FlaskClient) -> None:
    response = issue(client, name="Weekly <script>", may_write="y")
    check_page(response)
    assert (response.status_code, response.headers["Cache-Control"]) == (
        201,
        "no-store",
    )
    found = re.search(r'value="(pb_w_[\w-]+)"', response.text)
    assert found
    page = get_page(client, "/settings")
    assert found[1] not in page
    assert "Weekly &lt;script&gt;" in page
    assert "Reads and writes" in page
    bearer = {"Authorization": f"Bearer {found[1]}"}
    assert client.get("/api/v1/cards", headers=bearer).status_code == 200


def test_a_revoked_token_opens_nothing(client: FlaskClient, session: Session) -> None:
    found = re.search(r'value="(pb_r_[\w-]+)"', issue(client, name="old").text)
    assert found
    token_id = session.scalars(sa.select(ApiToken.id)).one()
    session.rollback()
    response = post(client, f"/settings/tokens/{token_id}/revoke")
    assert (response.status_code, response.location) == (303, "/settings#tokens")
    bearer = {"Authorization": f"Bearer {found[1]}"}
    assert client.get("/api/v1/cards", headers=bearer).status_code == 401
    assert "Revoked" in get_page(client, "/settings")


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"name": "  "},
        {"name": "n" * 101},
        {"name": "a\0b"},
        {"name": "a", "days": "0"},
    ],
)
def test_a_token_without_name_or_with_a_bad_end_is_refused(
    client: FlaskClient, session: Session, form: dict[str, str]
) -> None:
    response = issue(client, **form)
    assert response.status_code == 400
    check_page(response)
    assert session.scalars(sa.select(ApiToken.id)).all() == []


def test_another_persons_token_is_not_found(
    client: FlaskClient, session: Session, person: Person
) -> None:
    issue(client, name="mine")
    with write_tx(session):
        other = Person(name="other", created_at=person.created_at, timezone="UTC")
        session.add(other)
        session.flush()
        token = session.scalars(sa.select(ApiToken)).one()
        token.person_id = other.id
        token_id = token.id
    assert "mine" not in get_page(client, "/settings").partition("API tokens")[2]
    response = post(client, f"/settings/tokens/{token_id}/revoke")
    assert response.status_code == 404
    session.refresh(token)
    assert token.revoked_at is None


@pytest.mark.parametrize(
    ("text", "steps", "written"),
    [
        ("1m 10m", (MINUTE, 10 * MINUTE), "1m 10m"),
        ("90s, 24H", (90 * SECOND, DAY), "90s 1d"),
        ("120m", (2 * HOUR,), "2h"),
        ("  ", (), ""),
    ],
)
def test_steps_are_read_as_typed_and_written_in_whole_units(
    text: str, steps: tuple[timedelta, ...], written: str
) -> None:
    assert read_steps(text) == steps
    assert write_steps(steps) == written
    assert read_steps(written) == steps


@pytest.mark.parametrize("text", ["10", "m", "1.5h", "-1m", "1w", "٣m", "12345678s"])
def test_what_is_no_step_is_named(text: str) -> None:
    with pytest.raises(InputError, match=f"“{re.escape(text)}” is no step"):
        read_steps(text)


def test_steps_may_be_alike_and_not_get_shorter() -> None:
    assert read_steps("10m 600s") == (10 * MINUTE, 10 * MINUTE)
    with pytest.raises(InputError, match="1m comes after 10m"):
        read_steps("1m 10m 1m")


def test_there_are_not_too_many_steps() -> None:
    assert len(read_steps("1m " * MOST_STEPS)) == MOST_STEPS
    with pytest.raises(InputError, match="At most"):
        read_steps("1m " * (MOST_STEPS + 1))
