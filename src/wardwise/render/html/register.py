"""The register: every figure of the paper once, with what a reader may ask of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wardwise.document.initials import capital
from wardwise.document.words import rounded
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown, Value, Withheld
from wardwise.domain.offences import ALL_RECORDED_CRIME


SOURCES = {
    "police_uk": "data.police.uk archives",
    "area_counts": "area counts supplied to the partnership",
    "ons_csp_tables": "ONS recorded crime by community safety partnership",
    "home_office_prc": "Home Office police recorded crime open data",
    "census_2021": "Census 2021",
    "imd_2019": "English indices of deprivation 2019",
    "imd_2025": "English indices of deprivation 2025",
}


@dataclass(frozen=True)
class Entry:
    """One figure in words."""

    figure_id: str
    measure: str
    offence: str
    area: str
    period: str
    value: str
    method: str
    sources: str


def entries_of(figures: Iterable[Figure]) -> list[Entry]:
    """Each figure once, in the order in which it is first read."""
    once = {figure.figure_id: figure for figure in figures}
    return [_entry(figure_id, figure) for figure_id, figure in once.items()]


def _entry(figure_id: str, figure: Figure) -> Entry:
    measure = figure.measure.replace("_", " ")
    return Entry(
        figure_id=figure_id,
        measure=capital(measure) + (f", {figure.detail}" if figure.detail else ""),
        offence=figure.offence or ALL_RECORDED_CRIME,
        area=f"{figure.area.name} ({figure.area.code})",
        period=figure.period.label,
        value=_value(figure),
        method=_method(figure),
        sources="; ".join(SOURCES.get(source, source) for source in figure.sources),
    )


def _value(figure: Figure) -> str:
    match figure.value:
        case NotKnown(reason):
            return f"Not known: {reason}"
        case Withheld(reason):
            return f"Withheld: {reason}"
    said = f"{exact(figure.number)} {figure.unit}"
    if figure.interval is None:
        return said
    low, high = exact(figure.interval.lower), exact(figure.interval.upper)
    return f"{said} ({_level(figure.interval.level)} interval {low} to {high})"


def _level(level: float) -> str:
    """A level as percent, whether it is held as 0.95 or as 95."""
    return f"{level * 100 if level <= 1 else level:.4g}%"


def exact(value: float) -> str:
    """To four decimals at most, without empty ones.

    >>> exact(76.8), exact(2860), exact(0.12345)
    ('76.8', '2,860', '0.1235')
    """
    text = rounded(value, 4)
    return text.rstrip("0").rstrip(".")


def _method(figure: Figure) -> str:
    parts = [figure.method] if figure.method else []
    if figure.interval is not None and figure.interval.method != figure.method:
        parts.append(f"interval: {figure.interval.method}")
    compared = figure.comparison
    if compared is not None:
        before = _before(compared.baseline_value)
        parts.append(f"against {before} in {compared.baseline_period.label}: {compared.verdict}")
    return "; ".join(parts)


def _before(value: Value) -> str:
    match value:
        case NotKnown():
            return "not known"
        case Withheld():
            return "withheld"
        case _:
            return exact(value)
