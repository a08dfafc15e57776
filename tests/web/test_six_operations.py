"""The six operations that the law wants logged (DPA 2018, section 62): one row each, no more.

And a thousand tries by chance through the services: as many rows as changes, and a whole chain.
"""

from __future__ import annotations

import random
from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from wardwise_web.assessments.demo import load as load_year
from wardwise_web.conftest import own_home, seats  # noqa: F401 - fixtures
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.audit.selectors import verdict
from wardwise_web.core.audit.services import note_reading
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.roles import HELD
from wardwise_web.evidence.services import ask_for_build, declare_dataset, erase_file, hand_in
from wardwise_web.evidence.tests.files import declaration, upload
from wardwise_web.intelligence.services import Card, add_card, change_card, name_readers
from wardwise_web.people.emergency import break_glass, close_glass
from wardwise_web.people.models import BrokenGlass, Clearance, Holding
from wardwise_web.people.services import clear_person, end_role, give_role


OPERATIONS = ("collection", "alteration", "consultation", "disclosure", "combination", "erasure")
STEPS = 1_000


def said(**differs):
    """What a restricted card says."""
    given = {
        "title": "Young people at the station",
        "text": "A youth worker was told of it twice.",
        "observed_on": date(2026, 9, 1),
        "source_grade": "2",
        "content_grade": "C",
        "handling": "P",
        "conditions": "",
        "marking": "OFFICIAL-SENSITIVE",
        "compartment": "",
        "findings": [],
        "review_on": date(2027, 3, 1),
    }
    return Card(**(given | differs))


class Restricted:
    """Partners' records, a restricted card and a build, and what the law has names for."""

    def __init__(self, play):
        load_year(play)
        self.play, self.by = play, play.actor("police")
        self.analyst = play.actor("analyst")
        self.cycle = play.partnership.cycles.first()
        self.dataset = self.declared()
        self.file = self.handed(self.dataset, b"1")
        self.card = self.added()

    def declared(self):
        return declare_dataset(
            partnership=self.play.partnership,
            agency=self.play.agencies["police"],
            declaration=declaration(kind="recorded_crime"),
            by=self.by,
        )

    def handed(self, dataset, more):
        file = upload(name="crime.csv", content=b"Date,Kind\n2026-01-03,Theft\n2026-01-04," + more)
        return hand_in(dataset=dataset, upload=file, received_on=timezone.localdate(), by=self.by)

    def added(self, **differs):
        agency = self.play.agencies["police"]
        return add_card(cycle=self.cycle, agency=agency, said=said(**differs), by=self.by)

    def do(self, what):
        """One operation of the table below."""
        {
            "records are declared": self.declared,
            "records are handed in": lambda: self.handed(self.dataset, b"2"),
            "records are read": lambda: note_reading(
                by=self.analyst, thing=self.dataset.as_thing()
            ),
            "records are joined": lambda: ask_for_build(
                partnership=self.play.partnership, settings_yaml="", by=self.analyst
            ),
            "records are erased": lambda: erase_file(
                file=self.file, because="Sent by mistake", by=self.by
            ),
            "a card is put down": lambda: self.added(title="Young people in the park"),
            "a card is changed": lambda: change_card(
                card=self.card, said=said(content_grade="B"), version=1, by=self.by
            ),
            "a card is read": lambda: note_reading(by=self.analyst, thing=self.card.as_thing()),
            "a card is shown to more": lambda: name_readers(
                card=self.card, readers=[self.play.people["board"]], by=self.by
            ),
            "cards leave in a list": lambda: export(
                Sheet("Cards", "OFFICIAL-SENSITIVE", ("Title",), [("One",)]),
                form="csv",
                by=self.analyst,
                thing=self.card.as_thing(),
            ),
        }[what]()


TABLE = [
    ("records are declared", "alteration"),
    ("records are handed in", "collection"),
    ("records are read", "consultation"),
    ("records are joined", "combination"),
    ("records are erased", "erasure"),
    ("a card is put down", "collection"),
    ("a card is changed", "alteration"),
    ("a card is read", "consultation"),
    ("a card is shown to more", "disclosure"),
    ("cards leave in a list", "disclosure"),
]


def test_each_operation_on_what_is_restricted_writes_one_row_of_its_kind(seats):  # noqa: F811
    restricted = Restricted(seats)
    for what, operation in TABLE:
        before = AuditEvent.objects.count()
        restricted.do(what)
        rows = list(AuditEvent.objects.filter(sequence__gt=before))
        assert [row.operation for row in rows] == [operation], what
        assert rows[0].actor_name, what
        assert rows[0].object_id, what
    assert {operation for _, operation in TABLE} == set(OPERATIONS)


def test_a_thousand_tries_leave_a_row_for_each_change_and_none_for_a_refusal(seats):  # noqa: F811
    chance = random.Random(62)
    names, agencies = sorted(seats.people), sorted(seats.agencies)
    actors = {who: seats.actor(who) for who in names}
    before, changes, refused = AuditEvent.objects.count(), 0, 0
    for _ in range(STEPS):
        by = actors[chance.choice(["administrator", "administrator", *names])]
        try:
            changed = step(seats, chance, by, (names, agencies))
        except (Http404, PermissionDenied, MoveRefused):
            refused += 1
            continue
        changes += changed
    assert AuditEvent.objects.count() - before == changes
    assert min(changes, refused) > STEPS / 10
    counted = Holding.objects.filter(given_by__isnull=False).count()
    assert counted == AuditEvent.objects.filter(event="role.given").count()
    assert Clearance.objects.count() == AuditEvent.objects.filter(event="clearance.given").count()
    opened = AuditEvent.objects.filter(event="emergency.opened").count()
    assert BrokenGlass.objects.count() == opened > 0
    found = verdict()
    assert [fault for fault in found.faults if "witness" not in fault] == []


def step(play, chance, by, known):
    """One try by one person; how many changes it made."""
    names, agencies = known
    person = play.people[chance.choice(names)]
    kind = chance.choice(("give", "end", "clear", "break", "close"))
    if kind == "give":
        agency = play.agencies[chance.choice(agencies)]
        give_role(person=person, agency=agency, role=chance.choice(HELD), by=by)
        return 1
    if kind == "end":
        held = person.holdings.filter(ends_at__isnull=True).order_by("pk").last()
        if held is None or held.given_by_id is None:
            return 0
        end_role(holding=held, by=by)
        return 1
    if kind == "clear":
        clear_person(
            person=person, partnership=play.partnership, marking="OFFICIAL", compartments=(), by=by
        )
        return 1
    if kind == "break":
        reason = "A threat to life tonight at the hostel"
        break_glass(partnership=play.partnership, reason=reason, site="https://s", by=by)
        return 1
    mine = BrokenGlass.objects.filter(person_id=by.person_id, ends_at__gt=timezone.now()).first()
    if mine is None:
        return 0
    close_glass(broken=mine, by=by)
    return 1
