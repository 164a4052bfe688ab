"""The one child process that reads and writes at length, and ends when idle."""

import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, wait
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from typing import Any

from app.domain.article import Article, Reading
from app.domain.card import Written
from app.domain.claims.comparing import Matches, compare_article
from app.domain.claims.duplicates import AskedCard
from app.domain.claims.matching import KnownClaim
from app.domain.errors import InputError
from app.domain.reading import read_text
from app.domain.writing import NO_TASTES, Position, Tastes, write_claims

#: Seconds without work after which the child ends and its memory is free again.
IDLE_SECONDS = 60.0
#: Seconds that one claim may take before the child is given up.
SECONDS_PER_CLAIM = 20.0
#: Seconds that loading the models may take on top.
LOADING_SECONDS = 60.0

#: Characters that are read in a second, at the very least.
READ_PER_SECOND = 20_000
#: Claims and cards of a team that are compared in a second, at the very least.
COMPARED_PER_SECOND = 100
#: Seconds between two looks whether the work is still wanted.
LOOK_SECONDS = 0.5
#: Seconds between two looks of the child for its parent.
WATCH_SECONDS = 0.5


class WriterEndedError(Exception):
    """The process is ending: what is unwritten is left to the next one."""


class WriterChild:
    """Writes cards, reads and compares texts in a spawned process; one at a time."""

    def __init__(self) -> None:
        self._is_ended = False
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._timer: threading.Timer | None = None

    def write(
        self,
        article: Article,
        wanted: Sequence[Position],
        earlier: Sequence[str],
        tastes: Tastes = NO_TASTES,
        known: Sequence[str] = (),
    ) -> Written:
        """Write the cards of the claims at `wanted`, as `write_claims` does.

        Raises InputError when the child takes too long; it is ended then. Raises
        WriterEndedError once `end` was called.
        """
        seconds = LOADING_SECONDS + SECONDS_PER_CLAIM * len(wanted)
        late = (
            "Writing cards took too long and was stopped; what was written until then "
            "is kept."
        )
        written: Written = self._do(
            seconds,
            late,
            lambda: True,
            _write,
            article,
            wanted,
            earlier,
            dict(tastes),
            known,
        )
        return written

    def read(self, text: str, is_wanted: Callable[[], bool]) -> Reading | None:
        """Read a text as `read_text` does; None once it is no longer wanted.

        Raises as `write` does, and what `read_text` raises.
        """
        seconds = LOADING_SECONDS + len(text) / READ_PER_SECOND
        late = "Reading took too long and was stopped; nothing was imported."
        reading: Reading | None = self._do(seconds, late, is_wanted, read_text, text)
        return reading

    def compare(
        self,
        article_id: int,
        claims: Sequence[KnownClaim],
        cards: Sequence[AskedCard],
        is_wanted: Callable[[], bool],
    ) -> Matches | None:
        """Compare as `compare_article` does; None once it is no longer wanted.

        Raises as `write` does.
        """
        seconds = LOADING_SECONDS + (len(claims) + len(cards)) / COMPARED_PER_SECOND
        late = "Comparing with other articles took too long and was stopped."
        matches: Matches | None = self._do(
            seconds, late, is_wanted, compare_article, article_id, claims, cards
        )
        return matches

    def _do(
        self,
        seconds: float,
        late: str,
        is_wanted: Callable[[], bool],
        work: Callable[..., Any],
        *arguments: Any,
    ) -> Any:
        with self._lock:
            self._stop_timer()
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    1,
                    mp_context=get_context("spawn"),
                    initializer=_live_with,
                    initargs=(os.getpid(),),
                )
            future = self._pool.submit(work, *arguments)
            until = time.monotonic() + seconds
            try:
                while is_wanted():
                    self._raise_if_ended()
                    left = max(until - time.monotonic(), 0.0)
                    if wait([future], min(left, LOOK_SECONDS)).done:
                        return future.result()
                    if time.monotonic() >= until:
                        break
                else:
                    late = ""
            except InputError:
                # The work's own refusal: the child is well.
                raise
            except BaseException:
                self._end(kill=True)
                self._raise_if_ended()
                raise
            finally:
                self._start_timer()
            self._end(kill=True)
            if late:
                raise InputError(late)
            return None

    def end(self) -> None:
        """End the child for good, in the middle of its work if need be."""
        self._is_ended = True
        # Whoever waits for the child holds the lock until it is gone.
        for process in _processes_of(self._pool):
            process.kill()
        self.close()

    def close(self) -> None:
        """End the child when its work is done; the next work starts another."""
        with self._lock:
            self._stop_timer()
            self._end(kill=False)

    def _end(self, *, kill: bool) -> None:
        pool, self._pool = self._pool, None
        if pool is None:
            return
        if kill:
            for process in _processes_of(pool):
                process.kill()
        # A killed one is waited for too: when this returns, the child is gone.
        pool.shutdown(wait=True, cancel_futures=True)

    def _raise_if_ended(self) -> None:
        if self._is_ended:
            raise WriterEndedError

    def _start_timer(self) -> None:
        if self._pool is not None:
            self._timer = threading.Timer(IDLE_SECONDS, self._end_if_idle)
            self._timer.daemon = True
            self._timer.start()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _end_if_idle(self) -> None:
        # Held while somebody writes: then the child is not idle after all.
        if self._lock.acquire(blocking=False):
            try:
                self._end(kill=False)
            finally:
                self._lock.release()


#: The child of this process.
writer_child = WriterChild()


def _processes_of(pool: ProcessPoolExecutor | None) -> list[BaseProcess]:
    found = (pool._processes or {}) if pool is not None else {}
    return list(found.values())


def _live_with(parent: int) -> None:
    # Ctrl-C reaches the whole group; the parent ends the child in good order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this child when its parent is gone, however it went: nobody else would."""
    while os.getppid() == parent:
        time.sleep(WATCH_SECONDS)
    os._exit(1)


def _write(
    article: Article,
    wanted: Sequence[Position],
    earlier: Sequence[str],
    tastes: Tastes,
    known: Sequence[str],
) -> Written:
    """Run in the child, where the models are loaded once."""
    from app.language.pipelines import load_pipelines

    return write_claims(
        article,
        wanted,
        load_pipelines(),
        earlier=earlier,
        tastes=tastes,
        known=known,
    )
