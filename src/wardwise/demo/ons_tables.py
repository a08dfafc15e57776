"""The ONS police force area data tables as a workbook, with the spellings of the published one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np
import xlsxwriter
from numpy.typing import NDArray

from wardwise.demo.headlines import HEADLINES, headline_counts
from wardwise.demo.land import Land
from wardwise.demo.names import FORCES, SHARED_PARTNERSHIP
from wardwise.demo.official import OFFICIAL_YEAR, Official, year_by_partnership
from wardwise.demo.people import People
from wardwise.demo.people_files import by_district


Ints = NDArray[np.int64]
Cell = str | int | float
Row = list[Cell]

LATER, BEFORE = "year ending June 2026", "year ending June 2025"
SMALL_BASE = 50  # below it no change is printed
GROWTH = 1.031  # of residents since Census 2021
MADE_UP = "Every figure in this workbook is made up: Exampleshire does not exist."
AREA = ["Police Force\n Area code", "Police Force\n Area name", "Community Safety\n Partnership code",
        "Community Safety\n Partnership name", "Local Authority code", "Local Authority name"]  # fmt: skip
PEOPLE = ["Population figures\n (mid-2024) \n- rounded to 100",
          "Household figures\n (mid-2021)\n - rounded to 100"]  # fmt: skip
TOTAL_HEADER = "Total recorded crime\n (excluding fraud)"
RESIDENTIAL = list(HEADLINES).index("Residential burglary")
OPENING = ["Police recorded crime statistics are made up for the demonstration",
           "This worksheet contains one table. Some cells refer to notes which can be found on the "
           "notes worksheet."]  # fmt: skip
CLOSING = [
    "Link to Notes page",
    "Link to table of contents",
    "Source: Home Office - Police recorded crime",
]
X = "Some shorthand is used in this table.  [x] indicates data are unavailable."
U = ("Some shorthand is used in this table. [u] indicates that a number is being suppressed as the "
     "data comes from a small base of less than 50. [x] indicates data are unavailable.")  # fmt: skip
NOTES = ["Caution must be taken when interpreting small numbers of offences.",
         "The number of offences for partnerships may be lower than the force's total: offences "
         "that cannot be allocated are shown as 'Unassigned'.",
         "Midshire Police changed how it records public order offences in December 2025."]  # fmt: skip


@dataclass(frozen=True, eq=False)
class PublishedLine:
    """One line of the partnership tables: its names, people, and two years of headlines."""

    labels: Row
    residents: int | None  # rounded to 100; None where there is no area
    households: int | None
    before: Ints
    latest: Ints


def write_ons_tables(path: Path, land: Land, people: People, official: Official) -> None:
    """Write the workbook: cover, contents, notes, P1, P3, P4 and C1 to C5."""
    lines = published_lines(land, people, official)
    countries = _country_lines(lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"title": MADE_UP, "created": datetime(2026, 10, 22)})  # noqa: DTZ001
        for name, rows in _sheets(lines, countries).items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)


def published_lines(land: Land, people: People, official: Official) -> list[PublishedLine]:
    """Force by force: the force, its partnerships by name, and what no partnership has."""
    years = [
        headline_counts(year_by_partnership(land, official, period))
        for period in (OFFICIAL_YEAR.earlier(), OFFICIAL_YEAR)
    ]
    residents = np.round(by_district(land, people.residents) * GROWTH, -2)
    households = np.round(by_district(land, people.households), -2)
    lines: list[PublishedLine] = []
    for force, (code, name) in enumerate(FORCES):
        own = np.flatnonzero(land.force_of == force)
        rest = len(land.district_code) if force == 0 else None
        everything = [*own, rest] if rest is not None else list(own)
        total = [year[everything].sum(axis=0) for year in years]
        people_of = (int(residents[own].sum()), int(households[own].sum()))
        lines.append(PublishedLine([code, name, "", "", "", ""], *people_of, total[0], total[1]))
        for partnership in sorted(dict.fromkeys(land.csp_name[own])):
            members = own[land.csp_name[own] == partnership]
            lines.append(_partnership(land, (code, name), members, (residents, households), years))
        if rest is not None:
            labels: Row = [code, name, "", f"Unassigned {name}", "", ""]
            lines.append(PublishedLine(labels, None, None, years[0][rest], years[1][rest]))
    return lines


def _partnership(
    land: Land, force: tuple[str, str], members: Ints, people: tuple[Ints, Ints], years: list[Ints]
) -> PublishedLine:
    first, alone = members[0], len(members) == 1
    district: Row = (
        [str(land.district_code[first]), f"{land.district_name[first]} "] if alone else ["", ""]
    )
    labels: Row = [*force, str(land.csp_code[first]), str(land.csp_name[first]), *district]
    return PublishedLine(
        labels,
        int(people[0][members].sum()),
        int(people[1][members].sum()),
        years[0][members].sum(axis=0),
        years[1][members].sum(axis=0),
    )


def _country_lines(lines: list[PublishedLine]) -> list[PublishedLine]:
    """England and Wales, and England, are the five forces; then each force."""
    forces = [line for line in lines if line.labels[2] == "" and line.residents is not None]

    def together(code: str, name: str) -> PublishedLine:
        return PublishedLine(
            [code, name],
            sum(line.residents or 0 for line in forces),
            sum(line.households or 0 for line in forces),
            np.sum([line.before for line in forces], axis=0),
            np.sum([line.latest for line in forces], axis=0),
        )

    own = [
        PublishedLine(f.labels[:2], f.residents, f.households, f.before, f.latest) for f in forces
    ]
    return [
        together("K04000001", "ENGLAND AND WALES [note 3]"),
        together("E92000001", "ENGLAND "),
        *own,
    ]


def _sheets(lines: list[PublishedLine], countries: list[PublishedLine]) -> dict[str, list[Row]]:
    where = "by offence group and police force area, England and Wales,"
    by_partnership = "by Community Safety Partnership area, England and Wales,"
    counts = [TOTAL_HEADER, *list(HEADLINES)[1:]]
    force_area: Row = ["Area Code", "Area Name"]
    return {
        "Cover_sheet": [["Police force area data tables - " + LATER, ""], [MADE_UP, ""]],
        "Table of Contents": [["Table of contents"], ["This worksheet contains 1 table."]],
        "Notes- PFA ": _notes("Notes for tables P1, P2, P3, P4", ["Made up.", "Made up.", "Made up."]),
        "Table P1": _sheet(
            f"Table P1:  Police recorded crime {where} number of offences, {LATER} [note 1]",
            X, [*force_area, *counts], [[*c.labels, *c.latest.tolist()] for c in countries]),
        "Table P3": _sheet(
            f"Table P3:  Police recorded crime {where} rate of offences per 1,000 population, {LATER} [note 1]",
            X, [*force_area, *PEOPLE, *_rate_headers(" (households)")],
            [[*c.labels, *_rates(c)] for c in countries]),
        "Table P4 ": _sheet(
            f"Table P4:  Police recorded crime {where} number of offences, {BEFORE} [note1]",
            X, [*force_area, *counts], [[*c.labels, *c.before.tolist()] for c in countries]),
        "Notes - CSP": _notes("Notes", NOTES),
        "Table C1": [
            ["Table C1: List of combined Local Authorities by Community Safety Partnership in "
             "England and Wales"], ["This worksheet contains one table."],
            ["Link to table of contents"],
            ["Police Force Area name", "Community Safety Partnership name", "Local Authority code",
             "Local Authority name"], *_combined(lines)],
        "Table C2": _sheet(
            f"Table C2: Number of police recorded crimes for headline offences {by_partnership} "
            f"{LATER} [note 1][note 2][note 3]",
            X, [*AREA, *counts], [[*line.labels, *line.latest.tolist()] for line in lines]),
        "Table C3": _sheet(
            f"Table C3: Percentage change between recorded crimes for headline offences, "
            f"{by_partnership} for {BEFORE} and {LATER} [note 1]",
            U, [*AREA, *counts], [[*line.labels, *_changes(line)] for line in lines]),
        "Table C4": _sheet(
            f"Table C4:  Recorded crime rate per 1,000 population/households for headline offences, "
            f"{by_partnership} {LATER} [note 1]",
            X, [*AREA, *PEOPLE, *_rate_headers(" (per 1,000 household)")],
            [[*line.labels, *_rates(line)] for line in lines]),
        "Table C5": _sheet(
            f"Table C5:  Number of police recorded crimes for headline offences {by_partnership} "
            f"{BEFORE} [note 1][note 2][note 3]",
            X, [*AREA, *counts], [[*line.labels, *line.before.tolist()] for line in lines]),
    }  # fmt: skip


def _sheet(title: str, shorthand: str, header: Sequence[Cell], rows: list[Row]) -> list[Row]:
    above = [title, *OPENING, shorthand, *CLOSING]
    return [*[[text] for text in above], list(header), *rows]


def _notes(title: str, texts: Sequence[str]) -> list[Row]:
    rows: list[Row] = [["Notes"], [MADE_UP], [title], ["Note number", "Note text"]]
    return rows + [[number, text] for number, text in enumerate(texts, start=1)]


def _rate_headers(by_household: str) -> list[str]:
    headers = [TOTAL_HEADER, *list(HEADLINES)[1:]]
    return [
        *headers[: RESIDENTIAL + 1],
        f"Residential burglary{by_household}",
        *headers[RESIDENTIAL + 1 :],
    ]


def _rates(line: PublishedLine) -> Row:
    if line.residents is None or line.households is None:
        return ["[x]"] * (len(HEADLINES) + 3)
    rates = (line.latest / line.residents * 1000).tolist()
    by_household = line.latest[RESIDENTIAL] / line.households * 1000
    return [line.residents, line.households, *rates[: RESIDENTIAL + 1], float(by_household),
            *rates[RESIDENTIAL + 1 :]]  # fmt: skip


def _changes(line: PublishedLine) -> Row:
    if line.residents is None:
        return ["[x]"] * len(HEADLINES)
    return [
        "[u]" if before < SMALL_BASE else float((latest - before) / before * 100)
        for before, latest in zip(line.before.tolist(), line.latest.tolist(), strict=True)
    ]


def _combined(lines: list[PublishedLine]) -> list[Row]:
    first, second, together = SHARED_PARTNERSHIP
    force = next(str(line.labels[1]) for line in lines if line.labels[3] == together)
    return [[force, together, "", first], ["", "", "", second]]
