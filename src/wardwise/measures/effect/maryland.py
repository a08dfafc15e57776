"""How much a design can show: the Maryland Scientific Methods Scale."""

from __future__ import annotations


def maryland_level(*, has_control: bool, areas: int = 1, is_random: bool = False) -> int:
    """Level of a design in which counts before and after are known.

    Parameters
    ----------
    has_control : bool
        Whether a control area was compared.
    areas : int
        Areas in which the same was done, each with a control of its own.
    is_random : bool
        Whether chance decided which area was treated.

    Returns
    -------
    int
        2: before and after. 3: with a control. 4: several areas with controls. 5: chance
        decided. No unit.

    Raises
    ------
    ValueError
        If there is no area.

    References
    ----------
    Sherman LW and others (1997) Preventing Crime: What Works, What Doesn't, What's Promising,
    National Institute of Justice; Farrington DP and others (2002) in Evidence-Based Crime
    Prevention, Routledge.

    Examples
    --------
    >>> maryland_level(has_control=True), maryland_level(has_control=False)
    (3, 2)
    """
    if areas < 1:
        raise ValueError(f"{areas} areas: expected one or more.")
    if not has_control:
        return 2
    if is_random:
        return 5
    return 4 if areas > 1 else 3
