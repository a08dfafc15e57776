"""People aged 15 to 24 carried from the LSOAs of 2011 to those of 2021."""

from __future__ import annotations

import pandas as pd

from wardwise.sources.geography.frames import Frames
from wardwise.sources.geography.young_people import AGES, aged_15_24


PAIRS = [
    ("A", "A", "U"),  # unchanged
    ("B", "B1", "S"),  # split, by 300 and 100 residents
    ("B", "B2", "S"),
    ("C", "CD", "M"),  # merged
    ("D", "CD", "M"),
    ("E", "E", "X"),  # irregular
    ("F", "F", "U"),  # of which one age is not known
]


def test_each_kind_of_change_by_hand() -> None:
    old = pd.DataFrame({"lsoa11_code": list("ABCDEF"), **dict.fromkeys(AGES, 10.0)})
    old.loc[old["lsoa11_code"] == "F", "20"] = float("nan")
    pairs = pd.DataFrame(PAIRS, columns=["LSOA11CD", "LSOA21CD", "CHGIND"])
    frames = Frames({"OLD_RESIDENTS": old, "OLD_LSOAS": pairs}, (), ())
    people = {"A": 900, "B1": 300, "B2": 100, "CD": 1500, "E": 800, "F": 700}
    lsoas = pd.DataFrame({"lsoa_code": list(people), "residents": list(people.values())})
    found = aged_15_24(frames, lsoas).set_index("lsoa_code")["aged_15_24"]
    # ten ages of ten are 100 in each
    assert found[["A", "B1", "B2", "CD"]].to_dict() == {"A": 100, "B1": 75, "B2": 25, "CD": 200}
    assert "E" not in found.index
    assert pd.isna(found["F"])
