"""Pictures of a profile: which one leads follows from the shape of the evidence."""

from __future__ import annotations

from enum import StrEnum

from wardwise.chapters.profile.findings import Geography, Months, OwnCounts, Profile, Situation
from wardwise.chapters.profile.kind import OWN_PERCENT, Shape
from wardwise.chapters.profile.picture_tables import peers_table, season_table
from wardwise.chapters.profile.place_tables import is_by_ward, lsoa_table, ward_table
from wardwise.chapters.profile.words import capital
from wardwise.document.phrases import listed
from wardwise.document.pictures import (
    AreaValue,
    Bar,
    Bars,
    ControlChart,
    Map,
    MapBesideChart,
    MonthIndex,
)
from wardwise.document.sources import NAMES, source_line
from wardwise.document.words import between, rounded
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import NAMES as MONTHS
from wardwise.figures.classes import round_breaks
from wardwise.figures.control_pictures import control_chart_picture
from wardwise.figures.seasons import Season
from wardwise.measures.place.share_of_places import PlacesHolding
from wardwise.measures.time import month_index


class Leading(StrEnum):
    """The chart of a profile's first page."""

    SEASON = "season"
    PEERS = "peers"
    MONTHS = "months"
    NONE = "none"


def leading_picture(profile: Profile) -> Leading:
    """By shape first, then by what there is."""
    situation = profile.situation
    if isinstance(situation, NotKnown):
        return Leading.NONE
    if profile.shape is Shape.SEASONAL:
        return Leading.SEASON
    if situation.months and (has_map_first(profile) or not situation.peers):
        return Leading.MONTHS
    return Leading.PEERS if situation.peers else Leading.NONE


def has_map_first(profile: Profile) -> bool:
    """Whether the first page carries a map: of the offence, or of its group, named as that."""
    return isinstance(profile.geography, Geography) and isinstance(profile.situation, Situation)


def has_own_places(profile: Profile) -> bool:
    """Whether the places on the map are the offence's own for the most."""
    situation = profile.situation
    if not has_map_first(profile) or isinstance(situation, NotKnown):
        return False
    if isinstance(profile.own, OwnCounts):
        return True
    return situation.share is None or situation.share.number >= OWN_PERCENT


def months_picture(profile: Profile, months: Months) -> ControlChart:
    """The control chart of the months."""
    return control_chart_picture(
        months.chart, name=f"profile-{profile.slug}-months", source=profile.months_source
    )


def season_picture(profile: Profile, found: Season) -> MonthIndex:
    """Twelve months against the average day."""
    index = found.index
    assert isinstance(index, month_index.MonthIndex), "drawn only where there is an index"
    what = capital(profile.counted)
    high = listed([MONTHS[n] for n in index.high])
    return MonthIndex(
        name=f"profile-{profile.slug}-season",
        title=f"{what} are highest in {high}" if high else f"{what} differ between months",
        subtitle=f"Index by month, 100 = an average day, with 95% intervals; {index.years} years "
        f"to {profile.months_period.last.label}",
        source=source_line(profile.months_source),
        alt="; ".join(
            f"{MONTHS[n + 1]} {rounded(value, 0)}" for n, value in enumerate(index.index)
        ),
        table=season_table(profile, found),
        index=index.index,
        lower=index.lower,
        upper=index.upper,
    )


def peers_picture(profile: Profile, situation: Situation) -> Bars:
    """Published rates of the most similar partnerships, ours dark."""
    rates = [figure for _, figure in situation.peers]
    period = situation.rate.period.label
    return Bars(
        name=f"profile-{profile.slug}-peers",
        title=_peers_title(profile, situation),
        subtitle=f"{profile.name} per 1,000 residents with 95% intervals, {period}; the "
        "most similar partnerships",
        source=NAMES.get(profile.official, profile.official),
        alt="; ".join(f"{area.name} {rounded(rate.number, 1)}" for area, rate in situation.peers),
        table=peers_table(profile, situation),
        bars=tuple(_dot(area.name, area == profile.area, rate) for area, rate in situation.peers),
        unit="per 1,000 residents",
        dots=True,
        reference=(_median(rates), "median"),
    )


def _dot(name: str, ours: bool, rate: Figure) -> Bar:
    limits = rate.interval
    return Bar(
        name,
        rate.number,
        limits.lower if limits else None,
        limits.upper if limits else None,
        ours=ours,
    )


def _median(rates: list[Figure]) -> float:
    values = sorted(rate.number for rate in rates)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def _peers_title(profile: Profile, situation: Situation) -> str:
    rank, place = situation.rank, profile.area.name
    if rank is None or rank.status != "known" or rank.interval is None:
        return f"{profile.name}: {place} among similar partnerships"
    lower, upper, middle = rank.interval.lower, rank.interval.upper, (situation.of + 1) / 2
    if upper == 1:
        return f"{place} has the highest rate of the {situation.of}, beyond chance"
    if upper < middle:
        return f"{place}'s rate is among the higher ones"
    if lower > middle:
        return f"{place}'s rate is among the lower ones"
    return f"{place}'s rate cannot be told from the middle of similar partnerships"


def beside_picture(
    profile: Profile, found: Geography, chart: ControlChart | MonthIndex | Bars
) -> MapBesideChart:
    """Where, and the leading chart beside it, on one page."""
    where = map_picture(profile, found)
    return MapBesideChart(
        name=where.name,
        title=_both_titles(profile, where, chart),
        subtitle=f"Left: {_in_a_sentence(where.subtitle, profile)}. Right: "
        f"{_in_a_sentence(chart.subtitle, profile)}",
        source=where.source,
        alt=f"{where.alt} {chart.alt}",
        table=where.table,
        where=where,
        months=chart,
    )


def _both_titles(profile: Profile, where: Map, chart: ControlChart | MonthIndex | Bars) -> str:
    """The finding that is the offence's own comes first: a group's map never leads."""
    chart_first = profile.shape is Shape.SEASONAL or isinstance(chart, Bars)
    first, second = (chart, where) if chart_first else (where, chart)
    told = _in_a_sentence(second.title, profile)
    if profile.counted.lower() in first.title.lower():
        told = told.replace(f"half of {profile.counted}", "half of them")
    return f"{first.title}; {told}"


def _in_a_sentence(text: str, profile: Profile) -> str:
    return text if text.startswith(profile.area.name) else text[:1].lower() + text[1:]


def map_picture(profile: Profile, found: Geography) -> Map:
    """Neighbourhoods by count, under the outlines and names of the wards."""
    by_ward = is_by_ward(found)
    shown = [(one.area, one.count) for one in found.wards] if by_ward else found.lsoas
    values = [figure.number for _, figure in shown if figure.status == "known"]
    told = [f"{area.name} {rounded(one.number, 0)}" for area, one in shown[:3] if _is_known(one)]
    return Map(
        name=f"profile-{profile.slug}-map",
        title=_map_title(profile, found),
        subtitle=f"{capital(profile.counted)}{_of_which(profile)} by "
        f"{'ward' if by_ward else 'neighbourhood (LSOA) under ward outlines'}; "
        f"{profile.months_period.label}",
        source=source_line(profile.months_source, profile.months_period),
        alt=f"{_map_title(profile, found)}. The most: {'; '.join(told)}.",
        table=ward_table(profile, found, every=True) if by_ward else lsoa_table(profile, found),
        layer="ward" if by_ward else "lsoa",
        areas=tuple(_area(area.code, area.name, figure) for area, figure in shown),
        breaks=round_breaks(values),
        unit="recorded in the year",
        compact=True,
    )


def _is_known(figure: Figure) -> bool:
    return figure.status == "known"


def _of_which(profile: Profile) -> str:
    """How much of what is drawn is the offence itself."""
    situation = profile.situation
    if isinstance(profile.own, OwnCounts):
        return ""
    if isinstance(situation, NotKnown) or situation.share is None:
        return ""
    return f", of which {profile.reading.plural} are {rounded(situation.share.number, 0)}%,"


def _area(code: str, name: str, figure: Figure) -> AreaValue:
    if figure.status != "known":
        is_withheld = figure.status == "withheld"
        why = "withheld" if is_withheld else "not known"
        return AreaValue(code, name, None, f"{name}: {why}", withheld=is_withheld)
    told = f"{name}: {rounded(figure.number, 0)} recorded ({between(figure)})"
    return AreaValue(code, name, figure.number, told)


def _map_title(profile: Profile, found: Geography) -> str:
    held = found.concentration.found
    what = profile.counted
    if not isinstance(held, PlacesHolding):
        return f"Where {what} were recorded"
    return f"Half of {what} lie in {held.places} of {held.of} neighbourhoods"
