"""What a finding rests on, as paper has room for."""

from __future__ import annotations

from tests.builders import AREA
from wardwise.document.text import Number
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.period import Period
from wardwise.render.basis import basis_lines


def test_anti_social_behaviour_is_counted_in_incidents_and_not_in_offences() -> None:
    year = Period.parse("2024-01", "2024-12")
    name = "Anti-social behaviour"
    figure = Figure("offences", name, AREA, year, 7, Unit.OFFENCES, ("police_uk",))
    assert basis_lines([Number("7", figure)])[0].startswith("7 incidents: Anti-social behaviour, ")
    theft = Figure("offences", "Burglary", AREA, year, 7, Unit.OFFENCES, ("police_uk",))
    assert basis_lines([Number("7", theft)])[0].startswith("7 offences: Burglary, ")


def test_paper_names_three_figures_and_says_how_many_more_there_are() -> None:
    year = Period.parse("2024-01", "2024-12")
    numbers = [
        Number(
            str(n), Figure("offences", f"Group {n}", AREA, year, n, Unit.OFFENCES, ("police_uk",))
        )
        for n in range(1, 6)
    ]
    # five: three are named and two are left; of four the last is named, for a line is a line
    assert basis_lines(numbers)[3:] == ["and 2 more, which findings.json names"]
    assert [line[0] for line in basis_lines(numbers[:4])] == ["1", "2", "3", "4"]


def test_figures_of_one_thing_place_and_time_say_once_what_they_are_of() -> None:
    year, before = Period.parse("2024-01", "2024-12"), Period.parse("2023-01", "2023-12")
    numbers = [
        Number(str(n), Figure("offences", "Robbery", AREA, when, n, Unit.OFFENCES, ("police_uk",)))
        for n, when in ((3, year), (4, year), (5, before))
    ]
    of = f"Robbery, {AREA.name}, {year.label}"
    assert basis_lines(numbers) == [
        f"3 offences and 4 offences: {of}",
        f"5 offences: Robbery, {AREA.name}, {before.label}",
    ]
