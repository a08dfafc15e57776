"""What a control's counts are divided by, so that it stands at the level of the area."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from wardwise.domain.nothing import NotKnown
from wardwise.measures.arguments import check_counts


def level_weights(*, before: ArrayLike) -> tuple[float, ...] | NotKnown:
    """Area weights that bring each control to the level of the area that it is set beside.

    Parameters
    ----------
    before : array
        Events (or harm) of treated, control, displacement and displacement control in all the
        months held before the start; two where nothing next door is watched, three where one
        control serves both. Shape: 2, 3 or 4. Unit: events.

    Returns
    -------
    tuple of float or NotKnown
        1 for areas, control ÷ area for controls, the control's second weight last. Shape: 2 or
        4. Not known where an area or control had none.

    Raises
    ------
    ValueError
        If there are not two to four counts.

    Notes
    -----
    A control of another size moves by other numbers when crime everywhere moves by one percent:
    divided so, what moves both alike cancels. Take all months that are held before the start,
    not only the year that is compared: in that year the area may have been chosen for its height.

    References
    ----------
    Wheeler AP, Ratcliffe JH (2018) Crime Science 7:11, for weights of areas; that they be the
    levels is a rule of the house.

    Examples
    --------
    >>> level_weights(before=[100, 400])
    (1.0, 4.0)
    >>> level_weights(before=[100, 400, 200])
    (1.0, 4.0, 1.0, 2.0)
    """
    counts = check_counts(name="before", counts=before)
    if counts.shape not in ((2,), (3,), (4,)) or np.isnan(counts).any():
        raise ValueError(f"before is {counts.tolist()}: expected two to four counts.")
    if not counts.all():
        return NotKnown("none was recorded there, or in the control, before the start")
    treated, control, *beside = map(float, counts)
    local = (1.0, control / treated)
    if not beside:
        return local
    of_beside = beside[1] if len(beside) == 2 else control
    return (*local, 1.0, of_beside / beside[0])
