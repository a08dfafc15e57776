"""Street files: the archive's, with its faults, and an earlier extract of some months."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.demo import truths as planted
from wardwise.demo.crimes import Crimes
from wardwise.demo.files.csv_text import Lines, column
from wardwise.demo.files.police_uk import (
    POLICE,
    STREET_HEADER,
    STREET_OUTCOMES,
    crime_ids,
    name_of,
    place_columns,
    position_of_anti_social,
    street_outcome,
)
from wardwise.demo.land import Land
from wardwise.demo.points import SnapPoints
from wardwise.demo.randomness import stream
from wardwise.demo.records import Records
from wardwise.demo.vintage import Lsoa2011, code_of_point
from wardwise.domain.period import Month


Ints = NDArray[np.int64]

REPEATED = 120  # rows published twice in the same month
TWO_OFFENCES = 40  # rows that carry the Crime ID of another offence
BEYOND = 0.003  # recorded by the force, placed in another force's area
# How an earlier extract differs, in shares of its rows
LATER_ONLY, EARLIER_ONLY, OTHER_OFFENCE, OTHER_PLACE = 0.012, 0.006, 0.003, 0.02


@dataclass(frozen=True, eq=False)
class Made:
    """What the model made, together."""

    land: Land
    points: SnapPoints
    crimes: Crimes
    records: Records
    identity: pa.Array  # Crime ID by record

    @property
    def anti_social(self) -> int:
        """Position of anti-social behaviour among the offences."""
        return position_of_anti_social(self.crimes.offences)


def make_identity(crimes: Crimes, records: Records, *, seed: int) -> pa.Array:
    """Crime IDs by record, empty for anti-social behaviour."""
    anti_social = position_of_anti_social(crimes.offences)
    identity = crime_ids(records, anti_social=anti_social, seed=seed)
    # Some crimes have two offences under one ID: the row before is of the same month and place
    crime = np.flatnonzero(
        (records.offence[1:] != anti_social) & (records.offence[:-1] != anti_social)
    )
    shared = stream(seed, "shared ids").choice(crime, TWO_OFFENCES, replace=False) + 1
    source = np.arange(len(identity))
    source[shared] = shared - 1
    return identity.take(pa.array(source))


def street_files(made: Made, *, seed: int) -> dict[str, bytes]:
    """The street files of the later archive, which holds every month."""
    random, records = stream(seed, "street"), made.records
    months = made.crimes.months
    lsoa, point = _where(random, made)
    lines = _lines(
        made, lsoa=lsoa, point=point, offence=records.offence, last_month=len(months) - 1
    )
    listed = np.flatnonzero(records.published & ~records.in_short_month)
    crime = listed[records.offence[listed] != made.anti_social]
    again = random.choice(crime, REPEATED, replace=False)
    order = _in_order(np.concatenate([listed, again]), records.month, lsoa, point)
    return _by_month(lines, order, records.month, months)


def earlier_street_files(made: Made, vintage: Lsoa2011, *, seed: int) -> dict[str, bytes]:
    """The same months as published some months after them, in LSOA 2011 codes."""
    random, records, months = stream(seed, "earlier street"), made.records, made.crimes.months
    drawn = random.random((4, len(records.month)))
    covered = [n for n, month in enumerate(months) if month in planted.EARLIER_EXTRACT]
    held = np.isin(records.month, covered) & (drawn[0] >= LATER_ONLY)
    lsoa, point = _where(stream(seed, "street"), made)
    lsoa = _moved(made.land, lsoa, which=drawn[1] < OTHER_PLACE)
    is_crime = records.offence != made.anti_social
    lines = _lines(
        replace(made, identity=_renamed(made.identity, drawn[2] < EARLIER_ONLY)),
        lsoa=lsoa,
        point=point,
        offence=np.where(is_crime & (drawn[3] < OTHER_OFFENCE), 0, records.offence),
        last_month=covered[-1] + 1,
        codes=code_of_point(made.land, made.points, vintage),
    )
    order = _in_order(np.flatnonzero(held), records.month, lsoa, point)
    return _by_month(lines, order, records.month, months)


def _moved(land: Land, lsoa: Ints, *, which: NDArray[np.bool_]) -> Ints:
    """Those rows in the LSOA before theirs, mostly a neighbour."""
    before = np.maximum(lsoa - 1, 0)
    stays_in_force = land.in_midshire[lsoa] & land.in_midshire[before]
    moved: Ints = np.where(which & stays_in_force, before, lsoa)
    return moved


def _renamed(identity: pa.Array, which: NDArray[np.bool_]) -> pa.Array:
    """Other Crime IDs for those rows: records that the later archive no longer has."""
    return pc.if_else(pa.array(which), pc.utf8_reverse(identity), identity)


def _where(random: np.random.Generator, made: Made) -> tuple[Ints, Ints]:
    """The LSOA and snap point that the file gives; −1 where it gives none."""
    records, land = made.records, made.land
    lsoa, point = records.lsoa.copy(), np.where(records.located, records.point, -1)
    beyond = random.random(len(lsoa)) < BEYOND
    lsoa[beyond] = random.choice(np.flatnonzero(~land.in_midshire), int(beyond.sum()))
    return lsoa, point


def _lines(
    made: Made,
    *,
    lsoa: Ints,
    point: Ints,
    offence: Ints,
    last_month: int,
    codes: NDArray[np.str_] | None = None,
) -> Lines:
    records = made.records
    outcome = street_outcome(records, anti_social=made.anti_social, last_month=last_month)
    places = place_columns(made.land, made.points, lsoa=lsoa, point=point)
    if codes is not None:
        at = np.where(point < 0, -1, lsoa * codes.shape[1] + point)
        places[3] = column(codes.ravel(), at)
    return Lines(
        STREET_HEADER,
        [
            made.identity,
            column([str(month) for month in made.crimes.months], records.month),
            POLICE,
            POLICE,
            *places,
            column(made.crimes.offences, offence),
            column(STREET_OUTCOMES, outcome),
            "",
        ],
    )


def _in_order(rows: Ints, month: Ints, lsoa: Ints, point: Ints) -> Ints:
    """By month, then LSOA, those without a place last: the order of the real files."""
    last = point[rows] < 0
    ordered: Ints = rows[np.lexsort((lsoa[rows], last, month[rows]))]
    return ordered


def _by_month(
    lines: Lines, order: Ints, month: Ints, months: tuple[Month, ...]
) -> dict[str, bytes]:
    which = month[order]
    return {name_of(months[n], "street"): lines.file(order[which == n]) for n in np.unique(which)}
