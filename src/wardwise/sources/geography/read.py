"""Reads the geographies of England and Wales and the people who live in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa

from wardwise.sources.geography.districts import district_frame, district_now, ethnicity_frame
from wardwise.sources.geography.frames import Frames, read_frames
from wardwise.sources.geography.lsoas import lsoa_frame
from wardwise.sources.geography.ward_ages import read_ward_population
from wardwise.sources.imported import Imported
from wardwise.sources.tidy import tidy_frame, tidy_rows


def read_geography(folders: Sequence[Path]) -> Imported:
    """Tables ``lsoa``, ``lsoa_2011``, ``district``, ``ethnicity``, ``ward_age``, ``file_read``."""
    frames = read_frames(folders)
    lsoas = lsoa_frame(frames)
    ages = read_ward_population(folders, district_now=district_now(frames, lsoas))
    tables = {
        "lsoa": tidy_frame("lsoa", lsoas),
        "lsoa_2011": _lsoa_2011(frames),
        "district": tidy_frame("district", district_frame(frames, lsoas)),
        "ethnicity": tidy_frame("ethnicity", ethnicity_frame(frames, lsoas)),
        "ward_age": ages.tables["ward_age"],
        "set_aside": ages.tables["set_aside"],
        "file_read": tidy_rows("file_read", [*frames.file_rows, *ages.file_rows]),
    }
    return Imported(tables=tables, notices=(*_notices(frames, lsoas), *ages.notices))


def _lsoa_2011(frames: Frames) -> pa.Table:
    return tidy_frame(
        "lsoa_2011",
        frames["OLD_LSOAS"].rename(
            columns={"LSOA11CD": "lsoa11_code", "LSOA21CD": "lsoa21_code", "CHGIND": "change"}
        ),
    )


def _notices(frames: Frames, lsoas: pd.DataFrame) -> tuple[str, ...]:
    missing = [
        f"Not held: {file.what} ({file.name}); what rests on it is not known."
        for file in frames.missing
    ]
    gaps = [
        f"{int(lsoas[column].isna().sum()):,} LSOAs have no number of {column}: not known."
        for column in ("residents", "households")
        if lsoas[column].isna().any()
    ]
    return tuple(missing + gaps)
