"""The sums: the areas, their profile, and every neighbourhood for the map."""

from __future__ import annotations

from wardwise.chapters.high_impact_areas.findings import HighImpactFindings
from wardwise.chapters.high_impact_areas.key_findings import key_findings
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.high_impact import high_impact
from wardwise.figures.offences import offences_figure


def analyse(desk: Desk) -> HighImpactFindings:
    """Everything about the latest year."""
    found = high_impact(desk)
    lsoas = () if isinstance(found, NotKnown) else desk.evidence.place.lsoas
    return HighImpactFindings(
        area=desk.area,
        period=desk.latest,
        source=desk.source,
        least=desk.settings.people.least_count,
        found=found,
        neighbourhoods=tuple(
            (lsoa, offences_figure(desk, area=lsoa, period=desk.latest, offence=None))
            for lsoa in lsoas
        ),
        key_findings=key_findings(desk, found),
    )
