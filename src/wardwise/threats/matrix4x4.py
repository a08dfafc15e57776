"""The same evidence as impact 1 to 4 by likelihood 1 to 4."""

from __future__ import annotations

import math
from dataclasses import dataclass


IMPACT = ("minor", "moderate", "serious", "severe")
LIKELIHOOD = ("rare", "occasional", "frequent", "constant")


@dataclass(frozen=True)
class Cell:
    """A place in the grid. ``product`` is 1 to 16."""

    impact: int
    likelihood: int

    @property
    def product(self) -> int:
        """Impact times likelihood."""
        return self.impact * self.likelihood

    @property
    def wording(self) -> str:
        """Both in words: ``severe and frequent``."""
        return f"{IMPACT[self.impact - 1]} and {LIKELIHOOD[self.likelihood - 1]}"


def matrix_cell(*, harm: float, likelihood: float) -> Cell:
    """The cell of a four by four grid that holds a harm and a likelihood.

    Parameters
    ----------
    harm, likelihood : float
        Weighted means of the scores. Unit: steps of score, 0 to 4.

    Returns
    -------
    Cell
        Impact and likelihood, each 1 to 4, in quarters of the scale: 2.0 is still the second.

    Raises
    ------
    ValueError
        If either lies outside 0 to 4.

    References
    ----------
    The grid of impact by likelihood as Scottish partnerships print it (Fife strategic
    assessment); where its lines run is a house rule, version 1.

    Examples
    --------
    >>> matrix_cell(harm=3.2, likelihood=2.0)
    Cell(impact=4, likelihood=2)
    """
    if not (0 <= harm <= 4 and 0 <= likelihood <= 4):
        raise ValueError(f"harm {harm} and likelihood {likelihood} must each lie within 0 to 4.")
    return Cell(impact=_quarter(harm), likelihood=_quarter(likelihood))


def _quarter(mean: float) -> int:
    return max(1, math.ceil(mean))
