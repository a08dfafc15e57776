"""Make one file ready to be read: hashed, decoded, every line looked at."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.domain.errors import ExtractError
from wardwise.sources.force_names import force_key
from wardwise.sources.police_uk.cells import FileCells
from wardwise.sources.police_uk.faults import find_faults, refusal
from wardwise.sources.police_uk.files import SourceFile
from wardwise.sources.police_uk.normalise import normalise, read_rows
from wardwise.sources.police_uk.raw_lines import (
    Bytes,
    Lines,
    begin_alike,
    find_lines,
    possible_repeats,
)
from wardwise.sources.police_uk.repeats import Repeats, judge_repeats
from wardwise.sources.police_uk.schema import LAYOUTS, Kind
from wardwise.sources.text import DOWNLOAD


# Below a tab there is no character of text; above 127 it is not plain ASCII
LOWEST, HIGHEST = 9, 127


@dataclass(frozen=True, eq=False)
class Prepared:
    """What is known of a file; its rows and counts once it has been read."""

    source: SourceFile
    sha256: str  # of a file on disk; a file in a zip is known by the hash of the zip
    size: int
    rows: int
    force: str  # as the rows spell it; empty for stop and search
    repeats: Repeats  # by record number, from 0
    lines: NDArray[np.int32] | None = None  # line of each record; None is record + 2
    notices: tuple[str, ...] = ()
    table: pa.Table | None = None  # the rows, where records are wanted
    cells: FileCells | None = None  # of a street file

    def line_numbers(self) -> NDArray[np.int32]:
        """The line of each record in the file as it came, the header being 1."""
        if self.lines is not None:
            return self.lines
        return np.arange(2, self.rows + 2, dtype=np.int32)


@dataclass(frozen=True, eq=False)
class _Form:
    """The bytes in the published form, and where they came from."""

    data: bytes
    lines: NDArray[np.int32] | None = None
    notices: tuple[str, ...] = ()


def prepare(source: SourceFile, data: bytes) -> tuple[Prepared, bytes]:
    """What the bytes of a file show, and the same bytes in the published form."""
    if not data or data.isspace():
        raise _empty(source, "the file is empty")
    form = _Form(data) if is_published_form(source, data) else _mended(source, data)
    seen = np.frombuffer(form.data, dtype=np.uint8)
    lines = find_lines(seen)
    force = _force(source, form.data, lines)
    if form.lines is None and _is_odd(source, seen, lines, force):
        form = _mended(source, data)
        seen = np.frombuffer(form.data, dtype=np.uint8)
        lines = find_lines(seen)
    if _is_odd(source, seen, lines, force):
        raise _refused(source, form, force)
    prepared = Prepared(
        source=source,
        sha256="" if source.is_zipped else hashlib.sha256(data).hexdigest(),
        size=len(data),
        rows=lines.records,
        force=force,
        repeats=_repeats(source, form, seen, lines),
        lines=form.lines,
        notices=form.notices,
    )
    return prepared, form.data


def is_published_form(source: SourceFile, data: bytes) -> bool:
    """Whether a file has the published header and is text in UTF-8."""
    header = LAYOUTS[source.name.kind].header
    if not data.startswith((header + b"\n", header + b"\r\n")):
        return False
    seen = np.frombuffer(data, dtype=np.uint8)
    if seen.min() < LOWEST or data.count(b"\r") != data.count(b"\r\n"):
        return False
    if source.name.kind is Kind.STOP_AND_SEARCH and b'"' in data:
        return False
    return bool(seen.max() <= HIGHEST) or _is_utf8(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mended(source: SourceFile, data: bytes) -> _Form:
    mended = normalise(data, layout=LAYOUTS[source.name.kind], file=source.shown)
    return _Form(mended.data, mended.lines, mended.notices)


def _force(source: SourceFile, data: bytes, lines: Lines) -> str:
    """The force that the first row names, which must be the one in the file's name."""
    if lines.records == 0 and source.name.kind is Kind.STREET:
        raise _empty(source, "the file holds a header and no rows")
    if source.name.kind is Kind.STOP_AND_SEARCH or lines.records == 0:
        return ""
    first = _fields(data, lines, 0)
    if len(first) > 3 and force_key(first[2]) == force_key(source.name.force):
        return first[2]
    raise ExtractError(
        file=source.shown,
        row=2,
        column="Reported by",
        problem=f"found '{first[2][:40] if len(first) > 2 else ''}' in a file that is named"
        f" '{source.name.force}'.",
        remedy="Give the file its own name back, or download it again.",
    )


def _fields(data: bytes, lines: Lines, record: int) -> list[str]:
    text = data[lines.starts[record] : lines.ends[record]].decode("utf-8").rstrip("\r")
    return next(csv.reader([text]))


def _is_odd(source: SourceFile, seen: Bytes, lines: Lines, force: str) -> bool:
    if lines.is_odd or source.name.kind is Kind.STOP_AND_SEARCH:
        return lines.is_odd
    # 'Falls within' is left to the reader: only the name that reports must be the file's own
    after_id = f"{source.name.month},{force},".encode()
    return not begin_alike(seen, lines, after_id=after_id)


def _refused(source: SourceFile, form: _Form, force: str) -> ExtractError:
    rows = list(read_rows(form.data.decode("utf-8"), file=source.shown))[1:]
    if form.lines is not None:
        rows = [(int(line), row) for line, (_, row) in zip(form.lines, rows, strict=True)]
    return refusal(source.shown, find_faults(rows, name=source.name, force=force))


def _repeats(source: SourceFile, form: _Form, seen: Bytes, lines: Lines) -> Repeats:
    if source.name.kind is not Kind.STREET:
        return Repeats({})
    records = possible_repeats(seen, lines).tolist()
    rows = [(record, _fields(form.data, lines, record)) for record in records]
    # A row with too many or too few fields is no repeat; the reader finds it and refuses the file
    width = len(LAYOUTS[Kind.STREET].columns)
    return judge_repeats([(record, fields) for record, fields in rows if len(fields) == width])


def _empty(source: SourceFile, problem: str) -> ExtractError:
    return ExtractError(
        file=source.shown,
        problem=f"{problem}: expected the records of {source.name.month}.",
        remedy=DOWNLOAD,
    )
