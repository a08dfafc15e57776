"""The files that take part in a linkage, and what they become of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pyarrow as pa

from wardwise.sources.partner_files.extracts import One
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.linkage import Linkable, link_people


def with_linked_people(
    kept: Sequence[One],
    compared: Sequence[pd.DataFrame | None],
    *,
    keys: Keys,
    threshold: float,
) -> tuple[list[One], Mapping[str, pa.Table]]:
    """The files with the keys of linked people, and the tables of the linkage.

    They are as they were, and no table is made, where no file asks for it.
    """
    asked = [n for n, records in enumerate(compared) if records is not None]
    if not asked:
        return list(kept), {}
    files = [_linkable(kept[n], compared[n]) for n in asked]
    linked = link_people(files, keys=keys, threshold=threshold)
    found = list(kept)
    for n, column in zip(asked, linked.keys, strict=True):
        at = kept[n].rows.column_names.index("person_key")
        found[n] = replace(kept[n], rows=kept[n].rows.set_column(at, "person_key", column))
    return found, linked.tables


def _linkable(one: One, records: pd.DataFrame | None) -> Linkable:
    """Without rows that a later extract took the place of."""
    assert records is not None, "chosen by it"
    used = np.flatnonzero(one.rows["used"].to_numpy())
    return Linkable(one.file, one.rows, records[records.index.isin(used)])
