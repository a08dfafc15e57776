"""Which group of people is the largest, and which cannot be told from it."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.figures.people_groups import Group, Groups
from wardwise.figures.people_selected import Selected
from wardwise.measures.people.peak_group import peak_group


@dataclass(frozen=True)
class Order:
    """Groups of one role by one property, with the largest and those that may be it as well.

    ``may_be`` are in order of size. ``holds``: the order of the first two stands even if
    everybody whose group is not known were in the second. ``not_known`` counts those.
    """

    groups: Groups
    may_be: tuple[Group, ...]
    not_known: Figure
    holds: bool

    @property
    def first(self) -> Group:
        """The largest as counted."""
        return self.groups.largest

    @property
    def is_clear(self) -> bool:
        """Whether no other group may be the largest."""
        return len(self.may_be) == 1


def order_of(found: Selected, groups: Groups) -> Order:
    """By number of people, whatever the widths of bands."""
    names = [group.name for group in groups.groups]
    counts = groups.true_counts
    peak = peak_group(groups=names, people=counts, level=found.desk.level)
    may_be = sorted(
        (n for n, name in enumerate(names) if name in peak.may_be), key=lambda n: -counts[n]
    )
    unknown = len(found.once(groups.role)) - sum(counts)
    second = sorted(counts)[-2] if len(counts) > 1 else 0
    return Order(
        groups=groups,
        may_be=tuple(groups.groups[n] for n in may_be),
        not_known=_not_known(found, groups, unknown),
        holds=max(counts) - second > unknown,
    )


def _not_known(found: Selected, groups: Groups, unknown: int) -> Figure:
    ask = found.ask("partner_people_not_in_groups", **groups.asked)
    return found.figure(
        Recipe(ask.question, {"answer": ask}),
        unknown,
        unit=Unit.PEOPLE,
        roles=(groups.role,),
        detail=f"{groups.role}, {groups.by}: not known",
    )
