"""Every address of the demo, on objects in every state, and who may do the most behind it.

The addresses come from the URL map and the objects from the rooms' samples, as in the matrix of
rights: an address without a page there has none here, and that matrix says so.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from tests.web.installation import Installation


NOBODY = ""  # not signed in
ARRIVALS = {"home", "partnership_home"}
LIBRARY = (  # pages of the sign-in's library that our own templates draw
    (NOBODY, "account_login"),
    ("owner", "account_change_password"),
    ("owner", "mfa_index"),
    ("owner", "mfa_activate_totp"),
)


@dataclass(frozen=True)
class Door:
    """An address, its name in the URL map, and who opens it."""

    who: str
    name: str
    address: str


def doors(installation: Installation) -> list[Door]:
    """As the installation itself tells them; it makes what its demo has no example of."""
    told = installation.python("from tests.browser.doors import tell; tell()")
    return [Door(**one) for one in json.loads(told.splitlines()[-1])]


def tell() -> None:
    """Inside the installation: print the doors of everybody, by person."""
    play = _play()
    found = [*_arrivals(play), *_rooms(play), *_public(play), *_library()]
    sys.stdout.write(json.dumps([asdict(one) for one in sorted(found, key=lambda door: door.who)]))


def _play() -> Any:
    from wardwise_web.people.demo import AGENCIES, PEOPLE, address
    from wardwise_web.people.models import Agency, Partnership, Person
    from wardwise_web.people.stage import DemoPlay

    return DemoPlay(
        tell=print,
        password="",
        partnership=Partnership.objects.get(slug="exampleshire"),
        agencies={short: Agency.objects.get(name=name) for short, name, _ in AGENCIES},
        people={
            who: Person.objects.get(email=address(who))
            for who in [*(one[0] for one in PEOPLE), "administrator"]
        },
    )


def _arrivals(play: Any) -> Iterator[Door]:
    """Where each role arrives, which is another page for each."""
    for who in play.people:
        yield Door(who, "partnership_home", "/p/exampleshire/")


def _rooms(play: Any) -> Iterator[Door]:
    from tests.web.routes import Sample, routes, samples_of_rooms
    from wardwise_web.core.permissions.thing import Kind, Thing

    samples = samples_of_rooms(play)
    own = [Sample(Thing(Kind.OWN_PAGE, play.partnership.pk))]
    actors = {who: play.actor(who) for who in play.people}
    for route in routes():
        if route.needs is None or "GET" not in route.needs.methods or route.name in ARRIVALS:
            continue
        for sample in own if route.needs.kind is Kind.OWN_PAGE else samples[route.name]:
            if sample.put is not None:  # only for one knock in that state, then taken back
                continue
            if who := _who_may_most(actors, route, sample):
                yield Door(who, route.name, _address(route, sample))


def _who_may_most(actors: dict[str, Any], route: Any, sample: Any) -> str:
    """Of those whom the address lets in, whoever may do most with the object."""
    from wardwise_web.core.permissions.can import can, can_ever
    from wardwise_web.core.permissions.thing import Verb

    verb, kind = sample.verb or route.needs.verb, route.needs.kind
    let_in = {
        who: sum(can(one, any_verb, sample.thing) for any_verb in Verb)
        for who, one in actors.items()
        if can_ever(one, route.needs.verb, kind) and can(one, verb, sample.thing)
    }
    return max(let_in, key=lambda who: let_in[who], default="")


def _address(route: Any, sample: Any) -> str:
    from urllib.parse import urlencode

    from django.urls import reverse

    parts = {"partnership": "exampleshire", **sample.parts}
    found = reverse(route.name, kwargs={name: parts[name] for name in route.takes})
    return found + (f"?{urlencode(sample.query)}" if sample.query else "")


def _public(play: Any) -> Iterator[Door]:
    """What is published, and a chapter by a link of its own."""
    from django.urls import reverse

    from wardwise_web.assessments.models import Chapter, Release
    from wardwise_web.assessments.services.links import make_link

    place = "exampleshire"
    chapter = Chapter.objects.filter(cycle__partnership=play.partnership, links__isnull=False)[0]
    _, token = make_link(chapter=chapter, for_whom="A reader", days=7, by=play.actor("manager"))
    pages = {
        "accessibility": {},
        "review": {"token": token},
        "public_releases": {"slug": place},
        "public_you_said": {"place": place},
    }
    for release in Release.objects.all()[:1]:
        yield _of_nobody("public_release", {"slug": place, "release": release.pk})
    for survey in play.partnership.surveys.filter(state="published"):
        yield _of_nobody("public_survey_results", {"place": place, "survey_id": survey.pk})
    for name, parts in pages.items():
        yield Door(NOBODY, name, reverse(name, kwargs=parts))


def _of_nobody(name: str, parts: dict[str, Any]) -> Door:
    from django.urls import reverse

    return Door(NOBODY, name, reverse(name, kwargs=parts))


def _library() -> Iterator[Door]:
    from django.urls import reverse

    for who, name in LIBRARY:
        yield Door(who, name, reverse(name))
