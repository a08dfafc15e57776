"""People of each group for every 1,000 residents of it; the small ones are withheld."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_groups import Groups
from wardwise.figures.people_residents import Base, base_of
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import FEW
from wardwise.measures.people.group_rate import group_rates_per_1000_residents


NO_CENSUS_GROUP = NotKnown("the supplier's group is none whose residents are known")


@dataclass(frozen=True)
class Rates:
    """Rates of the groups of one property, in the order of the groups, and their base."""

    rates: tuple[Figure, ...]
    base: Base


def group_rates(found: Selected, groups: Groups) -> Rates | NotKnown:
    """By age band, sex or ethnicity."""
    base = base_of(found.desk, by=groups.by, keys=groups.keys)
    if isinstance(base, NotKnown):
        return base
    names = [str(key) for key in groups.keys]
    worked = group_rates_per_1000_residents(
        groups=names,
        people=groups.true_counts,
        residents=base.residents,
        not_known=len(found.once(groups.role)) - sum(groups.true_counts),
        level=found.desk.level,
    )
    asked = groups.asked
    arguments: Arguments = {
        "groups": list(names),
        "people": found.ask("partner_people_in_groups", **asked),
        "residents": base.ask,
        "not_known": found.ask("partner_people_not_in_groups", **asked),
        "level": found.desk.level,
    }
    return Rates(
        rates=tuple(
            rate_of(
                found.figure(
                    Recipe("group_rates_per_1000_residents", arguments, f"rates[{n}].value"),
                    FEW
                    if group.count.status == "withheld"
                    else NO_CENSUS_GROUP
                    if isinstance(rate, NotKnown)
                    else rate,
                    unit=Unit.PEOPLE_PER_1000,
                    roles=(groups.role,),
                    detail=f"{groups.role}, {groups.by}: {group.name}, of {base.called}",
                ),
                base=base.source,
                called=base.called,
            )
            for n, (group, rate) in enumerate(zip(groups.groups, worked.rates, strict=True))
        ),
        base=base,
    )


def rate_of(figure: Figure, *, base: str, called: str) -> Figure:
    """The same figure with its base among its sources and in its method."""
    interval = f", {figure.method} interval" if figure.interval else ""
    return replace(
        figure,
        sources=(*figure.sources, base),
        method=f"people ÷ {called} × 1,000{interval}",
    )
