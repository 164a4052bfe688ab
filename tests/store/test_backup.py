import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from app.domain.errors import InputError
from app.services.check_library import check_library
from app.store import backup, migrating
from app.store.backup import back_up, database_file, migrate_safely, restore, verify
from app.store.engine import create_engine, sqlite_module
from app.store.models import Article, ReviewEntry
from app.store.writing import write_tx
from tests.factories import make_article, make_card, make_review

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

#: Seconds: far more than the wait that the tests set, far less than for ever.
_BOUND_S = 5


@pytest.fixture
def library(session: Session, database_url: str) -> Path:
    """The file of a library that holds an article and a review."""
    with write_tx(session):
        article = make_article(session, title="Rents")
        make_review(session, make_card(session, article.groups[0].claims[0]))
    return database_file(make_url(database_url))


@pytest.fixture
def copy(library: Path, tmp_path: Path) -> Path:
    target = tmp_path / "copies" / "copy.sqlite"
    target.parent.mkdir()
    back_up(library, target)
    return target


def titles(file: Path) -> list[str]:
    engine = create_engine(f"sqlite:///{file}")
    with Session(engine) as session:
        found = list(session.scalars(sa.select(Article.title).order_by(Article.id)))
    engine.dispose()
    return found


def run(file: Path, *statements: str) -> None:
    connection = sqlite_module().connect(file)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_copy_is_whole_and_one_file(copy: Path) -> None:
    verify(copy)
    assert titles(copy) == ["Rents"]


def test_verifying_leaves_no_trace(copy: Path) -> None:
    before = copy.read_bytes(), copy.stat().st_mtime_ns
    verify(copy)
    assert (copy.read_bytes(), copy.stat().st_mtime_ns) == before
    assert [it.name for it in copy.parent.iterdir()] == ["copy.sqlite"]


def test_a_name_with_signs_of_an_address_is_a_name(
    library: Path, tmp_path: Path
) -> None:
    target = tmp_path / "50% off? #1 – copy.sqlite"
    back_up(library, target)
    verify(target)
    restore(target, tmp_path / "other #2.sqlite")
    assert titles(tmp_path / "other #2.sqlite") == ["Rents"]


def test_nothing_is_overwritten(library: Path, copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(InputError, match="is already there; nothing was overwritten"):
        back_up(library, copy)
    assert copy.read_bytes() == before


def test_a_copy_that_cannot_be_written_is_refused(
    library: Path, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="cannot be written: No such file"):
        back_up(library, tmp_path / "nowhere" / "copy.sqlite")
    copy = tmp_path / "copies"
    copy.mkdir()
    run(library, "DROP TABLE reviews")
    with pytest.raises(InputError, match="not one of Prebrief"):
        back_up(library, copy / "copy.sqlite")
    assert list(copy.iterdir()) == []


def test_a_copy_made_during_writes_holds_all_that_was_written_before_it(
    session: Session, library: Path, tmp_path: Path
) -> None:
    with write_tx(session):
        card_id = make_card(session).id
    stop = threading.Event()
    engine = session.get_bind()

    def answer() -> None:
        from app.store.models import Card

        with Session(engine) as writer:
            while not stop.is_set():
                with write_tx(writer):
                    make_review(writer, writer.get_one(Card, card_id))

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        for number in range(5):
            session.rollback()
            acknowledged = set(session.scalars(sa.select(ReviewEntry.id)))
            session.rollback()
            target = tmp_path / f"copy{number}.sqlite"
            back_up(library, target)
            verify(target)
            copied = create_engine(f"sqlite:///{target}")
            with Session(copied) as reader:
                assert acknowledged <= set(reader.scalars(sa.select(ReviewEntry.id)))
                assert check_library(reader) == []
            copied.dispose()
    finally:
        stop.set()
        thread.join()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda data: data[: len(data) // 2], "damaged"),
        (lambda data: data[:-1], "damaged"),
        (lambda data: data[:90], "damaged"),
        (lambda data: data + b"\0", "damaged"),
        (lambda data: data[:10], "is no copy of a library"),
        (lambda _: b"", "is no copy of a library"),
        (lambda _: b"Rents fell by 4%.\n" * 500, "is no copy of a library"),
    ],
)
def test_a_copy_cut_off_or_foreign_is_refused_and_the_library_stays(
    library: Path, copy: Path, spoil: Callable[[bytes], bytes], reason: str
) -> None:
    copy.write_bytes(spoil(copy.read_bytes()))
    with pytest.raises(InputError, match=reason):
        verify(copy)
    with pytest.raises(InputError, match=reason):
        restore(copy, library)
    assert titles(library) == ["Rents"]
    assert not library.with_name(f"{library.name}.before-restore").exists()


def test_every_flipped_bit_is_found(library: Path, copy: Path) -> None:
    whole = copy.read_bytes()
    dice = Random(7)
    places = [*range(100), *(dice.randrange(len(whole)) for _ in range(200))]
    passed = []
    for place in places:
        data = bytearray(whole)
        data[place] ^= 1 << dice.randrange(8)
        copy.write_bytes(data)
        try:
            verify(copy)
        except InputError:
            continue
        passed.append(place)
    assert passed == []
    copy.write_bytes(whole)
    verify(copy)


@pytest.mark.parametrize(
    ("statements", "reason"),
    [
        (("DROP TABLE reviews",), "is a database, but not one of Prebrief"),
        (("DROP TABLE alembic_version",), "is a database, but not one of Prebrief"),
        (("UPDATE reviews SET card_id = 99",), "has 1 rows that point at nothing"),
        (("UPDATE alembic_version SET version_num = 'f'",), "by a newer Prebrief"),
    ],
)
def test_an_unsealed_file_is_judged_by_its_content(
    library: Path, tmp_path: Path, statements: tuple[str, ...], reason: str
) -> None:
    plain = tmp_path / "plain.sqlite"
    source = sqlite_module().connect(library)
    target = sqlite_module().connect(plain)
    source.backup(target)
    source.close()
    target.close()
    verify(plain)
    run(plain, *statements)
    with pytest.raises(InputError, match=reason):
        verify(plain)


def test_an_unsealed_file_with_a_page_of_nothing_is_damaged(
    library: Path, session: Session, tmp_path: Path
) -> None:
    session.close()
    session.get_bind().engine.dispose()
    # Pages that a migration left free hold nothing anyway.
    run(library, "VACUUM")
    whole = library.read_bytes()
    page = 4096
    for number in range(1, len(whole) // page):
        before, after = whole[: number * page], whole[(number + 1) * page :]
        library.write_bytes(before + bytes(page) + after)
        with pytest.raises(InputError, match="is damaged"):
            verify(library)


def test_what_is_no_file_is_refused(library: Path, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(InputError, match="There is no file"):
            verify(path)


def test_a_copy_is_put_back_and_the_old_library_kept(
    session: Session, library: Path, copy: Path
) -> None:
    with write_tx(session):
        make_article(session, title="Since then")
    session.close()
    session.get_bind().engine.dispose()
    restore(copy, library)
    assert titles(library) == ["Rents"]
    kept = library.with_name(f"{library.name}.before-restore")
    assert titles(kept) == ["Rents", "Since then"]
    # What is restored carries no seal: it goes on changing.
    verify(library)
    run(library, "UPDATE articles SET title = 'Changed'")
    verify(library)


def test_a_copy_can_be_put_where_nothing_is(copy: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "instance" / "library.sqlite"
    restore(copy, target)
    assert titles(target) == ["Rents"]
    assert [it.name for it in target.parent.glob("*.before-restore")] == []


def test_a_library_in_use_is_not_replaced(
    session: Session, library: Path, copy: Path
) -> None:
    session.scalars(sa.select(Article)).all()
    with pytest.raises(InputError, match="The library is in use"):
        restore(copy, library)
    session.rollback()  # a connection in the pool is one that a server has
    with pytest.raises(InputError, match="The library is in use"):
        restore(copy, library)
    assert titles(library) == ["Rents"]


def test_a_library_that_cannot_be_read_makes_way_as_it_is(
    session: Session, library: Path, copy: Path
) -> None:
    session.close()
    session.get_bind().engine.dispose()
    library.write_bytes(b"no database any more " * 1000)
    restore(copy, library)
    assert titles(library) == ["Rents"]
    kept = library.with_name(f"{library.name}.before-restore")
    assert kept.read_bytes().startswith(b"no database any more")


def test_a_second_restore_keeps_the_library_before_it(
    session: Session, library: Path, copy: Path
) -> None:
    session.close()
    session.get_bind().engine.dispose()
    restore(copy, library)
    run(library, "UPDATE articles SET title = 'Changed'")
    restore(copy, library)
    kept = library.with_name(f"{library.name}.before-restore")
    assert (titles(library), titles(kept)) == (["Rents"], ["Changed"])


def test_postgresql_has_its_own_ways(library: Path) -> None:
    url = make_url("postgresql+psycopg://localhost/prebrief")
    with pytest.raises(InputError, match="pg_dump"):
        database_file(url)


def test_a_migration_that_fails_leaves_the_library_as_it_was(
    session: Session, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.close()
    engine = session.get_bind().engine

    def fail(*_: object) -> None:
        run(library, "DROP TABLE withdrawals", "UPDATE articles SET title = 'Half'")
        raise RuntimeError("in the middle")

    monkeypatch.setattr(migrating, "upgrade", fail)
    with pytest.raises(RuntimeError, match="in the middle"):
        migrate_safely(engine)
    assert titles(library) == ["Rents"]
    assert migrating.current(engine) == migrating.head()
    assert migrating.differences(engine) == []
    run(library, "UPDATE articles SET title = 'Later'")
    verify(library)


def test_a_library_that_another_keeps_for_itself_is_not_waited_for_without_end(
    session: Session, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.close()
    session.get_bind().engine.dispose()
    monkeypatch.setattr(backup, "BUSY_TIMEOUT_S", 0.1)
    target = tmp_path / "copy.sqlite"
    with holder(library, "PRAGMA locking_mode = EXCLUSIVE"):
        begun = time.monotonic()
        with pytest.raises(InputError, match="in use by another process"):
            back_up(library, target)
        assert time.monotonic() - begun < _BOUND_S
    assert not target.exists()
    back_up(library, target)


def test_a_migration_waits_a_bounded_time_and_takes_nothing_back_that_others_wrote(
    session: Session, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.close()
    engine = session.get_bind().engine
    migrating.downgrade(engine, "-1")
    old = migrating.current(engine)
    engine.dispose()
    monkeypatch.setattr(backup, "BUSY_TIMEOUT_S", 0.1)
    monkeypatch.setattr("app.store.engine.BUSY_TIMEOUT_S", 0.1)
    with holder(library, "PRAGMA locking_mode = NORMAL") as connection:
        connection.execute("UPDATE articles SET title = 'Meanwhile'")
        begun = time.monotonic()
        with pytest.raises(InputError, match="in use by another process"):
            migrate_safely(engine)
        assert time.monotonic() - begun < _BOUND_S
        connection.commit()
    assert (titles(library), migrating.current(engine)) == (["Meanwhile"], old)
    migrate_safely(engine)
    assert migrating.current(engine) == migrating.head()


@contextmanager
def holder(library: Path, pragma: str) -> Iterator[Any]:
    """Give a connection that is in the middle of a write to a library."""
    with closing(sqlite_module().connect(library)) as connection:
        connection.execute(pragma)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE teams SET name = name")
        yield connection


def test_a_library_of_a_newer_program_is_refused(
    session: Session, library: Path
) -> None:
    session.close()
    run(library, "UPDATE alembic_version SET version_num = 'f'")
    with pytest.raises(InputError, match="by a newer Prebrief"):
        migrate_safely(session.get_bind().engine)


def test_a_full_disk_is_said(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise sqlite_module().OperationalError("database or disk is full")

    monkeypatch.setattr(backup, "_copy", full)
    with pytest.raises(InputError, match="cannot be copied: database or disk is full"):
        back_up(library, tmp_path / "copy.sqlite")
    shutil.copy(library, tmp_path / "plain.sqlite")
    with pytest.raises(InputError, match="cannot be put back: database or disk"):
        restore(tmp_path / "plain.sqlite", tmp_path / "target.sqlite")
