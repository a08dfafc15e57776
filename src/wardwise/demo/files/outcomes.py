"""Outcomes files: what became of each crime, in the month in which that was recorded."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.demo.files.csv_text import Lines, column, hexadecimal
from wardwise.demo.files.police_uk import OUTCOME_HEADER, OUTCOMES, POLICE, name_of, place_columns
from wardwise.demo.files.street import Made
from wardwise.demo.randomness import stream


FROM_BEFORE = 0.05  # outcomes of crimes older than the archive, in its first half-year


def outcome_files(made: Made, *, seed: int) -> dict[str, bytes]:
    """One file a month. A crime without an outcome by the last month has no row."""
    random, records, months = stream(seed, "outcomes"), made.records, made.crimes.months
    ended = records.published & (records.outcome_month < len(months))
    ended &= records.offence != made.anti_social
    month = records.outcome_month.clip(max=len(months) - 1)
    older = ended & (records.month < 6) & (random.random(len(month)) < FROM_BEFORE)
    strangers = hexadecimal(random, len(month))
    identity = pc.if_else(pa.array(older), strangers, made.identity)
    point = np.where(records.located, records.point, -1)
    lines = Lines(
        OUTCOME_HEADER,
        [
            identity,
            column([str(m) for m in months], month),
            POLICE,
            POLICE,
            *place_columns(made.land, made.points, lsoa=records.lsoa, point=point),
            column(OUTCOMES, records.outcome),
        ],
    )
    return {
        name_of(months[n], "outcomes"): lines.file(np.flatnonzero(ended & (month == n)))
        for n in range(len(months))
    }
