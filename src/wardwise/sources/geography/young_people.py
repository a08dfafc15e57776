"""Carries people aged 15 to 24, who are counted by LSOA of 2011, to the LSOAs of 2021.

The rule: an unchanged area keeps its number, a merged one has the sum of its parts, the parts of
a split one share its number by their residents of Census 2021; an irregular change is not known.
"""

from __future__ import annotations

import pandas as pd

from wardwise.sources.geography.frames import Frames


AGES = tuple(map(str, range(15, 25)))


def aged_15_24(frames: Frames, lsoas: pd.DataFrame) -> pd.DataFrame:
    """Columns ``lsoa_code, aged_15_24``; ``lsoas`` has the residents of the LSOAs of 2021."""
    old = frames["OLD_RESIDENTS"]
    young = old[["lsoa11_code"]].assign(young=old[list(AGES)].sum(axis=1, skipna=False))
    pairs = frames["OLD_LSOAS"].merge(young, left_on="LSOA11CD", right_on="lsoa11_code")
    pairs = pairs.merge(lsoas[["lsoa_code", "residents"]], left_on="LSOA21CD", right_on="lsoa_code")
    whole = pairs.groupby("LSOA11CD")["residents"].transform("sum")
    pairs["aged_15_24"] = (pairs["young"] * pairs["residents"] / whole).where(
        pairs["CHGIND"] == "S", pairs["young"]
    )
    pairs["irregular"] = pairs["CHGIND"] == "X"
    found = pairs.groupby("lsoa_code").agg(
        aged_15_24=("aged_15_24", lambda column: column.sum(skipna=False)),
        irregular=("irregular", "max"),
    )
    return found[~found["irregular"].astype(bool)][["aged_15_24"]].reset_index()
