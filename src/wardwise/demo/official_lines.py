"""What the ONS prints of each force and partnership: its people and two years of headlines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.demo.headlines import headline_counts
from wardwise.demo.land import Land
from wardwise.demo.names import FORCES
from wardwise.demo.official import OFFICIAL_YEAR, Official, year_by_partnership
from wardwise.demo.people import People


Ints = NDArray[np.int64]
Cell = str | int | float
Row = list[Cell]

GROWTH = 1.031  # of residents since Census 2021


@dataclass(frozen=True, eq=False)
class PublishedLine:
    """One line of the partnership tables: its names, people, and two years of headlines."""

    labels: Row
    residents: int | None  # rounded to 100; None where there is no area
    households: int | None
    before: Ints
    latest: Ints


def published_lines(land: Land, people: People, official: Official) -> list[PublishedLine]:
    """Force by force: the force, its partnerships by name, and what no partnership has."""
    years = [
        headline_counts(year_by_partnership(land, official, period))
        for period in (OFFICIAL_YEAR.earlier(), OFFICIAL_YEAR)
    ]
    residents = np.round(land.by_district(people.residents) * GROWTH, -2)
    households = np.round(land.by_district(people.households), -2)
    lines: list[PublishedLine] = []
    for force, (code, name) in enumerate(FORCES):
        own = np.flatnonzero(land.force_of == force)
        rest = len(land.district_code) if force == 0 else None
        everything = [*own, rest] if rest is not None else list(own)
        total = [year[everything].sum(axis=0) for year in years]
        people_of = (int(residents[own].sum()), int(households[own].sum()))
        lines.append(PublishedLine([code, name, "", "", "", ""], *people_of, total[0], total[1]))
        for partnership in sorted(dict.fromkeys(land.csp_name[own])):
            members = own[land.csp_name[own] == partnership]
            lines.append(_partnership(land, (code, name), members, (residents, households), years))
        if rest is not None:
            labels: Row = [code, name, "", f"Unassigned {name}", "", ""]
            lines.append(PublishedLine(labels, None, None, years[0][rest], years[1][rest]))
    return lines


def _partnership(
    land: Land, force: tuple[str, str], members: Ints, people: tuple[Ints, Ints], years: list[Ints]
) -> PublishedLine:
    first, alone = members[0], len(members) == 1
    district: Row = (
        [str(land.district_code[first]), f"{land.district_name[first]} "] if alone else ["", ""]
    )
    labels: Row = [*force, str(land.csp_code[first]), str(land.csp_name[first])]
    labels += district if alone else ["", ""]
    return PublishedLine(
        labels,
        int(people[0][members].sum()),
        int(people[1][members].sum()),
        years[0][members].sum(axis=0),
        years[1][members].sum(axis=0),
    )


def country_lines(lines: list[PublishedLine]) -> list[PublishedLine]:
    """England and Wales, and England, are the five forces; then each force."""
    forces = [
        PublishedLine(line.labels[:2], line.residents, line.households, line.before, line.latest)
        for line in lines
        if line.labels[2] == "" and line.residents is not None
    ]
    together = (
        sum(force.residents or 0 for force in forces),
        sum(force.households or 0 for force in forces),
        np.sum([force.before for force in forces], axis=0),
        np.sum([force.latest for force in forces], axis=0),
    )
    countries = (["K04000001", "ENGLAND AND WALES [note 3]"], ["E92000001", "ENGLAND "])
    return [*(PublishedLine([*labels], *together) for labels in countries), *forces]
