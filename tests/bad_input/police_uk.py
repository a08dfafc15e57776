"""Faults of a police.uk archive, each by its cause: what is said and the exit code."""

from __future__ import annotations

import datetime
import struct
import zipfile
from functools import partial
from pathlib import Path

import pytest

from tests.bad_input.case import Act, Case, Make
from tests.police_uk_folder import (
    crime,
    crime_id,
    csv_text,
    outcome,
    put,
    search,
    street_name,
    zipped,
)
from tests.sample_folder import sample_folder
from wardwise.sources.geography import read_geography
from wardwise.sources.police_uk import read_police_uk
from wardwise.sources.police_uk.schema import LAYOUTS, Kind


STREET = csv_text([crime(1), crime(2), crime(3)])
HEADER = ",".join(LAYOUTS[Kind.STREET].columns)


TODAY = datetime.date(2024, 6, 15)


def _reading(path: Path) -> Act:
    geography = read_geography([sample_folder(path)]).tables
    return partial(
        read_police_uk,
        folders=[path],
        lsoas=geography["lsoa"],
        lsoa_2011=geography["lsoa_2011"],
        today=TODAY,
    )


def _street(text: str | bytes) -> Make:
    def make(path: Path) -> Act:
        put(path, text)
        return _reading(path)

    return make


def _with(**changes: str) -> Make:
    """A file whose third row differs."""
    return _street(csv_text([crime(1), crime(2), crime(3, **changes)]))


def _beside(text: str, *, kind: Kind) -> Make:
    """A good street file with another kind of file beside it."""

    def make(path: Path) -> Act:
        put(path, STREET)
        put(path, text, kind=kind)
        return _reading(path)

    return make


def _zip(files: dict[str, str | bytes]) -> Make:
    def make(path: Path) -> Act:
        zipped(path, files)
        return _reading(path)

    return make


def _month(month: str) -> Make:
    def make(path: Path) -> Act:
        put(path, STREET)
        put(path, csv_text([crime(1, month=month)]), month=month)
        return _reading(path)

    return make


def _named(name: str, *, folder: str = "2023-05") -> Make:
    def make(path: Path) -> Act:
        target = path / "police_uk" / folder / name
        target.parent.mkdir(parents=True)
        target.write_text(STREET)
        return _reading(path)

    return make


def _nothing(path: Path) -> Act:
    return _reading(path)


def _only_outcomes(path: Path) -> Act:
    put(path, csv_text([outcome()], kind=Kind.OUTCOMES), kind=Kind.OUTCOMES)
    return _reading(path)


def _empty_folder(path: Path) -> Act:
    (path / "police_uk").mkdir()
    return _reading(path)


def _rar(path: Path) -> Act:
    (path / "police_uk").mkdir()
    (path / "police_uk" / "archive.zip").write_bytes(b"Rar!\x1a\x07\x00")
    return _reading(path)


def _cut_zip(path: Path) -> Act:
    archive = zipped(path, {street_name(): STREET})
    archive.write_bytes(archive.read_bytes()[:-30])
    return _reading(path)


def _damaged_member(path: Path) -> Act:
    archive = zipped(path, {street_name(): STREET})
    data = bytearray(archive.read_bytes())
    at = data.find(street_name().encode()) + len(street_name()) + 20
    data[at : at + 8] = b"\xff" * 8
    archive.write_bytes(data)
    return _reading(path)


def _link(path: Path) -> Act:
    archive = path / "police_uk" / "archive.zip"
    archive.parent.mkdir()
    link = zipfile.ZipInfo(street_name())
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr(link, "/etc/hostname")
    return _reading(path)


def _encrypted(path: Path) -> Act:
    archive = zipped(path, {street_name(): STREET})
    data = bytearray(archive.read_bytes())
    # The general purpose flag, in the local header and in the list of contents
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature) + offset
        flags = struct.unpack_from("<H", data, at)[0]
        struct.pack_into("<H", data, at, flags | 1)
    archive.write_bytes(data)
    return _reading(path)


def _twice_in_the_zip(path: Path) -> Act:
    archive = path / "police_uk" / "archive.zip"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr(street_name(), STREET)
        with pytest.warns(UserWarning, match="Duplicate name"):
            opened.writestr(street_name(), STREET)
    return _reading(path)


def _twice_in_the_folder(path: Path) -> Act:
    first = put(path, STREET)
    copy = first.parent / "copy" / "2023-05" / first.name
    copy.parent.mkdir(parents=True)
    copy.write_text(STREET)
    loose = first.parent.parent / first.name
    loose.write_text(STREET)
    return _reading(path)


CASES: list[Case] = [
    # Nothing there
    ("no police.uk folder", _nothing, 16, ("police_uk/", "no police.uk file was found")),
    ("the police.uk folder is empty", _empty_folder, 16, ("no police.uk file was found",)),
    ("a street file of no bytes", _street(b""), 10, ("the file is empty", "2023-05")),
    ("a street file of blank lines", _street("\n\n \n"), 10, ("the file is empty",)),
    ("a header and no rows", _street(HEADER + "\n"), 10, ("a header and no rows",)),
    ("outcomes and no street file", _only_outcomes, 16, ("no street file was found",)),
    # Names and folders
    (
        "a month inside the wrong folder",
        _named("2023-06-sampleshire-street.csv"),
        10,
        ("a file of 2023-06 lies in the folder of 2023-05",),
    ),
    (
        "a file that was renamed",
        _named("Sampleshire May.csv"),
        10,
        ("'Sampleshire May.csv' is not the name of a police.uk file",),
    ),
    (
        "a file named after another force",
        _named("2023-05-otherham-street.csv"),
        10,
        ("row 2, column 'Reported by'", "'Sampleshire Police'", "named 'otherham'"),
    ),
    (
        "a month that does not exist",
        _named("2023-13-sampleshire-street.csv", folder="2023-13"),
        10,
        ("not the name of a police.uk file",),
    ),
    (
        "a month before police.uk began",
        _month("1823-05"),
        10,
        ("1823-05-sampleshire-street.csv", "found a file of 1823-05, expected 2010-12 or later"),
    ),
    (
        "a month that has not begun",
        _month("2031-05"),
        10,
        ("2031-05-sampleshire-street.csv", "expected 2024-06 or earlier", "has not begun"),
    ),
    (
        "a file of another month under this name",
        _street(csv_text([crime(n, month="2023-06") for n in range(60)])),
        10,
        ("row 2, column 'Month'", "found '2023-06'", "rows 2, 3, 4 and 47 more"),
    ),
    (
        "the same file twice in one extract",
        _twice_in_the_folder,
        10,
        ("same month, force and kind is also in",),
    ),
    # Header
    (
        "a header named twice",
        _street(STREET.replace("Context", "Month", 1)),
        10,
        ("row 1, column 'Month'", "more than once"),
    ),
    (
        "a column that is missing",
        _street(STREET.replace("Crime type,", "", 1)),
        10,
        ("row 1, column 'Crime type'", "lacks 'Crime type'"),
    ),
    (
        "a column that is not published",
        _street(STREET.replace("Context", "Officer", 1)),
        10,
        ("'Officer', which police.uk does not publish",),
    ),
    (
        "no header",
        _street(STREET.split("\n", 1)[1]),
        10,
        ("row 1, column 'Sampleshire Police'", "the header names"),
    ),
    (
        "the header again in the middle",
        _street(STREET + HEADER + "\n"),
        10,
        ("row 5", "Column 'Month': found 'Month'"),
    ),
    # Re-saved
    (
        "semicolons for commas",
        _street(STREET.replace(",", ";")),
        10,
        ("separated by semicolons", "spreadsheet"),
    ),
    (
        "tabs for commas",
        _street(STREET.replace(",", "\t")),
        10,
        ("separated by tabs",),
    ),
    (
        "a month re-written by a spreadsheet",
        _with(Month="May-23"),
        10,
        ("row 4, column 'Month'", "found 'May-23', expected a file of 2023-05"),
    ),
    (
        "a date in place of a month",
        _with(Month="01/05/2023"),
        10,
        ("row 4, column 'Month'", "found '01/05/2023'"),
    ),
    (
        "a copy that a browser numbered",
        _named("2023-05-sampleshire-street (1).csv"),
        10,
        ("'2023-05-sampleshire-street (1).csv' is not the name of a police.uk file",),
    ),
    (
        "a Crime ID turned into a number",
        _with(Crime_ID="1.23E+45"),
        10,
        ("row 4, column 'Crime ID'", "'1.23E+45'", "64 letters and digits"),
    ),
    (
        "a Crime ID cut short",
        _with(Crime_ID=crime_id(3)[:32]),
        10,
        ("row 4, column 'Crime ID'", "64 letters and digits"),
    ),
    (
        "decimal commas",
        _with(Longitude='"-0,41"'),
        10,
        ("row 4, column 'Longitude'", "found '-0,41'"),
    ),
    # Cut off and ragged
    (
        "a last line that is cut off",
        _street(STREET[:-90]),
        10,
        ("row 4", "fields; expected 12"),
    ),
    (
        "a row with a field too many",
        _street(STREET.replace("High Street", "High Street, Luton", 1)),
        10,
        ("row 2", "13 fields; expected 12"),
    ),
    (
        "a quotation mark that is not closed",
        _street(STREET.replace("On or", '"On or', 1)),
        10,
        ("a quotation mark is opened and not closed",),
    ),
    # Encoding
    (
        "bytes of no encoding",
        _street(STREET.encode().replace(b"High", b"H\x81gh")),
        10,
        ("row 2", "0x81 is not text"),
    ),
    (
        "a NUL character",
        _street(STREET.replace("High", "H\0gh")),
        10,
        ("row 2", "NUL character"),
    ),
    # Values
    (
        "a crime type that is unknown",
        _with(Crime_type="Wizardry"),
        10,
        ("row 4, column 'Crime type'", "found 'Wizardry'", "14 crime types"),
    ),
    (
        "a row without a crime type",
        _with(Crime_type=""),
        10,
        ("row 4, column 'Crime type'", "found nothing"),
    ),
    (
        "longitude and latitude changed over",
        _with(Longitude="51.88", Latitude="-0.41"),
        10,
        ("column 'Longitude'", "'51.88'", "Column 'Latitude': found '-0.41'"),
    ),
    (
        "a coordinate in metres",
        _with(Longitude="508000"),
        10,
        ("column 'Longitude'", "'508000'", "degrees"),
    ),
    (
        "a coordinate that is a word",
        _with(Latitude="north"),
        10,
        ("row 4, column 'Latitude'", "found 'north'"),
    ),
    (
        "a coordinate that is not a number",
        _with(Longitude="nan"),
        10,
        ("row 4, column 'Longitude'", "found 'nan'"),
    ),
    (
        "a name in place of an LSOA code",
        _with(LSOA_code="Sampleton 001A"),
        10,
        ("row 4, column 'LSOA code'", "'Sampleton 001A'"),
    ),
    (
        "an LSOA code in neither list",
        _with(LSOA_code="E01000001"),
        11,
        ("row 4, column 'LSOA code'", "'E01000001' is in neither"),
    ),
    (
        "rows of two forces",
        _with(Reported_by="Otherham Police"),
        10,
        ("row 4, column 'Reported by'", "'Otherham Police'"),
    ),
    (
        "several faults in one file, all said at once",
        _street(csv_text([crime(1, Crime_type="X"), crime(2, Latitude="9"), crime(3)])),
        10,
        ("column 'Crime type': found 'X'", "Column 'Latitude': found '9'"),
    ),
    # The other kinds
    (
        "an outcome of another month",
        _beside(csv_text([outcome(month="2023-04")], kind=Kind.OUTCOMES), kind=Kind.OUTCOMES),
        10,
        ("-outcomes.csv", "row 2, column 'Month'"),
    ),
    (
        "an outcomes file under the name of a street file",
        _street(csv_text([outcome()], kind=Kind.OUTCOMES)),
        10,
        ("'Outcome type', which police.uk does not publish",),
    ),
    (
        "an outcome with an LSOA code in neither list",
        _beside(csv_text([outcome(LSOA_code="E01000001")], kind=Kind.OUTCOMES), kind=Kind.OUTCOMES),
        11,
        ("-outcomes.csv, row 2, column 'LSOA code'", "'E01000001' is in neither"),
    ),
    (
        "an outcome that is not said",
        _beside(csv_text([outcome(Outcome_type="")], kind=Kind.OUTCOMES), kind=Kind.OUTCOMES),
        10,
        ("row 2, column 'Outcome type'", "found nothing"),
    ),
    (
        "a search with a date re-written by a spreadsheet",
        _beside(
            csv_text([search(Date="01/05/2023 09:40")], kind=Kind.STOP_AND_SEARCH),
            kind=Kind.STOP_AND_SEARCH,
        ),
        10,
        ("-stop-and-search.csv", "row 2, column 'Date'", "'01/05/2023 09:40'"),
    ),
    (
        "a search of another month",
        _beside(
            csv_text([search(Date="2022-11-01T09:40:00+00:00")], kind=Kind.STOP_AND_SEARCH),
            kind=Kind.STOP_AND_SEARCH,
        ),
        10,
        ("row 2, column 'Date'", "'2022-11-01T09:40:00+00:00'"),
    ),
    (
        "a search outside Great Britain",
        _beside(
            csv_text([search(Latitude="0.0")], kind=Kind.STOP_AND_SEARCH),
            kind=Kind.STOP_AND_SEARCH,
        ),
        10,
        ("row 2, column 'Latitude'", "found '0.0'"),
    ),
    # Archives
    ("an archive of another kind renamed", _rar, 15, ("archive.zip", "not a whole zip file")),
    ("a zip that is cut off", _cut_zip, 15, ("archive.zip", "not a whole zip file")),
    ("a zip with a damaged file in it", _damaged_member, 15, ("damaged inside the archive",)),
    ("a link in the zip", _link, 15, ("it is a link to another file",)),
    ("a zip with a password", _encrypted, 15, ("it is encrypted",)),
    (
        "a name that leaves the folder",
        _zip({f"../{street_name()}": STREET}),
        15,
        ("leads outside the folder",),
    ),
    (
        "a name from the root of the disk",
        _zip({f"/{street_name()}": STREET}),
        15,
        ("leads outside the folder",),
    ),
    (
        "a name with a drive letter",
        _zip({f"C:\\{street_name()}": STREET}),
        15,
        ("leads outside the folder",),
    ),
    (
        "a zip bomb",
        _zip({street_name(): b"0" * 20_000_000}),
        15,
        ("as a zip bomb does",),
    ),
    (
        "a zip inside the zip",
        _zip({street_name(): STREET, "2023-06.zip": b"PK"}),
        15,
        ("an archive inside the archive",),
    ),
    ("two files of one name in the zip", _twice_in_the_zip, 15, ("two files of this name",)),
    (
        "a text file among the months",
        _zip({street_name(): STREET, "2023-05/read me.txt": "hello"}),
        10,
        ("'read me.txt' is not the name of a police.uk file",),
    ),
]
