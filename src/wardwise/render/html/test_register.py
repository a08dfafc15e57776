"""Figures in words."""

from __future__ import annotations

from dataclasses import replace

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Comparison, Figure, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict
from wardwise.render.html.register import entries_of, exact


YEAR = Period.parse("2023-05", "2024-04")
RATE = Figure(
    measure="rate_per_1000_residents",
    offence=None,
    area=Area("E06000032", "Luton", AreaKind.DISTRICT),
    period=YEAR,
    value=79.51234,
    unit=Unit.PER_1000_RESIDENTS,
    sources=("police_uk", "census_2021"),
    method="Byar",
    interval=Interval(78.4, 80.6, 0.95, "Byar"),
)


def test_an_entry_says_value_unit_and_interval() -> None:
    (entry,) = entries_of([RATE])
    assert entry.value == "79.5123 offences per 1,000 residents (95% interval 78.4 to 80.6)"
    assert entry.offence == "All recorded crime"
    assert entry.sources == "data.police.uk archives; Census 2021"


def test_a_figure_printed_twice_is_entered_once() -> None:
    assert len(entries_of([RATE, RATE])) == 1


def test_a_comparison_carries_its_verdict() -> None:
    change = Figure(
        measure="change_percent",
        offence="Shoplifting",
        area=RATE.area,
        period=YEAR,
        value=-3.0,
        unit=Unit.PERCENT,
        sources=("police_uk",),
        comparison=Comparison(2948, YEAR.earlier(), -3.0, -8, 2, Verdict.NO_CLEAR_CHANGE),
    )
    unknown = Comparison(
        NotKnown("a month is missing"),
        YEAR.earlier(),
        NotKnown("–"),
        None,
        None,
        Verdict.NOT_COMPARABLE,
    )
    (entry,) = entries_of([change])
    assert entry.method == "against 2,948 in May 2022 to April 2023: no clear change"
    (entry,) = entries_of([replace(change, comparison=unknown)])
    assert entry.method == "against not known in May 2022 to April 2023: not comparable"


def test_values_lose_empty_decimals_only() -> None:
    assert [exact(v) for v in (2860.0, 100.0, 0.5, -1.25)] == ["2,860", "100", "0.5", "−1.25"]
