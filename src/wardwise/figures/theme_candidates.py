"""The evidence on a theme that a partner's file counts, as the threat assessment takes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wardwise.domain.figure import Figure, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.figures.changes import change_figure
from wardwise.figures.concentrations import concentration
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.rates import rate_figure
from wardwise.figures.theme_harm import theme_weight, theme_weight_figure
from wardwise.figures.theme_rows import theme_row
from wardwise.figures.themes import Theme
from wardwise.threats.confidence import Confidence, confidence_grade
from wardwise.threats.evidence import ONS_SEVERITY, TYPICAL_SEVERITY, Known, Reading


def theme_figures(desk: Desk, found: Theme) -> dict[str, Figure]:
    """By name: volume, rate, change, severity, places where the file gives them."""
    on, area, name = found.by_month, desk.area, found.name
    row = theme_row(name)
    unit = Unit(str(row["unit"])) if row else Unit.OFFENCES
    volume = offences_figure(on, area=area, period=on.latest, offence=name)
    figures = {
        "volume": replace(volume, unit=unit),
        "rate": rate_figure(on, area=area, period=on.latest, offence=name),
        "change": change_figure(on, area=area, period=on.latest, before=on.before, offence=name),
    }
    severity = theme_weight_figure(desk, found)
    if severity.status == "known":
        figures["severity"] = severity
    if not isinstance(found.by_place, NotKnown):
        places = concentration(found.by_place, offence=name, period=on.latest).places
        figures["places"] = places
    return figures


def as_answered(found: Theme, known: Known) -> Known:
    """The reading, its range as wide as if what is not answered were like what is.

    A flag that is answered in 80 of 100 crimes may be missing a fifth of what it marks.
    """
    answered = found.answered
    if isinstance(known, NotKnown) or answered is None or not answered.number:
        return known
    upper = known.upper / (answered.number / 100)
    return replace(
        known,
        upper=upper,
        method=f"{known.method}; the flag is answered in {answered.number:.0f}% of crimes",
    )


def theme_severity(desk: Desk, found: Theme) -> Mapping[str, Known]:
    """What one of it weighs, by the mean and by the middle one. Unit: severity points."""
    weight = theme_weight(desk, found)
    if isinstance(weight, NotKnown):
        return {ONS_SEVERITY: weight, TYPICAL_SEVERITY: weight}
    low, high = min(weight.lower, weight.typical), max(weight.upper, weight.typical)
    return {
        ONS_SEVERITY: Reading(weight.value, weight.lower, weight.upper, unit="severity points"),
        TYPICAL_SEVERITY: Reading(weight.typical, low, high, unit="severity points"),
    }


def theme_confidence(found: Theme, volume: Known) -> Confidence:
    """How well it is counted: a flag is a fault, and a flag answered in part another."""
    on, row = found.by_month, theme_row(found.name)
    answered = found.answered
    return confidence_grade(
        events=volume if isinstance(volume, NotKnown) else volume.value,
        has_series_break=any(
            name in ("", found.name) and on.before.first < month <= on.latest.last
            for month, name, _ in on.evidence.breaks
        ),
        unlocated_percent=_unlocated(found),
        mostly_unreported=bool(row and row["reported"] == "mostly not reported"),
        by_flag=found.is_by_flag,
        unanswered_percent=100 - answered.number if answered else 0.0,
    )


def _unlocated(found: Theme) -> float:
    """Of the theme's rows, those without a place, where the file gives places at all."""
    rows, at = found.selected.held.crimes, found.selected.crimes
    if isinstance(found.by_place, NotKnown):
        return 0.0
    return 100 * float((rows.lsoa[at] < 0).mean())
