"""Two processes save the same words at the same moment, two hundred times: whoever comes second
is shown what stands, and nothing is overwritten without anybody seeing it."""

from __future__ import annotations

import json

import pytest

from tests.postgres import NoPostgres, postgres_server
from tests.web.installation import Installation


pytestmark = pytest.mark.slow
RACES = 200
BEGIN = """
from datetime import date
from wardwise_web.assessments.models import Chapter, Paper
from wardwise_web.assessments.services import begin_cycle
from wardwise_web.assessments.services.drafting import add_words
from wardwise_web.people.models import Partnership, Person
from wardwise_web.people.selectors import actor_of

place = Partnership.objects.get()
def actor(who):
    return actor_of(Person.objects.get(email__startswith=who), place)
cycle = begin_cycle(partnership=place, name="2026/27", starts_on=date(2026, 10, 1),
                    ends_on=date(2027, 9, 30), by=actor("manager"))
chapter = Chapter.objects.create(cycle=cycle, anchor="levels", title="Levels", position=1)
Paper.objects.create(cycle=cycle)
add_words(chapter=chapter, section="levels", after="start", words="as it was",
          by=actor("analyst"))
"""
RACE = """
import json, os
from django.db import connections
from wardwise_web.assessments.models import Passage
from wardwise_web.assessments.services.drafting import StaleWords, save_words
from wardwise_web.people.models import Partnership, Person
from wardwise_web.people.selectors import actor_of

def save(which, version, go, tell):
    place = Partnership.objects.get()
    who = Person.objects.get(email__startswith=("analyst", "manager")[which])
    passage, by = Passage.objects.get(), actor_of(who, place)
    os.write(tell, b"r")
    os.read(go, 1)
    try:
        save_words(passage=passage, words=f"race {version} by {which}", version=version, by=by)
        os.write(tell, b"s")
    except StaleWords as stale:
        seen = stale.current.words == f"race {version} by {1 - which}"
        os.write(tell, b"t" if seen else b"x")
    os._exit(0)

told = []
for _ in range(RACES):
    version = Passage.objects.get().version
    connections.close_all()
    go, start = os.pipe()
    back, tell = os.pipe()
    children = []
    for which in (0, 1):
        child = os.fork()
        if child == 0:
            save(which, version, go, tell)
        children.append(child)
    os.close(tell)
    ready = os.read(back, 1) + os.read(back, 1)
    os.write(start, b"gg")
    for child in children:
        os.waitpid(child, 0)
    told.append("".join(sorted(os.read(back, 2).decode())))
    for end in (go, start, back):
        os.close(end)
words = list(Passage.objects.get().versions.values_list("number", "words"))
print(json.dumps({"told": told, "versions": words}))
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """An installation with people in it."""
    if request.param == "sqlite":
        yield Installation(tmp_path / "home")
        return
    try:
        with postgres_server() as server:
            yield Installation(tmp_path / "home", server.new_database("races"))
    except NoPostgres as why:
        pytest.skip(str(why))


def test_in_two_hundred_races_one_saves_and_the_other_is_shown_it(place):
    place.seat()
    place.python(BEGIN)
    found = json.loads(place.python(f"RACES = {RACES}\n{RACE}").splitlines()[-1])
    # in each race one saved (s), and the other was told what stands now (t)
    assert found["told"] == ["st"] * RACES
    assert [number for number, _ in found["versions"]] == list(range(1, RACES + 2))
    assert all(
        words.startswith(f"race {number - 1} by ") for number, words in found["versions"][1:]
    )
    assert "The audit is whole" in place.command("verify_audit")
