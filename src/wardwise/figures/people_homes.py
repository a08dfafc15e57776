"""Where people of a role live against where the crimes happen: shares and distances of groups."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wardwise.domain.figure import Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Value
from wardwise.domain.people_recorded import NOT_GIVEN, Ints, Neighbourhoods
from wardwise.figures.people_distances import Distances, distances
from wardwise.figures.people_groups import Group
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import FEW, hidden_groups, shown
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.group_share import group_shares_percent


GROUPS = {
    "own ward": "In the ward where it happened",
    "other ward": "In another ward of the partnership",
    "outside": "Outside the partnership",
}
FEWEST = 20
"""People for whom both ends are known; the distances of fewer are not told."""


@dataclass(frozen=True)
class HomesFound:
    """Each person once, with the first of the crimes: where the home is, and how far."""

    groups: tuple[Group, ...]
    missing: Figure  # share of whom one end is not known
    distances: Distances


def homes_found(found: Selected, *, role: str) -> HomesFound | NotKnown:
    """Those whose home and crime are both known by neighbourhood."""
    lands, at = found.held.neighbourhoods, found.once(role)
    if lands is None or not len(lands.codes):
        return NotKnown("the files do not say where people live and where crimes happen")
    home, place = found.rows(role).home[at], _places(found, lands, found.rows(role).record[at])
    known = (home != NOT_GIVEN) & (place != NOT_GIVEN)
    middle = np.isfinite(lands.longitude)
    measured = known & middle[home] & middle[place]
    if measured.sum() < FEWEST:
        return NotKnown("of too few people both home and place of the crime are known")
    return HomesFound(
        *_groups(found, role, _counted(lands, home[known], place[known]), int((~known).sum())),
        distances(found, role, lands, (home[measured], place[measured])),
    )


def _places(found: Selected, lands: Neighbourhoods, record: Ints) -> Ints:
    """The neighbourhood of each record; the last by code where a record has several."""
    crimes = found.held.crimes
    position = {code: n for n, code in enumerate(lands.codes)}
    of_code = np.array([*(position[code] for code in crimes.lsoas), NOT_GIVEN], dtype=np.int32)
    by_record = np.full(int(crimes.record.max()) + 1, NOT_GIVEN, dtype=np.int32)
    named = found.crimes & (crimes.record >= 0)
    np.maximum.at(by_record, crimes.record[named], of_code[crimes.lsoa[named]])
    return by_record[record]


def _counted(lands: Neighbourhoods, home: Ints, place: Ints) -> list[int]:
    wards = np.array(lands.wards)
    own = (wards[home] == wards[place]) & (wards[home] != "")
    here = lands.is_inside[home]
    return [int(own.sum()), int((here & ~own).sum()), int((~here & ~own).sum())]


def _groups(
    found: Selected, role: str, counts: list[int], unknown: int
) -> tuple[tuple[Group, ...], Figure]:
    names: list[Json] = [*GROUPS]
    shares = group_shares_percent(
        groups=[*GROUPS], people=counts, not_known=unknown, level=found.desk.level
    )
    hidden = hidden_groups(counts, least=found.desk.settings.people.least_count)
    arguments: Arguments = {
        "groups": names,
        "people": found.ask("partner_journeys_in_groups", role=role, groups=names),
        "not_known": found.ask("partner_journeys_not_in_groups", role=role, groups=names),
        "level": found.desk.level,
    }

    def made(recipe: Recipe, value: Value | Estimate, unit: Unit, detail: str) -> Figure:
        told = f"{role}, home and crime: {detail}"
        return found.figure(recipe, value, unit=unit, roles=(role,), detail=told)

    def group(n: int, name: str) -> Group:
        ask = found.ask("partner_journeys_in_group", role=role, groups=names, at=n)
        few = n in hidden
        count = Recipe(ask.question, {"answer": ask})
        share = Recipe("group_shares_percent", arguments, f"shares[{n}].value")
        return Group(
            GROUPS[name],
            made(count, FEW if few else counts[n], Unit.PEOPLE, name),
            made(share, shown(shares.shares[n], few=few), Unit.PERCENT, name),
        )

    missing = Recipe("group_shares_percent", arguments, "missing.value")
    return (
        tuple(group(n, name) for n, name in enumerate(GROUPS)),
        made(missing, shares.missing, Unit.PERCENT, "not known"),
    )
