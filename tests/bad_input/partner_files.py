"""Faults of partners' files, mappings and secrets that are refused: cause, message, exit code."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import xlsxwriter

from tests.bad_input.case import Act, Case, Make
from tests.partner_folder import (
    CRIME_HEADER,
    MAPPING,
    VICTIM_HEADER,
    asked,
    crime,
    crimes,
    read,
    victim,
    written,
)
from wardwise.domain.settings import PeopleSettings
from wardwise.pipeline.mapping import map_file
from wardwise.sources.partner_files.originals import keep_encrypted, open_encrypted
from wardwise.sources.partner_files.postcodes import read_postcodes
from wardwise.sources.partner_files.secret import new_secret, read_secret


def _crimes(lines: Sequence[str], *, encoding: str = "utf-8", **changed: object) -> Make:
    def make(path: Path) -> Act:
        written(path, "crimes.csv", lines, encoding=encoding)
        return partial(read, path, asked("recorded_crime", **{"file": "crimes.csv", **changed}))

    return make


def _mapping(old: str, new: str, lines: Sequence[str] | None = None) -> Make:
    def make(path: Path) -> Act:
        assert old in MAPPING
        written(path, "crimes.csv", lines or crimes())
        (path / "made_up.yaml").write_text(MAPPING.replace(old, new), "utf-8")
        return partial(read, path, asked("recorded_crime", "crimes.csv"))

    return make


def _bytes(data: bytes, name: str = "crimes.csv", kind: str = "csv") -> Make:
    def make(path: Path) -> Act:
        written(path, "other.csv", crimes())
        (path / "partners" / name).write_bytes(data)
        text = MAPPING.replace("kind: csv", f"kind: {kind}")
        if kind == "zip":
            head, _, rest = text.partition("  recorded_crime:\n")
            rest = rest.partition("  victims:\n")[0]
            text = f"{head}  recorded_crime:\n    table: crimes.csv\n{rest}"
        (path / "made_up.yaml").write_text(text, "utf-8")
        return partial(read, path, asked("recorded_crime", name))

    return make


def _victims(lines: Sequence[str]) -> Make:
    def make(path: Path) -> Act:
        written(path, "crimes.csv", crimes())
        written(path, "victims.csv", [VICTIM_HEADER, *lines])
        files = asked("recorded_crime", "crimes.csv"), asked("victims", "victims.csv")
        return partial(read, path, *files)

    return make


def _twice(path: Path) -> Act:
    written(path, "a.csv", crimes())
    written(path, "b.csv", crimes())
    return partial(read, path, asked("recorded_crime", "a.csv"), asked("recorded_crime", "b.csv"))


def _past(path: Path) -> Act:
    written(path, "crimes.csv", crimes())
    return partial(read, path, asked("recorded_crime", "crimes.csv"), today="2031-01-01")


def _dataset(path: Path) -> Act:
    return partial(read, path, asked("recorded_crimes", "crimes.csv"))


def _no_mapping(path: Path) -> Act:
    return partial(read, path, asked("recorded_crime", "crimes.csv"))


def _no_file(path: Path) -> Act:
    (path / "made_up.yaml").write_text(MAPPING, "utf-8")
    return partial(read, path, asked("recorded_crime", "crimes.csv"))


def _zip(path: Path) -> Act:
    with zipfile.ZipFile(path / "held.zip", "w") as archive:
        archive.writestr("something.csv", "a,b\n1,2\n")
    return _bytes((path / "held.zip").read_bytes(), "crimes.zip", "zip")(path)


def _workbook(path: Path) -> Act:
    with xlsxwriter.Workbook(path / "held.xlsx") as book:
        book.add_worksheet("Data").write_row(0, 0, ["REF"])
    make = _bytes((path / "held.xlsx").read_bytes(), "crimes.xlsx", "xlsx")(path)
    text = (path / "made_up.yaml").read_text("utf-8")
    named = text.replace("  recorded_crime:\n", "  recorded_crime:\n    sheet: Crimes\n")
    (path / "made_up.yaml").write_text(named, "utf-8")
    return make


def _secret(text: str | None) -> Make:
    def make(path: Path) -> Act:
        if text is not None:
            (path / "secret").write_text(text, "utf-8")
        people = PeopleSettings(secret_file="secret")
        return partial(read_secret, people, folders=[path])

    return make


def _no_variable(path: Path) -> Act:
    return partial(read_secret, PeopleSettings(), folders=[path], environment={})


def _secret_again(path: Path) -> Act:
    (path / "secret").write_text("one that is there", "utf-8")
    return partial(new_secret, path / "secret")


def _other_secret(path: Path) -> Act:
    (path / "crimes.csv").write_text("REF", "utf-8")
    until = asked("recorded_crime", "crimes.csv").retain_until
    assert until is not None
    copy = keep_encrypted(
        path / "crimes.csv", sha256="a" * 64, retain_until=until, secret=b"one" * 12, root=path
    )
    return partial(open_encrypted, copy, secret=b"two" * 12)


def _no_postcodes(path: Path) -> Act:
    return partial(read_postcodes, "postcodes.csv", folders=[path])


def _postcodes(path: Path) -> Act:
    (path / "postcodes.csv").write_text("pcds,lsoa21\nLU1 2SE,E01000001\n", "utf-8")
    return partial(read_postcodes, "postcodes.csv", folders=[path])


def _map_zip(path: Path) -> Act:
    (path / "whole.zip").write_bytes(b"PK")
    return partial(map_file, path / "whole.zip", dataset="recorded_crime")


def _map_headless(path: Path) -> Act:
    written(path, "crimes.csv", crimes()[1:])
    return partial(map_file, path / "partners" / "crimes.csv", dataset="recorded_crime")


def _map_onto(path: Path) -> Act:
    written(path, "crimes.csv", crimes())
    file, to = path / "partners" / "crimes.csv", path / "made_up.yaml"
    return partial(map_file, file, dataset="recorded_crime", to=to)


def _three_formats() -> list[str]:
    dates = ("03-01-2024", "2024/01/03", "3 Jan 24")
    return [CRIME_HEADER, *(crime(n, RECORDED=dates[n % 3]) for n in range(12))]


_REFUSE_DATES = (
    'recorded_on: {column: RECORDED, format: "%d/%m/%Y"}',
    'recorded_on: {column: RECORDED, format: "%d/%m/%Y", otherwise: refuse}',
)

CASES: list[Case] = [
    ("no controller is given", _crimes(crimes(), controller=None), 21, ("'controller'",)),
    ("no legal gateway is given", _crimes(crimes(), gateway=None), 21, ("'gateway'", "s.17A")),
    ("no purpose is given", _crimes(crimes(), purpose=None), 21, ("'purpose'",)),
    ("no retention date is given", _crimes(crimes(), retain_until=None), 21, ("'retain_until'",)),
    ("no marking is given", _crimes(crimes(), marking=None), 21, ("'marking'",)),
    ("the gateway is no law", _crimes(crimes(), gateway="consent"), 21, ("'consent'",)),
    (
        "a file is named after a person's number",
        _crimes(crimes(), file="crimes_07911555123.csv"),
        21,
        ("The name of file 1", "Rename the file"),
    ),
    ("the retention date is past", _past, 21, ("2030-03-31", "erase it")),
    (
        "the file came after its own retention date",
        _crimes(crimes(), received_on="2031-01-01"),
        21,
        ("received on 2031-01-01",),
    ),
    ("a dataset that nobody knows", _dataset, 13, ("'recorded_crimes'", "recorded_crime")),
    ("the mapping is not there", _no_mapping, 22, ("made_up.yaml", "wardwise map")),
    ("the partner's file is not there", _no_file, 16, ("crimes.csv", "'partners'")),
    ("the same bytes are named twice", _twice, 10, ("b.csv", "same extract")),
    ("the partner's file is empty", _bytes(b""), 10, ("the file is empty",)),
    ("the partner's file has headings alone", _crimes([CRIME_HEADER]), 10, ("not nought",)),
    (
        "the partner's file is in another encoding than the mapping says",
        _crimes([CRIME_HEADER, crime(PREMISES="Café")], encoding="cp1252"),
        10,
        ("row 2", "0xe9", "utf-8-sig"),
    ),
    (
        "the partner's file is in UTF-16 and the mapping does not say so",
        _bytes("\r\n".join(crimes()).encode("utf-16-le")),
        10,
        ("NUL", "UTF-16"),
    ),
    (
        "another delimiter than the mapping says",
        _crimes([line.replace(",", ";") for line in crimes()]),
        10,
        ("not parted by the delimiter",),
    ),
    (
        "a column of the mapping is not in the file",
        _crimes([line.replace("OFFENCE", "OFFENSE") for line in crimes()]),
        10,
        ("column 'OFFENCE'", "the nearest is 'OFFENSE'"),
    ),
    (
        "a heading that the mapping names is there twice",
        _crimes([line.replace("OFFICER", "REF") for line in crimes()]),
        10,
        ("column 'REF'", "twice"),
    ),
    (
        "many rows have another number of cells than the header",
        _crimes([CRIME_HEADER, *(f"{crime(n)},more" for n in range(12))]),
        10,
        ("12 of 12 rows", "11 of the header"),
    ),
    (
        "a quotation mark is opened and not closed in a partner's file",
        _crimes([CRIME_HEADER, crime(1), crime(2, MO='"open')]),
        10,
        ("quotation mark",),
    ),
    (
        "the mapping has the format of no date in the column",
        _crimes(_three_formats()),
        10,
        ("column 'RECORDED'", "12 of 12 cells", "99-99-9999 (4 rows)", "9 AAA 99 (4 rows)"),
    ),
    (
        "three formats in one column, and the mapping refuses",
        _mapping(
            *_REFUSE_DATES,
            [*crimes(), crime(13, RECORDED="2024-01-03"), crime(14, RECORDED="3 Jan 2024")],
        ),
        10,
        ("2 of 14 cells", "9999-99-99 (1 rows)", "'otherwise: not_known'"),
    ),
    (
        "a code list was changed altogether",
        _crimes([CRIME_HEADER, *(crime(n, OFFENCE=f"NEW{n % 2}") for n in range(12))]),
        10,
        ("column 'OFFENCE'", "not in the mapping's list", "AAA9 (12 rows)"),
    ),
    (
        "a code list changed in the middle of the year, and the mapping refuses",
        _mapping(
            "SHOP: Shoplifting}}",
            "SHOP: Shoplifting}, otherwise: refuse}",
            [*crimes(8), *(crime(n, OFFENCE="V12") for n in range(9, 13))],
        ),
        10,
        ("row 10, column 'OFFENCE'", "4 of 12 cells", "A99 (4 rows)"),
    ),
    (
        "a column of codes is free text",
        _crimes([CRIME_HEADER, *(crime(n, PREMISES=f"House {n}") for n in range(501))]),
        22,
        ("columns.premises", "text and not a code"),
    ),
    (
        "no victim belongs to any of the crimes",
        _victims([victim(n, REF=f"other {n}") for n in range(3)]),
        10,
        ("victims.csv, column 'REF'", "none of 3 references"),
    ),
    (
        "a workbook is not a workbook",
        _bytes(b"REF,OFFENCE", "crimes.xlsx", "xlsx"),
        10,
        ("not a workbook",),
    ),
    ("a workbook lacks the sheet of the mapping", _workbook, 10, ("'Crimes'", "1 of other names")),
    (
        "a parquet file is not one",
        _bytes(b"REF,OFFENCE", "crimes.parquet", "parquet"),
        10,
        ("not a parquet file",),
    ),
    (
        "a partner's zip is damaged",
        _bytes(b"PK\x03\x04", "crimes.zip", "zip"),
        15,
        ("not a whole zip",),
    ),
    ("a partner's zip lacks a table that is joined", _zip, 10, ("'crimes.csv'",)),
    (
        "a partner's gzip is damaged",
        _bytes(gzip.compress("\n".join(crimes()).encode())[:-20], "crimes.csv.gz"),
        15,
        ("crimes.csv.gz", "damaged or cut short"),
    ),
    ("the mapping is not YAML", _mapping("file: {kind", "file: {{kind"), 22, ("not YAML",)),
    (
        "a key of the mapping is misspelt",
        _mapping("times:", "time:"),
        22,
        ("datasets.recorded_crime.time", "Did you mean 'times'?"),
    ),
    ("the mapping has no version", _mapping("version: 1.0.0\n", ""), 22, ("version",)),
    ("the mapping's version is not a version", _mapping("1.0.0", "one"), 22, ("like 1.0.0",)),
    (
        "a mapping names a field that the dataset has not",
        _mapping("offence:", "offense:"),
        22,
        ("columns.offense", "Did you mean 'offence'?"),
    ),
    (
        "a mapping leaves out what no row can do without",
        _mapping(
            "      offence: {column: OFFENCE, codes: {BURG: Burglary, VIOL: Violence,"
            " SHOP: Shoplifting}}\n",
            "",
        ),
        22,
        ("'offence' is not mapped",),
    ),
    (
        "a mapping gives a date no format",
        _mapping(', format: "%d/%m/%Y"}\n      from', "}\n      from"),
        22,
        ("columns.recorded_on", "needs 'format'"),
    ),
    (
        "a mapping's format is no format",
        _mapping('"%d/%m/%Y"}\n      from', '"dd/mm"}\n      from'),
        22,
        ("recorded_on.format", "like %d/%m/%Y"),
    ),
    (
        "a mapping's date has no year",
        _mapping('"%d/%m/%Y"}\n      from', '"%d/%m"}\n      from'),
        22,
        ("does not say year",),
    ),
    (
        "day and month cannot be told apart",
        _mapping('"%d/%m/%Y"}\n      from', '["%d/%m/%Y", "%m/%d/%Y"]}\n      from'),
        22,
        ("cannot be told apart", "01/02"),
    ),
    ("a mapping's flag has no yes", _mapping('yes: ["Y"], ', ""), 22, ("a flag needs 'yes'",)),
    (
        "a mapping's field comes from nowhere",
        _mapping("{column: REF}", "{namespace: x}"),
        22,
        ("either 'column'",),
    ),
    (
        "a mapping's kind of file is not known",
        _mapping("kind: csv", "kind: pdf"),
        22,
        ("file.kind", "'pdf'"),
    ),
    ("a mapping's hour is not a time", _mapping('"00:01"', '"1 am"'), 22, ("like 00:01",)),
    (
        "a table is named and the file is no zip",
        _mapping("    times:", "    table: x\n    times:"),
        22,
        ("the file is a zip",),
    ),
    ("the file of the secret is not there", _secret(None), 23, ("secret", "wardwise new-secret")),
    ("the secret is empty", _secret(""), 23, ("there is no secret",)),
    ("the secret is too short", _secret("short"), 23, ("too short or too plain",)),
    ("the secret is one letter", _secret("a" * 64), 23, ("too short or too plain",)),
    ("the variable of the secret is not set", _no_variable, 23, ("WARDWISE_SECRET",)),
    ("a new secret would replace one that is there", _secret_again, 23, ("Give another name",)),
    (
        "an encrypted original is opened with another secret",
        _other_secret,
        19,
        ("cannot be opened",),
    ),
    ("the postcode lookup is not there", _no_postcodes, 16, ("postcodes.csv",)),
    ("the postcode lookup has other columns", _postcodes, 10, ("column 'postcode'",)),
    ("a mapping is proposed for a zip", _map_zip, 22, ("by hand",)),
    (
        "a mapping is proposed for a file without headings",
        _map_headless,
        22,
        ("crimes.csv, row 1", "somebody's details"),
    ),
    ("a proposed mapping would replace one that is there", _map_onto, 22, ("Give another name",)),
]
