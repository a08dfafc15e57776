"""Files in: declared first, by whom it may be, whole, once, and erased for good."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.evidence.content import NotTaken
from wardwise_web.evidence.models import Dataset, HandedFile
from wardwise_web.evidence.services import declare_dataset, erase_file, hand_in
from wardwise_web.evidence.shelf import shelf
from wardwise_web.evidence.tests.files import CSV, declaration, upload


TODAY = timezone.localdate()
# who, kind, whose agency: whether it is declared
MAY = [
    ("analyst", "fires", "fire", None),
    ("analyst", "recorded_crime", "police", None),
    ("fire", "fires", "fire", None),
    ("fire", "fires", "police", MoveRefused),
    ("police", "recorded_crime", "police", None),
    ("manager", "fires", "council", PermissionDenied),
    ("manager", "recorded_crime", "council", Http404),
    ("assurer", "fires", "fire", PermissionDenied),
    ("board", "fires", "police", Http404),
    ("scrutiny", "fires", "council", Http404),
    ("auditor", "fires", "council", Http404),
    ("administrator", "fires", "council", Http404),
]


@pytest.mark.parametrize(("who", "kind", "agency", "refused"), MAY)
def test_who_may_declare_what(seats, who, kind, agency, refused):
    def declared():
        return declare_dataset(
            partnership=seats.partnership,
            agency=seats.agencies[agency],
            declaration=declaration(kind=kind),
            by=seats.actor(who),
        )

    if refused is None:
        assert declared().is_record_level is (kind == "recorded_crime")
    else:
        with pytest.raises(refused):
            declared()


def test_a_file_is_kept_as_it_came_and_remembered(seats, fires):
    made = hand_in(dataset=fires, upload=upload(), received_on=TODAY, by=seats.actor("fire"))
    assert (shelf(seats.partnership) / made.path).read_bytes() == CSV
    row = AuditEvent.objects.last()
    assert (row.event, row.operation) == ("file.handed_in", "collection")
    assert made.sha256 in row.details


def test_the_same_bytes_are_taken_once_whatever_they_are_called(seats, fires):
    by = seats.actor("fire")
    hand_in(dataset=fires, upload=upload(), received_on=TODAY, by=by)
    with pytest.raises(NotTaken, match="here already, as 'fires"):
        hand_in(dataset=fires, upload=upload("again.csv"), received_on=TODAY, by=by)
    other = hand_in(
        dataset=fires, upload=upload(content=CSV + b"2026-01-05,A,B\n"), received_on=TODAY, by=by
    )
    assert other.name == "fires-2.csv"


def test_a_name_that_gives_a_person_away_is_refused(seats, fires):
    with pytest.raises(NotTaken, match="looks like a person's details"):
        hand_in(
            dataset=fires,
            upload=upload("jo.bloggs@example.org.csv"),
            received_on=TODAY,
            by=seats.actor("fire"),
        )


def test_nothing_lies_about_when_the_row_cannot_be_kept(seats, fires, monkeypatch):
    def full(*_, **__):
        raise OSError("disk full")

    monkeypatch.setattr("wardwise_web.evidence.services.datasets.record", full)
    with pytest.raises(OSError, match="disk full"):
        hand_in(dataset=fires, upload=upload(), received_on=TODAY, by=seats.actor("fire"))
    held = [path for path in shelf(seats.partnership).rglob("*") if path.is_file()]
    assert (held, HandedFile.objects.count()) == ([], 0)


def test_erasing_takes_the_bytes_and_leaves_the_reason(seats, fires):
    by = seats.actor("fire")
    made = hand_in(dataset=fires, upload=upload(), received_on=TODAY, by=by)
    erase_file(file=made, because="Sent by mistake", by=by)
    made.refresh_from_db()
    assert not (shelf(seats.partnership) / made.path).exists()
    assert made.erased_because == "Sent by mistake"
    assert AuditEvent.objects.last().operation == "erasure"


def test_what_no_build_had_read_can_be_handed_in_again_after_it_was_erased(seats, fires):
    by = seats.actor("fire")
    first = hand_in(dataset=fires, upload=upload(), received_on=TODAY, by=by)
    erase_file(file=first, because="Sent too early", by=by)
    again = hand_in(dataset=fires, upload=upload(), received_on=TODAY, by=by)
    assert (shelf(seats.partnership) / again.path).read_bytes() == CSV
    assert again.name == first.name


def test_a_contributor_hands_records_in_and_does_not_see_them_again(sign_in, seats, crimes):
    police = sign_in("police")
    listed = police.get("/p/exampleshire/evidence/").content.decode()
    assert "A drop: what is handed in is not shown again" in listed
    assert police.get(f"/p/exampleshire/evidence/datasets/{crimes.pk}/").status_code == 404
    page = f"/p/exampleshire/evidence/datasets/{crimes.pk}/hand-in/"
    assert police.get(page).status_code == 200
    assert sign_in("fire").get(page).status_code == 404


def test_reading_a_dataset_about_people_is_remembered(sign_in, crimes):
    before = AuditEvent.objects.count()
    sign_in("analyst").get(f"/p/exampleshire/evidence/datasets/{crimes.pk}/")
    (row,) = AuditEvent.objects.filter(sequence__gt=before, event="dataset.read")
    assert row.operation == "consultation"


ANSWERS = {
    "kind": "fires",
    "agency": "",
    "supplier": "Midshire Fire",
    "controller": "Midshire Fire Authority",
    "gateway": "s.17A",
    "lawful_basis": "None",
    "regime": "none",
    "special_category": "no",
    "about_children": "no",
    "purpose": "Assessment",
    "retention": "agreement",
    "retain_until-day": "1",
    "retain_until-month": "3",
    "retain_until-year": "2099",
    "marking": "OFFICIAL",
    "mapping": "midshire_fire",
    "no_agreement_because": "Section 17A requires it to be supplied",
}


@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        ("controller", "Enter the controller"),
        ("gateway", "Select the law that allows it to be shared"),
        ("lawful_basis", "Enter the lawful basis"),
        ("regime", "Select the part of the Act"),
        ("special_category", "Select yes if there are data of a special category"),
        ("about_children", "Select yes if any of the people are children"),
        ("retention", "Select the retention class"),
        ("retain_until", "Enter the review date"),
        ("marking", "Select the marking"),
        ("purpose", "Enter what it may be used for"),
        ("no_agreement_because", "Select the sharing agreement, or say below why there is none"),
    ],
)
def test_without_any_one_answer_nothing_is_declared(sign_in, seats, left_out, told):
    given = {
        name: value
        for name, value in (ANSWERS | {"agency": seats.agencies["fire"].pk}).items()
        if name.partition("-")[0] != left_out
    }
    answer = sign_in("fire").post("/p/exampleshire/evidence/datasets/declare/", given)
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert not Dataset.objects.exists()


def test_declared_and_handed_in_through_the_pages(sign_in, seats):
    fire = sign_in("fire")
    given = ANSWERS | {"agency": seats.agencies["fire"].pk}
    answer = fire.post("/p/exampleshire/evidence/datasets/declare/", given)
    made = Dataset.objects.get()
    page = f"/p/exampleshire/evidence/datasets/{made.pk}/hand-in/"
    assert answer["Location"] == page
    day = {"received_on-day": "3", "received_on-month": "1", "received_on-year": "2026"}
    refused = fire.post(page, day | {"file": upload(content=b"MZ\x90")})
    assert "a program, whatever its name says" in refused.content.decode()
    taken = fire.post(page, day | {"file": upload()}, follow=True)
    told = taken.content.decode()
    assert "is taken in" in told
    assert "no build can read it before" in told  # nobody has written its mapping
    assert HandedFile.objects.get().received_on == datetime.date(2026, 1, 3)


def test_the_list_leaves_without_the_drops(sign_in, seats, fires, crimes):
    sheet = sign_in("fire").get("/p/exampleshire/evidence/?form=csv").content.decode("utf-8-sig")
    assert "Midshire Fire and Rescue Service" in sheet
    assert "Midshire Police" not in sheet
    assert sign_in("assurer").get("/p/exampleshire/evidence/?form=csv").status_code == 403
