"""The sums on fires: deliberate ones, homes without an alarm, and both by ward."""

from __future__ import annotations

from wardwise.chapters.other_services.findings import Fires
from wardwise.chapters.other_services.fire_wards import wards_found
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.incidents import incident_groups, incidents_figure
from wardwise.figures.people_selected import Selected
from wardwise.figures.rates import rate_figure
from wardwise.figures.service_months import YEAR
from wardwise.figures.services import FIRE, Service, deliberate_fires, service
from wardwise.figures.themes import Theme, theme


NO_ALARM = "Dwelling fire without a smoke alarm"


def fires_found(desk: Desk) -> Fires | None:
    """Deliberate fires as the theme of fire counts them; None where it cannot be counted."""
    counted, deliberate = theme(desk, FIRE), deliberate_fires(desk)
    if isinstance(counted, NotKnown) or isinstance(deliberate, NotKnown):
        return None
    unalarmed = service(
        desk,
        "fires",
        name="Homes on fire without a smoke alarm",
        plural="fires in homes without a smoke alarm",
        kinds=(NO_ALARM,),
    )
    no_alarm = unalarmed if isinstance(unalarmed, Service) else None
    years = _years(no_alarm) if no_alarm else None
    return Fires(
        deliberate=deliberate,
        no_alarm=no_alarm,
        homes=incidents_figure(years) if years else None,
        kinds=incident_groups(counted.selected, "category"),
        rate=_rate(counted),
        wards=wards_found(desk, counted, years),
        least=desk.settings.people.least_count,
    )


def _years(no_alarm: Service) -> Selected:
    """The three years that end with the year, or as many of them as the file holds whole."""
    found = no_alarm.selected
    last, held = found.chosen.period.last, set(found.held.months)
    spans = [Period.ending(last, months=YEAR * n) for n in (3, 2)]
    whole = [span for span in spans if set(span.months) <= held]
    return found.other(period=whole[0]) if whole else found


def _rate(counted: Theme) -> Figure | None:
    on = counted.by_place
    if isinstance(on, NotKnown):
        return None
    return rate_figure(on, area=on.area, period=on.latest, offence=counted.name)
