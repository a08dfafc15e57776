"""Much or little crime, and much or little worry: which of four an area is, and how clearly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from wardwise.measures.estimate import Estimate


class FourWay(StrEnum):
    """Crime against the whole's, and worry against the whole's."""

    BOTH = "more crime, more worry"
    CRIME = "more crime, less worry"
    WORRY = "less crime, more worry"
    NEITHER = "less crime, less worry"


@dataclass(frozen=True)
class Parted:
    """One area.

    Attributes
    ----------
    way : FourWay
        By the two figures themselves.
    is_clear : bool
        Whether both intervals leave out the whole's figure, so that the word can be relied on.
    """

    way: FourWay
    is_clear: bool


def four_ways(
    *, crime: Sequence[Estimate], worry: Sequence[Estimate], crime_whole: float, worry_whole: float
) -> tuple[Parted, ...]:
    """Each area by whether its crime and its worry are above those of the whole.

    Parameters
    ----------
    crime, worry : sequence of Estimate
        A figure for each area, the same areas in the same order.
    crime_whole, worry_whole : float
        Those of the whole partnership, in the same units.

    Returns
    -------
    tuple of Parted
        Shape: areas.

    Raises
    ------
    ValueError
        If there are not as many of one as of the other.

    Notes
    -----
    As many are looked at as there are areas: intervals of 99.8% keep the clear ones honest.

    References
    ----------
    Hale C (1996) International Review of Victimology 4:79, on crime and the fear of it.

    Examples
    --------
    >>> from wardwise.measures.estimate import Estimate
    >>> low, high = Estimate(5, 4, 6, 0.998, "Byar"), Estimate(70, 60, 80, 0.998, "Wilson")
    >>> four_ways(crime=[low], worry=[high], crime_whole=10, worry_whole=40)
    (Parted(way=<FourWay.WORRY: 'less crime, more worry'>, is_clear=True),)
    """
    if len(crime) != len(worry):
        raise ValueError(f"{len(crime)} figures of crime and {len(worry)} of worry.")
    ways = {
        (True, True): FourWay.BOTH,
        (True, False): FourWay.CRIME,
        (False, True): FourWay.WORRY,
        (False, False): FourWay.NEITHER,
    }
    return tuple(
        Parted(
            way=ways[one.value > crime_whole, other.value > worry_whole],
            is_clear=not one.holds(crime_whole) and not other.holds(worry_whole),
        )
        for one, other in zip(crime, worry, strict=True)
    )
