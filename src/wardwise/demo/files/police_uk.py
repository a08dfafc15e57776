"""The force's archives in the layout of data.police.uk: street, outcomes, stop and search."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.demo.files.csv_text import column, hexadecimal
from wardwise.demo.land import Land
from wardwise.demo.names import FORCES
from wardwise.demo.points import SnapPoints
from wardwise.demo.randomness import stream
from wardwise.demo.records import NEVER, Records
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Month


Ints = NDArray[np.int64]

SLUG = FORCES[0][1].lower()
POLICE = f"{FORCES[0][1]} Police"
PLACE = ("Longitude", "Latitude", "Location", "LSOA code", "LSOA name")
STREET_HEADER = ("Crime ID", "Month", "Reported by", "Falls within", *PLACE, "Crime type",
                 "Last outcome category", "Context")  # fmt: skip
OUTCOME_HEADER = ("Crime ID", "Month", "Reported by", "Falls within", *PLACE, "Outcome type")

# In the order of the columns of the outcome table: as outcomes files and street files word it
OUTCOMES = (
    "Investigation complete; no suspect identified",
    "Unable to prosecute suspect",
    "Suspect charged",
    "Local resolution",
    "Offender given a caution",
    "Action to be taken by another organisation",
    "Formal action is not in the public interest",
    "Further action is not in the public interest",
    "Further investigation is not in the public interest",
    "Suspect charged as part of another case",
)
STREET_OUTCOMES = (*OUTCOMES[:2], "Awaiting court outcome", *OUTCOMES[3:],
                   "Under investigation", "Status update unavailable")  # fmt: skip
OPEN, SILENT = len(OUTCOMES), len(OUTCOMES) + 1


def place_columns(land: Land, points: SnapPoints, *, lsoa: Ints, point: Ints) -> list[pa.Array]:
    """Longitude to LSOA name; ``point`` −1 is a row without a place."""
    flat = points.position.reshape(-1, 2)
    at = np.where(point < 0, -1, lsoa * points.weight.shape[1] + point)
    text = [[f"{value:.6f}" for value in flat[:, axis]] for axis in (0, 1)]
    streets = [*points.street.ravel(), "No Location"]
    place = np.where(point < 0, -1, lsoa)
    return [
        column(text[0], at),
        column(text[1], at),
        column(streets, np.where(at < 0, len(streets) - 1, at)),
        column(land.lsoa_code, place),
        column(land.lsoa_name, place),
    ]


def crime_ids(records: Records, *, anti_social: int, seed: int) -> pa.Array:
    """A Crime ID for every record, but none for anti-social behaviour."""
    identity = hexadecimal(stream(seed, "crime ids"), len(records.month))
    none = pa.array(records.offence == anti_social)
    return pc.if_else(none, "", identity)


def street_outcome(records: Records, *, anti_social: int, last_month: int) -> Ints:
    """Position in STREET_OUTCOMES as known in the last month; −1 for anti-social behaviour."""
    known = np.where(records.outcome_month <= last_month, records.outcome, OPEN)
    known = np.where((known == OPEN) & (records.outcome_month >= NEVER), SILENT, known)
    positions: Ints = np.where(records.offence == anti_social, -1, known)
    return positions


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip of those files, the same bytes every time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as opened:
        for name, content in files.items():
            opened.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 1)
    return target.getvalue()


def name_of(month: Month, kind: str) -> str:
    """Where a month's file lies in the archive."""
    return f"{month}/{month}-{SLUG}-{kind}.csv"


def write_archive(path: Path, files: Mapping[str, bytes]) -> None:
    """Write the archive with its files in order of name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(archive(dict(sorted(files.items()))))


def position_of_anti_social(offences: tuple[str, ...]) -> int:
    """Where anti-social behaviour stands among the offences."""
    return offences.index(ANTI_SOCIAL_BEHAVIOUR)
