"""The tables ``district`` and ``ethnicity``: Census 2021 by district of 2024."""

from __future__ import annotations

import pandas as pd

from wardwise.reference.load import load_table
from wardwise.sources.geography.frames import Frames


SEVERAL = "several"
"""Partnership code of a district that holds several; the LSOA table tells them apart."""


def district_frame(frames: Frames, lsoas: pd.DataFrame) -> pd.DataFrame:
    """Columns of the tidy table ``district``, one row per district of 2024."""
    base = _base(lsoas)
    people = _ages(frames, district_now(frames, lsoas))
    households = frames["DISTRICT_HOUSEHOLDS"].rename(columns={"ltla23_code": "district_code"})
    joined = base.merge(people, on="district_code", how="left")
    joined = joined.merge(
        households.drop_duplicates("district_code"), on="district_code", how="left"
    )
    # where the district's own table is not held, its LSOAs are added up
    for column in ("residents", "households"):
        added = lsoas.groupby("district_code")[column].sum(min_count=1)
        joined[column] = joined[column].fillna(joined["district_code"].map(added))
    return joined.sort_values("district_code", ignore_index=True)


def ethnicity_frame(frames: Frames, lsoas: pd.DataFrame) -> pd.DataFrame:
    """Columns of the tidy table ``ethnicity``: five groups by district of 2024."""
    groups = {
        str(row["census_2021_group"]): str(row["ethnic_group"])
        for row in load_table("ethnic_group").rows
    }
    counted = frames["ETHNICITY"].copy()
    counted = counted[counted["ethnic_group"].str.endswith("(number)")]
    detailed = counted["ethnic_group"].str.removesuffix("(number)").str.strip()
    counted["ethnic_group"] = detailed.map(groups)
    counted["district_code"] = counted["ltla21_code"].map(district_now(frames, lsoas))
    return (
        counted.dropna(subset=["district_code", "ethnic_group"])
        .groupby(["district_code", "ethnic_group"])["value"]
        .sum()
        .rename("people")
        .reset_index()
    )


def _base(lsoas: pd.DataFrame) -> pd.DataFrame:
    columns = ["district_code", "district_name", "force_code", "force_name"]
    base = lsoas[columns].drop_duplicates("district_code")
    held = lsoas.drop_duplicates(["district_code", "csp_code"]).groupby("district_code")
    codes = held["csp_code"].agg(lambda code: code.iloc[0] if len(code) == 1 else SEVERAL)
    names = held["csp_name"].agg(lambda name: "; ".join(sorted(name)))
    return base.assign(
        csp_code=base["district_code"].map(codes), csp_name=base["district_code"].map(names)
    )


def district_now(frames: Frames, lsoas: pd.DataFrame) -> dict[str, str]:
    """District of 2021 or 2022 → district of 2024: every one went whole into one."""
    old = frames["OLD_LSOAS"].drop_duplicates("LSOA21CD")
    pairs = old.merge(
        lsoas[["lsoa_code", "district_code"]], left_on="LSOA21CD", right_on="lsoa_code"
    )
    first = pairs.drop_duplicates("LAD22CD").set_index("LAD22CD")["district_code"]
    return {str(then): str(now) for then, now in first.items()}


def _ages(frames: Frames, now: dict[str, str]) -> pd.DataFrame:
    """Three ages that add up to everyone.

    The carrier's columns ``older_*`` stop at 74: in Dudley they hold 10.5% of residents, which
    is the share aged 65 to 74 (10.4% at mid-2020), and 8.9% are in no column. So people of 65
    and over are taken as everyone but the two younger bands.
    """
    ages = frames["AGES"]
    by_now = pd.DataFrame(
        {
            "district_code": ages["ltla21_code"].map(now),
            "residents": ages["total_population"],
            "younger": ages["younger_females"] + ages["younger_males"],
            "working_age": ages["working_age_females"] + ages["working_age_males"],
            "males": ages["total_males"],
            "females": ages["total_females"],
        }
    )
    by_now["older"] = by_now["residents"] - by_now["younger"] - by_now["working_age"]
    return by_now.dropna(subset=["district_code"]).groupby("district_code", as_index=False).sum()
