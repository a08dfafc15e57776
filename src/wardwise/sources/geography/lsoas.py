"""The table ``lsoa``: where every LSOA 2021 belongs and who lives there."""

from __future__ import annotations

import pandas as pd

from wardwise.domain.errors import ReferenceDataError
from wardwise.reference.load import load_table
from wardwise.sources.geography.deprivation_2019 import carried_to_2021
from wardwise.sources.geography.frames import Frames
from wardwise.sources.geography.young_people import aged_15_24


LOWEST_SHARE_MATCHED = 0.97


def lsoa_frame(frames: Frames) -> pd.DataFrame:
    """Columns of the tidy table ``lsoa``, sorted by code; what is not known is empty."""
    base = _base(frames)
    for name, code, columns in (
        ("RESIDENTS", "mnemonic", {"total": "residents"}),
        ("HOUSEHOLDS", "lsoa21_code", {"total_households": "households"}),
    ):
        base = _joined(base, frames[name].rename(columns={code: "lsoa_code"} | columns))
        _check_match(frames.file_name(name), base[next(iter(columns.values()))])
    base = _joined(base, _households_deprived(frames["DEPRIVED_HOUSEHOLDS"]))
    base = _joined(base, frames["CENTRES"].rename(columns={"LSOACD": "lsoa_code"}))
    base = _joined(base, _rural_urban(frames["RURAL_URBAN"]))
    base = _joined(base, carried_to_2021(frames))
    base = _joined(base, _imd_2025(frames["IMD_2025"]))
    base = _joined(base, aged_15_24(frames, base))
    return base.sort_values("lsoa_code", ignore_index=True)


def _base(frames: Frames) -> pd.DataFrame:
    wards = frames["WARDS"].rename(
        columns={
            "lsoa21_code": "lsoa_code",
            "lsoa21_name": "lsoa_name",
            "ward24_code": "ward_code",
            "ward24_name": "ward_name",
            "ltla24_code": "district_code",
            "ltla24_name": "district_name",
        }
    )
    return _with_partnership(frames, wards)


def _with_partnership(frames: Frames, wards: pd.DataFrame) -> pd.DataFrame:
    """A district with several partnerships is parted by the former districts in its LSOAs."""
    lookup = _partnerships(frames)
    unknown = sorted(set(wards["district_code"]) - set(lookup["district_code"]))
    if unknown:
        raise ReferenceDataError(
            f"{frames.file_name('PARTNERSHIPS')}: {len(unknown)} districts of "
            f"{frames.file_name('WARDS')} are not in it (first: {unknown[0]}). "
            "Get both lookups of the same year."
        )
    several = lookup["district_code"].duplicated(keep=False)
    joined = wards.merge(lookup[~several], on="district_code", how="left")
    return _parted(joined, frames["OLD_LSOAS"], lookup[several])


def _parted(joined: pd.DataFrame, old: pd.DataFrame, several: pd.DataFrame) -> pd.DataFrame:
    if several.empty:
        return joined
    first = old.drop_duplicates("LSOA21CD").set_index("LSOA21CD")["LSOA11NM"]
    former = {
        str(row["former_district"]): str(row["csp_code"])
        for row in load_table("former_district").rows
    }
    names = joined["lsoa_code"].map(first).fillna("").str.replace(r" \d{3}[A-Z]$", "", regex=True)
    names_of = several.drop_duplicates("csp_code").set_index("csp_code")["csp_name"]
    here = joined["csp_code"].isna()
    joined.loc[here, "csp_code"] = names[here].map(former)
    joined.loc[here, "csp_name"] = joined.loc[here, "csp_code"].map(
        {str(r["csp_code"]): r["csp_name"] for r in load_table("former_district").rows}
        | names_of.to_dict()
    )
    forces = several.drop_duplicates("district_code").set_index("district_code")
    for column in ("force_code", "force_name"):
        joined.loc[here, column] = joined.loc[here, "district_code"].map(forces[column])
    _refuse_unparted(joined)
    return joined


def _refuse_unparted(joined: pd.DataFrame) -> None:
    lost = joined[joined["csp_code"].isna()]
    if len(lost):
        raise ReferenceDataError(
            f"reference/former_district.csv: {len(lost)} LSOAs of {lost['district_name'].iloc[0]} "
            f"(first: {lost['lsoa_code'].iloc[0]}) belong to no partnership of a district that "
            "holds several. Add the district that they were in."
        )


def _partnerships(frames: Frames) -> pd.DataFrame:
    return frames["PARTNERSHIPS"].rename(
        columns={
            "ltla24_code": "district_code",
            "csp24_code": "csp_code",
            "csp24_name": "csp_name",
            "pfa24_code": "force_code",
            "pfa24_name": "force_name",
        }
    )[["district_code", "csp_code", "csp_name", "force_code", "force_name"]]


def _households_deprived(frame: pd.DataFrame) -> pd.DataFrame:
    """Households deprived in two or more of the four dimensions."""
    two_or_more = frame[frame["households_number_deprivation_dimensions"] >= 2]
    return (
        two_or_more.groupby("lsoa21_code")["count"]
        .sum()
        .rename("households_deprived")
        .rename_axis("lsoa_code")
        .reset_index()
    )


def _rural_urban(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.rename(columns={"lsoa21_code": "lsoa_code", "classification": "rural_urban"})


def _imd_2025(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.rename(
        columns={
            "lsoa21_code": "lsoa_code",
            "IMD_decile": "imd2025_decile",
            "IMD_rank": "imd2025_rank",
            "IMD_score": "imd2025_score",
            "Income_score": "imd2025_income",
            "Employment_score": "imd2025_employment",
            "Education_score": "imd2025_education",
        }
    )


def _joined(base: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    return base.merge(more.drop_duplicates("lsoa_code"), on="lsoa_code", how="left")


def _check_match(name: str, values: pd.Series) -> None:
    matched, total = int(values.notna().sum()), len(values)
    if matched < LOWEST_SHARE_MATCHED * total:
        raise ReferenceDataError(
            f"{name}: {matched:,} of {total:,} LSOAs of 2021 are in it, expected nearly all. "
            "It is of another year or another geography: get the Census 2021 table by LSOA 2021."
        )
