"""Street files to counts by file, place and offence: one pass, every row accounted for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.domain.errors import AssessmentError, ExtractError, ReferenceDataError
from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.sources.place_numbers import ELSEWHERE, PlaceNumbers
from wardwise.sources.police_uk.faults import find_faults, refusal
from wardwise.sources.police_uk.normalise import read_rows
from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.schema import EAST, LAYOUTS, NORTH, SOUTH, WEST, Kind
from wardwise.sources.text import DOWNLOAD


@dataclass(frozen=True, eq=False)
class Cells:
    """Records by file, place and offence. Shape: cells; one row where the count is above 0."""

    file: NDArray[np.int64]
    place: NDArray[np.int64]
    offence: NDArray[np.int64]
    records: NDArray[np.int64]


def read_csv_sql(paths: Sequence[str], *, kind: Kind) -> str:
    """The only way we read a CSV: columns and types given, nothing guessed, rejects kept."""
    doubles = {"Longitude", "Latitude"}
    columns = ", ".join(
        f"'{name}': '{'DOUBLE' if name in doubles else 'VARCHAR'}'"
        for name in LAYOUTS[kind].columns
    )
    listed = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
    return (
        f"read_csv([{listed}], columns={{{columns}}}, auto_detect=false, header=true,"
        " delim=',', quote='\"', escape='\"', null_padding=false, store_rejects=true,"
        " filename=true)"
    )


def count_cells(files: Sequence[Prepared], *, places: PlaceNumbers) -> Cells:
    """Read street files to counts; a file that does not reconcile is refused, with why."""
    with duckdb.connect() as connection:
        _register(connection, files, places)
        table = connection.execute(_counting_sql(files)).to_arrow_table()
    column = {name: table[name].to_numpy() for name in table.column_names}
    _check_reconciled(files, column, places=places)
    return Cells(column["file_number"], column["place"], column["offence_number"], column["n"])


def _register(
    connection: duckdb.DuckDBPyConnection, files: Sequence[Prepared], places: PlaceNumbers
) -> None:
    paths = [str(file.path) for file in files]
    connection.register("file", pa.table({"filename": paths, "file_number": np.arange(len(paths))}))
    connection.register(
        "offence",
        pa.table(
            {
                "Crime type": list(POLICE_UK_OFFENCES),
                "offence_number": np.arange(len(POLICE_UK_OFFENCES)),
            }
        ),
    )
    connection.register("place", places.table)


def _counting_sql(files: Sequence[Prepared]) -> str:
    point_is_sound = (
        f'("Longitude" between {WEST} and {EAST} and "Latitude" between {SOUTH} and {NORTH})'
    )
    is_elsewhere = f"""regexp_full_match("LSOA code", '{ELSEWHERE.pattern}')"""
    return f"""
        select
            file_number,
            case when "LSOA code" is null then {PlaceNumbers.NO_CODE}
                 when place_number is not null then place_number
                 when {is_elsewhere} then {PlaceNumbers.OUTSIDE}
                 else {PlaceNumbers.UNKNOWN} end as place,
            coalesce(offence_number, -1) as offence_number,
            count(*) as n,
            bool_and("Longitude" is null or {point_is_sound}) as sound
        from {read_csv_sql([str(file.path) for file in files], kind=Kind.STREET)}
        join file using (filename)
        left join place using ("LSOA code")
        left join offence using ("Crime type")
        group by all
    """


def _check_reconciled(
    files: Sequence[Prepared], column: dict[str, NDArray[np.int64]], *, places: PlaceNumbers
) -> None:
    read = np.bincount(column["file_number"], weights=column["n"], minlength=len(files))
    wrong = (
        (column["place"] == PlaceNumbers.UNKNOWN)
        | (column["offence_number"] < 0)
        | ~column["sound"].astype(bool)
    )
    suspects = set(column["file_number"][wrong].tolist())
    suspects |= {n for n, file in enumerate(files) if read[n] != file.rows}
    for number in sorted(suspects):
        raise why_refused(files[number], places=places, read=int(read[number]))


def why_refused(file: Prepared, *, places: PlaceNumbers, read: int) -> AssessmentError:
    """Read the file row by row and say what is wrong with it."""
    shown, name = file.source.shown, file.source.name
    rows = read_rows(file.path.read_text(encoding="utf-8"), file=shown)
    next(rows)
    numbered = [(int(n), row) for n, (_, row) in zip(file.line_numbers(), rows, strict=False)]
    width = len(LAYOUTS[name.kind].columns)
    for line, row in numbered:
        if len(row) != width:
            return ExtractError(
                file=shown,
                row=line,
                problem=f"the row has {len(row)} fields; expected {width} as in the header."
                " The file may have been cut off or edited.",
                remedy=DOWNLOAD,
            )
    faults = find_faults(numbered, name=name, force=file.force)
    if faults:
        return refusal(shown, faults)
    if name.kind is not Kind.STOP_AND_SEARCH:
        for line, row in numbered:
            if row[7] and places.is_unknown(row[7]):
                return _unknown_code(shown, line, row[7])
    return ExtractError(
        file=shown,
        problem=f"{file.rows:,} rows were counted and {read:,} could be read.",
        remedy=DOWNLOAD,
    )


def _unknown_code(file: str, line: int, code: str) -> ReferenceDataError:
    return ReferenceDataError(
        f"{file}, row {line:,}, column 'LSOA code': '{code}' is in neither the LSOA 2021 list nor"
        " the LSOA 2011 list. Check the edition of the lookup in geography/, or download the file"
        " again."
    )
