"""The one way to write: one transaction, begun before its first read."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from app.store.engine import WAITED, WRITES, write_turn


@contextmanager
def write_tx(session: Session) -> Iterator[None]:
    """Commit what happens inside, or roll all of it back if anything raises.

    What the session read before belongs to an older snapshot: it is dropped, so that
    everything is read again under the lock. Raises `sqlalchemy.exc.OperationalError`
    when others hold the database for longer than `BUSY_TIMEOUT_S`.
    """
    engine = session.get_bind()
    assert isinstance(engine, Engine)  # noqa: S101 - narrows the type
    session.rollback()
    with write_turn(engine) as waited:
        try:
            session.connection(execution_options={WRITES: True, WAITED: waited})
            yield
            session.commit()
        except BaseException:
            session.rollback()
            raise
