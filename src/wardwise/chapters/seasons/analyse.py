"""The sums: the season of every group, changes of level, hours and days where they are held."""

from __future__ import annotations

from wardwise.chapters.seasons.findings import GroupSeason, SeasonsFindings, WeekFound
from wardwise.chapters.seasons.key_findings import key_findings
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.figures.day_kinds import day_kinds
from wardwise.figures.desk import Desk
from wardwise.figures.latest_quarter import QuarterMoved, moved_last_quarter
from wardwise.figures.level_changes import LevelChanges, changes_of_groups
from wardwise.figures.other_charts import other_charts
from wardwise.figures.people_found import crimes_figure
from wardwise.figures.people_hours import hours
from wardwise.figures.people_selected import Selected, select, select_every
from wardwise.figures.season_strength import season_strength
from wardwise.figures.seasons import looked_at, season
from wardwise.measures.time.month_index import MonthIndex


LARGEST = 6
"""Groups whose bank holidays, school holidays and dark evenings are looked at."""


def analyse(desk: Desk) -> SeasonsFindings:
    """All recorded crime and every group of the source."""
    whole, *others = (_group(desk, name) for name in looked_at(desk))
    others.sort(key=_strongest_first)
    groups = (whole, *others)
    levels = changes_of_groups(desk)
    return SeasonsFindings(
        area=desk.area,
        period=desk.latest,
        source=desk.source,
        groups=groups,
        levels=levels,
        week=_week(desk),
        key_findings=key_findings(desk, groups),
        charts=other_charts(desk),
        quarter=_quarter(desk, levels),
    )


def _quarter(desk: Desk, levels: tuple[LevelChanges, ...]) -> tuple[QuarterMoved, ...]:
    """Every group is looked at; told are those of which no change of level is."""
    told = {one.offence for one in levels if one.changes}
    moved = moved_last_quarter(desk, desk.offences)
    return tuple(one for one in moved if one.offence not in told)


def _strongest_first(one: GroupSeason) -> float:
    known = one.strength is not None and one.strength.status == "known"
    return -one.strength.number if one.strength is not None and known else 1.0


def _group(desk: Desk, offence: str | None) -> GroupSeason:
    found = season(desk, area=desk.area, offence=offence)
    index = found.index
    strength = (
        season_strength(desk, area=desk.area, offence=offence, years=index.years)
        if isinstance(index, MonthIndex) and index.is_seasonal
        else None
    )
    return GroupSeason(offence, found, strength)


def _week(desk: Desk) -> WeekFound | None:
    every = select_every(desk)
    if isinstance(every, NotKnown):
        return None
    whole = every.other(period=every.held.period)
    kinds = day_kinds(
        (whole, *_groups(desk, whole)),
        desk.settings,
        level=desk.level,
        temperatures=desk.evidence.temperatures,
    )
    found = hours(every)
    if isinstance(found, NotKnown) and not kinds:
        return None
    published = desk.evidence.local.total(every.chosen.period)
    return WeekFound(
        crimes=crimes_figure(every),
        hours=found,
        kinds=kinds,
        kinds_period=whole.chosen.period,
        own_calendar=bool(desk.settings.calendar.school_holidays),
        hot_from_celsius=desk.settings.calendar.hot_from_celsius,
        more_than_published=not isinstance(published, NotKnown) and every.n > published,
    )


def _groups(desk: Desk, whole: Selected) -> tuple[Selected, ...]:
    """The largest groups over the whole of the period that the extract covers."""
    crimes = [name for name in desk.offences if name != ANTI_SOCIAL_BEHAVIOUR][:LARGEST]
    found = (select(desk, name=name, offences=(name,)) for name in crimes)
    return tuple(
        one.other(period=whole.chosen.period) for one in found if not isinstance(one, NotKnown)
    )
