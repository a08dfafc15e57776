"""Signatures, files, the build, words: who may, and what is refused."""

from __future__ import annotations

import io
import json
from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter
from django.core.exceptions import PermissionDenied
from django.http import Http404

from wardwise.domain.period import Month
from wardwise_web.core.moves import MoveRefused
from wardwise_web.performance.from_build import findings_in_use, held_of, peers_of
from wardwise_web.performance.models import Reading
from wardwise_web.performance.readings_file import FileRefused, read_file
from wardwise_web.performance.rules import TargetRefused
from wardwise_web.performance.selectors import definition_of, series_of
from wardwise_web.performance.services.definitions import (
    declare_break,
    define,
    sign_break,
    sign_definition,
)
from wardwise_web.performance.services.readings import (
    enter_reading,
    hand_in_readings,
    take_from_build,
)
from wardwise_web.performance.services.targets import work_out
from wardwise_web.performance.services.words import comment_on, correct
from wardwise_web.performance.terms import Read, TargetTerms
from wardwise_web.performance.tests.readings import build_in_use, indicator_of, row, terms
from wardwise_web.plan.rules import LinkMissing


def test_whoever_wrote_a_card_does_not_sign_it_and_a_new_version_is_unsigned(seats, indicator):
    first = definition_of(indicator)
    with pytest.raises((PermissionDenied, MoveRefused)):
        sign_definition(definition=first, by=seats.actor("analyst"))
    sign_definition(definition=first, by=seats.actor("assurer"))
    with pytest.raises(MoveRefused, match="signed already"):
        sign_definition(definition=first, by=seats.actor("assurer"))
    again = define(indicator=indicator, terms=terms(lag_days=20), by=seats.actor("analyst"))
    assert (again.version, again.signed_by) == (2, None)
    first.refresh_from_db()
    assert first.lag_days == 10


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": "share"}, "denominator"),
        ({"denominator": "Residents"}, "denominator"),
        ({"is_recording_driven": True}, "direction_because"),
        ({"per": 0}, "per"),
    ],
)
def test_a_card_is_whole(seats, indicator, changes, field):
    with pytest.raises(LinkMissing) as refused:
        define(indicator=indicator, terms=terms(**changes), by=seats.actor("analyst"))
    assert field in refused.value.faults


def test_a_break_is_signed_by_the_assurer_once(seats, indicator):
    made = declare_break(
        indicator=indicator, month=date(2026, 1, 9), what="x", source="y",
        by=seats.actor("analyst"),
    )  # fmt: skip
    assert made.month == date(2026, 1, 1)
    sign_break(broken=made, by=seats.actor("assurer"))
    made.refresh_from_db()
    assert made.signed_by == seats.people["assurer"]
    with pytest.raises(MoveRefused):
        sign_break(broken=made, by=seats.actor("assurer"))
    with pytest.raises(MoveRefused, match="already"):
        declare_break(
            indicator=indicator, month=date(2026, 1, 20), what="x", source="y",
            by=seats.actor("analyst"),
        )  # fmt: skip


GOOD = (
    "indicator,month,numerator,denominator,state,reason\n"
    "S1,2026-04,41,,known,\n"
    "S1,2026-05,,,not known,No return\n"
)
FAULTS = (
    "indicator,month,numerator,denominator,state,reason\n"
    "S9,2026-04,1,,,\n"
    "S1,April,1,,,\n"
    "S1,2026-04,many,,,\n"
    "S1,2026-04,4.5,,,\n"
    "S1,2026-04,,,withheld,\n"
    "S1,2026-04,4,100,,\n"
    "S1,2026-04,4,,perhaps,\n"
    "S1,2026-04,-4,,,\n"
)


def test_a_file_is_kept_whole(seats, indicator):
    rows = read_file(GOOD.encode(), {"S1": indicator})
    assert hand_in_readings(rows=rows, file_name="q1.csv", by=seats.actor("police")) == 2
    assert [one.numerator for one in series_of(indicator).points] == [41, None]
    assert Reading.objects.last().reason == "No return"


def test_every_fault_of_a_file_is_told_by_row_and_column(indicator):
    with pytest.raises(FileRefused) as refused:
        read_file(FAULTS.encode(), {"S1": indicator})
    assert [(one.row, one.column) for one in refused.value.faults] == [
        (2, "indicator"), (3, "month"), (4, "numerator"), (5, "numerator"), (6, "reason"),
        (7, "denominator"), (8, "state"), (9, "numerator"),
    ]  # fmt: skip
    assert Reading.objects.count() == 0


def test_a_workbook_is_read_as_well(seats, indicator):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["indicator", "month", "numerator"])
        day = book.add_format({"num_format": "mmm yyyy"})
        page.write_string(1, 0, "S1")
        page.write_datetime(1, 1, date(2026, 4, 1), day)
        page.write_number(1, 2, 41)
    ((found, read),) = read_file(made.getvalue(), {"S1": indicator})
    assert (found, read.first, read.numerator) == (indicator, Month(2026, 4), 41)


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"PK\x03\x04 broken", b"month,numerator\n", b"", b"x" * 3_000_000]
)
def test_a_file_that_is_none_is_refused_in_a_sentence(indicator, content):
    with pytest.raises(FileRefused) as refused:
        read_file(content, {"S1": indicator})
    assert refused.value.faults[0].words


def test_another_agency_s_indicator_takes_no_reading_from_a_contributor(seats, indicator):
    rows = read_file(GOOD.encode(), {"S1": indicator})
    with pytest.raises((PermissionDenied, Http404)):
        hand_in_readings(rows=rows, file_name="q1.csv", by=seats.actor("fire"))
    assert Reading.objects.count() == 0


def test_readings_are_taken_from_the_build_with_their_figures(seats, cycle):
    made = indicator_of(seats, build_measure="offences", build_offence="Shoplifting")
    build = build_in_use(seats, cycle, {"2026-01": 30, "2026-02": None, "2026-03": 31})
    assert take_from_build(indicator=made, by=seats.actor("analyst")) == 3
    points = series_of(made).points
    assert [one.numerator for one in points] == [30, None, 31]
    assert points[0].reading.figure_id == "F-202601"
    assert points[1].reading.reason == "the month is not held"
    assert points[0].reading.build == build
    assert take_from_build(indicator=made, by=seats.actor("analyst")) == 0  # nothing new


def test_a_month_that_the_source_holds_in_part_is_no_reading_to_compare(seats, cycle):
    made = indicator_of(seats, build_measure="offences", build_offence="Shoplifting")
    build = build_in_use(seats, cycle, {"2026-01": 30, "2026-02": 28})
    rows = json.loads((build.folder / "findings.json").read_text("utf-8"))
    rows[0]["method"] = "count; incomplete: the source is incomplete for January 2026 (88% held)"
    (build.folder / "findings.json").write_text(json.dumps(rows), "utf-8")
    take_from_build(indicator=made, by=seats.actor("analyst"))
    first, second = series_of(made).points
    assert (first.numerator, second.numerator) == (None, 28)
    assert first.reading.reason == "the source is incomplete for January 2026 (88% held)"


def test_dispersion_and_place_come_from_the_build(seats, cycle):
    made = indicator_of(seats, build_measure="offences", build_offence="Shoplifting")
    build_in_use(seats, cycle, {"2026-01": 30})
    _, findings = findings_in_use(seats.partnership)
    assert series_of(made, findings).phi == 2
    assert peers_of(findings, definition_of(made)).worst == 14
    typed = indicator_of(seats, "T9")
    # what is typed is no offence of the build's, not even all of them
    assert peers_of(findings, definition_of(typed)) is None


def test_how_much_of_the_recording_is_held_comes_with_the_readings(seats, cycle):
    made = indicator_of(seats, build_measure="offences", build_offence="Shoplifting")
    build = build_in_use(seats, cycle, {"2026-01": 30})
    share = row("reconciled_percent", "F-HELD", "2024-07", "2025-06", 88.4, unit="percent",
                detail="of the published count")  # fmt: skip
    rows = json.loads((build.folder / "findings.json").read_text("utf-8"))
    (build.folder / "findings.json").write_text(json.dumps([*rows, share]), "utf-8")
    _, findings = findings_in_use(seats.partnership)
    held = held_of(findings, definition_of(made))
    assert held.in_words() == "88.4% of what is published for July 2024 to June 2025"
    assert held_of(findings, definition_of(indicator_of(seats, "T9"))) is None
    other = indicator_of(seats, "T10", build_measure="offences", build_offence="Robbery")
    assert held_of(findings, definition_of(other)) is None


def test_nothing_is_taken_where_nothing_is_named(seats, indicator):
    with pytest.raises(MoveRefused):
        take_from_build(indicator=indicator, by=seats.actor("analyst"))


def test_the_owner_comments_and_another_lead_does_not(seats, indicator):
    first = date(2026, 4, 1)
    made = comment_on(indicator=indicator, first=first, text="A gang.", by=seats.actor("police"))
    assert made.by == seats.people["police"]
    with pytest.raises(PermissionDenied):
        comment_on(indicator=indicator, first=first, text="x", by=seats.actor("owner"))
    with pytest.raises(LinkMissing):
        correct(indicator=indicator, first=first, action=None, text=" ", by=seats.actor("police"))


@pytest.mark.parametrize(
    ("read", "field"),
    [
        (Read(Month(2199, 1), Decimal(5)), "first"),
        (Read(Month(1026, 4), Decimal(5)), "first"),
        (Read(Month(2025, 4), Decimal(10) ** 30), "numerator"),
    ],
)
def test_a_reading_of_a_year_typed_wrong_or_of_thirty_digits_is_refused(
    seats, indicator, read, field
):
    """Kept, either would make every page that lists the indicator fail, or its chart endless."""
    with pytest.raises(LinkMissing) as refused:
        enter_reading(indicator=indicator, read=read, by=seats.actor("analyst"))
    assert field in refused.value.faults


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"starts": date(2028, 2, 29)}, "first day of a month"),
        ({"starts": date(9999, 1, 1)}, "at most 5 years"),
        ({"value": Decimal(-4)}, "below nought"),
        ({"aim": "stretch", "value": Decimal(100), "stretch": Decimal(110)}, "beyond the base"),
    ],
)
def test_a_target_that_cannot_be_met_or_dated_is_refused(seats, indicator, changes, words):
    """A target of 29 February made the whole scorecard fail."""
    terms_ = TargetTerms(
        **{
            "starts": date(2026, 4, 1),
            "aim": "absolute",
            "agreed_by": "The board",
            "because": "It can be done",
            "value": Decimal(100),
            **changes,
        }
    )
    with pytest.raises(TargetRefused, match=words):
        work_out(indicator=indicator, terms=terms_)
