"""The record of regulation 12: complete or not, and met or not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404

from wardwise_web.consultation.models import Event
from wardwise_web.consultation.rules import missing_of
from wardwise_web.consultation.selectors.meetings import public_meetings
from wardwise_web.consultation.services import Stale
from wardwise_web.consultation.services.events import (
    EventRecord,
    add_event,
    add_hands,
    add_senior,
    change_event,
    move_event,
    remove_senior,
)
from wardwise_web.consultation.states import EVENT_MOVES, EventState
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused


def record_of(event):
    return EventRecord(**{name: getattr(event, name) for name in EventRecord.__dataclass_fields__})


def fill(event, by, **differs):
    said = replace(record_of(event), **({"came": 30, "told_after": "On the site"} | differs))
    change_event(event=event, said=said, version=event.version, by=by)
    event.refresh_from_db()


def test_an_empty_item_refuses_the_record_and_is_named(asked, evening):
    assert missing_of(evening) == ["how many came", "how people were told what was discussed"]
    with pytest.raises(MoveRefused, match="how many came; how people were told"):
        move_event(event=evening, to=EventState.COMPLETE, note="", by=asked.actor("police"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("held_on", None),
        ("place", ""),
        ("invited", ""),
        ("announced", ""),
        ("discussed", ""),
        ("told_after", ""),
        ("came", None),
    ],
)
def test_every_item_is_asked_for_also_by_the_database(asked, evening, name, value):
    police = asked.actor("police")
    fill(evening, police, **{name: value})
    with pytest.raises(MoveRefused, match="does not say yet"):
        move_event(event=evening, to=EventState.COMPLETE, note="", by=police)
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.filter(pk=evening.pk).update(state=EventState.COMPLETE)


def test_nobody_senior_is_an_empty_item(asked, evening):
    police = asked.actor("police")
    fill(evening, police)
    assert missing_of(evening) == []
    remove_senior(senior=evening.seniors.get(), by=police)
    assert missing_of(evening) == ["which senior people were there"]


def test_nobody_came_is_a_number(asked, evening):
    fill(evening, asked.actor("police"), came=0)
    assert missing_of(evening) == []


def test_met_by_the_meeting_that_every_responsible_authority_attended(asked, evening):
    cycle = asked.partnership.cycles.first()
    found = public_meetings(cycle)
    assert found.is_met
    assert found.words == "Met by 1 event: Face to face with the partners."
    fill(evening, asked.actor("police"))
    move_event(event=evening, to=EventState.COMPLETE, note="", by=asked.actor("police"))
    assert public_meetings(cycle).words.startswith("Met by 2 events: ")


def test_not_met_says_who_was_missing(asked, meeting):
    manager = asked.actor("manager")
    cycle = asked.partnership.cycles.first()
    for to in (EventState.COMPLETE, EventState.DRAFT):
        move_event(event=meeting, to=to, note="A name is wrong", by=manager)
    assert public_meetings(cycle).words.startswith("Not met: no public meeting")
    remove_senior(senior=meeting.seniors.get(post__startswith="Head of"), by=manager)
    move_event(event=meeting, to=EventState.COMPLETE, note="", by=manager)
    found = public_meetings(cycle)
    assert not found.is_met
    assert "nobody senior of Probation Service, Midshire" in found.words


def test_a_meeting_by_invitation_is_no_public_one(asked, meeting):
    manager = asked.actor("manager")
    for to in (EventState.COMPLETE, EventState.DRAFT):
        move_event(event=meeting, to=to, note="By invitation", by=manager)
    meeting.refresh_from_db()
    fill(meeting, manager, is_public=False)
    move_event(event=meeting, to=EventState.COMPLETE, note="", by=manager)
    assert public_meetings(asked.partnership.cycles.first()).events == ()


@pytest.mark.parametrize(
    ("who", "refusal"),
    [("fire", PermissionDenied), ("auditor", Http404), ("scrutiny", Http404)],
)
def test_anothers_record_is_not_changed(asked, evening, who, refusal):
    with pytest.raises(refusal):
        fill(evening, asked.actor(who))


def test_a_complete_record_is_locked_and_opened_again_by_the_manager_alone(asked, evening):
    police, manager = asked.actor("police"), asked.actor("manager")
    fill(evening, police)
    move_event(event=evening, to=EventState.COMPLETE, note="", by=police)
    evening.refresh_from_db()
    with pytest.raises(PermissionDenied):
        fill(evening, police)
    with pytest.raises(PermissionDenied):
        move_event(event=evening, to=EventState.DRAFT, note="x", by=asked.actor("analyst"))
    with pytest.raises(MoveRefused, match="Give the reason"):
        move_event(event=evening, to=EventState.DRAFT, note="", by=manager)
    move_event(event=evening, to=EventState.DRAFT, note="Wrong day", by=manager)
    assert [step.state for step in evening.steps.all()] == ["draft", "complete", "draft"]


def test_somebody_elses_save_is_not_written_over(asked, evening):
    police = asked.actor("police")
    said = record_of(evening)
    change_event(event=evening, said=said, version=1, by=police)
    with pytest.raises(Stale):
        change_event(event=evening, said=said, version=1, by=police)


def test_hands_are_no_more_than_people(asked, evening):
    hands = {"event": evening, "question": "Which first?", "by": asked.actor("police")}
    with pytest.raises(MoveRefused, match="more hands than people"):
        add_hands(answers=[("A", 31), ("B", 2)], present=30, **hands)
    with pytest.raises(MoveRefused, match="two answers"):
        add_hands(answers=[("A", 3)], present=30, **hands)


def test_an_event_is_for_an_agency_that_one_speaks_for(asked):
    said = EventRecord("Evening", True, None, "", "", "", "", "", None)
    by = asked.actor("fire")
    cycle = asked.partnership.cycles.first()
    with pytest.raises(MoveRefused, match="you speak for"):
        add_event(cycle=cycle, agency=asked.agencies["police"], said=said, by=by)


def test_every_change_is_in_the_audit_without_names(asked, evening):
    add_senior(
        event=evening,
        agency=asked.agencies["fire"],
        name="Lena Moss",
        post="Station manager",
        by=asked.actor("police"),
    )
    row = AuditEvent.objects.filter(event="event.senior_added").last()
    assert "Station manager" in row.details
    assert "Lena" not in row.details


def test_every_state_can_be_left():
    assert {start for start, _ in EVENT_MOVES} == set(EventState)


def test_an_event_from_the_form_to_its_record(asked, sign_in):
    client = sign_in("police")
    start = "/p/exampleshire/consultation/events/"
    new = {"agency": asked.agencies["police"].pk, "title": "Bike surgery", "is_public": "yes"}
    future = {"held_on-day": "1", "held_on-month": "1", "held_on-year": "2099"}
    page = client.post(f"{start}add/", new | future).content.decode()
    assert "must be today or in the past" in page
    page = client.post(f"{start}add/", new, follow=True).content.decode()
    assert "The record is complete once it says: when it was held" in page
    assert "/moves/complete/" not in page  # it would be refused
    event = asked.partnership.consultation_events.get(title="Bike surgery")
    here = f"{start}{event.pk}/"
    person = {"name": "Tom Ashby", "agency": asked.agencies["police"].pk, "post": "Commander"}
    assert (
        "Tom Ashby is on the record"
        in client.post(f"{here}seniors/add/", person, follow=True).content.decode()
    )
    hands = {"question": "Locks?", "present": "20", "answers": "Yes | 12\nNo | few"}
    assert "must be a whole number" in client.post(f"{here}hands/add/", hands).content.decode()
    hands["answers"] = "Yes | 12\nNo | 8"
    page = client.post(f"{here}hands/add/", hands, follow=True).content.decode()
    assert "Attendees said: Locks?" in page
    page = client.post(f"{here}moves/complete/", {"note": ""}).content.decode()
    assert "The record does not say yet" in page
    assert client.get(f"{here}moves/published/").status_code == 404
    client.post(f"{here}seniors/{event.seniors.get().pk}/remove/")
    assert not event.seniors.exists()


def test_a_stale_save_shows_both_texts(asked, evening, sign_in):
    client = sign_in("police")
    new = {
        "agency": evening.agency_id,
        "title": "My title",
        "is_public": "yes",
        "version": 1,
    }
    fill(evening, asked.actor("police"), discussed="Their words")
    here = f"/p/exampleshire/consultation/events/{evening.pk}/change/"
    page = client.post(here, new).content.decode()
    assert "Their words" in page
    assert "My title" in page
    assert client.post(here, new | {"version": 2}).status_code == 302


def test_the_list_leaves_as_it_stands(asked, sign_in):
    address = "/p/exampleshire/consultation/events/?form=csv"
    told = sign_in("manager").get(address).content.decode()
    assert "Borough commander, Midshire Police" in told
    assert sign_in("fire").get(address).status_code == 403


def test_a_year_without_events_teaches_the_next_step(seats, sign_in):
    page = sign_in("manager").get("/p/exampleshire/consultation/events/").content.decode()
    assert "There is no year yet" in page
