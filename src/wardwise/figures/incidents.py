"""Incidents of anti-social behaviour by partners' rows: the police's calls, the council's cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from wardwise.domain.figure import Figure, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.people_recorded import Chosen, PeopleRecorded, band_of
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.people_flags import FlagLine, flag_line
from wardwise.figures.people_groups import BANDS, Counting, Group, Groups, Key, grouped
from wardwise.figures.people_hours import Hours, hours
from wardwise.figures.people_selected import Selected, period_of
from wardwise.figures.supply import against
from wardwise.figures.survey import ProblemFound, problem_found


CALLS, CASES = "police_incidents", "council_asb"
"""Datasets: incidents that the police were called to, and cases that the council opened."""
AIMED = f"{ANTI_SOCIAL_BEHAVIOUR}: personal"
"""The national standard's category of what is aimed at somebody."""
BY: Mapping[str, tuple[str, ...]] = {
    CALLS: ("category", "outcome"),
    CASES: ("category", "age band", "premises", "outcome"),
}
FLAGS: Mapping[str, str] = {
    "repeat_caller": "Told of before by the same person",
    "vulnerable_adult": "From somebody marked as vulnerable",
    "alcohol": "Drink noted",
}
FEWEST = 20
"""Incidents; fewer are told one by one."""


@dataclass(frozen=True, eq=False)
class IncidentSet:
    """One supplier's incidents of a year: how many, of what kinds, from whom, at what hour."""

    selected: Selected
    crimes: Figure  # incidents; called so because hours are told of crimes and incidents alike
    groups: Mapping[str, Groups]
    flags: Mapping[str, FlagLine]
    hours: Hours | NotKnown

    @property
    def source(self) -> str:
        """The id of the dataset."""
        return self.selected.chosen.source

    @property
    def is_calls(self) -> bool:
        """Whether they are calls to the police, and not cases of the council."""
        return self.selected.chosen.dataset == CALLS

    def called(self, plural: str) -> str:
        """What they are called in a sentence."""
        return plural

    @property
    def most_for_each_year(self) -> tuple[Group, ...]:
        """The band of ages with the largest share for each year in it, and those whose interval
        meets its own; a band without an upper end has no width and is left out."""
        groups = self.groups.get("age band")
        if groups is None:
            return ()
        rates = [
            (one, high - low + 1)
            for one, (low, high) in zip(groups.groups, groups.bands, strict=True)
            if high is not None and one.share.interval is not None
        ]
        rates.sort(key=lambda pair: -pair[0].share.number / pair[1])
        if not rates:
            return ()
        least = _limits(*rates[0])[0]
        return tuple(one for one, years in rates if _limits(one, years)[1] >= least)

    def group(self, by: str, name: str) -> Group | None:
        """One group whose share may be printed; None where there is none."""
        groups = self.groups[by].groups if by in self.groups else ()
        known = (one for one in groups if one.share.status == "known")
        return next((one for one in known if one.name == name), None)

    def largest(self, by: str) -> tuple[Group, ...]:
        """Groups whose share may be printed, the largest first."""
        groups = self.groups[by].groups if by in self.groups else ()
        known = [one for one in groups if one.share.status == "known"]
        return tuple(sorted(known, key=lambda one: -one.share.number))


@dataclass(frozen=True, eq=False)
class IncidentsFound:
    """Calls and cases, each by itself: somebody may have told both, so the two are never added."""

    calls: IncidentSet | NotKnown
    cases: IncidentSet | NotKnown
    beside: Figure | None  # the calls in percent of the open count of the same months
    concern: ProblemFound | NotKnown  # what residents told a survey


def incidents_found(desk: Desk) -> IncidentsFound | NotKnown:
    """What partners hold on anti-social behaviour; not known where neither holds enough."""
    calls, cases = _set(desk, CALLS), _set(desk, CASES)
    if isinstance(calls, NotKnown) and isinstance(cases, NotKnown):
        return NotKnown("no partner has supplied incidents of it")
    return IncidentsFound(calls, cases, _beside(desk, calls), problem_found(desk))


def _beside(desk: Desk, calls: IncidentSet | NotKnown) -> Figure | None:
    """Both count what the police were called to, so the reader may know how far they agree."""
    if isinstance(calls, NotKnown) or ANTI_SOCIAL_BEHAVIOUR not in desk.offences:
        return None
    period = calls.selected.chosen.period
    open_count = offences_figure(desk, area=desk.area, period=period, offence=ANTI_SOCIAL_BEHAVIOUR)
    return against(calls.crimes, open_count, detail="calls in percent of the open count")


def _set(desk: Desk, dataset: str) -> IncidentSet | NotKnown:
    held = desk.evidence.recorded_incidents.get(dataset)
    if held is None:
        return NotKnown("no partner has supplied a file of it")
    names = _kinds(held) if dataset == CALLS else ()
    if dataset == CALLS and not names:
        return NotKnown("no category of the file is of anti-social behaviour")
    period = period_of(desk.latest, held.period)
    chosen = Chosen(desk.area.code, period, offences=names, dataset=dataset)
    found = Selected(desk, held, ANTI_SOCIAL_BEHAVIOUR, chosen)
    if found.n < FEWEST:
        return NotKnown("too few are held to describe them")
    made = {by: incident_groups(found, by) for by in BY[dataset]}
    lines = {flag: flag_line(found, name, flag) for flag, name in FLAGS.items()}
    return IncidentSet(
        selected=found,
        crimes=incidents_figure(found),
        groups={by: one for by, one in made.items() if isinstance(one, Groups)},
        flags={flag: line for flag, line in lines.items() if line is not None},
        hours=hours(found),
    )


def _limits(one: Group, years: int) -> tuple[float, float]:
    """Of the share for each year of age. Unit: percent."""
    limits = one.share.interval
    assert limits is not None, "shares that are printed"
    return limits.lower / years, limits.upper / years


def _kinds(held: PeopleRecorded) -> tuple[str, ...]:
    """Categories of the national standard that are of anti-social behaviour, by their names."""
    return tuple(
        name
        for name in held.crimes.categories
        if name == ANTI_SOCIAL_BEHAVIOUR or name.startswith(f"{ANTI_SOCIAL_BEHAVIOUR}:")
    )


def incidents_figure(found: Selected) -> Figure:
    """The chosen incidents. Unit: records."""
    ask = found.ask("partner_crimes")
    recipe = Recipe(ask.question, {"answer": ask})
    return found.figure(recipe, found.n, unit=Unit.RECORDS, detail="incidents")


NOT_TOLD = ("Not disclosed", "Not known", "Not stated", "Unknown")
"""What a supplier writes where nobody told: no group, and in no share of those of whom it is."""


def incident_groups(found: Selected, by: str) -> Groups | NotKnown:
    """The chosen incidents by what the file says of them; one of few takes another with it."""
    keys, counts = _counted(found, by)
    if not keys:
        return NotKnown("the file does not give it")
    dataset = found.chosen.dataset
    counting = Counting(
        dataset, by, keys, counts, found.n, "partner_records", Unit.RECORDS, roles=()
    )
    return grouped(found, counting)


def _counted(found: Selected, by: str) -> tuple[list[Key], list[int]]:
    rows, at = found.held.crimes, found.crimes
    if by == "age band":
        return _bands(found)
    codes = (rows.category if by == "category" else rows.columns[by])[at]
    names = rows.categories if by == "category" else rows.groups[by]
    counts = np.bincount(codes[codes >= 0], minlength=len(names)).tolist()
    held = [(name, n) for name, n in zip(names, counts, strict=True) if n and name not in NOT_TOLD]
    return [name for name, _ in held], [n for _, n in held]


def _bands(found: Selected) -> tuple[list[Key], list[int]]:
    """Our bands where most ages are given to the year, or else the supplier's own."""
    rows, at = found.held.crimes, found.crimes
    ends = [
        (int(low), None if high < 0 else int(high))
        for low, high in zip(rows.age_low[at], rows.age_high[at], strict=True)
        if low >= 0
    ]
    if 2 * sum(low == high for low, high in ends) > len(ends):
        places = [band_of(*end, BANDS) for end in ends]
        return list(BANDS), [places.count(n) for n in range(len(BANDS))]
    bands = sorted(set(ends), key=lambda band: (band[0], band[1] or np.inf))
    return list(bands), [ends.count(band) for band in bands]
