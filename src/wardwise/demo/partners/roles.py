"""Who was harmed in which crime, and who is suspected of it: chains of events made into people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths_people as planted
from wardwise.demo.files.police_uk import OUTCOMES
from wardwise.demo.files.street import Made
from wardwise.demo.model_table import model_table
from wardwise.demo.partners import ages
from wardwise.demo.partners.chains import chains
from wardwise.demo.partners.crimes import BUSINESS, HOMES, PartnerCrimes
from wardwise.demo.partners.persons import Begun, Country, Persons, make_persons, same_persons
from wardwise.demo.randomness import stream


Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Texts = NDArray[np.str_]
Random = np.random.Generator

HISTORIC, DOMESTIC = "historic", "domestic"
NO_SUSPECT = 0
PROVED = ("Suspect charged", "Local resolution", "Offender given a caution",
          "Suspect charged as part of another case")  # fmt: skip
KINDS = {
    "violent": ("Violence and sexual offences", "Public order", "Criminal damage and arson",
                "Possession of weapons"),
    "acquisitive": ("Vehicle crime", "Other theft", "Shoplifting", "Burglary", "Bicycle theft",
                    "Robbery", "Theft from the person"),
    "other": ("Drugs", "Other crime"),
}  # fmt: skip
FEMALE = {"victims": 0.46, DOMESTIC: 0.74, "suspects": 0.18}
AT_HOME = {DOMESTIC: 0.9, "homes": 1.0, "else": 0.22, "suspects": 0.12}


@dataclass(frozen=True, eq=False)
class Roles:
    """``persons``; and for each row of a role the crime (a position) and the person.

    ``is_domestic`` and ``victim_of``: by crime; the latter is −1 where nobody was harmed.
    ``victim_group`` says by whose share of repeats a victim was drawn.
    """

    persons: Persons
    is_domestic: Bools
    victim_crime: Ints
    victim: Ints
    victim_group: Texts
    suspect_crime: Ints
    suspect: Ints
    suspect_kind: Texts
    is_proved: Bools  # by row of the suspects

    def victim_of(self, crimes: int) -> Ints:
        """The victim of each crime, −1 where there is none."""
        of = np.full(crimes, -1)
        of[self.victim_crime] = self.victim
        return of


def make_roles(made: Made, crimes: PartnerCrimes, country: Country, *, seed: int) -> Roles:
    """Victims of the crimes that have one, and suspects of those with one named."""
    random = stream(seed, "victims and suspects")
    table = model_table("partner_offence").set_index("offence").loc[list(made.crimes.offences[:-1])]
    harmed = _has_victim(random, crimes, table["personal"].to_numpy(float))
    domestic = random.random(len(crimes)) < table["domestic"].to_numpy(float)[crimes.offence]
    domestic &= harmed & ~crimes.is_historic
    offence = np.array(made.crimes.offences)[crimes.offence]
    victim_crime = np.flatnonzero(harmed)
    group = np.where(crimes.is_historic, HISTORIC, np.where(domestic, DOMESTIC, offence))
    group = group[victim_crime]
    victim, victims = _strung(
        random, crimes, country, victim_crime, group, _victim_shares(), _victims_begun
    )
    suspect_crime, proved = _suspected(random, made, crimes, domestic, table["together"].to_numpy())
    kind = np.array([_kind_of(name) for name in made.crimes.offences[:-1]])
    kind = kind[crimes.offence[suspect_crime]]
    suspect, suspects = _strung(
        random, crimes, country, suspect_crime, kind, planted.SUSPECT_REPEAT, _suspects_begun
    )
    same = same_persons(random, victims, suspects)
    identity = np.where(same >= 0, same, len(victims) + np.arange(len(suspects)))
    return Roles(
        persons=victims.and_then(suspects),
        is_domestic=domestic,
        victim_crime=victim_crime,
        victim=victim,
        victim_group=group,
        suspect_crime=suspect_crime,
        suspect=identity[suspect],
        suspect_kind=kind,
        is_proved=proved,
    )


def _has_victim(random: Random, crimes: PartnerCrimes, personal: NDArray[np.float64]) -> Bools:
    harmed: Bools = random.random(len(crimes)) < personal[crimes.offence]
    return harmed & ~np.isin(crimes.code, BUSINESS)


def _victim_shares() -> Mapping[str, float]:
    table = model_table("partner_offence")
    own = dict(zip(table["offence"], table["repeat"].astype(float), strict=True))
    return {HISTORIC: 0.0, DOMESTIC: planted.DOMESTIC_REPEAT, **own}


def _kind_of(offence: str) -> str:
    return next((kind for kind, offences in KINDS.items() if offence in offences), "other")


def _strung(
    random: Random,
    crimes: PartnerCrimes,
    country: Country,
    crime: Ints,
    group: Texts,
    shares: Mapping[str, float],
    begun: Callable[[PartnerCrimes, Ints, str], Begun],
) -> tuple[Ints, Persons]:
    """The person of each row, and the persons. Groups share nobody."""
    person = np.full(len(crime), -1)
    made: Persons | None = None
    for name in sorted(set(group)):
        own = np.flatnonzero(group == name)
        day, place = crimes.start_day[crime[own]], crimes.lsoa[crime[own]]
        chain = chains(random, day=day, place=place, share=shares[name])
        order = np.argsort(day, kind="stable")
        _, first = np.unique(chain[order], return_index=True)
        these = make_persons(random, country, begun(crimes, crime[own[order[first]]], name))
        person[own] = chain + (len(made) if made else 0)
        made = made.and_then(these) if made else these
    if made is None:
        raise ValueError("There is no row to make people for.")
    return person, made


def _begun(crimes: PartnerCrimes, first: Ints) -> Begun:
    day = crimes.start_day[first]
    where = crimes.lsoa[first], crimes.point[first], crimes.house[first]
    return Begun(day, *where, rate=ages.householders(), female=0.5, at_home=0.0)


def _victims_begun(crimes: PartnerCrimes, first: Ints, group: str) -> Begun:
    begun = _begun(crimes, first)
    if group == DOMESTIC:
        return replace(
            begun,
            rate=ages.adults_harmed(),
            female=FEMALE[DOMESTIC],
            at_home=AT_HOME[DOMESTIC],
        )
    table = model_table("partner_offence").set_index("offence")
    anybody = group == HISTORIC or table.loc[group, "victims_are"] == "anybody"
    rate = ages.victims_of_anything() if anybody else ages.householders()
    at_home = AT_HOME["homes" if np.isin(crimes.code[first], HOMES).any() else "else"]
    return replace(begun, rate=rate, female=FEMALE["victims"], at_home=at_home)


def _suspects_begun(crimes: PartnerCrimes, first: Ints, group: str) -> Begun:
    del group  # the curve of suspects is the same for every kind
    return replace(
        _begun(crimes, first),
        rate=ages.suspected(),
        female=FEMALE["suspects"],
        at_home=AT_HOME["suspects"],
        outside=planted.OUTSIDERS,
    )


def _suspected(
    random: Random, made: Made, crimes: PartnerCrimes, domestic: Bools, together: Ints
) -> tuple[Ints, Bools]:
    """The crime of each suspect, and whether that crime was proved against someone."""
    records = made.records
    outcome = records.outcome[crimes.row]
    known = records.outcome_month[crimes.row] < len(made.crimes.months)
    named = np.flatnonzero(known & (outcome != NO_SUSPECT))
    more = random.random(len(named)) < together[crimes.offence[named]]
    more &= ~domestic[named] & ~crimes.is_historic[named]
    count = 1 + more * (1 + random.poisson(0.3, len(named)))
    proved = np.isin(outcome, [OUTCOMES.index(name) for name in PROVED])
    crime = np.repeat(named, count)
    return crime, proved[crime]
