"""Replies to one question of the partnership's survey: rows without names."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


FEWEST_SHOWN = 30
"""Replies below which a result is not shown: it says too little, and may point to people."""
FEWEST_PLAIN = 100
"""Replies below which a result is shown with a warning."""


@dataclass(frozen=True, eq=False)
class QuestionAsked:
    """Every reply to a question, in the order of the file. Shape of each array: replies.

    ``groups`` maps a property (sex, age band) to the group of each reply, empty where it is not
    given; ``wards`` holds the ward code of each reply, likewise; ``first_day`` and ``last_day``
    are those of the replies.
    """

    question: str
    answers: tuple[str, ...]
    weights: NDArray[np.float64]
    groups: dict[str, tuple[str, ...]]
    first_day: str
    last_day: str
    marking: str
    wards: tuple[str, ...] = ()
