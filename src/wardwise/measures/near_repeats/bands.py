"""Bands of distance and of time: what their limits take in, and what they are called."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray


Floats = NDArray[np.float64]

CLOSED = ("right", "left")
METRICS = ("euclidean", "manhattan")
MODES = ("label-correct", "calculator")
SAME_PLACE = "0 (same place)"


@dataclass(frozen=True)
class Bands:
    """Which pairs belong to which band.

    Attributes
    ----------
    space : tuple of float
        Limits of the bands of distance, rising; the last may be infinite. Unit: that of x and y.
    time : tuple of float
        Limits of the bands of time, likewise. Unit: that of the times.
    closed : str
        'right': each band holds its upper limit; 'left': its lower one.
    metric : str
        'euclidean' (as the crow flies) or 'manhattan' (along a grid of streets).
    same_place : bool
        Whether a distance of nought is a band of its own, before the others.
    lowest : bool
        Bands closed on the right: whether the first holds its lower limit too, so that the same
        day is within 0 to 7 days.
    highest : bool
        Bands closed on the left: whether the last holds its upper limit too.
    mode : str
        'label-correct': as above. 'calculator': as the Near Repeat Calculator 1.3 fills its bands,
        whatever is said above of limits: what it calls 'a to b' it fills with pairs from a - 1 to
        less than b, and the same place is less than one unit apart.
    """

    space: tuple[float, ...]
    time: tuple[float, ...]
    closed: str = "right"
    metric: str = "euclidean"
    same_place: bool = False
    lowest: bool = True
    highest: bool = False
    mode: str = "label-correct"

    def __post_init__(self) -> None:
        for name in ("space", "time"):
            object.__setattr__(self, name, _checked(name, getattr(self, name)))
        for name, known in (("closed", CLOSED), ("metric", METRICS), ("mode", MODES)):
            if getattr(self, name) not in known:
                raise ValueError(f"{name} is '{getattr(self, name)}': expected {_or(known)}.")
        if self.has_own_place and self.space[0] != 0:
            raise ValueError("The same place can be a band only where the first limit is 0.")
        if self.is_calculator and (self.time[0] != 0 or self.space[1] <= 1):
            raise ValueError("The calculator's bands begin at 0, the first longer than 1.")

    @classmethod
    def of(cls, given: Bands | Mapping[str, Any]) -> Self | Bands:
        """As they are, or from a mapping with the same names, as a recipe holds them."""
        if isinstance(given, Bands):
            return given
        unknown = set(given) - {field.name for field in fields(cls)}
        if unknown or not {"space", "time"} <= set(given):
            raise ValueError("Bands need 'space' and 'time', and know no other names than theirs.")
        return cls(**given)

    @property
    def is_calculator(self) -> bool:
        """Whether bands are filled as the Near Repeat Calculator fills them."""
        return self.mode == "calculator"

    @property
    def has_own_place(self) -> bool:
        """Whether the first band is that of the same place."""
        return self.same_place or self.is_calculator

    @property
    def space_limits(self) -> Floats:
        """Every limit as the first number that is not below it: a band is from one to the next."""
        if self.is_calculator:
            return np.array([0.0, 1.0, *self.space[1:]])
        limits = self._shifted(self.space)
        if not self.same_place:
            return limits
        after = np.nextafter(0.0, 1.0)
        return np.array([0.0, max(limits[0], after), *limits[1:]])

    @property
    def time_limits(self) -> Floats:
        """The same of time."""
        return np.array(self.time) if self.is_calculator else self._shifted(self.time)

    @property
    def reach(self) -> float:
        """No distance that matters is longer. Unit: that of x and y."""
        limits = self.space_limits
        return float(limits[np.isfinite(limits)][-1])

    def _shifted(self, limits: Sequence[float]) -> Floats:
        found = np.array(limits, dtype=float)
        after = np.nextafter(found, np.inf)
        if self.closed == "right":
            return np.where((np.arange(len(found)) == 0) & self.lowest, found, after)
        return np.where((np.arange(len(found)) == len(found) - 1) & self.highest, after, found)

    @property
    def space_labels(self) -> tuple[str, ...]:
        """What each band of distance holds, or in calculator mode what it is called."""
        if self.is_calculator:
            return ("same location", *self._called((1.0, *self.space[1:])))
        own = [SAME_PLACE] if self.same_place else []
        return (*own, *self._intervals(self.space, lowest=self.lowest and not self.same_place))

    @property
    def time_labels(self) -> tuple[str, ...]:
        """The same of time."""
        if self.is_calculator:
            return self._called(self.time)
        return self._intervals(self.time, lowest=self.lowest)

    def _intervals(self, limits: Sequence[float], *, lowest: bool) -> tuple[str, ...]:
        """As mathematics writes them: '(100, 200]' holds 200 and not 100."""
        right, last = self.closed == "right", len(limits) - 2
        return tuple(
            f"{'[' if not right or (lowest and n == 0) else '('}{low:g}, {high:g}"
            f"{']' if (right or (self.highest and n == last)) and high < math.inf else ')'}"
            for n, (low, high) in enumerate(pairwise(limits))
        )

    @staticmethod
    def _called(limits: Sequence[float]) -> tuple[str, ...]:
        """The calculator's names, each of which begins one unit too high."""
        return tuple(
            (f"{low + (n > 0):g} to {high:g}" if high < math.inf else f"more than {low:g}")
            for n, (low, high) in enumerate(pairwise(limits))
        )


def _checked(name: str, given: Sequence[float]) -> tuple[float, ...]:
    limits = tuple(float(limit) for limit in given)
    rising = all(low < high for low, high in pairwise(limits))
    if len(limits) < 2 or not rising or not 0 <= limits[0] < math.inf or len(limits) > 100:
        raise ValueError(
            f"The limits of {name} are {', '.join(f'{limit:g}' for limit in limits) or 'none'}: "
            "expected two or more, rising, the first 0 or more."
        )
    return limits


def _or(names: Sequence[str]) -> str:
    return " or ".join(f"'{name}'" for name in names)
