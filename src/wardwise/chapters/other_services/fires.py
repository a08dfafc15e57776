"""The sums on fires: deliberate ones, homes without an alarm, and both by ward."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wardwise.chapters.other_services.findings import Fires, WardFires
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.desk import Desk
from wardwise.figures.extract_desk import ExtractDesk, extract_desk
from wardwise.figures.incidents import incident_groups, incidents_figure
from wardwise.figures.offences import offences_figure
from wardwise.figures.people_selected import Selected
from wardwise.figures.people_withheld import FEW, hidden_groups
from wardwise.figures.rates import rate_figure
from wardwise.figures.services import FIRE, YEAR, Service, deliberate_fires, service
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
        wards=_wards(desk, counted, years),
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


def _wards(desk: Desk, counted: Theme, years: Selected | None) -> tuple[WardFires, ...]:
    """The most first; those that are withheld last, in an order that gives none away."""
    on = counted.by_place
    if isinstance(on, NotKnown):
        return ()
    wards = sorted(desk.evidence.place.wards, key=lambda ward: ward.code)
    counts = _by_ward(on, wards, counted.name)
    homes = _of_homes(desk, years, wards)
    lines = [
        WardFires(ward, count, _shown(rate_figure(on, area=ward, period=on.latest,
                                                  offence=counted.name), count), home)
        for ward, count, home in zip(wards, counts, homes, strict=True)
    ]  # fmt: skip
    shown = [line for line in lines if line.count.status == "known"]
    hidden = [line for line in lines if line.count.status != "known"]
    shown.sort(key=lambda line: -line.rate.number if line.rate.status == "known" else 0.0)
    return (*shown, *sorted(hidden, key=lambda line: line.area.name))


def _of_homes(desk: Desk, years: Selected | None, wards: Sequence[Area]) -> Sequence[Figure | None]:
    if years is None:
        return [None] * len(wards)
    on = extract_desk(desk, years, group=None, unlocated=False)
    if isinstance(on, NotKnown):
        return [None] * len(wards)
    return _by_ward(on, wards, years.name)


def _by_ward(on: ExtractDesk, wards: Sequence[Area], name: str) -> list[Figure]:
    """Of each ward; wards sum to a number that is printed, so one that is hidden takes another."""
    counts = [
        replace(offences_figure(on, area=ward, period=on.latest, offence=name), unit=Unit.RECORDS)
        for ward in wards
    ]
    known = [int(one.number) if one.status == "known" else 0 for one in counts]
    least = on.settings.people.least_count
    for at in hidden_groups(known, least=least):
        counts[at] = replace(counts[at], value=FEW, interval=None)
    return counts


def _shown(rate: Figure, count: Figure) -> Figure:
    return replace(rate, value=FEW, interval=None) if count.status == "withheld" else rate
