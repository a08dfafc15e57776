"""A supplier's file, of whatever kind the mapping says, as one raw table."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

from wardwise.domain.errors import ExtractError
from wardwise.domain.mapping import DatasetMapping, FileShape, Mapping
from wardwise.sources.archive import members, read_member
from wardwise.sources.partner_files.joins import joined
from wardwise.sources.partner_files.raw_csv import read_csv
from wardwise.sources.partner_files.raw_parquet import read_parquet
from wardwise.sources.partner_files.raw_table import RawTable
from wardwise.sources.partner_files.raw_workbook import read_workbook
from wardwise.sources.unpacking import unpack_gzip


def read_raw(path: Path, *, file: str, mapping: Mapping, dataset: str) -> RawTable:
    """The columns that the mapping names, and no other: what it does not name never leaves."""
    part = mapping.datasets[dataset]
    wanted = columns_wanted(part)
    if mapping.file.kind == "zip":
        return _relational(path, file=file, shape=mapping.file, part=part, wanted=wanted)
    return read_table(
        unpacked(path, file=file), file=file, shape=mapping.file, sheet=part.sheet, wanted=wanted
    )


def read_table(
    data: bytes, *, file: str, shape: FileShape, sheet: str | None, wanted: Sequence[str]
) -> RawTable:
    """One table of a kind that is said."""
    if shape.kind in ("xlsx", "ods"):
        return read_workbook(
            data, file=file, sheet=sheet, header_row=shape.header_row, wanted=wanted
        )
    if shape.kind == "parquet":
        return read_parquet(data, file=file, wanted=wanted)
    return read_csv(data, file=file, shape=shape, wanted=wanted)


def columns_wanted(part: DatasetMapping) -> list[str]:
    """Every column that the mapping names, once, in order."""
    named = [name for column in part.columns.values() for name in column.column]
    named += [only.column for only in part.only]
    named += part.some_of.columns if part.some_of else ()
    named += [*part.repeated.of, *part.questions]
    named += [ours for join in part.joins for ours in join.on]
    named += part.linkage.columns if part.linkage else ()
    return list(dict.fromkeys(named))


def unpacked(path: Path, *, file: str) -> bytes:
    """The bytes of the file, out of its gzip where it is in one."""
    raw = path.read_bytes()
    return unpack_gzip(raw, file=file) if path.suffix == ".gz" else raw


def _relational(
    path: Path, *, file: str, shape: FileShape, part: DatasetMapping, wanted: Sequence[str]
) -> RawTable:
    inside = {member.filename: member for member in members(path)}
    made = {name for join in part.joins for name in join.take}

    def table(name: str, columns: Sequence[str]) -> RawTable:
        if name not in inside:
            raise ExtractError(
                file=file,
                problem=f"the zip holds no '{name}', which the mapping joins.",
                remedy="Ask the supplier for the whole archive, or correct the mapping.",
            )
        with zipfile.ZipFile(path) as opened:
            data = read_member(opened, inside[name], archive=file)
        return read_csv(data, file=f"{file}, '{name}'", shape=shape, wanted=columns)

    main = table(str(part.table), [name for name in wanted if name not in made])
    for join in part.joins:
        columns = list(dict.fromkeys([*join.on.values(), *join.take.values()]))
        main = joined(main, join, table(join.table, columns))
    return RawTable(file, main.columns, main.lines, main.ragged)
