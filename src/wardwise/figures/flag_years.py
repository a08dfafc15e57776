"""A flag on the crimes in one year against the year before, where it was answered at all."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.figures.people_flags import FlagLine, flag_line
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.returned_moves import judged
from wardwise.measures.people.denominator_alarm import denominator_alarm


@dataclass(frozen=True)
class FlagYears:
    """A flag this year, the year before where the extract holds it whole, and the difference."""

    now: FlagLine
    before: FlagLine | None
    points: Figure | None  # of the share where answered; unit: percentage points


def flag_years(found: Selected, name: str, flag: str) -> FlagYears | None:
    """None where nobody fills the flag in."""
    now = flag_line(found, name, flag)
    if now is None:
        return None
    year = found.chosen.period.earlier(12)
    if year.first < found.held.period.first:
        return FlagYears(now, None, None)
    earlier = found.other(period=year)
    before = flag_line(earlier, name, flag)
    if before is None or before.of_answered.status != "known":
        return FlagYears(now, None, None)
    return FlagYears(now, before, _points(found, earlier, before, flag))


def _points(found: Selected, earlier: Selected, before: FlagLine, flag: str) -> Figure:
    counts = {
        f"{part}_{when}": _count(one, flag, part)
        for when, one in (("before", earlier), ("after", found))
        for part in ("part", "whole")
    }
    alarm = denominator_alarm(**counts, level=found.desk.level)
    arguments: Arguments = {
        f"{part}_{when}": one.ask(QUESTION[part], flag=flag)
        for when, one in (("before", earlier), ("after", found))
        for part in ("part", "whole")
    }
    figure = found.figure(
        Recipe("denominator_alarm", {**arguments, "level": found.desk.level}, "points.value"),
        alarm.points,
        unit=Unit.PERCENTAGE_POINTS,
        detail=f"flag {flag}, where answered, against {earlier.chosen.period}",
    )
    return judged(figure, before.of_answered.value, earlier.chosen.period)


QUESTION = {"part": "partner_crimes_flagged", "whole": "partner_crimes_answered"}


def _count(one: Selected, flag: str, part: str) -> int:
    marks = one.held.crimes.is_set if part == "part" else one.held.crimes.is_answered
    return int((marks[flag] & one.crimes).sum())


def is_used_otherwise(years: FlagYears) -> bool:
    """Whether the question was answered much more or less often than the year before."""
    return years.before is not None and abs(years.now.used.number - years.before.used.number) >= 5
