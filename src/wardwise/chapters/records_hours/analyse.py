"""From spans of time to hours, weekdays and what is sure of them."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.records_hours.findings import HoursFound
from wardwise.chapters.records_hours.heaps import heaped_hours
from wardwise.chapters.records_hours.words import answer
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_hours import EVEN_PERCENT, Hours
from wardwise.figures.people_parts_of_week import quarters_of_day, weekdays
from wardwise.figures.people_selected import CRIMES
from wardwise.figures.record_files import timed_figures
from wardwise.figures.records_desk import RecordsDesk
from wardwise.measures.people.proportion import proportion_percent


def analyse(desk: RecordsDesk) -> HoursFound:
    """The chapter's figures; no hour where too few records have one."""
    hours = desk.people.hours
    is_held = not isinstance(hours, NotKnown)
    found = HoursFound(
        area=desk.area,
        period=desk.period,
        source=desk.source_line(CRIMES),
        crimes=desk.people.crimes,
        hours=hours,
        quarters=quarters_of_day(desk.selected) if is_held else None,
        weekdays=weekdays(desk.selected) if is_held else None,
        gathers=not isinstance(hours, NotKnown) and _gathers(hours, desk.level),
        heaped=() if isinstance(hours, NotKnown) else heaped_hours(desk.selected, hours),
        timed=tuple((name, *timed_figures(desk, name)) for name in desk.held.precision),
    )
    return replace(found, brief=(answer(found),)) if is_held else found


def _gathers(hours: Hours, level: float) -> bool:
    """The share is against a quarter; each of the 24 six hours could have been the busiest."""
    events = hours.found.events
    share = proportion_percent(
        part=int(events * hours.six_hours.number / 100), whole=events, level=1 - (1 - level) / 24
    )
    return share.lower > EVEN_PERCENT
