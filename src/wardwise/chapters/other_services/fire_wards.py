"""Fires by ward: what is of few is withheld, and another with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wardwise.chapters.other_services.findings import WardFires
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.extract_desk import ExtractDesk, extract_desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.people_selected import Selected
from wardwise.figures.people_withheld import FEW, hidden_groups
from wardwise.figures.rates import rate_figure
from wardwise.figures.themes import Theme


def wards_found(desk: Desk, counted: Theme, years: Selected | None) -> tuple[WardFires, ...]:
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
