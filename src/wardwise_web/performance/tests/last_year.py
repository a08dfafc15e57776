"""Two years in a row, the former with an action."""

from __future__ import annotations

from datetime import date

from wardwise_web.assessments.services import begin_cycle
from wardwise_web.plan.services.actions import begin_action
from wardwise_web.plan.terms import ActionTerms


def last_year_of(seats):
    """The former year; this year knows it."""
    by = seats.actor("manager")
    before, _ = (
        begin_cycle(
            partnership=seats.partnership,
            name=name,
            starts_on=date(year, 10, 1),
            ends_on=date(year + 1, 9, 30),
            by=by,
        )
        for name, year in (("2025/26", 2025), ("2026/27", 2026))
    )
    terms = ActionTerms(
        title="Lamps {with braces}",
        owner_id=seats.people["owner"].pk,
        owner_agency_id=seats.agencies["housing"].pk,
        scale=1,
        starts_on=date(2025, 11, 1),
        due_on=date(2026, 3, 31),
        no_recommendation_because="Asked for at a meeting",
        no_milestone_because="One step",
        no_indicator_because="It is one lamp",
    )
    begin_action(cycle=before, terms=terms, by=by)
    return before
