"""A later extract replaces an earlier one of the same dataset and supplier for the days it covers.

Crimes are reclassified, moved and cancelled, so a force sends a year again each time. What
the later extract holds, and what it should hold and does not, is set aside in the earlier.

What it should hold goes by the day on which the supplier's system took the row in: that of the
recording; for people that of the recording of their crime, where the supplier's crimes have
it; and the day of the event only where neither is known. Which days an extract covers is said
in ``covered``: a stray row covers nothing but itself.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.sources.partner_files.account import Mask
from wardwise.sources.partner_files.covered import Days, covered_by, days_from
from wardwise.sources.partner_files.crimes import Crimes
from wardwise.sources.tidy import schema


IN_A_LATER = "a later extract holds it"
CANCELLED = "a later extract covers its day and no longer holds it"
_COMPARED = {
    "partner_record": (
        "offence",
        "offence_code",
        "category",
        "month",
        "from_moment",
        "lsoa_code",
        "flags",
        "outcome",
    ),
    "partner_person": ("age_low", "age_high", "sex", "ethnicity"),
}
_DAY = {
    "partner_record": ("recorded_on", "from_moment", "outcome_on"),
    "partner_person": ("event_on",),
}
_KEY = {"partner_record": ("record_key",), "partner_person": ("record_key", "person_key")}


@dataclass(frozen=True, eq=False)
class One:
    """The rows of one file, and of which table they are."""

    table: str
    rows: pa.Table
    dataset: str
    supplier: str
    file: str
    received_on: str


def superseded(files: Sequence[One]) -> tuple[list[One], pa.Table, list[str]]:
    """The files with earlier rows set aside, what changed between them, and notices."""
    found, revisions, notices = list(files), [], []
    for group in _groups(files):
        for earlier, later, covered in _pairs(files, group):
            found[earlier], said = _yield(found[earlier], files[later], covered)
            notices += said
            if group.index(later) == group.index(earlier) + 1:
                revisions += _revisions(files[earlier], files[later], covered)
    table = pa.Table.from_pylist(revisions, schema=schema("partner_revision"))
    return found, table, notices


def _groups(files: Sequence[One]) -> list[list[int]]:
    """Extracts of the same dataset and supplier, the earliest first, where there are several."""
    groups: dict[tuple[str, str], list[int]] = {}
    for n in sorted(range(len(files)), key=lambda n: (files[n].received_on, n)):
        if files[n].table in _KEY:
            groups.setdefault((files[n].dataset, files[n].supplier), []).append(n)
    return [group for group in groups.values() if len(group) > 1]


def _pairs(files: Sequence[One], group: Sequence[int]) -> Iterator[tuple[int, int, Mask]]:
    """Every earlier and later extract, and which rows of the earlier are of days covered."""
    of_supplier = ("recorded_crime", files[group[0]].supplier)
    crimes = Crimes([one.rows for one in files if (one.dataset, one.supplier) == of_supplier])
    days = {n: days_of(files[n], crimes) for n in group}
    covered = {n: covered_by(days[n][files[n].rows["used"].to_numpy()]) for n in group}
    for earlier, later in itertools.combinations(group, 2):
        yield earlier, later, covered[later].holds(days[earlier])


def days_of(one: One, crimes: Crimes) -> Days:
    """The day of each row: of the recording, or of the event where that is not known."""
    own = days_from(pc.coalesce(*(one.rows[name] for name in _DAY[one.table])))
    if one.table != "partner_person" or not crimes.tables:
        return own
    recorded = crimes.recorded(one.rows["record_key"])
    return np.where(np.isnat(recorded), own, recorded)


def _yield(earlier: One, later: One, covered: Mask) -> tuple[One, list[str]]:
    used = earlier.rows["used"]
    theirs = later.rows.filter(later.rows["used"])
    held = pc.is_in(_crime(earlier, earlier.rows), _crime(earlier, theirs), skip_nulls=True)
    reason = pc.if_else(
        held, IN_A_LATER, pc.if_else(pa.array(covered), CANCELLED, pa.scalar(None, pa.string()))
    )
    gone = pc.and_(used, reason.is_valid())
    set_aside = pc.if_else(gone, reason, earlier.rows["set_aside"])
    rows = earlier.rows
    at = rows.schema.get_field_index
    rows = rows.set_column(
        at("used"), rows.schema.field("used"), pc.and_(used, pc.invert(reason.is_valid()))
    )
    rows = rows.set_column(at("set_aside"), rows.schema.field("set_aside"), set_aside)
    return replace(earlier, rows=rows), _told(earlier, later, int(pc.sum(gone).as_py() or 0))


def _told(earlier: One, later: One, gone: int) -> list[str]:
    if not gone:
        return []
    if _content(earlier) == _content(later):
        what = later.dataset.replace("_", " ")
        said = f"holds the same {what} as {earlier.file}, saved again: one of them is used."
    else:
        said = f"overlaps {earlier.file}: {gone:,} rows of the earlier one are set aside."
    return [f"{later.file} {said}"]


def _content(one: One) -> int:
    """A number for the rows whatever their order, but for where they came from."""
    names = [*_KEY[one.table], *_COMPARED[one.table]]
    frame = one.rows.select(names).to_pandas()
    hashes = pd.util.hash_pandas_object(frame, index=False).to_numpy()
    return hash((len(hashes), int(np.bitwise_xor.reduce(hashes)) if len(hashes) else 0))


def _crime(one: One, rows: pa.Table) -> pa.ChunkedArray:
    """What is held: the crime, but of outcomes each, for a crime has one after another."""
    if one.dataset != "outcomes":
        return rows["record_key"]
    parts = [rows[name].fill_null("") for name in ("outcome", "outcome_on")]
    return pc.binary_join_element_wise(rows["record_key"], *parts, "/")


def _revisions(earlier: One, later: One, covered: Mask) -> list[Mapping[str, object]]:
    """Of the rows that both hold, how many changed in each field."""
    (keys, rows), (after, places) = (_first_of_each(one) for one in (earlier, later))
    at = pc.index_in(keys, after)
    both = at.is_valid()
    before = earlier.rows.take(rows.filter(both))
    now = later.rows.take(places.take(at.filter(both)))
    vanished = covered[rows.filter(pc.invert(both)).to_numpy()]
    same = {
        "source": f"partner:{earlier.dataset}",
        "supplier": earlier.supplier,
        "earlier": earlier.file,
        "later": later.file,
        "in_both": len(before),
        "appeared": len(after) - len(before),
        "vanished": int(vanished.sum()),
    }
    return [
        {**same, "field": field, "changed": _changed(before[field], now[field])}
        for field in _COMPARED[earlier.table]
    ]


def _first_of_each(one: One) -> tuple[pa.Array, pa.Array]:
    """The keys of the rows, each once, and the first row of each."""
    parts = [one.rows[name].fill_null("") for name in _KEY[one.table]]
    keys = pc.binary_join_element_wise(*parts, "/").to_pandas()
    first = (one.rows["record_key"].is_valid().to_numpy()) & ~keys.duplicated().to_numpy()
    return pa.array(keys[first], pa.string()), pa.array(np.flatnonzero(first))


def _changed(before: pa.ChunkedArray, now: pa.ChunkedArray) -> int:
    """Rows in which the one is not the other; not known twice is the same."""
    other = pc.coalesce(pc.not_equal(before, now), pc.xor(before.is_valid(), now.is_valid()))
    return int(pc.sum(other).as_py() or 0)
