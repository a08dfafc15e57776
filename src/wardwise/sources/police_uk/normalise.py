"""Write a file that is not quite as published in the published form, or say why not.

Harmless differences are mended and said in a notice: encoding, a byte order mark, line
ends, blank lines, another order or an older spelling of columns, empty columns at the end.
Anything that could have changed a value is refused.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.errors import ExtractError
from wardwise.sources.police_uk.faults import Row
from wardwise.sources.police_uk.headers import place_columns
from wardwise.sources.police_uk.schema import Layout
from wardwise.sources.text import DOWNLOAD, check_delimiter, decode


@dataclass(frozen=True)
class Normalised:
    """The file in the published form, the line each record came from, and notices."""

    data: bytes
    lines: NDArray[np.int32]
    notices: tuple[str, ...]


def normalise(data: bytes, *, layout: Layout, file: str) -> Normalised:
    """The file in the published form."""
    text, notices = decode(data, file=file)
    records = read_rows(text, file=file)
    _, header = next(records, (1, []))
    positions = place_columns(header, layout=layout, file=file)
    if [name for name in header if name] != list(layout.columns):
        notices = (*notices, f"{file}: its columns were put in the published order and spelling.")
    kept: list[Row] = [
        (line, _in_order(fields, positions, width=len(header), file=file, line=line))
        for line, fields in records
    ]
    return Normalised(
        data=_written(layout, kept),
        lines=np.array([line for line, _ in kept], dtype=np.int32),
        notices=notices,
    )


def read_rows(text: str, *, file: str) -> Iterator[Row]:
    """Line and fields of every row that is not blank; the line is where the row ends."""
    check_delimiter(text, file=file)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for fields in reader:
            if any(field.strip() for field in fields):
                yield reader.line_num, fields
    except csv.Error:
        raise ExtractError(
            file=file,
            row=reader.line_num,
            problem="a quotation mark is opened and not closed, or the reverse.",
            remedy=DOWNLOAD,
        ) from None


def _in_order(
    fields: Sequence[str], positions: Sequence[int | None], *, width: int, file: str, line: int
) -> list[str]:
    if len(fields) != width:
        raise ExtractError(
            file=file,
            row=line,
            problem=f"the row has {len(fields)} fields; expected {width} as in the header."
            " The file may have been cut off or edited.",
            remedy=DOWNLOAD,
        )
    return ["" if position is None else fields[position].strip() for position in positions]


def _written(layout: Layout, rows: Sequence[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(layout.columns)
    writer.writerows(
        [field.replace("\n", " ").replace("\r", " ") for field in fields] for _, fields in rows
    )
    return out.getvalue().encode()
