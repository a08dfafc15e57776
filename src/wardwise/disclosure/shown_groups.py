"""Which groups of a survey may be shown, so that what is held back cannot be worked out."""

from __future__ import annotations

from collections.abc import Sequence


def shown_groups(bases: Sequence[int], *, unnamed: int, fewest: int) -> tuple[bool, ...]:
    """Whether each group's result may stand beside the result of everybody.

    Parameters
    ----------
    bases : sequence of int
        Replies of each group to the question. Unit: replies. Shape: groups.
    unnamed : int
        Replies that name no group. Unit: replies.
    fewest : int
        Replies below which a result is held back.

    Returns
    -------
    tuple of bool
        False for groups below ``fewest`` and, where some of these replied, for the smallest of
        the others until everybody less the groups shown is ``fewest`` replies or more, or nothing
        is shown: taking the groups shown from the whole tells what these answered together.

    References
    ----------
    Hundepool A and others (2012) Statistical Disclosure Control, chapter 4: secondary suppression.

    Examples
    --------
    >>> shown_groups([200, 60, 45, 12], unnamed=0, fewest=30)
    (True, True, False, False)
    >>> shown_groups([200, 60, 45, 12], unnamed=40, fewest=30)
    (True, True, True, False)
    """
    shown = [base >= fewest for base in bases]
    left = unnamed + sum(base for base, is_shown in zip(bases, shown, strict=True) if not is_shown)
    if left == unnamed:  # nobody of a group is held back
        return tuple(shown)
    for place in sorted(range(len(bases)), key=lambda n: bases[n]):
        if left < fewest and shown[place]:
            shown[place] = False
            left += bases[place]
    return tuple(shown)
