"""Flags of wards by what is high in them, as figures."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.area import Area
from wardwise.domain.evidence import HarmWeights, NotHeld
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.settings_of_places import FLAGS
from wardwise.figures.by_lsoa import of_geography, residents_by_lsoa
from wardwise.figures.desk import Desk
from wardwise.measures.place.ward_flags import ward_flags


SCORE = "imd2025_score"
OFFENCE_OF = {
    "anti-social behaviour": ANTI_SOCIAL_BEHAVIOUR,
    "violence": "Violence and sexual offences",
    "burglary": "Burglary",
}
FEWEST = 5
"""Wards under which none is flagged."""


@dataclass(frozen=True)
class WardLine:
    """A ward, the names of its flags, and their weights together."""

    ward: Area
    flags: tuple[str, ...]
    weight: Figure


@dataclass(frozen=True)
class FlaggedWards:
    """Wards with a flag, the most flagged first; the flags that could be judged, and weights."""

    wards: tuple[WardLine, ...]
    flags: tuple[tuple[str, float], ...]
    not_judged: tuple[str, ...]
    top_percent: float


def flagged_wards(desk: Desk) -> FlaggedWards | NotKnown:
    """By rates of the latest year, and by deprivation where it is held."""
    wards, people = desk.evidence.place.wards, residents_by_lsoa(desk)
    if len(wards) < FEWEST:
        return NotKnown(f"there are fewer than {FEWEST} wards")
    if isinstance(people, NotKnown):
        return people
    local = desk.evidence.local
    counts = [local.by_area(desk.latest, offence=name).tolist() for name in local.offences]
    if any(value != value for row in counts for value in row):
        return NotKnown(f"{desk.latest.label} is not held for every neighbourhood")
    mixes = _mixes(desk)
    held = of_geography(desk, SCORE)
    codes = [area.code for area in local.areas]
    names = [*mixes, *(["deprivation"] if held else [])]
    settings = desk.settings.places.ward_flags
    weights = [settings.weight_of(name) for name in names]
    at = {ward.code: n for n, ward in enumerate(wards)}
    found = ward_flags(
        counts=counts,
        mixes=list(mixes.values()),
        people=people.values,
        wards=[at[desk.evidence.place.ward_of[code]] for code in codes],
        scores=[held[code] for code in codes] if held else None,
        weights=weights,
        top_percent=settings.top_percent,
    )
    recipe = _recipe(desk, people.asked, mixes, weights, has_scores=bool(held))
    lines = tuple(
        WardLine(
            wards[n],
            tuple(name for name, flags in zip(names, found.flags, strict=True) if flags[n]),
            _figure(desk, wards[n], found.weight[n], Recipe("ward_flags", recipe, f"weight[{n}]")),
        )
        for n in found.order
        if found.weight[n] > 0
    )
    missing = tuple(name for name in FLAGS if name not in names)
    return FlaggedWards(
        lines, tuple(zip(names, weights, strict=True)), missing, settings.top_percent
    )


def _mixes(desk: Desk) -> dict[str, list[float]]:
    """Flag → what one offence of each group of the source adds to its rate."""
    groups, harm = desk.evidence.local.offences, desk.evidence.harm
    found = {"recorded crime": [float(name != ANTI_SOCIAL_BEHAVIOUR) for name in groups]}
    if not isinstance(harm, NotHeld) and _is_weighed(harm, groups):
        found["harm"] = [
            harm.police_uk[name].value if name != ANTI_SOCIAL_BEHAVIOUR else 0.0 for name in groups
        ]
    for flag, offence in OFFENCE_OF.items():
        if offence in groups:
            found[flag] = [float(name == offence) for name in groups]
    return found


def _is_weighed(harm: HarmWeights, groups: tuple[str, ...]) -> bool:
    return all(name in harm.police_uk for name in groups if name != ANTI_SOCIAL_BEHAVIOUR)


def _recipe(
    desk: Desk,
    people: Ask | Recipe,
    mixes: dict[str, list[float]],
    weights: list[float],
    *,
    has_scores: bool,
) -> dict[str, Ask | Recipe | Json]:
    groups: list[Json] = [*desk.evidence.local.offences]
    asked = desk.ask(desk.area, desk.latest, None)
    del asked["offence"]
    area: dict[str, Json] = {"area": desk.area.code}
    mixed: list[Json] = [list[Json](mix) for mix in mixes.values()]
    listed: list[Json] = [*weights]
    return {
        "counts": Ask("offences_of_groups_by_lsoa", {**asked, "offences": groups}),
        "mixes": mixed,
        "people": people,
        "wards": Ask("wards_by_lsoa", area),
        "scores": Ask(f"{SCORE}_by_lsoa", area) if has_scores else None,
        "weights": listed,
        "top_percent": desk.settings.places.ward_flags.top_percent,
    }


def _figure(desk: Desk, ward: Area, weight: float, recipe: Recipe) -> Figure:
    return Figure(
        measure="ward_flags",
        offence=None,
        area=ward,
        period=desk.latest,
        value=weight,
        unit=Unit.SCORE,
        sources=(desk.source, "imd_2025"),
        recipe=recipe,
        method="sum of the weights of the ward's flags",
        detail="flags",
        marking=desk.marking,
    )
