"""How much of each place is in an area whose boundary is moved out or in."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray


def moved_boundary(
    *, outlines: Sequence[str], inside: ArrayLike, metres: float
) -> NDArray[np.float64]:
    """Part of each place's land that is in the area with its boundary moved.

    Parameters
    ----------
    outlines : sequence of str
        Outline of each place as hexadecimal well-known binary, in metres. Shape: places.
    inside : array
        1 for a place in the area, else 0. Shape: places.
    metres : float
        How far the boundary is moved; outwards if above 0, inwards if below. Unit: metres.

    Returns
    -------
    array
        Part of the land, 0 to 1; all nought where nothing is left. Shape: places.

    Raises
    ------
    ValueError
        If an outline cannot be read or has no land, or the marks do not fit.

    Notes
    -----
    The land stands for what lies on it, as if that were spread evenly over each place. Moved
    inwards, the area shrinks from the partnership's own rim too.

    References
    ----------
    Openshaw S (1984) The Modifiable Areal Unit Problem, Concepts and Techniques in Modern
    Geography 38, for why a boundary is to be moved at all.

    Examples
    --------
    >>> import shapely
    >>> squares = [shapely.box(x, 0, x + 1000, 1000).wkb_hex for x in (0, 1000)]
    >>> moved_boundary(outlines=squares, inside=[1, 0], metres=250).round(2).tolist()
    [1.0, 0.25]
    """
    marks = np.asarray(inside, dtype=float)
    try:
        shapes = shapely.from_wkb(np.asarray(outlines, dtype=object))
    except shapely.errors.ShapelyError as error:
        raise ValueError("An outline is not well-known binary in hexadecimal.") from error
    land = shapely.area(shapes)
    if marks.shape != land.shape or not (land > 0).all():
        raise ValueError(f"{len(marks)} marks for {len(land)} outlines, each with land.")
    whole = shapely.union_all(shapes[marks > 0])
    moved = shapely.buffer(whole, metres)
    part: NDArray[np.float64] = shapely.area(shapely.intersection(shapes, moved)) / land
    return np.clip(part, 0.0, 1.0)
