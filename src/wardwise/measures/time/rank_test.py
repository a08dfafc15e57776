"""Friedman's test on ranks: do the same columns come out high in every row?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc


def friedman_p_value(*, blocks: NDArray[np.float64]) -> float:
    """p-value by chi-square, with the correction for ties. Shape: rows × columns."""
    rows, columns = blocks.shape
    ranks = _ranks(blocks)
    total = ranks.sum(axis=0)
    spread = float(((total - rows * (columns + 1) / 2) ** 2).sum())
    # variance of the ranks within rows; nought where every row is all ties
    within = float(((ranks - (columns + 1) / 2) ** 2).sum()) / (columns - 1)
    return 1.0 if within == 0 else float(chdtrc(columns - 1, spread / within))


def _ranks(blocks: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rank within each row from 1; ties share the mean rank."""
    below = (blocks[:, None, :] < blocks[:, :, None]).sum(axis=2)
    equal = (blocks[:, None, :] == blocks[:, :, None]).sum(axis=2)
    ranks: NDArray[np.float64] = below + (equal + 1) / 2
    return ranks
