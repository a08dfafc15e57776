"""The partnership's outlines as rows: which LSOAs touch, and how much land each has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from wardwise.domain.errors import EvidenceMissing
from wardwise.pipeline.inputs import code_key, key_of
from wardwise.sources.tidy import tidy_rows
from wardwise.store.tidy import TidyStore


TABLES = ("lsoa_neighbour", "lsoa_land")


def land_tables(
    store: TidyStore,
    *,
    folders: Sequence[Path],
    lsoas: pa.Table,
    districts: Sequence[str],
    geography: str,
) -> Mapping[str, Path]:
    """Tables ``lsoa_neighbour`` and ``lsoa_land``; without rows where no outline is held.

    ``geography`` is the key of the files that they are made from.
    """
    key = key_of("land", geography, *districts, code_key("sources", "domain"))
    found = store.find(key)
    if found is None:
        found = store.put(key, tables=_made(folders, lsoas, districts), notices=())
    return found.tables


def _made(
    folders: Sequence[Path], lsoas: pa.Table, districts: Sequence[str]
) -> dict[str, pa.Table]:
    # Loaded only where outlines have to be read: their libraries take a second
    from wardwise.sources.geography.adjoining import adjoining
    from wardwise.sources.geography.boundaries import read_boundaries

    try:
        boundaries = read_boundaries(
            folders, district_codes=districts, layers=["lsoa"], lsoas=lsoas
        )
    except EvidenceMissing:
        return {name: tidy_rows(name, []) for name in TABLES}
    return adjoining(boundaries)
