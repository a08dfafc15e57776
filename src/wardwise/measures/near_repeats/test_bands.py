"""Bands: their labels, and limits that cannot be."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from wardwise.measures.near_repeats.bands import Bands
from wardwise.measures.near_repeats.knox import knox


def test_the_calculator_labels_its_bands_one_too_high() -> None:
    bands = Bands((0, 100, 200, math.inf), (0, 7, 14, math.inf), mode="calculator")
    assert bands.space_labels == ("same location", "1 to 100", "101 to 200", "more than 200")
    assert bands.time_labels == ("0 to 7", "8 to 14", "more than 14")
    # 100 m and 7 days apart: 'label-correct' says so, the calculator puts it one further each way
    pair: dict[str, Any] = {"x": [0, 0], "y": [0, 100], "times": [0, 7]}
    right = knox(**pair, bands=Bands((0, 100, 200), (0, 7, 14)))
    assert right.observed.tolist() == [[1, 0], [0, 0]]
    assert knox(**pair, bands=bands).observed[2, 1] == 1


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ({}, ("[0, 100]", "(100, 200]")),
        ({"lowest": False}, ("(0, 100]", "(100, 200]")),
        ({"same_place": True}, ("0 (same place)", "(0, 100]", "(100, 200]")),
        ({"closed": "left"}, ("[0, 100)", "[100, 200)")),
        ({"closed": "left", "highest": True}, ("[0, 100)", "[100, 200]")),
        ({"space": (50, 100, math.inf)}, ("[50, 100]", "(100, inf)")),
    ],
)
def test_labels_say_which_limits_belong(said: dict[str, Any], labels: tuple[str, ...]) -> None:
    assert Bands.of({"space": (0, 100, 200), "time": (0, 7)} | said).space_labels == labels


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"x": [0]}, "different lengths"),
        ({"x": [0, np.nan]}, "not a number"),
        ({"x": [0], "y": [0], "times": [0]}, "1 events make no pair"),
        ({"times": [0, 0.5]}, "not a whole number"),
        ({"times": [0, 40_000]}, "run over 40,000"),
        ({"permutations": -1}, "-1 permutations cannot be"),
        ({"bands": {"space": (0, 1)}}, "need 'space' and 'time'"),
        ({"bands": {"space": (0,), "time": (0, 1)}}, "limits of space are 0:"),
        ({"bands": {"space": (5, 1), "time": (0, 1)}}, "rising"),
        ({"bands": {"space": (0, 1), "time": (0, 1), "closed": "both"}}, "'right' or 'left'"),
        ({"bands": {"space": (1, 2), "time": (0, 1), "same_place": True}}, "first limit is 0"),
        ({"bands": {"space": (0, 1), "time": (0, 1), "mode": "calculator"}}, "longer than 1"),
    ],
)
def test_what_cannot_be_is_refused(wrong: dict[str, Any], said: str) -> None:
    right: dict[str, Any] = {
        "x": [0, 1],
        "y": [0, 1],
        "times": [0, 1],
        "bands": {"space": (0, 1), "time": (0, 1)},
    }
    with pytest.raises(ValueError, match=said.replace("(", r"\(")):
        knox(**(right | wrong))
