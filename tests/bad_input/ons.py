"""Faults of the ONS workbook, each by its cause: what is said and the exit code."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bad_input.case import Act, Case, Make
from tests.sample_workbook import Sheets, workbook_with
from wardwise.sources.ons_csp import read_ons_csp


HEADINGS = 3  # position of the row of headings in the made-up sheets


def _changed(change: Callable[[Sheets], object]) -> Make:
    """The made-up workbook after a change to its cells."""

    def make(path: Path) -> Act:
        return partial(read_ons_csp, [workbook_with(path, change)])

    return make


def _cell(sheet: str, row: int, column: int, value: object) -> Make:
    return _changed(lambda sheets: sheets[sheet][row].__setitem__(column, value))


def _column_gone(sheets: Sheets) -> None:
    for line in sheets["Table C2"][HEADINGS:]:
        del line[8]


def _renamed(sheets: Sheets) -> None:
    sheets["Crime by CSP"] = sheets.pop("Table C2")


def _no_folder(path: Path) -> Act:
    return partial(read_ons_csp, [path])


def _not_a_workbook(path: Path) -> Act:
    (path / "ons").mkdir()
    (path / "ons" / "tables.xlsx").write_text("<html>The page has moved</html>", "utf-8")
    return partial(read_ons_csp, [path])


def _cut_short(path: Path) -> Act:
    workbook_with(path, lambda _: None)
    file = path / "ons" / "tables.xlsx"
    file.write_bytes(file.read_bytes()[:-2000])
    return partial(read_ons_csp, [path])


def _old_format(path: Path) -> Act:
    (path / "ons").mkdir()
    (path / "ons" / "tables.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    return partial(read_ons_csp, [path])


def _saved_as_csv(path: Path) -> Act:
    workbook_with(path, lambda _: None)
    (path / "ons" / "tables.xlsx").rename(path / "ons" / "tables.csv")
    return partial(read_ons_csp, [path])


def _empty(path: Path) -> Act:
    (path / "ons").mkdir()
    (path / "ons" / "tables.xlsx").touch()
    return partial(read_ons_csp, [path])


def _bomb(path: Path) -> Act:
    """The made-up workbook with a part of eight megabytes of noughts."""
    workbook_with(path, len)
    file = next((path / "ons").glob("*.xlsx"))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("xl/media/image1.emf", bytes(8 * 1024**2))
    return partial(read_ons_csp, [path])


CASES: list[Case] = [
    (
        "a part of the workbook would unpack to a thousand times its size",
        _bomb,
        15,
        ("'xl/media/image1.emf'", "would unpack to more than", "zip bomb"),
    ),
    ("no workbook in any data folder", _no_folder, 16, ("ons/", "wardwise fetch ons")),
    ("the workbook is an empty file", _empty, 16, ("ons/tables.xlsx", "empty")),
    ("the workbook is a web page", _not_a_workbook, 10, ("ons/tables.xlsx", "not a workbook")),
    ("the workbook is an old .xls renamed", _old_format, 10, ("tables.xlsx", "not a workbook")),
    (
        "the workbook was saved as CSV",
        _saved_as_csv,
        16,
        ("ons/", "no data folder holds a workbook"),
    ),
    ("the workbook is cut short", _cut_short, 10, ("ons/tables.xlsx", "not a workbook")),
    (
        "a sheet has been renamed",
        _changed(_renamed),
        10,
        ("no sheet 'Table C2'", "Crime by CSP", "under their own names"),
    ),
    (
        "an offence has been renamed",
        _cell("Table C2", HEADINGS, 8, "Killings"),
        10,
        ("Table C2, row 4, column 'Killings'", "not an offence that we know"),
    ),
    (
        "an offence is there twice",
        _cell("Table C2", HEADINGS, 8, "Violence against the  person"),
        10,
        ("row 4, column 'Violence against the person'", "twice"),
    ),
    (
        "a column of the workbook is missing",
        _changed(_column_gone),
        10,
        ("column 'Homicide'", "no column of this name"),
    ),
    (
        "the headings of a sheet are gone",
        _changed(lambda sheets: sheets["Table C5"].pop(HEADINGS)),
        10,
        ("Table C5", "no row begins with the headings"),
    ),
    (
        "the title of a sheet does not name the year",
        _cell("Table C2", 0, 0, "Crimes by area"),
        10,
        ("row 1", "'Crimes by area'", "year ending"),
    ),
    (
        "a count has been overwritten with words",
        _cell("Table C2", HEADINGS + 2, 9, "about 50"),
        10,
        ("row 6", "Death or serious injury", "'about 50'", "marker such as [x]"),
    ),
    (
        "a count is not a whole number",
        _cell("Table C2", HEADINGS + 2, 6, 50.5),
        10,
        ("row 6", "50.5", "whole number"),
    ),
]
