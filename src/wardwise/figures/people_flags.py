"""Flags on the crimes: vulnerability counted once, and each flag with how often it is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from wardwise.domain.figure import Figure, Json, Recipe, Unit
from wardwise.figures.people_selected import FLAGS_OF, Arguments, Selected
from wardwise.figures.people_withheld import is_few, shown
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.flag_share import flag_share_percent
from wardwise.measures.people.vulnerability_share import vulnerability_share_percent


VULNERABILITY: Mapping[str, tuple[str, ...]] = {
    "Domestic abuse": ("domestic_abuse",),
    "Child abuse": ("child_abuse",),
    "Hate crime": FLAGS_OF["Hate crime"],
    "Adult at risk": ("vulnerable_adult",),
}
CIRCUMSTANCES: Mapping[str, str] = {
    "Alcohol": "alcohol",
    "Drugs": "drugs",
    "Knife": "knife",
    "Any weapon": "weapon_used",
    "Online or by computer": "cyber",
    "Against a business": "business",
}


@dataclass(frozen=True)
class FlagLine:
    """A flag's share of the crimes and of those that answer it, and how many answer it at all."""

    name: str
    share: Figure
    used: Figure
    of_answered: Figure


@dataclass(frozen=True)
class Vulnerability:
    """Crimes with any of the flags, each once, and the names of the flags that are filled."""

    share: Figure
    of: tuple[str, ...]
    doubled: bool  # whether some crimes have two of them


def vulnerability(found: Selected) -> Vulnerability | None:
    """None where the supplier fills none of the flags."""
    filled = {
        name: [flag for flag in flags if flag in found.held.crimes.is_set]
        for name, flags in VULNERABILITY.items()
    }
    groups = {name: flags for name, flags in filled.items() if flags}
    if not groups:
        return None
    at = found.crimes
    marks = {
        name: np.any([found.held.crimes.is_set[flag][at] for flag in flags], axis=0)
        for name, flags in groups.items()
    }
    union = vulnerability_share_percent(flags=marks, level=found.desk.level)
    asked: dict[str, Json] = {name: list(flags) for name, flags in groups.items()}
    recipe = Recipe(
        "vulnerability_share_percent",
        {
            "flags": found.ask("partner_crime_marks", groups=asked),
            "level": found.desk.level,
        },
        "share.value",
    )
    share = _shown(found, recipe, union.share, union.flagged, "any vulnerability flag")
    return Vulnerability(share, tuple(groups), sum(union.by_flag.values()) > union.flagged)


def flag_lines(found: Selected) -> tuple[FlagLine, ...]:
    """Every flag that the supplier fills, most used first as they are listed."""
    lines = [flag_line(found, name, flag) for name, flag in _listed().items()]
    return tuple(line for line in lines if line)


def _listed() -> dict[str, str]:
    strands = {
        f"Hate crime: {flag.removeprefix('hate_').replace('_', ' ')}": flag
        for flag in FLAGS_OF["Hate crime"]
    }
    alone = {name: flags[0] for name, flags in VULNERABILITY.items() if len(flags) == 1}
    return {**alone, **strands, **CIRCUMSTANCES}


def flag_line(found: Selected, name: str, flag: str) -> FlagLine | None:
    """One flag; None where the supplier does not fill it, or answers it in none of the crimes."""
    crimes = found.held.crimes
    if flag not in crimes.is_set:
        return None
    flagged = int((crimes.is_set[flag] & found.crimes).sum())
    answered = int((crimes.is_answered[flag] & found.crimes).sum())
    if not answered:
        return None
    shares = flag_share_percent(
        flagged=flagged, answered=answered, records=found.n, level=found.desk.level
    )
    arguments: Arguments = {
        "flagged": found.ask("partner_crimes_flagged", flag=flag),
        "answered": found.ask("partner_crimes_answered", flag=flag),
        "records": found.ask("partner_crimes"),
        "level": found.desk.level,
    }
    share = Recipe("flag_share_percent", arguments, "of_all.value")
    used = Recipe("flag_share_percent", arguments, "used.value")
    answering = Recipe("flag_share_percent", arguments, "of_answered.value")
    few = is_few(flagged, answered, least=found.desk.settings.people.least_count)
    return FlagLine(
        name,
        _shown(found, share, shares.of_all, flagged, f"flag {flag}"),
        found.figure(used, shares.used, unit=Unit.PERCENT, detail=f"flag {flag}, used"),
        found.figure(
            answering,
            shown(shares.of_answered, few=few),
            unit=Unit.PERCENT,
            detail=f"flag {flag}, where answered",
        ),
    )


def _shown(found: Selected, recipe: Recipe, share: Estimate, part: int, detail: str) -> Figure:
    few = is_few(part, found.n, least=found.desk.settings.people.least_count)
    return found.figure(recipe, shown(share, few=few), unit=Unit.PERCENT, detail=detail)
