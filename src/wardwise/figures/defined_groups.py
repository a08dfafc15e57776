"""Groups of crime by definition, counted in the force's extract: each crime once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wardwise.domain.definition import Definition
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import ChosenPart
from wardwise.figures.changes import change_figure
from wardwise.figures.desk import Desk
from wardwise.figures.extract_desk import ExtractDesk, extract_desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.people_selected import Selected, in_part, select_every
from wardwise.figures.people_withheld import FEW, is_few, shown
from wardwise.figures.theme_rows import chosen_parts
from wardwise.measures.people.vulnerability_share import (
    Vulnerability,
    vulnerability_share_percent,
)


LISTED = (
    "serious_violence",
    "knife_crime",
    "serious_acquisitive_crime",
    "victim_based_crime",
    "vulnerability",
)
"""Definitions that the overview counts, in printed order; the last part by part as well."""
BY_PART = "vulnerability"


@dataclass(frozen=True)
class DefinedGroup:
    """One group: its year, the year before, the change, its share, and what is in two parts.

    ``several`` is None where nothing can be in two; ``left_out`` are parts that need a flag which
    the supplier does not fill. ``inside`` says that it is a part of the group above it.
    """

    name: str
    count: Figure
    before: Figure
    change: Figure
    share: Figure
    several: Figure | None
    left_out: tuple[str, ...]
    inside: bool = False


def defined_groups(desk: Desk) -> tuple[DefinedGroup, ...]:
    """Every listed definition that the extract can tell; none where no extract is held."""
    every = select_every(desk)
    if isinstance(every, NotKnown) or isinstance(desk.evidence.recorded_people, NotHeld):
        return ()
    held = {one.definition.definition: one.definition for one in desk.evidence.definitions}
    made = [group for name in LISTED if name in held for group in _groups(desk, every, held[name])]
    return tuple(made)


def _groups(desk: Desk, every: Selected, definition: Definition) -> list[DefinedGroup]:
    parts, left_out = chosen_parts(definition, every.held)
    told = [part.name for part in definition.parts if part.name not in left_out]
    named = dict(zip(told, parts, strict=True))
    whole = _group(desk, every, short_title(definition), named, left_out)
    if whole is None or definition.definition != BY_PART:
        return [whole] if whole else []
    each = [one for name, part in named.items() for one in _strands(desk, every, name, part)]
    return [whole, *(replace(one, inside=True) for one in each)]


def _strands(desk: Desk, every: Selected, name: str, part: ChosenPart) -> list[DefinedGroup]:
    """A part of several flags, then each flag: a crime with two of them is counted once."""
    strands = {
        f"{name}: {flag.partition('_')[2].replace('_', ' ')}": replace(part, flags=(flag,))
        for flag in part.flags
    }
    made = [_group(desk, every, name, strands, ())]
    if len(strands) > 1:
        made += [_group(desk, every, one, {one: each}, ()) for one, each in strands.items()]
    return [one for one in made if one is not None]


def short_title(definition: Definition) -> str:
    """The title up to what it is explained by."""
    return definition.title.partition(":")[0]


def _group(
    desk: Desk,
    every: Selected,
    name: str,
    parts: Mapping[str, ChosenPart],
    left_out: tuple[str, ...],
) -> DefinedGroup | None:
    if not parts:
        return None
    chosen = replace(every.chosen, parts=tuple(parts.values()))
    selected = Selected(every.desk, every.held, name, chosen)
    on = extract_desk(desk, selected, group=None, unlocated=True)
    if isinstance(on, NotKnown):
        return None
    marks = {part: in_part(every.held.crimes, one)[every.crimes] for part, one in parts.items()}
    union = vulnerability_share_percent(flags=marks, level=desk.level)
    least = desk.settings.people.least_count
    few = is_few(union.flagged, union.crimes, least=least)
    share = _recipe(every, parts)
    return DefinedGroup(
        name=name,
        count=_counted(on, name, few=few),
        before=offences_figure(on, area=desk.area, period=on.before, offence=name),
        change=change_figure(on, area=desk.area, period=on.latest, before=on.before, offence=name),
        share=every.figure(
            replace(share, take="share.value"),
            shown(union.share, few=few),
            unit=Unit.PERCENT,
            detail=f"definition {name}",
        ),
        several=_several(every, name, share, union, least=least) if len(parts) > 1 else None,
        left_out=left_out,
    )


def _counted(on: ExtractDesk, name: str, *, few: bool) -> Figure:
    count = offences_figure(on, area=on.area, period=on.latest, offence=name)
    return replace(count, value=FEW, interval=None) if few else count


def _recipe(every: Selected, parts: Mapping[str, ChosenPart]) -> Recipe:
    asked: dict[str, Json] = {name: part.asked for name, part in parts.items()}
    ask = every.ask("partner_crime_part_marks", of_parts=asked)
    return Recipe(
        "vulnerability_share_percent", {"flags": ask, "level": every.desk.level}, "share.value"
    )


def _several(
    every: Selected, name: str, share: Recipe, union: Vulnerability, *, least: int
) -> Figure:
    few = is_few(union.several, union.flagged, least=least)
    return every.figure(
        replace(share, take="several"),
        FEW if few else union.several,
        unit=Unit.OFFENCES,
        detail=f"in two parts of {name}",
    )
