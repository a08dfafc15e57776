"""Every problem that could become a priority, with what is known of it on one line."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.phrases import verdict_of
from wardwise.domain.area import Area
from wardwise.domain.evidence import NotHeld, OfficialTable
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.figures.changes import change_figure
from wardwise.figures.concentrations import concentration
from wardwise.figures.desk import Desk
from wardwise.figures.forecasts import outlook
from wardwise.figures.harm import weight_figure
from wardwise.figures.offences import offences_figure
from wardwise.figures.official import (
    official_change_figure,
    official_offences_figure,
    official_rate_figure,
)
from wardwise.figures.ranks import rank_found
from wardwise.figures.rates import rate_figure
from wardwise.measures.compare.rank import Rank
from wardwise.measures.time.forecast import Forecast
from wardwise.reference.load import Row, load_table
from wardwise.threats.confidence import Confidence, confidence_grade
from wardwise.threats.evidence import (
    ONS_SEVERITY,
    TYPICAL_SEVERITY,
    CandidateEvidence,
    CandidateKind,
    Known,
    Reading,
)
from wardwise.threats.factors import judged_harm


SIMILAR = "the most similar partnerships"


@dataclass(frozen=True)
class Candidate:
    """A candidate's evidence, the figures that it rests on, and the group that stands for it.

    ``group`` is the recorded-crime group that months and places are taken from; ``group_fit``
    is 'same' where it is the same offence, 'part' where the candidate is only a part of it.
    """

    evidence: CandidateEvidence
    figures: dict[str, Figure]
    group: str | None
    group_fit: str


def candidates(desk: Desk) -> tuple[Candidate, ...]:
    """Every row of the reference table ``candidate``, counted or not."""
    return tuple(_candidate(desk, row) for row in load_table("candidate").rows)


def _candidate(desk: Desk, row: Row) -> Candidate:
    name = str(row["candidate"])
    group, fit = _group_of(desk, row)
    figures = _figures(desk, row, group, fit)
    if figures and row["ons_offence"] and not isinstance(desk.evidence.harm, NotHeld):
        figures["severity"] = weight_figure(
            desk, desk.evidence.harm, offence=str(row["ons_offence"]), official=True
        )
    volume = _reading(figures.get("volume"))
    evidence = CandidateEvidence(
        name=name,
        kind=CandidateKind(str(row["kind"])),
        within=_within(row),
        volume=volume,
        rate=_reading(figures.get("rate")),
        change=_reading(figures.get("change")),
        verdict=_verdict(figures),
        forecast=_outlook(desk, group, figures),
        severity=_severity(desk, row),
        concentration=_reading(figures.get("places")),
        peers=_peers(desk, row, group, figures),
        public_concern=NotKnown("no survey of residents was supplied"),
        judged=judged_harm(name),
        confidence=_confidence(desk, row, group, volume),
        data_needed=str(row["data_needed"]),
        held_by=str(row["from_whom"]),
    )
    return Candidate(evidence, figures, group, fit)


def _group_of(desk: Desk, row: Row) -> tuple[str | None, str]:
    """The recorded-crime group of the candidate in the source, and how well it fits."""
    if row["police_uk_offence"]:
        name = str(row["police_uk_offence"])
        return (name, "same") if name in desk.evidence.local.offences else (None, "none")
    headline = load_table("ons_headline_offence").by("offence").get((row["ons_offence"],))
    name = str(headline["police_uk_offence"] or "") if headline else ""
    if name in desk.evidence.local.offences:
        return name, "part"
    return None, "none"


def _figures(desk: Desk, row: Row, group: str | None, fit: str) -> dict[str, Figure]:
    official = desk.evidence.official
    if row["ons_offence"] and not isinstance(official, NotHeld):
        found = _published(desk, official, str(row["ons_offence"]), group)
        if found["volume"].status == "known":
            return found | _places(desk, group)
    if group and fit == "same":
        return _recorded(desk, group) | _places(desk, group)
    return {}


def _published(
    desk: Desk, table: OfficialTable, offence: str, group: str | None
) -> dict[str, Figure]:
    area = table.partnerships.get(desk.evidence.place.csp_code, desk.area)
    households = offence == "Residential burglary"
    return {
        "volume": official_offences_figure(
            desk, table, area=area, offence=offence, period=table.latest
        ),
        "rate": official_rate_figure(desk, table, area=area, offence=offence),
        "change": official_change_figure(desk, table, area=area, offence=offence, group=group),
    } | (
        {
            "household_rate": official_rate_figure(
                desk, table, area=area, offence=offence, households=True
            )
        }
        if households
        else {}
    )


def _recorded(desk: Desk, group: str) -> dict[str, Figure]:
    return {
        "volume": offences_figure(desk, area=desk.area, period=desk.latest, offence=group),
        "rate": rate_figure(desk, area=desk.area, period=desk.latest, offence=group),
        "change": change_figure(
            desk, area=desk.area, period=desk.latest, before=desk.before, offence=group
        ),
    }


def _places(desk: Desk, group: str | None) -> dict[str, Figure]:
    if group is None:
        return {}
    return {"places": concentration(desk, offence=group, period=desk.latest).places}


def _reading(figure: Figure | None) -> Known:
    if figure is None:
        return NotKnown("there is no count of it in the sources held")
    if isinstance(figure.value, NotKnown):
        return figure.value
    value = figure.number
    lower = min(value, figure.interval.lower) if figure.interval else value
    upper = max(value, figure.interval.upper) if figure.interval else value
    return Reading(value, lower, upper, unit=str(figure.unit), method=figure.method)


def _verdict(figures: dict[str, Figure]) -> Verdict:
    return verdict_of(figures["change"]) if "change" in figures else Verdict.NOT_COMPARABLE


def _outlook(desk: Desk, group: str | None, figures: dict[str, Figure]) -> Known:
    """The year ahead against the latest, in percent."""
    if group is None or not figures:
        return NotKnown("there are no months of it in the sources held")
    found = outlook(desk, area=desk.area, offence=group)
    figures["forecast"] = found.figure
    latest = desk.counts_of(desk.area)[0].total(
        desk.latest, offence=group, codes=desk.counts_of(desk.area)[1]
    )
    if not isinstance(found.forecast, Forecast) or isinstance(latest, NotKnown) or latest == 0:
        return found.forecast if isinstance(found.forecast, NotKnown) else NotKnown("none counted")
    ahead = found.forecast
    value, lower, upper = (
        100 * (end / latest - 1) for end in (ahead.value, ahead.lower, ahead.upper)
    )
    return Reading(value, lower, upper, unit="percent", method=ahead.method)


def _severity(desk: Desk, row: Row) -> dict[str, Known]:
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


def _peers(desk: Desk, row: Row, group: str | None, figures: dict[str, Figure]) -> Rank | NotKnown:
    official = desk.evidence.official
    similar: tuple[Area, ...] = tuple(one.area for one in desk.evidence.comparators.most_similar)
    if isinstance(official, NotHeld) or not row["ons_offence"] or not similar:
        return NotKnown("it is not in the published partnership tables")
    found = rank_found(
        desk, official, peers=similar, offence=str(row["ons_offence"]), group=group, among=SIMILAR
    )
    figures["rank"] = found.figure
    return found.rank


def _confidence(desk: Desk, row: Row, group: str | None, volume: Known) -> Confidence:
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


def _within(row: Row) -> tuple[str, ...]:
    """Every wider group of the candidate, by the published tables."""
    headlines = load_table("ons_headline_offence").by("offence")
    found: list[str] = []
    parent = row["part_of"]
    while parent and str(parent) not in found:
        found.append(str(parent))
        above = headlines.get((parent,))
        parent = above["parent"] if above else None
    return tuple(found)
