"""Services from a file of Open Referral UK: all that are new, or none with every fault."""

from __future__ import annotations

import io
import json

import pytest

from wardwise_web.plan.choices import FACTORS
from wardwise_web.plan.models import Service
from wardwise_web.plan.service_file import Otherwise, ServicesRefused, read_services


AGENCIES = {"kilnfield homes": 7}
OTHERWISE = Otherwise(2, "Fewer come back", "Strategic board", "none")
ROOM = "/p/exampleshire/plan/services/"
ONE = {
    "id": "0f5e", "name": "Warm space", "description": "Open doors in winter", "status": "active",
    "organization": {"id": "1", "name": "Kilnfield Homes"}, "minimum_age": 16, "maximum_age": None,
    "service_areas": [{"name": "Kilnfield"}, {"name": "Ivygate"}], "assured_date": "2026-09-01",
}  # fmt: skip


def read(*services, **whole):
    content = json.dumps(whole or {"contents": list(services)}).encode()
    return read_services(content, agencies=AGENCIES, otherwise=OTHERWISE)


def test_what_a_directory_says_is_taken_and_the_rest_is_what_was_answered():
    (one,) = read(ONE)
    assert (one.name, one.agency_id, one.scale, one.outcome) == (
        "Warm space", 7, 2, "Fewer come back",
    )  # fmt: skip
    assert one.more["ages"] == "16 and over"
    assert one.more["areas"] == "Kilnfield; Ivygate"
    assert one.more["is_open"] is True
    assert one.no_factor_because == "The directory that it comes from names no factor"


# what is wrong with a service, and the sentence about it
WRONG = [
    ({"name": ""}, "it has no 'name'"),
    ({"name": "x" * 201}, "more than 200 letters"),
    ({"organization": None}, "does not say who provides it"),
    ({"organization": {"name": "Somebody"}}, "'Somebody' is no agency of this partnership"),
    ({"minimum_age": "old"}, "'minimum_age' is no age"),
    ({"assured_date": "soon"}, "'assured_date' is no date"),
    ({"attributes": [{"label": "Scale of prevention", "value": "Huge"}]}, "'Huge' is no scale"),
]


@pytest.mark.parametrize(("wrong", "told"), WRONG)
def test_each_fault_is_a_sentence_with_the_number_of_the_service(wrong, told):
    with pytest.raises(ServicesRefused) as refused:
        read(ONE, ONE | {"name": "Other"} | wrong)
    (fault,) = refused.value.faults
    assert fault.startswith("Service 2")
    assert told in fault


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<html>", b"[]", b'{"items": 3}', b"7"])
def test_what_is_no_list_of_services_is_refused(content):
    with pytest.raises(ServicesRefused):
        read_services(content, agencies=AGENCIES, otherwise=OTHERWISE)


def test_a_name_twice_is_refused():
    with pytest.raises(ServicesRefused, match="stands twice"):
        read(ONE, ONE | {"name": "WARM SPACE"})


def posted(content, **more):
    file = io.BytesIO(content)
    file.name = "services.json"
    return {
        "file": file, "scale": "2", "outcome": "Fewer", "lead_group": "Board", "grade": "none",
    } | more  # fmt: skip


def test_what_this_application_wrote_is_read_back(sign_in, seats, cycle):
    from wardwise_web.plan.services.service_map import add_service
    from wardwise_web.plan.terms import ServiceTerms

    factor = FACTORS[0].code
    terms = ServiceTerms(
        "Mentors", seats.agencies["housing"].pk, 3, "Fewer first offences", "Executive", "strong",
        (factor,), more={"places": 60, "ages": "11 to 17"},
    )  # fmt: skip
    made = add_service(partnership=seats.partnership, terms=terms, by=seats.actor("manager"))
    content = sign_in("manager").get(f"{ROOM}?form=json").content
    before = {**Service.objects.values().get(pk=made.pk)}
    made.delete()
    answer = sign_in("manager").post(f"{ROOM}file/", posted(content), follow=True)
    assert "1 services are put on the map" in answer.content.decode()
    after = {**Service.objects.values().get()}
    assert {k: v for k, v in after.items() if k != "id"} == {
        k: v for k, v in before.items() if k != "id"
    }


def test_one_on_the_map_is_left_and_a_fault_keeps_all_out(sign_in, cycle):
    client = sign_in("manager")
    wrong = json.dumps([ONE, ONE | {"name": "B", "organization": {"name": "X"}}]).encode()
    page = client.post(f"{ROOM}file/", posted(wrong)).content.decode()
    assert "Service 2 (&#39;B&#39;)" in page
    assert not Service.objects.exists()
    good = json.dumps([ONE]).encode()
    client.post(f"{ROOM}file/", posted(good))
    again = client.post(f"{ROOM}file/", posted(good, outcome="Other"), follow=True)
    assert "left as they are: Warm space" in again.content.decode()
    assert Service.objects.get().outcome == "Fewer"


def test_who_may_not_add_a_service_takes_none_in(sign_in, cycle):
    for who in ("board", "scrutiny", "administrator"):
        assert sign_in(who).get(f"{ROOM}file/").status_code in (403, 404)
