"""Who changes place when offences are weighed, or weighed otherwise."""

from __future__ import annotations

from collections.abc import Callable

from wardwise.chapters.harm.findings import GroupHarm, PlaceHarm
from wardwise.domain.figure import Figure


def in_order(
    groups: tuple[GroupHarm, ...], by: Callable[[GroupHarm], Figure]
) -> tuple[GroupHarm, ...]:
    """The groups, the largest first by one of their figures; those not known are left out."""
    known = [group for group in groups if by(group).status == "known"]
    return tuple(sorted(known, key=lambda group: (-by(group).number, group.offence)))


def changes_place(groups: tuple[GroupHarm, ...], *, within: int = 4) -> tuple[GroupHarm, ...]:
    """Groups among the first few by either index whose place differs between the two."""
    mean = [group.offence for group in in_order(groups, lambda group: group.share)]
    typical = [group.offence for group in in_order(groups, lambda group: group.by_typical)]
    return tuple(
        group
        for group in groups
        if group.offence in typical
        and mean.index(group.offence) != typical.index(group.offence)
        and min(mean.index(group.offence), typical.index(group.offence)) < within
    )


def higher_by_harm(wards: tuple[PlaceHarm, ...], *, by_at_least: int) -> tuple[PlaceHarm, ...]:
    """Wards that stand so many places higher by harm than by the count of offences."""
    known = [ward for ward in wards if ward.rate.status == ward.offence_rate.status == "known"]
    by_count = sorted(known, key=lambda ward: -ward.offence_rate.number)
    by_harm = sorted(known, key=lambda ward: -ward.rate.number)
    return tuple(
        ward for ward in by_harm if by_count.index(ward) - by_harm.index(ward) >= by_at_least
    )
