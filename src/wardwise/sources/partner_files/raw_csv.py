"""CSV with the encoding, delimiter and header row that the mapping states; nothing is guessed.

Arrow reads it, every cell as text. Where a line is not a row (a line break in quotes, a blank
line, a row out of step) the standard reader takes over, which knows the line of every row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from wardwise.domain.errors import ExtractError
from wardwise.domain.mapping import FileShape
from wardwise.sources.partner_files.raw_table import RawTable, check_ragged, positions


AGAIN = "Ask the supplier to export it again, and do not open it in a spreadsheet first."
LONGEST_CELL = 1 << 20


def read_csv(data: bytes, *, file: str, shape: FileShape, wanted: Sequence[str]) -> RawTable:
    """The wanted columns of a CSV file."""
    text = _decoded(data, file=file, shape=shape)
    header, body = _parted(text, file=file, shape=shape)
    places = positions(header, wanted, file=file, row=shape.header_row)
    table = _by_arrow(body, shape=shape, width=len(header), places=places)
    first = shape.header_row + 1
    if table is None:
        return _line_by_line(text, file=file, shape=shape, wanted=wanted)
    return RawTable(
        file=file,
        columns={name: _trimmed(table.column(n)) for n, name in enumerate(wanted)},
        lines=np.arange(first, first + table.num_rows, dtype=np.int32),
        ragged=np.zeros(table.num_rows, dtype=bool),
    )


def csv_header(data: bytes, *, file: str, shape: FileShape) -> list[str]:
    """The headings of a CSV file."""
    header, _ = _parted(_decoded(data, file=file, shape=shape), file=file, shape=shape)
    return [" ".join(name.split()) for name in header]


def _decoded(data: bytes, *, file: str, shape: FileShape) -> bytes:
    """The same text in UTF-8."""
    if not data:
        raise ExtractError(file=file, problem="the file is empty.", remedy=AGAIN)
    try:
        if shape.encoding in ("utf-8", "utf-8-sig"):
            plain = data.removeprefix(b"\xef\xbb\xbf")
            if not plain.isascii():
                plain.decode("utf-8")
        else:
            plain = data.decode(shape.encoding).removeprefix("\ufeff").encode()
    except UnicodeDecodeError as refused:
        raise ExtractError(
            file=file,
            row=data.count(b"\n", 0, refused.start) + 1,
            problem=f"byte {data[refused.start]:#04x} is not text in {shape.encoding},"
            " which the mapping states.",
            remedy="Write the file's encoding in the mapping (utf-8-sig, cp1252 or utf-16).",
        ) from None
    if (at := plain.find(b"\0")) >= 0:
        raise ExtractError(
            file=file,
            row=plain.count(b"\n", 0, at) + 1,
            problem="a NUL character was found where text was expected.",
            remedy="If the file is in UTF-16, write so in the mapping; if not, it is damaged.",
        )
    return plain.replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def _parted(text: bytes, *, file: str, shape: FileShape) -> tuple[list[str], bytes]:
    """The headings and everything after them."""
    lines = text.split(b"\n", shape.header_row)
    if len(lines) <= shape.header_row or not lines[-1].strip():
        raise ExtractError(
            file=file,
            problem=f"there is no row after the headings in row {shape.header_row}.",
            remedy="An empty extract is not nought: ask the supplier whether there was nothing.",
        )
    header = next(csv.reader([lines[shape.header_row - 1].decode()], delimiter=shape.delimiter), [])
    if len(header) < 2:
        raise ExtractError(
            file=file,
            row=shape.header_row,
            problem="the headings are not parted by the delimiter that the mapping states.",
            remedy="Write the delimiter (',', ';', 'tab' or '|') and the header row in it.",
        )
    return header, lines[-1]


def _by_arrow(
    body: bytes, *, shape: FileShape, width: int, places: Sequence[int]
) -> pa.Table | None:
    names = [f"c{n}" for n in range(width)]
    wanted = [names[place] for place in places]
    try:
        table = arrow_csv.read_csv(
            io.BytesIO(body),
            read_options=arrow_csv.ReadOptions(column_names=names),
            parse_options=arrow_csv.ParseOptions(
                delimiter=shape.delimiter, newlines_in_values=b'"' in body
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(wanted, pa.string()),
                include_columns=wanted,
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        return None
    lines = body.count(b"\n") + (not body.endswith(b"\n"))
    return table if table.num_rows == lines else None


def _trimmed(column: pa.ChunkedArray) -> pa.Array:
    return pc.utf8_trim_whitespace(column.combine_chunks())


def _line_by_line(text: bytes, *, file: str, shape: FileShape, wanted: Sequence[str]) -> RawTable:
    reader = csv.reader(
        io.StringIO(text.decode(), newline=""), delimiter=shape.delimiter, strict=True
    )
    csv.field_size_limit(LONGEST_CELL)
    rows: list[tuple[int, list[str]]] = []
    try:
        rows = [(reader.line_num, cells) for cells in reader if any(map(str.strip, cells))]
    except csv.Error:
        raise ExtractError(
            file=file,
            row=reader.line_num,
            problem="a quotation mark is opened and not closed, or the reverse.",
            remedy=AGAIN,
        ) from None
    rows = [row for row in rows if row[0] >= shape.header_row]
    (_, header), *rest = rows
    places = positions(header, wanted, file=file, row=shape.header_row)
    out_of_step = np.array([len(cells) != len(header) for _, cells in rest], dtype=bool)
    lines = np.array([line for line, _ in rest], dtype=np.int32)
    check_ragged(lines[out_of_step].tolist(), rows=len(rest), width=len(header), file=file)
    whole = [
        [""] * len(header) if bad else cells
        for (_, cells), bad in zip(rest, out_of_step.tolist(), strict=True)
    ]
    return RawTable(
        file=file,
        columns={
            name: pa.array([cells[place].strip() for cells in whole], pa.string())
            for name, place in zip(wanted, places, strict=True)
        },
        lines=lines,
        ragged=out_of_step,
    )
