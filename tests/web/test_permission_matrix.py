"""Every role at every address, on objects in every state: what is allowed opens, what is not
does not. The addresses come from the application; who may is asked of the oracle."""

from __future__ import annotations

import logging
import os
from collections import Counter

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.web import rights_oracle as oracle
from tests.web.routes import Sample, routes, samples_of_rooms
from wardwise_web.conftest import PASSWORD, own_home  # noqa: F401 - a fixture
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.stage import DemoPlay, load_demo


pytestmark = [pytest.mark.slow, pytest.mark.crawl]
BACKEND = "django.contrib.auth.backends.ModelBackend"
OPENED, REFUSED = {200, 302}, {403, 404}


@pytest.fixture(scope="session")
def finished_run(request):
    """A finished run of Exampleshire: one that is at hand, or built for these tests."""
    return os.environ.get("WARDWISE_DEMO_RUN") or str(request.getfixturevalue("built"))


@pytest.fixture
def play(db, finished_run, own_home, monkeypatch):  # noqa: F811
    """The whole demo, on a finished run."""
    monkeypatch.setenv("WARDWISE_DEMO_RUN", finished_run)
    made = DemoPlay(tell=lambda _: None, password=PASSWORD)
    load_demo(made)
    return made


def test_every_address_says_what_right_it_needs():
    assert [route.name for route in routes() if route.needs == "nothing said"] == []
    assert [route.name for route in routes() if not route.name] == []


def test_nobody_who_is_not_signed_in_comes_in(play):
    samples = samples_of_rooms(play)
    for route in routes():
        if route.needs is None or "partnership" not in route.takes:
            continue
        for sample in samples.get(route.name, [Sample(Thing(Kind.OWN_PAGE, None))]):
            answer = Client().get(address(route, sample))
            assert answer.status_code == 302, route.name
            assert answer["Location"].startswith("/sign-in/"), route.name


def test_every_role_at_every_address(play, caplog):
    caplog.set_level(logging.CRITICAL, "django.request")  # thousands of refusals
    samples, seen = samples_of_rooms(play), Counter()
    for who in play.people:
        client = Client()
        client.force_login(play.people[who], backend=BACKEND)
        for route in routes():
            if route.needs is None or route.needs.kind is Kind.OWN_PAGE:
                continue
            assert route.name in samples, f"no row in the matrix for '{route.name}'"
            for sample in samples[route.name]:
                for method in ("get", "post"):
                    seen[tried(client, play.actor(who), route, sample, method)] += 1
    # a matrix in which nearly nothing opens, or nearly everything, would prove little
    assert min(seen["opened"], seen["refused"]) > len(routes())


def tried(client, actor, route, sample, method):
    """Knock once, put everything back, and hold the answer against the oracle."""
    with transaction.atomic():
        answer = getattr(client, method)(address(route, sample), sample.query)
        transaction.set_rollback(True)
    if answer.status_code == 405:
        return "no such method"
    who, verb = somebody(actor), str(sample.verb or route.needs.verb)
    door = oracle.has_a_door(who, str(route.needs.verb), str(route.needs.kind))
    allowed = door and oracle.may(who, verb, something(sample))
    expected = OPENED if allowed else REFUSED
    assert answer.status_code in expected, (
        f"{actor.name} ({', '.join(sorted(actor.roles))}) {method} {route.name}"
        f" on {sample.thing}: {answer.status_code}"
    )
    return "opened" if allowed else "refused"


def address(route, sample):
    parts = {"partnership": "exampleshire", **sample.parts}
    return reverse(route.name, kwargs={name: parts[name] for name in route.takes})


def somebody(actor):
    """The actor in the oracle's language."""
    return oracle.Somebody(
        number=actor.person_id,
        partnership=actor.partnership_id,
        roles=tuple(
            oracle.Role(str(one.role), one.agency_id, one.cycle_id) for one in actor.holdings
        ),
        sensitive=actor.clearance != "OFFICIAL",
        admitted=actor.compartments,
        broke_the_glass=actor.in_emergency,
    )


def something(sample):
    """The object in the oracle's language."""
    thing = sample.thing
    return oracle.Something(
        kind=str(thing.kind),
        partnership=thing.partnership_id,
        is_new=thing.object_id == "",
        cycle=thing.cycle_id,
        agency=thing.agency_id,
        owner=thing.owner_id,
        authors=thing.author_ids,
        named=thing.named_ids,
        state=thing.state,
        sensitive=thing.marking != "OFFICIAL",
        closed_subject=thing.compartment,
    )
