"""A partnership workbook in the layout of the ONS police force area data tables, made up.

One force (Sampleshire) with the partnerships Sampleton and Otherham and an 'Unassigned' line.
Every offence of the later year has 100 offences in Sampleton and 50 in Otherham, the year before
80 and 50; residents are 4,600 and 2,900, households 1,900 and 1,250.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from wardwise.reference.load import load_table


OFFENCES = [str(row["offence"]) for row in load_table("ons_headline_offence").rows]
LABELS = [
    "Police Force\n Area code",
    "Police Force\n Area  name",
    "Community Safety\n Partnership code",
    "Community Safety\n Partnership name",
    "Local Authority code",
    "Local Authority name",
]
TOTAL = "Total recorded crime\n (excluding fraud)"
FORCE = ["E23999991", "Sampleshire "]
PLACES = [
    [*FORCE, "", "", "", ""],
    [*FORCE, "E22999992", "Otherham", "E06999992", "Otherham "],
    [*FORCE, "E22999991", "Sampleton [note 4]", "Combined Local Authorities", ""],
    [*FORCE, "", "Unassigned Sampleshire", "", ""],
]
LATER, EARLIER = (155, 50, 100, 5), (133, 50, 80, 3)
RESIDENTS, HOUSEHOLDS = (7500, 2900, 4600), (3150, 1250, 1900)
Sheets = dict[str, list[list[object]]]


def sample_sheets(*, year: int = 2024) -> Sheets:
    """Cells by sheet name, with the spellings and markers of the published workbook."""
    return {
        "Cover_sheet": [["Police force area data tables"]],
        "Notes - CSP": [
            ["Notes"],
            ["Note number", "Note text"],
            [4, "There is an undercount of burglary."],
        ],
        "Table C1": [
            ["Table C1: List of combined Local Authorities"],
            [],
            [],
            ["Police Force Area name", "Community Safety Partnership name", "code", "name"],
            ["Sampleshire", "Sampleton", "E06999991", "Sampleton"],
            ["", "", "E06999993", "Farton"],
        ],
        "Table C2": _counts("C2", year, LATER),
        "Table C3": _changes(year),
        "Table C4 ": _rates(year),
        "Table C5": _counts("C5", year - 1, EARLIER),
    }


def _opening(name: str, year: int) -> list[list[object]]:
    title = f"Table {name}:  Recorded crimes, England and Wales, year ending March {year} [note 1]"
    return [[title], ["Some shorthand is used in this table."], ["Source: Home Office"]]


def _counts(name: str, year: int, counts: tuple[int, ...]) -> list[list[object]]:
    lines = [
        [*place, *[count] * (len(OFFENCES) + 1)]
        for place, count in zip(PLACES, counts, strict=True)
    ]
    return [*_opening(name, year), [*LABELS, TOTAL, *OFFENCES], *lines]


def _changes(year: int) -> list[list[object]]:
    percent = [
        100 * (later - earlier) / earlier for later, earlier in zip(LATER, EARLIER, strict=True)
    ]
    cells: list[object] = [percent[0], percent[1], percent[2], "[x]"]
    lines = [
        [*place, *[cell] * (len(OFFENCES) + 1)] for place, cell in zip(PLACES, cells, strict=True)
    ]
    lines[1][7] = "[u]"  # Otherham's change in violence
    return [*_opening("C3", year), [*LABELS, TOTAL, *OFFENCES], *lines]


def _rates(year: int) -> list[list[object]]:
    columns: list[object] = []
    for offence in OFFENCES:
        if offence == "Residential burglary":
            columns += [f"{offence} (per 1,000 population)", f"{offence} (per 1,000 household)"]
        else:
            columns.append(offence)
    lines = []
    for place, count, people, homes in zip(PLACES, LATER, RESIDENTS, HOUSEHOLDS, strict=False):
        rates = [
            1000 * count / (homes if "household" in str(column) else people) for column in columns
        ]
        lines.append([*place, people, homes, 1000 * count / people, *rates])
    lines.append([*PLACES[3], "[X]", "[X]", *["[x]"] * (len(columns) + 1)])
    bases = [
        "Population figures\n (mid-2022) \n- rounded to 100",
        "Household figures\n (mid-2021)\n - rounded to 100",
    ]
    return [*_opening("C4", year), [*LABELS, *bases, TOTAL, *columns], *lines]


def write_workbook(path: Path, sheets: Sheets) -> Path:
    """The cells as an Excel workbook."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        for name, lines in sheets.items():
            sheet = book.add_worksheet(name)
            for number, line in enumerate(lines):
                sheet.write_row(number, 0, line)
    return path


def workbook_with(path: Path, change: Callable[[Sheets], object]) -> Path:
    """The made-up workbook in a data folder, after a change to its sheets."""
    sheets = sample_sheets()
    change(sheets)
    write_workbook(path / "ons" / "tables.xlsx", sheets)
    return path
