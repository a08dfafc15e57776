"""Breaks that stop a comparison, and the register's, which only caution."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import desk_with
from tests.tidy_force import settings
from wardwise.domain.area import Area
from wardwise.domain.evidence import NotHeld
from wardwise.domain.period import Month
from wardwise.domain.verdict import Verdict
from wardwise.evidence.breaks import breaks, register
from wardwise.figures.changes import cautions, change_figure
from wardwise.figures.desk import Desk
from wardwise.figures.official import official_change_figure


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


def official_verdict(desk: Desk, offence: str | None, *, area: Area | None = None) -> Verdict:
    """The word for the change between the two published years."""
    table = desk.evidence.official
    assert not isinstance(table, NotHeld)
    ours = table.partnerships[desk.evidence.place.csp_code]
    figure = official_change_figure(desk, table, area=area or ours, offence=offence)
    assert figure.comparison is not None
    return figure.comparison.verdict


def test_a_break_of_the_settings_refuses_published_changes_too(force_desk: Desk) -> None:
    chosen = settings(series_breaks=[BROKEN | {"offences": ["Burglary"]}])
    desk = Desk(replace(force_desk.evidence, breaks=breaks(chosen)), force_desk.settings)
    # Residential is part of burglary, at ONS and at data.police.uk alike
    assert official_verdict(desk, "Residential burglary") is Verdict.NOT_COMPARABLE
    assert official_verdict(desk, "Robbery") is not Verdict.NOT_COMPARABLE
    assert official_verdict(desk, None) is not Verdict.NOT_COMPARABLE
    # the break is of our counts: another partnership's stand
    table = desk.evidence.official
    assert not isinstance(table, NotHeld)
    other = next(area for area in table.partnerships.values() if area.name == "Otherham")
    other_word = official_verdict(desk, "Residential burglary", area=other)
    assert other_word is not Verdict.NOT_COMPARABLE


def test_a_break_of_a_part_does_not_refuse_the_published_whole(force_desk: Desk) -> None:
    chosen = settings(series_breaks=[BROKEN | {"offences": ["Residential burglary"]}])
    desk = Desk(replace(force_desk.evidence, breaks=breaks(chosen)), force_desk.settings)
    assert official_verdict(desk, "Residential burglary") is Verdict.NOT_COMPARABLE
    assert official_verdict(desk, "Non-residential burglary") is not Verdict.NOT_COMPARABLE


def test_a_break_of_every_offence_refuses_the_published_total(force_desk: Desk) -> None:
    chosen = settings(series_breaks=[BROKEN])
    desk = Desk(replace(force_desk.evidence, breaks=breaks(chosen)), force_desk.settings)
    assert official_verdict(desk, None) is Verdict.NOT_COMPARABLE
    outside = settings(series_breaks=[BROKEN | {"month": "2023-01"}])
    desk = Desk(replace(force_desk.evidence, breaks=breaks(outside)), force_desk.settings)
    # the published years are 2023 and 2024: a break that January 2023 begins with parts nothing
    assert official_verdict(desk, None) is not Verdict.NOT_COMPARABLE
