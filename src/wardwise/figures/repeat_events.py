"""Who, or which address, on which day, over everything that is held: what repeats are found in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import Ints, Moments
from wardwise.figures.people_selected import Arguments, Selected
from wardwise.figures.people_withheld import FEW, is_few, shown
from wardwise.measures.estimate import Estimate
from wardwise.measures.people.proportion import proportion_percent


FEWEST = 50
"""People followed, or with an identity; with fewer there is nothing to say of repeats."""
NO_ADDRESS_FROM = 50.0
"""Share of the crimes with an exact point below which addresses are not told. Unit: percent."""


@dataclass(frozen=True, eq=False)
class Events:
    """Of all the months that are held: a key and a day of each event. Shape: events.

    ``asks`` are the questions that give keys and days again; ``what`` is a role or 'address'.
    """

    whole: Selected
    keys: Ints
    days: Moments
    asks: tuple[Ask, Ask]
    what: str

    @property
    def last_day(self) -> str:
        """That the files cover."""
        return self.whole.held.last_day

    @property
    def first_day(self) -> str:
        """Of the first month that the files cover."""
        return f"{self.whole.chosen.period.first}-01"

    @property
    def least(self) -> int:
        """The fewest people that a printed group may have."""
        return self.whole.desk.settings.people.least_count

    @property
    def arguments(self) -> Arguments:
        """What every measure of repeats takes."""
        return {
            "person_keys": self.asks[0],
            "days": self.asks[1],
            "last_day": self.last_day,
            "level": self.whole.desk.level,
        }

    def figure(
        self, recipe: Recipe, value: float | Estimate, *, unit: Unit, detail: str, few: bool
    ) -> Figure:
        """Of these events; withheld where it is of few."""
        return self.whole.figure(
            recipe,
            FEW if few else value,
            unit=unit,
            roles=() if self.what == ADDRESS else (self.what,),
            detail=f"{self.what}, {detail}",
        )


ADDRESS = "address"


def people_events(found: Selected, role: str) -> Events | NotKnown:
    """Every dated part of a person with an identity."""
    whole = found.other(period=found.held.period)
    people, at = whole.rows(role), whole.parts(role)
    known = at[(people.person[at] >= 0) & ~np.isnat(people.days[at])]
    if not len(known):
        return NotKnown("the file gives people no identity by which they could be found again")
    asks = (
        whole.ask("partner_event_people", role=role),
        whole.ask("partner_event_days", role=role),
    )
    return Events(whole, people.person[known], people.days[known], asks, role)


def address_events(found: Selected) -> Events | NotKnown:
    """Every dated crime at an exact point, where points stand for addresses."""
    why = no_addresses(found)
    if why:
        return NotKnown(why)
    whole = found.other(period=found.held.period)
    at = np.flatnonzero(whole.crimes & (_numbers(found) >= 0))
    days = found.held.crimes.starts[at].astype("M8[D]")
    dated = ~np.isnat(days)
    asks = (whole.ask("partner_address_keys"), whole.ask("partner_address_days"))
    return Events(whole, _numbers(found)[at[dated]], days[dated], asks, ADDRESS)


def no_addresses(found: Selected) -> str:
    """Why the crimes cannot be tied to addresses; empty where they can."""
    addresses = found.held.addresses
    if addresses is None:
        return "the extract does not say where crimes happened"
    if addresses.why_none:
        return addresses.why_none
    exact = 100 * float((_numbers(found)[found.crimes] >= 0).mean())
    return "" if exact >= NO_ADDRESS_FROM else "the extract gives fewer than half of them a point"


def _numbers(found: Selected) -> Ints:
    addresses = found.held.addresses
    return addresses.number if addresses else np.zeros(0, dtype=np.int32)


def addresses_of(found: Selected) -> Ints:
    """The address of each chosen crime that has one, in the order of the file."""
    numbers = _numbers(found)[found.crimes]
    return numbers[numbers >= 0]


def exact_figure(found: Selected) -> Figure | NotKnown:
    """Share of the crimes that have an exact point."""
    why = no_addresses(found)
    if why:
        return NotKnown(why)
    level, part = found.desk.level, len(addresses_of(found))
    arguments: Arguments = {
        "part": found.ask("partner_crimes_at_addresses"),
        "whole": found.ask("partner_crimes"),
        "level": level,
    }
    share = proportion_percent(part=part, whole=found.n, level=level)
    few = is_few(part, found.n, least=found.desk.settings.people.least_count)
    return found.figure(
        Recipe("proportion_percent", arguments, "value"),
        shown(share, few=few),
        unit=Unit.PERCENT,
        detail="with an exact point",
    )
