"""Say why a file is refused, by reading it row by row."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.domain.errors import AssessmentError, ExtractError, ReferenceDataError
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.faults import Row, find_faults, refusal
from wardwise.sources.police_uk.normalise import read_rows
from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.schema import LAYOUTS, Kind
from wardwise.sources.text import DOWNLOAD


def why_refused(file: Prepared, data: bytes, *, places: PlaceNumbers) -> AssessmentError:
    """The error that says everything that is wrong with a file in the published form."""
    shown, name = file.source.shown, file.source.name
    rows = read_rows(data.decode("utf-8"), file=shown)
    next(rows)
    numbered = [(int(n), row) for n, (_, row) in zip(file.line_numbers(), rows, strict=False)]
    width = len(LAYOUTS[name.kind].columns)
    for line, row in numbered:
        if len(row) != width:
            return _ragged(shown, line, found=len(row), expected=width)
    faults = find_faults(numbered, name=name, force=file.force)
    if faults:
        return refusal(shown, faults)
    return _unknown_code(shown, numbered, name.kind, places) or ExtractError(
        file=shown,
        problem=f"not all of the {file.rows:,} rows that were counted could be read.",
        remedy=DOWNLOAD,
    )


def _ragged(file: str, line: int, *, found: int, expected: int) -> ExtractError:
    return ExtractError(
        file=file,
        row=line,
        problem=f"the row has {found} fields; expected {expected} as in the header."
        " The file may have been cut off or edited.",
        remedy=DOWNLOAD,
    )


def _unknown_code(
    file: str, rows: Sequence[Row], kind: Kind, places: PlaceNumbers
) -> ReferenceDataError | None:
    if kind is Kind.STOP_AND_SEARCH:
        return None
    column = LAYOUTS[kind].columns.index("LSOA code")
    for line, row in rows:
        code = row[column]
        if code and places.is_unknown(code):
            return ReferenceDataError(
                f"{file}, row {line:,}, column 'LSOA code': '{code}' is in neither the LSOA 2021"
                " list nor the LSOA 2011 list. Check the edition of the lookup in geography/, or"
                " download the file again."
            )
    return None
