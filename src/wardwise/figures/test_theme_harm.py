"""What one of a theme weighs, where the weights are all alike."""

from __future__ import annotations

from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest

from wardwise.figures import theme_harm
from wardwise.figures.theme_candidates import theme_severity
from wardwise.measures.harm.category_weight import CategoryWeight
from wardwise.threats.evidence import Reading


def test_a_mean_of_equal_weights_never_stands_outside_its_range(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # (191·5.39670789 + 49·5.39670789) / 240 is 5.396707890000001 in floating point
    kinds = theme_harm.Kinds("category", ("Small fire", "False alarm"), (5.39670789, 5.39670789))
    monkeypatch.setattr(theme_harm, "_kinds", Mock(return_value=kinds))
    monkeypatch.setattr(theme_harm, "_counts", Mock(return_value=np.array([[191, 49]])))
    desk: Any = Mock()
    found: Any = Mock()
    weight = theme_harm.theme_weight(desk, found)
    assert isinstance(weight, CategoryWeight)
    assert weight.lower <= weight.value <= weight.upper
    assert all(isinstance(one, Reading) for one in theme_severity(desk, found).values())
