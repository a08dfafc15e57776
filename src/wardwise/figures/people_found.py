"""Everything that partners' extracts say of the crimes and people of one priority."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wardwise.domain.figure import Figure, Recipe
from wardwise.domain.nothing import NotKnown
from wardwise.domain.people_recorded import ROLES
from wardwise.figures.desk import Desk
from wardwise.figures.people_again import Again, addresses_again, people_again
from wardwise.figures.people_flags import FlagLine, Vulnerability, flag_lines, vulnerability
from wardwise.figures.people_groups import Groups, people_figure, people_groups
from wardwise.figures.people_homes import HomesFound, homes_found
from wardwise.figures.people_hours import Hours, hours
from wardwise.figures.people_peaks import AgePeak, KeyYear, age_peak, key_years
from wardwise.figures.people_rated import Rated, rated
from wardwise.figures.people_residents import ages_held
from wardwise.figures.people_selected import FLAGS_OF, Selected, select
from wardwise.figures.people_together import co_offending_figure, overlap_figure
from wardwise.figures.repeat_events import exact_figure


FEWEST = 20
"""People of a role; fewer are told case by case, and never in a table."""
OF_OFFENDERS = "distance from home is told of those who are suspected or proved"
PROPERTIES = ("age band", "sex", "ethnicity", "home", "relationship")


@dataclass(frozen=True)
class RoleFound:
    """The people of one role, each once."""

    role: str
    people: Figure
    groups: Mapping[str, Groups]
    peak: AgePeak | NotKnown
    rated: Rated | NotKnown
    years: tuple[KeyYear, ...] | NotKnown
    again: Again
    homes: HomesFound | NotKnown


@dataclass(frozen=True, eq=False)
class PeopleFound:
    """Crimes, people by role, flags and hours, all of the same selection."""

    selected: Selected
    crimes: Figure
    roles: Mapping[str, RoleFound]
    addresses: Again
    exact: Figure | NotKnown  # share of the crimes with an exact point
    overlap: Figure | NotKnown  # of the victims
    harmed_too: Figure | NotKnown  # of the suspects
    together: Figure | NotKnown
    vulnerability: Vulnerability | None
    flags: tuple[FlagLine, ...]
    hours: Hours | NotKnown

    def called(self, plural: str) -> str:
        """What the crimes are called in a sentence: those with a flag by the flag."""
        is_by_flag = bool(self.selected.chosen.flags)
        return f"crimes flagged as {self.selected.name.lower()}" if is_by_flag else plural


def people_found(
    desk: Desk, *, name: str, offences: Sequence[str], codes: Sequence[str] = ()
) -> PeopleFound | NotKnown:
    """What is held on a priority: crimes of those names or codes, or with a theme's flags."""
    flags = FLAGS_OF.get(name, ())
    found = select(desk, name=name, offences=offences, codes=codes, flags=flags)
    return found if isinstance(found, NotKnown) else described(found)


def described(found: Selected) -> PeopleFound | NotKnown:
    """The people of the chosen crimes, where there are enough of these to describe anybody."""
    if found.n < FEWEST:
        return NotKnown("the partners' files hold too few crimes of it to describe anybody")
    return found_of(found)


def found_of(found: Selected) -> PeopleFound:
    """Everything on the chosen crimes."""
    return PeopleFound(
        selected=found,
        crimes=crimes_figure(found),
        roles={role: made for role in ROLES if (made := _role(found, role)) is not None},
        addresses=addresses_again(found),
        exact=exact_figure(found),
        overlap=overlap_figure(found),
        harmed_too=overlap_figure(found, role="suspect", other="victim"),
        together=_together(found),
        vulnerability=None if found.chosen.flags else vulnerability(found),
        flags=flag_lines(found),
        hours=hours(found),
    )


def crimes_figure(found: Selected) -> Figure:
    """The chosen crimes, or incidents. Unit: offences or records."""
    ask = found.ask("partner_crimes")
    recipe = Recipe(ask.question, {"answer": ask})
    return found.figure(recipe, found.n, unit=found.chosen.unit, detail="extract")


def _role(found: Selected, role: str) -> RoleFound | None:
    if role not in found.held.people or len(found.once(role)) < FEWEST:
        return None
    made = {by: people_groups(found, role=role, by=by) for by in PROPERTIES}
    groups = {by: one for by, one in made.items() if isinstance(one, Groups)}
    ages, rates = made["age band"], rated(found, groups)
    return RoleFound(
        role=role,
        people=people_figure(found, role),
        groups=groups,
        peak=_peak(found, ages, rates),
        rated=rates,
        years=_years(found, role, rates),
        again=people_again(found, role=role),
        homes=homes_found(found, role=role) if role != "victim" else NotKnown(OF_OFFENDERS),
    )


def _peak(found: Selected, ages: Groups | NotKnown, rates: Rated | NotKnown) -> AgePeak | NotKnown:
    """For each resident where residents are held."""
    if isinstance(rates, Rated):
        return rates.peak
    return ages if isinstance(ages, NotKnown) else age_peak(found, ages)


def _years(found: Selected, role: str, rates: Rated | NotKnown) -> tuple[KeyYear, ...] | NotKnown:
    """None of them a year that the curve withholds."""
    held = ages_held(found.desk)
    if isinstance(rates, NotKnown) or isinstance(held, NotKnown):
        return key_years(found, role=role)
    years = key_years(found, role=role, held=held)
    if isinstance(years, NotKnown) or isinstance(rates.curve, NotKnown):
        return years
    shown = {year.age for year in rates.curve.years if year.people.status == "known"}
    return tuple(year for year in years if year.age in shown)


def _together(found: Selected) -> Figure | NotKnown:
    if "suspect" not in found.held.people:
        return NotKnown("no suspects are held")
    return co_offending_figure(found, role="suspect")
