"""Audit rows in plain words: no id, no hash, no JSON; what changed as from and to."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import transaction

from wardwise_web.core.audit.models import AuditEvent, ChainHead
from wardwise_web.core.audit.presenters import told
from wardwise_web.core.audit.selectors import names_in
from wardwise_web.core.audit.services import record
from wardwise_web.core.audit.words import EVENTS, NAMED, details_in_words, event_in_words
from wardwise_web.core.permissions.actor import system
from wardwise_web.core.permissions.thing import Kind, Thing


SOURCE = Path(__file__).parents[2]
HASH = "95127b388291d0ef0f2d2d40c775aecdb6cf53374739ac78d96b6b1249905772"


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({}, []),
        ({"was": "draft", "now": "in assurance"}, ["from draft to in assurance"]),
        ({"from": "revealed", "to": "agreed"}, ["from revealed to agreed"]),
        ({"to": "stopped"}, ["now: stopped"]),
        ({"from": "2026-10-01", "person": "Piotr Finch"},
         ["from: 1 October 2026", "person: Piotr Finch"]),
        ({"was": {"title": "Lights"}, "now": {"title": "Better lights"}},
         ["title: from Lights to Better lights"]),
        ({"was": None, "now": 2}, ["from nothing to 2"]),
        ({"until": "2026-11-21 04:24:16+00:00"}, ["until: 21 November 2026, 04:24"]),
        ({"sealed": HASH, "mark": 2200, "threat": 64, "number": 1}, ["number: 1"]),
        ({"hashes": {"pack.pdf": HASH}, "missing": 0}, ["missing: 0"]),
        ({"writers": [6, 7]}, []),
        ({"writers": ["Asha Daley", "Femi Ward"]}, ["writers: Asha Daley, Femi Ward"]),
        ({"kind": "ambulance_calls", "about_children": False},
         ["kind: ambulance calls", "about children: no"]),
        ({"luck": 1.04e-08}, ["chance of meeting it by luck alone: under 0.001"]),
        ({"passage": 4, "was": "levels paragraph:0d1f2a3b"}, []),
    ],
)  # fmt: skip
def test_details_are_told_without_ids_hashes_and_braces(details, words):
    assert details_in_words(details) == words


def test_an_event_without_words_of_its_own_reads_as_it_is_named():
    assert event_in_words("role.given") == "role given"
    assert event_in_words("work.asked") == "further work asked for"


def test_two_things_of_one_kind_and_number_keep_their_own_names(db):
    ChainHead.objects.get_or_create(id=1)
    thing = Thing(Kind.ANSWER, 1, 2)
    with transaction.atomic():
        record("affected_group.named", by=system(1), thing=thing, details={"group": "Carers"})
        record("answer.agreed", by=system(1), thing=thing)
    rows = list(AuditEvent.objects.order_by("sequence"))
    names = names_in(rows)
    assert [told(row, names).of for row in rows] == [
        "affected group 2: Carers",
        "consultation answer 2",
    ]


def test_no_words_are_kept_for_an_event_that_nothing_records():
    source = "".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    here = (SOURCE / "core/audit/words.py").read_text("utf-8")
    for event in {*EVENTS, *NAMED}:
        assert source.count(f'"{event}"') > here.count(f'"{event}"'), event
