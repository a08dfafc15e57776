"""A file of services in the form of Open Referral UK: read whole, or refused with every fault."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from wardwise_web.plan.choices import FACTORS, GRADES, Scale
from wardwise_web.plan.terms import ServiceTerms


LISTS = ("items", "contents", "content", "services")  # as directories name the list of a page
SCALES = {one.word: one.value for one in Scale}
FACTOR_NAMED = {one.name: one.code for one in FACTORS}
NO_FACTOR = "The directory that it comes from names no factor"
LONGEST_NAME = 200


class ServicesRefused(Exception):
    """The file is not taken in: a sentence for each fault."""

    def __init__(self, *faults: str) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Otherwise:
    """What is said of a service where the file does not: Open Referral does not ask for it."""

    scale: int
    outcome: str
    lead_group: str
    grade: str


def read_services(
    content: bytes, *, agencies: Mapping[str, int], otherwise: Otherwise
) -> list[ServiceTerms]:
    """Every service of the file as the map takes it; ``agencies`` are ids by name."""
    rows = _rows(content)
    found, faults = [], list[str]()
    for number, row in enumerate(rows, start=1):
        wrong = _faults(row, agencies)
        faults += [f"Service {number}{_named(row)}: {one}" for one in wrong]
        if not wrong:
            found.append(_terms(row, agencies, otherwise))
    names = [one.name.casefold() for one in found]
    faults += [
        f"'{one.name}' stands twice in the file. Keep it once."
        for n, one in enumerate(found)
        if one.name.casefold() in names[:n]
    ]
    if faults:
        raise ServicesRefused(*faults)
    return found


def _rows(content: bytes) -> Sequence[Any]:
    if len(content) > settings.LARGEST_UPLOAD:
        most = settings.LARGEST_UPLOAD // (1024 * 1024)
        raise ServicesRefused(f"The file is larger than {most} MB. Hand in a smaller part of it.")
    try:
        held = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise ServicesRefused(
            "The file is not JSON, whatever its name says. Save the directory's list as JSON."
        ) from None
    if isinstance(held, dict):
        held = next((held[name] for name in LISTS if name in held), [held])
    if not isinstance(held, list) or not held:
        raise ServicesRefused("The file holds no list of services: expected 'items' with services.")
    return held


def _named(row: Any) -> str:
    name = row.get("name") if isinstance(row, dict) else None
    return f" ('{name[:60]}')" if isinstance(name, str) and name.strip() else ""


def _faults(row: Any, agencies: Mapping[str, int]) -> list[str]:
    if not isinstance(row, dict):
        return ["expected an object with 'name' and 'organization'."]
    name, wrong = row.get("name"), list[str]()
    if not isinstance(name, str) or not name.strip():
        wrong.append("it has no 'name'. Give it one.")
    elif len(name) > LONGEST_NAME:
        wrong.append(f"its name has more than {LONGEST_NAME} letters. Shorten it.")
    provider = _provider(row)
    if not provider:
        wrong.append("it does not say who provides it: expected 'organization' with a 'name'.")
    elif provider.casefold() not in agencies:
        wrong.append(
            f"'{provider[:80]}' is no agency of this partnership. Add the agency first, or give its"
            " name as it stands under 'People'."
        )
    for field, word in (("minimum_age", "age"), ("maximum_age", "age")):
        if row.get(field) is not None and _whole(row[field]) is None:
            wrong.append(f"'{field}' is no {word}: expected a whole number of years.")
    if row.get("assured_date") and _day(row["assured_date"]) is None:
        wrong.append("'assured_date' is no date: expected one like 2026-09-01.")
    scale = _attributes(row).get("Scale of prevention")
    if scale and scale[0] not in SCALES:
        wrong.append(f"'{scale[0][:40]}' is no scale: expected {', '.join(SCALES)}.")
    return wrong


def _terms(
    row: Mapping[str, Any], agencies: Mapping[str, int], otherwise: Otherwise
) -> ServiceTerms:
    said = _attributes(row)
    factors = tuple(FACTOR_NAMED[one] for one in said.get("Factor", ()) if one in FACTOR_NAMED)
    scale, grade = said.get("Scale of prevention"), said.get("Evidence", [""])[0]
    return ServiceTerms(
        name=row["name"].strip(),
        agency_id=agencies[_provider(row).casefold()],
        scale=SCALES[scale[0]] if scale else otherwise.scale,
        outcome=said.get("Outcome", [otherwise.outcome])[0],
        lead_group=said.get("Lead group", [otherwise.lead_group])[0][:200],
        grade=grade if grade in dict(GRADES) else otherwise.grade,
        factors=factors,
        no_factor_because="" if factors else NO_FACTOR,
        more={
            "about": _words(row.get("description")),
            "ages": _ages(row),
            "areas": "; ".join(_inner(row.get("service_areas"), "name"))[:200],
            "places": next(map(_whole, _inner(row.get("capacities"), "available")), None),
            "assured_on": _day(row.get("assured_date")),
            "is_open": row.get("status", "active") == "active",
        },
    )


def _provider(row: Mapping[str, Any]) -> str:
    held = row.get("organization")
    return _words(held.get("name")) if isinstance(held, dict) else ""


def _attributes(row: Mapping[str, Any]) -> dict[str, list[str]]:
    """Label → values, as this application writes them; other directories have others."""
    found: dict[str, list[str]] = {}
    held = row.get("attributes")
    for one in held if isinstance(held, list) else ():
        if isinstance(one, dict) and _words(one.get("label")) and _words(one.get("value")):
            found.setdefault(_words(one["label"]), []).append(_words(one["value"]))
    return found


def _ages(row: Mapping[str, Any]) -> str:
    low, high = _whole(row.get("minimum_age")), _whole(row.get("maximum_age"))
    match low, high:
        case None, None:
            return _words(row.get("eligibility_description")).removeprefix("Ages: ")[:100]
        case None, _:
            return f"up to {high}"
        case _, None:
            return f"{low} and over"
    return f"{low} to {high}"


def _inner(held: Any, name: str) -> list[str]:
    rows = held if isinstance(held, list) else []
    found = [_words(one.get(name)) for one in rows if isinstance(one, dict)]
    return [one for one in found if one]


def _words(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value).strip()


def _whole(value: Any) -> int | None:
    text = _words(value)
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _day(value: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(_words(value)[:10])
    except ValueError:
        return None
