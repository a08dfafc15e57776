"""Completeness against the Home Office totals, worked by hand."""

from __future__ import annotations

import pyarrow as pa
import pytest

from wardwise.domain.period import Month, Period
from wardwise.sources.completeness import HeldByForce, expected_by_quarter, judge_force


Q2_2023 = Period.parse("2023-04", "2023-06")


def held(**months: int) -> HeldByForce:
    """Offences by month, as ``m2023_04=10``."""
    return HeldByForce(
        "Sampleshire Police",
        {Month.parse(name[1:].replace("_", "-")): count for name, count in months.items()},
    )


def expecting(*quarters: tuple[Period, int]) -> dict[tuple[str, Period], int]:
    """Home Office totals of the force."""
    return {("sampleshire", quarter): count for quarter, count in quarters}


@pytest.mark.parametrize(("count", "status"), [(970, "complete"), (969, "incomplete")])
def test_a_quarter_is_complete_from_97_percent(count: int, status: str) -> None:
    judged = judge_force(
        held(m2023_04=count - 200, m2023_05=100, m2023_06=100), expected=expecting((Q2_2023, 1000))
    )
    assert [(each.period, each.status) for each in judged] == [(Q2_2023, status)]
    assert judged[0].share == count / 1000


def test_part_of_a_quarter_is_judged_by_its_usual_share() -> None:
    # In 2022 the quarter was 100 + 100 + 200; May and June were 300 of 400, or 75%.
    # Of 1,000 offences in the quarter of 2023, 750 are expected in May and June: 600 are 80%.
    judged = judge_force(
        held(m2022_04=100, m2022_05=100, m2022_06=200, m2023_05=300, m2023_06=300),
        expected=expecting((Q2_2023.earlier(), 400), (Q2_2023, 1000)),
    )
    last = judged[-1]
    assert last.period == Period.parse("2023-05", "2023-06")
    assert (last.held, last.expected, last.share, last.status) == (600, 750, 0.8, "incomplete")
    assert "75.0% of the quarter" in last.why


def test_part_of_a_quarter_too_close_to_tell_is_not_judged() -> None:
    # May and June were 60% of the quarter in one year and 70% in another. Of 1,000 offences,
    # 640 would be 640 / 600 = 107% by the one and 640 / 700 = 91% by the other.
    judged = judge_force(
        held(
            m2021_04=40, m2021_05=30, m2021_06=30,
            m2022_04=30, m2022_05=30, m2022_06=40,
            m2023_05=320, m2023_06=320,
        ),
        expected=expecting((Q2_2023.earlier(24), 100), (Q2_2023.earlier(), 100), (Q2_2023, 1000)),
    )  # fmt: skip
    assert judged[-1].status == "not judged"
    assert "too close to tell" in judged[-1].why


def test_part_of_a_quarter_without_another_year_is_not_judged() -> None:
    judged = judge_force(held(m2023_05=1, m2023_06=1), expected=expecting((Q2_2023, 1000)))
    assert [each.status for each in judged] == ["not judged"]


def test_a_month_that_is_missing_in_the_middle_is_missing() -> None:
    judged = judge_force(held(m2023_04=1, m2023_06=1), expected={})
    assert [(str(each.period), each.status, each.held) for each in judged] == [
        ("2023-05/2023-05", "missing", None),
        ("2023-04/2023-04", "not judged", 1),
        ("2023-06/2023-06", "not judged", 1),
    ]


def test_fraud_is_left_out_of_what_is_expected() -> None:
    rows = [
        {"force": "Sampleshire", "offence_group": group, "offences": offences}
        | {"first_month": "2023-04", "last_month": "2023-06"}
        for group, offences in (("Theft offences", 700), ("Robbery", 300), ("Fraud offences", 99))
    ]
    assert expected_by_quarter(pa.Table.from_pylist(rows)) == {("sampleshire", Q2_2023): 1000}


def test_nothing_is_expected_without_the_home_office_table() -> None:
    assert expected_by_quarter(None) == {}
