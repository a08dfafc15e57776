"""The factor that each count of a displacement difference is taken with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


_Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Weighting:
    """Signs over area weights, and what periods and offences are weighed by.

    ``signs`` has an entry for treated, control, displacement and its control (or the first two);
    ``together`` one for each area that was counted.
    """

    signs: _Floats
    together: _Floats
    time: _Floats
    harm: _Floats
    phi: _Floats

    def factors(self, signs: _Floats) -> _Floats:
        """Shape: areas × 2 × offences."""
        periods = np.array([-1.0, 1.0]) / self.time
        made: _Floats = signs[:, None, None] * periods[None, :, None] * self.harm
        return made


def as_weights(
    *,
    areas: int,
    offences: int,
    time: ArrayLike,
    area: ArrayLike | None,
    harm: ArrayLike | None,
    phi: ArrayLike,
) -> Weighting:
    """Checked; 1 where nothing is given."""
    roles = 2 if areas == 2 else 4
    sizes = _positive("area_weights", np.ones(roles) if area is None else area, roles)
    signs = np.array([1.0, -1.0, 1.0, -1.0])[:roles] / sizes
    together = signs if areas != 3 else np.array([signs[0], signs[1] + signs[3], signs[2]])
    spread = np.broadcast_to(np.asarray(phi, dtype=float), (offences,))
    if not (spread >= 1).all():
        raise ValueError(f"phi is {spread.tolist()}: a dispersion is 1 or more.")
    return Weighting(
        signs=signs,
        together=together,
        time=_positive("time_weights", time, 2),
        harm=_positive("harm_weights", np.ones(offences) if harm is None else harm, offences),
        phi=spread,
    )


def _positive(name: str, given: ArrayLike, wanted: int) -> _Floats:
    weights = np.asarray(given, dtype=float)
    if weights.shape != (wanted,) or not (np.isfinite(weights) & (weights > 0)).all():
        raise ValueError(f"{name} is {weights.tolist()}: expected {wanted} numbers above nought.")
    return weights
