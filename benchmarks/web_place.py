"""The web application as a council would run it, for the benchmarks: a folder, people, a server."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # for what tests and benchmarks share

from tests.postgres import free_port, postgres_server  # noqa: E402
from tests.web.installation import Installation  # noqa: E402


HOST = "127.0.0.1"
SECONDS_TO_START = 240  # on a machine that has much else to do
SEAT = """
from wardwise_web.people.stage import DemoPlay, load_demo
load_demo(DemoPlay(tell=lambda _: None, password="correct horse battery staple"))
"""
SIGN_IN = """
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from wardwise_web.core.permissions.roles import Role
from wardwise_web.people.demo import address
from wardwise_web.people.models import Partnership, Person
from wardwise_web.people.selectors import actor_of, agencies_now
from wardwise_web.people.services import add_person, clear_person, give_role

partnership = Partnership.objects.get()
by = actor_of(Person.objects.get(email=address("administrator")), partnership)
agencies = list(agencies_now(partnership))
told = []
roles = (Role.CONTRIBUTOR, Role.LEAD, Role.ANALYST, Role.BOARD, Role.CONTRIBUTOR)
for n in range(USERS):
    seat = n % len(roles)  # whoever has the same seat finds the same pages
    role = roles[seat]
    person = add_person(
        partnership=partnership, email=f"user{n}@exampleshire.example", name=f"User {n}", by=by
    )
    give_role(person=person, agency=agencies[seat], role=role, by=by)
    clear_person(
        person=person, partnership=partnership, marking="OFFICIAL-SENSITIVE", compartments=(), by=by
    )
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    told.append({"seat": f"{role} of {agencies[seat]}", "session": session.session_key})
print(json.dumps(told))
"""


@dataclass(frozen=True)
class Asked:
    """An answer: its status, its words, where it leads, and how long it took."""

    status: int
    text: str
    leads_to: str
    seconds: float


@contextmanager
def installation(database: str) -> Iterator[Installation]:
    """A whole one with Exampleshire in it, on ``sqlite`` or ``postgresql``; thrown away after."""
    with tempfile.TemporaryDirectory(prefix="wardwise-load-") as name:
        home = Path(name) / "home"
        if database == "sqlite":
            place = Installation(home)
            _seat(place)
            yield place
            return
        with postgres_server() as server:
            place = Installation(home, server.new_database("load"))
            _seat(place)
            yield place


def _seat(place: Installation) -> None:
    place.command("migrate", "-v", "0")
    place.python(SEAT)


def signed_in(place: Installation, users: int) -> list[dict[str, str]]:
    """People who are signed in: each with a seat and the cookie of a session."""
    told: list[dict[str, str]] = json.loads(
        place.python(f"USERS = {users}\n{SIGN_IN}").splitlines()[-1]
    )
    return told


@contextmanager
def served(place: Installation, *, settings: str = "") -> Iterator[int]:
    """gunicorn with two workers of four threads, as the how-to says; its port."""
    port = free_port()
    here = str(Path(__file__).resolve().parent)
    environment = {**place.environment, "WARDWISE_SECOND_FACTOR": "0"}
    environment["PYTHONPATH"] = os.pathsep.join([here, os.environ.get("PYTHONPATH", "")])
    environment |= {"DJANGO_SETTINGS_MODULE": settings} if settings else {}
    command = [sys.executable, "-m", "gunicorn", "--bind", f"{HOST}:{port}", "--workers=2"]
    command += ["--threads=4", "--worker-class=gthread", "--log-level=error"]
    command += ["--no-control-socket", "wardwise_web.config.wsgi"]
    with (
        open(place.home / "server.log", "wb") as log,
        subprocess.Popen(command, env=environment, stdout=log, stderr=log) as server,
    ):
        try:
            _wait_for(port)
            yield port
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait_for(port: int) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            ask(port, "/accessibility/")
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


def ask(
    port: int, address: str, *, cookies: str = "", form: str | None = None, **told: Any
) -> Asked:
    """One question and its whole answer, as a browser would put it."""
    link = http.client.HTTPConnection(HOST, port, timeout=30)
    headers = {"Cookie": cookies, **told}
    if form is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    began = time.perf_counter()
    try:
        link.request("GET" if form is None else "POST", address, body=form, headers=headers)
        answer = link.getresponse()
        words = answer.read()
    finally:
        link.close()
    took = time.perf_counter() - began
    is_page = answer.getheader("Content-Type", "").startswith("text/html")
    text = words.decode("utf-8", "replace") if is_page else ""
    return Asked(answer.status, text, answer.getheader("Location", ""), took)
