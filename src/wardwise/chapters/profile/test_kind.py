"""The shape of the evidence decides what leads: one case for each shape, and their order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wardwise.chapters.profile.kind import Shape, Signs, shape_of
from wardwise.domain.verdict import Verdict


PLAIN = Signs(
    volume=500.0,
    is_hidden=False,
    verdict=Verdict.NO_CLEAR_CHANGE,
    is_seasonal=False,
    ratio=0.8,
)


@pytest.mark.parametrize(
    ("signs", "shape"),
    [
        (replace(PLAIN, volume=None), Shape.NOT_COUNTED),
        (replace(PLAIN, volume=19.0), Shape.RARE),
        (replace(PLAIN, volume=20.0), Shape.STEADY),
        (replace(PLAIN, is_hidden=True), Shape.HIDDEN),
        (replace(PLAIN, verdict=Verdict.ROSE), Shape.CHANGING),
        (replace(PLAIN, verdict=Verdict.FELL), Shape.CHANGING),
        (replace(PLAIN, verdict=Verdict.NOT_COMPARABLE), Shape.STEADY),
        (replace(PLAIN, is_seasonal=True), Shape.SEASONAL),
        (replace(PLAIN, ratio=0.45), Shape.CONCENTRATED),
        (replace(PLAIN, ratio=None), Shape.STEADY),
        (replace(PLAIN, ratio=None, is_weighed=True), Shape.GRAVE),
    ],
)
def test_each_shape(signs: Signs, shape: Shape) -> None:
    assert shape_of(signs) is shape


def test_what_is_hidden_is_never_told_by_its_change() -> None:
    # a rise in what is mostly not reported can be a rise in reporting
    signs = replace(PLAIN, is_hidden=True, verdict=Verdict.ROSE, is_seasonal=True, ratio=0.1)
    assert shape_of(signs) is Shape.HIDDEN


def test_a_tested_change_comes_before_season_and_place() -> None:
    signs = replace(PLAIN, verdict=Verdict.ROSE, is_seasonal=True, ratio=0.1)
    assert shape_of(signs) is Shape.CHANGING
