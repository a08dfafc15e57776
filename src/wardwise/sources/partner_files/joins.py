"""The tables of a relational zip, joined as the mapping says."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa

from wardwise.domain.errors import ExtractError
from wardwise.domain.mapping import Join
from wardwise.sources.partner_files.raw_table import RawTable


LISTED = "; "


def joined(main: RawTable, join: Join, other: RawTable) -> RawTable:
    """The main table with the columns taken from the other; empty where it has no such key."""
    ((ours, theirs),) = join.on.items()
    keys = main.columns[ours].to_pandas()
    frame = pd.DataFrame({name: column.to_pandas() for name, column in other.columns.items()})
    frame = frame[frame[theirs] != ""]
    if join.several == "list":
        frame = _listed(frame, theirs, sorted(set(join.take.values())))
    elif (again := frame[theirs].duplicated()).any():
        raise ExtractError(
            file=other.file,
            row=int(other.lines[frame.index[again][0]]),
            column=theirs,
            problem=f"{int(again.sum()):,} rows have a key that a row before has.",
            remedy="Where several rows belong to one, write 'several: list' in the join.",
        )
    indexed = frame.set_index(theirs)
    found = {
        name: pa.array(
            keys.map(indexed[column]).fillna("").astype(str) if len(indexed) else [""] * len(keys),
            pa.string(),
        )
        for name, column in join.take.items()
    }
    return main.with_columns(found)


def _listed(frame: pd.DataFrame, key: str, columns: list[str]) -> pd.DataFrame:
    """One row a key; each column its distinct values in order, parted by a semicolon."""
    parts = []
    for column in columns:
        pairs = frame[[key, column]].drop_duplicates().sort_values([key, column])
        pairs = pairs[pairs[column] != ""]
        parts.append(pairs.groupby(key)[column].agg(LISTED.join))
    return pd.concat(parts, axis=1).fillna("").reset_index()
