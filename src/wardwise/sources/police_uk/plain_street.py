"""Count a plain street file straight from its bytes, or leave it to the general reader."""

from __future__ import annotations

import hashlib

import numpy as np

from wardwise.sources.force_names import force_key
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.cells import OFFENCE_NUMBER, FileCells, Numbers
from wardwise.sources.police_uk.files import SourceFile
from wardwise.sources.police_uk.plain_fields import PlainFields, find_fields
from wardwise.sources.police_uk.plain_values import (
    plain_offences,
    plain_places,
    points_are_plain,
)
from wardwise.sources.police_uk.prepare import Prepared, is_published_form
from wardwise.sources.police_uk.raw_lines import Lines, begin_alike, possible_repeats
from wardwise.sources.police_uk.repeats import Repeats, judge_repeats


def count_plain(source: SourceFile, data: bytes, *, places: PlaceNumbers) -> Prepared | None:
    """The file counted; None if it is not plain or anything in it is not sound."""
    fields = find_fields(data) if is_published_form(source, data) else None
    if fields is None:
        return None
    force = _text(fields, "Reported by", 0)
    lines = Lines(fields.starts, fields.ends[-1], is_odd=False)
    after_id = f"{source.name.month},{force},".encode()
    if force_key(force) != force_key(source.name.force) or not begin_alike(
        fields.data, lines, after_id=after_id
    ):
        return None
    cells = _cells(fields, places)
    if cells is None:
        return None
    return Prepared(
        source=source,
        sha256="" if source.is_zipped else hashlib.sha256(data).hexdigest(),
        size=len(data),
        rows=lines.records,
        force=force,
        repeats=_repeats(fields, lines),
        cells=cells,
    )


def _cells(fields: PlainFields, places: PlaceNumbers) -> FileCells | None:
    if not points_are_plain(fields):
        return None
    place, offence = plain_places(fields, places=places), plain_offences(fields)
    if place is None or offence is None:
        return None
    return _counted(place, offence)


def _counted(place: Numbers, offence: Numbers) -> FileCells:
    types = len(OFFENCE_NUMBER)
    keys = np.sort((place - PlaceNumbers.NO_CODE) * types + offence)
    first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    distinct = keys[first]
    return FileCells(
        place=distinct // types + PlaceNumbers.NO_CODE,
        offence=distinct % types,
        records=np.diff(np.append(first, len(keys))),
    )


def _repeats(fields: PlainFields, lines: Lines) -> Repeats:
    records = possible_repeats(fields.data, lines).tolist()
    texts = [
        bytes(fields.data[lines.starts[record] : lines.ends[record]]).decode().rstrip("\r")
        for record in records
    ]
    return judge_repeats(
        [(record, text.split(",")) for record, text in zip(records, texts, strict=True)]
    )


def _text(fields: PlainFields, column: str, row: int) -> str:
    begins, ends = fields.field(column)
    return bytes(fields.data[begins[row] : ends[row]]).decode()
