"""Figures, findings, intervals and periods as nouns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.errors import ExtractError
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.period import Month, Period


AREA = Area("E06999991", "Sampleton", AreaKind.DISTRICT)
FIGURE = Figure(
    measure="offences",
    offence="Burglary",
    area=AREA,
    period=Period.parse("2024-01", "2024-12"),
    value=12,
    unit=Unit.OFFENCES,
    sources=("police_uk",),
)


def test_a_figure_says_whether_it_is_known() -> None:
    assert (FIGURE.status, FIGURE.number) == ("known", 12)
    gone = replace(FIGURE, value=NotKnown("no month is held"))
    assert gone.status == "not_known"
    with pytest.raises(ValueError, match=r"is not_known: no month is held"):
        _ = gone.number
    assert replace(FIGURE, value=Withheld("few")).status == "withheld"


def test_an_id_can_be_read_aloud() -> None:
    # eight of Crockford's letters: no I, L, O or U
    assert FIGURE.figure_id.startswith("F-")
    assert len(FIGURE.figure_id) == 10
    assert not set("ILOU") & set(FIGURE.figure_id[2:])


def test_a_finding_has_the_name_of_its_first_figure() -> None:
    finding = KeyFinding(
        claim="Burglary rose.",
        figures=(FIGURE,),
        sureness=Sureness.HIGH,
        why_sure="",
        alternatives=(),
        gap="",
        area=AREA,
    )
    assert finding.finding_id == "K" + FIGURE.figure_id[1:]
    assert replace(finding, figures=()).finding_id == "K-NONE"


def test_intervals_hold_and_overlap() -> None:
    one, two = Interval(1, 3, 0.95, "Byar"), Interval(3, 5, 0.95, "Byar")
    assert 3 in one
    assert 4 not in one
    assert one.overlaps(two)
    assert not one.overlaps(Interval(3.1, 5, 0.95, "Byar"))


@pytest.mark.parametrize("text", ["2024-13", "2024-1", "24-01", "2024/01", "", "2024-00"])
def test_what_is_no_month_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="expected YYYY-MM"):
        Month.parse(text)


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(Month(2024, 2), Month(2024, 1))
    with pytest.raises(ValueError, match="is not a month"):
        Month(2024, 13)


def test_a_period_is_said_as_a_person_says_it() -> None:
    assert Period.parse("2023-01", "2023-12").label == "2023"
    assert Period.parse("2023-05", "2024-04").label == "May 2023 to April 2024"
    assert Period.parse("2024-02", "2024-02").label == "February 2024"
    assert str(Period.parse("2024-02", "2024-03")) == "2024-02/2024-03"
    # 2024 is a leap year: 31 + 29 days
    assert Period.parse("2024-01", "2024-02").days == 60
    assert str(AREA) == "Sampleton"


def test_a_fault_says_where_as_far_as_it_is_known() -> None:
    short = ExtractError(file="a.csv", problem="It is empty.", remedy="Ask the force.")
    assert short.where == "a.csv"
    whole = ExtractError(file="a.csv", problem="p.", remedy="r.", row=1482, column="Month")
    assert str(whole) == "a.csv, row 1,482, column 'Month': p. r."
