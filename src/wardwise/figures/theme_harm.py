"""What one of a theme weighs: by the offence codes that are counted in it, or that stand for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from wardwise.domain.errors import ReferenceDataError
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import RECORDED_CRIME, Ints
from wardwise.domain.period import Month
from wardwise.figures.desk import Desk
from wardwise.figures.people_selected import Selected
from wardwise.figures.themes import Theme, quarters_of
from wardwise.measures.harm.category_weight import CategoryWeight, category_weight
from wardwise.reference.load import load_table


@dataclass(frozen=True)
class Kinds:
    """Codes or categories of the rows, and what each weighs. Unit: severity points."""

    column: str
    names: tuple[str, ...]
    weights: tuple[float | None, ...]

    @property
    def is_judged(self) -> bool:
        """Whether the weight of each is that of an offence which it is judged to be like."""
        return self.column == "category"


def theme_weight(desk: Desk, found: Theme) -> CategoryWeight | NotKnown:
    """The mean and the middle weight, with their range. Unit: severity points.

    Of incidents that are weighed as an offence by judgement, the range is from the lightest of
    these offences to the gravest.
    """
    kinds = _kinds(desk, found)
    if kinds is None:
        return NotKnown("no severity weight is for what is counted here")
    counts = _counts(found.selected, kinds)
    try:
        weight = category_weight(counts_by_code=counts, weights_by_code=kinds.weights)
    except ReferenceDataError:
        return NotKnown("no offence code of it has a severity weight")
    if not kinds.is_judged:
        return weight
    known = [one for one in kinds.weights if one is not None]
    # held to the mean: of equal weights it can stand a rounding error outside its range
    return replace(weight, lower=min(weight.value, *known), upper=max(weight.value, *known))


def theme_weight_figure(desk: Desk, found: Theme) -> Figure:
    """The mean as a figure. Unit: severity points."""
    weight, selected = theme_weight(desk, found), found.selected
    known = None if isinstance(weight, NotKnown) else weight
    kinds = _kinds(desk, found)
    how = "chance, and codes not weighed"
    if kinds is not None and kinds.is_judged:
        how = "from the lightest offence that it is judged to be like to the gravest"
    return Figure(
        measure="category_weight",
        offence=found.name,
        area=desk.area,
        period=selected.chosen.period,
        value=weight if isinstance(weight, NotKnown) else weight.value,
        unit=Unit.HARM,
        sources=(selected.chosen.source,),
        recipe=_recipe(selected, kinds) if known and kinds else None,
        method="ONS severity weights, mean over the codes of what is counted",
        interval=Interval(known.lower, known.upper, known.level, how) if known else None,
        detail="theme",
        marking=selected.held.marking,
    )


def _recipe(selected: Selected, kinds: Kinds) -> Recipe:
    names: list[Json] = list(kinds.names)
    quarters: list[Json] = [[first, last] for first, last in quarters_of(selected)]
    ask = selected.ask(
        "partner_crimes_by_kind", column=kinds.column, kinds=names, quarters=quarters
    )
    weights: list[Json] = list(kinds.weights)
    return Recipe("category_weight", {"counts_by_code": ask, "weights_by_code": weights}, "value")


def _kinds(desk: Desk, found: Theme) -> Kinds | None:
    """By offence code where the rows have one; else as the table ``theme_weight`` judges."""
    harm, selected = desk.evidence.harm, found.selected
    if isinstance(harm, NotHeld):
        return None
    if selected.chosen.dataset == RECORDED_CRIME:
        codes = _present(selected, "offence_code")
        return Kinds("offence_code", codes, tuple(map(harm.by_code.get, codes))) if codes else None
    code_of = {
        str(row["category"]): str(row["offence_code"])
        for row in load_table("theme_weight").rows
        if row["candidate"] == found.name
    }
    names = _present(selected, "category")
    weights = tuple(harm.by_code.get(code_of.get(name, "")) for name in names)
    return Kinds("category", names, weights) if None not in weights and names else None


def _present(selected: Selected, column: str) -> tuple[str, ...]:
    """The codes, or categories, of the chosen rows, in order."""
    at, names = _column(selected, column)
    here = at[selected.crimes]
    return tuple(names[n] for n in np.unique(here[here >= 0]))


def _column(selected: Selected, column: str) -> tuple[Ints, tuple[str, ...]]:
    rows = selected.held.crimes
    is_code = column == "offence_code"
    return (rows.code, rows.codes) if is_code else (rows.category, rows.categories)


def _counts(selected: Selected, kinds: Kinds) -> list[list[int]]:
    """Shape: quarters × kinds. Unit: offences."""
    at, names = _column(selected, kinds.column)
    rows, made = selected.held.crimes, []
    for first, last in quarters_of(selected):
        months = Month.parse(first).ordinal, Month.parse(last).ordinal
        inside = selected.crimes & (rows.month >= months[0]) & (rows.month <= months[1])
        found = np.bincount(at[inside & (at >= 0)], minlength=len(names))
        made.append([int(found[names.index(name)]) for name in kinds.names])
    return made
