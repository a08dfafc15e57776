"""Alarms against R's ``surveillance``: EARS C1 bounds and the weights of Farrington's test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from wardwise.measures.time.ears import ears
from wardwise.measures.time.farrington import down_weights


pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def published(shared: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (shared / "oracles/surveillance/expected.json").read_text("utf-8")
    )
    return found


def test_c1_bounds_of_the_first_weeks_of_2011(shared: Path, published: dict[str, Any]) -> None:
    weeks = pd.read_csv(shared / "oracles/surveillance/salmNewport_germany_weekly.csv")
    found = ears(counts=weeks["n"], method="C1", alpha=0.05)
    first = weeks["isoyear"].eq(2011).to_numpy().nonzero()[0][:4]
    bounds = published["earsC_C1"]["upperbound_first_four"]
    # absolute differences: the assertion upstream is one-sided
    assert found.upper[first] == pytest.approx(bounds, abs=1e-6)


def test_weights(published: dict[str, Any]) -> None:
    given = published["farrington_weights"]
    found = down_weights(given["s"], threshold=given["threshold"])
    assert found.tolist() == pytest.approx(given["weights"])
