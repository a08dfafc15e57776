"""An installation that is served: gunicorn and the worker, on localhost, ended by their pids."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.web.installation import PASSWORD, Installation


SECONDS_TO_START = 60


@dataclass(frozen=True)
class Site:
    """Where it is served and what its people sign in with."""

    installation: Installation
    address: str
    password: str


@contextmanager
def served(installation: Installation, *, threads: int = 4) -> Iterator[Site]:
    """Serve an installation whose people are seated, with a worker for what takes long."""
    with answering(installation, threads=threads) as site, working(installation):
        yield site


@contextmanager
def answering(installation: Installation, *, threads: int = 4) -> Iterator[Site]:
    """The server alone: what takes long waits for a worker."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = ["gunicorn", "--bind", f"127.0.0.1:{port}", "--workers=2", f"--threads={threads}"]
    server += ["--worker-class=gthread", "--no-control-socket", "wardwise_web.config.wsgi"]
    notes = installation.home / "demo-sign-ins.txt"  # where the whole demo was loaded
    password = notes.read_text("utf-8").split()[-1] if notes.exists() else PASSWORD
    site = Site(installation, f"http://127.0.0.1:{port}", password)
    with _running(installation, server):
        _wait_for(f"{site.address}/sign-in/login/")
        yield site


@contextmanager
def working(installation: Installation) -> Iterator[None]:
    """The worker alone."""
    with _running(installation, ["wardwise_web", "worker", "--interval=0.2"]):
        yield


@contextmanager
def _running(installation: Installation, module: list[str]) -> Iterator[None]:
    child = _started(installation, module)
    try:
        yield
    finally:
        child.terminate()
        child.wait(timeout=30)


def _started(installation: Installation, module: list[str]) -> subprocess.Popen[bytes]:
    with open(installation.home / f"{module[0]}.log", "wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", *module],
            env=installation.environment | {"WARDWISE_SECOND_FACTOR": "0"},
            stdout=log,
            stderr=log,
        )


def _wait_for(address: str) -> None:
    for _ in range(SECONDS_TO_START * 5):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError(f"Nothing answered at {address}.")
