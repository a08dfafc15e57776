"""What the force flags about each crime, and how often it fills a flag at all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.demo import truths_people as planted
from wardwise.demo.files.street import Made
from wardwise.demo.model_table import model_table
from wardwise.demo.months import month_number
from wardwise.demo.partners.crimes import BUSINESS, PartnerCrimes
from wardwise.demo.partners.roles import Roles
from wardwise.demo.randomness import stream


Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Random = np.random.Generator

ADULT, OLD = 18, 75
STRANDS = ("RAC", "FAI", "HOM", "DIS", "TRA")
"""Race, faith, sexual orientation, disability, transgender, as the force codes them."""
STRAND_SHARES = (0.70, 0.08, 0.12, 0.06, 0.04)
SECOND_STRAND = 0.06
WEAPONS = ("", "KNI", "FIR", "BLU", "FIST")
VULNERABLE_TO = ("Violence and sexual offences", "Other theft", "Burglary", "Robbery",
                 "Theft from the person", "Public order", "Other crime")  # fmt: skip


@dataclass(frozen=True, eq=False)
class Flags:
    """Shape: crimes. ``strand``: position in STRANDS of the first and the second, −1 for none."""

    domestic: Bools
    child_abuse: Bools
    vulnerable_adult: Bools
    strand: tuple[Ints, Ints]
    alcohol: Bools
    drugs: Bools
    filled: Bools  # whether alcohol and drugs are said at all
    weapon: Ints  # in WEAPONS
    cyber: Bools
    business: Bools

    @property
    def knife(self) -> Bools:
        """Whether the weapon is a knife."""
        found: Bools = self.weapon == WEAPONS.index("KNI")
        return found

    @property
    def vulnerability(self) -> Bools:
        """Any of domestic abuse, child abuse, hate and vulnerable adult."""
        found: Bools = (
            self.domestic | self.child_abuse | self.vulnerable_adult | (self.strand[0] >= 0)
        )
        return found


def make_flags(made: Made, crimes: PartnerCrimes, roles: Roles, *, seed: int) -> Flags:
    """Draw the flags of every crime; those of a victim's age follow from the victim."""
    random, n = stream(seed, "flags"), len(crimes)
    table = model_table("partner_offence").set_index("offence").loc[list(made.crimes.offences[:-1])]

    def drawn(name: str) -> Bools:
        share = table[name].to_numpy(float)[crimes.offence]
        chosen: Bools = random.random(n) < share
        return chosen

    offence = np.array(made.crimes.offences)[crimes.offence]
    age = ages_of_victims(crimes, roles)
    violent = offence == "Violence and sexual offences"
    child = violent & (age >= 0) & (age < ADULT) & (random.random(n) < planted.CHILD_ABUSE)
    adult = np.isin(offence, VULNERABLE_TO) & (age >= ADULT)
    share = np.where(age >= OLD, planted.VULNERABLE_OLD, planted.VULNERABLE)
    hate = drawn("hate")
    first = np.where(hate, random.choice(len(STRANDS), n, p=STRAND_SHARES), -1)
    second = np.where(hate & (random.random(n) < SECOND_STRAND), (first + 1) % len(STRANDS), -1)
    return Flags(
        domestic=roles.is_domestic,
        child_abuse=child,
        vulnerable_adult=adult & (random.random(n) < share),
        strand=(first, second),
        alcohol=drawn("alcohol"),
        drugs=drawn("drugs"),
        filled=random.random(n) < filled_share(crimes.month),
        weapon=_weapons(random, drawn("knife"), violent),
        cyber=drawn("cyber"),
        business=np.isin(crimes.code, BUSINESS),
    )


def filled_share(month: Ints) -> NDArray[np.float64]:
    """How often alcohol and drugs are filled, by position of the month among the demo's."""
    since = month_number(planted.ALCOHOL_FROM)
    filled = planted.FLAG_FILLED
    share: NDArray[np.float64] = np.where(month >= since, filled["after"], filled["before"])
    return share


def ages_of_victims(crimes: PartnerCrimes, roles: Roles) -> Ints:
    """Completed years at the event, −1 where there is no victim. Shape: crimes."""
    victim = roles.victim_of(len(crimes))
    age = completed_years(roles.persons.born[victim], crimes.start_day)
    return np.where(victim >= 0, age, -1)


def completed_years(born: Ints, day: Ints) -> Ints:
    """Birthdays passed between two days since 1970."""
    dates = [one.astype("datetime64[D]") for one in (born, day)]
    months = [one.astype("datetime64[M]") for one in dates]
    into = [(date - month).astype(np.int64) for date, month in zip(dates, months, strict=True)]
    apart = (months[1] - months[0]).astype(np.int64) - (into[1] < into[0])
    years: Ints = apart // 12
    return years


def _weapons(random: Random, knife: Bools, violent: Bools) -> Ints:
    drawn = random.random(len(knife))
    other = np.where(drawn < 0.006, WEAPONS.index("FIR"), 0)
    other = np.where((drawn > 0.93) & violent, WEAPONS.index("BLU"), other)
    other = np.where((drawn > 0.55) & (drawn <= 0.93) & violent, WEAPONS.index("FIST"), other)
    return np.where(knife, WEAPONS.index("KNI"), other)
