"""How complete a source of recorded crime is, against the Home Office force totals.

The Home Office publishes, for each force and quarter, how many offences the police recorded.
What a source holds of that force and quarter, without anti-social behaviour (no crime) and
against all groups but fraud (recorded nationally since 2011-2013), is its completeness.
Below 97% the stretch is incomplete and is never compared.

A quarter of which the source holds only some months is judged by the share that the same
months have of that quarter in the years held whole. The lowest and the highest such share
bound the answer: it is given only where both lead to the same one.

References
----------
Home Office, "Police recorded crime and outcomes open data tables", by quarter and offence.
Home Office Counting Rules for Recorded Crime: fraud is recorded by Action Fraud.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from wardwise.domain.period import Month, Period
from wardwise.domain.quality import COMPLETE_FROM_PERCENT
from wardwise.sources.force_names import force_key
from wardwise.sources.tidy import tidy_rows


COMPLETE_FROM = COMPLETE_FROM_PERCENT / 100
FRAUD = "fraud"

# force key, Home Office quarter → offences expected
Expected = Mapping[tuple[str, Period], int]


@dataclass(frozen=True)
class HeldByForce:
    """What a source holds of one force: month → offences without anti-social behaviour."""

    force: str
    months: Mapping[Month, int]

    @property
    def span(self) -> Period:
        """First to last month held."""
        return Period(min(self.months), max(self.months))


@dataclass(frozen=True)
class Judged:
    """One stretch of a force, and what can be said of it."""

    period: Period
    held: int | None
    expected: int | None
    share: float | None
    status: str
    why: str


def completeness_table(judged: Mapping[str, list[Judged]], *, source: str) -> pa.Table:
    """The tidy table ``completeness`` from what was judged, by force."""
    return tidy_rows(
        "completeness",
        [
            {
                "source": source,
                "force": force,
                "first_month": str(each.period.first),
                "last_month": str(each.period.last),
                "held": each.held,
                "expected": each.expected,
                "share": each.share,
                "status": each.status,
                "why": each.why,
            }
            for force, stretches in sorted(judged.items())
            for each in sorted(stretches, key=lambda each: each.period)
        ],
    )


def expected_by_quarter(force_quarter: pa.Table | None) -> Expected:
    """Offences that the Home Office counts for each force and quarter, without fraud."""
    if force_quarter is None:
        return {}
    is_fraud = pc.match_substring(force_quarter["offence_group"], FRAUD, ignore_case=True)
    totals = (
        force_quarter.filter(pc.invert(is_fraud))
        .group_by(["force", "first_month", "last_month"])
        .aggregate([("offences", "sum")])
    )
    return {
        (force_key(row["force"]), Period.parse(row["first_month"], row["last_month"])): row[
            "offences_sum"
        ]
        for row in totals.to_pylist()
    }


def judge_force(held: HeldByForce, *, expected: Expected) -> list[Judged]:
    """Every quarter of the force from the first to the last month held."""
    return [
        judged
        for quarter in _quarters(held.span)
        for judged in _judge_quarter(held, quarter, expected)
    ]


def quarter_of(month: Month) -> Period:
    """The quarter of the year that a month lies in; the Home Office's end in the same months."""
    first = Month(month.year, 3 * ((month.number - 1) // 3) + 1)
    return Period(first, first.plus(2))


def _quarters(span: Period) -> Iterator[Period]:
    quarter = quarter_of(span.first)
    while quarter.first <= span.last:
        yield quarter
        quarter = quarter.earlier(-3)


def _judge_quarter(held: HeldByForce, quarter: Period, expected: Expected) -> Iterator[Judged]:
    inside = [month for month in quarter.months if month in held.span]
    there = [month for month in inside if month in held.months]
    for run in _runs([month for month in inside if month not in held.months]):
        yield Judged(run, None, None, None, "missing", "the source holds no file of this month")
    whole = expected.get((force_key(held.force), quarter))
    for run in _runs(there):
        count = sum(held.months[month] for month in run.months)
        if whole is None or whole <= 0:
            why = "the Home Office table has no count for this force and quarter"
            yield Judged(run, count, None, None, "not judged", why)
        elif run == quarter:
            yield _judge_whole(run, count, whole)
        else:
            yield _judge_part(run, count, whole, shares=_usual_shares(held, run, quarter))


def _runs(months: list[Month]) -> Iterator[Period]:
    """The months as unbroken periods."""
    start = 0
    for at in range(1, len(months) + 1):
        if at == len(months) or months[at] != months[at - 1].plus(1):
            yield Period(months[start], months[at - 1])
            start = at


def _judge_whole(quarter: Period, count: int, expected: int) -> Judged:
    share = count / expected
    status = "complete" if share >= COMPLETE_FROM else "incomplete"
    why = f"{count:,} offences held against {expected:,} counted by the Home Office"
    return Judged(quarter, count, expected, share, status, why)


def _usual_shares(held: HeldByForce, part: Period, quarter: Period) -> list[float]:
    """The share of the quarter that fell in the same months, in each year held whole."""
    shares = []
    for month in sorted(held.months):
        other = quarter_of(month)
        years = other.first.year - quarter.first.year
        same_quarter = month == other.first and month.number == quarter.first.number
        if same_quarter and years and all(each in held.months for each in other.months):
            total = sum(held.months[each] for each in other.months)
            within = sum(held.months[each.plus(12 * years)] for each in part.months)
            shares += [within / total] if total else []
    return shares


def _judge_part(part: Period, count: int, whole: int, *, shares: list[float]) -> Judged:
    if not shares:
        why = "only part of the quarter is held, and no other year of it is held whole"
        return Judged(part, count, None, None, "not judged", why)
    usual = sum(shares) / len(shares)
    expected = round(whole * usual)
    # The share is lowest where the months usually make up most of the quarter
    low, high = count / (whole * max(shares)), count / (whole * min(shares))
    why = (
        f"{count:,} offences held against about {expected:,}: these months are usually"
        f" {100 * usual:.1f}% of the quarter ({100 * min(shares):.1f}% to"
        f" {100 * max(shares):.1f}% in {len(shares)} other years), and the Home Office counts"
        f" {whole:,} in the whole quarter"
    )
    if low >= COMPLETE_FROM:
        return Judged(part, count, expected, count / expected, "complete", why)
    if high < COMPLETE_FROM:
        return Judged(part, count, expected, count / expected, "incomplete", why)
    return Judged(
        part, count, expected, count / expected, "not judged", f"too close to tell: {why}"
    )
