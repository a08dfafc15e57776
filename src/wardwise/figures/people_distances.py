"""How far people of a role live from where the crimes happen: the middle, and the quarters."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.nothing import Value
from wardwise.domain.people_recorded import Ints, Neighbourhoods
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import is_few, shown
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.journeys import distances_from_home


ENDS = ("home_longitudes", "home_latitudes", "offence_longitudes", "offence_latitudes")


@dataclass(frozen=True)
class Distances:
    """From the middle of the home's neighbourhood to that of the crime's. Unit: km."""

    median: Figure
    quartiles: tuple[Figure, Figure]
    same_neighbourhood: Figure  # share for whom both ends are one neighbourhood


def distances(
    found: Selected, role: str, lands: Neighbourhoods, ends: tuple[Ints, Ints]
) -> Distances:
    """From position to position among the neighbourhoods. Shape of both ends: people."""
    home, place = ends
    far = distances_from_home(
        home_longitudes=lands.longitude[home],
        home_latitudes=lands.latitude[home],
        offence_longitudes=lands.longitude[place],
        offence_latitudes=lands.latitude[place],
        level=found.desk.level,
    )
    arguments: Arguments = {end: found.ask(f"partner_{end}", role=role) for end in ENDS}
    arguments["level"] = found.desk.level

    def figure(take: str, value: Value | Estimate, unit: Unit, detail: str) -> Figure:
        recipe = Recipe("distances_from_home", arguments, take)
        told = f"{role}, home to crime: {detail}"
        return found.figure(recipe, value, unit=unit, roles=(role,), detail=told)

    near = round(far.people * far.at_home.value / 100)
    few = is_few(near, far.people, least=found.desk.settings.people.least_count)
    km = Unit.KILOMETRES
    return Distances(
        median=figure("median.value", far.median, km, "median"),
        quartiles=(
            figure("lower_quartile", far.lower_quartile, km, "lower quartile"),
            figure("upper_quartile", far.upper_quartile, km, "upper quartile"),
        ),
        same_neighbourhood=figure(
            "at_home.value", shown(far.at_home, few=few), Unit.PERCENT, "same neighbourhood"
        ),
    )
