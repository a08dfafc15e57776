"""A police.uk archive of the made-up force of ``sample_folder``, file by file."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.sample_folder import SIDE, SOUTH, WEST
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.sources.police_uk.schema import LAYOUTS, Kind


FORCE = "Sampleshire Police"
CODES = tuple(f"E0199999{number}" for number in range(1, 7))

Row = Mapping[str, str]


def crime_id(number: int) -> str:
    """A Crime ID as the publisher makes them: 64 hexadecimal characters."""
    return hashlib.sha256(str(number).encode()).hexdigest()


def crime(number: int = 1, *, month: str = "2023-05", at: int = 0, **changes: str) -> Row:
    """A burglary in the LSOA of that position; ``changes`` are by column, spaces as ``_``."""
    row = {
        "Crime ID": crime_id(number),
        "Month": month,
        "Reported by": FORCE,
        "Falls within": FORCE,
        "Longitude": f"{WEST + SIDE * (at + 0.5):.6f}",
        "Latitude": f"{SOUTH + SIDE / 2:.6f}",
        "Location": "On or near High Street",
        "LSOA code": CODES[at],
        "LSOA name": "Sampleton",
        "Crime type": "Burglary",
        "Last outcome category": "Under investigation",
        "Context": "",
    }
    return row | {name.replace("_", " "): value for name, value in changes.items()}


def nuisance(*, month: str = "2023-05", at: int = 0) -> Row:
    """Anti-social behaviour, which never has a Crime ID or an outcome."""
    row = crime(month=month, at=at, Crime_type=ANTI_SOCIAL_BEHAVIOUR)
    return {**row, "Crime ID": "", "Last outcome category": ""}


def unlocated(number: int, *, month: str = "2023-05") -> Row:
    """A burglary without an LSOA or a point."""
    gone = dict.fromkeys(("Longitude", "Latitude", "LSOA code", "LSOA name"), "")
    return {**crime(number, month=month), **gone, "Location": "No Location"}


def outcome(number: int = 1, *, month: str = "2023-05", **changes: str) -> Row:
    """The outcome of a crime."""
    row = {**crime(number, month=month), "Outcome type": "Suspect charged"}
    wanted = {name: row[name] for name in LAYOUTS[Kind.OUTCOMES].columns}
    return wanted | {name.replace("_", " "): value for name, value in changes.items()}


def search(*, at: int = 0, **changes: str) -> Row:
    """A stop and search in the LSOA of that position."""
    row = dict.fromkeys(LAYOUTS[Kind.STOP_AND_SEARCH].columns, "")
    row |= {
        "Type": "Person search",
        "Date": "2023-05-01T09:40:00+00:00",
        "Longitude": f"{WEST + SIDE * (at + 0.5):.6f}",
        "Latitude": f"{SOUTH + SIDE / 2:.6f}",
        "Outcome": "Arrest",
    }
    return row | {name.replace("_", " "): value for name, value in changes.items()}


def csv_text(rows: Sequence[Row], *, kind: Kind = Kind.STREET) -> str:
    """A file as published, with line feeds."""
    columns = LAYOUTS[kind].columns
    lines = [",".join(columns), *(",".join(row[name] for name in columns) for row in rows)]
    return "\n".join(lines) + "\n"


def put(
    folder: Path,
    text: str | bytes,
    *,
    month: str = "2023-05",
    kind: Kind = Kind.STREET,
    extract: str = "",
) -> Path:
    """Write a file of that month into the unpacked layout; ``extract`` is a folder of its own."""
    path = folder / "police_uk" / extract / month / f"{month}-sampleshire-{kind}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def zipped(folder: Path, files: Mapping[str, str | bytes], *, name: str = "archive.zip") -> Path:
    """Write a zip of members by name."""
    path = folder / "police_uk" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in files.items():
            archive.writestr(member, data)
    return path


def street_name(month: str = "2023-05") -> str:
    """The name of a street file inside an archive."""
    return f"{month}/{month}-sampleshire-street.csv"
