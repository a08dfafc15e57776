"""What is kept of a linkage: counts, and a sample of pairs for a person to judge the threshold by.

A pair is told by how alike its two records are and by nothing that they say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from wardwise.sources.partner_files.linkage_model import MEANING, meaning
from wardwise.sources.tidy import tidy_rows


SAMPLE = 20
"""Pairs of the review: half of them from above the threshold, half from below, nearest first."""
Ints = NDArray[np.int64]


def linkage_tables(
    *,
    files: Sequence[str],
    file: Ints,
    record: Ints,
    person: Ints,
    pairs: pd.DataFrame,
    threshold: float,
) -> Mapping[str, pa.Table]:
    """Tables ``partner_linkage`` (one row) and ``partner_linkage_review``."""
    accepted = pairs["match_probability"] >= threshold
    told = {
        "files": "; ".join(files),
        "rows_compared": len(record),
        "records": len(np.unique(record)),
        "pairs": len(pairs),
        "pairs_accepted": int(accepted.sum()),
        "pairs_expected_wrong": float((1 - pairs.loc[accepted, "match_probability"]).sum()),
        "pairs_expected_missed": float(pairs.loc[~accepted, "match_probability"].sum()),
        "people": len(np.unique(person)),
        "people_in_several_files": _in_several(file, person),
        "threshold": threshold,
    }
    return {
        "partner_linkage": tidy_rows("partner_linkage", [told]),
        "partner_linkage_review": tidy_rows("partner_linkage_review", _review(pairs, threshold)),
    }


def _in_several(file: Ints, person: Ints) -> int:
    each = np.unique(np.stack([person, file], axis=1), axis=0)
    return int((np.unique(each[:, 0], return_counts=True)[1] > 1).sum())


def _review(pairs: pd.DataFrame, threshold: float) -> list[dict[str, object]]:
    """The pairs nearest to the threshold; of equally likely ones those that come first."""
    above = pairs["match_probability"] >= threshold
    nearest = [
        *pairs[above].sort_values("match_weight", kind="stable").head(SAMPLE // 2).index,
        *pairs[~above]
        .sort_values("match_weight", ascending=False, kind="stable")
        .index[: SAMPLE // 2],
    ]
    chosen = pairs.loc[nearest].sort_values("match_weight", ascending=False, kind="stable")
    return [
        {
            "pair": n,
            "match_weight": float(row["match_weight"]),
            "probability": float(row["match_probability"]),
            "accepted": bool(row["match_probability"] >= threshold),
            **{name: meaning(name, int(row[f"gamma_{name}"])) for name in MEANING},
        }
        for n, (_, row) in enumerate(chosen.iterrows(), start=1)
    ]
