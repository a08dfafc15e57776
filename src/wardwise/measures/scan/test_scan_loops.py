"""The compiled loops do what the same lines do without the compiler."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from wardwise.measures import chance
from wardwise.measures.scan import bernoulli_loops, draw_loops, scan_loops
from wardwise.measures.scan.count_scan import ground_of
from wardwise.measures.scan.permutation_scan import one_by_one
from wardwise.measures.scan.poisson_scan import aliases
from wardwise.measures.scan.windows import scan_windows


MODULES = (chance, scan_loops, draw_loops, bernoulli_loops)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts every loop of the modules in as it is written."""

    def put() -> None:
        for module in MODULES:
            for name, value in list(vars(module).items()):
                if hasattr(value, "py_func"):
                    monkeypatch.setattr(module, name, value.py_func)

    return put


def _all(areas: int = 4, periods: int = 3) -> list[list[float]]:
    x = np.arange(areas, dtype=float)
    ground = ground_of(scan_windows(x=x, y=x * 0, weights=x + 1, periods=periods))
    flat = ground_of(scan_windows(x=x, y=x * 0, weights=x + 1))
    cells = np.arange(areas * periods, dtype=np.int64).reshape(areas, periods) % 4
    shares = (cells.ravel() + 1) / (cells + 1).sum()
    table, total = draw_loops.Aliases(*aliases(shares)), int(cells.sum())
    means = np.ones((areas, len(ground.first))) * 2.0
    numbers = np.arange(3)
    strength = np.full(areas, 4.0)
    shuffled = draw_loops.Events(*one_by_one(cells), np.empty(0))
    urns = draw_loops.Events(*one_by_one(cells), strength)
    people = np.array([3, 5, 2, 4])
    each = np.arange(people.sum() + 1, dtype=float)
    logs = each * np.log(np.maximum(each, 1))
    return [
        draw_loops.poisson_maxima(numbers, 1, table, total, means, ground).tolist(),
        draw_loops.uneven_maxima(numbers, 1, (table, 2.5), total, means, ground).tolist(),
        draw_loops.permuted_maxima(numbers, 1, shuffled, ground).tolist(),
        draw_loops.permuted_maxima(numbers, 1, urns, ground).tolist(),
        bernoulli_loops.bernoulli_maxima(numbers, 1, 5, people, flat, logs).tolist(),
    ]


@pytest.mark.filterwarnings("ignore:overflow encountered")  # NumPy tells of it, the machine wraps
def test_they_are_the_same_without_the_compiler(plain: Any) -> None:
    compiled = _all()
    plain()
    assert _all() == compiled
    assert any(score > 0 for scores in compiled for score in scores)
