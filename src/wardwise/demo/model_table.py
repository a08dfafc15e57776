"""The small tables of the model: offences, Home Office codes, outcomes."""

from __future__ import annotations

from functools import cache
from importlib import resources

import pandas as pd


@cache
def model_table(name: str) -> pd.DataFrame:
    """One table of ``demo/model``: 'offence', 'code' or 'outcome'."""
    path = resources.files("wardwise.demo") / "model" / f"{name}.csv"
    with path.open(encoding="utf-8") as file:
        return pd.read_csv(file, dtype={"code": str})
