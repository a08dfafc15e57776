"""Questions whose answer is a list, in the order that the question names."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from wardwise.domain.figure import Json
from wardwise.domain.period import Period
from wardwise.evidence.by_lsoa import BY_LSOA, offences_by_lsoa
from wardwise.evidence.forms import asked_number, asked_rows
from wardwise.evidence.initiatives_asked import INITIATIVE_SERIES
from wardwise.evidence.land import (
    hectares_by_lsoa,
    metres_by_lsoa,
    neighbours_by_lsoa,
    outlines_by_lsoa,
)
from wardwise.evidence.numbers_asked import NUMBERS, Question
from wardwise.evidence.partner_places_asked import PLACE_SERIES
from wardwise.evidence.partner_supply import SUPPLY_SERIES
from wardwise.evidence.partners_asked import PARTNER_SERIES
from wardwise.evidence.points_recorded import POINT_SERIES
from wardwise.evidence.questions import by_area, force, offences, official, similar
from wardwise.evidence.questions import records as outcomes_asked
from wardwise.evidence.questions.residents_by_age import residents_by_age, residents_in_groups
from wardwise.evidence.records_asked import pairs_in_groups
from wardwise.evidence.records_grouped import RECORD_SERIES
from wardwise.evidence.returns import RETURN_SERIES
from wardwise.evidence.survey import SURVEY_SERIES
from wardwise.evidence.tables import Tables, records, rows
from wardwise.evidence.temperatures import hot_days


def _each_area(question: str) -> Callable[..., list[Json]]:
    """The same number asked of a list of areas, in the order of the list."""

    def ask_each(tables: Tables, *, areas: list[str], **arguments: Any) -> list[Json]:
        asked = NUMBERS[question]
        return [asked_number(tables, asked, area=area, **arguments) for area in areas]

    return ask_each


def _each_offence(tables: Tables, *, offences: list[str], **arguments: Any) -> list[Json]:
    asked = NUMBERS["offences"]
    return [asked_number(tables, asked, offence=name, **arguments) for name in offences]


def _months(
    tables: Tables, *, source: str, area: str, offence: str | None, months: list[str | None]
) -> list[float]:
    """Counts of the months named, NaN for None (a month that is not held), nought if no row."""
    named = [month for month in months if month]
    asked = {"source": source, "area": area, "offence": offence}
    frame = asked_rows(
        tables, offences.monthly_offences, first=min(named), last=max(named), **asked
    )
    found = dict(zip(frame["month"], frame["offences"], strict=True))
    return [float(found.get(month, 0)) if month else float("nan") for month in months]


def _months_of_groups(tables: Tables, *, offences: list[str], **asked: Any) -> list[list[float]]:
    """The same for several groups. Shape: groups × months."""
    return [_months(tables, offence=name, **asked) for name in offences]


def _months_with_outcome(
    tables: Tables, *, area: str, outcomes: list[str], months: list[str | None]
) -> list[float]:
    """Recorded crimes of the months named whose last outcome is one of those named."""
    named = [month for month in months if month]
    table = outcomes_asked.outcome_counts(tables, area=area, first=min(named), last=max(named))
    frame = rows(offences.of_offence(table, None))
    found = frame[frame["outcome"].isin(outcomes)].groupby("month")["offences"].sum().to_dict()
    return [float(found.get(month, 0)) if month else float("nan") for month in months]


def _years_by_lsoa(tables: Tables, *, years: list[list[str]], **asked: Any) -> list[list[float]]:
    """The same for each year from its first to its last month. Shape: years × LSOAs."""
    return [offences_by_lsoa(tables, first=first, last=last, **asked) for first, last in years]


def _monthly_by_lsoa(
    tables: Tables, *, source: str, area: str, offence: str | None, first: str, last: str
) -> list[list[float]]:
    """The same month by month. Shape: LSOAs × months."""
    counted = offences.of_offence(
        offences.monthly_by_lsoa(tables, source=source, area=area), offence
    )
    frame = rows(counted.filter(counted.month >= first, counted.month <= last))
    found = frame.groupby(["lsoa_code", "month"])["offences"].sum().to_dict()
    inside = tables["area_lsoa"]
    codes = rows(inside.filter(inside.area_code == area).select("lsoa_code").order_by("lsoa_code"))
    months = [str(month) for month in Period.parse(first, last).months]
    return [[float(found.get((code, month), 0)) for month in months] for code in codes["lsoa_code"]]


def _force_code_quarters(
    tables: Tables, *, force_name: str, codes: list[str], quarters: list[list[str]]
) -> list[list[float]]:
    """Offences of a force by quarter and code. Shape: quarters × codes."""
    frame = rows(
        force.force_codes(tables, force=force_name, first=quarters[0][0], last=quarters[-1][1])
    )
    found = frame.groupby(["first_month", "offence_code"])["offences"].sum()
    return [[float(found.get((first, code), 0)) for code in codes] for first, _ in quarters]


def _monthly_of_areas(
    tables: Tables, *, source: str, areas: list[str], offence: str | None, first: str, last: str
) -> list[list[float]]:
    """Counts by area and month, NaN where the source holds none. Shape: areas × months."""
    asked: dict[str, Any] = {"source": source, "areas": areas, "first": first, "last": last}
    held = asked_rows(tables, by_area.months_held, **asked)
    counted = asked_rows(tables, by_area.monthly_offences, offence=offence, **asked)
    counts = dict.fromkeys(zip(held["area_code"], held["month"], strict=True), 0.0)
    for area, month, n in counted[["area_code", "month", "offences"]].itertuples(index=False):
        if (area, month) in counts:
            counts[area, month] = float(n)
    months = [str(month) for month in Period.parse(first, last).months]
    return [[counts.get((area, month), float("nan")) for month in months] for area in areas]


def _offences_of_areas(
    tables: Tables, *, areas: list[str], offence: str | None, **asked: Any
) -> list[int]:
    """Offences of each area in the order of the list, nought where it has no row."""
    found = {
        row["area_code"]: int(row["offences"])
        for row in records(by_area.offences(tables, areas=areas, offence=offence, **asked))
    }
    return [found.get(area, 0) for area in areas]


def _of_partnerships(tables: Tables, *, offence: str | None, last_month: str) -> list[float]:
    """Published counts of every partnership in the tables, NaN where there is no number."""
    asked = official.official_offences_of_partnerships(
        tables, offence=offence, last_month=last_month
    )
    found = [row["offences"] for row in records(asked)]
    return [float("nan") if value is None or value < 0 else float(value) for value in found]


def _forces_of_partnerships(tables: Tables, *, offence: str | None, last_month: str) -> list[str]:
    """The force of every partnership in the tables, in the order of their counts."""
    asked = official.official_offences_of_partnerships(
        tables, offence=offence, last_month=last_month
    )
    return [str(row["force_code"]) for row in records(asked)]


def _threat_ranges(tables: Tables) -> Any:
    """The ranges that the draws were made from, as the run kept them."""
    return json.loads(records(tables["threat_range"])[0]["ranges"])


SERIES: Mapping[str, Question] = {
    **PARTNER_SERIES,
    **PLACE_SERIES,
    **POINT_SERIES,
    **SUPPLY_SERIES,
    **RETURN_SERIES,
    **RECORD_SERIES,
    **SURVEY_SERIES,
    **BY_LSOA,
    **INITIATIVE_SERIES,
    "partner_pairs_in_groups": pairs_in_groups,
    "threat_ranges": _threat_ranges,
    "offences_of_areas": _offences_of_areas,
    "offences_of_groups": _each_offence,
    "residents_of_areas": _each_area("residents"),
    "households_of_areas": _each_area("households"),
    "households_deprived_of_areas": _each_area("households_deprived"),
    "residents_in_most_deprived_of_areas": _each_area("residents_in_most_deprived"),
    "people_of_group_of_areas": _each_area("people_of_group"),
    "people_of_age_of_areas": _each_area("people_of_age"),
    "people_of_sex_of_areas": _each_area("people_of_sex"),
    "official_offences_of_areas": _each_area("official_offences"),
    "official_offences_of_partnerships": _of_partnerships,
    "official_forces_of_partnerships": _forces_of_partnerships,
    "official_residents_of_areas": _each_area("official_residents"),
    "official_households_of_areas": _each_area("official_households"),
    "hot_days": hot_days,
    "monthly_offences": _months,
    "monthly_offences_of_groups": _months_of_groups,
    "monthly_with_outcome": _months_with_outcome,
    "monthly_offences_of_areas": _monthly_of_areas,
    "offences_by_lsoa_of_years": _years_by_lsoa,
    "neighbours_by_lsoa": neighbours_by_lsoa,
    "hectares_by_lsoa": hectares_by_lsoa,
    "metres_by_lsoa": metres_by_lsoa,
    "monthly_offences_by_lsoa": _monthly_by_lsoa,
    "outlines_by_lsoa": outlines_by_lsoa,
    "residents_by_age": residents_by_age,
    "residents_in_groups": residents_in_groups,
    "force_code_quarters": _force_code_quarters,
    "similarity": similar.similarity,
}
