"""Harm for every 1,000 residents as a figure."""

from __future__ import annotations

from wardwise.domain.area import Area
from wardwise.domain.evidence import HarmWeights
from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.harm import counts_ask, harm_groups, known_counts
from wardwise.measures.harm.score import HarmScore, severity_rate_per_1000


RANGE = "range of the weights"


def harm_rate_figure(desk: Desk, weights: HarmWeights, *, area: Area) -> Figure:
    """Severity points of the latest year for every 1,000 residents."""
    names, people = harm_groups(desk), desk.evidence.people
    found = _rate(desk, weights, area, names)
    rate = None if isinstance(found, NotKnown) else found
    return Figure(
        measure="severity_rate_per_1000",
        offence=None,
        area=area,
        period=desk.latest,
        value=found if isinstance(found, NotKnown) else found.value,
        unit=Unit.HARM_PER_1000,
        sources=(desk.source, "home_office_prc", people.source),
        recipe=Recipe(
            "severity_rate_per_1000",
            {
                "counts": counts_ask(desk, area, desk.latest, names),
                "weights": [weights.police_uk[name].value for name in names],
                "residents": Ask("residents", {"area": area.code}),
            },
            "value",
        )
        if rate
        else None,
        method=f"{weights.scheme}, mean weight of each police.uk type in the force, ÷ residents",
        interval=Interval(rate.lower, rate.upper, 0.95, RANGE) if rate else None,
        marking=desk.marking,
    )


def _rate(desk: Desk, weights: HarmWeights, area: Area, names: list[str]) -> HarmScore | NotKnown:
    counts = known_counts(desk, area, desk.latest, names)
    residents = desk.evidence.people.residents.get(area.code)
    unweighed = [name for name in names if name not in weights.police_uk]
    if isinstance(counts, NotKnown):
        return counts
    if unweighed:
        return NotKnown(f"there is no weight for {', '.join(unweighed)}")
    if not residents:
        return NotKnown("the number of residents is not known")
    groups = [weights.police_uk[name] for name in names]
    return severity_rate_per_1000(
        counts=counts,
        weights=[group.value for group in groups],
        residents=residents,
        lower_weights=[group.lower for group in groups],
        upper_weights=[group.upper for group in groups],
    )
