"""Mistakes of those who type: letters exchanged, day and month exchanged, a home since left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Mistyped:
    """Makes a share of the cells wrong; homes twice as often, for people move."""

    random: np.random.Generator
    share: float

    def names(self, names: pd.Series) -> pd.Series:
        """Two neighbouring letters exchanged, never the first."""
        return self._wrong(names, _exchanged)

    def births(self, births: pd.Series) -> pd.Series:
        """Day and month exchanged where that is a date, else a day later."""
        return self._wrong(births, lambda text, _: _other_day(text))

    def homes(self, homes: pd.Series) -> pd.Series:
        """The home of somebody else."""
        wrong = self._chosen(len(homes), 2 * self.share)
        others = pd.Series(self.random.permutation(homes.to_numpy()), index=homes.index)
        return homes.where(~wrong, others)

    def _wrong(self, texts: pd.Series, make: Callable[[str, float], str]) -> pd.Series:
        wrong = self._chosen(len(texts), self.share)
        places = self.random.random(len(texts))
        made = [
            make(text, place) if is_wrong else text
            for text, place, is_wrong in zip(texts, places, wrong, strict=True)
        ]
        return pd.Series(made, index=texts.index, dtype=object)

    def _chosen(self, rows: int, share: float) -> NDArray[np.bool_]:
        return self.random.random(rows) < share


def _exchanged(text: str, place: float) -> str:
    """Two letters exchanged at a place from nought to 1.

    >>> _exchanged("THISTLE", 0.0)
    'TIHSTLE'
    """
    if len(text) < 3:
        return text
    at = 1 + int(place * (len(text) - 2))
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _other_day(text: str) -> str:
    """Day and month exchanged, or the day after.

    >>> _other_day("1990-03-05"), _other_day("1990-03-25")
    ('1990-05-03', '1990-03-26')
    """
    year, month, day = text.split("-")
    if int(day) <= 12 and day != month:
        return f"{year}-{day}-{month}"
    return f"{year}-{month}-{1 + int(day) % 28:02d}"
