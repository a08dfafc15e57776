"""Breaks that stop a comparison, and the register's, which only caution."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import desk_with
from tests.tidy_force import settings
from wardwise.domain.period import Month
from wardwise.domain.verdict import Verdict
from wardwise.evidence.breaks import breaks, register
from wardwise.figures.changes import cautions, change_figure
from wardwise.figures.desk import Desk


BROKEN = {"month": "2024-03", "what": "a new records system", "source": "the force"}


def with_break(**more: object) -> Desk:
    """Two years of burglary, doubled, with a break in the settings."""
    chosen = settings(series_breaks=[BROKEN | more])
    desk = desk_with({"Burglary": [10] * 12 + [20] * 12, "Drugs": [5] * 24})
    return Desk(replace(desk.evidence, breaks=breaks(chosen)), desk.settings)


def verdict(desk: Desk, offence: str | None) -> Verdict:
    """The word for the change of the latest year."""
    figure = change_figure(
        desk, area=desk.area, period=desk.latest, before=desk.before, offence=offence
    )
    assert figure.comparison is not None
    return figure.comparison.verdict


def test_a_break_with_no_offence_named_is_of_all() -> None:
    assert breaks(settings(series_breaks=[BROKEN])) == ((Month(2024, 3), "", BROKEN["what"]),)
    desk = with_break()
    assert verdict(desk, None) is Verdict.NOT_COMPARABLE
    assert verdict(desk, "Drugs") is Verdict.NOT_COMPARABLE


def test_a_break_of_one_offence_leaves_the_others_comparable() -> None:
    desk = with_break(offences=["Burglary"])
    assert verdict(desk, "Burglary") is Verdict.NOT_COMPARABLE
    assert verdict(desk, "Drugs") is Verdict.NO_CLEAR_CHANGE


def test_the_register_is_of_the_country_or_of_our_force_and_of_counting_only() -> None:
    here, there = register("Sampleshire"), register("West Midlands")
    assert all(len(one) == 3 for one in here)
    assert list(here) == sorted(here)
    more = set(there) - set(here)
    assert {month for month, _, _ in more} == {Month(2017, 9)}
    # the pandemic changed offending, not counting
    assert not [what for _, _, what in here if "pandemic" in what]


def test_the_register_cautions_and_does_not_forbid() -> None:
    desk = desk_with({"Burglary": [10] * 12 + [20] * 12})
    noted = ((Month(2024, 3), "Burglary", "parted again"),)
    desk = Desk(replace(desk.evidence, register=noted), desk.settings)
    asked = {"period": desk.latest, "before": desk.before}
    assert cautions(desk, offence="Burglary", **asked) == ("parted again (March 2024)",)
    assert cautions(desk, offence="Drugs", **asked) == ()
    assert verdict(desk, "Burglary") is Verdict.ROSE
