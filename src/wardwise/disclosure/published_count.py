"""A partner's count as the public may see it: small ones withheld, the rest to the nearest five."""

from __future__ import annotations

from wardwise.domain.nothing import Withheld


FEWEST, STEP = 8, 5
"""Counts of 1 to 7 are withheld and others rounded to 5: OpenSAFELY's rule for releases."""


def published_count(count: float) -> int | Withheld:
    """The count to print for the public.

    Nought is withheld with the small ones: beside a total it can tell as much as they do.

    >>> published_count(143), published_count(8)
    (145, 10)
    >>> published_count(7)
    Withheld(reason='fewer than 8')
    """
    if count < 0:
        raise ValueError(f"count is {count}: expected a count, 0 or more.")
    if count < FEWEST:
        return Withheld(f"fewer than {FEWEST}")
    return int(STEP * ((count + STEP / 2) // STEP))
