"""Which numbers of people are too small to print, and which would give those away."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.domain.nothing import Withheld
from wardwise.measures.estimate import Estimate


FEW = Withheld("it is of so few people, or would give away a number that is, that it is not shown")


def hidden_groups(counts: Sequence[int], *, least: int) -> frozenset[int]:
    """Positions of the groups that are not printed, where the sum of all the groups is known.

    Every count from 1 to ``least`` − 1, and with them at least one more, from the last position
    backwards, until the hidden are on average ``least`` or more. The further ones are taken by
    position, never by size, for a reader who knows the rule could reckon backwards from sizes:
    so ``counts`` must stand in an order that does not follow from them. A nought is printed.

    >>> sorted(hidden_groups([2, 40, 9, 0], least=5))
    [0, 2]
    >>> sorted(hidden_groups([1, 30, 2, 40, 50], least=5))
    [0, 2, 4]
    """
    hidden = {at for at, n in enumerate(counts) if 0 < n < least}
    if not hidden:
        return frozenset()
    spare = [at for at, n in enumerate(counts) if n >= least]
    hidden |= set(spare[-1:])
    while spare and sum(counts[at] for at in hidden) < least * len(hidden):
        hidden.add(spare.pop())
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
