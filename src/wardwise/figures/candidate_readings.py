"""What is read off a candidate's figures for the threat assessment, each with its doubts."""

from __future__ import annotations

from collections.abc import Mapping

from wardwise.document.phrases import verdict_of
from wardwise.domain.area import Area
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.figures.changes import change_figure
from wardwise.figures.desk import Desk
from wardwise.figures.extract_desk import extract_desk
from wardwise.figures.forecasts import outlook
from wardwise.figures.people_selected import codes_of, select
from wardwise.figures.published import Peers, PublishedRate
from wardwise.figures.ranks import rank_found
from wardwise.measures.compare.rank import Rank
from wardwise.measures.time.forecast import Forecast
from wardwise.reference.load import Row
from wardwise.threats.confidence import Confidence, confidence_grade
from wardwise.threats.evidence import (
    ONS_SEVERITY,
    TYPICAL_SEVERITY,
    Known,
    Reading,
)


SIMILAR = "the most similar partnerships"


def reading(figure: Figure | None) -> Known:
    """The figure's value within its range, or why there is none."""
    if figure is None:
        return NotKnown("there is no count of it in the sources held")
    if isinstance(figure.value, NotKnown):
        return figure.value
    value = figure.number
    lower = min(value, figure.interval.lower) if figure.interval else value
    upper = max(value, figure.interval.upper) if figure.interval else value
    return Reading(value, lower, upper, unit=str(figure.unit), method=figure.method)


def verdict(figures: Mapping[str, Figure]) -> Verdict:
    """The word of the change, if there is one."""
    return verdict_of(figures["change"]) if "change" in figures else Verdict.NOT_COMPARABLE


def later_change(
    desk: Desk, figures: Mapping[str, Figure], group: str | None, offence: str
) -> dict[str, Figure]:
    """The change in police records, where their year ends after that of the published count.

    ``group`` is the one of police.uk that counts the same; where there is none the force's
    extract may hold the published ``offence``.
    """
    volume = figures.get("volume")
    if volume is None or desk.source in volume.sources:
        return {}
    if volume.period.last >= desk.latest.last:
        return {}
    on, name = (desk, group) if group else (_extract_of(desk, offence), offence)
    if isinstance(on, NotKnown):
        return {}
    change = change_figure(on, area=on.area, period=desk.latest, before=desk.before, offence=name)
    return {"later": change}


def _extract_of(desk: Desk, offence: str) -> Desk | NotKnown:
    codes = codes_of(desk, offence)
    found = select(desk, name=offence, offences=(offence,), codes=codes) if codes else None
    if found is None or isinstance(found, NotKnown):
        return NotKnown("no extract tells the offence")
    if found.held.period.first > desk.before.first:
        return NotKnown("the extract does not hold both years")
    return extract_desk(desk, found.other(period=desk.latest), group=None, unlocated=True)


def year_ahead(desk: Desk, group: str | None) -> tuple[Known, dict[str, Figure]]:
    """The year ahead against the latest, in percent, and the figure of the forecast."""
    if group is None:
        return NotKnown("there are no months of it in the sources held"), {}
    found = outlook(desk, area=desk.area, offence=group)
    counts, codes = desk.counts_of(desk.area)
    latest = counts.total(desk.latest, offence=group, codes=codes)
    return _against(found.forecast, latest), {"forecast": found.figure}


def _against(ahead: Forecast | NotKnown, latest: int | NotKnown) -> Known:
    if isinstance(ahead, NotKnown):
        return ahead
    if isinstance(latest, NotKnown) or latest == 0:
        return NotKnown("none counted")
    value, lower, upper = (
        100 * (end / latest - 1) for end in (ahead.value, ahead.lower, ahead.upper)
    )
    return Reading(value, lower, upper, unit="percent", method=ahead.method)


def severity(desk: Desk, row: Row) -> dict[str, Known]:
    """What one offence weighs, by the mean and by the middle offence."""
    weights = desk.evidence.harm
    group = None
    if not isinstance(weights, NotHeld):
        group = weights.official.get(str(row["ons_offence"]))
    if group is None:
        gone = NotKnown("no offence code of it has a severity weight")
        return {ONS_SEVERITY: gone, TYPICAL_SEVERITY: gone}
    # a mean of equal weights may stand a rounding error outside its own range
    down, up = min(group.lower, group.value), max(group.upper, group.value)
    low, high = min(down, group.typical), max(up, group.typical)
    return {
        ONS_SEVERITY: Reading(group.value, down, up, unit="severity points"),
        TYPICAL_SEVERITY: Reading(group.typical, low, high, unit="severity points"),
    }


def rank_among_similar(desk: Desk, row: Row) -> tuple[Rank | NotKnown, dict[str, Figure]]:
    """The place of the published rate among the most similar, and the figure of it."""
    official = desk.evidence.official
    similar: tuple[Area, ...] = tuple(one.area for one in desk.evidence.comparators.most_similar)
    if isinstance(official, NotHeld) or not row["ons_offence"] or not similar:
        return NotKnown("it is not in the published partnership tables"), {}
    asked = PublishedRate(str(row["ons_offence"]))
    found = rank_found(desk, official, peers=Peers(similar, SIMILAR), asked=asked)
    return found.rank, {"rank": found.figure}


def confidence(desk: Desk, row: Row, group: str | None, volume: Known) -> Confidence:
    """How well it is counted."""
    events = volume if isinstance(volume, NotKnown) else volume.value
    rows = desk.evidence.force_rows.get(group or "", 0)
    unlocated = desk.evidence.unlocated.get(group or "", 0)
    return confidence_grade(
        events=events,
        is_complete=desk.evidence.completeness.problem(desk.latest) is None,
        has_series_break=any(
            name in ("", group) and desk.before.first < month <= desk.latest.last
            for month, name, _ in desk.evidence.breaks
        ),
        unlocated_percent=100 * unlocated / rows if rows and desk.source == "police_uk" else 0.0,
        mostly_unreported=bool(row["ons_offence"] == "Sexual offences"),
    )
