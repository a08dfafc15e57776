"""The real PostgreSQL that other tests rest on: it starts, keeps what it is told, and ends."""

from __future__ import annotations

import psycopg

from tests.postgres import Server


def test_a_real_server_keeps_a_row(postgres: Server) -> None:
    with psycopg.connect(postgres.new_database("kept")) as connection:
        connection.execute("create table words (word text)")
        connection.execute("insert into words values ('burglary')")
        assert connection.execute("select word from words").fetchone() == ("burglary",)
