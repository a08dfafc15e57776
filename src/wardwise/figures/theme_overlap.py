"""Crimes that stand in a theme and in a published offence: told, so that nobody adds the two."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.people_recorded import RECORDED_CRIME, Chosen, ChosenPart
from wardwise.figures.desk import Desk
from wardwise.figures.people_selected import Selected
from wardwise.figures.supply import percent_of
from wardwise.figures.themes import Theme
from wardwise.reference.load import load_table


INSIDE_PERCENT = 90.0
"""Share of an offence that is in a theme from which the offence is a part of the theme."""


@dataclass(frozen=True)
class Overlap:
    """Crimes in both, as a share of the theme's and as a share of the offence's. Unit: percent."""

    theme: str
    offence: str
    both: Figure
    of_theme: Figure
    of_offence: Figure

    @property
    def is_inside(self) -> bool:
        """Whether the offence is a part of the theme, so that the two are never both proposed."""
        return self.of_offence.status == "known" and self.of_offence.number >= INSIDE_PERCENT


def overlaps(desk: Desk, found: Theme) -> tuple[Overlap, ...]:
    """With every published offence that shares a crime, the largest share of the theme first."""
    chosen, harm = found.selected.chosen, desk.evidence.harm
    if chosen.dataset != RECORDED_CRIME or isinstance(harm, NotHeld):
        return ()
    made = []
    for row in load_table("candidate").rows:
        group = harm.official.get(str(row["ons_offence"]))
        if group is None:
            continue
        one = _overlap(found, str(row["candidate"]), group.codes)
        if one is not None:
            made.append(one)
    return tuple(sorted(made, key=lambda one: -one.both.number))


def _overlap(found: Theme, offence: str, codes: tuple[str, ...]) -> Overlap | None:
    whole = found.selected
    held = tuple(code for code in codes if code in whole.held.crimes.codes)
    parts = _with_codes(whole.chosen, held)
    if not held or not parts:
        return None
    empty = Chosen(whole.chosen.area, whole.chosen.period)
    both = Selected(whole.desk, whole.held, found.name, replace(empty, parts=parts))
    theirs = Selected(whole.desk, whole.held, offence, replace(empty, codes=held))
    if not both.n:
        return None
    counted = _count(both, f"also {offence}")
    return Overlap(
        theme=found.name,
        offence=offence,
        both=counted,
        of_theme=percent_of(counted, _count(whole, "theme"), detail=f"also {offence}"),
        of_offence=percent_of(counted, _count(theirs, "offence"), detail=f"of {offence}"),
    )


def _with_codes(chosen: Chosen, codes: tuple[str, ...]) -> tuple[ChosenPart, ...]:
    """The theme's crimes that have one of the codes, as parts of a definition."""
    parts = [ChosenPart(codes, chosen.flags)] if chosen.flags else []
    own = tuple(code for code in chosen.codes if code in codes)
    parts += [ChosenPart(own)] if own else []
    for part in chosen.parts:
        shared = tuple(code for code in part.codes if code in codes) if part.codes else codes
        parts += [replace(part, codes=shared)] if shared else []
    return tuple(parts)


def _count(found: Selected, detail: str) -> Figure:
    ask = found.ask("partner_crimes")
    return found.figure(
        Recipe(ask.question, {"answer": ask}), found.n, unit=Unit.OFFENCES, detail=detail
    )
