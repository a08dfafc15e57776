"""Fifty times a process is killed in the middle of its saves: nothing is torn.

Each save is a change and its audit row in one transaction. After fifty kills at moments that
nobody chose, every change has its row, every row has its change, and the chain is whole.
"""

from __future__ import annotations

import json

import pytest

from tests.postgres import NoPostgres, postgres_server
from tests.web.installation import Installation


pytestmark = pytest.mark.slow
KILLS, SAVES = 50, 2  # each process saves so often before it may be killed, however slow it is
SAVE_AND_KILL = """
import os, random, signal, time
from django.db import connections
from wardwise_web.core.permissions.roles import Role
from wardwise_web.people.models import Agency, Holding, Partnership, Person
from wardwise_web.people.selectors import actor_of
from wardwise_web.people.services import end_role, give_role

def save_for_ever(told):
    partnership = Partnership.objects.get()
    by = actor_of(Person.objects.get(email__startswith="administrator"), partnership)
    owner = Person.objects.get(email__startswith="owner")
    fire = Agency.objects.get(name__contains="Fire")
    for left in owner.holdings.filter(agency=fire, role=Role.BOARD, ends_at__isnull=True):
        end_role(holding=left, by=by)  # given by one that was killed before it ended it
    while True:
        end_role(holding=give_role(person=owner, agency=fire, role=Role.BOARD, by=by), by=by)
        os.write(told, b".")

chance = random.Random(5)
for _ in range(KILLS):
    connections.close_all()
    hears, told = os.pipe()
    child = os.fork()
    if child == 0:
        save_for_ever(told)
    for _ in range(SAVES):
        os.read(hears, 1)
    time.sleep(chance.uniform(0, 0.1))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(hears)
    os.close(told)
"""
COUNT = """
import json
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.people.models import Holding
held = Holding.objects.all()
print(json.dumps({
    "given": held.filter(given_by__isnull=False).count(),
    "given rows": AuditEvent.objects.filter(event="role.given").count(),
    "ended": held.filter(ends_at__isnull=False).count(),
    "ended rows": AuditEvent.objects.filter(event="role.ended").count(),
}))
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """An installation with people in it."""
    if request.param == "sqlite":
        yield Installation(tmp_path / "home")
        return
    try:
        with postgres_server() as server:
            yield Installation(tmp_path / "home", server.new_database("killed"))
    except NoPostgres as why:
        pytest.skip(str(why))


def test_fifty_kills_in_the_middle_of_saves_tear_nothing(place):
    place.seat()
    place.python(f"KILLS, SAVES = {KILLS}, {SAVES}\n{SAVE_AND_KILL}")
    counted = json.loads(place.python(COUNT).splitlines()[-1])
    assert counted["given"] == counted["given rows"]
    assert counted["ended"] == counted["ended rows"]
    assert counted["given"] >= SAVES * KILLS
    assert "The audit is whole" in place.command("verify_audit")
