"""A later extract replaces an earlier one of the same dataset and supplier for the days it covers.

Crimes are reclassified, moved and cancelled, so a force sends a year again each time. What
the later extract holds, and what it should hold and does not, is set aside in the earlier.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

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
    order = sorted(range(len(files)), key=lambda n: (files[n].received_on, n))
    found, revisions, notices = dict(enumerate(files)), [], []
    groups: dict[tuple[str, str], list[int]] = {}
    for n in order:
        if files[n].table in _KEY:
            groups.setdefault((files[n].dataset, files[n].supplier), []).append(n)
    for group in groups.values():
        for earlier, later in itertools.combinations(group, 2):
            found[earlier], said = _yield(found[earlier], found[later])
            notices += said
        for earlier, later in itertools.pairwise(group):
            revisions += _revisions(files[earlier], files[later])
    table = pa.Table.from_pylist(revisions, schema=schema("partner_revision"))
    return [found[n] for n in range(len(files))], table, notices


def days_of(one: One) -> pa.Array:
    """The day of each row: of the recording, or of the event where that is not given."""
    columns = [pc.utf8_slice_codeunits(one.rows[name], 0, 10) for name in _DAY[one.table]]
    return pc.coalesce(*columns)


def _yield(earlier: One, later: One) -> tuple[One, list[str]]:
    used = earlier.rows["used"]
    theirs = later.rows.filter(later.rows["used"])
    days = pc.min_max(days_of(replace(later, rows=theirs)))
    held = pc.is_in(_crime(earlier.rows), pc.unique(_crime(theirs)), skip_nulls=True)
    day = days_of(earlier)
    covered = pc.and_(
        pc.greater_equal(day, days["min"]), pc.less_equal(day, days["max"])
    ).fill_null(False)
    reason = pc.if_else(
        held, IN_A_LATER, pc.if_else(covered, CANCELLED, pa.scalar(None, pa.string()))
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


def _crime(rows: pa.Table) -> pa.ChunkedArray:
    return rows["record_key"]


def _revisions(earlier: One, later: One) -> list[Mapping[str, object]]:
    """Of the rows that both hold, how many changed in each field."""
    key = list(_KEY[earlier.table])
    fields = list(_COMPARED[earlier.table])
    frames = [_keyed(one, key, fields) for one in (earlier, later)]
    both = frames[0].add_suffix("_before").join(frames[1].add_suffix("_after"), how="inner")
    days = pc.min_max(days_of(later))
    gone = frames[0].index.difference(frames[1].index)
    inside = (
        frames[0].loc[gone, "day"].between(days["min"].as_py() or "", days["max"].as_py() or "")
    )
    same = {
        "source": f"partner:{earlier.dataset}",
        "supplier": earlier.supplier,
        "earlier": earlier.file,
        "later": later.file,
        "in_both": len(both),
        "appeared": len(frames[1].index.difference(frames[0].index)),
        "vanished": int(inside.sum()),
    }
    return [
        {
            **same,
            "field": field,
            "changed": int((both[f"{field}_before"] != both[f"{field}_after"]).sum()),
        }
        for field in fields
    ]


def _keyed(one: One, key: list[str], fields: list[str]) -> pd.DataFrame:
    rows = one.rows.append_column("day", days_of(one)).select([*key, *fields, "day"])
    rows = rows.filter(rows["record_key"].is_valid())
    frame: pd.DataFrame = rows.to_pandas().fillna("").astype(str).drop_duplicates(key)
    return frame.set_index(key)
