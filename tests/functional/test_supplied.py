"""Prescribed information by quarter: in time, late, in part or not at all; worked by hand."""

from __future__ import annotations

import pyarrow as pa
import pytest

from tests.partner_folder import asked
from tests.tidy_force import desk_of, settings, stored, tidy_tables
from wardwise.chapters.evidence_and_trust.analyse import analyse
from wardwise.chapters.evidence_and_trust.findings import EvidenceFindings
from wardwise.chapters.evidence_and_trust.supplied import (
    quarters_table,
    supplied_sections,
    supply_table,
)
from wardwise.domain.period import Month
from wardwise.domain.supply import quarters_to
from wardwise.evidence.recompute import recompute
from wardwise.evidence.tables import Tables
from wardwise.sources.tidy import tidy_rows


LATER = "a later extract holds it"
Row = dict[str, object]


def file_line(dataset: str, path: str, received_on: str) -> Row:
    return {
        **dict.fromkeys(("sha256", "mapping_sha256"), "0" * 64),
        **dict.fromkeys(("mapping", "mapping_version", "key_fingerprint", "gateway"), "x"),
        **dict.fromkeys(("controller", "purpose", "marking", "supplier"), "x"),
        "retain_until": "2030-03-31",
        "source": f"partner:{dataset}",
        "dataset": dataset,
        "path": path,
        "received_on": received_on,
        **dict.fromkeys(("bytes", "rows_in", "rows_used"), 1),
    }


def record(dataset: str, path: str, day: str, lsoa: str | None = None, why: str = "") -> Row:
    return {
        "source": f"partner:{dataset}",
        "dataset": dataset,
        "supplier": "x",
        "file": path,
        "row": 2,
        "recorded_on": day,
        "month": day[:7],
        "time_precision": "date",
        "place_precision": "lsoa" if lsoa else "none",
        "lsoa_code": lsoa,
        "used": not why,
        "set_aside": why or None,
    }


CRIME, FIRE = "recorded_crime", "fires"


def partner_tables() -> dict[str, pa.Table]:
    """The last quarter of 2024 in two extracts, the first superseded; fires without November."""
    rows = [
        record(CRIME, "a.csv", "2024-10-03", "E01", LATER),
        record(CRIME, "a.csv", "2024-11-05", "E01", LATER),
        record(CRIME, "b.csv", "2024-10-03", "E01"),
        record(CRIME, "b.csv", "2024-11-05", "E01"),
        record(CRIME, "b.csv", "2024-12-30", None),
        record(CRIME, "b.csv", "2024-12-31", "E01", "offence: not given"),
        record(FIRE, "f.csv", "2024-10-01", "E01"),
        record(FIRE, "f.csv", "2024-12-01", "E01"),
        record(FIRE, "f.csv", "2024-07-01", "E01"),
    ]
    files = [
        file_line(CRIME, "a.csv", "2024-12-10"),
        file_line(CRIME, "b.csv", "2025-04-12"),
        file_line(FIRE, "f.csv", "2025-01-15"),
    ]
    return {
        "partner_record": tidy_rows("partner_record", rows),
        "partner_file": tidy_rows("partner_file", files),
        "partner_person": tidy_rows("partner_person", []),
    }


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return stored(tmp_path_factory.mktemp("supply"), tidy_tables() | partner_tables())


@pytest.fixture(scope="module")
def found(tables: Tables) -> EvidenceFindings:
    said = {"dataset": "exclusions", "whom": "The head of inclusion", "on": "2025-02-03"}
    desk = desk_of(
        tables,
        partner_files=[asked(CRIME, "b.csv").model_dump()],
        supply={"asked": [{**said, "answer": "not before the summer"}]},
        period={"year_ends": "2024-12"},
    )
    return analyse(desk)


def cells(found: EvidenceFindings, title: str) -> list[str]:
    """One row of the table of quarters."""
    (row,) = [
        row
        for row in quarters_table(found.supplied, judged_on=found.supply_judged_on).rows
        if str(row[0]) == title
    ]
    return [str(cell) for cell in row[2:]]


def test_the_last_four_whole_quarters() -> None:
    assert [str(one) for one in quarters_to(Month(2024, 12), count=1)] == ["2024-10/2024-12"]
    # November 2024 ends no quarter: the last that is whole ended in September
    assert [str(one) for one in quarters_to(Month(2024, 11))] == [
        "2023-10/2023-12",
        "2024-01/2024-03",
        "2024-04/2024-06",
        "2024-07/2024-09",
    ]


def test_every_dataset_of_the_regulations_has_a_row(found: EvidenceFindings) -> None:
    assert len(quarters_table(found.supplied, judged_on=found.supply_judged_on).rows) == 11
    assert len(found.supplied) == 44


def test_a_quarter_is_received_when_the_last_of_its_months_first_came(
    found: EvidenceFindings,
) -> None:
    # October and November first came on 10 December, December on 12 April; due on 31 March
    assert cells(found, "Recorded crime")[3] == "12 days late"


def test_a_month_without_a_row_is_named(found: EvidenceFindings) -> None:
    assert cells(found, "Fires and false alarms") == [
        "not supplied",
        "not supplied",
        "15 days late, without August and September",  # due on 31 December, came on 15 January
        "in time, without November",
    ]


def test_rows_places_and_reasons_are_counted(found: EvidenceFindings) -> None:
    (row,) = [
        row
        for row in supply_table(found.supplied).rows
        if (row[0], row[3]) == ("Recorded crime", "12 April 2025")
    ]
    told = [cell if isinstance(cell, str) else cell.text for cell in row]  # type: ignore[union-attr]
    assert told[2:10] == [
        "31 March 2025",
        "12 April 2025",
        "3 October 2024 to 31 December 2024",
        "3",  # used: 3 October, 5 November, 30 December
        "3",  # two of the earlier extract, one without an offence
        "66.7%",  # two of the three used have a place
        "lsoa",
        "12",
    ]
    assert told[10] == f"{LATER}; offence: not given"


def test_who_was_asked_stands_beside_the_quarter_that_had_ended(found: EvidenceFindings) -> None:
    asked_of = [
        row.supply.quarter.label
        for row in found.supplied
        if row.supply.asked == ("The head of inclusion, 2025-02-03: not before the summer",)
    ]
    # asked in February 2025: after four quarters had ended, the first of them in March 2024
    assert asked_of == [
        "January 2024 to March 2024",
        "April 2024 to June 2024",
        "July 2024 to September 2024",
        "October 2024 to December 2024",
    ]


def test_every_number_is_made_again_from_the_rows(found: EvidenceFindings, tables: Tables) -> None:
    figures = [
        figure
        for row in found.supplied
        for figure in (row.rows, row.set_aside, row.located_percent, row.days_late)
        if figure.status == "known"
    ]
    assert len(figures) == 3 * 4  # crime in one quarter, fires in two
    assert len({figure.figure_id for figure in figures}) == 12
    for figure in figures:
        assert figure.recipe is not None
        assert recompute(figure.recipe, tables) == pytest.approx(figure.number)


def test_without_partners_files_there_is_no_section(tables: Tables) -> None:
    assert supplied_sections(analyse(desk_of(tables))) == ()
    assert settings().partner_files == ()
