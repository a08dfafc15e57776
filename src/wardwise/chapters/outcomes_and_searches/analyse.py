"""The sums: shares by outcome of offences old enough, and searches against residents."""

from __future__ import annotations

from wardwise.chapters.outcomes_and_searches.findings import (
    OutcomeRow,
    OutcomesAndSearches,
    OutcomesFound,
    SearchesFound,
    SearchRow,
)
from wardwise.chapters.outcomes_and_searches.key_findings import furthest_above, key_findings
from wardwise.chapters.outcomes_and_searches.published import published
from wardwise.domain.evidence import NotHeld, Outcomes, Searches
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Period
from wardwise.figures.counted import CENSUS, Counted, counted_figure
from wardwise.figures.desk import Desk
from wardwise.figures.offences import offences_figure
from wardwise.figures.outcome_shares import (
    MISSING,
    OutcomeAsked,
    outcome_count_figure,
    outcome_period,
    outcome_share_figure,
)
from wardwise.figures.stop_searches import (
    NOT_STATED,
    WHITE,
    SearchDesk,
    census_groups,
    disparity_figure,
    find_rate_figure,
    force_searches_figure,
    results_figure,
    search_rate_figure,
    searches_figure,
)
from wardwise.figures.supply import percent_of


def analyse(desk: Desk) -> OutcomesAndSearches:
    """Each half by itself: a source that holds one may not hold the other."""
    outcomes = _outcomes(desk, desk.evidence.outcomes)
    searches = _searches(desk, desk.evidence.searches)
    return OutcomesAndSearches(
        area=desk.area,
        force=desk.evidence.place.force,
        outcomes=outcomes,
        searches=searches,
        published=published(desk),
        key_findings=key_findings(desk, outcomes, searches),
    )


def _outcomes(desk: Desk, held: Outcomes | NotHeld) -> OutcomesFound | NotHeld:
    if isinstance(held, NotHeld):
        return held
    period = outcome_period(desk, held)
    age = desk.settings.measures.outcomes_age_months
    if period is None:
        return NotHeld(f"records of offences at least {age} months old", "the police force")
    crimes = [name for name in held.offences if name != ANTI_SOCIAL_BEHAVIOUR]
    rows = [_outcome_row(desk, held, period, name) for name in crimes]
    rows.sort(key=lambda row: (-_size(row.charged), str(row.offence)))
    force = desk.evidence.place.force
    return OutcomesFound(
        source=held.source,
        period=period,
        held_to=held.months[-1],
        age_months=age,
        groups=held.groups,
        rows=(_outcome_row(desk, held, period, None), *rows),
        force=tuple(
            outcome_share_figure(desk, held, OutcomeAsked(force, period, None, group))
            for group in held.groups
        ),
        problem=desk.evidence.completeness.problem(period),
    )


def _outcome_row(desk: Desk, held: Outcomes, period: Period, offence: str | None) -> OutcomeRow:
    force = desk.evidence.place.force
    groups = [OutcomeAsked(desk.area, period, offence, group) for group in held.groups]
    missing = OutcomeAsked(desk.area, period, offence, MISSING)
    charged = OutcomeAsked(force, period, offence, held.groups[0])
    return OutcomeRow(
        offence=offence,
        offences=offences_figure(desk, area=desk.area, period=period, offence=offence),
        counts=tuple(outcome_count_figure(desk, held, asked) for asked in groups),
        shares=tuple(outcome_share_figure(desk, held, asked) for asked in groups),
        missing=outcome_share_figure(desk, held, missing),
        force_charged=outcome_share_figure(desk, held, charged),
    )


def _size(figure: Figure) -> float:
    return figure.number if figure.status == "known" else -1.0


def _searches(desk: Desk, held: Searches | NotHeld) -> SearchesFound | NotHeld:
    if isinstance(held, NotHeld):
        return held
    ours = SearchDesk(desk, held, desk.area)
    force = SearchDesk(desk, held, desk.evidence.place.force)
    groups = (*census_groups(), NOT_STATED)
    rows = tuple(_search_row(ours, force, group) for group in groups)
    total = searches_figure(ours, *groups, detail="everybody")
    not_located = force_searches_figure(force, not_located=True)
    force_total = force_searches_figure(force, not_located=False)
    above = furthest_above(rows)
    return SearchesFound(
        source=held.source,
        period=held.period,
        rows=rows,
        total=total,
        not_stated_percent=percent_of(rows[-1].searches, total, detail="ethnicity not stated"),
        force_total=force_total,
        force_not_located=not_located,
        not_located_percent=percent_of(not_located, force_total, detail="searches with no place"),
        ratio_if_white=disparity_figure(ours, above.group, with_not_stated=True) if above else None,
        months_missing=desk.latest.length - held.period.length,
    )


def _search_row(ours: SearchDesk, force: SearchDesk, group: str) -> SearchRow:
    is_group = group != NOT_STATED
    compared = is_group and group != WHITE
    return SearchRow(
        group=group,
        searches=searches_figure(ours, group, detail=group),
        residents=_residents(ours, group) if is_group else None,
        rate=search_rate_figure(ours, group) if is_group else None,
        ratio=disparity_figure(ours, group) if compared else None,
        force_ratio=disparity_figure(force, group) if compared else None,
        results=results_figure(ours, group),
        finds=find_rate_figure(ours, group),
        force_finds=find_rate_figure(force, group),
    )


def _residents(of: SearchDesk, group: str) -> Figure:
    counted = Counted(of.area, CENSUS, "census_2021", Unit.PEOPLE, detail=group)
    return counted_figure(of.desk, "people_of_group", of.residents(group), counted, group=group)
