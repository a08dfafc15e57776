"""The counts of one table as the public may see them: nothing withheld comes back from the rest."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.disclosure.published_count import published_count
from wardwise.domain.nothing import Withheld


BESIDE = "withheld so that another cannot be worked out"


def published_table(counts: Sequence[int], *, adds_up: bool) -> tuple[int | Withheld, ...]:
    """Every count to print for the public.

    Parameters
    ----------
    counts : sequence of int
        Of the table's rows. Unit: whatever was counted.
    adds_up : bool
        Whether the rows add up to a number that is printed too (one answer of several).

    Returns
    -------
    tuple of int or Withheld
        Small counts withheld and the rest rounded, each by itself. Where the rows add up and one
        alone is withheld, so is the smallest of the others.

    Raises
    ------
    ValueError
        If a count is below 0.

    References
    ----------
    OpenSAFELY, Outputs: rounding and small number suppression; Hundepool A and others (2012)
    Statistical Disclosure Control, chapter 4: secondary suppression.

    Examples
    --------
    >>> published_table([143, 62, 3], adds_up=False)
    (145, 60, Withheld(reason='fewer than 8'))
    >>> published_table([143, 62, 3], adds_up=True)[1]
    Withheld(reason='withheld so that another cannot be worked out')
    """
    found = [published_count(count) for count in counts]
    hidden = [n for n, one in enumerate(found) if isinstance(one, Withheld)]
    if adds_up and len(hidden) == 1 and len(counts) > 1:
        least = min((n for n in range(len(counts)) if n not in hidden), key=lambda n: counts[n])
        found[least] = Withheld(BESIDE)
    return tuple(found)
