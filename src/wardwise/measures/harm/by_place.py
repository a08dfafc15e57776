"""What the offences of each place weigh together."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wardwise.measures.arguments import check_counts


def harm_by_place(*, counts: ArrayLike, weights: ArrayLike) -> NDArray[np.float64]:
    """Severity points of every place: each group's offences there times the group's weight.

    Parameters
    ----------
    counts : array
        Offences by group and place. Unit: offences. Shape: groups × places.
    weights : array
        Weight of one offence of each group. Unit: severity points. Shape: groups.

    Returns
    -------
    array
        Unit: severity points. Shape: places.

    Raises
    ------
    ValueError
        If there is not one known weight, 0 or more, for each group.

    Notes
    -----
    A group weighs the same wherever it happens, for published data do not say more.

    References
    ----------
    See ``harm_score``.

    Examples
    --------
    >>> harm_by_place(counts=[[10, 0], [1, 2]], weights=[1.0, 50.0]).tolist()
    [60.0, 100.0]
    """
    offences = np.atleast_2d(check_counts(name="counts", counts=counts))
    each = check_counts(name="weights", counts=weights)
    if each.shape != (len(offences),) or np.isnan(each).any():
        raise ValueError(
            f"{each.size} weights for {len(offences)} groups: one for each, all known."
        )
    # each product on its own, so that the sum does not hang on how a library splits it
    points: NDArray[np.float64] = (offences * each[:, None]).sum(axis=0)
    return points
