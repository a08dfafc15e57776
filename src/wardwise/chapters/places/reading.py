"""What the tests let us say of a place: which groups stand out, and how its rate stands."""

from __future__ import annotations

import re

from wardwise.chapters.places.findings import GroupInPlace, PlaceLine
from wardwise.document.initials import small
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Figure


USUAL_SHARE = (
    "The usual share of a group is its number over all recorded crime in {place}; anti-social "
    "behaviour is set against that total too, though it is no part of it."
)


SMALL = 20
"""Under so many offences a rate is hatched on a map, and no group is said to stand out."""


def above_usual(groups: tuple[GroupInPlace, ...]) -> tuple[GroupInPlace, ...]:
    """Groups with more than their usual part in the place, beyond chance; the furthest first.

    A handful of offences may be several times a rare group's share: those are not named.
    """
    found = [
        group for group in groups if side_of_one(group.quotient) > 0 and group.count.number >= SMALL
    ]
    return tuple(sorted(found, key=lambda group: -group.quotient.number))


def below_usual(groups: tuple[GroupInPlace, ...]) -> tuple[GroupInPlace, ...]:
    """Groups with less than their usual part, beyond chance; the furthest first."""
    found = [group for group in groups if side_of_one(group.quotient) < 0]
    return tuple(sorted(found, key=lambda group: group.quotient.number))


def side_of_one(quotient: Figure) -> int:
    """1 if the whole interval is above one, -1 if it is below, else 0."""
    if quotient.interval is None:
        return 0
    return int(quotient.interval.lower > 1) - int(quotient.interval.upper < 1)


def beside_whole(line: PlaceLine, whole: PlaceLine) -> str:
    """``above``, ``below`` or ``close to``: the rate's interval against the whole's rate."""
    limits = line.rate.interval
    if limits is None or whole.rate.status != "known":
        return "beside"
    if limits.lower > whole.rate.number:
        return "above"
    return "below" if limits.upper < whole.rate.number else "close to"


def lowered(offence: str) -> str:
    """The group's name inside a sentence."""
    return small(offence)


def name_of(area: Area) -> str:
    """A short name for sheets and anchors; two wards may be called the same."""
    words = re.sub(r"[^a-z0-9]+", "-", area.name.lower()).strip("-")[:14].strip("-")
    kind = "ward" if area.kind is AreaKind.WARD else "own"
    return f"{kind}-{words}-{area.code[-3:].lower()}"
