"""Carries the 2019 index, which was made for LSOAs of 2011, to the LSOAs of 2021.

The rule: an unchanged area keeps its rank and tenth; the parts of a split area have those of
the whole; a merged area has the mean rank of its parts, weighted by their residents of
mid-2020, and the tenth that such a rank falls in; an irregular change is not known.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from wardwise.sources.geography.frames import Frames


def carried_to_2021(frames: Frames) -> pd.DataFrame:
    """Columns ``lsoa_code, imd2019_rank, imd2019_decile``, one row per LSOA 2021 that has one."""
    index = frames["IMD_2019"]
    parts = (
        frames["OLD_LSOAS"]
        .query("CHGIND != 'X'")
        .merge(index, left_on="LSOA11CD", right_on="lsoa11_code")
        .merge(frames["OLD_RESIDENTS"], left_on="LSOA11CD", right_on="lsoa11_code", how="left")
    )
    # without the residents of mid-2020 every part of a merged area counts alike
    parts["weight"] = parts["total_population"].fillna(1.0).clip(lower=1.0)
    parts["weighted"] = parts["IMD_rank"] * parts["weight"]
    sums = parts.groupby("LSOA21CD").agg(
        weighted=("weighted", "sum"),
        weight=("weight", "sum"),
        parts=("IMD_rank", "size"),
        decile=("IMD_decile", "first"),
    )
    rank = (sums["weighted"] / sums["weight"]).round()
    ranked = max(float(index["IMD_rank"].max()), 1.0) if len(index) else 1.0
    of_rank = np.ceil(rank * 10 / ranked)
    decile = sums["decile"].where(sums["parts"] == 1, of_rank)
    return pd.DataFrame(
        {"lsoa_code": sums.index, "imd2019_rank": rank.values, "imd2019_decile": decile.values}
    )
