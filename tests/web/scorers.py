"""Twenty scorers who mark at once, over real HTTP: set up, played, and counted afterwards."""

from __future__ import annotations

import http.client
import json
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.web.installation import Installation
from tests.web.site import Site


SCORERS, MARKS, DOUBLED = 20, 60, 6
TOKEN = "a" * 32  # the cookie and the header of one browser have to agree; both are ours here
PREPARE = "from tests.web.scorers import prepare; prepare()"
COUNT = "from tests.web.scorers import count; count()"


@dataclass(frozen=True)
class Browser:
    """A scorer's browser: its session, the pages of their threats, and the factors' names."""

    number: int
    cookies: tuple[str, str]  # what the session's and the token's cookies are called
    session: str
    pages: tuple[str, ...]
    factors: tuple[str, ...]

    def mark(self, n: int) -> tuple[str, str, int]:
        """Page, factor and value of the scorer's n-th mark: each place once."""
        page, factor = list(product(self.pages, self.factors))[n]
        return page, factor, 1 + (n + self.number) % 4

    def presses_twice(self, n: int) -> bool:
        """Whether the n-th mark is pressed twice: now one scorer, now another, as fingers slip."""
        return (n + self.number) % (MARKS // DOUBLED) == 0


@dataclass(frozen=True)
class Played:
    """What came of it: the seconds of every answer, and those that were no success."""

    seconds: tuple[float, ...]
    failures: tuple[str, ...]
    marks: int
    places: int
    wrong: int
    audited: int
    chain_is_whole: bool

    def quantile(self, share: float) -> float:
        """The time within which that share of the answers came."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def set_up(installation: Installation) -> list[Browser]:
    """Tables, people, and an open round."""
    installation.command("migrate", "-v", "0")
    told = installation.python(PREPARE).splitlines()
    (installation.home / "demo-sign-ins.txt").write_text("nobody signs in by password", "utf-8")
    rows = json.loads(next(line for line in told if line.startswith("[")))
    return [
        Browser(n, row["cookies"], row["session"], tuple(row["pages"]), tuple(row["factors"]))
        for n, row in enumerate(rows)
    ]


def play(site: Site, browsers: list[Browser]) -> Played:
    """Everybody begins at once; some marks are pressed twice at the same moment."""
    seconds: list[float] = []
    failures: list[str] = []
    start = threading.Barrier(len(browsers) + 1)

    def one(browser: Browser) -> None:
        start.wait()
        with ThreadPoolExecutor(2) as fingers:
            for n in range(MARKS):
                presses = [n] * (2 if browser.presses_twice(n) else 1)
                for answer in fingers.map(partial(_press, site, browser), presses):
                    seconds.append(answer[0])
                    if answer[1] != "200":
                        failures.append(f"scorer {browser.number}, mark {n}: {answer[1]}")

    threads = [threading.Thread(target=one, args=(browser,)) for browser in browsers]
    for thread in threads:
        thread.start()
    start.wait()
    for thread in threads:
        thread.join()
    told = site.installation.python(COUNT).splitlines()
    counted = json.loads(next(line for line in told if line.startswith("{")))
    return Played(tuple(seconds), tuple(failures), **counted)


def _press(site: Site, browser: Browser, n: int) -> tuple[float, str]:
    """The seconds of one answer, and its status or what stood in the way."""
    page, factor, value = browser.mark(n)
    posted = urlencode({f"{factor}-value": value, f"{factor}-reason": reason(browser.number, n)})
    headers = {
        "Cookie": f"{browser.cookies[0]}={browser.session}; {browser.cookies[1]}={TOKEN}",
        "X-CSRFToken": TOKEN,
        "X-Saves": "at-once",
        "Content-Type": "application/x-www-form-urlencoded",
        "Connection": "close",
    }
    where, began = urlsplit(site.address), time.perf_counter()
    line = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)
    try:
        line.request("POST", page, posted, headers)
        answer = line.getresponse()
        answer.read()
        status = str(answer.status)
    except (OSError, http.client.HTTPException) as fault:
        status = type(fault).__name__
    finally:
        line.close()
    return time.perf_counter() - began, status


def reason(scorer: int, n: int) -> str:
    """Words by which a mark is known again."""
    return f"scorer {scorer}, mark {n}"


def prepare() -> None:
    """In the installation's own process: twenty scorers of five agencies and an open round."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.urls import reverse

    from wardwise_web.people.demo import load
    from wardwise_web.people.stage import DemoPlay
    from wardwise_web.priorities.selectors import panel_criteria, scorers_of
    from wardwise_web.priorities.states import RoundState
    from wardwise_web.priorities.tests.conftest import set_up as set_up_round
    from wardwise_web.priorities.tests.conftest import to

    play = DemoPlay(tell=lambda _: None, password="correct horse battery staple")
    load(play)
    panel = [(f"scorer-{n}", agency) for n, agency in _seats(play)]
    names = ("Robbery", "Fire", "Shoplifting", "Burglary", "Fly-tipping", "Modern slavery")
    scoring = to(play, set_up_round(play, panel=panel, names=names), RoundState.OPEN)
    factors = [f"c{one.pk}" for one in panel_criteria(scoring)]
    rows = []
    for place in scorers_of(scoring).order_by("pk"):
        session = SessionStore()
        session[SESSION_KEY] = str(place.person_id)
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = place.person.get_session_auth_hash()
        session.create()
        parts = (play.partnership.slug, scoring.pk, place.pk)
        pages = [
            reverse("score_threat", args=[*parts, threat.pk]) for threat in scoring.threats.all()
        ]
        cookies = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
        row = {"cookies": cookies, "session": session.session_key, "pages": pages}
        rows.append(row | {"factors": factors})
    sys.stdout.write(json.dumps(rows))


def _seats(play: Any) -> list[tuple[int, str]]:
    """Somebody new for each place on the panel, four of each of five agencies."""
    from wardwise_web.core.permissions.roles import Role
    from wardwise_web.people.services import add_person, give_role

    by, made = play.actor("administrator"), []
    for n in range(SCORERS):
        agency = ("council", "police", "fire", "health", "probation")[n % 5]
        email = f"scorer-{n}@exampleshire.example"
        person = add_person(partnership=play.partnership, email=email, name=f"Scorer {n}", by=by)
        give_role(person=person, agency=play.agencies[agency], role=Role.CONTRIBUTOR, by=by)
        play.people[f"scorer-{n}"] = person
        made.append((n, agency))
    return made


def count() -> None:
    """In the installation's own process: what was kept, and whether the audit is whole."""
    from pathlib import Path

    from django.conf import settings

    from wardwise_web.core.audit.models import AuditEvent, ChainHead
    from wardwise_web.core.audit.verify import verify
    from wardwise_web.core.audit.witness import witnessed
    from wardwise_web.priorities.models import Mark, Scorer

    order = {
        pk: n for n, pk in enumerate(Scorer.objects.order_by("pk").values_list("pk", flat=True))
    }
    rows = list(Mark.objects.all())
    wrong = sum(
        one.value != 1 + (int(one.reason.rsplit(" ", 1)[1]) + order[one.scorer_id]) % 4
        or not one.reason.startswith(f"scorer {order[one.scorer_id]},")
        for one in rows
    )
    head = ChainHead.objects.get(id=1)
    verdict = verify(
        AuditEvent.objects.values(),
        head=(head.sequence, head.hash),
        witness=witnessed(Path(settings.WITNESS)),
    )
    found = {
        "marks": len(rows),
        "places": len({(one.scorer_id, one.threat_id, one.criterion_id) for one in rows}),
        "wrong": wrong,
        "audited": AuditEvent.objects.filter(event="score.marked").count(),
        "chain_is_whole": not verdict.faults,
    }
    sys.stdout.write(json.dumps(found))
