"""Lists on their way out: no cell runs, whatever somebody called it."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet, as_csv, as_xlsx, harmless
from wardwise_web.core.permissions.thing import Kind, Thing


DANGEROUS = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "|calc",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\xa0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\x00=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff20SUM(A1)",
    "\ufe62cmd",
    "+44 7700 900000",
]
HARMLESS = ["", "a = b", "Kilnfield", "-3", "+3.0%", "1,204", "\u2212 0.3", "'quoted'", "–"]


@pytest.mark.parametrize("words", DANGEROUS)
def test_words_that_would_run_are_led_by_an_apostrophe(words):
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("words", HARMLESS)
def test_other_words_stay_as_they_are(words):
    assert harmless(words) == words


def test_no_cell_of_a_csv_runs_not_even_a_heading_or_the_watermark():
    sheet = Sheet("List", "OFFICIAL", ("=1+1", "Number"), [("@A1", -3), (None, True)])
    rows = list(csv.reader(io.StringIO(as_csv(sheet, mark="=2").decode("utf-8-sig"))))
    assert rows == [["'=2"], ["'=1+1", "Number"], ["'@A1", "-3"], ["", "yes"]]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link():
    cells = [("{=1+1}", "=1+1", "https://example.org", float("nan"), 0.5)]
    made = as_xlsx(Sheet("A'[]:*?/\\\\", "OFFICIAL", ("=H",), cells), mark="=M")
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in page
    assert "<hyperlink" not in page
    assert "<v>0.5</v>" in page
    assert ">'=1+1<" in strings
    assert ">nan<" in strings


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Actions", "actions.csv"),
        ('x"; filename="run.exe', "x-filenamerunexe.csv"),
        ("a\r\nSet-Cookie: b", "a-set-cookie-b.csv"),
        ("../../etc", "etc.csv"),
        ("“ ”", "list.csv"),
    ],
)
def test_a_file_is_named_by_letters_and_dashes_alone(seats, name, file):
    sheet = Sheet(name, "OFFICIAL", ("A",), [])
    thing = Thing(Kind.AUDIT, seats.partnership.pk, "all")
    answer = export(sheet, form="csv", by=seats.actor("auditor"), thing=thing)
    assert answer["Content-Disposition"] == f'attachment; filename="{file}"'
