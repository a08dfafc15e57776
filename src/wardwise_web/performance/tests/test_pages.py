"""Performance's pages: each opens for whom it should, and does what its button says."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from django.utils import timezone

from wardwise_web.performance.models import Commentary, Reading, Target
from wardwise_web.performance.services.readings import take_from_build
from wardwise_web.performance.tests.readings import build_in_use, indicator_of
from wardwise_web.performance.today import tasks


ROOM = "/p/exampleshire/performance/"
LISTS = ("", "packs/", "annual-plan/", "readings/file/")


def three(name, day):
    """A date as its three boxes send it."""
    return {f"{name}-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}


@pytest.mark.parametrize("address", LISTS)
def test_each_list_opens_empty(sign_in, cycle, address):
    assert sign_in("analyst").get(ROOM + address).status_code == 200


@pytest.mark.parametrize("address", LISTS)
def test_an_auditor_finds_none(sign_in, cycle, indicator, address):
    assert sign_in("auditor").get(ROOM + address).status_code == 404


def test_an_analyst_enters_defines_and_reads_an_indicator(sign_in, seats, cycle):
    client = sign_in("analyst")
    name = {
        "code": "v1", "name": "Violence", "theme": "Violence",
        "owner_id": seats.people["police"].pk, "owner_agency_id": seats.agencies["police"].pk,
    }  # fmt: skip
    assert client.post(f"{ROOM}add/", name)["Location"] == f"{ROOM}of/V1/define/"
    again = client.post(f"{ROOM}add/", name).content.decode()
    assert "Another indicator has that code" in again
    card = {
        "kind": "rate", "numerator": "Offences", "per": "1000", "unit": "offences per 1,000",
        "source": "The force", "better": "lower", "is_recording_driven": "no", "months": "3",
        "lag_days": "30", "tolerance_percent": "5", "build": "-",
    }  # fmt: skip
    assert (
        "Enter what it is counted on" in client.post(f"{ROOM}of/V1/define/", card).content.decode()
    )
    answer = client.post(f"{ROOM}of/V1/define/", card | {"denominator": "Residents"}, follow=True)
    assert "Version 1 is kept" in answer.content.decode()
    reading = {"state": "known", "numerator": "50", "denominator": "20000"}
    wrong = client.post(f"{ROOM}of/V1/reading/", reading | three("month", date(2026, 2, 1)))
    assert "A quarter starts in January" in wrong.content.decode()
    client.post(f"{ROOM}of/V1/reading/", reading | three("month", date(2026, 4, 1)))
    page = client.get(f"{ROOM}of/V1/").content.decode()
    assert "2.5" in page
    assert Reading.objects.get().denominator == 20_000


def test_the_assurer_signs_from_the_page(sign_in, indicator):
    answer = sign_in("assurer").post(f"{ROOM}of/S1/sign/", follow=True)
    assert "Version 1 is signed" in answer.content.decode()
    assert sign_in("analyst").post(f"{ROOM}of/S1/sign/").status_code == 404


def test_a_target_shows_its_luck_before_it_is_set(sign_in, indicator, type_months):
    type_months(indicator, "2025-04", [8, 9, 8] * 4)
    given = {
        "aim": "percent change", "value": "-5", "agreed_by": "Board", "because": "Plan",
        **three("starts", date(2026, 4, 1)),
    }  # fmt: skip
    client = sign_in("manager")
    page = client.post(f"{ROOM}of/S1/target/", given).content.decode()
    assert "37%" in page
    assert Target.objects.count() == 0
    shown = page.split('name="set" value="')[1].split('"')[0]
    changed = client.post(f"{ROOM}of/S1/target/", given | {"set": shown, "value": "-30"})
    assert "Nothing is set: the terms changed" in changed.content.decode()
    assert Target.objects.count() == 0
    client.post(f"{ROOM}of/S1/target/", given | {"set": shown})
    assert Target.objects.get().asked == 95
    few = client.post(f"{ROOM}of/S1/target/", given | three("starts", date(2027, 4, 1)))
    assert "not whole" in few.content.decode()


def test_a_file_with_faults_is_shown_row_by_row(sign_in, indicator):
    file = io.BytesIO(b"indicator,month,numerator\nS1,May,4\n")
    file.name = "q.csv"
    page = sign_in("police").post(f"{ROOM}readings/file/", {"file": file}).content.decode()
    assert "Expected a month like 2026-04" in page
    good = io.BytesIO(b"indicator,month,numerator\nS1,2026-05,4\n")
    good.name = "q.csv"
    answer = sign_in("police").post(f"{ROOM}readings/file/", {"file": good}, follow=True)
    assert "1 reading is kept" in answer.content.decode()


def test_the_build_s_months_are_taken_in_one_press(sign_in, seats, cycle, indicator):
    build_in_use(seats, cycle, {"2026-01": 30})
    client = sign_in("analyst")
    page = client.get(f"{ROOM}of/S1/define/").content.decode()
    assert "Offences in a month: Shoplifting" in page
    card = {
        "kind": "count", "numerator": "Shopliftings", "per": "1", "unit": "offences",
        "source": "The force", "better": "lower", "is_recording_driven": "no", "months": "1",
        "lag_days": "30", "tolerance_percent": "5", "build": "Shoplifting",
    }  # fmt: skip
    client.post(f"{ROOM}of/S1/define/", card)
    answer = client.post(f"{ROOM}of/S1/take/", follow=True).content.decode()
    assert "1 months were new" in answer
    assert "Figure F-202601, run abc1234567" in answer


def test_the_scorecard_leaves_with_the_rows_of_the_screen(sign_in, indicator, type_months):
    type_months(indicator, "2024-04", [40] * 24)
    answer = sign_in("analyst").get(f"{ROOM}?light=grey&form=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[2][0] == "S1"
    assert rows[2][8].startswith("grey")
    other = sign_in("analyst").get(f"{ROOM}?light=red&form=csv").content.decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(other)))) == 2


def test_an_owner_comments_and_says_what_is_done(sign_in, indicator, type_months):
    type_months(indicator, "2026-01", [3])
    client = sign_in("police")
    client.post(f"{ROOM}of/S1/comment/", {"text": "A gang was caught."})
    assert Commentary.objects.get().first == date(2026, 1, 1)
    client.post(f"{ROOM}of/S1/correct/", {"text": "More patrols."})
    page = client.get(f"{ROOM}of/S1/").content.decode()
    assert "A gang was caught." in page
    assert "More patrols." in page


def test_the_plan_leaves_as_a_file_for_the_engine(sign_in, cycle, indicator, type_months):
    type_months(indicator, "2026-01", [3])
    answer = sign_in("manager").get(f"{ROOM}annual-plan/?form=json")
    file = json.loads(answer.content)
    assert (file["schema"], file["year"]) == (1, "2026/27")
    assert file["indicators"][0]["result"] == "no target"
    assert sign_in("analyst").get(f"{ROOM}annual-plan/?form=json").status_code == 403


def test_home_asks_for_a_late_reading_and_a_signature(seats, indicator, type_months):
    partnership = seats.partnership
    (sign,) = tasks(seats.actor("assurer"), partnership)
    assert sign.text.startswith("Sign the definition: S1")
    assert tasks(seats.actor("fire"), partnership) == []
    year = timezone.localdate().year
    assert year >= 2026


@pytest.mark.parametrize(("who", "offered"), [("police", True), ("manager", False)])
def test_handing_in_is_offered_to_those_who_may(sign_in, cycle, indicator, who, offered):
    """A link that leads to 'not found' is none."""
    page = sign_in(who).get(ROOM).content.decode()
    assert ("Hand in readings" in page) is offered


def test_a_reading_from_the_build_opens_its_figure(sign_in, seats, cycle):
    made = indicator_of(seats, "B1", build_measure="offences", build_offence="Shoplifting")
    build = build_in_use(seats, cycle, {"2026-01": 30})
    take_from_build(indicator=made, by=seats.actor("analyst"))
    reading = Reading.objects.get()
    link = f"/builds/{build.pk}/figures/{reading.figure_id}/"
    assert link in sign_in("analyst").get(f"{ROOM}of/B1/").content.decode()


def test_readings_are_not_asked_for_one_by_one(
    sign_in, seats, cycle, django_assert_max_num_queries
):
    """Each names the run that it came from: thirty-six of them are one question."""
    made = indicator_of(seats, "B1", build_measure="offences", build_offence="Shoplifting")
    build_in_use(seats, cycle, {f"2025-{n:02d}": 30 + n for n in range(1, 13)})
    take_from_build(indicator=made, by=seats.actor("analyst"))
    client = sign_in("analyst")
    client.get(f"{ROOM}of/B1/")
    with django_assert_max_num_queries(20):
        client.get(f"{ROOM}of/B1/")
