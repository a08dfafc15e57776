"""The areas most like ours, by what the census says of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.domain.errors import ReferenceDataError


@dataclass(frozen=True)
class MostSimilar:
    """The nearest areas, nearest first.

    Attributes
    ----------
    codes : tuple of str
        Codes of the nearest areas, ours not among them.
    distances : tuple of float
        Distance of each from ours. Unit: standard deviations.
    weights : tuple of float
        Weight of each variable, in the order of the columns; they add to 1.
    compared : int
        Areas whose every variable is known, ours among them.
    left_out : tuple of str
        Codes of areas with a variable that is not known.
    method : str
        The method in words.
    """

    codes: tuple[str, ...]
    distances: tuple[float, ...]
    weights: tuple[float, ...]
    compared: int
    left_out: tuple[str, ...]
    method: str = "weighted standardised Euclidean distance"


def most_similar(
    *,
    features: ArrayLike,
    codes: Sequence[str],
    ours: str,
    count: int = 15,
    weights: Sequence[float] | None = None,
) -> MostSimilar:
    """The areas at the smallest standardised distance from ours.

    Parameters
    ----------
    features : array of float
        Shape: areas × variables. Any units; NaN is not known. See ``similarity_features``.
    codes : sequence of str
        One code for each row of ``features``.
    ours : str
        The code of our area.
    count : int
        How many areas to name. Unit: areas.
    weights : sequence of float, optional
        Relative weight of each variable, 0 or more; all equal when not given.

    Returns
    -------
    MostSimilar
        Codes and distances, nearest first; areas at one distance in the order of their codes.

    Raises
    ------
    ReferenceDataError
        If ours is not among the codes, or one of its variables is not known.

    Notes
    -----
    Each variable is set to mean 0 and standard deviation 1 over all the areas that are known,
    so that no unit counts for more than another. The distance is the square root of the
    weighted mean of the squared differences: at a distance of 1 two areas are, on a weighted
    average, one standard deviation apart. It is symmetric for one set of areas, but being
    among another's nearest is not: an area at the edge has neighbours that have nearer ones.

    The list says who lives in similar circumstances, not who should have the same crime.
    It is not the Home Office's list of most similar groups, whose variables and year differ.

    References
    ----------
    Home Office and HMICFRS publish most similar groups worked out from census variables; their
    exact workings are not published in full. This is a method of our own on the same idea.

    Examples
    --------
    >>> like = most_similar(
    ...     features=[[0, 0], [1, 0], [4, 4], [0, 2]], codes="abcd", ours="a", count=2
    ... )
    >>> like.codes, [round(distance, 2) for distance in like.distances]
    (('b', 'd'), [0.37, 0.74])
    """
    matrix = np.asarray(features, dtype=float)
    known = np.isfinite(matrix).all(axis=1)
    _check_ours(ours=ours, codes=codes, known=known)
    shares = _shares(weights, variables=matrix.shape[1])
    kept = [code for code, is_known in zip(codes, known, strict=True) if is_known]
    distances = _distances(matrix[known], ours=kept.index(ours), shares=shares)
    order = sorted((d, code) for d, code in zip(distances, kept, strict=True) if code != ours)
    return MostSimilar(
        codes=tuple(code for _, code in order[:count]),
        distances=tuple(float(distance) for distance, _ in order[:count]),
        weights=tuple(float(share) for share in shares),
        compared=len(kept),
        left_out=tuple(code for code in codes if code not in set(kept)),
    )


def _check_ours(*, ours: str, codes: Sequence[str], known: NDArray[np.bool_]) -> None:
    if ours not in codes:
        raise ReferenceDataError(
            f"Area {ours} is not among the {len(codes)} areas whose census figures are held."
            " Give the code of a partnership, or an official list of comparators in settings."
        )
    if not known[list(codes).index(ours)]:
        raise ReferenceDataError(
            f"A census figure of area {ours} is not known, so nothing can be measured from it."
            " Add the figure to the population data, or give an official list in settings."
        )


def _shares(weights: Sequence[float] | None, *, variables: int) -> NDArray[np.float64]:
    given = np.ones(variables) if weights is None else np.asarray(weights, dtype=float)
    if given.shape != (variables,) or np.any(given < 0) or given.sum() <= 0:
        raise ValueError(f"expected {variables} weights of 0 or more, not all 0: found {weights}.")
    return np.asarray(given / given.sum())


def _distances(
    matrix: NDArray[np.float64], *, ours: int, shares: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Distance of every row from ours. A variable that is the same everywhere tells nothing."""
    spread = matrix.std(axis=0, ddof=1)
    spread[spread == 0] = np.inf
    apart = (matrix - matrix[ours]) / spread
    return np.asarray(np.sqrt((shares * apart**2).sum(axis=1)))
