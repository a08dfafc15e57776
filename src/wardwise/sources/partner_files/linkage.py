"""People of several files who have no common number, linked by what is known of them.

Names and births are compared while the files are read and go no further: what is stored are keys,
which linked people share, counts, and a sample of pairs told by how alike they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from wardwise.domain.errors import SettingsError
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.linkage_model import scored_pairs
from wardwise.sources.partner_files.linkage_records import COMPARED
from wardwise.sources.partner_files.linkage_told import linkage_tables


FEWEST = 20
"""Records that agree with another on ``SURE``; from fewer the model learns nothing."""
SURE = ("surname", "forename", "born_on")
LINKED = "linked"
"""Namespace of the keys of people who have no number of their own."""
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Linkable:
    """A file whose people may be linked: its tidy rows, and what is compared, by row."""

    name: str
    rows: pa.Table
    records: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Compared:
    """Rows of every file together, the record of each, and the pairs of records with a chance."""

    files: tuple[Linkable, ...]
    pooled: pd.DataFrame
    record: Ints
    records: pd.DataFrame
    pairs: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Linked:
    """Keys of every file in the order given, and the tables of what was linked."""

    keys: tuple[pa.Array, ...]
    tables: Mapping[str, pa.Table]


def link_people(files: Sequence[Linkable], *, keys: Keys, threshold: float) -> Linked:
    """One key for everybody who is likely enough one person.

    Rows that say the same of a person are one record. Records are one person where their
    probability is ``threshold`` or more, or where the supplier's own number is the same; whoever
    is one with a third is one with the other too.
    """
    return linked_at(threshold, compared(files), keys=keys)


def compared(files: Sequence[Linkable]) -> Compared:
    """Every pair of records that agrees on something, with how likely it is to be one person."""
    pooled = _pooled(files)
    record, records = _distinct(pooled)
    _refuse_too_few(files, records)
    return Compared(tuple(files), pooled, record, records, scored_pairs(records))


def linked_at(threshold: float, found: Compared, *, keys: Keys) -> Linked:
    """The people at a threshold, and the keys that they share."""
    pairs, records, pooled = found.pairs, found.records, found.pooled
    accepted = pairs[pairs["match_probability"] >= threshold]
    own = pooled["own_key"].to_numpy(dtype=object)
    person = _persons(accepted, found.record, own, records=len(records))
    identity = records[list(COMPARED)].fillna("").agg("|".join, axis=1)
    hashed = keys.of("person", pa.array(identity), namespace=LINKED).to_pylist()
    shared = _key_of_each(person, own, [hashed[at] for at in found.record])
    pooled = pooled.assign(person=person)
    return Linked(
        keys=tuple(_keys_of(file, n, pooled, shared) for n, file in enumerate(found.files)),
        tables=linkage_tables(
            files=[file.name for file in found.files],
            file=pooled["file"].to_numpy(),
            record=found.record,
            person=person,
            pairs=pairs,
            threshold=threshold,
        ),
    )


def _refuse_too_few(files: Sequence[Linkable], records: pd.DataFrame) -> None:
    """The model learns from records that agree on name and birth and differ in the rest."""
    alike = records.dropna(subset=list(SURE)).duplicated(list(SURE)).sum()
    if len(files) < 2 or alike < FEWEST:
        raise SettingsError(
            f"partner_files: {len(files)} files have 'linkage: true', and {alike} of their records"
            f" agree with another on name and date of birth; it needs two files and {FEWEST} such"
            " records. Take it out, or add the file whose people are to be linked."
        )


def _pooled(files: Sequence[Linkable]) -> pd.DataFrame:
    """Rows of every file that say enough of a person: a name, and a birth or a home."""
    parts = []
    for n, file in enumerate(files):
        own = np.array(file.rows["person_key"].to_pylist(), dtype=object)
        at = file.records.index.to_numpy()
        parts.append(file.records.assign(file=n, row=at, own_key=own[at]))
    pooled = pd.concat(parts, ignore_index=True)
    told = pooled["surname"].notna() & (pooled["born_on"].notna() | pooled["home_lsoa"].notna())
    return pooled[told].reset_index(drop=True)


def _distinct(pooled: pd.DataFrame) -> tuple[Ints, pd.DataFrame]:
    """The record of each row, and the records, in an order that follows from what they say."""
    groups = pooled.groupby(list(COMPARED), dropna=False, sort=True)
    record: Ints = np.asarray(groups.ngroup(), dtype=np.int64)
    first = np.unique(record, return_index=True)[1]
    records = pooled.loc[first, list(COMPARED)].reset_index(drop=True)
    return record, records.rename_axis("unique_id").reset_index()


def _persons(
    accepted: pd.DataFrame, record: Ints, own: NDArray[np.object_], *, records: int
) -> Ints:
    """The person of each row: records joined by pairs, and by the suppliers' own numbers."""
    known = np.array([key is not None for key in own], dtype=bool)
    names, number = np.unique(own[known].astype(str), return_inverse=True)
    left = np.concatenate([accepted["unique_id_l"].to_numpy(dtype=np.int64), record[known]])
    right = np.concatenate([accepted["unique_id_r"].to_numpy(dtype=np.int64), records + number])
    size = records + len(names)
    edges = coo_array((np.ones(len(left), dtype=np.int8), (left, right)), shape=(size, size))
    person: Ints = connected_components(edges, directed=False)[1].astype(np.int64)
    return person[record]


def _key_of_each(person: Ints, own: NDArray[np.object_], hashed: Sequence[str]) -> dict[int, str]:
    """A number of the supplier's makes the key where there is one, else what the rows say.

    Of several the first in the order of the keys, which does not depend on the order of rows.
    """
    key: dict[int, tuple[bool, str]] = {}
    for who, number, text in zip(person.tolist(), own, hashed, strict=True):
        offered = (number is None, text if number is None else str(number))
        key[who] = min(key.get(who, offered), offered)
    return {who: text for who, (_, text) in key.items()}


def _keys_of(file: Linkable, n: int, pooled: pd.DataFrame, shared: Mapping[int, str]) -> pa.Array:
    """The file's own keys, but for the people who could be compared."""
    found = file.rows["person_key"].to_pylist()
    these = pooled[pooled["file"] == n]
    for row, who in zip(these["row"], these["person"], strict=True):
        found[row] = shared[who]
    return pa.array(found, pa.string())
