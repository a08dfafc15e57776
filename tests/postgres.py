"""A real PostgreSQL for tests and benchmarks: on localhost; ended by its pid."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


INSTALLED = Path("/usr/lib/postgresql")
SECONDS_TO_START = 60


class NoPostgres(LookupError):
    """This machine has no PostgreSQL, or nobody but root who could run it."""


@dataclass(frozen=True)
class Server:
    """A server that runs: where its programs are, who runs it and on which port it listens."""

    programs: Path
    account: str | None
    port: int

    def new_database(self, name: str) -> str:
        """Make an empty database; its ``DATABASE_URL``."""
        owner = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "wardwise"]
        _run([str(self.programs / "createdb"), *owner, name], account=self.account)
        return f"postgres://wardwise@127.0.0.1:{self.port}/{name}"


@contextmanager
def postgres_server() -> Iterator[Server]:
    """Start a server with an empty cluster; stop it, and throw the cluster away, at the end."""
    programs, account = _programs(), _account()
    folder = Path(tempfile.mkdtemp(prefix="wardwise-postgres-"))
    if account is not None:
        shutil.chown(folder, account)
    cluster = ["-D", str(folder / "cluster")]
    try:
        made = ["--auth=trust", "--username=wardwise", "--encoding=UTF8", "--locale=C", "--no-sync"]
        _run([str(programs / "initdb"), *cluster, *made], account=account)
        port = free_port()
        with open(folder.with_suffix(".log"), "wb") as log:
            process = subprocess.Popen(
                [
                    str(programs / "postgres"),
                    *cluster,
                    *("-h", "127.0.0.1", "-p", str(port), "-k", str(folder)),
                ],
                user=account,
                stdout=log,
                stderr=log,
                cwd=folder,
            )
            try:
                _wait_for(port, programs, process)
                yield Server(programs, account, port)
            finally:
                process.send_signal(signal.SIGINT)  # fast: ends open sessions, then itself
                process.wait(timeout=60)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        folder.with_suffix(".log").unlink(missing_ok=True)


def _programs() -> Path:
    found = sorted(INSTALLED.glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("postgres")
    if on_path is None:
        raise NoPostgres("no PostgreSQL is installed here (Debian: apt-get install postgresql)")
    return Path(on_path).resolve().parent


def _account() -> str | None:
    """Nobody else where we are not root; PostgreSQL refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    for name in ("postgres", "nobody"):
        if name in names:
            return name
    raise NoPostgres("PostgreSQL is not run by root, and there is no other account here")


def free_port() -> int:
    """A port on localhost that nobody listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _run(command: list[str], *, account: str | None) -> None:
    subprocess.run(command, user=account, check=True, capture_output=True, cwd="/")


def _wait_for(port: int, programs: Path, process: subprocess.Popen[bytes]) -> None:
    ready = [str(programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    end = time.monotonic() + SECONDS_TO_START
    while subprocess.run(ready, check=False).returncode != 0:
        if process.poll() is not None or time.monotonic() > end:
            raise NoPostgres("PostgreSQL did not start; its log is beside its folder")
        time.sleep(0.1)
