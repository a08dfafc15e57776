"""Rates of the people of a role: by band, sex, ethnicity and year of age, and where they peak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.people_ages import AgeCurve, age_curve
from wardwise.figures.people_groups import Groups, people_groups
from wardwise.figures.people_peaks import AgePeak, age_peak
from wardwise.figures.people_rates import Rates, group_rates
from wardwise.figures.people_residents import BY, ages_held
from wardwise.figures.people_selected import Selected


@dataclass(frozen=True)
class Rated:
    """Rates by property, the band in which the rate is highest, and the curve of the years.

    ``usual`` is the peak of the same role in all crime of the period: the comparator, where no
    other force's people are held.
    """

    by: Mapping[str, Rates]
    peak: AgePeak
    usual: AgePeak | NotKnown
    curve: AgeCurve | NotKnown

    @property
    def is_unusual(self) -> bool:
        """Whether no band may be the peak of both."""
        if isinstance(self.usual, NotKnown):
            return False
        return not set(self.peak.may_be) & set(self.usual.may_be)


def rated(found: Selected, groups: Mapping[str, Groups]) -> Rated | NotKnown:
    """Of the groups of a role whose residents are held."""
    held = ages_held(found.desk)
    if isinstance(held, NotKnown):
        return held
    made = {by: group_rates(found, groups[by]) for by in BY if by in groups}
    rates = {by: one for by, one in made.items() if isinstance(one, Rates)}
    ages = groups.get("age band")
    if ages is None or "age band" not in rates:
        return NotKnown("the age of too few people is given")
    return Rated(
        by=rates,
        peak=_peak(found, ages, rates["age band"]),
        usual=_usual_peak(found, ages),
        curve=age_curve(found, ages),
    )


def _peak(found: Selected, ages: Groups, rates: Rates) -> AgePeak:
    known = [n for n in rates.base.residents if n]
    whole = known if len(known) == len(ages.groups) else None
    return age_peak(found, ages, residents=whole)


def _usual_peak(found: Selected, ages: Groups) -> AgePeak | NotKnown:
    """Of every crime, in the same bands; worked out once for all the priorities."""
    every = found.other(every_crime=True)
    if not isinstance(found.desk, Desk):
        return NotKnown("no residents are held")

    def work() -> AgePeak | NotKnown:
        groups = people_groups(every, role=ages.role, by="age band")
        rates = group_rates(every, groups) if isinstance(groups, Groups) else groups
        if not (isinstance(groups, Groups) and isinstance(rates, Rates)):
            return NotKnown("the ages of people in all crime are not known")
        if groups.bands != ages.bands:
            return NotKnown("the bands of age of all crime are other bands")
        return _peak(every, groups, rates)

    named = ("peak of all crime", ages.role, ages.bands, str(every.chosen.period))
    return found.desk.once(named, work)
