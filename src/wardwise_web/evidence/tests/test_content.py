"""What is taken in, by what it is and not by what it is called."""

from __future__ import annotations

import io
import zipfile

import pytest

from wardwise_web.evidence.content import NotTaken, check_content, safe_name
from wardwise_web.evidence.tests.files import CSV, workbook


def taken(name, content):
    check_content(io.BytesIO(content), name=name, size=len(content))


def ods(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", **more):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("mimetype", mimetype)
        packed.writestr("content.xml", "<office/>")
        for name, content in more.items():
            packed.writestr(name.replace("__", "/"), content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("fires.csv", CSV),
        ("fires.csv", b"\xef\xbb\xbf" + CSV),
        ("fires.txt", CSV.replace(b",", b"\t")),
        ("fires.csv", "Datum;Straße\n1;Müller £\n".encode("cp1252")),
        ("fires.csv", "Date,Street\n1,2\n".encode("utf-16")),
        ("fires.xlsx", workbook()),
        ("fires.ods", ods()),
    ],
)
def test_real_files_are_taken(name, content):
    taken(name, content)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("fires.csv", b"", "empty"),
        ("fires.pdf", b"%PDF-1.7", "must be a CSV, TXT, XLSX or ODS"),
        ("fires.csv", workbook(), "a zip archive or an office document"),
        ("fires.csv", b"MZ\x90\x00", "a program"),
        ("fires.csv", b"\x7fELF\x02", "a program"),
        ("fires.csv", b"#!/bin/sh\nrm,1\n", "a script"),
        ("fires.csv", b"<!DOCTYPE html><p>a,b\n1,2", "a web page"),
        ("fires.csv", b"a,b\x00\n1,2\n", "not text"),
        ("fires.csv", b"only words\nand more\n", "a line of column headings"),
        ("fires.csv", b"a,b,c\n", "at least one row"),
        ("fires.csv", "a,b\n1,2\n".encode("utf-32"), "not text"),
        ("fires.csv", b'"' + b"x" * 200_000 + b'",b\n1,2\n', "first line is too long"),
        ("fires.xlsx", CSV, "not a real XLSX"),
        ("fires.xlsx", ods(), "not a real XLSX"),
        ("fires.xlsx", b"\xd0\xcf\x11\xe0" + b"0" * 600, "old Excel, or has a password"),
        ("fires.xlsx", workbook(xl__vbaProject="x"), "macros"),
        ("fires.xlsx", workbook(xl__macrosheets__sheet1="x"), "macros"),
        ("fires.xlsx", workbook(xl__big="0" * 30_000_000), "unpacks to far more"),
        ("fires.ods", ods(mimetype=b"application/zip"), "not a real ODS"),
        ("fires.ods", ods(Basic__Standard__Module="x"), "macros"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(name, content, told):
    with pytest.raises(NotTaken, match=told):
        taken(name, content)


def test_a_file_that_is_too_large_is_refused(settings):
    settings.LARGEST_UPLOAD = 50
    with pytest.raises(NotTaken, match="smaller than"):
        taken("fires.csv", CSV)


def test_a_workbook_that_unpacks_without_end_is_refused_however_large_it_is(monkeypatch):
    taken("fires.xlsx", workbook())
    monkeypatch.setattr("wardwise_web.evidence.content.MOST_BYTES", 100)
    with pytest.raises(NotTaken, match="unpacks to far more"):
        taken("fires.xlsx", workbook())


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Users\\x\\Fires (final).XLSX", "Fires (final).xlsx"),
        ("<img src=x>.csv", "img src-x.csv"),
        (".hidden.csv", "hidden.csv"),
        ("a\x00b\n.csv", "a-b.csv"),
        ("x" * 300 + ".csv", "x" * 80 + ".csv"),
    ],
)
def test_names_hold_nothing_that_could_be_read_as_more(given, safe):
    assert safe_name(given) == safe
