"""Writers of one process follow one another, and no turn is lost."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from copy import deepcopy
from threading import Barrier, Event

import pytest
from django.conf import settings
from django.db import IntegrityError, OperationalError

from wardwise_web.core.sqlite.base import DatabaseWrapper


WRITERS, ROWS = 12, 25


@pytest.fixture
def opened(tmp_path, django_db_blocker):
    """Opens one more connection to a file of our own."""
    common = deepcopy(settings.DATABASES["default"])
    common |= {"NAME": tmp_path / "turns.db", "ATOMIC_REQUESTS": False, "AUTOCOMMIT": True}
    common |= {"CONN_HEALTH_CHECKS": False, "CONN_MAX_AGE": 0, "TIME_ZONE": None}
    options = {"transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL"}

    def connection(timeout=20):
        return DatabaseWrapper(common | {"OPTIONS": options | {"timeout": timeout}}, "turns")

    with django_db_blocker.unblock():
        first = connection()
        with first.cursor() as cursor:
            cursor.execute("CREATE TABLE kept (writer INTEGER, n INTEGER UNIQUE)")
        first.close()
        yield connection


def begin(connection):
    connection.ensure_connection()
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)


def end(connection, *, well=True):
    (connection.commit if well else connection.rollback)()
    connection.set_autocommit(True)


def test_nothing_is_lost_when_many_write_at_once(opened):
    start = Barrier(WRITERS)

    def write(writer):
        connection = opened()
        start.wait()
        for n in range(ROWS):
            begin(connection)
            connection.cursor().execute(
                "INSERT INTO kept VALUES (%s, %s)", [writer, writer * ROWS + n]
            )
            end(connection, well=n % 5 > 0)
        connection.close()

    with ThreadPoolExecutor(WRITERS) as threads:
        list(threads.map(write, range(WRITERS)))
    with opened().cursor() as cursor:
        cursor.execute("SELECT count(*), count(DISTINCT writer) FROM kept")
        assert cursor.fetchone() == (WRITERS * ROWS * 4 // 5, WRITERS)


def test_who_waits_is_let_in_as_soon_as_the_turn_comes(opened):
    has_begun, may_end = Event(), Event()

    def first():
        connection = opened()
        begin(connection)
        has_begun.set()
        may_end.wait(10)
        end(connection)
        connection.close()

    def second():
        connection = opened()
        begin(connection)
        end(connection)
        connection.close()
        return "written"

    with ThreadPoolExecutor(2) as threads:
        one = threads.submit(first)
        has_begun.wait(10)
        other = threads.submit(second)
        assert not other.done()
        may_end.set()
        assert other.result(10) == "written"
        one.result(10)


def test_who_waits_for_too_long_is_told(opened):
    has_begun, may_end = Event(), Event()

    def first():
        connection = opened()
        begin(connection)
        has_begun.set()
        may_end.wait(10)
        end(connection)
        connection.close()

    with ThreadPoolExecutor(1) as threads:
        one = threads.submit(first)
        has_begun.wait(10)
        late = opened(timeout=0.05)
        with pytest.raises(OperationalError, match="database is locked"):
            begin(late)
        may_end.set()
        one.result(10)
        begin(late)  # and may try again
        end(late)
        late.close()


def test_who_waits_for_another_process_is_let_in_and_is_told_after_too_long(opened):
    connection = opened()
    connection.ensure_connection()
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # what another process holds, no turn of ours tells
        impatient = opened(timeout=0.05)
        with pytest.raises(OperationalError, match="locked"):
            begin(impatient)
        impatient.close()
        with ThreadPoolExecutor(1) as threads:
            waits = threads.submit(_begins_and_ends, opened)
            with pytest.raises(TimeoutError):
                waits.result(0.2)
            other.execute("COMMIT")
            assert waits.result(10) == 20_000  # single statements are as patient as before
    connection.close()


def _begins_and_ends(opened):
    connection = opened()
    begin(connection)
    end(connection)
    with connection.cursor() as cursor:
        (patience,) = cursor.execute("PRAGMA busy_timeout").fetchone()
    connection.close()
    return patience


@pytest.mark.parametrize("how", ["rolled back", "closed", "refused"])
def test_a_turn_is_given_back_however_it_ended(opened, how):
    connection = opened()
    begin(connection)
    if how == "refused":
        connection.cursor().execute("INSERT INTO kept VALUES (1, 1)")
        with pytest.raises(IntegrityError):
            connection.cursor().execute("INSERT INTO kept VALUES (1, 1)")
    if how == "closed":
        connection.close()
    else:
        end(connection, well=False)
    other = opened(timeout=0.05)
    begin(other)
    end(other)
    other.close()
