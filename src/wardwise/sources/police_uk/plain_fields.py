"""Where every field of a plain file starts and ends, as vectors over the bytes.

A file is plain if no field is in quotes and every line has the twelve fields. Reading it so
costs half of what a general reader costs, and most files are plain. Whatever is not plain is
told by None and left to the general reader (``reader.py``), which is also the slow twin that
the tests hold this against.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.sources.police_uk.raw_lines import COMMA, NEWLINE, Bytes, Positions, every_eight
from wardwise.sources.police_uk.schema import LAYOUTS, Kind


Eights = NDArray[np.uint64]

COLUMNS = LAYOUTS[Kind.STREET].columns
FIELDS = len(COLUMNS)
ROOM = 32  # bytes that must lie before the first row, so that looking back stays inside


@dataclass(frozen=True, eq=False)
class PlainFields:
    """A plain file. Shape of ``ends``: columns × rows; a field starts after the one before."""

    data: Bytes
    eights: Eights  # item n is the eight bytes from byte n
    starts: Positions  # of the lines
    ends: Positions

    def field(self, column: str) -> tuple[Positions, Positions]:
        """Start and end of a field in every row."""
        number = COLUMNS.index(column)
        begins = self.starts if number == 0 else self.ends[number - 1] + 1
        return begins, self.ends[number]


def find_fields(data: bytes) -> PlainFields | None:
    """The fields of every row after the header, or None if the file is not plain."""
    header = data.find(b"\n") + 1
    if header < ROOM or not data.endswith(b"\n") or b'"' in data:
        return None
    seen = np.frombuffer(data, dtype=np.uint8)
    is_line_end = seen[header:] == NEWLINE
    rows = int(np.count_nonzero(is_line_end))
    separators = np.flatnonzero(is_line_end | (seen[header:] == COMMA)) + header
    if rows == 0 or len(separators) != rows * FIELDS:
        return None
    ends = np.ascontiguousarray(separators.reshape(rows, FIELDS).T)
    # As many line ends as rows, each in the last place: then every other one is a comma
    if not (seen[ends[-1]] == NEWLINE).all():
        return None
    starts = np.concatenate(([header], ends[-1, :-1] + 1))
    return PlainFields(seen, every_eight(seen), starts, ends)
