"""Gini and generalised Gini against lorenzgini."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from wardwise.measures.place.gini import generalised_gini, gini, without_small_sample_bias


pytestmark = pytest.mark.shared


def _cases(shared: Path) -> list[dict[str, Any]]:
    path = shared / "oracles" / "concentration" / "expected.json"
    cases: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cases"]
    return cases


def _counts(case: dict[str, Any]) -> np.ndarray:
    if "counts" in case:
        return np.array(case["counts"], dtype=float)
    # the R package was given (value, times) pairs, once as two lists and once as many pairs
    pairs = case["counts_rle"]
    return np.repeat([value for value, _ in pairs], [times for _, times in pairs]).astype(float)


def test_every_case(shared: Path) -> None:
    checked = 0
    for case in _cases(shared):
        counts = _counts(case)
        places, offences = len(counts), counts.sum()
        plain, generalised = gini(counts=counts), generalised_gini(counts=counts)
        found = {
            "gini_biased": round(plain, 2),
            "gini_unbiased": round(without_small_sample_bias(gini=plain, units=places), 7),
            "generalized_biased": round(generalised, 2),
            "default_generalized_unbiased": round(
                without_small_sample_bias(gini=generalised, units=min(places, offences)), 7
            ),
        }
        for name in found.keys() & case.keys():
            assert found[name] == pytest.approx(case[name]), (name, case)
            checked += 1
    assert checked == 11
