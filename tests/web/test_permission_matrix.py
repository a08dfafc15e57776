"""Every role at every address, on objects in every state: what is allowed opens, what is not
does not. The addresses come from the application; who may is asked of the oracle."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import date
from itertools import product

import pytest
from django.db import connection, transaction
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from tests.web import rights_oracle as oracle
from tests.web.routes import Sample, routes, samples_of_rooms
from wardwise_web.conftest import PASSWORD, apart
from wardwise_web.core.permissions.roles import HELD
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.people.beginning import first_administrator
from wardwise_web.people.demo import PEOPLE
from wardwise_web.people.models import Holding
from wardwise_web.people.services import found_partnership
from wardwise_web.people.stage import DemoPlay, load_demo


pytestmark = [pytest.mark.slow, pytest.mark.django_db]
BACKEND = "django.contrib.auth.backends.ModelBackend"
OPENED, REFUSED = {200, 302}, {403, 404}


@pytest.fixture(scope="module")
def play(demo_run, django_db_setup, django_db_blocker, tmp_path_factory):
    """The whole demo on a finished run, set once for this file and left as it was found."""
    made = DemoPlay(tell=lambda _: None, password=PASSWORD)
    with (
        pytest.MonkeyPatch.context() as patch,
        override_settings(**apart(tmp_path_factory.mktemp("matrix"))),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setenv("WARDWISE_DEMO_RUN", str(demo_run))
        load_demo(made)
        connection.run_on_commit.clear()  # nothing is committed here: it would be sifted each time
        yield made
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def samples(play):
    """Objects in every state, for each address."""
    return samples_of_rooms(play)


def test_every_address_says_what_right_it_needs():
    assert [route.name for route in routes() if route.needs == "nothing said"] == []
    assert [route.name for route in routes() if not route.name] == []


def test_nobody_who_is_not_signed_in_comes_in(samples):
    for route in routes():
        if route.needs is None or "partnership" not in route.takes:
            continue
        for sample in samples.get(route.name, [Sample(Thing(Kind.OWN_PAGE, None))]):
            answer = Client().get(address(route, sample))
            assert answer.status_code == 302, route.name
            assert answer["Location"].startswith("/sign-in/"), route.name


def test_every_address_has_a_row(samples):
    asked = [route.name for route in routes() if is_asked(route)]
    assert [name for name in asked if not samples.get(name)] == []
    # a row of an address that is gone would look like a test, and try nothing
    assert set(samples) - set(asked) == set()


@pytest.mark.parametrize("who", [*(who for who, *_ in PEOPLE), "administrator"])
def test_every_role_at_every_address(play, samples, who, caplog):
    caplog.set_level(logging.CRITICAL, "django.request")  # hundreds of refusals
    # an error of the server is an answer that was not expected, and does not end the round
    client = Client(raise_request_exception=False)
    client.force_login(play.people[who], backend=BACKEND)
    actor, seen, wrong = play.actor(who), Counter(), []
    for route in filter(is_asked, routes()):
        for method, sample in product(route.needs.methods, samples[route.name]):
            may = is_allowed(actor, route, sample)
            code = knocked(client, route, sample, method)
            seen[may] += 1
            if code not in (OPENED if may else REFUSED):
                wrong.append((method, route.name, sample.thing, code))
    assert wrong == []
    # a round in which nothing opens, or everything, would prove little
    assert min(seen[True], seen[False]) > 20


def test_who_is_of_another_partnership_finds_nothing(play, samples, caplog):
    caplog.set_level(logging.CRITICAL, "django.request")
    stranger = somebody_elsewhere()
    client = Client(raise_request_exception=False)
    client.force_login(stranger, backend=BACKEND)
    assert client.get("/p/elsewhere/").status_code == 200
    for route in filter(is_asked, routes()):
        method, sample = route.needs.methods[0], samples[route.name][0]
        assert knocked(client, route, sample, method) == 404, route.name


def somebody_elsewhere():
    """The first administrator of another partnership, who holds every other role there too."""
    place = found_partnership(
        name="Elsewhere", slug="elsewhere", area_code="E06999002", operator="demo"
    )
    first = first_administrator(
        partnership=place,
        agency_name="Elsewhere Council",
        email="stranger@elsewhere.example",
        name="Sam Strange",
        on=date(2024, 4, 1),
    )
    for role in HELD:
        Holding.objects.get_or_create(
            person=first.person,
            partnership=place,
            agency=first.agency,
            role=role,
            defaults={"starts_at": timezone.now()},
        )
    return first.person


def is_asked(route):
    """Whether it is of a partnership's own work: what is public, or one's own, has other tests."""
    return route.needs is not None and route.needs.kind is not Kind.OWN_PAGE


def knocked(client, route, sample, method):
    """Knock once and put everything back; what was answered."""
    with transaction.atomic():
        if sample.put:
            sample.put()
        answer = getattr(client, method.lower())(address(route, sample), sample.query)
        transaction.set_rollback(True)
    return answer.status_code


def is_allowed(actor, route, sample):
    """What the oracle says of it."""
    who, verb = somebody(actor), str(sample.verb or route.needs.verb)
    door = oracle.has_a_door(who, str(route.needs.verb), str(route.needs.kind))
    return door and oracle.may(who, verb, something(sample))


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
