"""The year's checklist reads the public meetings from their records."""

from __future__ import annotations

from wardwise_web.assessments.on_record import on_record
from wardwise_web.assessments.services.checklist import answer_item
from wardwise_web.consultation.services.events import move_event
from wardwise_web.consultation.states import EventState


def item_of(asked):
    return asked.partnership.cycles.first().checklist.get(item="12(c)")


def pages_of(item):
    here = f"/p/exampleshire/years/{item.cycle_id}/checklist/"
    return here, f"{here}{item.pk}/"


def test_the_checklist_shows_the_record_and_offers_it_as_the_answer(asked, sign_in):
    item, analyst = item_of(asked), sign_in("analyst")
    listed, answering = pages_of(item)
    assert "Met by 1 event: Face to face with the partners." in analyst.get(listed).content.decode()
    assert (
        'value="1 event: Face to face with the partners."'
        in analyst.get(answering).content.decode()
    )
    assert item.is_empty  # a person answers, not the record
    recorded = on_record(asked.actor("analyst"), item.cycle)["12(c)"]
    analyst.post(answering, recorded.as_answer() | {"version": "0"})
    assert item_of(asked).met_by == "1 event: Face to face with the partners."


def test_without_a_meeting_the_reason_is_offered(asked, meeting, sign_in):
    take_back(asked, meeting)
    page = sign_in("analyst").get(pages_of(item_of(asked))[1]).content.decode()
    assert ">no public meeting of this year has a complete record.</textarea>" in page


def test_an_answer_that_the_record_contradicts_is_shown(asked, meeting, sign_in):
    item, by = item_of(asked), asked.actor("analyst")
    answer_item(item=item, met_by="The meeting of October", reason="", version=0, by=by)
    listed, answering = pages_of(item)
    assert "The record says otherwise" not in sign_in("board").get(listed).content.decode()
    take_back(asked, meeting)
    assert "The record says otherwise" in sign_in("board").get(listed).content.decode()
    # what somebody answered stays in the form
    page = sign_in("analyst").get(answering).content.decode()
    assert 'value="The meeting of October"' in page
    assert "On record: Not met" in page
    assert "complete record.</textarea>" not in page


def take_back(asked, meeting):
    for to in (EventState.COMPLETE, EventState.DRAFT):
        move_event(event=meeting, to=to, note="A name is wrong", by=asked.actor("manager"))


def test_who_reads_no_events_is_told_nothing_of_them(asked):
    cycle = asked.partnership.cycles.first()
    assert set(on_record(asked.actor("scrutiny"), cycle)) == {"12(c)"}
    assert on_record(asked.actor("administrator"), cycle) == {}
