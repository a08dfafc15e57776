"""The ONS police force area data tables as a workbook, in the published layout."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from wardwise.demo.files import ons_words as words
from wardwise.demo.files.ons_words import AREA, COUNTS, FORCE_AREA, RESIDENTIAL, TITLES
from wardwise.demo.headlines import HEADLINES
from wardwise.demo.land import Land
from wardwise.demo.names import SHARED_PARTNERSHIP
from wardwise.demo.official import Official
from wardwise.demo.official_lines import (
    Cell,
    PublishedLine,
    Row,
    country_lines,
    published_lines,
)
from wardwise.demo.people import People


SMALL_BASE = 50  # offences; below it no change is printed
PUBLISHED = datetime(2026, 10, 22, tzinfo=UTC)


def write_ons_tables(path: Path, land: Land, people: People, official: Official) -> None:
    """Write the workbook: cover, contents, notes, P1 to P4 and C1 to C5."""
    lines = published_lines(land, people, official)
    sheets: dict[str, list[Row]] = {
        "Cover_sheet": [[f"Police force area data tables - {words.LATER}"], [words.MADE_UP]],
        "Table of Contents": [["Table of contents"], ["This worksheet contains 1 table."]],
        **_force_sheets(country_lines(lines)),
        **_partnership_sheets(lines),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"title": words.MADE_UP, "created": PUBLISHED.replace(tzinfo=None)})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)


def _force_sheets(lines: list[PublishedLine]) -> dict[str, list[Row]]:
    latest: list[Row] = [[*line.labels, *line.latest.tolist()] for line in lines]
    before: list[Row] = [[*line.labels, *line.before.tolist()] for line in lines]
    rates: list[Row] = [[*line.labels, *_rates(line)] for line in lines]
    changes: list[Row] = [[*line.labels, *_changes(line)] for line in lines]
    headings = (*FORCE_AREA, *words.rate_headings(" (households)"))
    return {
        "Notes- PFA ": _notes("Notes for tables P1, P2, P3, P4", words.FORCE_NOTES),
        "Table P1": _sheet("P1", (*FORCE_AREA, *COUNTS), latest),
        "Table P2": _sheet("P2", (*FORCE_AREA, *COUNTS), changes, shorthand=words.SMALL),
        "Table P3": _sheet("P3", headings, rates),
        "Table P4 ": _sheet("P4", (*FORCE_AREA, *COUNTS), before),
    }


def _partnership_sheets(lines: list[PublishedLine]) -> dict[str, list[Row]]:
    latest: list[Row] = [[*line.labels, *line.latest.tolist()] for line in lines]
    before: list[Row] = [[*line.labels, *line.before.tolist()] for line in lines]
    changes: list[Row] = [[*line.labels, *_changes(line)] for line in lines]
    rates: list[Row] = [[*line.labels, *_rates(line)] for line in lines]
    headings = (*AREA, *words.rate_headings(" (per 1,000 household)"))
    return {
        "Notes - CSP": _notes("Notes", words.NOTES),
        "Table C1": _combined(lines),
        "Table C2": _sheet("C2", (*AREA, *COUNTS), latest),
        "Table C3": _sheet("C3", (*AREA, *COUNTS), changes, shorthand=words.SMALL),
        "Table C4": _sheet("C4", headings, rates),
        "Table C5": _sheet("C5", (*AREA, *COUNTS), before),
    }


def _sheet(
    table: str, headings: Sequence[str], rows: list[Row], *, shorthand: str = words.UNAVAILABLE
) -> list[Row]:
    above: list[Row] = [
        [text] for text in (TITLES[table], *words.OPENING, shorthand, *words.CLOSING)
    ]
    return [*above, list(headings), *rows]


def _notes(title: str, texts: Sequence[str]) -> list[Row]:
    rows: list[Row] = [["Notes"], [words.MADE_UP], [title], ["Note number", "Note text"]]
    return rows + [[number, text] for number, text in enumerate(texts, start=1)]


def _rates(line: PublishedLine) -> Row:
    if line.residents is None or line.households is None:
        return ["[x]"] * (len(HEADLINES) + 3)
    rates: list[Cell] = (line.latest / line.residents * 1000).tolist()
    by_household = float(line.latest[RESIDENTIAL] / line.households * 1000)
    rates.insert(RESIDENTIAL + 1, by_household)
    return [line.residents, line.households, *rates]


def _changes(line: PublishedLine) -> Row:
    if line.residents is None:
        return ["[x]"] * len(HEADLINES)
    return [
        "[u]" if before < SMALL_BASE else float((latest - before) / before * 100)
        for before, latest in zip(line.before.tolist(), line.latest.tolist(), strict=True)
    ]


def _combined(lines: list[PublishedLine]) -> list[Row]:
    first, second, together = SHARED_PARTNERSHIP
    force = next(line.labels[1] for line in lines if line.labels[3] == together)
    above: list[Row] = [[TITLES["C1"]], ["This worksheet contains one table."]]
    listed: list[Row] = [[force, together, "", first], ["", "", "", second]]
    return [*above, ["Link to table of contents"], list(words.COMBINED), *listed]
