"""A button pressed three times at once does its work once, and spoils nothing that it did."""

from __future__ import annotations

import json

import pytest

from tests.web.installation import Installation


pytestmark = pytest.mark.slow
RACES = 4
PRESSES = """
import datetime, json, os
from pathlib import Path
from django.db import connections
from django.core.files.uploadedfile import SimpleUploadedFile
from wardwise_web.assessments.services import begin_cycle
from wardwise_web.core.moves import MoveRefused
from wardwise_web.evidence.content import NotTaken
from wardwise_web.evidence.models import Build, HandedFile
from wardwise_web.evidence.services import (
    declare_dataset, hand_in, point_at_folder, save_settings, start_build)
from wardwise_web.evidence.shelf import shelf
from wardwise_web.evidence.tests.files import declaration
from wardwise_web.evidence.tests.test_setting import TEXT
from wardwise_web.people.models import Agency, Partnership, Person
from wardwise_web.people.selectors import actor_of
from wardwise_web.plan.rules import LinkMissing
from wardwise_web.plan.services.service_map import add_service
from wardwise_web.plan.terms import ServiceTerms

place = Partnership.objects.get()
by = actor_of(Person.objects.get(email__startswith="analyst"), place)
manager = actor_of(Person.objects.get(email__startswith="manager"), place)
fires = declare_dataset(partnership=place, agency=Agency.objects.get(name__contains="Fire"),
                        declaration=declaration(), by=by)
save_settings(partnership=place, text=TEXT, note="As begun", based_on=0, by=by)
point_at_folder(partnership=place, path=os.environ["WARDWISE_EVIDENCE_ROOTS"], by=by)

def press_at_once(button):
    connections.close_all()
    go, start = os.pipe()
    back, tell = os.pipe()
    children = []
    for _ in range(3):
        child = os.fork()
        if child == 0:
            Partnership.objects.get()  # its connection stands before it is let go
            os.write(tell, b".")
            os.read(go, 1)
            try:
                button()
                os.write(tell, b"d")
            except (NotTaken, MoveRefused, LinkMissing):
                os.write(tell, b"r")
            except BaseException:
                os.write(tell, b"x")
            os._exit(0)
        children.append(child)
    for _ in children:
        os.read(back, 1)
    os.write(start, b"ggg")
    for child in children:
        os.waitpid(child, 0)
    told = "".join(sorted(os.read(back, 3).decode()))
    for end in (go, start, back, tell):
        os.close(end)
    return told

def hand_one_in(number):
    upload = SimpleUploadedFile("fires.csv", f"a,b\\n{number},2\\n".encode())
    hand_in(dataset=fires, upload=upload, received_on=datetime.date(2026, 11, 1), by=by)

handed = [press_at_once(lambda: hand_one_in(number)) for number in range(RACES)]
held = [(shelf(place) / one.path).read_text() for one in HandedFile.objects.order_by("pk")]
os.environ["WARDWISE_SECRET"] = "0123456789abcdef" * 4  # partners' files are read with one
started = []
for _ in range(RACES):
    started.append(press_at_once(lambda: start_build(partnership=place, by=by)))
    Build.objects.all().delete()
begun = [
    press_at_once(lambda: begin_cycle(
        partnership=place, name=f"Year {n}", starts_on=datetime.date(2026 + n, 10, 1),
        ends_on=datetime.date(2027 + n, 9, 30), by=manager))
    for n in range(RACES)
]
agency = place.agencies.first().pk
mapped = [
    press_at_once(lambda: add_service(
        partnership=place, terms=ServiceTerms(f"Mentors {n}", agency, 3, "x", "y", "none",
        factors=("poverty",)), by=manager))
    for n in range(RACES)
]
print(json.dumps({"begun": begun, "handed": handed, "held": held, "started": started,
                  "mapped": mapped}))
"""


def test_three_presses_at_once_do_the_work_once(tmp_path):
    data = tmp_path / "open"
    (data / "police_uk").mkdir(parents=True)
    place = Installation(tmp_path / "home", evidence=str(data))
    place.seat()
    found = json.loads(place.python(f"RACES = {RACES}\n{PRESSES}").splitlines()[-1])
    # one did it (d), and two were told that it is done (r)
    assert found["handed"] == ["drr"] * RACES
    assert found["held"] == [f"a,b\n{number},2\n" for number in range(RACES)]
    assert found["started"] == found["begun"] == found["mapped"] == ["drr"] * RACES
