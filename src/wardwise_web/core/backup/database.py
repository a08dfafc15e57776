"""The database as one file: SQLite's own copy while people write, or PostgreSQL's dump."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any


NAME = "database"


class NoProgram(LookupError):
    """PostgreSQL's own programs are not on this machine."""


class DatabaseRefused(Exception):
    """What PostgreSQL's program said."""


def copy_database(database: Mapping[str, Any], *, to: Path) -> None:
    """Write a consistent copy of one moment."""
    if is_sqlite(database):
        with (
            closing(sqlite3.connect(f"file:{database['NAME']}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(to)) as target,
        ):
            source.backup(target)
    else:
        _run("pg_dump", database, ["--format=custom", f"--file={to}", str(database["NAME"])])


def put_back(database: Mapping[str, Any], *, copy: Path) -> None:
    """Fill an empty place from a copy."""
    if is_sqlite(database):
        shutil.copyfile(copy, str(database["NAME"]))
    else:
        # one transaction: a restore that fails half-way leaves the empty place empty
        options = ["--single-transaction", "--no-owner", f"--dbname={database['NAME']}"]
        _run("pg_restore", database, [*options, str(copy)])


def is_sqlite(database: Mapping[str, Any]) -> bool:
    """Which of the two it is."""
    return str(database["ENGINE"]).endswith("sqlite")


def _run(program: str, database: Mapping[str, Any], options: list[str]) -> None:
    server = [f"--host={database['HOST']}", f"--port={database['PORT'] or 5432}"]
    server += [f"--username={database['USER']}"]
    # by the environment and not as an argument, where everybody on the machine could read it
    secret = {"PGPASSWORD": str(database["PASSWORD"] or "")}
    done = subprocess.run(
        [_found(program), *server, *options],
        env={**os.environ, **secret},
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        first = (done.stderr.strip().splitlines() or ["it did not say why"])[0]
        raise DatabaseRefused(f"{program} on {database['NAME']}: {first}")


def _found(program: str) -> str:
    on_path = shutil.which(program)
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    if on_path is None and not installed:
        raise NoProgram(f"{program} is not here: install PostgreSQL's client programs.")
    return str(installed[-1]) if installed else str(on_path)
