"""Vulnerability flags on the crimes: each, how they overlap, and all of them counted once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.figures.people_flags import Union, union_of_flags
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import FEW, is_few, shown
from wardwise.figures.returned_shares import judged
from wardwise.measures.people.denominator_alarm import denominator_alarm
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class Overlaps:
    """Crimes with any flag, with several, with each and with both of two.

    ``share`` is of all crimes, in percent; ``points`` is its change on the year before.
    """

    share: Figure
    flagged: Figure
    several: Figure
    crimes: Mapping[str, Figure]
    shares: Mapping[str, Figure]
    both: Mapping[tuple[str, str], Figure]
    points: Figure | None

    @property
    def names(self) -> tuple[str, ...]:
        """The flags that are filled at all."""
        return tuple(self.crimes)


def flag_overlaps(found: Selected) -> Overlaps | None:
    """None where the supplier fills none of the flags."""
    union = union_of_flags(found)
    if union is None:
        return None
    worked, names = union.worked, tuple(union.groups)
    least = found.desk.settings.people.least_count
    few = is_few(worked.flagged, worked.crimes, least=least)
    return Overlaps(
        share=found.figure(
            union.recipe("share.value"),
            shown(worked.share, few=few),
            unit=Unit.PERCENT,
            detail="any vulnerability flag",
        ),
        flagged=_count(found, union, "flagged", worked.flagged, "any vulnerability flag, crimes"),
        several=_count(found, union, "with_several", worked.with_several, "two flags or more"),
        crimes={
            name: _count(found, union, f"of_flags[{n}]", worked.of_flags[n], f"{name}, crimes")
            for n, name in enumerate(names)
        },
        shares={name: _share(found, union, n, name) for n, name in enumerate(names)},
        both={
            pair: _count(
                found, union, f"of_pairs[{n}]", worked.of_pairs[n], f"{pair[0]} and {pair[1]}"
            )
            for n, pair in enumerate(combinations(names, 2))
        },
        points=_points(found, union),
    )


def _count(found: Selected, union: Union, take: str, value: int, detail: str) -> Figure:
    few = 0 < value < found.desk.settings.people.least_count
    return found.figure(
        union.recipe(take), FEW if few else value, unit=Unit.OFFENCES, detail=detail
    )


def _share(found: Selected, union: Union, n: int, name: str) -> Figure:
    part, whole = union.worked.of_flags[n], union.worked.crimes
    few = is_few(part, whole, least=found.desk.settings.people.least_count)
    recipe = Recipe(
        "proportion_percent",
        {
            "part": union.recipe(f"of_flags[{n}]"),
            "whole": union.recipe("crimes"),
            "level": found.desk.level,
        },
        "value",
    )
    worked = proportion_percent(part=part, whole=whole, level=found.desk.level)
    return found.figure(recipe, shown(worked, few=few), unit=Unit.PERCENT, detail=f"{name}, share")


def _points(found: Selected, union: Union) -> Figure | None:
    """The share against that of the year before, where the extract holds it whole."""
    year = found.chosen.period.earlier(12)
    if year.first < found.held.period.first:
        return None
    earlier = found.other(period=year)
    before = union_of_flags(earlier) if earlier.n else None
    if before is None:
        return None
    alarm = denominator_alarm(
        part_before=before.worked.flagged,
        whole_before=before.worked.crimes,
        part_after=union.worked.flagged,
        whole_after=union.worked.crimes,
        level=found.desk.level,
    )
    arguments: Arguments = {
        "part_before": before.recipe("flagged"),
        "whole_before": before.recipe("crimes"),
        "part_after": union.recipe("flagged"),
        "whole_after": union.recipe("crimes"),
        "level": found.desk.level,
    }
    figure = found.figure(
        Recipe("denominator_alarm", arguments, "points.value"),
        alarm.points,
        unit=Unit.PERCENTAGE_POINTS,
        detail=f"any vulnerability flag, against {year}",
    )
    return judged(figure, before.worked.share.value, year)
