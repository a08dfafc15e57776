"""Django's backend for SQLite, with the writers of one process in a queue before its lock.

SQLite lets one writer in at a time. The others try again after naps that grow to a tenth of a
second, and whoever naps is overtaken: of twenty who mark at once one in twenty waited over a
second. A thread that waits for its turn here is woken when the turn comes, so that only as many
processes as there are still meet at the file, and there they ask again every millisecond.
"""

from __future__ import annotations

from collections import defaultdict
from threading import Lock
from time import monotonic
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base


_turns: defaultdict[str, Lock] = defaultdict(Lock)  # by the file that is written to


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection: takes its turn before a transaction, gives it back at the end of it."""

    _has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        try:
            self._begin()
        except BaseException:
            self._give_turn_back()
            raise

    def _begin(self) -> None:
        """Ask for the lock every millisecond: SQLite's own naps grow to a tenth of a second."""
        gives_up = monotonic() + self._patience
        self.connection.execute("PRAGMA busy_timeout=1")
        try:
            while True:
                try:
                    super()._start_transaction_under_autocommit()  # type: ignore[misc]
                    return
                except OperationalError as told:
                    if "locked" not in str(told) or monotonic() > gives_up:
                        raise
        finally:
            self.connection.execute(f"PRAGMA busy_timeout={int(self._patience * 1000)}")

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]
        if autocommit:
            self._give_turn_back()

    def _commit(self) -> Any:
        done = super()._commit()  # type: ignore[misc]
        self._give_turn_back()  # not after a commit that failed: it is rolled back next
        return done

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._give_turn_back()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]
        finally:
            self._give_turn_back()

    def _take_turn(self) -> None:
        if not self._turn.acquire(timeout=self._patience):
            raise OperationalError("database is locked")
        self._has_turn = True

    def _give_turn_back(self) -> None:
        if self._has_turn:
            self._has_turn = False
            self._turn.release()

    @property
    def _patience(self) -> float:  # seconds
        return float(self.settings_dict["OPTIONS"].get("timeout", 5.0))

    @property
    def _turn(self) -> Lock:
        return _turns[str(self.settings_dict["NAME"])]
