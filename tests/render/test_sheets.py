"""The workbook: accessible by the rules, exact, safe, and the same in both formats."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from odf.opendocument import load
from odf.table import DatabaseRange
from odf.table import Table as OdfTable
from python_calamine import CalamineWorkbook

from wardwise.render.numbering import every_table
from wardwise.render.sheets import write_ods, write_xlsx


def sheets_of(path) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def fifteen_digits(path) -> dict[str, list[list[object]]]:
    return {
        name: [[float(f"{c:.15g}") if isinstance(c, float) else c for c in row] for row in rows]
        for name, rows in sheets_of(path).items()
    }


def test_there_is_a_sheet_for_every_table(book, paper):
    names = list(sheets_of(book))
    assert names[:3] == ["Cover", "Contents", "Notes"]
    assert names[-1] == "Figures"
    assert len(names) == 4 + len(list(every_table(paper)))
    assert len({name.casefold() for name in names}) == len(names)
    assert max(map(len, names)) <= 31


def test_each_table_begins_beneath_its_title(book):
    for name, rows in sheets_of(book).items():
        assert rows[0][0]
        if name != "Cover":
            assert rows[1][0] == "This worksheet contains one table."


def test_no_row_and_no_cell_of_a_table_is_empty(book):
    for name, rows in sheets_of(book).items():
        assert all(any(cell != "" for cell in row) for row in rows)
        if name != "Cover":
            wide = [n for n, row in enumerate(rows) if sum(cell != "" for cell in row) > 1]
            assert all(cell != "" for row in rows[wide[0] :] for cell in row)


def test_numbers_are_exact_and_the_range_has_columns_of_its_own(book):
    rows = sheets_of(book)["Offences in three years"]
    header = next(n for n, row in enumerate(rows) if row[0] == "Offence group")
    assert rows[header] == [
        "Offence group",
        "Offences",
        "Rate per 1,000 residents",
        "Rate per 1,000 residents: lower limit",
        "Rate per 1,000 residents: upper limit",
        "Change on the year before",
        "Change on the year before: lower limit",
        "Change on the year before: upper limit",
        "Change on the year before: in words",
    ]
    third = rows[header + 3]
    # 84.31 / 3, and 6% either side of it; the paper prints 28.1 (26.4 to 29.8)
    assert third[0] == "Shoplifting"
    assert third[2] == pytest.approx(84.31 / 3, rel=1e-15)
    assert third[3] == pytest.approx(84.31 / 3 * 0.94, rel=1e-14)
    assert third[4] == pytest.approx(84.31 / 3 * 1.06, rel=1e-14)
    # The change is 2%, printed "+2.0% – no clear change" with limits 5 points either side
    assert third[5:] == [2.0, -3.0, 7.0, "+2.0% – no clear change"]


def test_three_kinds_of_nothing_stay_apart(book):
    rows = {row[0]: row for row in sheets_of(book)["Wards"]}
    assert rows["Castle"][2:] == ["[x]"] * 3
    assert rows["Llanfair-y-Coed"][2:] == ["[c]"] * 3
    shorthand = next(words for words in rows if str(words).startswith("Shorthand"))
    assert "[c] withheld to protect people: fewer than three households" in shorthand


def test_text_never_becomes_a_formula(book):
    assert any(row[0] == "'=HYPERLINK(1)" for rows in sheets_of(book).values() for row in rows)
    with zipfile.ZipFile(book) as archive:
        cells = b"".join(
            archive.read(name)
            for name in archive.namelist()
            if name.startswith("xl/worksheets/sheet") or name == "content.xml"
        )
    assert b"<f>" not in cells
    assert b"table:formula" not in cells


def test_no_cells_are_merged(book):
    with zipfile.ZipFile(book) as archive:
        everything = b"".join(map(archive.read, archive.namelist()))
    assert b"mergeCell" not in everything
    assert b"columns-spanned" not in everything


def test_every_figure_printed_is_listed_once(book, paper):
    rows = sheets_of(book)["Figures"]
    header = next(n for n, row in enumerate(rows) if row[0] == "Figure")
    listed = [row[0] for row in rows[header + 1 :]]
    printed = {f.figure_id for section in paper.sections for f in section.figures}
    assert listed == sorted(printed)


def test_both_formats_hold_the_same(paper, tmp_path):
    write_ods(paper, tmp_path / "a.ods")
    write_xlsx(paper, tmp_path / "a.xlsx")
    # XLSX keeps sixteen digits of a number, ODS all of them
    assert fifteen_digits(tmp_path / "a.ods") == fifteen_digits(tmp_path / "a.xlsx")


def test_the_same_paper_gives_the_same_bytes(paper, book, tmp_path):
    again = tmp_path / book.name
    {".ods": write_ods, ".xlsx": write_xlsx}[book.suffix](paper, again)
    assert again.read_bytes() == book.read_bytes()


def test_the_marking_is_printed_on_every_page(paper, book):
    with zipfile.ZipFile(book) as archive:
        if book.suffix == ".ods":
            assert archive.read("styles.xml").decode().count(paper.marking) == 2
            return
        pages = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
        for page in pages:
            assert archive.read(page).decode().count(paper.marking) == 2


def test_tables_are_marked_as_tables(paper, tmp_path):
    write_xlsx(paper, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        marked = [name for name in archive.namelist() if name.startswith("xl/tables/")]
    # Contents, Notes, Figures and every table; the cover has none
    assert len(marked) == 3 + len(list(every_table(paper)))


def test_an_ods_is_what_the_standard_asks(paper, tmp_path):
    write_ods(paper, tmp_path / "a.ods")
    with zipfile.ZipFile(tmp_path / "a.ods") as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        for name in archive.namelist()[1:]:
            ElementTree.fromstring(archive.read(name))
    read = load(str(tmp_path / "a.ods"))
    tables = read.spreadsheet.getElementsByType(OdfTable)
    ranges = read.spreadsheet.getElementsByType(DatabaseRange)
    assert len(ranges) == len(tables) - 1


def test_a_table_without_rows_has_its_header(paper, sample, tmp_path):
    empty = replace(sample.offences_table(), rows=(), groups=(), emphasis=(), notes=())
    bare = replace(paper, sections=(sample.Section("S", "s", (empty,)),))
    for write, suffix in ((write_ods, "ods"), (write_xlsx, "xlsx")):
        write(bare, tmp_path / f"a.{suffix}")
        rows = sheets_of(tmp_path / f"a.{suffix}")["Offences in three years"]
        assert rows[-1][:2] == ["Offence group", "Offences"]


@pytest.mark.slow
def test_libreoffice_opens_it(book, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, home, "--headless", "--convert-to", "csv", "--outdir", tmp_path, book]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert "every table" in (tmp_path / "tables.csv").read_text(errors="replace")
