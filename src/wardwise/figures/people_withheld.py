"""Which numbers of people are too small to print, and which would give those away."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.domain.nothing import Withheld
from wardwise.measures.estimate import Estimate


FEW = Withheld("it is of so few people, or would give away a number that is, that it is not shown")


def hidden_groups(counts: Sequence[int], *, least: int) -> frozenset[int]:
    """Positions of the groups that are not printed, where the sum of all the groups is known.

    Every count from 1 to ``least`` − 1, and with them the smallest others until two or more are
    hidden that are ``least`` people together: what is printed then leaves open which is which.
    A nought is printed.

    >>> sorted(hidden_groups([2, 40, 9, 0], least=5))
    [0, 2]
    >>> sorted(hidden_groups([1, 1, 60, 8], least=5))
    [0, 1, 3]
    """
    hidden = {at for at, n in enumerate(counts) if 0 < n < least}
    spare = sorted((n, at) for at, n in enumerate(counts) if n >= least)
    while hidden and spare and (len(hidden) < 2 or sum(counts[at] for at in hidden) < least):
        hidden.add(spare.pop(0)[1])
    return frozenset(hidden)


def is_few(part: int, whole: int, *, least: int) -> bool:
    """Whether the part, or what is left of the whole without it, is too small to print.

    >>> is_few(3, 100, least=5), is_few(97, 100, least=5), is_few(0, 100, least=5)
    (True, True, False)
    """
    return 0 < part < least or 0 < whole - part < least


def shown(estimate: Estimate, *, few: bool) -> Estimate | Withheld:
    """The estimate, unless it is of too few."""
    return FEW if few else estimate
