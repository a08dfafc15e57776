"""Fifty people who are signed in, at once, over the real pages, for two minutes.

gunicorn with two workers of four threads, on loopback, on SQLite or on PostgreSQL. Each person has
a role in an agency and a session. Beforehand the pages are found as a person finds them: by
following links from the arrival page, two steps deep; what is found is sorted into the rooms it
belongs to (the first word of the address), and each step goes to a room by chance, then to a page
of it.
One step in ten writes: a new entry of the horizon scan, with the form that the page gave.
Between two steps a person reads, for three to nine seconds. Every answer is read whole; an error
is an answer of 400 or more, none at all, or a form that came back.

The floor is measured by the same people in the same run: one view that reads one row, on the
same server and database, with nothing between.

    python benchmarks/web_load.py sqlite|postgresql [seconds]    # prints one JSON line
"""

from __future__ import annotations

import json
import random
import re
import resource
import sys
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode, urlsplit

import numpy as np

from web_place import Asked, ask, installation, served, signed_in


GOAL_P95_MS = 500.0
USERS, SECONDS, SEED = 50, 120.0, 5
READS_FOR = (3.0, 9.0)
WRITES = 0.1
STEPS_DEEP, LINKS_A_ROOM = 2, 12
HOME = "/p/exampleshire/"
WRITE_TO = f"{HOME}horizon/add/"
MAY_WRITE = {"analyst", "contributor", "lead"}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
LINK = re.compile(r'href="(/p/exampleshire/[^"#]*)"')
Rooms = dict[str, list[str]]


@dataclass
class Heard:
    """What all of them heard: seconds by room, and what went wrong."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    faults: list[str] = field(default_factory=list)
    writes: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, room: str, address: str, answer: Asked, *, is_well: bool) -> None:
        """Keep one answer."""
        with self.lock:
            self.seconds[room].append(answer.seconds)
            if not is_well:
                self.faults.append(f"{answer.status} {address}")


def pages_of(port: int, cookies: str) -> Rooms:
    """The pages that this person finds by following links, room by room."""
    found: Rooms = defaultdict(list)
    seen, edge = {HOME}, [HOME]
    for _ in range(STEPS_DEEP + 1):
        following: list[str] = []
        for address in edge:
            answer = ask(port, address, cookies=cookies)
            if answer.status != 200 or not answer.text:
                continue
            found[room_of(address)].append(address)
            for link in dict.fromkeys(map(unescape, LINK.findall(answer.text))):
                room = room_of(link)
                many = sum(1 for one in seen if room_of(one) == room) >= LINKS_A_ROOM
                if link not in seen and not many and "form=" not in link:
                    seen.add(link)
                    following.append(link)
        edge = following
    return found


def room_of(address: str) -> str:
    """The first word after the partnership's name."""
    return urlsplit(address).path.removeprefix(HOME).partition("/")[0] or "home"


def write(port: int, cookies: str, heard: Heard) -> None:
    """Fill in a form as it was given, and send it."""
    page = ask(port, WRITE_TO, cookies=cookies)
    token = TOKEN.search(page.text)
    heard.note("horizon (form)", WRITE_TO, page, is_well=token is not None)
    if token is None:
        return
    on = {"day": "3", "month": "11", "year": "2026"}
    form = {
        "csrfmiddlewaretoken": token[1],
        "title": "The bus station moves to the retail park",
        "area": "social",
        "source": "Cabinet paper",
        "effect": "Fewer people wait at the old place after dark.",
        "when": "within a year",
        "likelihood": "likely",
        "because": "The cabinet decides on it in spring.",
        **{f"source_on-{part}": value for part, value in on.items()},
        **{f"review_on-{part}": value for part, value in (on | {"year": "2027"}).items()},
    }
    answer = ask(port, WRITE_TO, cookies=cookies, form=urlencode(form))
    with heard.lock:
        heard.writes += 1
    heard.note("horizon (kept)", WRITE_TO, answer, is_well=answer.status == 302)


@dataclass(frozen=True)
class Somebody:
    """One of the fifty."""

    cookies: str
    rooms: Rooms
    may_write: bool
    chance: random.Random


def walk(port: int, who: Somebody, heard: Heard, until: float) -> None:
    """Read, look, now and then write, until time is up."""
    time.sleep(who.chance.uniform(0, READS_FOR[1]))  # nobody comes in step
    while time.monotonic() < until:
        room = who.chance.choice(sorted(who.rooms))
        address = who.chance.choice(who.rooms[room])
        try:
            if who.may_write and who.chance.random() < WRITES:
                write(port, who.cookies, heard)
            else:
                answer = ask(port, address, cookies=who.cookies)
                heard.note(room, address, answer, is_well=answer.status < 400)
        except OSError as fault:
            heard.note(room, address, Asked(0, "", "", 30.0), is_well=False)
            heard.faults.append(f"{type(fault).__name__} {address}")
        time.sleep(who.chance.uniform(*READS_FOR))


def together(port: int, people: list[Somebody], seconds: float) -> tuple[Heard, float]:
    """All of them at once; what they heard, and for how long."""
    heard, began = Heard(), time.monotonic()
    threads = [
        threading.Thread(target=walk, args=(port, who, heard, began + seconds)) for who in people
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return heard, time.monotonic() - began


def summary(heard: Heard, took: float) -> dict[str, object]:
    """The figures of one walk."""
    every = np.array([one for room in heard.seconds.values() for one in room]) * 1000
    p50, p95, p99 = np.percentile(every, [50, 95, 99])
    return {
        "requests": len(every),
        "writes": heard.writes,
        "requests_per_second": round(len(every) / took, 1),
        "p50_ms": round(p50),
        "p95_ms": round(p95),
        "p99_ms": round(p99),
        "worst_ms": round(every.max()),
        "errors": len(heard.faults),
    }


def slowest(heard: Heard) -> dict[str, int]:
    """The five rooms whose p95 is the longest."""
    found = {
        room: round(float(np.percentile(told, 95)) * 1000) for room, told in heard.seconds.items()
    }
    return dict(sorted(found.items(), key=lambda one: -one[1])[:5])


def main() -> None:
    """Measure, print one line."""
    database = sys.argv[1] if len(sys.argv) > 1 else "sqlite"
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    with installation(database) as place:
        told = signed_in(place, USERS)
        with served(place) as port:
            known: dict[str, Rooms] = {}
            people = []
            for n, one in enumerate(told):
                cookies = f"session={one['session']}; csrf={n:032d}"
                rooms = known.setdefault(one["seat"], {}) or pages_of(port, cookies)
                known[one["seat"]] = rooms
                writes = one["seat"].split()[0] in MAY_WRITE
                people.append(Somebody(cookies, rooms, writes, random.Random(SEED + n)))
            heard, took = together(port, people, seconds)
        with served(place, settings="web_floor") as port:
            rooms = {"floor": ["/floor/"]}
            bare = [Somebody("", rooms, False, random.Random(SEED + n)) for n in range(USERS)]
            floor, floor_took = together(port, bare, max(seconds / 4, 10))
        whole = place.command("verify_audit")
    ours = summary(heard, took)
    print(
        json.dumps(
            {
                "benchmark": f"web_load_{database}",
                "users": USERS,
                "seconds": round(took, 1),
                "reads_for_seconds": READS_FOR,
                "pages": {seat: sum(map(len, rooms.values())) for seat, rooms in known.items()},
                "rooms": sorted({room for rooms in known.values() for room in rooms}),
                **ours,
                "slowest_rooms_p95_ms": slowest(heard),
                "faults": heard.faults[:5],
                "floor": summary(floor, floor_took),
                "audit_is_whole": "The audit is whole" in whole,
                "goal_p95_ms": GOAL_P95_MS,
                "met": float(str(ours["p95_ms"])) < GOAL_P95_MS and not heard.faults,
                "peak_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024),
            }
        )
    )


if __name__ == "__main__":
    main()
