"""The least and the most that each quarter of the day, or each weekday, can hold."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.measures.time.span_bounds import span_bounds


QUARTERS = ("midnight to 06:00", "06:00 to midday", "midday to 18:00", "18:00 to midnight")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MINUTES_OF_A_DAY = 24 * 60


@dataclass(frozen=True)
class Part:
    """A quarter of the day or a weekday: the shares that it surely and at most holds."""

    name: str
    surely: Figure
    at_most: Figure


@dataclass(frozen=True)
class Parts:
    """All parts in the order of the clock, and those of them that may hold the most."""

    parts: tuple[Part, ...]
    may_lead: tuple[Part, ...]

    @property
    def busiest(self) -> Part | None:
        """The part that leads wherever in their spans the events were."""
        return self.may_lead[0] if len(self.may_lead) == 1 else None


def quarters_of_day(found: Selected) -> Parts:
    """Six hours each, from midnight."""
    return _parts(found, QUARTERS, MINUTES_OF_A_DAY // len(QUARTERS))


def weekdays(found: Selected) -> Parts:
    """From midnight to midnight, Monday first."""
    return _parts(found, WEEKDAYS, MINUTES_OF_A_DAY)


def _parts(found: Selected, names: tuple[str, ...], minutes: int) -> Parts:
    crimes, at = found.held.crimes, found.crimes
    bounds = span_bounds(
        starts=crimes.starts[at],
        ends=crimes.ends[at],
        part_minutes=minutes,
        parts=len(names),
        level=found.desk.level,
    )
    arguments: Arguments = {
        "starts": found.ask("partner_crime_starts"),
        "ends": found.ask("partner_crime_ends"),
        "part_minutes": minutes,
        "parts": len(names),
        "level": found.desk.level,
    }

    def figure(side: str, n: int) -> Figure:
        recipe = Recipe("span_bounds", arguments, f"{side}_percent[{n}]")
        value = getattr(bounds, f"{side}_percent")[n]
        return found.figure(recipe, value, unit=Unit.PERCENT, detail=f"{names[n]}, {side}")

    parts = tuple(
        Part(name, figure("surely", n), figure("at_most", n)) for n, name in enumerate(names)
    )
    return Parts(parts, tuple(parts[n] for n in bounds.may_lead))
