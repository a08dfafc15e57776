"""Partners' aggregate returns by our names of what they count, and what recipes ask of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from wardwise.domain.evidence import NotHeld, Place
from wardwise.domain.marking import highest_marking
from wardwise.domain.period import Month, Period
from wardwise.domain.returns import DATASETS, PartnerReturn, ReturnLine
from wardwise.evidence.questions import returns as questions
from wardwise.evidence.tables import Tables, number, records
from wardwise.reference.load import load_table


Row = Mapping[str, Any]
NEEDED = NotHeld(
    "returns on drug treatment, drug tests on arrest, youth justice, probation and domestic abuse"
    " conferences",
    "treatment providers, the police force, the youth justice service, the Probation Service and"
    " the coordinator of the conferences",
)


def returns(tables: Tables, place: Place) -> Mapping[str, PartnerReturn] | NotHeld:
    """Each dataset that holds a line of the partnership."""
    if "partner_return" not in tables:
        return NEEDED
    files = records(questions.suppliers(tables))
    found = {
        dataset: _return(tables, dataset, place, [f for f in files if f["dataset"] == dataset])
        for dataset in dict.fromkeys(str(file["dataset"]) for file in files)
        if dataset in DATASETS
    }
    held = {dataset: one for dataset, one in found.items() if one.lines}
    return held or NEEDED


def _return(tables: Tables, dataset: str, place: Place, files: Sequence[Row]) -> PartnerReturn:
    rows = records(questions.lines(tables, dataset=dataset))
    areas = _ours({row["area"] for row in rows}, place)
    ours = [row for row in rows if row["area"] in areas]
    names = _names(dataset)
    called: dict[str, list[str]] = {}
    unknown: list[str] = []
    for word in dict.fromkeys(row["item"] for row in ours):
        item = names.get(word.casefold())
        if item:
            called.setdefault(item, []).append(word)
        else:
            unknown.append(word)
    return PartnerReturn(
        dataset=dataset,
        lines=tuple(_line(row, names) for row in ours if row["item"].casefold() in names),
        areas=areas,
        suppliers=tuple(dict.fromkeys(file["supplier"] for file in files)),
        marking=highest_marking([str(file["marking"]) for file in files]),
        called={item: tuple(words) for item, words in called.items()},
        unknown=tuple(unknown),
    )


def _ours(areas: set[str], place: Place) -> tuple[str, ...]:
    """The partnership's own lines; else those of its districts; else those that name no area."""
    whole = {place.area.code, place.csp_code, place.area.name.casefold()}
    districts = set(place.districts_of.get(place.csp_code, ()))
    for ours in (whole, districts, {""}):
        found = tuple(sorted(area for area in areas if area in ours or area.casefold() in ours))
        if found:
            return found
    return ()


@cache
def _names(dataset: str) -> Mapping[str, str]:
    """A supplier's word in small letters → our item."""
    return {
        word: str(row["item"])
        for row in load_table("return_item").rows
        if row["dataset"] == dataset
        for word in (str(row["item"]), str(row["title"]).casefold(), *_also(row))
    }


def _also(row: Row) -> Sequence[str]:
    return str(row["also_called"]).split("; ")


def _line(row: Row, names: Mapping[str, str]) -> ReturnLine:
    withheld = row["withheld"].split(";")
    return ReturnLine(
        item=names[row["item"].casefold()],
        period=Period(Month.parse(row["first_month"]), Month.parse(row["last_month"])),
        category=row["category"],
        cohort=row["cohort"],
        value=None if "value" in withheld else row["value"],
        at_most=row["at_most"],
        of=row["of"],
    )


def _each(tables: Tables, *, each: Sequence[Sequence[str]], **asked: Any) -> list[float]:
    """The count of each list of items, in its order."""
    return [float(number(questions.counted(tables, items=one, **asked)) or 0) for one in each]


RETURN_SERIES: Mapping[str, Callable[..., Any]] = {"return_counts": _each}

RETURN_NUMBERS: Mapping[str, Callable[..., Any]] = {
    "return_count": questions.counted,
    "return_count_at_most": questions.counted_at_most,
    "return_denominator": questions.denominators,
}
