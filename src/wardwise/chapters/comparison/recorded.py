"""The force's districts in the recorded-crime source, as far as it holds them."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.comparison.findings import DistrictRow, Recorded
from wardwise.domain.area import Area
from wardwise.figures.changes import change_figure
from wardwise.figures.control import Control, control
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.rates import rate_figure


def recorded(desk: Desk) -> Recorded:
    """Latest year by district, the highest rate first, and month by month beside the force."""
    place, wider = desk.evidence.place, desk.evidence.wider
    names = {area.code: area for area in wider.areas}
    codes = place.districts_of.get(place.force.code, ())
    held = [names[code] for code in codes if code in names]
    is_whole = len(held) == len(codes) > 1
    ours = set(place.districts_of.get(place.area.code, (place.area.code,)))
    rows = [_row(desk, area, ours=area.code in ours) for area in held]
    return Recorded(
        source=desk.source,
        period=desk.latest,
        districts=tuple(sorted(rows, key=_order)),
        ours=_row(desk, place.area, ours=True),
        force=_row(desk, place.force, ours=False) if is_whole else None,
        charts=_charts(desk) if is_whole else (),
        missing=tuple(code for code in codes if code not in names),
    )


def _row(desk: Desk, area: Area, *, ours: bool) -> DistrictRow:
    return DistrictRow(
        area=area,
        ours=ours,
        count=offences_figure(desk, area=area, period=desk.latest, offence=None),
        rate=rate_figure(desk, area=area, period=desk.latest, offence=None),
        change=change_figure(desk, area=area, period=desk.latest, before=desk.before, offence=None),
    )


def _order(row: DistrictRow) -> tuple[float, str]:
    rate = row.rate
    return (-rate.number if rate.status == "known" else 0.0, row.area.name)


def _charts(desk: Desk) -> tuple[Control, ...]:
    return tuple(
        _named(control(desk, area=area, offence=None), name)
        for area, name in (
            (desk.area, desk.area.name),
            (desk.evidence.place.force, f"{desk.evidence.place.force.name} force area"),
        )
    )


def _named(found: Control, name: str) -> Control:
    return replace(found, series=replace(found.series, name=name))
