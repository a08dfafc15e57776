"""The sums: the areas, their profile, and every neighbourhood for the map."""

from __future__ import annotations

from wardwise.chapters.high_impact_areas.findings import HighImpactFindings
from wardwise.chapters.high_impact_areas.key_findings import key_findings
from wardwise.domain.nothing import NotKnown
from wardwise.figures.deprivation_gradient import deprivation_gradient
from wardwise.figures.desk import Desk
from wardwise.figures.flagged_wards import flagged_wards
from wardwise.figures.high_impact import high_impact
from wardwise.figures.offences import offences_figure
from wardwise.figures.vulnerability import vulnerable_localities


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
        gradient=deprivation_gradient(desk),
        vulnerable=vulnerable_localities(desk),
        flagged=flagged_wards(desk),
        key_findings=key_findings(desk, found),
    )
