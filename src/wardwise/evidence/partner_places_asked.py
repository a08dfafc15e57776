"""Lists and counts on places that recipes of figures about people ask of partners' rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from wardwise.domain.events import middle_days, open_days
from wardwise.domain.people_recorded import Floats, Moments
from wardwise.evidence.moments import spans
from wardwise.evidence.places_recorded import metres
from wardwise.evidence.questions import partner_places, partners
from wardwise.evidence.tables import Expression, Tables, number, one_of, records, rows


Found = list[Any]

OWN_WARD, OTHER_WARD, OUTSIDE = "own ward", "other ward", "outside"


def _addresses(tables: Tables, **chosen: Any) -> Found:
    """The address of each dated crime, as a text that no other address has."""
    found = rows(partner_places.address_events(tables, **chosen))
    return [
        f"{east!r} {north!r}"
        for east, north in zip(found["longitude"], found["latitude"], strict=True)
    ]


def _days(tables: Tables, **chosen: Any) -> Found:
    return [str(day) for day in rows(partner_places.address_events(tables, **chosen))["day"]]


def _eastings(tables: Tables, **asked: Any) -> Found:
    return [float(metre) for metre in _located(tables, **asked)[0]]


def _northings(tables: Tables, **asked: Any) -> Found:
    return [float(metre) for metre in _located(tables, **asked)[1]]


def _located(tables: Tables, **asked: Any) -> tuple[Floats, Floats]:
    frame = _located_rows(tables, **asked)[0]
    return metres(frame["longitude"].to_numpy(float), frame["latitude"].to_numpy(float))


def _middle_days(tables: Tables, **asked: Any) -> Found:
    _, starts, ends = _located_rows(tables, **asked)
    return [int(day) for day in middle_days(starts, ends)]


def _located_rows(
    tables: Tables, *, longest_days: float | None, **chosen: Any
) -> tuple[pd.DataFrame, Moments, Moments]:
    """Crimes with an exact point and a day, the span no longer than asked."""
    frame = rows(partner_places.spans_at_addresses(tables, **chosen))
    starts, ends = spans(frame)
    kept = ~np.isnat(starts)
    ends = np.where(np.isnat(ends), starts, ends)
    if longest_days is not None:
        kept &= open_days(starts, ends) <= longest_days
    return frame[kept], starts[kept], ends[kept]


def _events_of_each_address(tables: Tables, **chosen: Any) -> Found:
    return [int(n) for n in rows(partner_places.events_of_each_address(tables, **chosen))["events"]]


def _column_of_harm(column: str, question: Callable[..., Expression]) -> Callable[..., Found]:
    def ask(tables: Tables, **asked: Any) -> Found:
        return [float(value) for value in rows(question(tables, **asked))[column]]

    return ask


def _in_groups(tables: Tables, *, role: str, groups: list[str], **chosen: Any) -> list[int]:
    """People by where their home lies: in the ward of the crime, in another, or outside."""
    counts = dict.fromkeys((OWN_WARD, OTHER_WARD, OUTSIDE), 0)
    for row in records(partner_places.journeys(tables, role=role, **chosen)):
        own = row["home_ward"] is not None and row["home_ward"] == row["offence_ward"]
        group = OWN_WARD if own else OTHER_WARD if row["is_inside"] else OUTSIDE
        counts[group] += int(row["people"])
    return [counts[name] for name in groups]


def _not_in_groups(tables: Tables, *, role: str, groups: list[str], **chosen: Any) -> int:
    """People of whom the home or the place of the crime is not known."""
    everybody = int(number(partners.people_counted(tables, role=role, **chosen)) or 0)
    return everybody - sum(_in_groups(tables, role=role, groups=groups, **chosen))


def _column_of_ends(column: str) -> Callable[..., Found]:
    """One end of each person's journey, where the middle of both is known."""

    def ask(tables: Tables, **asked: Any) -> Found:
        return [
            float(row[column])
            for row in records(partner_places.journeys(tables, **asked))
            if None not in (row["home_longitude"], row["offence_longitude"])
            for _ in range(int(row["people"]))
        ]

    return ask


PLACE_SERIES: Mapping[str, Callable[..., Any]] = {
    "partner_address_keys": _addresses,
    "partner_address_days": _days,
    "partner_point_eastings": _eastings,
    "partner_point_northings": _northings,
    "partner_point_days": _middle_days,
    "partner_events_of_each_address": _events_of_each_address,
    "partner_weighed_of_each": _column_of_harm("events", partner_places.harm_of_each),
    "partner_harm_of_each": _column_of_harm("harm", partner_places.harm_of_each),
    "partner_weighed_of_each_address": _column_of_harm(
        "events", partner_places.harm_of_each_address
    ),
    "partner_harm_of_each_address": _column_of_harm("harm", partner_places.harm_of_each_address),
    "partner_journeys_in_groups": _in_groups,
    "partner_journeys_in_group": one_of(_in_groups),
    "partner_journeys_not_in_groups": _not_in_groups,
    "partner_home_longitudes": _column_of_ends("home_longitude"),
    "partner_home_latitudes": _column_of_ends("home_latitude"),
    "partner_offence_longitudes": _column_of_ends("offence_longitude"),
    "partner_offence_latitudes": _column_of_ends("offence_latitude"),
}

PLACE_NUMBERS: Mapping[str, Callable[..., Any]] = {
    "partner_crimes_at_addresses": partner_places.located_exactly,
    "partner_crimes_weighed": partner_places.weighed,
}
