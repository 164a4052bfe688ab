"""The one child process that holds the language models, and ends when idle."""

import os
import signal
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

from app.domain.article import Article
from app.domain.card import Written
from app.domain.errors import InputError
from app.domain.writing import Position, write_claims

#: Seconds without work after which the child ends and its memory is free again.
IDLE_SECONDS = 60.0
#: Seconds that one claim may take before the child is given up.
SECONDS_PER_CLAIM = 20.0
#: Seconds that loading the models may take on top.
LOADING_SECONDS = 60.0

#: Seconds between two looks of the child for its parent.
WATCH_SECONDS = 0.5


class WriterEndedError(Exception):
    """The process is ending: what is unwritten is left to the next one."""


class WriterChild:
    """Writes cards in a spawned process; one at a time, whoever asks."""

    def __init__(self) -> None:
        self._is_ended = False
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._timer: threading.Timer | None = None

    def write(
        self, article: Article, wanted: Sequence[Position], earlier: Sequence[str]
    ) -> Written:
        """Write the cards of the claims at `wanted`.

        Raises InputError when the child takes too long; it is ended then. Raises
        WriterEndedError once `end` was called.
        """
        with self._lock:
            self._stop_timer()
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    1,
                    mp_context=get_context("spawn"),
                    initializer=_live_with,
                    initargs=(os.getpid(),),
                )
            future = self._pool.submit(_write, article, wanted, earlier)
            try:
                self._raise_if_ended()
                deadline = LOADING_SECONDS + SECONDS_PER_CLAIM * len(wanted)
                return future.result(deadline)
            except FutureTimeout:
                self._end(kill=True)
                raise InputError(
                    "Writing cards took too long and was stopped; what was written "
                    "until then is kept."
                ) from None
            except BaseException:
                self._end(kill=True)
                self._raise_if_ended()
                raise
            finally:
                self._start_timer()

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
    article: Article, wanted: Sequence[Position], earlier: Sequence[str]
) -> Written:
    """Run in the child, where the models are loaded once."""
    from app.language.pipelines import load_pipelines

    return write_claims(article, wanted, load_pipelines(), earlier=earlier)
