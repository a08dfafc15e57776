"""Count a plain street file straight from its bytes, or leave it to the general reader.

A file is plain if it is in the published form, no field is in quotes, every row has the
twelve fields and every value is sound. Most files are, and ``plain_kernel.py`` counts them in
a fraction of the time that a general reader takes. Whatever is not plain is told by None and
left to the general reader (``reader.py``), which is also the slow twin that the tests hold
this against.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass

import numpy as np

from wardwise.sources.force_names import force_key
from wardwise.sources.police_uk import plain_kernel as kernel
from wardwise.sources.police_uk.cells import FileCells
from wardwise.sources.police_uk.files import SourceFile
from wardwise.sources.police_uk.plain_forms import Alike, Found, Walk
from wardwise.sources.police_uk.plain_tray import Tray
from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.repeats import Repeats, judge_repeats
from wardwise.sources.police_uk.schema import LAYOUTS, Kind


LONGEST_START = 512  # bytes of a first row in which month and force must lie
HEADER = LAYOUTS[Kind.STREET].header


@dataclass(frozen=True, eq=False)
class _Start:
    """What the first row shows."""

    at: int  # of the first row
    force: str
    alike: bytes  # what must follow the Crime ID in every row


def count_plain(source: SourceFile, tray: Tray, *, walk: Walk) -> Prepared | None:
    """The file on the tray counted; None if it is not plain or anything in it is not sound."""
    start = _start(source, bytes(tray.file()[: len(HEADER) + LONGEST_START]))
    if start is None:
        return None
    text, found = tray.text(start=start.at), tray.found()
    if not walk(text, _as_words(start.alike), tray.lists, found):
        return None
    if found.totals[kernel.BEYOND_ASCII] and not _is_utf8(tray.file()):
        return None
    rows = int(found.totals[kernel.ROWS])
    return Prepared(
        source=source,
        sha256="" if source.is_zipped else hashlib.sha256(tray.file()).hexdigest(),
        size=len(tray.file()),
        rows=rows,
        force=start.force,
        repeats=_repeats(tray, found),
        cells=_cells(found),
    )


def _start(source: SourceFile, beginning: bytes) -> _Start | None:
    """The header and the first row, as far as they say what every row must hold."""
    at = len(HEADER) + (2 if beginning[len(HEADER) :].startswith(b"\r") else 1)
    if beginning[:at].rstrip(b"\r\n") != HEADER or beginning[at - 1 : at] != b"\n":
        return None
    fields = beginning[at:].split(b"\n")[0].split(b",")
    if len(fields) < len(LAYOUTS[Kind.STREET].columns) or not all(map(bytes.isascii, fields[1:4])):
        return None
    _, month, force, within, *_ = (field.decode("ascii", "replace") for field in fields)
    if month != source.name.month or force_key(force) != force_key(source.name.force):
        return None
    return _Start(at=at, force=force, alike=f",{month},{force},{within},".encode())


def _as_words(alike: bytes) -> Alike:
    # The last eight bytes overlap the ones before, so that any length of 8 or more is covered
    offsets = [*range(0, len(alike) - 7, 8), len(alike) - 8]
    words = np.frombuffer(b"".join(alike[at : at + 8] for at in offsets), dtype=np.uint64)
    return Alike(words.copy(), len(alike))


def _is_utf8(file: memoryview) -> bool:
    try:
        str(file, "utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _cells(found: Found) -> FileCells:
    place, offence, records = found.cells[:, : found.totals[kernel.CELLS]].copy()
    return FileCells(place=place, offence=offence, records=records)


def _repeats(tray: Tray, found: Found) -> Repeats:
    """The rule for repeated Crime IDs, asked about the rows whose fingerprints agree."""
    rows = sorted(set(found.repeats[: found.totals[kernel.REPEATS]].tolist()))
    texts = [
        str(tray.file()[found.starts[row] : _row_end(row, tray, found)], "utf-8") for row in rows
    ]
    return judge_repeats(list(zip(rows, csv.reader(texts), strict=True)))


def _row_end(row: int, tray: Tray, found: Found) -> int:
    is_last = row + 1 == found.totals[kernel.ROWS]
    return len(tray.file()) if is_last else int(found.starts[row + 1])
